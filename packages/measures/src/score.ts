import { err, ok, type Result } from "@goldseam/core";
import type { Cut, ItemRange, Measure } from "./measure.ts";

/** Option values in item order; `null` for "I'd rather not answer" (ME7). */
export type Responses = readonly (number | null)[];

/** Why answers cannot be scored, the first that applies. */
export type ScoreError = { readonly type: "WrongLength" | "NotWhole" | "OutOfRange" };

/** What the answers come to. */
export type Score = {
  /** Not rounded. Null when a needed item was refused (ME10). */
  readonly total: number | null;
  readonly band: string | null;
  readonly positive: boolean | null;
  /** Without repeats. */
  readonly flags: readonly string[];
};

/** The answer as it counts: reversed where the key says so (ME9). */
export const keyed = (measure: Measure, item: number, value: number): number => {
  const [min, max] = measure.key.value.items[item - 1]!;
  return measure.key.value.reversed.includes(item) ? min + max - value : value;
};

/** Whether a value can be an answer to an item of this range, or why not (ME12). */
function faultOf(responses: Responses, items: readonly ItemRange[]): ScoreError | null {
  if (responses.length !== items.length) return { type: "WrongLength" };
  if (responses.some((value) => value !== null && Number.isFinite(value) && !Number.isInteger(value)))
    return { type: "NotWhole" };
  const isInside = (value: number | null, index: number): boolean => {
    const [min, max] = items[index]!;
    return value === null || (value >= min && value <= max);
  };
  return responses.every(isInside) ? null : { type: "OutOfRange" };
}

/**
 * Scores a measure by its published key.
 *
 * A refused item is never counted as 0: the total is then null, save where the rights holder allows one item to be
 * missing. Flags of single items are raised all the same. A safety screen is positive as soon as the answers given
 * are enough, and negative only when every item is answered.
 *
 * - Errors: answers that this measure does not have. Nothing is scored or flagged then.
 */
export function score(measure: Measure, responses: Responses): Result<Score, ScoreError> {
  const { items } = measure.key.value;
  const fault = faultOf(responses, items);
  if (fault) return err(fault);
  const answers = responses.map((value, index) => (value === null ? null : keyed(measure, index + 1, value)));
  const total = totalOf(measure, answers);
  const flags = new Set([
    ...itemFlagsOf(measure, responses),
    ...groupFlagsOf(measure, answers),
    ...(measure.answerFlags?.value(responses) ?? []),
    ...totalFlagsOf(measure, total),
  ]);
  const isProrated = total !== null && answers.includes(null);
  if (isProrated && measure.prorated) flags.add(measure.prorated);
  return ok({
    total,
    band: bandOf(measure, total),
    positive: positiveOf(measure, answers, total),
    flags: [...flags],
  });
}

/** The flags that stand the moment an item is answered, before the others are. */
export function itemFlagsOf(measure: Measure, responses: Responses): readonly string[] {
  return (measure.itemFlags?.value ?? [])
    .filter((flag) => {
      const answer = responses[flag.item - 1];
      if ("whenRefused" in flag) return answer === null;
      return answer !== null && answer !== undefined && answer >= flag.from;
    })
    .map(({ flag }) => flag);
}

function totalOf(measure: Measure, answers: Responses): number | null {
  const given = answers.filter((answer) => answer !== null);
  const missing = answers.length - given.length;
  if (missing > (measure.mayMiss?.value ?? 0)) return null;
  const sum = given.reduce((total, answer) => total + answer, 0);
  switch (measure.key.value.total) {
    case "mean":
      return sum / given.length;
    case "four times the sum":
      return 4 * sum;
    case "sum":
      return (answers.length * sum) / given.length;
  }
}

function bandOf({ bands }: Measure, total: number | null): string | null {
  if (!bands || total === null) return null;
  return bands.value.findLast(({ from }) => total >= from)?.name ?? null;
}

const isPast = (cut: Cut, total: number): boolean => {
  if (cut.side === "at or above") return total >= cut.at;
  return cut.side === "below" ? total < cut.at : total <= cut.at;
};

function positiveOf(measure: Measure, answers: Responses, total: number | null): boolean | null {
  if (measure.safetyScreen) return screenPositive(measure, answers);
  if (total === null) return null;
  if (measure.cut) return isPast(measure.cut.value, total);
  return measure.groupFlags ? groupFlagsOf(measure, answers).length > 0 : null;
}

/** Refused items counted at their lowest: what is past the cut then is past it whatever was refused (ME11). */
function screenPositive(measure: Measure, answers: Responses): boolean | null {
  const least = answers.reduce<number>(
    (sum, answer, index) => sum + (answer ?? measure.key.value.items[index]![0]),
    0,
  );
  if (measure.cut && isPast(measure.cut.value, least)) return true;
  return answers.includes(null) ? null : false;
}

function groupFlagsOf(measure: Measure, answers: Responses): readonly string[] {
  return (measure.groupFlags?.value ?? [])
    .filter(({ items, from }) => {
      const given = items.map((item) => answers[item - 1]).filter((answer) => answer !== null);
      return given.length === items.length && given.reduce<number>((sum, answer) => sum + answer!, 0) >= from;
    })
    .map(({ flag }) => flag);
}

function totalFlagsOf({ totalFlags }: Measure, total: number | null): readonly string[] {
  if (total === null) return [];
  return (totalFlags?.value ?? [])
    .filter(({ from, to }) => total >= from && total <= to)
    .map(({ flag }) => flag);
}
