import type { Samples } from "../samples.ts";

/** Answers and what they come to, worked out by hand from the printed key. */
export const dtsSamples: Samples = {
  answers: [
    { responses: [2, 2, 6, 6, 6, 2, 6, 6], total: 48, band: null, positive: null, flags: [] },
    { responses: [1, 1, 7, 7, 7, 1, 7, 7], total: 56, band: null, positive: null, flags: [] },
    { responses: [7, 7, 1, 1, 1, 7, 1, 1], total: 8, band: null, positive: null, flags: [] },
    { responses: [2, 2, null, 6, 6, 2, 6, 6], total: null, band: null, positive: null, flags: [] },
  ],
  totals: [],
};
