import type { Samples } from "../samples.ts";

/** Answers and what they come to, worked out by hand from the printed key. */
export const core10Samples: Samples = {
  answers: [
    {
      responses: [1, 3, 2, null, 1, 0, 2, 1, 2, 0],
      total: 100 / 9,
      band: "mild",
      positive: true,
      flags: ["core10-prorated"],
    },
    { responses: [0, 4, 4, 0, 0, 0, 0, 0, 0, 0], total: 0, band: "low", positive: false, flags: [] },
    { responses: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], total: 8, band: "low", positive: false, flags: [] },
    {
      responses: [2, 2, 2, 2, 1, null, 1, 1, 1, 1],
      total: 130 / 9,
      band: "mild",
      positive: true,
      flags: ["core10-item6-refused", "core10-prorated"],
    },
    {
      responses: [null, 2, 2, null, 1, 1, 1, 1, 1, 1],
      total: null,
      band: null,
      positive: null,
      flags: ["core10-item6"],
    },
    {
      responses: [2, 2, 2, 2, 2, null, 2, 2, 2, 2],
      total: 20,
      band: "moderate-to-severe",
      positive: true,
      flags: ["core10-item6-refused", "core10-prorated"],
    },
  ],
  totals: [
    { total: 10, band: "low", positive: false, flags: [] },
    { total: 11, band: "mild", positive: true, flags: [] },
    { total: 12, band: "mild", positive: true, flags: [] },
    { total: 14, band: "mild", positive: true, flags: [] },
    { total: 15, band: "moderate", positive: true, flags: [] },
    { total: 16, band: "moderate", positive: true, flags: [] },
    { total: 19, band: "moderate", positive: true, flags: [] },
    { total: 20, band: "moderate-to-severe", positive: true, flags: [] },
    { total: 21, band: "moderate-to-severe", positive: true, flags: [] },
    { total: 24, band: "moderate-to-severe", positive: true, flags: [] },
    { total: 25, band: "severe", positive: true, flags: ["core10-severe"] },
    { total: 26, band: "severe", positive: true, flags: ["core10-severe"] },
  ],
};
