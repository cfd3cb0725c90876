import type { Samples } from "../samples.ts";

/** Answers and what they come to, worked out by hand from the printed key. */
export const who5Samples: Samples = {
  answers: [
    { responses: [1, 2, 3, 4, 5], total: 60, band: null, positive: false, flags: [] },
    { responses: [1, 2, 3, 4, null], total: null, band: null, positive: null, flags: [] },
  ],
  totals: [
    { total: 24, band: null, positive: true, flags: ["who5-low"] },
    { total: 28, band: null, positive: true, flags: ["who5-low"] },
    { total: 32, band: null, positive: true, flags: [] },
    { total: 48, band: null, positive: true, flags: [] },
    { total: 52, band: null, positive: false, flags: [] },
    { total: 100, band: null, positive: false, flags: [] },
  ],
};
