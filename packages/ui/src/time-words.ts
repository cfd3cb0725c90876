/** How much of a moment is said. */
export type TimeShow = "time" | "weekday" | "day" | "day-month" | "date" | "day-time";
export type TimeOptions = {
  readonly show?: TimeShow;
  /** The room's time zone. Without it, the device's. */
  readonly zone?: string;
  readonly locale?: string;
};

const parts: Readonly<Record<TimeShow, Intl.DateTimeFormatOptions>> = {
  time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  weekday: { weekday: "long" },
  day: { weekday: "long", day: "numeric", month: "long" },
  "day-month": { day: "numeric", month: "long" },
  date: { day: "numeric", month: "long", year: "numeric" },
  "day-time": {
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  },
};

/** The language of the page, or the one asked for; English that writes 6 March and 18:00. */
function languageOf(locale?: string): string {
  const language = locale ?? (globalThis.document?.documentElement.lang || "en");
  return language === "en" ? "en-GB" : language;
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The name of a day of the week: "Mon", "Monday". */
export const weekdayWords = (day: Weekday, weekday: "short" | "long"): string =>
  // 5 January 1970 was a Monday.
  new Intl.DateTimeFormat(languageOf(), { weekday, timeZone: "UTC" }).format(
    new Date(Date.UTC(1970, 0, 4 + day)),
  );

/**
 * A moment in words.
 *
 * - Shape: `at` is a moment, or a calendar day as `2026-03-15`, which is the same day in every zone.
 */
export function timeWords(
  at: Date | number | string,
  { show = "time", zone, locale }: TimeOptions = {},
): string {
  const language = languageOf(locale);
  const timeZone = isCalendarDay(at) ? "UTC" : zone;
  return new Intl.DateTimeFormat(language, { ...parts[show], timeZone }).format(new Date(at));
}

/** What the `datetime` attribute of a moment is. */
export const timeAttribute = (at: Date | number | string): string =>
  isCalendarDay(at) ? at : new Date(at).toISOString();

const isCalendarDay = (at: Date | number | string): at is string =>
  typeof at === "string" && /^\d{4}-\d{2}-\d{2}$/.test(at);
