import { alike, type Measure } from "../measure.ts";
import { verified } from "../sourced.ts";

const article = "Iverson et al. 2015: 75 %, 82 %, n = 80";

/** E-HITS: scoring alone. */
export const ehits = {
  id: "ehits",
  scoringVersion: 1,
  key: verified({ items: alike(5, [1, 5]), reversed: [], total: "sum" }, article),
  higherIsBetter: false,
  safetyScreen: true,
  cut: verified({ at: 7, side: "at or above" }, article),
  itemFlags: verified(
    [
      { flag: "ehits-item1", item: 1, from: 2 },
      { flag: "ehits-item5", item: 5, from: 2 },
    ],
    "a choice of ours: packages/measures/README.md, ME11",
  ),
} as const satisfies Measure;
