import type { Responses, Score } from "./score.ts";

/** What a measure's tests try it with: answers worked out by hand, and totals on both sides of every cut. */
export type Samples = {
  readonly answers: readonly (Score & { readonly responses: Responses })[];
  /** Flags of single answers and clusters are left out here. */
  readonly totals: readonly Score[];
};
