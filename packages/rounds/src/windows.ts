import { dayMs, type Instant, type ZoneId } from "@goldseam/core";
import { draw } from "./draw.ts";
import { roundLimits } from "./limits.ts";

/** What fixes the windows of a couple: their zone and what they drew at pairing. */
export type WindowSource = { readonly zone: ZoneId; readonly pacingSeed: Uint8Array };

/** The last window that a record may name (the year 9998). */
export const windowMax = 2_932_000;

const { windowFrom, windowUntil } = roundLimits;

/**
 * The moment at which the window of that date begins: a drawn minute from 03:00 and before 06:00 in the couple's zone.
 *
 * - Units: `window` counts days from 1970-01-01 to its date.
 * - Surprising: where the zone skips that minute, it begins later by the gap; where it has it twice, at the first.
 */
export function windowStart(window: number, { zone, pacingSeed }: WindowSource): Instant {
  const minutes = (windowUntil.value - windowFrom.value) * 60;
  const drawn = Math.floor(draw(pacingSeed, "window", window) * minutes);
  return Temporal.PlainDate.from("1970-01-01")
    .add({ days: window })
    .toPlainDateTime({ hour: windowFrom.value + Math.floor(drawn / 60), minute: drawn % 60 })
    .toZonedDateTime(zone, { disambiguation: "compatible" }).epochMilliseconds as Instant;
}

/** The moment at which the next window begins: the first that is no longer in this one. */
export const windowEnd = (window: number, source: WindowSource): Instant => windowStart(window + 1, source);

/** The window in which `moment` lies: the last one that has begun. */
export function windowAt(moment: Instant, source: WindowSource): number {
  // No zone is a whole day from UTC, so the answer is one of four; the last that fits also where a zone skipped a date.
  const near = Math.floor(moment / dayMs);
  for (let window = near + 2; window > near - 2; window -= 1) {
    if (windowStart(window, source) <= moment) return window;
  }
  return near - 2;
}

/** The beginning of the first window after `moment`, or at it. */
export function firstWindowStart(moment: Instant, source: WindowSource): Instant {
  const window = windowAt(moment, source);
  const start = windowStart(window, source);
  return start === moment ? start : windowEnd(window, source);
}
