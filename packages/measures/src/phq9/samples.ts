import type { Samples } from "../samples.ts";

/** Answers and what they come to, worked out by hand from the printed key. */
export const phq9Samples: Samples = {
  answers: [
    { responses: [2, 1, 3, 1, 0, 1, 2, 0, 0], total: 10, band: "moderate", positive: true, flags: [] },
    {
      responses: [1, 1, 0, 0, 0, 0, 0, 0, 2],
      total: 4,
      band: "minimal",
      positive: false,
      flags: ["phq9-item9", "phq9-item9-high"],
    },
    {
      responses: [2, 2, 2, 2, 2, 2, null, 2, 1],
      total: null,
      band: null,
      positive: null,
      flags: ["phq9-item9"],
    },
    {
      responses: [0, 0, 0, 0, 0, 0, 0, 0, 1],
      total: 1,
      band: "minimal",
      positive: false,
      flags: ["phq9-item9"],
    },
    {
      responses: [3, 3, 3, 3, 3, 3, 3, 3, null],
      total: null,
      band: null,
      positive: null,
      flags: ["phq9-item9-refused"],
    },
  ],
  totals: [
    { total: 0, band: "minimal", positive: false, flags: [] },
    { total: 4, band: "minimal", positive: false, flags: [] },
    { total: 5, band: "mild", positive: false, flags: [] },
    { total: 6, band: "mild", positive: false, flags: [] },
    { total: 9, band: "mild", positive: false, flags: [] },
    { total: 10, band: "moderate", positive: true, flags: [] },
    { total: 11, band: "moderate", positive: true, flags: [] },
    { total: 14, band: "moderate", positive: true, flags: [] },
    { total: 15, band: "moderately-severe", positive: true, flags: [] },
    { total: 16, band: "moderately-severe", positive: true, flags: [] },
    { total: 19, band: "moderately-severe", positive: true, flags: [] },
    { total: 20, band: "severe", positive: true, flags: ["phq9-severe"] },
    { total: 21, band: "severe", positive: true, flags: ["phq9-severe"] },
  ],
};
