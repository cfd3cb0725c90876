import type { Measure } from "../measure.ts";
import { verified } from "../sourced.ts";

/** Inclusion of Other in the Self: scoring alone. Overlap is not safety. */
export const ios = {
  id: "ios",
  scoringVersion: 1,
  key: verified(
    { items: [[1, 7]], reversed: [], total: "sum" },
    "rank correlation .85 with a closeness index, N = 772",
  ),
  higherIsBetter: true,
  pictures: true,
} as const satisfies Measure;
