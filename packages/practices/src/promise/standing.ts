import {
  type CalendarDate,
  dayMs,
  hourMs,
  type Instant,
  type MemberId,
  minuteMs,
  type RoomFacts,
  type WallTime,
  type ZoneId,
} from "@goldseam/core";
import type { Mark, View } from "./events.ts";
import { promiseLimits } from "./limits.ts";
import {
  isActive,
  isEnded,
  type MadePromise,
  markUntil,
  type Occurrence,
  type PromiseLedger,
  partnersAt,
  type Said,
  saidToBeMissed,
} from "./promise.ts";
import { daysAfter, momentOf } from "./schedule.ts";

type SaidMark = Occurrence["marks"][number];

/** How one occurrence reads at a moment. */
export type Standing =
  | { readonly reads: "upcoming" | "due-soon" }
  | { readonly reads: "awaiting-mark"; readonly until: Instant }
  | { readonly reads: "kept" | "late" | "missed"; readonly mark: SaidMark }
  /** Counts as kept (P14.4), before and after the new due moment. */
  | { readonly reads: "moved"; readonly mark?: SaidMark; readonly saidLater?: SaidMark }
  | { readonly reads: "not-marked"; readonly saidLater?: SaidMark }
  | { readonly reads: "ended" };
export type Reading = Standing["reads"];

/**
 * How `occurrence` reads at `now`.
 *
 * A mark that came within 24 hours of the due moment decides; a later one is shown beside and changes nothing.
 *
 * - Source: P14.4, P14.6, P14.7, P14.12, P14.14.
 */
export function standing(promise: MadePromise, occurrence: Occurrence, now: Instant): Standing {
  const moved = occurrence.moves.length > 0;
  const mark = occurrence.marks[0];
  if (mark) {
    if (mark.at >= markUntil(occurrence)) return { reads: moved ? "moved" : "not-marked", saidLater: mark };
    if (mark.mark === "kept") return { reads: moved ? "moved" : "kept", mark };
    return { reads: mark.mark === "missed" ? "missed" : "late", mark };
  }
  if (isEnded(promise, occurrence)) return { reads: "ended" };
  if (moved) return { reads: "moved" };
  if (now < occurrence.due) return { reads: now < soonFrom(occurrence) ? "upcoming" : "due-soon" };
  return now < markUntil(occurrence)
    ? { reads: "awaiting-mark", until: markUntil(occurrence) }
    : { reads: "not-marked" };
}

/** What the maker is asked at `now`: "I kept it · Move it", "I kept it · I didn't", or nothing. */
export type Asks = "nothing" | "keep-or-move" | "mark";

/** A withdrawn promise asks nothing, not even about what was due before (P14.12). */
export function asks(promise: MadePromise, occurrence: Occurrence, now: Instant): Asks {
  if (promise.withdrawn || occurrence.marks.length > 0 || now < soonFrom(occurrence)) return "nothing";
  if (now < occurrence.due) return "keep-or-move";
  return now < markUntil(occurrence) ? "mark" : "nothing";
}

/** The marks that "I kept it" and "I didn't" may become at `now`; after the due moment "I kept it" asks "in time, or later?". */
export const marksToChoose = (occurrence: Occurrence, now: Instant): readonly Mark[] =>
  now < occurrence.due ? ["kept"] : ["kept", "kept-late", "missed"];

/**
 * Whether an occurrence counts for the maker, against, or neither way (G3, the seam, the history in words).
 *
 * What the maker later says can take a "kept" back and can never add one (PR7).
 */
export function counts(
  promise: MadePromise,
  occurrence: Occurrence,
  now: Instant,
): "for" | "against" | "neither" {
  const { reads } = standing(promise, occurrence, now);
  if (reads === "missed") return "against";
  return (reads === "kept" || reads === "moved") && !saidToBeMissed(occurrence) ? "for" : "neither";
}

/** A week of the couple, Monday to Sunday, in the couple's zone. */
export type Week = { readonly monday: CalendarDate; readonly zone: ZoneId };

/**
 * How many occurrences due in that week, of either maker, were kept or moved in time.
 *
 * For the rule of `seam.laid` alone: no screen shows the figure (P14.13).
 */
export function keptInWeek(ledger: PromiseLedger, { monday, zone }: Week): number {
  const from = momentOf({ date: monday, time: midnight }, zone);
  const until = momentOf({ date: daysAfter(monday, 7), time: midnight }, zone);
  return everyOccurrence(ledger).filter(
    ({ promise, occurrence }) =>
      occurrence.due >= from && occurrence.due < until && counts(promise, occurrence, until) === "for",
  ).length;
}

/** One occurrence as a screen shows it. */
export type OccurrenceView = {
  readonly occurrence: Occurrence;
  readonly standing: Standing;
  readonly asks: Asks;
  /** Later marks by the maker, in record order (P14.6). */
  readonly corrections: readonly SaidMark[];
  /** The witness's view now, beside the mark (P14.5). */
  readonly view?: Said & { readonly view: View; readonly note?: string };
  /** What came with the newest move, or with a heads-up when nothing moved. */
  readonly note?: string;
  /** What a one-off promise brought back. */
  readonly brought?: string;
};

