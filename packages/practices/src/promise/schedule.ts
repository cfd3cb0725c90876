import { type CalendarDate, type Instant, isCalendarDate, type WallTime, type ZoneId } from "@goldseam/core";
import { promiseLimits } from "./limits.ts";

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A place on the maker's calendar and clock. */
export type WallMoment = { readonly date: CalendarDate; readonly time: WallTime };

type Hours = {
  readonly time: WallTime;
  /** The zone that the maker set in the promise. No rule takes it from a device. */
  readonly zone: ZoneId;
  /** When the maker gives a sign, before `time` on the same date. */
  readonly signalTime?: WallTime;
  /** By when the witness hears if it will not work, before `time` on the same date. */
  readonly fallbackTime?: WallTime;
};

/** When a promise falls due: once, or on some weekdays between two dates, both included. */
export type Schedule =
  | ({ readonly kind: "once"; readonly date: CalendarDate } & Hours)
  | ({
      readonly kind: "repeat";
      readonly days: readonly Weekday[];
      readonly from: CalendarDate;
      readonly until: CalendarDate;
    } & Hours);

/** One time that a promise falls due, named by its date in the promise's zone (P14.15). */
export type Due = {
  readonly date: CalendarDate;
  readonly due: Instant;
  readonly signal?: Instant;
  readonly fallback?: Instant;
};

/**
 * The moment at which a clock in `zone` shows `date` and `time`.
 *
 * Where the clock skips the time, the moment is later by the gap; where it shows it twice, the first counts.
 *
 * - Source: P14.15 (Temporal, "compatible").
 */
export function momentOf({ date, time }: WallMoment, zone: ZoneId): Instant {
  return Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone, {
    disambiguation: "compatible",
  }).epochMilliseconds as Instant;
}

/** The date and time that a clock in `zone` shows at `moment`. */
export function wallMomentOf(moment: Instant, zone: ZoneId): WallMoment {
  const there = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone);
  return {
    date: there.toPlainDate().toString() as CalendarDate,
    time: there.toPlainTime().toString({ smallestUnit: "minute" }) as WallTime,
  };
}

export const dateOf = (moment: Instant, zone: ZoneId): CalendarDate => wallMomentOf(moment, zone).date;

export const daysAfter = (date: CalendarDate, days: number): CalendarDate =>
  Temporal.PlainDate.from(date).add({ days }).toString() as CalendarDate;

export const weekdayOf = (date: CalendarDate): Weekday => Temporal.PlainDate.from(date).dayOfWeek as Weekday;

/** The last date on which a promise made at `madeAt` may fall due (P14.11). */
export const horizonOf = (madeAt: Instant, zone: ZoneId): CalendarDate =>
  daysAfter(dateOf(madeAt, zone), promiseLimits.horizon.value);

/**
 * Every time that a promise made at `madeAt` falls due, in order of date.
 *
 * What would have been due before the making does not exist (PR2). Empty when nothing is left.
 *
 * - Shape: a schedule that `scheduleFault` has nothing against; its last date not past the horizon.
 */
export function occurrencesOf(schedule: Schedule, madeAt: Instant): readonly Due[] {
  return datesOf(schedule, dateOf(madeAt, schedule.zone))
    .map((date) => dueOn(schedule, date))
    .filter(({ due }) => due > madeAt);
}

/** The last date that the schedule names. */
export const lastDateOf = (schedule: Schedule): CalendarDate =>
  schedule.kind === "once" ? schedule.date : schedule.until;

function datesOf(schedule: Schedule, today: CalendarDate): readonly CalendarDate[] {
  if (schedule.kind === "once") return [schedule.date];
  // Dates compare as text. A far past `from` is skipped and the walk is bounded, so that a forged one costs no time.
  const first = schedule.from > today ? schedule.from : today;
  return Array.from({ length: promiseLimits.horizon.value + 1 }, (_, days) => daysAfter(first, days)).filter(
    (date) => date <= schedule.until && schedule.days.includes(weekdayOf(date)),
  );
}

function dueOn(schedule: Schedule, date: CalendarDate): Due {
  const due = momentOf({ date, time: schedule.time }, schedule.zone);
  const before = (time: WallTime | undefined): Instant | undefined =>
    // In the night in which the clock jumps, 02:45 can come after 03:15. A sign is never later than its due moment.
    time && (Math.min(momentOf({ date, time }, schedule.zone), due) as Instant);
  const signal = before(schedule.signalTime);
  const fallback = before(schedule.fallbackTime);
  return { date, due, ...(signal && { signal }), ...(fallback && { fallback }) };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether `value` is a time of the clock, `HH:MM`. */
export const isWallTime = (value: unknown): value is WallTime =>
  typeof value === "string" && /^([01]\d|2[0-3]):[0-5]\d$/.test(value);

/** Whether `value` names a time zone that this device knows. An offset such as `+02:00` is none: it knows no summer. */
export function isZone(value: unknown): value is ZoneId {
  if (
    typeof value !== "string" ||
    value.length > 64 ||
    !/^[A-Z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(value)
  ) {
    return false;
  }
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(value);
    return true;
  } catch {
    return false;
  }
}

/** Whether `value` is a date and a time. */
export const isWallMoment = (value: unknown): value is WallMoment =>
  isObject(value) && isCalendarDate(value.date) && isWallTime(value.time);

/** The first field of `value` that is not what a schedule holds there, `""` for the whole, or null. */
export function scheduleFault(value: unknown): string | null {
  if (!isObject(value)) return "";
  if (!isWallTime(value.time)) return "time";
  if (!isZone(value.zone)) return "zone";
  if (value.signalTime !== undefined && !isWallTime(value.signalTime)) return "signalTime";
  if (value.fallbackTime !== undefined && !isWallTime(value.fallbackTime)) return "fallbackTime";
  if (value.kind === "once") return isCalendarDate(value.date) ? null : "date";
  if (value.kind !== "repeat") return "kind";
  if (!isWeekdays(value.days)) return "days";
  if (!isCalendarDate(value.from)) return "from";
  return isCalendarDate(value.until) && value.from <= value.until ? null : "until";
}

/** One to seven weekdays in rising order, so that one choice has one spelling. */
const isWeekdays = (value: unknown): value is readonly Weekday[] =>
  Array.isArray(value) &&
  value.length >= 1 &&
  value.length <= 7 &&
  [...value].every(
    (day, index) => Number.isInteger(day) && day >= 1 && day <= 7 && (index === 0 || day > value[index - 1]),
  );
