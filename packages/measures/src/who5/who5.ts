import { alike, type Measure } from "../measure.ts";
import { secondHand } from "../sourced.ts";

const review = "public pages that quote the published cut-offs";

/** WHO-5 Well-Being Index: scoring alone. */
export const who5 = {
  id: "who5",
  scoringVersion: 1,
  key: secondHand({ items: alike(5, [0, 5]), reversed: [], total: "four times the sum" }, review),
  higherIsBetter: true,
  cut: secondHand({ at: 50, side: "at or below" }, review),
  totalFlags: secondHand([{ flag: "who5-low", from: 0, to: 28 }], review),
} as const satisfies Measure;