/** One promise as a screen shows it. */
export type PromiseView = {
  readonly promise: MadePromise;
  /** `over`: nothing is left to come. `ended`: withdrawn. */
  readonly status: "active" | "over" | "ended";
  /** What is due or decided, newest first. */
  readonly past: readonly OccurrenceView[];
  /** The nearest that is still ahead. */
  readonly next?: OccurrenceView;
  /** Whether both of its partners are in the room. */
  readonly together: boolean;
};

/** All promises of the room as they read at `now`, newest first. */
export function promisesOf(ledger: PromiseLedger, room: RoomFacts, now: Instant): readonly PromiseView[] {
  const here = partnersAt(room, now);
  return [...ledger.promises.values()].reverse().map((promise) => {
    const occurrences = [...promise.occurrences.values()].sort((a, b) => a.due - b.due);
    const shown = occurrences.map((occurrence) => occurrenceView(promise, occurrence, now));
    const isPast = ({ occurrence, standing: { reads } }: OccurrenceView) =>
      reads !== "ended" && (occurrence.due <= now || occurrence.marks.length > 0);
    const next = shown.find((view) => !isPast(view) && view.standing.reads !== "ended");
    return {
      promise,
      status: promise.withdrawn ? "ended" : isActive(promise, now) ? "active" : "over",
      past: shown.filter(isPast).reverse(),
      ...(next && { next }),
      together: here.includes(promise.maker) && here.includes(promise.witness),
    };
  });
}

/** One occurrence of `promise` as a screen shows it at `now`. */
export function occurrenceView(promise: MadePromise, occurrence: Occurrence, now: Instant): OccurrenceView {
  const noteOf = (said: { readonly wordsId?: Said["eventId"] } | undefined): string | undefined =>
    said?.wordsId && occurrence.notes.get(said.wordsId);
  const lastView = occurrence.views.at(-1);
  const viewNote = noteOf(lastView);
  const note = noteOf(occurrence.moves.at(-1) ?? occurrence.headsUp);
  const brought = occurrence.marks.map(noteOf).find((text) => text !== undefined);
  return {
    occurrence,
    standing: standing(promise, occurrence, now),
    asks: asks(promise, occurrence, now),
    corrections: occurrence.marks.slice(1),
    ...(lastView && { view: { ...lastView, ...(viewNote && { note: viewNote }) } }),
    ...(note && { note }),
    ...(brought && { brought }),
  };
}

/** The one thing about promises that Today asks `me`. */
export type DueNext = {
  readonly promise: MadePromise;
  readonly occurrence: Occurrence;
  readonly asks: Exclude<Asks, "nothing">;
};

/** What is asked of `me` now: first what waits longest for a mark, then what is due soonest; null when nothing is. */
export const dueNext = (ledger: PromiseLedger, me: MemberId, now: Instant): DueNext | null =>
  allDue(ledger, me, now)[0] ?? null;

/** All that is asked of `me` now, in that order. */
export const allDue = (ledger: PromiseLedger, me: MemberId, now: Instant): readonly DueNext[] =>
  everyOccurrence(ledger)
    .filter(({ promise }) => promise.maker === me)
    .map(({ promise, occurrence }) => ({ promise, occurrence, asks: asks(promise, occurrence, now) }))
    .filter((each): each is DueNext => each.asks !== "nothing")
    .sort((a, b) => a.occurrence.due - b.occurrence.due);

/** The first moment after `now` at which something reads or asks otherwise by time alone; null when none will. */
export function nextMomentOfChange(ledger: PromiseLedger, now: Instant): Instant | null {
  const moments = everyOccurrence(ledger)
    .filter(({ promise, occurrence }) => occurrence.marks.length === 0 && !isEnded(promise, occurrence))
    .flatMap(({ occurrence }) => [
      soonFrom(occurrence),
      ...(occurrence.fallback ? [occurrence.fallback] : []),
      ...(occurrence.signal ? [occurrence.signal] : []),
      occurrence.due,
      markUntil(occurrence),
    ])
    .filter((moment) => moment > now);
  return moments.length === 0 ? null : moments.reduce((first, moment) => (moment < first ? moment : first));
}

/** Whether a screen shows both times of what was said (P14.5). What waits to be sent has only one. */
export const showsBothTimes = ({ n, claimed, received }: Said): boolean =>
  n !== undefined && Math.abs(received - claimed) > promiseLimits.bothTimesBeyond.value * minuteMs;

/** The due moments of one maker from `from` on, for other practices that share the day's limit (P14.10). */
export const dueMomentsOf = (ledger: PromiseLedger, maker: MemberId, from: Instant): readonly Instant[] =>
  everyOccurrence(ledger)
    .filter(({ promise, occurrence }) => promise.maker === maker && occurrence.due >= from)
    .filter(({ promise, occurrence }) => !isEnded(promise, occurrence))
    .map(({ occurrence }) => occurrence.due)
    .sort((a, b) => a - b);

export const everyOccurrence = (
  ledger: PromiseLedger,
): readonly { readonly promise: MadePromise; readonly occurrence: Occurrence }[] =>
  [...ledger.promises.values()].flatMap((promise) =>
    [...promise.occurrences.values()].map((occurrence) => ({ promise, occurrence })),
  );

/** Start of the reach of the history in words. */
export const historyFrom = (now: Instant): Instant =>
  (now - promiseLimits.historyReach.value * 7 * dayMs) as Instant;

const midnight = "00:00" as WallTime;

const soonFrom = ({ due }: Occurrence): Instant => (due - promiseLimits.dueSoon.value * hourMs) as Instant;
