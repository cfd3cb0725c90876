import { alike, type Measure } from "../measure.ts";
import { verified } from "../sourced.ts";
import wording from "./wording.json" with { type: "json" };

const article = "Sohal, Eldridge & Feder 2007";

/** The safety screen's four questions. */
export const hark = {
  id: "hark",
  scoringVersion: 1,
  key: verified({ items: alike(4, [0, 1]), reversed: [], total: "sum" }, article),
  higherIsBetter: false,
  safetyScreen: true,
  cut: verified({ at: 1, side: "at or above" }, article),
  itemFlags: verified(
    [
      { flag: "hark-item1", item: 1, from: 1 },
      { flag: "hark-item2", item: 2, from: 1 },
      { flag: "hark-item3", item: 3, from: 1 },
      { flag: "hark-item4", item: 4, from: 1 },
    ],
    article,
  ),
  answerFlags: verified(
    (answers) => (answers.includes(null) ? ["hark-refused"] : []),
    "a refused answer is unknown: packages/safety/README.md",
  ),
  wording,
} as const satisfies Measure;
