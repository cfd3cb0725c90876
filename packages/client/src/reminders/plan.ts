import { type Instant, minuteMs, type ZoneId } from "@goldseam/core";
import { dateOf, daysAfter, momentOf, weekdayOf } from "@goldseam/practices";
import { limits } from "@goldseam/sync";
import type { ReminderSetting } from "./setting.ts";

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
  const moments = [...chosen, ...before].map((at) => at - (at % limits.wakeUpStepMs));
  return [...new Set(moments)]
    .filter((at) => at > now && at <= now + limits.wakeUpAheadMs)
    .sort((one, other) => one - other)
    .slice(0, limits.wakeUpsMax) as Instant[];
}

const daysAhead = limits.wakeUpAheadMs / (24 * 60 * minuteMs);
