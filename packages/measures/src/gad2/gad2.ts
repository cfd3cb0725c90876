import { alike, type Measure } from "../measure.ts";
import { verified } from "../sourced.ts";
import wording from "./wording.json" with { type: "json" };

const article = "Kroenke et al. 2007";

/** Generalized Anxiety Disorder, items 1 and 2. */
export const gad2 = {
  id: "gad2",
  scoringVersion: 1,
  key: verified({ items: alike(2, [0, 3]), reversed: [], total: "sum" }, article),
  higherIsBetter: false,
  cut: verified({ at: 3, side: "at or above" }, article),
  wording,
} as const satisfies Measure;
