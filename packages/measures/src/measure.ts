import type { Sourced } from "./sourced.ts";
import { isComplete, type Wording } from "./wording.ts";

/** The lowest and the highest answer of an item. */
export type ItemRange = readonly [min: number, max: number];

/** How answers become a total. Items are numbered from 1. */
export type Key = {
  readonly items: readonly ItemRange[];
  /** Items read as `min + max − value`. */
  readonly reversed: readonly number[];
  readonly total: "sum" | "mean" | "four times the sum";
};

/** A name for totals from `from` upwards, until the next band. */
export type Band = { readonly name: string; readonly from: number };

/** Where a screen counts as positive. */
export type Cut = { readonly at: number; readonly side: "at or above" | "at or below" | "below" };

/** Raised by one answer, whether or not there is a total (ME10). */
export type ItemFlag =
  | { readonly flag: string; readonly item: number; readonly from: number }
  | { readonly flag: string; readonly item: number; readonly whenRefused: true };

/** Raised by a total between both ends, both included. */
export type TotalFlag = { readonly flag: string; readonly from: number; readonly to: number };

/** Raised by the sum of a few items, once each of them is answered. Any of them makes the measure positive. */
export type GroupFlag = { readonly flag: string; readonly items: readonly number[]; readonly from: number };

/** How large a difference has to be before it is a change, and when a word is said of it. */
export type Threshold = {
  /** `|after − before|` from here on is a reliable change. */
  readonly step: Sourced<number>;
  /** From here on a difference would be reliable under the weaker of two assumed reliabilities, too. */
  readonly sure?: Sourced<number>;
  /** One reading from `sure` on is enough, where two are asked for below it. */
  readonly sureAtOnce?: true;
  /** How many complete readings in a row must agree. */
  readonly readings: 1 | 2;
  /** The most days between those two. */
  readonly within?: number;
  /** The most days between the first two readings for their mean to be the baseline; without it, always. */
  readonly baselineWithin?: number;
  /** Read by the practitioner with the person; no sentence is shown. */
  readonly practitionerOnly?: true;
};

/** A published measure: what its answers mean. Pure data; `score` and `change` read it. */
export type Measure<Id extends string = string> = {
  readonly id: Id;
  /** Raised when the same answers give another result (ME6). */
  readonly scoringVersion: number;
  readonly key: Sourced<Key>;
  readonly higherIsBetter: boolean;
  /** Never pro-rated, never trended, its answers never written (ME6, ME11). */
  readonly safetyScreen?: true;
  /** How many items may be missing; the total is then read from the mean of the others. */
  readonly mayMiss?: Sourced<number>;
  readonly bands?: Sourced<readonly Band[]>;
  readonly cut?: Sourced<Cut>;
  readonly itemFlags?: Sourced<readonly ItemFlag[]>;
  readonly totalFlags?: Sourced<readonly TotalFlag[]>;
  readonly groupFlags?: Sourced<readonly GroupFlag[]>;
  /** Flags that need more than one answer and no total. */
  readonly answerFlags?: Sourced<(answers: readonly (number | null)[]) => readonly string[]>;
  readonly prorated?: string;
  readonly threshold?: Threshold;
  /** Offered by a practitioner alone. */
  readonly assignedOnly?: true;
  /** Asked with pictures: no words that somebody could paste stand for it. */
  readonly pictures?: true;
  /** Absent for a slot: a practitioner with a licence fills it in. */
  readonly wording?: Wording;
};

/** The lowest and the highest total. */
export function totalRange({ key: { value } }: Measure): ItemRange {
  const sum = (end: 0 | 1): number => value.items.reduce((total, range) => total + range[end], 0);
  if (value.total === "mean") return [sum(0) / value.items.length, sum(1) / value.items.length];
  const times = value.total === "four times the sum" ? 4 : 1;
  return [times * sum(0), times * sum(1)];
}

/** Whether a person may be asked it: its wording was found in two places and nothing in it is empty (ME2). */
export const isOffered = ({ wording }: Measure): boolean => wording?.verified === true && isComplete(wording);

/** Whether the schedule may ask it: offered, and no practitioner has to ask for it first. */
export const isScheduled = (measure: Measure): boolean => isOffered(measure) && !measure.assignedOnly;

/**
 * Whether a practitioner may assign it (ME32): it is asked in no other way, and words can stand for it. A safety screen
 * never: nothing of it is kept, so that there would be nothing to give.
 */
export const mayBeAssigned = ({ wording, assignedOnly, safetyScreen, pictures }: Measure): boolean =>
  !safetyScreen && !pictures && (assignedOnly === true || wording === undefined);

/** As many items of one range. */
export const alike = (count: number, range: ItemRange): readonly ItemRange[] =>
  Array.from({ length: count }, () => range);
