import { alike, type Measure } from "../measure.ts";
import { verified } from "../sourced.ts";

/** State Self-Compassion Scale, short form: scoring alone. */
export const sscsS = {
  id: "sscs-s",
  scoringVersion: 1,
  key: verified({ items: alike(6, [1, 5]), reversed: [2, 4, 5], total: "mean" }, "Neff et al. 2021"),
  higherIsBetter: true,
} as const satisfies Measure;
