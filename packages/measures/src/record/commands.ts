import type { CalendarDate, EventId, Instant, RoomEvent } from "@goldseam/core";
import { type DiaryId, diaryItems } from "../diary/diary.ts";
import type { Measure } from "../measure.ts";
import { itemFlagsOf, type Responses } from "../score.ts";
import type { CheckAnswer, CheckId } from "../self-check/self-check.ts";
import { type MeasureEvent, measureEventVersion, type WordingRef } from "./events.ts";
import type { Sitting } from "./journal.ts";

/** What making an event needs from outside. */
export type Making = { readonly now: Instant; readonly newId: () => EventId };

const event = <Type extends MeasureEvent["type"], Data>(
  type: Type,
  data: Data,
  { now, newId }: Making,
  id: EventId = newId(),
): RoomEvent<Type, Data> => ({ v: measureEventVersion, type, id, at: now, data });

/** Begins a sitting. For a slot the practitioner's own wording is named. */
export function startMeasure(measure: Measure, making: Making, slot?: WordingRef): readonly RoomEvent[] {
  const { wording } = measure;
  const ref = wording ? { version: wording.version, language: wording.language } : slot;
  const sittingId = making.newId();
  const data = { sittingId, measure: measure.id, wording: ref ?? { version: "", language: "" } };
  return [event("measure.started", data, making, sittingId)];
}

/** Saves one answer, and with it the flags that it raises by itself. */
export function answerItem(
  measure: Measure,
  { sittingId, flags }: Pick<Sitting, "sittingId" | "flags">,
  { item, value }: { readonly item: number; readonly value: number | null },
  making: Making,
): readonly RoomEvent[] {
  const one = measure.key.value.items.map((_, index) => (index === item - 1 ? value : undefined));
  const raised =
    value === null ? [] : itemFlagsOf(measure, one as Responses).filter((flag) => !flags.has(flag));
  return [
    event("measure.item-answered", { sittingId, item, value }, making),
    ...raised.map((flag) => event("measure.flagged", { sittingId, measure: measure.id, flag }, making)),
  ];
}

/** Ends a sitting with all its answers. The drafts are to be erased from then on (`draftsToErase`). */
export function finishMeasure(
  sitting: Sitting,
  answered: { readonly responses: Responses; readonly unscored?: Responses; readonly on: CalendarDate },
  making: Making,
): readonly RoomEvent[] {
  const { sittingId, measure, wording, begun: startedAt } = sitting;
  const data = { sittingId, measure, wording, ...answered, startedAt, finishedAt: making.now };
  return [event("measure.answered", data, making)];
}

/** Leaves a sitting for good. */
export const stopMeasure = ({ sittingId }: Sitting, making: Making): readonly RoomEvent[] => [
  event("measure.stopped", { sittingId }, making),
];

/** Answers a diary item for a day; another answer for the same day takes its place. */
export const answerDiary = (
  item: DiaryId,
  answered: { readonly value: number | string | null; readonly on: CalendarDate },
  making: Making,
): readonly RoomEvent[] => [
  event("diary.answered", { item, wordingVersion: diaryItems[item].wordingVersion, ...answered }, making),
];

/** Keeps a check of our own: only on the person's own word. */
export const keepCheck = (
  check: CheckId,
  answered: { readonly answers: readonly CheckAnswer[]; readonly on: CalendarDate },
  making: Making,
): readonly RoomEvent[] => [event("self-check.kept", { check, ...answered }, making)];
