import type { Samples } from "../samples.ts";

/** Answers and what they come to, worked out by hand from the printed key. */
export const iosSamples: Samples = {
  answers: [
    { responses: [1], total: 1, band: null, positive: null, flags: [] },
    { responses: [7], total: 7, band: null, positive: null, flags: [] },
    { responses: [null], total: null, band: null, positive: null, flags: [] },
  ],
  totals: [],
};
