import type { CalendarDate } from "@goldseam/core";
import { daysBetween, firstDays } from "../change.ts";
import type { Change } from "../formula.ts";

/** Which side of an injury a person is on. Where injuries go both ways, both are both. */
export type Side = "hurt" | "caused";

/** One question of our own. Not validated: no cut-off, no norm, no reliable change. */
export type DiaryItem = {
  readonly id: DiaryId;
  /** Raised when its words change in meaning. */
  readonly wordingVersion: number;
  readonly answer:
    | { readonly kind: "slider"; readonly max: 10 }
    | { readonly kind: "choice"; readonly max: 2 }
    | { readonly kind: "count"; readonly max: 5 }
    | { readonly kind: "text"; readonly max: 600 };
  /** Without it, of both. Nobody is asked to report what the other does. */
  readonly askedOf?: Side;
  readonly every: "day or week" | "week" | "month";
  /** What is said of a row of answers: a word of change, a plain count, the line alone, or the words themselves. */
  readonly shows: "word" | "count" | "line" | "text";
};

export const diaryIds = ["e1", "e2", "e3", "e3m", "e4", "e5", "e6", "e7"] as const;
export type DiaryId = (typeof diaryIds)[number];

const slider = { kind: "slider", max: 10 } as const;

/** The seven single items, `e3` with the maker's side of it. */
export const diaryItems = {
  e1: { id: "e1", wordingVersion: 1, answer: slider, every: "day or week", shows: "word" },
  e2: { id: "e2", wordingVersion: 1, answer: { kind: "choice", max: 2 }, every: "week", shows: "count" },
  e3: { id: "e3", wordingVersion: 1, answer: slider, askedOf: "hurt", every: "week", shows: "word" },
  e3m: { id: "e3m", wordingVersion: 1, answer: slider, askedOf: "caused", every: "week", shows: "word" },
  e4: { id: "e4", wordingVersion: 1, answer: { kind: "count", max: 5 }, every: "week", shows: "count" },
  e5: { id: "e5", wordingVersion: 1, answer: slider, askedOf: "hurt", every: "month", shows: "line" },
  e6: { id: "e6", wordingVersion: 1, answer: slider, every: "month", shows: "line" },
  e7: { id: "e7", wordingVersion: 1, answer: { kind: "text", max: 600 }, every: "week", shows: "text" },
} as const satisfies { readonly [Id in DiaryId]: DiaryItem };

/** An answer on a day; `null` for "not this week". */
export type DiaryAnswer = { readonly on: CalendarDate; readonly value: number | string | null };

/** Whether a value can be an answer to this item. */
export function isDiaryValue({ answer }: DiaryItem, value: unknown): value is number | string | null {
  if (value === null) return true;
  if (answer.kind === "text")
    return (
      typeof value === "string" && value.trim() !== "" && value.length <= answer.max && value.isWellFormed()
    );
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= answer.max;
}

/** How many answers a window needs, how long it is, and how far its mean must move. Our own heuristic (ME19). */
export const diaryRule = {
  daily: { days: 14, least: 6 },
  weekly: { days: 28, least: 3 },
  points: 1.5,
} as const;

/** What may be said of a row of answers today. */
export type DiarySpoken =
  | { readonly says: Change }
  | { readonly says: "nothing"; readonly because: "never spoken" | "first fortnight" | "too few" };

type Given = { readonly on: CalendarDate; readonly value: number };

/**
 * Compares the last window of a slider's answers with the first one, by ME19.
 *
 * `rhythm` is how often this person answers it: daily windows hold 14 days, weekly ones 28. Answers are in order of
 * date; skipped ones do not count.
 */
export function diarySpoken(
  item: DiaryItem,
  answers: readonly DiaryAnswer[],
  { today, rhythm }: { readonly today: CalendarDate; readonly rhythm: "daily" | "weekly" },
): DiarySpoken {
  if (item.shows !== "word") return { says: "nothing", because: "never spoken" };
  const given = answers.filter((answer): answer is Given => typeof answer.value === "number");
  const first = given[0];
  if (!first || daysBetween(first.on, today) < firstDays)
    return { says: "nothing", because: "first fortnight" };
  const { days, least } = diaryRule[rhythm];
  const early = given.filter(({ on }) => daysBetween(first.on, on) < days);
  const isRecent = ({ on }: Given): boolean => daysBetween(on, today) < days && daysBetween(on, today) >= 0;
  const recent = given.filter(isRecent);
  const spread = spreadOf(given.filter(({ on }) => daysBetween(on, today) >= days));
  if (early.length < least || recent.length < least || spread === undefined)
    return { says: "nothing", because: "too few" };
  const difference = meanOf(recent) - meanOf(early);
  if (Math.abs(difference) <= spread || Math.abs(difference) < diaryRule.points) return { says: "unchanged" };
  return { says: difference > 0 ? "improved" : "deteriorated" };
}

const meanOf = (given: readonly Given[]): number =>
  given.reduce((sum, { value }) => sum + value, 0) / given.length;

/** The standard deviation within this person's answers (n − 1); `undefined` with fewer than two. */
function spreadOf(given: readonly Given[]): number | undefined {
  if (given.length < 2) return undefined;
  const mean = meanOf(given);
  return Math.sqrt(given.reduce((sum, { value }) => sum + (value - mean) ** 2, 0) / (given.length - 1));
}

/** The band of a slider's first window: its mean and one spread to both sides, inside 0 to 10. */
export function diaryRange(
  answers: readonly DiaryAnswer[],
  rhythm: "daily" | "weekly",
): readonly [number, number] | undefined {
  const given = answers.filter((answer): answer is Given => typeof answer.value === "number");
  const first = given[0];
  if (!first) return undefined;
  const { days, least } = diaryRule[rhythm];
  const early = given.filter(({ on }) => daysBetween(first.on, on) < days);
  if (early.length < least) return undefined;
  const reach = Math.max(spreadOf(early) ?? 0, diaryRule.points);
  return [Math.max(0, meanOf(early) - reach), Math.min(10, meanOf(early) + reach)];
}

/** How often each answer was given in the last 28 days: what a plain sentence about counts needs. */
export function diaryCounts(
  answers: readonly DiaryAnswer[],
  today: CalendarDate,
): { readonly weeks: number; readonly sum: number; readonly byValue: ReadonlyMap<number | string, number> } {
  const recent = answers.filter(
    ({ on, value }) => value !== null && daysBetween(on, today) < 28 && daysBetween(on, today) >= 0,
  );
  const byValue = new Map<number | string, number>();
  for (const { value } of recent) byValue.set(value!, (byValue.get(value!) ?? 0) + 1);
  const sum = recent.reduce((total, { value }) => total + (typeof value === "number" ? value : 0), 0);
  return { weeks: recent.length, sum, byValue };
}
