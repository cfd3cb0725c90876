import { alike, type Measure } from "../measure.ts";
import { verified } from "../sourced.ts";
import wording from "./wording.json" with { type: "json" };

const article = "Kroenke, Spitzer & Williams 2003";

/** Patient Health Questionnaire, items 1 and 2. */
export const phq2 = {
  id: "phq2",
  scoringVersion: 1,
  key: verified({ items: alike(2, [0, 3]), reversed: [], total: "sum" }, article),
  higherIsBetter: false,
  cut: verified({ at: 3, side: "at or above" }, article),
  wording,
} as const satisfies Measure;
