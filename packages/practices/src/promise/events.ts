import {
  type CalendarDate,
  type EventId,
  isCalendarDate,
  type MemberId,
  type PromiseId,
  type RoomEvent,
} from "@goldseam/core";
import { promiseLimits } from "./limits.ts";
import { isWallMoment, type Schedule, scheduleFault, type WallMoment } from "./schedule.ts";

/** The maker's own words. They stand in an event of their own, so that they can be erased while the facts stay. */
export type PromiseWords = {
  /** "I'll …" */
  readonly act: string;
  /** "Before that, I will …" */
  readonly signal?: string;
  /** "If I can't, …" */
  readonly fallback?: string;
};

/** The three lines after a miss. */
export type RepairLines = { readonly what: string; readonly effect: string; readonly next: string };

export const marks = ["kept", "kept-late", "missed"] as const;
/** What the maker says of one occurrence; `kept` means in time. */
export type Mark = (typeof marks)[number];

export const views = ["same", "different"] as const;
/** Whether the witness saw it as the maker says. */
export type View = (typeof views)[number];

/** Which time of which promise. */
export type OccurrenceRef = { readonly promiseId: PromiseId; readonly occurrence: CalendarDate };
/** The id of a `promise.noted` that may follow. */
type MayHaveNote = { readonly wordsId?: EventId };

export type PromiseEvent =
  | RoomEvent<
      "promise.made",
      {
        readonly promiseId: PromiseId;
        readonly witness: MemberId;
        readonly schedule: Schedule;
        readonly wordsId: EventId;
      }
    >
  | RoomEvent<"promise.worded", { readonly promiseId: PromiseId } & PromiseWords>
  | RoomEvent<"promise.heads-up", OccurrenceRef & MayHaveNote>
  | RoomEvent<"promise.moved", OccurrenceRef & MayHaveNote & { readonly to: WallMoment }>
  | RoomEvent<"promise.marked", OccurrenceRef & MayHaveNote & { readonly mark: Mark }>
  | RoomEvent<"promise.corrected", OccurrenceRef & MayHaveNote>
  | RoomEvent<"promise.viewed", OccurrenceRef & MayHaveNote & { readonly view: View }>
  | RoomEvent<"promise.noted", OccurrenceRef & { readonly text: string }>
  | RoomEvent<"promise.repaired", OccurrenceRef & { readonly wordsId: EventId }>
  | RoomEvent<"promise.repair-worded", OccurrenceRef & RepairLines>
  | RoomEvent<"promise.withdrawn", { readonly promiseId: PromiseId }>;

export type PromiseEventType = PromiseEvent["type"];
export type PromiseEventOf<Type extends PromiseEventType> = Extract<PromiseEvent, { readonly type: Type }>;

/** The version of every event above. */
export const promiseEventVersion = 1;

/**
 * The first field of `data` that is not what an event of this type holds there, or null.
 *
 * Fields that this version does not know are left alone. Never throws.
 */
export function faultIn(type: PromiseEventType, data: unknown): string | null {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return "data";
  for (const [field, check] of Object.entries(shapes[type])) {
    const fault = check(Object.hasOwn(data, field) ? (data as Record<string, unknown>)[field] : undefined);
    if (fault !== null) return fault === "" ? field : `${field}.${fault}`;
  }
  return null;
}

export const isPromiseEventType = (type: string): type is PromiseEventType => Object.hasOwn(shapes, type);

/** Null when right, `""` when wrong, or the name of the wrong field inside. */
type Check = (value: unknown) => string | null;

const when =
  (isRight: (value: unknown) => boolean): Check =>
  (value) =>
    isRight(value) ? null : "";
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined ? null : check(value);

const eventId = when((value) => typeof value === "string" && /^[A-Za-z0-9_-]{22}$/.test(value));
const memberId = when((value) => typeof value === "string" && /^[A-Za-z0-9_-]{43}$/.test(value));
const date = when(isCalendarDate);
const oneOf = (values: readonly string[]) => when((value) => values.includes(value as string));

/** Characters that do not print, or that turn the direction of what stands around them. */
const unprintable = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
const isText = (value: unknown, max: number): value is string =>
  typeof value === "string" && value.length <= max && value.trim() !== "" && value.isWellFormed();
const line = when((value) => isText(value, promiseLimits.act.value) && !unprintable.test(value));
const note = when(
  (value) => isText(value, promiseLimits.note.value) && !unprintable.test(value.replaceAll("\n", "")),
);

const ref = { promiseId: eventId, occurrence: date };
const refWithNote = { ...ref, wordsId: optional(eventId) };

const shapes: Readonly<Record<PromiseEventType, Readonly<Record<string, Check>>>> = {
  "promise.made": { promiseId: eventId, witness: memberId, schedule: scheduleFault, wordsId: eventId },
  "promise.worded": { promiseId: eventId, act: line, signal: optional(line), fallback: optional(line) },
  "promise.heads-up": refWithNote,
  "promise.moved": { ...refWithNote, to: when(isWallMoment) },
  "promise.marked": { ...refWithNote, mark: oneOf(marks) },
  "promise.corrected": refWithNote,
  "promise.viewed": { ...refWithNote, view: oneOf(views) },
  "promise.noted": { ...ref, text: note },
  "promise.repaired": { ...ref, wordsId: eventId },
  "promise.repair-worded": { ...ref, what: note, effect: note, next: note },
  "promise.withdrawn": { promiseId: eventId },
};

/** The dotted types of this practice. */
export const promiseEventTypes = Object.keys(shapes) as readonly PromiseEventType[];

/** Types that hold a person's words and no fact. */
export const promiseWordTypes = ["promise.worded", "promise.noted", "promise.repair-worded"] as const;

/** What a person wrote in an event of a words type, line by line. */
export function textInPromise({ type, data }: RoomEvent): readonly string[] {
  if (!isPromiseEventType(type) || faultIn(type, data) !== null) return [];
  const { act, signal, fallback, text, what, effect, next } = data as Partial<
    PromiseWords & RepairLines & { readonly text: string }
  >;
  return [act, signal, fallback, text, what, effect, next].filter((line) => line !== undefined);
}

/** The promise that an event is about: all of it is one subject of both partners. */
export function promiseIdIn(event: RoomEvent): string | undefined {
  const id = (event.data as { promiseId?: unknown } | null)?.promiseId;
  return typeof id === "string" ? id : undefined;
}
