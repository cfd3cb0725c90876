import type { Instant } from "@goldseam/core";
import { dayMs } from "@goldseam/core";
import { expect, test } from "vitest";
import { history } from "./history.ts";
import { at, jules, mostlyKept, robin, samplePromiseId } from "./samples.ts";
import { everyDay, ledgerOf, made, marked } from "./scenario.ts";

const days = ["02", "03", "04", "05", "06"].map((day) => `2026-03-${day}`);
const marksOf = (marks: readonly ("kept" | "kept-late" | "missed" | null)[]) =>
  ledgerOf([
    made(everyDay("2026-03-02", "2026-03-06")),
    ...marks.flatMap((mark, index) =>
      mark ? [marked(days[index]!, at(days[index]!, "19:00"), mark, { id: `mark-${index}` })] : [],
    ),
  ]);
const now = at("2026-03-10", "20:00");
const wordsOf = (...marks: Parameters<typeof marksOf>[0]) => history(marksOf(marks), { maker: jules, now });

test("[P14.8] the sample reads: mostly kept, twice moved in good time, once missed", () => {
  expect(history(ledgerOf(mostlyKept), { maker: jules, now })).toEqual([
    "historyKeptMostly",
    "historyMovedTwice",
    "historyMissedOnce",
  ]);
});

test("[P14.8] history is words for kept, moved, late and missed, and holds no figure", () => {
  expect(wordsOf("kept", "kept", "kept")).toEqual(["historyKeptAll"]);
  expect(wordsOf("kept", "missed", "missed", "missed", "missed")).toEqual([
    "historyKeptPartly",
    "historyMissedOften",
  ]);
  expect(wordsOf("kept", "kept", "kept", "missed", "missed")).toEqual([
    "historyKeptMostly",
    "historyMissedSometimes",
  ]);
  expect(wordsOf("kept-late", "kept", "kept")).toEqual(["historyKeptMostly", "historyLateOnce"]);
  expect(JSON.stringify(wordsOf("kept", "missed", "kept-late", "kept", "kept"))).not.toMatch(/[0-9%]/);
});

test("[P14.8] what was not marked is not told, and nothing decided tells nothing", () => {
  expect(wordsOf(null, null, "kept")).toEqual(["historyKeptAll"]);
  expect(wordsOf(null, null)).toEqual([]);
});

test("[P14.8] it reaches back eight weeks, over one maker, or one promise of theirs", () => {
  const ledger = marksOf(["missed"]);
  const edge = (at("2026-03-02", "18:00") + 56 * dayMs) as Instant;
  expect(history(ledger, { maker: jules, now: (edge - 1) as Instant })).toEqual(["historyMissedOnce"]);
  expect(history(ledger, { maker: jules, now: edge })).toEqual([]);
  expect(history(ledger, { maker: robin, now })).toEqual([]);
  expect(history(ledger, { maker: jules, now, promiseId: samplePromiseId("other") })).toEqual([]);
});
