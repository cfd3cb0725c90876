import type { CalendarDate, EventId, Instant, RoomEvent } from "@goldseam/core";
import { type DiaryId, diaryIds, diaryItems, isDiaryValue } from "../diary/diary.ts";
import { type MeasureId, measureOf } from "../measures.ts";
import type { Responses } from "../score.ts";
import { type CheckAnswer, type CheckId, checks, sentencesIn } from "../self-check/self-check.ts";

/** Which words were asked: a change of a word is another wording. */
export type WordingRef = { readonly version: string; readonly language: string };

export type MeasureEvent =
  /** Somebody began to answer; its own event id names the sitting. */
  | RoomEvent<
      "measure.started",
      { readonly sittingId: EventId; readonly measure: MeasureId; readonly wording: WordingRef }
    >
  /** A draft: one answer as it was given. Erased once the sitting is over, or 48 hours old (ME23). */
  | RoomEvent<
      "measure.item-answered",
      { readonly sittingId: EventId; readonly item: number; readonly value: number | null }
    >
  /** A flag of one answer, in an entry of its own, so that it stays when the draft is erased. */
  | RoomEvent<
      "measure.flagged",
      { readonly sittingId: EventId; readonly measure: MeasureId; readonly flag: string }
    >
  /** The ground state of a finished measure (ME6): everything else is worked out from it. */
  | RoomEvent<
      "measure.answered",
      {
        readonly sittingId: EventId;
        readonly measure: MeasureId;
        readonly wording: WordingRef;
        readonly responses: Responses;
        /** Answers to questions that are asked and never scored, in their order. */
        readonly unscored?: Responses;
        readonly startedAt: Instant;
        readonly finishedAt: Instant;
        /** The local date on which it was finished. */
        readonly on: CalendarDate;
      }
    >
  | RoomEvent<"measure.stopped", { readonly sittingId: EventId }>
  | RoomEvent<
      "diary.answered",
      {
        readonly item: DiaryId;
        readonly wordingVersion: number;
        readonly value: number | string | null;
        readonly on: CalendarDate;
      }
    >
  /** A check of our own that the person chose to keep. */
  | RoomEvent<
      "self-check.kept",
      { readonly check: CheckId; readonly answers: readonly CheckAnswer[]; readonly on: CalendarDate }
    >;

export type MeasureEventType = MeasureEvent["type"];
export type MeasureEventOf<Type extends MeasureEventType> = Extract<MeasureEvent, { readonly type: Type }>;

/** The version of every event above. */
export const measureEventVersion = 1;

/**
 * The first field of `data` that is not what an event of this type holds there, or null.
 *
 * Fields that this version does not know are left alone. Never throws.
 */
export function faultIn(type: MeasureEventType, data: unknown): string | null {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return "data";
  const fields = data as Record<string, unknown>;
  for (const [field, isRight] of Object.entries(shapes[type]))
    if (!isRight(Object.hasOwn(fields, field) ? fields[field] : undefined, fields)) return field;
  return null;
}

export const isMeasureEventType = (type: string): type is MeasureEventType => Object.hasOwn(shapes, type);

type Check = (value: unknown, fields: Readonly<Record<string, unknown>>) => boolean;

const isEventId: Check = (value) => typeof value === "string" && /^[A-Za-z0-9_-]{22}$/.test(value);
const isMoment: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isMeasureId: Check = (value) => typeof value === "string" && measureOf(value) !== undefined;
const isDate: Check = (value) => {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const moment = Date.parse(value);
  return Number.isFinite(moment) && new Date(moment).toISOString().startsWith(value);
};
const isShort = (value: unknown): boolean => typeof value === "string" && value.length <= 64;
const isWording: Check = (value) => {
  if (typeof value !== "object" || value === null) return false;
  const { version, language } = value as Record<string, unknown>;
  return isShort(version) && isShort(language);
};
const isAnswer = (value: unknown): boolean => value === null || Number.isInteger(value);
const isAnswers = (value: unknown): boolean =>
  Array.isArray(value) && value.length <= 64 && value.every(isAnswer);
const isDiaryId = (value: unknown): value is DiaryId => (diaryIds as readonly unknown[]).includes(value);
const isCheckId = (value: unknown): value is CheckId =>
  typeof value === "string" && Object.hasOwn(checks, value);
const isCheckAnswer = (value: unknown): boolean =>
  value === null || value === 0 || value === 1 || value === 2;

const shapes: Readonly<Record<MeasureEventType, Readonly<Record<string, Check>>>> = {
  "measure.started": { sittingId: isEventId, measure: isMeasureId, wording: isWording },
  "measure.item-answered": {
    sittingId: isEventId,
    item: (value) => Number.isInteger(value) && (value as number) >= 1,
    value: isAnswer,
  },
  "measure.flagged": { sittingId: isEventId, measure: isMeasureId, flag: isShort },
  "measure.answered": {
    sittingId: isEventId,
    measure: isMeasureId,
    wording: isWording,
    responses: isAnswers,
    unscored: (value) => value === undefined || isAnswers(value),
    startedAt: isMoment,
    finishedAt: isMoment,
    on: isDate,
  },
  "measure.stopped": { sittingId: isEventId },
  "diary.answered": {
    item: isDiaryId,
    wordingVersion: (value) => Number.isInteger(value),
    value: (value, { item }) => isDiaryId(item) && isDiaryValue(diaryItems[item], value),
    on: isDate,
  },
  "self-check.kept": {
    check: isCheckId,
    answers: (value, { check }) =>
      Array.isArray(value) &&
      isCheckId(check) &&
      value.length === sentencesIn(check) &&
      value.every(isCheckAnswer),
    on: isDate,
  },
};

/** The dotted types of this package. */
export const measureEventTypes = Object.keys(shapes) as readonly MeasureEventType[];
