import { dayMs, type Instant, minuteMs, type ZoneId } from "@goldseam/core";
import { dateOf, daysAfter, momentOf, weekdayOf } from "@goldseam/practices";
import type { ReminderSetting } from "./setting.ts";

/**
 * What the wire takes of a plan (`limits` of `sync`; a test holds them equal). Their own numbers, since this file is fetched
 * apart: what it shared with the wire's forms would be cut off from them, for everyone.
 */
export const planLimits = { wakeUpsMax: 64, aheadMs: 35 * dayMs, stepMs: 5 * minuteMs } as const;

/**
 * The moments at which somebody with this setting is reminded, earliest first (RM4, RM5).
 *
 * It is given times and due moments, and nothing else: what is not handed in here cannot be reminded of.
 *
 * - Shape: whole five minutes after `now`, within 35 days, at most 64.
 * - Units: `due` are moments at which own promises fall due; `zone` is where the clock stands that the times are read on.
 */
export function wakeUpsOf(
  { times, beforePromises }: ReminderSetting,
  { now, zone, due }: { readonly now: Instant; readonly zone: ZoneId; readonly due: readonly Instant[] },
): readonly Instant[] {
  const today = dateOf(now, zone);
  const dates = Array.from({ length: daysAhead + 1 }, (_, days) => daysAfter(today, days));
  const chosen = dates.flatMap((date) =>
    times
      .filter(({ days }) => days.includes(weekdayOf(date)))
      .map(({ time }): number => momentOf({ date, time }, zone)),
  );
  const before = beforePromises === null ? [] : due.map((moment) => moment - beforePromises * minuteMs);
  const moments = [...chosen, ...before].map((at) => at - (at % planLimits.stepMs));
  return [...new Set(moments)]
    .filter((at) => at > now && at <= now + planLimits.aheadMs)
    .sort((one, other) => one - other)
    .slice(0, planLimits.wakeUpsMax) as Instant[];
}

const daysAhead = planLimits.aheadMs / dayMs;
