import type { Samples } from "../samples.ts";

/** Answers and what they come to, worked out by hand from the printed key. */
export const gad2Samples: Samples = {
  answers: [{ responses: [3, null], total: null, band: null, positive: null, flags: [] }],
  totals: [
    { total: 0, band: null, positive: false, flags: [] },
    { total: 2, band: null, positive: false, flags: [] },
    { total: 3, band: null, positive: true, flags: [] },
    { total: 4, band: null, positive: true, flags: [] },
    { total: 6, band: null, positive: true, flags: [] },
  ],
};
