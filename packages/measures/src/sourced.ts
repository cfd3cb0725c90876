/** How well a number is known; the method note prints it beside every result. */
export type Status = "verified" | "second-hand" | "computed" | "pending";

/**
 * A value that came from somewhere.
 *
 * - `verified`: read in the article's abstract, in the rights holder's words, or in a public implementation.
 * - `second-hand`: read where somebody quotes the original.
 * - `computed`: worked out from the figures in `from`; it is as weak as the weakest of them.
 * - `pending`: remembered, not found in a source: a placeholder.
 */
export interface Sourced<T> {
  readonly value: T;
  readonly status: Status;
  readonly source: string;
  /** A calendar date. */
  readonly checkedOn: string;
  /** What a computed value was worked out from. */
  readonly from?: readonly Sourced<unknown>[];
}

const checkedOn = "2026-11-21";

export const verified = <T>(value: T, source: string): Sourced<T> => ({
  value,
  status: "verified",
  source,
  checkedOn,
});
export const secondHand = <T>(value: T, source: string): Sourced<T> => ({
  value,
  status: "second-hand",
  source,
  checkedOn,
});
export const pending = <T>(value: T, source: string): Sourced<T> => ({
  value,
  status: "pending",
  source,
  checkedOn,
});
export const computed = <T>(value: T, source: string, from: readonly Sourced<unknown>[]): Sourced<T> => ({
  value,
  status: "computed",
  source,
  checkedOn,
  from,
});

/** Whether nobody has read this number in a source, directly or in what it was worked out from (ME1). */
export function isProvisional({ status, from }: Sourced<unknown>): boolean {
  return status === "pending" || (status === "computed" && (from ?? []).some(isProvisional));
}
