import type { Samples } from "../samples.ts";

/** Answers and what they come to, worked out by hand from the printed key. */
export const sscsSSamples: Samples = {
  answers: [
    { responses: [5, 1, 5, 1, 1, 5], total: 5, band: null, positive: null, flags: [] },
    { responses: [1, 5, 1, 5, 5, 1], total: 1, band: null, positive: null, flags: [] },
    { responses: [4, 2, 4, 2, 3, 4], total: 23 / 6, band: null, positive: null, flags: [] },
    { responses: [4, 2, 4, 2, 3, null], total: null, band: null, positive: null, flags: [] },
  ],
  totals: [],
};
