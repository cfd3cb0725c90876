import type { Samples } from "../samples.ts";

/** Answers and what they come to, worked out by hand from the printed key. */
export const pcl5Samples: Samples = {
  answers: [
    {
      responses: [3, 0, 0, 0, 0, 0, 2, 2, 2, 0, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0],
      total: 13,
      band: null,
      positive: false,
      flags: ["pcl5-cluster-b", "pcl5-cluster-c", "pcl5-cluster-d", "pcl5-cluster-e", "pcl5-clusters-met"],
    },
    {
      responses: [null, 2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0],
      total: null,
      band: null,
      positive: null,
      flags: ["pcl5-cluster-b", "pcl5-cluster-e"],
    },
    { responses: Array(20).fill(1), total: 20, band: null, positive: false, flags: [] },
  ],
  totals: [
    { total: 30, band: null, positive: false, flags: [] },
    { total: 31, band: null, positive: true, flags: ["pcl5-in-cut-range"] },
    { total: 32, band: null, positive: true, flags: ["pcl5-in-cut-range"] },
    { total: 33, band: null, positive: true, flags: ["pcl5-in-cut-range"] },
    { total: 34, band: null, positive: true, flags: [] },
  ],
};
