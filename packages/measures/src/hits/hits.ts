import { alike, type Measure } from "../measure.ts";
import { verified } from "../sourced.ts";

const article = "Sherin et al. 1998";

/** HITS: scoring alone. */
export const hits = {
  id: "hits",
  scoringVersion: 1,
  key: verified({ items: alike(4, [1, 5]), reversed: [], total: "sum" }, article),
  higherIsBetter: false,
  safetyScreen: true,
  cut: verified({ at: 6, side: "at or above" }, "in women veterans 6 splits best (78 %, 80 %)"),
  itemFlags: verified(
    [{ flag: "hits-item1", item: 1, from: 2 }],
    "a choice of ours: packages/measures/README.md, ME11",
  ),
  totalFlags: verified([{ flag: "hits-high", from: 11, to: 20 }], `${article}: best split 10.5`),
} as const satisfies Measure;
