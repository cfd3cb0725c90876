import { beforeEach, describe, expect, test } from "vitest";
import { cdp, userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { freshPage, help, sitting } from "../../test/scene.ts";
import { weekly } from "../battery/battery.ts";
import { csi16 } from "../csi16/csi16.ts";
import { gad7 } from "../gad7/gad7.ts";
import type { Measure } from "../measure.ts";
import { pcl5 } from "../pcl5/pcl5.ts";
import { phq4 } from "../phq4/phq4.ts";
import { phq9 } from "../phq9/phq9.ts";
import type { Responses } from "../score.ts";
import { AskList, headings, QuickResult } from "../screens.ts";

beforeEach(freshPage);

describe("answering a measure", () => {
  test("[ME4] one question at a time, word for word, with every answer of the form and the way not to answer", async () => {
    const { screen, question } = await sitting(phq9);
    await expect.element(question()).toHaveTextContent(phq9.wording.items[0]!.text);
    await expect.element(screen.getByText(phq9.wording.instructions)).toBeVisible();
    const labels = [...document.querySelectorAll(".choice span")].map(({ textContent }) => textContent);
    expect(labels).toEqual([
      "Not at all",
      "Several days",
      "More than half the days",
      "Nearly every day",
      "I’d rather not answer",
    ]);
    expect(document.body.textContent).not.toMatch(/depress.*health|PHQ/i);
  });

  test("[ME7] every answer is as large as every other, also the one not to answer, and none is chosen before", async () => {
    await sitting(phq9);
    const boxes = [...document.querySelectorAll(".choice")].map((each) => each.getBoundingClientRect());
    for (const { height, width } of boxes) {
      expect(height).toBeGreaterThanOrEqual(48);
      expect(Math.round(width)).toBe(Math.round(boxes[0]!.width));
    }
    expect(document.querySelectorAll("input:checked")).toHaveLength(0);
  });

  test("[ME6] a pressed answer is saved at once; the whole is handed over at the end", async () => {
    const { saved, choose, press, finished, question } = await sitting(gad7);
    const answers = ["Not at all", "Several days", "I’d rather not answer"];
    for (let item = 1; item <= 7; item++) {
      await expect.element(question()).toHaveTextContent(gad7.wording.items[item - 1]!.text);
      await choose(answers[(item - 1) % 3]!);
      expect(saved).toHaveLength(item);
      await press("Go on");
    }
    expect(saved.map(([, value]) => value)).toEqual([0, 1, null, 0, 1, null, 0]);
    expect(finished()).toEqual({ responses: [0, 1, null, 0, 1, null, 0], unscored: [] });
  });

  test("[ME6] by keyboard alone: an arrow passes answers without saving them; leaving them saves the one that is meant", async () => {
    const { saved, question } = await sitting(phq4);
    (document.querySelector(".choice input") as HTMLElement).focus();
    await userEvent.keyboard("{ArrowDown}{ArrowDown}");
    expect(saved).toEqual([]);
    await userEvent.tab();
    expect(saved).toEqual([[1, 2]]);
    await userEvent.keyboard("{Enter}");
    expect(saved).toEqual([[1, 2]]);
    await expect.element(question()).toHaveTextContent(phq4.wording.items[1]!.text);
    await expect.element(question()).toHaveFocus();
  });

  test("[ME6] by touch: a tap on the whole row answers it and is saved", async () => {
    const { saved } = await sitting(phq4);
    const row = document.querySelectorAll(".choice")[1]!.getBoundingClientRect();
    const frame = window.frameElement?.getBoundingClientRect() ?? new DOMRect();
    const touch = { x: frame.x + row.right - 20, y: frame.y + row.y + row.height / 2 };
    await cdp().send("Emulation.setTouchEmulationEnabled", { enabled: true });
    await cdp().send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [touch] });
    await cdp().send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await cdp().send("Emulation.setTouchEmulationEnabled", { enabled: false });
    await expect.poll(() => saved).toEqual([[1, 1]]);
  });

  test("going on without an answer says what to do, and the focus goes to the answers", async () => {
    const { screen, press } = await sitting(phq4);
    await press("Go on");
    await expect.element(screen.getByText(/Choose one of the answers/)).toBeVisible();
    await expect.poll(() => document.activeElement?.tagName).toBe("INPUT");
  });

  test("[ME23] it goes on where it was left, and one can go back and change an answer", async () => {
    const { question, press, choose, saved, screen } = await sitting(phq9, {
      answers: new Map([
        [1, 2],
        [2, null],
      ]),
    });
    await expect.element(question()).toHaveTextContent(phq9.wording.items[2]!.text);
    await press("Back");
    await expect.element(screen.getByRole("radio", { name: "I’d rather not answer" })).toBeChecked();
    await choose("Several days");
    expect(saved).toEqual([[2, 1]]);
  });

  test("[ME10] a worrying answer opens the page of help at once, on the same screen; the person goes on or stops", async () => {
    const { screen, question, choose, press, finished, saved } = await sitting(phq9, {
      answers: new Map(Array.from({ length: 8 }, (_, index) => [index + 1, 0])),
    });
    await choose("Several days");
    await expect.element(screen.getByText("Call 116 123"), { timeout: 1000 }).toBeInViewport();
    expect(saved).toEqual([[9, 1]]);
    await expect.element(screen.getByText(/Nobody reads this in real time/)).toBeVisible();
    await choose("Not at all");
    await expect.element(screen.getByText("Call 116 123")).toBeVisible();
    await choose("Nearly every day");
    await press("Go on with the questions");
    await expect.element(question()).toHaveTextContent(phq9.wording.unscored[0]!.text);
    await expect.element(screen.getByText("Call 116 123")).not.toBeInTheDocument();
    await choose("Somewhat difficult");
    await press("Go on");
    expect(finished()).toEqual({ responses: [0, 0, 0, 0, 0, 0, 0, 0, 3], unscored: [1] });
  });

  test("[ME10][ME23] gone on with after it, the last question is there with its answer, and the page of help is open", async () => {
    const { screen, question } = await sitting(phq9, {
      answers: new Map(Array.from({ length: 9 }, (_, index) => [index + 1, index === 8 ? 2 : 0])),
    });
    await expect.element(question()).toHaveTextContent(phq9.wording.items[8]!.text);
    await expect.element(screen.getByRole("radio", { name: "More than half the days" })).toBeChecked();
    await expect.element(screen.getByText("Call 116 123")).toBeVisible();
  });

  test("[ME10] the same answer by keyboard opens it, too", async () => {
    const { screen } = await sitting(phq9, {
      answers: new Map(Array.from({ length: 8 }, (_, index) => [index + 1, 0])),
    });
    (document.querySelector(".choice input") as HTMLElement).focus();
    await userEvent.keyboard("{ArrowDown}");
    await expect.element(screen.getByText("Call 116 123")).toBeVisible();
    await expect.poll(() => document.activeElement?.tagName).toBe("INPUT");
  });

  test("opposite words stand at their ends of the six places", async () => {
    const { screen, question } = await sitting(csi16, {
      answers: new Map(Array.from({ length: 10 }, (_, index) => [index + 1, 3])),
    });
    await expect.element(question()).toHaveTextContent("INTERESTING — BORING");
    await expect.element(screen.getByRole("radio", { name: /^5\s*INTERESTING/ })).toBeVisible();
    await expect.element(screen.getByRole("radio", { name: /^0\s*BORING/ })).toBeVisible();
    await expect.element(screen.getByText(/first impressions and immediate feelings/)).toBeVisible();
  });

  test("[ME26] on the public page nothing is kept, no change is spoken, and lines of a chosen country are there", async () => {
    const asking = await sitting(phq4, { isKept: false, name: undefined });
    await expect
      .element(asking.screen.getByText("Only on this screen. Gone when you close it."))
      .toBeVisible();
    asking.screen.unmount();
    const screen = await render(QuickResult, {
      measure: phq4 as Measure,
      heading: headings.phq4(),
      responses: [2, 2, 1, 1],
      ondone: () => {},
      help,
    } as never);
    await expect.element(screen.getByText("The last two weeks sound heavy.")).toBeVisible();
    await expect.element(screen.getByText("Call 116 123")).toBeVisible();
    await expect.element(screen.getByLabelText("Where you are")).toBeVisible();
    expect(document.body.textContent).not.toMatch(/clearly|longer form|you are safe/i);
  });

  test("a form that a practitioner assigned says before its first question who will be offered the result", async () => {
    const { screen, stopped, press } = await sitting(pcl5, { assignedBy: "Kim" });
    await expect.element(screen.getByText(/Kim asked you to answer this/)).toBeVisible();
    await press("Stop for now");
    expect(stopped()).toBe(1);
    expect(document.body.textContent).not.toMatch(/PTSD/);
  });
});

