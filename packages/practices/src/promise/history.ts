import type { Instant, MemberId, PromiseId } from "@goldseam/core";
import type { PromiseLedger } from "./promise.ts";
import { counts, everyOccurrence, historyFrom, standing } from "./standing.ts";

/** The sentences that a history may be made of: keys of words/en.json. */
export const historyWords = {
  kept: { all: "historyKeptAll", mostly: "historyKeptMostly", partly: "historyKeptPartly" },
  moved: {
    once: "historyMovedOnce",
    twice: "historyMovedTwice",
    sometimes: "historyMovedSometimes",
    often: "historyMovedOften",
  },
  late: { once: "historyLateOnce", sometimes: "historyLateSometimes", often: "historyLateOften" },
  missed: { once: "historyMissedOnce", sometimes: "historyMissedSometimes", often: "historyMissedOften" },
} as const;

type ValuesOf<T> = T[keyof T];
export type HistoryWord =
  | ValuesOf<typeof historyWords.kept>
  | ValuesOf<typeof historyWords.moved>
  | ValuesOf<typeof historyWords.late>
  | ValuesOf<typeof historyWords.missed>;

/**
 * The last eight weeks of one maker, or of one promise, in words: kept, moved, late, missed, in this order.
 *
 * Empty when nothing is decided. It holds no figure, so no screen can turn it into a rate, a streak or a curve;
 * of what went wrong it says "once", "sometimes" or "often", and of what was moved in good time also "twice".
 *
 * - Source: P14.8; PR7 for what counts.
 */
export function history(
  ledger: PromiseLedger,
  {
    maker,
    now,
    promiseId,
  }: { readonly maker: MemberId; readonly now: Instant; readonly promiseId?: PromiseId },
): readonly HistoryWord[] {
  const amounts = { kept: 0, moved: 0, late: 0, missed: 0 };
  for (const { promise, occurrence } of everyOccurrence(ledger)) {
    if (promise.maker !== maker || (promiseId && promise.promiseId !== promiseId)) continue;
    if (occurrence.due <= historyFrom(now)) continue;
    const { reads } = standing(promise, occurrence, now);
    if (reads === "late" || reads === "missed") amounts[reads] += 1;
    if ((reads === "kept" || reads === "moved") && counts(promise, occurrence, now) === "for")
      amounts[reads] += 1;
  }
  const total = amounts.kept + amounts.moved + amounts.late + amounts.missed;
  const words: HistoryWord[] = [];
  // What was moved in good time counts as kept: it takes nothing from "kept".
  if (amounts.kept > 0) words.push(historyWords.kept[share(amounts.kept, total - amounts.moved)]);
  if (amounts.moved > 0) {
    words.push(historyWords.moved[amounts.moved === 2 ? "twice" : frequency(amounts.moved, total)]);
  }
  if (amounts.late > 0) words.push(historyWords.late[frequency(amounts.late, total)]);
  if (amounts.missed > 0) words.push(historyWords.missed[frequency(amounts.missed, total)]);
  return words;
}

function share(amount: number, total: number): "all" | "mostly" | "partly" {
  if (amount === total) return "all";
  return amount * 2 > total ? "mostly" : "partly";
}

function frequency(amount: number, total: number): "once" | "sometimes" | "often" {
  if (amount === 1) return "once";
  return amount * 2 > total ? "often" : "sometimes";
}
