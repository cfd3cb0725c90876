import type { Spoken } from "../change.ts";
import type { Measure } from "../measure.ts";
import type { Score } from "../score.ts";

/** What a result page holds besides the word of change. It raises nothing and tells nobody. */
export type Afterwards = {
  readonly support: "none" | "heavy" | "severe";
  /** A question about dying was left open: refusing is not "no". */
  readonly asksGently: boolean;
  readonly offersLines: boolean;
  readonly offersToTell: boolean;
  /** Longer forms that a short one points to. */
  readonly longer: readonly ("phq9" | "gad7")[];
};

const nothing: Afterwards = {
  support: "none",
  asksGently: false,
  offersLines: false,
  offersToTell: false,
  longer: [],
};

/** Measures whose result is met with words about support. Dissatisfaction is ordinary after a betrayal: it is not. */
const supported = new Set(["phq9", "gad7", "core10", "phq4"]);

/** What to show after a measure. All clear shows nothing, and never says that anybody is safe. */
export function afterwards(measure: Measure, scored: Score | undefined, spoken: Spoken): Afterwards {
  if (!scored || measure.threshold?.practitionerOnly) return nothing;
  const has = (ending: RegExp): boolean => scored.flags.some((flag) => ending.test(flag));
  const isSevere = has(/-severe$/);
  const isHeavy = supported.has(measure.id) && (scored.positive === true || has(/^phq4-/));
  const asksGently = has(/item\d+-refused$/);
  const isWorrying = has(/item\d+(?:-high)?$/);
  const isHarder = spoken.says === "deteriorated";
  const longer = [
    ...(scored.flags.includes("phq4-depression") ? (["phq9"] as const) : []),
    ...(scored.flags.includes("phq4-anxiety") ? (["gad7"] as const) : []),
  ];
  return {
    support: isSevere ? "severe" : isHeavy ? "heavy" : "none",
    asksGently,
    offersLines: isSevere || isHeavy || asksGently || isWorrying,
    offersToTell: isSevere || isWorrying || isHarder,
    longer,
  };
}
