import type { Samples } from "../samples.ts";

/** Answers and what they come to, worked out by hand from the printed key. */
export const phq4Samples: Samples = {
  answers: [
    { responses: [2, 1, 0, 1], total: 4, band: "mild", positive: true, flags: ["phq4-anxiety"] },
    { responses: [1, 1, 1, 2], total: 5, band: "mild", positive: true, flags: ["phq4-depression"] },
    { responses: [1, 1, 1, 1], total: 4, band: "mild", positive: false, flags: [] },
    {
      responses: [2, 2, 2, 2],
      total: 8,
      band: "moderate",
      positive: true,
      flags: ["phq4-anxiety", "phq4-depression"],
    },
    { responses: [3, 0, null, 3], total: null, band: null, positive: null, flags: ["phq4-anxiety"] },
    { responses: [3, null, 0, 3], total: null, band: null, positive: null, flags: ["phq4-depression"] },
    { responses: [1, 0, 1, 0], total: 2, band: "none", positive: false, flags: [] },
    { responses: [1, 1, 1, 0], total: 3, band: "mild", positive: false, flags: [] },
    {
      responses: [2, 1, 1, 2],
      total: 6,
      band: "moderate",
      positive: true,
      flags: ["phq4-anxiety", "phq4-depression"],
    },
    {
      responses: [3, 2, 2, 2],
      total: 9,
      band: "severe",
      positive: true,
      flags: ["phq4-anxiety", "phq4-depression"],
    },
    {
      responses: [3, 3, 2, 2],
      total: 10,
      band: "severe",
      positive: true,
      flags: ["phq4-anxiety", "phq4-depression"],
    },
  ],
  totals: [{ total: 7, band: "moderate", positive: true, flags: [] }],
};