describe("a week", () => {
  test("[ME20] is asked one screen after the other: four questions, the diary, one neutral tap that is not kept", async () => {
    const said: unknown[] = [];
    const screen = await render(AskList, {
      steps: weekly({ week: 1, hasCsi16: false, sides: ["hurt"] }),
      onbegin: (id: string) => said.push(["begin", id]),
      onanswer: () => {},
      onmeasure: (id: string, { responses }: { responses: Responses }) => said.push([id, responses]),
      ondiary: (id: string, value: unknown) => said.push([id, value]),
      onsafety: (answer: string) => said.push(["safety", answer]),
      onfinish: () => said.push("finished"),
      onstop: () => {},
      name: "Private",
      help,
    } as never);
    const press = (name: string) => userEvent.click(screen.getByRole("button", { name, exact: true }));
    for (let item = 0; item < 4; item++) {
      await userEvent.click(screen.getByRole("radio").nth(1));
      await press("Go on");
    }
    await expect.element(screen.getByRole("heading", { level: 2 })).toHaveFocus();
    for (let item = 0; item < 4; item++) await press("Not this week");
    await expect.element(screen.getByText("Your answer is not kept.")).toBeVisible();
    await userEvent.click(screen.getByRole("radio", { name: "Not sure" }));
    await press("Go on");
    expect(said).toEqual([
      ["begin", "csi4"],
      ["csi4", [1, 1, 1, 1]],
      ["e1", null],
      ["e2", null],
      ["e3", null],
      ["e4", null],
      ["safety", "not sure"],
      "finished",
    ]);
  });
});
