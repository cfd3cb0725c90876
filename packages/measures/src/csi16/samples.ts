import type { Samples } from "../samples.ts";

/** Answers and what they come to, worked out by hand from the printed key. */
export const csi16Samples: Samples = {
  answers: [
    { responses: Array(16).fill(3), total: 48, band: "notable-dissatisfaction", positive: true, flags: [] },
    {
      responses: [6, ...Array(15).fill(5)],
      total: 81,
      band: "no-notable-dissatisfaction",
      positive: false,
      flags: [],
    },
    { responses: [3, null, ...Array(14).fill(3)], total: null, band: null, positive: null, flags: [] },
  ],
  totals: [
    { total: 50, band: "notable-dissatisfaction", positive: true, flags: [] },
    { total: 51, band: "notable-dissatisfaction", positive: true, flags: [] },
    { total: 52, band: "no-notable-dissatisfaction", positive: false, flags: [] },
    { total: 53, band: "no-notable-dissatisfaction", positive: false, flags: [] },
  ],
};
