import { smallestReliableStep } from "../formula.ts";
import type { Measure, Threshold } from "../measure.ts";

import { computed, pending, secondHand } from "../sourced.ts";
import wording from "./wording.json" with { type: "json" };

const form = "Funk & Rogge 2007; printed form";
const sd = pending(17, "Funk & Rogge 2007: standard deviation of the norm group");
const alpha = pending(0.98, "Funk & Rogge 2007: alpha of the norm group");
const retest = pending(0.9, "an assumed test–retest reliability");

const byFormula = "1.96 standard errors of a difference (Jacobson & Truax 1991), next whole number";
const threshold: Threshold = {
  step: computed(smallestReliableStep(sd.value, alpha.value), byFormula, [sd, alpha]),
  sure: computed(smallestReliableStep(sd.value, retest.value), byFormula, [sd, retest]),
  sureAtOnce: true,
  readings: 2,
  baselineWithin: 14,
};

/** Couples Satisfaction Index, 16 items. */
export const csi16 = {
  id: "csi16",
  scoringVersion: 1,
  key: secondHand(
    { items: [[0, 6], ...Array.from({ length: 15 }, () => [0, 5] as const)], reversed: [], total: "sum" },
    form,
  ),
  higherIsBetter: true,
  bands: secondHand(
    [
      { name: "notable-dissatisfaction", from: 0 },
      { name: "no-notable-dissatisfaction", from: 51.5 },
    ],
    form,
  ),
  cut: secondHand({ at: 51.5, side: "below" }, form),
  threshold,
  wording,
} as const satisfies Measure;
