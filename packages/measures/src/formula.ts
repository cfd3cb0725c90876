/** What became of somebody between two readings. */
export type Change = "improved" | "unchanged" | "deteriorated";

/** Norms that the formula needs, and which way is better. */
export type Norms = {
  readonly sd: number;
  /** Test–retest if known, else alpha. From 0 to below 1. */
  readonly reliability: number;
  readonly higherIsBetter: boolean;
};

/** Beyond this many standard errors of a difference it is called reliable: 95 in 100. */
const reliableFrom = 1.96;

/** Below this two decimals that were written down as equal are equal: binary fractions are not. */
const written = 1e-9;

/** The standard error of a difference between two readings of one person. */
export const standardErrorOfDifference = (sd: number, reliability: number): number =>
  sd * Math.sqrt(2 * (1 - reliability));

/**
 * The reliable change index: how many standard errors apart two readings are.
 *
 * - Source: Jacobson & Truax 1991.
 */
export const reliableChangeIndex = (before: number, after: number, { sd, reliability }: Norms): number =>
  (after - before) / standardErrorOfDifference(sd, reliability);

/** Whether two readings differ by more than measurement alone would make them: strictly beyond 1.96. */
export function changeByFormula(before: number, after: number, norms: Norms): Change {
  const index = reliableChangeIndex(before, after, norms);
  if (Math.abs(index) <= reliableFrom + written) return "unchanged";
  return index > 0 === norms.higherIsBetter ? "improved" : "deteriorated";
}

/** The smallest whole difference strictly beyond what measurement alone would make. */
export const smallestReliableStep = (sd: number, reliability: number): number =>
  Math.floor(reliableFrom * standardErrorOfDifference(sd, reliability) + written) + 1;

/** Which side of a threshold a difference is on; at the threshold it is past it. */
export function changeByThreshold(
  before: number,
  after: number,
  { step, higherIsBetter }: { readonly step: number; readonly higherIsBetter: boolean },
): Change {
  const difference = after - before;
  if (Math.abs(difference) < step - written) return "unchanged";
  return difference > 0 === higherIsBetter ? "improved" : "deteriorated";
}
