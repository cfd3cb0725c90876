import { createRawSnippet } from "svelte";
import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import Sheet from "./Sheet.svelte";
import "./style.css";

const children = createRawSnippet(() => ({
  render: () => "<div><label>What happened <input></label><button type='button'>Send to Robin</button></div>",
}));

/** A page with a button that has opened a sheet, as a person would have. */
async function opened() {
  const opener = document.createElement("button");
  opener.textContent = "Make a promise";
  document.body.append(opener);
  opener.focus();
  let closings = 0;
  const props = { title: "A promise of yours", draft: true, children, onclosed: () => closings++ };
  const screen = await render(Sheet, { ...props, open: false });
  await screen.rerender({ open: true });
  const dialog = screen.getByRole("dialog", { name: "A promise of yours" });
  await expect.element(dialog).toBeVisible();
  await expect.element(screen.getByRole("heading", { name: "A promise of yours" })).toHaveFocus();
  return { opener, screen, dialog, closings: () => closings };
}

test("Tab goes round inside the sheet, in both directions, and passes Exit", async () => {
  const { opener, dialog } = await opened();
  const reached = new Set<string>();
  for (let press = 0; press < 8; press++) {
    await userEvent.tab();
    expect(dialog.element().contains(document.activeElement)).toBe(true);
    const here = document.activeElement;
    reached.add(here?.getAttribute("aria-label") ?? here?.textContent?.trim() ?? "");
  }
  expect([...reached]).toEqual(expect.arrayContaining(["Close, keep as a draft", "Send to Robin", "Exit"]));
  await userEvent.tab({ shift: true });
  expect(dialog.element().contains(document.activeElement)).toBe(true);
  opener.remove();
});

test("Escape closes it and the focus is back where it was", async () => {
  const { opener, dialog, closings } = await opened();
  await userEvent.keyboard("{Escape}");
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.poll(() => document.activeElement).toBe(opener);
  expect(closings()).toBe(1);
  opener.remove();
});

test("its cross closes it; a press beside it does not", async () => {
  const { opener, screen, dialog } = await opened();
  await userEvent.click(document.querySelector(".veil")!, { position: { x: 5, y: 5 }, force: true });
  await expect.element(dialog).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Close, keep as a draft" }));
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.poll(() => document.activeElement).toBe(opener);
  opener.remove();
});
