import type { Samples } from "../samples.ts";

/** Answers and what they come to, worked out by hand from the printed key. */
export const csi4Samples: Samples = {
  answers: [
    { responses: [3, 3, 3, 3], total: 12, band: "notable-dissatisfaction", positive: true, flags: [] },
    { responses: [6, 5, 5, 5], total: 21, band: "no-notable-dissatisfaction", positive: false, flags: [] },
    { responses: [null, 5, 5, 5], total: null, band: null, positive: null, flags: [] },
  ],
  totals: [
    { total: 12, band: "notable-dissatisfaction", positive: true, flags: [] },
    { total: 13, band: "notable-dissatisfaction", positive: true, flags: [] },
    { total: 14, band: "no-notable-dissatisfaction", positive: false, flags: [] },
    { total: 15, band: "no-notable-dissatisfaction", positive: false, flags: [] },
  ],
};
