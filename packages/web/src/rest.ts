/** Times from docs/safety.md (DV.2), in milliseconds. Design defaults: all but the first may be moved within its bounds. */
export const restLimits = {
  /** Without an act, until words are covered, and Private is locked where nothing is being written. */
  quiet: 2 * 60_000,
  /** Without an act, until Private is locked in a screen where something is being written. */
  quietWhileWriting: 10 * 60_000,
  /** From the unlock until Private is locked, whatever is done in it. */
  unlocked: 30 * 60_000,
  /** Without an act, until the shared side is covered. */
  cover: 15 * 60_000,
} as const;

/** How the app stands: milliseconds since the last act of a hand, and since Private was unlocked (undefined: it is locked). */
export type Idleness = {
  readonly idle: number;
  readonly unlockedFor: number | undefined;
  /** A screen holds words that may not be kept yet. */
  readonly isWriting: boolean;
};

/** What is to happen now. Each goes further than the one before, and whoever does one does no other. */
export type Rest = "nothing" | "cover words" | "lock Private" | "cover all";

/**
 * What quiet, or a long time open, asks for.
 *
 * Words in a screen where somebody writes are only covered at first, so that who stops to think does not find the page
 * closed. Who has been in Private for half an hour is asked for the password again even then.
 */
export function restFor({ idle, unlockedFor, isWriting }: Idleness): Rest {
  if (idle >= restLimits.cover) return "cover all";
  if (unlockedFor === undefined) return "nothing";
  if (unlockedFor >= restLimits.unlocked) return "lock Private";
  if (idle >= (isWriting ? restLimits.quietWhileWriting : restLimits.quiet)) return "lock Private";
  return isWriting && idle >= restLimits.quiet ? "cover words" : "nothing";
}
