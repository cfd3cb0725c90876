import { alike, type Measure } from "../measure.ts";
import { secondHand, verified } from "../sourced.ts";
import wording from "./wording.json" with { type: "json" };

const article = "Barkham et al. 2013";

/** Clinical Outcomes in Routine Evaluation, 10 items. Not offered: texts of the form are missing. */
export const core10 = {
  id: "core10",
  scoringVersion: 1,
  key: verified({ items: alike(10, [0, 4]), reversed: [2, 3], total: "sum" }, article),
  higherIsBetter: false,
  mayMiss: verified(1, "CORE System Trust: mean of the nine answered, with caution"),
  prorated: "core10-prorated",
  bands: secondHand(
    [
      { name: "low", from: 0 },
      { name: "mild", from: 11 },
      { name: "moderate", from: 15 },
      { name: "moderate-to-severe", from: 20 },
      { name: "severe", from: 25 },
    ],
    "two public pages that quote the article",
  ),
  cut: verified({ at: 11, side: "at or above" }, article),
  itemFlags: verified(
    [
      { flag: "core10-item6", item: 6, from: 1 },
      { flag: "core10-item6-refused", item: 6, whenRefused: true },
    ],
    "packages/safety/README.md, SU.1",
  ),
  totalFlags: secondHand([{ flag: "core10-severe", from: 25, to: 40 }], "as the bands"),
  threshold: {
    step: verified(6, `${article}: published at 90 % confidence`),
    readings: 1,
    baselineWithin: 14,
  },
  wording,
} as const satisfies Measure;
