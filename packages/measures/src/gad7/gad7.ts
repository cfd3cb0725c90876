import { alike, type Measure } from "../measure.ts";
import { secondHand, verified } from "../sourced.ts";
import wording from "./wording.json" with { type: "json" };

const article = "Spitzer et al. 2006";

/** Generalized Anxiety Disorder, 7 items. */
export const gad7 = {
  id: "gad7",
  scoringVersion: 1,
  key: verified({ items: alike(7, [0, 3]), reversed: [], total: "sum" }, article),
  higherIsBetter: false,
  bands: verified(
    [
      { name: "minimal", from: 0 },
      { name: "mild", from: 5 },
      { name: "moderate", from: 10 },
      { name: "severe", from: 15 },
    ],
    article,
  ),
  cut: verified({ at: 10, side: "at or above" }, article),
  totalFlags: secondHand(
    [
      { flag: "gad7-service-cutoff", from: 8, to: 21 },
      { flag: "gad7-severe", from: 15, to: 21 },
    ],
    "NHS Talking Therapies manual (8); the article (15)",
  ),
  threshold: {
    step: secondHand(4, "NHS Talking Therapies manual: reliable change from 3.53"),
    readings: 1,
    baselineWithin: 14,
  },
  wording,
} as const satisfies Measure;
