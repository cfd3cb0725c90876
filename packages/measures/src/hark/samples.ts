import type { Samples } from "../samples.ts";

/** Answers and what they come to, worked out by hand from the printed key. */
export const harkSamples: Samples = {
  answers: [
    { responses: [1, 1, 0, 0], total: 2, band: null, positive: true, flags: ["hark-item1", "hark-item2"] },
    {
      responses: [0, null, 0, 1],
      total: null,
      band: null,
      positive: true,
      flags: ["hark-item4", "hark-refused"],
    },
    { responses: [0, 0, null, 0], total: null, band: null, positive: null, flags: ["hark-refused"] },
    { responses: [0, 0, 0, 0], total: 0, band: null, positive: false, flags: [] },
    {
      responses: [1, 1, 1, 1],
      total: 4,
      band: null,
      positive: true,
      flags: ["hark-item1", "hark-item2", "hark-item3", "hark-item4"],
    },
    { responses: [0, 1, 0, 0], total: 1, band: null, positive: true, flags: ["hark-item2"] },
    { responses: [0, 0, 1, 0], total: 1, band: null, positive: true, flags: ["hark-item3"] },
  ],
  totals: [],
};
