import type { CalendarDate, Instant } from "@goldseam/core";
import { daysBetween } from "../change.ts";
import { isScheduled } from "../measure.ts";
import { measureOf } from "../measures.ts";
import type { MeasureJournal } from "../record/journal.ts";
import { openSitting } from "../record/readings.ts";
import { type Asked, intake, mayAsk, monthly, type Step, weekly } from "./battery.ts";

/** The lists that may be due: two sittings of the intake, the week's pulse, the longer form every four weeks. */
export type DuePart = "mood" | "between" | "weekly" | "monthly";

/** A list that is due, with what is still to be asked of it. */
export type Due = {
  readonly part: DuePart;
  readonly steps: readonly Step[];
  /** About how long the whole list takes. */
  readonly minutes: number;
  /** Some of its measures are answered, or one is half answered and can be gone on with. */
  readonly isBegun: boolean;
};

const minutesOf: Readonly<Record<DuePart, number>> = { mood: 4, between: 5, weekly: 1, monthly: 6 };
const weekDays = 7;
const monthDays = 28;

/**
 * What is due today (ME28), from the answers alone. Weeks and four weeks run from the day of the first answer, so both
 * partners are asked on the same schedule (ME20); what was answered in one of them is not asked again in it.
 *
 * In the first four weeks the intake is due until it is answered, from then on the longer form takes its place. The
 * safety screen is not among it: the safety package asks it.
 */
export function dueNow(
  journal: MeasureJournal,
  { today, now, ...asked }: Asked & { readonly today: CalendarDate; readonly now: Instant },
): readonly Due[] {
  const answered = answersIn(journal);
  const start = answered.reduce((first, { on }) => (on < first ? on : first), today);
  const day = daysBetween(start, today);
  const weekStart = day - (day % weekDays);
  const monthStart = day - (day % monthDays);

  const lastOf = (name: string): CalendarDate | undefined =>
    answered.reduce<CalendarDate | undefined>(
      (last, { name: each, on }) => (each === name && (last === undefined || on > last) ? on : last),
      undefined,
    );
  const isSince = (name: string, from: number): boolean => {
    const last = lastOf(name);
    return last !== undefined && daysBetween(start, last) >= from;
  };
  const list = (part: DuePart, all: readonly Step[], from: number): readonly Due[] => {
    const kept = all.filter((step) => step.kind === "measure" || step.kind === "diary");
    const open = kept.filter(({ id }) => !isSince(id, from));
    const isLeft = open.some(
      (step) => step.kind === "diary" || mayAsk(step.id, { last: lastOf(step.id), today }),
    );
    if (!isLeft) return [];
    const measures = kept.flatMap((step) => (step.kind === "measure" ? [step.id] : []));
    const isBegun = measures.some(
      (id) => isSince(id, from) || (openSitting(journal, id, now)?.answers.size ?? 0) > 0,
    );
    const steps = all.filter((step) => {
      if (step.kind === "measure")
        return open.includes(step) && mayAsk(step.id, { last: lastOf(step.id), today });
      return step.kind === "diary" ? open.includes(step) : step.kind === "safety tap";
    });
    return [{ part, steps, minutes: minutesOf[part], isBegun }];
  };

  const isFirstMonth = day < monthDays;
  const [, mood = [], between = []] = intake(asked);
  const hasCsi16 = isSince("csi16", weekStart) || (!isFirstMonth && day - monthStart < weekDays);
  return [
    ...(isFirstMonth ? [...list("mood", mood, 0), ...list("between", between, 0)] : []),
    ...list("weekly", weekly({ ...asked, week: weekStart / weekDays + 1, hasCsi16 }), weekStart),
    ...(isFirstMonth ? [] : list("monthly", monthly(asked), monthStart)),
  ];
}

/** Every answer that counts for the schedule: a measure or a diary item, and its day. What was assigned is none (ME20). */
const answersIn = (
  journal: MeasureJournal,
): readonly { readonly name: string; readonly on: CalendarDate }[] => [
  ...[...journal.sittings.values()].flatMap(({ measure, finished }) =>
    finished && isScheduled(measureOf(measure)!) ? [{ name: measure, on: finished.on }] : [],
  ),
  ...[...journal.diary].flatMap(([name, answers]) => answers.map(({ on }) => ({ name, on }))),
];
