import { alike, type Measure } from "../measure.ts";
import { secondHand } from "../sourced.ts";

/** Dyadic Trust Scale: scoring alone. No cut-off exists. */
export const dts = {
  id: "dts",
  scoringVersion: 1,
  key: secondHand(
    { items: alike(8, [1, 7]), reversed: [1, 2, 6], total: "sum" },
    "Larzelere & Huston 1980, as quoted",
  ),
  higherIsBetter: true,
} as const satisfies Measure;
