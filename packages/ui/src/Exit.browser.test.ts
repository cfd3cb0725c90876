import { afterEach, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import Exit from "./Exit.svelte";
import Top from "./Top.svelte";
import "./style.css";

afterEach(() => {
  document.documentElement.classList.remove("gone");
  history.replaceState(null, "", location.pathname + location.search);
});

/** Exits to an address on this same page, so that the test stays. */
function leaving() {
  const seen: string[] = [];
  const onexit = () =>
    seen.push(document.documentElement.classList.contains("gone") ? "blank first" : "not blank");
  return { seen, way: { href: "#elsewhere", onexit } };
}

test("it is a plain link, so that it works when scripts hang", async () => {
  const screen = await render(Exit);
  await expect.element(screen.getByRole("link", { name: "Exit" })).toHaveAttribute("href", "/leave");
});

test("one press blanks the page, calls the hook, and replaces the address", async () => {
  const { seen, way } = leaving();
  const screen = await render(Exit, way);
  const entries = history.length;
  (screen.getByRole("link", { name: "Exit" }).element() as HTMLElement).click();
  expect(seen).toEqual(["blank first"]);
  await expect.poll(() => location.hash).toBe("#elsewhere");
  expect(history.length).toBe(entries);
});

test("a hook that throws does not keep anyone here", async () => {
  const fails = () => {
    throw new Error("keys were already gone");
  };
  const { leave } = await import("./exit.ts");
  expect(() => leave({ href: "#elsewhere", onexit: fails })).toThrow();
  await expect.poll(() => location.hash).toBe("#elsewhere");
});

test("Shift three times leaves", async () => {
  const { seen, way } = leaving();
  await render(Exit, way);
  await userEvent.keyboard("{Shift}{Shift}");
  expect(seen).toEqual([]);
  await userEvent.keyboard("{Shift}");
  expect(seen).toEqual(["blank first"]);
});

test("Shift for capital letters does not", async () => {
  const { seen, way } = leaving();
  await render(Exit, way);
  await userEvent.keyboard("{Shift>}a{/Shift}{Shift>}b{/Shift}{Shift>}c{/Shift}{Shift>}d{/Shift}");
  expect(seen).toEqual([]);
});

test("three slow presses do not", async () => {
  const { ThreePresses } = await import("./exit.ts");
  const presses = new ThreePresses();
  expect([0, 3000, 6000, 8500].map((time) => presses.press(time))).toEqual([false, false, false, false]);
  expect(presses.press(10_900)).toBe(true);
});

test("the first skip link leaves; three taps on the room's name do too", async () => {
  const { seen, way } = leaving();
  const screen = await render(Top, { name: "Today", ...way });
  await userEvent.tab();
  await expect.element(screen.getByRole("link", { name: "Exit this page" })).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  expect(seen).toHaveLength(1);
  document.documentElement.classList.remove("gone");
  for (let tap = 0; tap < 3; tap++) await userEvent.click(screen.getByText("Today"));
  expect(seen).toHaveLength(2);
});
