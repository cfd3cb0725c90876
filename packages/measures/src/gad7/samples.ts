import type { Samples } from "../samples.ts";

/** Answers and what they come to, worked out by hand from the printed key. */
export const gad7Samples: Samples = {
  answers: [
    { responses: [1, 1, 1, 2, 2, 0, 0], total: 7, band: "mild", positive: false, flags: [] },
    { responses: [null, 3, 3, 3, 3, 3, 3], total: null, band: null, positive: null, flags: [] },
  ],
  totals: [
    { total: 4, band: "minimal", positive: false, flags: [] },
    { total: 5, band: "mild", positive: false, flags: [] },
    { total: 6, band: "mild", positive: false, flags: [] },
    { total: 7, band: "mild", positive: false, flags: [] },
    { total: 8, band: "mild", positive: false, flags: ["gad7-service-cutoff"] },
    { total: 9, band: "mild", positive: false, flags: ["gad7-service-cutoff"] },
    { total: 10, band: "moderate", positive: true, flags: ["gad7-service-cutoff"] },
    { total: 11, band: "moderate", positive: true, flags: ["gad7-service-cutoff"] },
    { total: 14, band: "moderate", positive: true, flags: ["gad7-service-cutoff"] },
    { total: 15, band: "severe", positive: true, flags: ["gad7-service-cutoff", "gad7-severe"] },
    { total: 16, band: "severe", positive: true, flags: ["gad7-service-cutoff", "gad7-severe"] },
  ],
};
