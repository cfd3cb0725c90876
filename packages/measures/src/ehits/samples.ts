import type { Samples } from "../samples.ts";

/** Answers and what they come to, worked out by hand from the printed key. */
export const ehitsSamples: Samples = {
  answers: [
    { responses: [1, 1, 1, 1, 1], total: 5, band: null, positive: false, flags: [] },
    { responses: [1, 2, 1, 1, 1], total: 6, band: null, positive: false, flags: [] },
    { responses: [1, 3, 1, 1, 1], total: 7, band: null, positive: true, flags: [] },
    { responses: [1, 3, 2, 1, 1], total: 8, band: null, positive: true, flags: [] },
    {
      responses: [2, 1, 1, 1, 2],
      total: 7,
      band: null,
      positive: true,
      flags: ["ehits-item1", "ehits-item5"],
    },
    { responses: [1, null, 1, 1, 3], total: null, band: null, positive: true, flags: ["ehits-item5"] },
    { responses: [1, null, 1, 1, 2], total: null, band: null, positive: null, flags: ["ehits-item5"] },
  ],
  totals: [],
};
