import { alike, type Measure } from "../measure.ts";
import { secondHand, verified } from "../sourced.ts";
import wording from "./wording.json" with { type: "json" };

const article = "Kroenke, Spitzer & Williams 2001";
/** The answer of item 9 is looked at the moment it is given. */
const item9 = "packages/safety/README.md, SU.1; attempts by answer: doi.org/10.1176/appi.ps.201200587";

/** Patient Health Questionnaire, 9 items. */
export const phq9 = {
  id: "phq9",
  scoringVersion: 1,
  key: verified({ items: alike(9, [0, 3]), reversed: [], total: "sum" }, article),
  higherIsBetter: false,
  bands: verified(
    [
      { name: "minimal", from: 0 },
      { name: "mild", from: 5 },
      { name: "moderate", from: 10 },
      { name: "moderately-severe", from: 15 },
      { name: "severe", from: 20 },
    ],
    article,
  ),
  cut: verified({ at: 10, side: "at or above" }, article),
  itemFlags: verified(
    [
      { flag: "phq9-item9", item: 9, from: 1 },
      { flag: "phq9-item9-high", item: 9, from: 2 },
      { flag: "phq9-item9-refused", item: 9, whenRefused: true },
    ],
    item9,
  ),
  totalFlags: verified([{ flag: "phq9-severe", from: 20, to: 27 }], article),
  threshold: {
    step: secondHand(6, "NHS Talking Therapies manual: reliable change from 5.20"),
    readings: 1,
    baselineWithin: 14,
  },
  wording,
} as const satisfies Measure;
