import { createRawSnippet } from "svelte";
import { beforeEach, describe, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { freshPage, help, phq9With } from "../../test/scene.ts";
import { spokenChange } from "../change.ts";
import { csi16 } from "../csi16/csi16.ts";
import type { Measure } from "../measure.ts";
import { pcl5 } from "../pcl5/pcl5.ts";
import { phq4 } from "../phq4/phq4.ts";
import { phq9 } from "../phq9/phq9.ts";
import { shareable } from "../record/readings.ts";
import type { Responses } from "../score.ts";
import { headings, MeasureResult, PractitionerView, ShareReading } from "../screens.ts";
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

describe("showing a reading to a practitioner", () => {
  const who = createRawSnippet(() => ({ render: () => "<p>Kim, since 3 March</p>" }));
  const sharing = async (measure: Measure, readings: ReturnType<typeof sampleReadings>, more = {}) => {
    const said: unknown[] = [];
    const props = {
      measure,
      heading: headings[measure.id as keyof typeof headings](),
      readings,
      practitioner: "Kim",
      shown: "nothing",
      each: "nothing",
      who,
      send: async (...sent: unknown[]) => void said.push(sent),
      takeBack: async () => void said.push("taken back"),
      stopEach: async () => void said.push("asked again"),
      ...more,
    };
    return { screen: await render(ShareReading, props as never), said };
  };

  test("[ME24] nothing is shared by itself: it begins at nothing, is looked at first, and sent by a press", async () => {
    const { screen, said } = await sharing(phq9, sampleReadings("phq9", 28, [phq9With(18), phq9With(6)]));
    await expect.element(screen.getByRole("radio", { name: "Nothing" })).toBeChecked();
    await expect.element(screen.getByRole("button", { name: "Look at it first" })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole("radio", { name: "The word only" }));
    await userEvent.click(screen.getByRole("button", { name: "Look at it first" }));
    const sheet = screen.getByRole("dialog", { name: "Kim will read this" });
    await expect.element(sheet.getByText("Kim will read this. It can’t be unsent.")).toBeVisible();
    await expect.element(sheet.getByText("Kim, since 3 March")).toBeVisible();
    expect(sheet.element().textContent).toContain("Clearly better than when you started.");
    expect(sheet.element().textContent).not.toContain("Total");
    expect(said).toEqual([]);
    await userEvent.click(sheet.getByRole("button", { name: "Send to Kim" }));
    expect(said).toEqual([["word", false]]);
    await expect.element(sheet).not.toBeInTheDocument();
  });

  test("[ME31] answers are shown as they will be read, and each time only where the person says so", async () => {
    const { screen, said } = await sharing(phq9, sampleReadings("phq9", 28, [[1, 1, 1, 0, 0, 0, 0, 0, 1]]));
    await userEvent.click(screen.getByRole("radio", { name: "My answers, too" }));
    await userEvent.click(screen.getByRole("button", { name: "Look at it first" }));
    const sheet = screen.getByRole("dialog");
    await expect.element(sheet.getByText("An answer that asks for care stands first.")).toBeVisible();
    expect(sheet.element().textContent).toContain("Total: 4");
    expect(sheet.element().textContent).not.toMatch(/minimal|depression|cut-off/i);
    expect(sheet.element().querySelectorAll(".answers > li")).toHaveLength(9);
    await expect.element(sheet.getByRole("radio", { name: "Ask me each time" })).toBeChecked();
    await userEvent.click(sheet.getByRole("radio", { name: "Show this much each time" }));
    await userEvent.click(sheet.getByRole("button", { name: "Send to Kim" }));
    expect(said).toEqual([["answers", true]]);
  });

  test("[ME30] what is shown is said, and taken back; what could not be written is said, too", async () => {
    const { screen, said } = await sharing(phq9, sampleReadings("phq9", 28, [phq9With(3)]), {
      shown: "total",
      each: "total",
    });
    await expect.element(screen.getByText("Kim sees: the total, and the chart.")).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Ask me each time again" }));
    await userEvent.click(screen.getByRole("radio", { name: "Nothing" }));
    await userEvent.click(screen.getByRole("button", { name: "Take it back" }));
    expect(said).toEqual(["asked again", "taken back"]);
    const full = await sharing(phq9, sampleReadings("phq9", 28, [phq9With(3)]), {
      send: async () => "This device has no room left.",
    });
    await userEvent.click(full.screen.getByRole("radio", { name: "Total and chart" }).last());
    await userEvent.click(full.screen.getByRole("button", { name: "Look at it first" }));
    await userEvent.click(full.screen.getByRole("button", { name: "Send to Kim" }));
    await expect.element(full.screen.getByText("This device has no room left.")).toBeVisible();
    await expect.element(full.screen.getByRole("dialog")).toBeVisible();
  });

  test("another time is opened by its day, with what is seen of it", async () => {
    const opened: string[] = [];
    const { screen } = await sharing(phq9, sampleReadings("phq9", 28, [phq9With(9), phq9With(3)]), {
      times: [{ id: "first", on: "2026-03-02", shown: "word" }],
      ontime: (id: string) => opened.push(id),
    });
    await expect.element(screen.getByText("30 March 2026")).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: /2 March 2026.*Kim sees: the word only\./ }));
    expect(opened).toEqual(["first"]);
  });

  test("where no word is ever spoken, the word alone is not offered", async () => {
    const { screen } = await sharing(pcl5, sampleReadings("pcl5", 28, [Array(20).fill(1)]));
    await expect.element(screen.getByRole("radio", { name: "Total and chart" })).toBeVisible();
    await expect.element(screen.getByRole("radio", { name: "The word only" })).not.toBeInTheDocument();
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
    await expect.element(screen.getByText("Question 9: an answer that asks for care")).toBeVisible();
    await expect.element(screen.getByText("Reliable change from 6 points (second-hand)")).toBeVisible();
    await expect.element(screen.getByText(/Reliable, and across the cut-off/)).toBeVisible();
    await expect.element(screen.getByText("Band: minimal")).toBeVisible();
    await expect.element(screen.getByText("Answers", { exact: true })).not.toBeInTheDocument();
    const text = document.body.textContent!;
    expect(text.indexOf("asks for care")).toBeLessThan(text.indexOf("Band: minimal"));
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
