import type { NotSent, Reader } from "@goldseam/client/sharing";
import { type EventId, err, type Instant, type MemberId, ok, type Result } from "@goldseam/core";
import { beforeEach, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-svelte";
import "@goldseam/ui/style.css";
import Preview from "./Preview.svelte";

const reader = (name: string, role: Reader["role"]): Reader => ({
  memberId: name as unknown as MemberId,
  role,
  since: Date.UTC(2026, 2, 3) as Instant,
  name,
});
const [ben, kim] = [reader("Ben", "partner"), reader("Kim", "practitioner")];
const text = "I lied about Friday.\n\nYou asked me twice.";

beforeEach(() => {
  document.documentElement.lang = "en";
  document.title = "Draft";
});

async function preview(answers: readonly Result<EventId, NotSent>[], who: readonly Reader[] = [ben, kim]) {
  const asked: string[][] = [];
  let sent = 0;
  const left = [...answers];
  const props = {
    use: "apology",
    text,
    who,
    author: "You",
    send: async (named: readonly Reader[]) => {
      asked.push(named.map(({ name }) => name!));
      return left.shift()!;
    },
    onsent: () => sent++,
    onclosed: () => {},
  } as const;
  const screen = await render(Preview, props);
  return {
    screen,
    asked,
    sent: () => sent,
    change: (now: readonly Reader[]) => screen.rerender({ who: now }),
  };
}

test("names everyone who will read it, since when they are there, and shows the words; one button names the act", async () => {
  const { screen, asked, sent } = await preview([ok("e".repeat(22) as EventId)]);
  const sheet = screen.getByRole("dialog", { name: "These people will read this" });
  await expect.element(sheet.getByText("Ben and Kim will read this. It can’t be unsent.")).toBeVisible();
  expect(sheet.element().textContent).toContain("your partner, here since 3 March 2026");
  expect(sheet.element().textContent).toContain("practitioner, here since 3 March 2026");
  expect(sheet.element().querySelector(".said")?.textContent).toBe(text);
  expect(sheet.element().textContent).toContain("What was read cannot be unread.");
  expect(sheet.element().textContent).toContain("A court may ask for what exists.");
  expect(asked).toEqual([]);
  await userEvent.click(sheet.getByRole("button", { name: "Send to Ben and Kim" }));
  expect(asked).toEqual([["Ben", "Kim"]]);
  expect(sent()).toBe(1);
});

test("says in words why nothing was sent, and stays with the words", async () => {
  const { screen, sent } = await preview([
    err({ type: "ForbiddenWords", kind: "passwords" }),
    err({ type: "ReadersChanged" }),
  ]);
  const send = screen.getByRole("button", { name: "Send to Ben and Kim" });
  await userEvent.click(send);
  await expect
    .element(
      screen.getByText(
        "This cannot be asked for or promised here: passwords, codes or fingerprints. Say it another way.",
      ),
    )
    .toBeVisible();
  await userEvent.click(send);
  await expect.element(screen.getByText(/Look again who will read this/)).toBeVisible();
  expect(sent()).toBe(0);
});

test("shows who is there now when somebody comes while it is open", async () => {
  const { screen, asked, change } = await preview([ok("e".repeat(22) as EventId)], [ben]);
  await expect.element(screen.getByRole("dialog", { name: "This person will read this" })).toBeVisible();
  await change([ben, kim]);
  await expect.element(screen.getByText("Ben and Kim will read this. It can’t be unsent.")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Send to Ben and Kim" }));
  expect(asked).toEqual([["Ben", "Kim"]]);
});
