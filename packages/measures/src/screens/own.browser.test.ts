import { beforeEach, describe, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import { freshPage } from "../../test/scene.ts";
import type { DiaryId } from "../diary/diary.ts";
import { DiaryResult, DiarySitting, SelfCheck } from "../screens.ts";
import { dateAfter } from "./screen-samples.ts";

beforeEach(freshPage);

describe("our own diary", () => {
  test("[ME7] a slider has nothing chosen beforehand, worded ends, and 'not this week' beside it; keys move it", async () => {
    const saved: [DiaryId, number | string | null][] = [];
    let done = 0;
    const screen = await render(DiarySitting, {
      ids: ["e1", "e2", "e4", "e7"],
      onanswer: (id: DiaryId, value: number | string | null) => saved.push([id, value]),
      onfinish: () => done++,
      onstop: () => {},
      name: "Private",
    });
    const press = (name: string) => userEvent.click(screen.getByRole("button", { name, exact: true }));
    await expect.element(screen.getByText("This is your own diary, not a validated test.")).toBeVisible();
    await press("Go on");
    await expect.element(screen.getByText(/Move the mark, or choose/)).toBeVisible();
    const slider = screen.getByRole("slider");
    await expect.element(slider).toHaveAttribute("aria-valuetext", "Nothing chosen yet");
    (slider.element() as HTMLElement).focus();
    await userEvent.keyboard("{ArrowRight}{ArrowRight}");
    await expect.element(slider).toHaveAttribute("aria-valuetext", "7 of 10");
    await press("Go on");
    await userEvent.click(screen.getByRole("radio", { name: "a little" }));
    await press("Go on");
    await userEvent.click(screen.getByRole("radio", { name: "5 or more" }));
    await press("Go on");
    await press("Not this week");
    expect(saved).toEqual([
      ["e1", 7],
      ["e2", 1],
      ["e4", 5],
      ["e7", null],
    ]);
    expect(done).toBe(1);
  });

  test("[ME19] its line says whose it is and shows no change in the first fortnight", async () => {
    const answers = [3, 4, 3, 4, 3, 4, 9].map((value, index) => ({ on: dateAfter(index), value }));
    const screen = await render(DiaryResult, { id: "e1", answers, today: dateAfter(7), rhythm: "daily" });
    await expect.element(screen.getByText("This is your own diary, not a validated test.")).toBeVisible();
    await expect.element(screen.getByText(/Getting to know your usual/)).toBeVisible();
    expect(document.body.textContent).not.toMatch(/clearly/i);
  });

  test("[ME19] counts are told in a plain sentence", async () => {
    const answers = [3, 1].map((value, index) => ({ on: dateAfter(7 * index), value }));
    const screen = await render(DiaryResult, { id: "e4", answers, today: dateAfter(8), rhythm: "weekly" });
    await expect
      .element(screen.getByRole("heading", { level: 1 }))
      .toHaveTextContent("Own only. In the last four weeks: 4 times, in 2 answers.");
    screen.unmount();
    const shared = [0, 2, null].map((value, index) => ({ on: dateAfter(7 * index), value }));
    const other = await render(DiaryResult, {
      id: "e2",
      answers: shared,
      today: dateAfter(15),
      rhythm: "weekly",
    });
    await expect
      .element(other.getByRole("heading", { level: 1 }))
      .toHaveTextContent("In the last four weeks: one clear yes, not once a little.");
    const cells = [...document.querySelectorAll("td")].map(({ textContent }) => textContent);
    expect(cells).toEqual(["no", "yes", "not this week"]);
  });
});

describe("checks of our own", () => {
  async function through(
    id: "signs" | "impact-hurt" | "impact-caused",
    answers: readonly string[],
    more = {},
  ) {
    const screen = await render(SelfCheck, {
      id,
      supportHref: "/support",
      onstop: () => {},
      ...more,
    } as never);
    await userEvent.click(screen.getByRole("button", { name: "Begin" }));
    for (const answer of answers) {
      await userEvent.click(screen.getByRole("radio", { name: answer }));
      await userEvent.click(screen.getByRole("button", { name: "Go on" }));
    }
    return screen;
  }
  const often = (count: number) => Array(count).fill("Most days");
  const seldom = (count: number) => Array(count).fill("Hardly");

  test("[SC1][SC2] twelve sentences, then a summary in words and a first step; nothing is kept by itself", async () => {
    const kept: unknown[] = [];
    const screen = await through("signs", [...often(3), ...seldom(3), ...often(3), ...seldom(3)], {
      onkeep: (answers: unknown) => kept.push(answers),
    });
    await expect
      .element(screen.getByRole("heading", { level: 1 }))
      .toHaveTextContent("You say that talks go round in circles, and that closeness has gone quiet.");
    await expect.element(screen.getByRole("heading", { level: 1 })).toHaveFocus();
    await expect.element(screen.getByText(/A pause, with a time to come back/)).toBeVisible();
    await expect.element(screen.getByText(/not a validated test/)).toBeVisible();
    await expect.element(screen.getByRole("link", { name: /support for me/ })).toBeVisible();
    expect(document.querySelector("main")!.textContent).not.toMatch(/\d/);
    expect(kept).toEqual([]);
    await userEvent.click(screen.getByRole("button", { name: "Keep what I said" }));
    expect(kept).toEqual([[2, 2, 2, 0, 0, 0, 2, 2, 2, 0, 0, 0]]);
  });

  test("[SC1] impact: one sentence each, with a summary and a first step of its own for both sides", async () => {
    const hurt = await through("impact-hurt", [...seldom(3), "Most days", ...seldom(5)]);
    await expect
      .element(hurt.getByRole("heading", { level: 1 }))
      .toHaveTextContent("You say that what pushes in is heavy just now.");
    hurt.unmount();
    const caused = await through("impact-caused", ["Most days", "I’d rather not answer", "Now and then"]);
    await expect.element(caused.getByText(/Say one sentence about it to one person/)).toBeVisible();
  });
});
