import axe from "axe-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import "@goldseam/ui/style.css";
import Editor from "./Editor.svelte";
import type { Timer } from "./surroundings.ts";

/** A timer that the test lets run out. */
function heldTimer() {
  let waiting: (() => void) | null = null;
  const timer: Timer = (_, then) => {
    waiting = then;
    return () => {
      waiting = null;
    };
  };
  return { timer, pass: () => waiting?.(), isWaiting: () => waiting !== null };
}

async function written(text: string, more: Record<string, unknown> = {}) {
  const { timer, pass, isWaiting } = heldTimer();
  const screen = await render(Editor, { label: "Your letter", use: "apology", timer, ...more });
  const field = screen.getByRole("textbox", { name: "Your letter" });
  await userEvent.fill(field, text);
  return { screen, field, pass, isWaiting, area: field.element() as HTMLTextAreaElement };
}
const marks = () => [...document.querySelectorAll(".mirror .words")];

beforeEach(() => {
  document.documentElement.lang = "en";
  document.title = "Letter";
});
afterEach(() => {
  delete document.documentElement.dataset.scheme;
});

test("[WR9] nothing is said while a person types; after the pause the number of notes is announced", async () => {
  const { screen, pass, isWaiting } = await written("I'm sorry if I hurt you.");
  expect(isWaiting()).toBe(true);
  await expect.element(screen.getByRole("status")).toHaveTextContent("");
  pass();
  await expect.element(screen.getByRole("status")).toHaveTextContent("One note on your text.");
});

test("[WR8] the words are underlined in the place where they stand, after emoji and accents too", async () => {
  const { screen, area, pass } = await written(
    "🙏🏽 Chérie, je… sorry, I mean: hello. I'm sorry if I hurt you. 💔 Bye",
  );
  pass();
  await expect
    .element(screen.getByText("This leaves open whether anything was done.", { exact: false }))
    .toBeVisible();
  expect(marks().map((mark) => mark.textContent)).toEqual(["I'm sorry if I hurt you."]);
  await userEvent.click(screen.getByRole("button", { name: "Show the words" }).first());
  expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe("I'm sorry if I hurt you.");
  expect(document.activeElement).toBe(area);
});

test("[WR8] underlines are neither red nor colour alone: each has a number that stands at its note", async () => {
  const { screen, pass } = await written("Please forgive me. Mistakes were made.");
  pass();
  await expect.element(screen.getByRole("list").nth(1)).toBeVisible();
  const numbers = marks().map((mark) => mark.getAttribute("data-number"));
  expect(numbers.toSorted()).toEqual(["1", "2"]);
  for (const mark of marks()) {
    const { textDecorationColor, textDecorationStyle } = getComputedStyle(mark);
    expect(textDecorationStyle).toBe("dashed");
    const [red, , blue] = textDecorationColor.match(/[\d.]+/g)!.map(Number);
    expect(blue! > red!).toBe(true);
  }
});

test("[WR8] the mirror has the shape of the field, also with long lines and large text", async () => {
  document.documentElement.style.fontSize = "32px";
  const { area } = await written(`${"Long words and more of them, ".repeat(40)}\n\n${"x".repeat(300)}`);
  const mirror = document.querySelector(".mirror")!;
  expect(mirror.getBoundingClientRect().height).toBeCloseTo(area.getBoundingClientRect().height, 0);
  expect(area.scrollHeight).toBeLessThanOrEqual(area.clientHeight + 1);
  document.documentElement.style.fontSize = "";
});

test("[WR6] a note that was waved away stays away, whatever is changed elsewhere", async () => {
  const { screen, field, pass } = await written("I'm sorry if I hurt you.");
  pass();
  await userEvent.click(screen.getByRole("button", { name: "Wave away" }).first());
  await expect.element(screen.getByRole("status")).toHaveTextContent("No notes on your text.");
  await userEvent.fill(field, "Hello there. I'm sorry if I hurt you.");
  pass();
  await expect
    .element(screen.getByText("This leaves open whether", { exact: false }))
    .not.toBeInTheDocument();
});

test("[WR8] undo is the browser's own and brings back what was typed before", async () => {
  const { area, pass } = await written("First.");
  area.focus();
  area.setSelectionRange(6, 6);
  await userEvent.keyboard(" Please forgive me.");
  pass();
  await expect.poll(() => marks().length).toBe(1);
  await userEvent.keyboard("{Control>}z{/Control}");
  expect(area.value.length).toBeLessThan("First. Please forgive me.".length);
});

test("[WR10] by keyboard: from the field to the note, whose words are shown, and back to them", async () => {
  const { screen, area, pass } = await written("Please forgive me.");
  pass();
  await expect.element(screen.getByRole("button", { name: "Wave away" }).first()).toBeVisible();
  area.focus();
  await userEvent.tab();
  expect(document.activeElement?.tagName).toBe("SUMMARY");
  await expect.poll(() => document.querySelectorAll(".mirror .shown").length).toBe(1);
  await userEvent.tab();
  await userEvent.keyboard("{Enter}");
  expect(document.activeElement).toBe(area);
  expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe("Please forgive me.");
});

test("[WR7] words of self-harm leave coaching: one line and the way to help, nothing else", async () => {
  const asked: string[] = [];
  const { screen, pass } = await written("Please forgive me or I will kill myself.", {
    onhelp: (help: string) => asked.push(help),
  });
  pass();
  await userEvent.click(screen.getByRole("button", { name: "Open help" }));
  expect(asked).toEqual(["self-harm"]);
  expect(marks()).toEqual([]);
});

test("[WR11] in another language it says that it speaks only English", async () => {
  const { screen, pass } = await written("Es tut mir leid.", { language: "de" });
  pass();
  await expect
    .element(screen.getByText("The coach speaks only English.", { exact: false }).last())
    .toBeVisible();
});

test("marks stay with their words while a person goes on typing before them", async () => {
  const { area, pass } = await written("Please forgive me.");
  pass();
  await expect.poll(() => marks().length).toBe(1);
  area.focus();
  area.setSelectionRange(0, 0);
  await userEvent.keyboard("So. ");
  expect(marks().map((mark) => mark.textContent)).toEqual(["Please forgive me."]);
});

describe("accessibility", () => {
  test.each(["light", "dark"] as const)("[WR10] axe finds nothing, %s", async (scheme) => {
    document.documentElement.dataset.scheme = scheme;
    const { screen, pass } = await written(
      "I'm sorry if I hurt you. Please forgive me. Mistakes were made. You are pathetic.",
    );
    pass();
    await expect.element(screen.getByRole("button", { name: "Wave away" }).first()).toBeVisible();
    const { violations } = await axe.run(document.body, {
      rules: { region: { enabled: false }, "page-has-heading-one": { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual(
      [],
    );
  });
  test("[WR10] every button is at least 48 px high", async () => {
    const { screen, pass } = await written("Please forgive me.");
    pass();
    await expect.element(screen.getByRole("button", { name: "Wave away" }).first()).toBeVisible();
    for (const button of document.querySelectorAll(".notes button, .notes summary"))
      expect(button.getBoundingClientRect().height).toBeGreaterThanOrEqual(48);
  });
});
