import { ok, type Result } from "@goldseam/core";
import { csi4 } from "./csi4/csi4.ts";
import { csi16 } from "./csi16/csi16.ts";
import type { Measure } from "./measure.ts";
import { type Responses, type Score, type ScoreError, score } from "./score.ts";

/** The items of CSI-16 that are CSI-4, from 1. */
const shared = [1, 5, 7, 10] as const;

/** The answers to CSI-4 that lie in answers to CSI-16. */
export const csi4Of = (responses: Responses): Responses => shared.map((item) => responses[item - 1] ?? null);

/**
 * CSI-4 from the sixteen answers of CSI-16: in a week with the long form the short one is not asked.
 *
 * A refused answer outside of the four does not matter.
 *
 * - Errors: answers that CSI-16 does not have.
 */
export function scoreCsi4FromCsi16(responses: Responses): Result<Score, ScoreError> {
  const whole = score(csi16 as Measure, responses);
  if (!whole.ok) return whole;
  const part = score(csi4 as Measure, csi4Of(responses));
  return part.ok ? ok(part.value) : part;
}
