import { createRawSnippet } from "svelte";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { findings, freshPage, help, ofThePage, phq9With, sitting } from "../../test/scene.ts";
import { spokenChange } from "../change.ts";
import type { Measure } from "../measure.ts";
import { phq9 } from "../phq9/phq9.ts";
import { shareable } from "../record/readings.ts";
import {
  DiaryResult,
  DiarySitting,
  headings,
  MeasureResult,
  PractitionerView,
  SelfCheck,
  ShareReading,
} from "../screens.ts";
import { dateAfter, sampleReadings } from "./screen-samples.ts";

beforeEach(freshPage);

describe("on a narrow phone", () => {
  beforeEach(() => page.viewport(320, 640));
  afterEach(() => page.viewport(414, 896));
  const isTooWide = () => document.documentElement.scrollWidth > 320;

  test("no screen scrolls sideways at 320 px, and the page of help comes into view", async () => {
    const asking = await sitting(phq9, {
      answers: new Map(Array.from({ length: 8 }, (_, index) => [index + 1, 0])),
    });
    await asking.choose("Several days");
    await expect.element(asking.screen.getByText("Call 116 123")).toBeInViewport();
    expect(isTooWide()).toBe(false);
    asking.screen.unmount();
    const readings = sampleReadings("phq9", 28, [14, 13, 15, 12, 19, 20, 21].map(phq9With));
    const result = await render(MeasureResult, {
      measure: phq9 as Measure,
      heading: headings.phq9(),
      readings,
      ondone: () => {},
      help,
    } as never);
    await userEvent.click(result.getByText("How is this worked out?"));
    await userEvent.click(result.getByRole("button", { name: "Show as a table" }));
    expect(isTooWide()).toBe(false);
    result.unmount();
    const diary = await render(DiarySitting, {
      ids: ["e1"] as const,
      onanswer: () => {},
      onfinish: () => {},
      onstop: () => {},
    });
    expect(isTooWide()).toBe(false);
    diary.unmount();
    const spoken = spokenChange(phq9, readings);
    await render(PractitionerView, {
      person: "Robin",
      measure: phq9 as Measure,
      shared: readings.map((reading) => shareable(reading, "answers", spoken)!),
    });
    expect(isTooWide()).toBe(false);
  });
});

describe.each(["light", "dark"])("axe finds nothing in the %s", (scheme) => {
  beforeEach(() => {
    document.documentElement.dataset.scheme = scheme;
  });

  test("a question, and a question with help open", async () => {
    const { choose, screen } = await sitting(phq9, {
      answers: new Map(Array.from({ length: 8 }, (_, index) => [index + 1, 0])),
    });
    expect(await findings()).toEqual([]);
    await choose("Several days");
    await expect.element(screen.getByText("Call 116 123")).toBeVisible();
    expect(await findings()).toEqual([]);
  });
  test("a result with picture, table, sharing and the method note", async () => {
    const screen = await render(MeasureResult, {
      measure: phq9 as Measure,
      heading: headings.phq9(),
      readings: sampleReadings("phq9", 28, [14, 13, 15, 12, 19, 20, 21].map(phq9With)),
      shownTo: "Kim",
      ondone: () => {},
      name: "Private",
      help,
    } as never);
    await userEvent.click(screen.getByText("How is this worked out?"));
    await userEvent.click(screen.getByRole("button", { name: "Show as a table" }));
    expect(await findings()).toEqual([]);
  });
  test("showing a reading, and the preview of it", async () => {
    const screen = await render(ShareReading, {
      measure: phq9 as Measure,
      heading: headings.phq9(),
      readings: sampleReadings("phq9", 28, [14, 13].map(phq9With)),
      practitioner: "Kim",
      shown: "nothing",
      each: "nothing",
      offersToTell: true,
      who: createRawSnippet(() => ({ render: () => "<p>Kim, since 3 March</p>" })),
      send: async () => undefined,
      takeBack: async () => undefined,
      stopEach: async () => undefined,
    });
    await userEvent.click(screen.getByRole("radio", { name: "My answers, too" }));
    expect(await findings(ofThePage)).toEqual([]);
    await userEvent.click(screen.getByRole("button", { name: "Look at it first" }));
    expect(await findings(ofThePage)).toEqual([]);
  });
  test("the practitioner's view", async () => {
    const readings = sampleReadings("phq9", 28, [14, 13, 15, 12, 19, 20, 21].map(phq9With));
    const spoken = spokenChange(phq9, readings);
    await render(PractitionerView, {
      person: "Robin",
      measure: phq9 as Measure,
      shared: readings.map((reading) => shareable(reading, "answers", spoken)!),
    });
    expect(await findings(ofThePage)).toEqual([]);
  });
  test("the diary: slider, text and line", async () => {
    const sitting_ = await render(DiarySitting, {
      ids: ["e1", "e7"] as const,
      onanswer: () => {},
      onfinish: () => {},
      onstop: () => {},
      name: "Private",
    });
    await userEvent.click(sitting_.getByRole("button", { name: "Go on" }));
    expect(await findings()).toEqual([]);
    await userEvent.click(sitting_.getByRole("button", { name: "Not this week" }));
    expect(await findings()).toEqual([]);
    sitting_.unmount();
    const answers = Array.from({ length: 9 }, (_, index) => ({ on: dateAfter(7 * index), value: index }));
    await render(DiaryResult, { id: "e1", answers, today: dateAfter(60), rhythm: "weekly", name: "Private" });
    expect(await findings()).toEqual([]);
  });
  test("a check, from its first page to its summary", async () => {
    const screen = await render(SelfCheck, { id: "impact-caused", supportHref: "/s", onstop: () => {} });
    expect(await findings()).toEqual([]);
    await userEvent.click(screen.getByRole("button", { name: "Begin" }));
    expect(await findings()).toEqual([]);
    for (let index = 0; index < 3; index++) {
      await userEvent.click(screen.getByRole("radio", { name: "Most days" }));
      await userEvent.click(screen.getByRole("button", { name: "Go on" }));
    }
    expect(await findings()).toEqual([]);
  });
});
