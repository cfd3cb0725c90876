import { smallestReliableStep } from "../formula.ts";
import type { Measure, Threshold } from "../measure.ts";

import { computed, pending, secondHand } from "../sourced.ts";
import wording from "./wording.json" with { type: "json" };

const form = "Funk & Rogge 2007; printed form";
const sd = pending(4.7, "Funk & Rogge 2007: standard deviation of the norm group");
const alpha = pending(0.94, "Funk & Rogge 2007: alpha of the norm group");
const retest = pending(0.85, "an assumed test–retest reliability");

const byFormula = "1.96 standard errors of a difference (Jacobson & Truax 1991), next whole number";
const threshold: Threshold = {
  step: computed(smallestReliableStep(sd.value, alpha.value), byFormula, [sd, alpha]),
  sure: computed(smallestReliableStep(sd.value, retest.value), byFormula, [sd, retest]),
  readings: 2,
  within: 21,
};

/** Couples Satisfaction Index, 4 items. */
export const csi4 = {
  id: "csi4",
  scoringVersion: 1,
  key: secondHand(
    {
      items: [
        [0, 6],
        [0, 5],
        [0, 5],
        [0, 5],
      ],
      reversed: [],
      total: "sum",
    },
    form,
  ),
  higherIsBetter: true,
  bands: secondHand(
    [
      { name: "notable-dissatisfaction", from: 0 },
      { name: "no-notable-dissatisfaction", from: 13.5 },
    ],
    form,
  ),
  cut: secondHand({ at: 13.5, side: "below" }, form),
  threshold,
  wording,
} as const satisfies Measure;
