import { alike, type Measure } from "../measure.ts";
import { secondHand } from "../sourced.ts";
import wording from "./wording.json" with { type: "json" };

const article = "Kroenke et al. 2009";

/** Patient Health Questionnaire, 4 items: the first two of GAD-7, then the first two of PHQ-9. */
export const phq4 = {
  id: "phq4",
  scoringVersion: 1,
  key: secondHand({ items: alike(4, [0, 3]), reversed: [], total: "sum" }, article),
  higherIsBetter: false,
  bands: secondHand(
    [
      { name: "none", from: 0 },
      { name: "mild", from: 3 },
      { name: "moderate", from: 6 },
      { name: "severe", from: 9 },
    ],
    article,
  ),
  groupFlags: secondHand(
    [
      { flag: "phq4-anxiety", items: [1, 2], from: 3 },
      { flag: "phq4-depression", items: [3, 4], from: 3 },
    ],
    article,
  ),
  wording,
} as const satisfies Measure;
