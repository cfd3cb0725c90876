declare const brand: unique symbol;

/** A moment: whole milliseconds since 1970-01-01 UTC. */
export type Instant = number & { readonly [brand]: "Instant" };
/** A calendar date without a time, `YYYY-MM-DD`. */
export type CalendarDate = string & { readonly [brand]: "CalendarDate" };
/** A wall-clock time without a date, `HH:MM`, 24 hours. */
export type WallTime = string & { readonly [brand]: "WallTime" };
/** An IANA time zone name, for example `Europe/Berlin`. */
export type ZoneId = string & { readonly [brand]: "ZoneId" };

/** Where the present moment comes from. An argument everywhere, so that rules and tests hold no clock. */
export type Clock = () => Instant;

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** The largest moment that a record may hold (the year 9999). */
export const instantMax = 253_402_300_799_999 as Instant;

/** Whether `value` is a moment that a record may hold. */
export function isInstant(value: unknown): value is Instant {
  return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= instantMax;
}

/** Whether `value` is a day of the calendar, `YYYY-MM-DD`. */
export function isCalendarDate(value: unknown): value is CalendarDate {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const at = Date.parse(`${value}T00:00:00Z`);
  // A day that is none is read as one of the next month, or not at all.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value);
}

/**
 * The time that every rule uses: the claimed time, held between what the author had seen and the receipt.
 *
 * A device with a wrong clock, or one that lies, can therefore move an act neither before what it had
 * already read nor after the moment at which the server took it in.
 *
 * - Source: docs/formats/record.md, "Rule time".
 */
export function ruleTime(claimed: Instant, bounds: { seen: Instant; received: Instant }): Instant {
  return Math.min(Math.max(claimed, bounds.seen), bounds.received) as Instant;
}
