import { type Spoken, spokenChange } from "../change.ts";
import type { Change } from "../formula.ts";
import { type MeasureId, measureOf } from "../measures.ts";
import type { ScoredReading } from "../record/readings.ts";
import { isProvisional, type Sourced } from "../sourced.ts";
import * as words from "./words.gen/words.ts";

export type Part = "first" | "early" | "half" | "late" | "last";

/** Where in a list of questions somebody is, in words: `place` from 0. */
export function partOf(place: number, count: number): Part {
  if (place === 0) return "first";
  if (place >= count - 1) return "last";
  const share = (place + 0.5) / count;
  if (share < 0.4) return "early";
  return share < 0.6 ? "half" : "late";
}

const changeSentences: Readonly<Record<Change, () => string>> = {
  improved: words.improved,
  unchanged: words.unchanged,
  deteriorated: words.deteriorated,
};
const silence = {
  "never spoken": words.noWord,
  "first look": words.firstLook,
  "first fortnight": words.fortnight,
};

/** One of the three phrases, or why there is none yet. */
export const spokenSentence = (spoken: Spoken): string =>
  spoken.says === "nothing" ? silence[spoken.because]() : changeSentences[spoken.says]();

/** What the last of these readings says, in the words of the result. */
export const findingOf = (id: MeasureId, readings: readonly ScoredReading[]): string =>
  spokenSentence(spokenChange(measureOf(id)!, readings));

/** How well a number is known. */
export function statusWords(number: Sourced<unknown>): string {
  switch (number.status) {
    case "verified":
      return words.statusVerified();
    case "second-hand":
      return words.statusSecond();
    case "pending":
      return words.statusPending();
    case "computed":
      return isProvisional(number) ? words.statusComputedPending() : words.statusComputed();
  }
}
