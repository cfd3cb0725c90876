import { type CalendarDate, err, ok, type Result } from "@goldseam/core";
import { type Change, changeByThreshold } from "./formula.ts";
import { type Measure, type Threshold, totalRange } from "./measure.ts";
import { isProvisional, type Sourced } from "./sourced.ts";

/** Two numbers of one measure, compared by its threshold alone: the rules of a spoken word are not applied. */
export function changeBetween(
  measure: Measure,
  before: number,
  after: number,
): Result<Change, { readonly type: "NotTrended" | "OutOfRange" }> {
  if (!measure.threshold) return err({ type: "NotTrended" });
  const [min, max] = totalRange(measure);
  const isInside = (total: number): boolean => total >= min && total <= max;
  if (!isInside(before) || !isInside(after)) return err({ type: "OutOfRange" });
  return ok(
    changeByThreshold(before, after, {
      step: measure.threshold.step.value,
      higherIsBetter: measure.higherIsBetter,
    }),
  );
}

/** A total on a day; null when the reading has none. */
export type Reading = { readonly on: CalendarDate; readonly total: number | null };
type Complete = { readonly on: CalendarDate; readonly total: number };

/** What a person may be told, or why there is nothing to say yet. */
export type Spoken =
  | {
      readonly says: Change;
      /** Nobody has read the number behind it in a source: the sentence is marked "provisional" (ME1). */
      readonly isProvisional: boolean;
    }
  | { readonly says: "nothing"; readonly because: "never spoken" | "first look" | "first fortnight" };

/** The readings that a person's changes are compared with. */
export type Baseline = { readonly mean: number; readonly since: CalendarDate; readonly readings: 1 | 2 };

const dayMs = 86_400_000;
/** Whole days from one date to another. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs);

/** Days from the first reading on in which nothing is called a change. */
export const firstDays = 14;

const isComplete = (reading: Reading): reading is Complete => reading.total !== null;

/** Whether a number may drive a sentence: a provisional one only once it is confirmed (ME1). */
export const mayBeSpoken = (number: Sourced<unknown>, isConfirmed: boolean): boolean =>
  !isProvisional(number) || isConfirmed;

/**
 * The baseline of complete readings in order of date: the mean of the first two, or the first alone where the second
 * came too long after it. `undefined` while there is too little.
 */
export function baselineOf(
  readings: readonly Reading[],
  { baselineWithin }: Threshold,
): Baseline | undefined {
  const [first, second] = readings.filter(isComplete);
  if (!first) return undefined;
  if (baselineWithin !== undefined && second && daysBetween(first.on, second.on) > baselineWithin)
    return { mean: first.total, since: first.on, readings: 1 };
  if (!second) return undefined;
  return { mean: (first.total + second.total) / 2, since: first.on, readings: 2 };
}

/**
 * What the last reading says of a person's change, by the rules of ME1 and ME15 to ME17.
 *
 * `readings` are in order of date; those without a total are skipped. A new phase that practitioner and person
 * started together is said by leaving out the readings before it.
 */
export function spokenChange(measure: Measure, readings: readonly Reading[]): Spoken {
  const { threshold } = measure;
  if (!threshold || threshold.practitionerOnly) return { says: "nothing", because: "never spoken" };
  const complete = readings.filter(isComplete);
  const baseline = baselineOf(complete, threshold);
  const last = complete.at(-1);
  if (!baseline || !last || complete.length <= baseline.readings)
    return { says: "nothing", because: "first look" };
  if (daysBetween(baseline.since, last.on) < firstDays)
    return { says: "nothing", because: "first fortnight" };
  return fromBaseline(measure, threshold, baseline, complete);
}

function fromBaseline(
  { higherIsBetter }: Measure,
  threshold: Threshold,
  baseline: Baseline,
  complete: readonly Complete[],
): Spoken {
  const changeOf = (reading: Complete, step: number): Change =>
    changeByThreshold(baseline.mean, reading.total, { step, higherIsBetter });
  const marked = isProvisional(threshold.step);
  const last = complete.at(-1)!;
  const says = changeOf(last, threshold.step.value);
  const isSure =
    threshold.sureAtOnce === true &&
    threshold.sure !== undefined &&
    changeOf(last, threshold.sure.value) === says;
  const before = complete.at(-2)!;
  const isNear = threshold.within === undefined || daysBetween(before.on, last.on) <= threshold.within;
  const isRepeated = isNear && changeOf(before, threshold.step.value) === says;
  const isConfirmed = isSure || (threshold.readings === 2 && isRepeated);
  const isSaid = threshold.readings === 1 || isConfirmed;
  if (says === "unchanged" || !isSaid || !mayBeSpoken(threshold.step, isConfirmed))
    return { says: "unchanged", isProvisional: marked };
  return { says, isProvisional: marked };
}

/** The band that counts as a person's usual ups and downs: baseline ± threshold, inside the range of the total. */
export function usualRange(measure: Measure, baseline: Baseline): readonly [number, number] | undefined {
  const step = measure.threshold?.step.value;
  if (step === undefined) return undefined;
  const [min, max] = totalRange(measure);
  return [Math.max(min, baseline.mean - step), Math.min(max, baseline.mean + step)];
}

/**
 * "Recovered": reliably better and across the cut. A clinical word, for the practitioner's view alone; it is worked
 * out when it is looked at and never stored (ME18).
 */
export function isRecovered(measure: Measure, before: number, after: number): boolean {
  const change = changeBetween(measure, before, after);
  const cut = measure.cut?.value;
  if (!change.ok || change.value !== "improved" || !cut) return false;
  const isPositive = (total: number): boolean => (cut.side === "below" ? total < cut.at : total >= cut.at);
  return isPositive(before) && !isPositive(after);
}
