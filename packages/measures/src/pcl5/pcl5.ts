import { alike, type Measure } from "../measure.ts";
import { verified } from "../sourced.ts";
import wording from "./wording.json" with { type: "json" };

const center = "Weathers et al. 2013, National Center for PTSD";

/** How many items of each cluster must be answered 2 or more. Items are numbered from 1. */
const clusters = [
  { flag: "pcl5-cluster-b", first: 1, last: 5, needed: 1 },
  { flag: "pcl5-cluster-c", first: 6, last: 7, needed: 1 },
  { flag: "pcl5-cluster-d", first: 8, last: 14, needed: 2 },
  { flag: "pcl5-cluster-e", first: 15, last: 20, needed: 2 },
];
const countsFrom = 2;

function clustersMet(answers: readonly (number | null)[]): readonly string[] {
  const met = clusters
    .filter(({ first, last, needed }) => {
      const counting = answers
        .slice(first - 1, last)
        .filter((answer) => answer !== null && answer >= countsFrom);
      return counting.length >= needed;
    })
    .map(({ flag }) => flag);
  return met.length === clusters.length ? [...met, "pcl5-clusters-met"] : met;
}

/** PTSD Checklist for DSM-5. No severity bands exist. */
export const pcl5 = {
  id: "pcl5",
  scoringVersion: 1,
  key: verified({ items: alike(20, [0, 4]), reversed: [], total: "sum" }, center),
  higherIsBetter: false,
  cut: verified({ at: 31, side: "at or above" }, `${center}: 31 to 33, initial research`),
  answerFlags: verified(clustersMet, center),
  totalFlags: verified([{ flag: "pcl5-in-cut-range", from: 31, to: 33 }], center),
  threshold: {
    step: verified(
      15,
      "Marx et al. 2022: 15 and 18 in two trials; Blanchard et al. 2023: 9 to 12 likely real",
    ),
    readings: 1,
    baselineWithin: 14,
    practitionerOnly: true,
  },
  assignedOnly: true,
  wording,
} as const satisfies Measure;
