import type { CalendarDate, Instant } from "@goldseam/core";
import { timeWords, weekdayWords } from "@goldseam/ui";
import type { RoomView } from "../screen.ts";
import type { MadePromise, Occurrence } from "./promise.ts";
import { dateOf, daysAfter, type Schedule, type Weekday } from "./schedule.ts";
import * as words from "./words.gen/words.ts";

/** A sentence in which times are told apart, as the message compiler gives it and `Rich` draws it. */
export type Sentence = readonly { readonly tag?: string; readonly text: string }[];

type Zoned = { readonly schedule: Pick<Schedule, "zone"> };

/** The clock in the promise's own zone: every time of a promise is read there. */
export const clockOf = (moment: Instant, { schedule: { zone } }: Zoned): string =>
  timeWords(moment, { zone });

/** "Tuesday" in the week that is running, "Friday 6 March" before and after it. */
export const showOfDay = (date: CalendarDate, today: CalendarDate): "weekday" | "day" =>
  mondayOf(date) === mondayOf(today) ? "weekday" : "day";

const mondayOf = (date: CalendarDate): CalendarDate =>
  daysAfter(date, 1 - Temporal.PlainDate.from(date).dayOfWeek);

export const dayWords = (date: CalendarDate, today: CalendarDate): string =>
  timeWords(date, { show: showOfDay(date, today) });

export const shortDay = (date: CalendarDate): string => timeWords(date, { show: "day-month" });

/** When something was said: the hour on the day of the occurrence, else the day. */
export function saidWhen(
  moment: Instant,
  occurrence: Pick<Occurrence, "date">,
  promise: Zoned,
  today: CalendarDate,
): { readonly sameDay: "yes" | "other"; readonly time: string } {
  const date = dateOf(moment, promise.schedule.zone);
  return date === occurrence.date
    ? { sameDay: "yes", time: clockOf(moment, promise) }
    : { sameDay: "other", time: dayWords(date, today) };
}

/** The due line under a promise: what is ahead, or when it was due. */
export function dueSentence(
  promise: MadePromise,
  { due, fallback }: Occurrence,
  { now, nameOf }: Pick<RoomView, "now" | "nameOf">,
): Sentence {
  const { zone } = promise.schedule;
  const [today, date] = [dateOf(now, zone), dateOf(due, zone)];
  const time = clockOf(due, promise);
  const day = dayWords(date, today);
  if (now < due) {
    if (fallback && now < fallback) {
      return words.dueAheadFallback({ witness: nameOf(promise.witness), time: clockOf(fallback, promise) });
    }
    return date === today ? words.dueAhead({ time }) : words.dueAheadOn({ day, time });
  }
  if (date === today) return words.dueWas({ time });
  return date === daysAfter(today, -1) ? words.dueWasYesterday({ time }) : words.dueWasOn({ day, time });
}

/** "Every weekday, until 26 April". */
export function scheduleSentence(schedule: Pick<Schedule, "kind"> & ScheduleDays): Sentence {
  if (schedule.kind === "once") return words.sheetOnce({ date: shortDay(schedule.date) });
  const { days } = schedule;
  const until = shortDay(schedule.until);
  if (days.length === 7) return words.sheetEveryDay({ until });
  if (days.join() === "1,2,3,4,5") return words.sheetEveryWeekday({ until });
  return words.sheetSomeDays({ days: listOf(days.map((day) => weekdayWords(day, "long"))), until });
}
type ScheduleDays =
  | { readonly kind: "once"; readonly date: CalendarDate }
  | { readonly kind: "repeat"; readonly days: readonly Weekday[]; readonly until: CalendarDate };

const language = (): string => {
  const lang = globalThis.document?.documentElement.lang || "en";
  return lang === "en" ? "en-GB" : lang;
};

export const listOf = (names: readonly string[]): string => new Intl.ListFormat(language()).format(names);

/** What a zone is called: the city in its name. */
export const zoneWords = (zone: string): string => zone.split("/").at(-1)!.replaceAll("_", " ");
