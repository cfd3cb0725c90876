import type { Samples } from "../samples.ts";

/** Answers and what they come to, worked out by hand from the printed key. */
export const hitsSamples: Samples = {
  answers: [
    { responses: [1, 1, 1, 1], total: 4, band: null, positive: false, flags: [] },
    { responses: [1, 2, 1, 1], total: 5, band: null, positive: false, flags: [] },
    { responses: [2, 1, 1, 1], total: 5, band: null, positive: false, flags: ["hits-item1"] },
    { responses: [1, 3, 1, 1], total: 6, band: null, positive: true, flags: [] },
    { responses: [1, 2, 3, 1], total: 7, band: null, positive: true, flags: [] },
    { responses: [1, 3, 3, 3], total: 10, band: null, positive: true, flags: [] },
    { responses: [1, 3, 3, 4], total: 11, band: null, positive: true, flags: ["hits-high"] },
    { responses: [1, 4, 3, 4], total: 12, band: null, positive: true, flags: ["hits-high"] },
    { responses: [2, null, 3, 1], total: null, band: null, positive: true, flags: ["hits-item1"] },
    { responses: [1, null, 2, 1], total: null, band: null, positive: null, flags: [] },
  ],
  totals: [],
};
