import { beforeEach, describe, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { freshPage, help, phq9With } from "../../test/scene.ts";
import { spokenChange } from "../change.ts";
import { csi16 } from "../csi16/csi16.ts";
import type { Measure } from "../measure.ts";
import { phq4 } from "../phq4/phq4.ts";
import { phq9 } from "../phq9/phq9.ts";
import { shareable } from "../record/readings.ts";
import type { Responses } from "../score.ts";
import { headings, MeasureResult, PractitionerView } from "../screens.ts";
import { sampleReadings } from "./screen-samples.ts";

beforeEach(freshPage);

describe("a result", () => {
  const result = async (measure: Measure, readings: ReturnType<typeof sampleReadings>, more = {}) =>
    render(MeasureResult, {
      measure,
      heading: headings[measure.id as keyof typeof headings](),
      readings,
      ondone: () => {},
      name: "Private",
      help,
      ...more,
    } as never);

  test("[ME17] begins with one of the three phrases; no band, cut-off or diagnosis is named", async () => {
    const screen = await result(phq9, sampleReadings("phq9", 28, [phq9With(18), phq9With(6)]));
    await expect
      .element(screen.getByRole("heading", { level: 1 }))
      .toHaveTextContent("Clearly better than when you started.");
    const shown = [...document.querySelectorAll("main > *, .result > *:not(details)")].map(
      ({ textContent }) => textContent,
    );
    expect(shown.join(" ")).not.toMatch(/moderate|minimal|severe|depress|cut-off/i);
  });

  test("[ME16] a provisional sentence is marked, and the method note says the status of every number", async () => {
    const all = (value: number): Responses => Array(16).fill(value);
    const screen = await result(csi16, sampleReadings("csi16", 28, [all(3), all(4)]));
    await expect.element(screen.getByText("provisional", { exact: true })).toBeVisible();
    await userEvent.click(screen.getByText("How is this worked out?"));
    await expect.element(screen.getByText(/whose source is pending/)).toBeVisible();
    await expect.element(screen.getByText(/second-hand/).first()).toBeVisible();
    await expect.element(screen.getByText(/not yet compared with the official form/)).toBeVisible();
  });

  test("[ME15] the first reading is a first look, without a word of change", async () => {
    const screen = await result(phq9, sampleReadings("phq9", 28, [phq9With(3)]));
    await expect
      .element(screen.getByRole("heading", { level: 1 }))
      .toHaveTextContent("A first look. Nothing is compared yet.");
    expect(document.body.textContent).not.toMatch(/you are safe/i);
    await expect.element(screen.getByText("Somebody to talk to, now")).not.toBeInTheDocument();
  });

  test("words come before the picture, and the picture is a table for those who cannot see it", async () => {
    const readings = sampleReadings("phq9", 28, [14, 13, 15, 12, 9, 6, 5].map(phq9With));
    const screen = await result(phq9, readings);
    const title = screen.getByRole("heading", { level: 1 }).element();
    const picture = screen.getByRole("img", { name: /7 readings\. The last one is above your usual range/ });
    await expect.element(picture).toBeVisible();
    expect(title.compareDocumentPosition(picture.element()) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(document.querySelectorAll("tbody tr")).toHaveLength(7);
    const button = screen.getByRole("button", { name: "Show as a table" });
    await userEvent.click(button);
    await expect.element(screen.getByRole("cell", { name: "14", exact: true })).toBeVisible();
    expect(document.querySelector("svg.chart")!.textContent).not.toMatch(/\d\d/);
  });

  test("before six readings there is no line", async () => {
    const screen = await result(phq9, sampleReadings("phq9", 28, [5, 5, 5, 5, 5].map(phq9With)));
    await expect.element(screen.getByText("Too early to see a line.")).toBeVisible();
    expect(document.querySelector("svg.chart")).toBeNull();
  });

  test("a question about dying that was left open is met gently: refusing is not 'no'", async () => {
    const screen = await result(phq9, sampleReadings("phq9", 28, [[...phq9With(3).slice(0, 8), null]]));
    await expect.element(screen.getByText(/You left one question open/)).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Somebody to talk to, now" }));
    await expect.element(screen.getByText("Call 116 123")).toBeVisible();
  });

  test("[ME24] nothing is shared by itself: the choice begins at nothing, and sharing is a press", async () => {
    const shared: string[] = [];
    const screen = await result(phq9, sampleReadings("phq9", 28, [phq9With(3)]), {
      practitioner: "Kim",
      onshare: (level: string) => shared.push(level),
    });
    await expect.element(screen.getByRole("radio", { name: "Nothing" })).toBeChecked();
    expect(shared).toEqual([]);
    await userEvent.click(screen.getByRole("radio", { name: "The word only" }));
    await userEvent.click(screen.getByRole("button", { name: "Show Kim this" }));
    expect(shared).toEqual(["word"]);
  });

  test("[ME26] a short form points to the longer one only where that is offered", async () => {
    const readings = sampleReadings("phq4", 14, [[2, 2, 0, 0]]);
    const opened: string[] = [];
    const withIt = await result(phq4, readings, { onlonger: (id: string) => opened.push(id) });
    await userEvent.click(withIt.getByRole("button", { name: "Open the longer form" }));
    expect(opened).toEqual(["gad7"]);
    withIt.unmount();
    const without = await result(phq4, readings);
    await expect.element(without.getByText("Open the longer form")).not.toBeInTheDocument();
    await expect.element(without.getByRole("button", { name: "Somebody to talk to, now" })).toBeVisible();
  });
});

describe("the practitioner's view", () => {
  const readings = sampleReadings("phq9", 28, [
    ...[18, 17, 15, 12, 9].map(phq9With),
    [1, 1, 1, 0, 0, 0, 0, null, 1],
    [1, 1, 1, 0, 0, 0, 0, 0, 1],
  ]);
  const spoken = spokenChange(phq9, readings);
  const view = (level: "word" | "total" | "answers") =>
    render(PractitionerView, {
      person: "Robin",
      measure: phq9 as Measure,
      shared: readings.map((reading) => shareable(reading, level, spoken)!),
    });

  test("[ME18] shows numbers, band, cut-off and the reliable change, flags of single answers first", async () => {
    const screen = await view("total");
    await expect.element(screen.getByText("Answer to question 9 raised a flag")).toBeVisible();
    await expect.element(screen.getByText("Reliable change from 6 points (second-hand)")).toBeVisible();
    await expect.element(screen.getByText(/Reliable, and across the cut-off/)).toBeVisible();
    await expect.element(screen.getByText("Band: minimal")).toBeVisible();
    await expect.element(screen.getByText("Answers", { exact: true })).not.toBeInTheDocument();
    const text = document.body.textContent!;
    expect(text.indexOf("raised a flag")).toBeLessThan(text.indexOf("Band: minimal"));
  });
  test("[ME24] holds only what was shared: the word only, or the answers too", async () => {
    const word = await view("word");
    await expect.element(word.getByText("Robin chose to show the word only.")).toBeVisible();
    expect(document.body.textContent).not.toMatch(/Band:|Cut-off \d/);
    expect(document.querySelector("svg.chart, table")).toBeNull();
    word.unmount();
    const answers = await view("answers");
    await expect.element(answers.getByText(phq9.wording.items[8]!.text)).toBeVisible();
  });
});
