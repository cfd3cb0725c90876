import type { CalendarDate, EntryHash, EventId, Instant, RecordedEvent, RoomFacts } from "@goldseam/core";
import { hourMs, isPresent } from "@goldseam/core";
import type { DiaryAnswer, DiaryId } from "../diary/diary.ts";
import type { Measure } from "../measure.ts";
import { type MeasureId, measureOf } from "../measures.ts";
import { itemFlagsOf, type Responses, type ScoreError, score } from "../score.ts";
import type { CheckAnswer, CheckId } from "../self-check/self-check.ts";
import {
  faultIn,
  isMeasureEventType,
  type MeasureEvent,
  type MeasureEventOf,
  measureEventTypes,
  measureEventVersion,
  type WordingRef,
} from "./events.ts";

/** What was answered in the end. */
export type Finished = {
  readonly responses: Responses;
  readonly unscored: Responses;
  readonly on: CalendarDate;
  readonly startedAt: Instant;
  readonly finishedAt: Instant;
  readonly eventId: EventId;
};

/** One time that somebody answers a measure. */
export type Sitting = {
  readonly sittingId: EventId;
  readonly measure: MeasureId;
  readonly wording: WordingRef;
  /** Rule time of its first event. */
  readonly begun: Instant;
  /** Drafts, by item from 1; empty once they are erased. */
  readonly answers: ReadonlyMap<number, number | null>;
  /** The entries that hold them. */
  readonly drafts: readonly EntryHash[];
  /** Flags of single answers, also of drafts that are erased. */
  readonly flags: ReadonlySet<string>;
  readonly status: "open" | "finished" | "stopped";
  readonly finished?: Finished;
};

/** Everything that one person answered, in their own private room. */
export type MeasureJournal = {
  readonly sittings: ReadonlyMap<EventId, Sitting>;
  readonly diary: ReadonlyMap<DiaryId, readonly DiaryAnswer[]>;
  readonly checks: readonly {
    readonly check: CheckId;
    readonly answers: readonly CheckAnswer[];
    readonly on: CalendarDate;
  }[];
};

/** Why an event of this package may not happen. */
export type MeasureRefusal =
  | { readonly type: "NewerVersion"; readonly v: number }
  | { readonly type: "Malformed"; readonly field: string }
  | { readonly type: "NotAPrivateRoom" }
  | { readonly type: "NotTheOwner" }
  | { readonly type: "SafetyScreensKeepNothing" }
  | { readonly type: "AlreadyStarted" }
  | { readonly type: "NoSuchSitting" }
  | { readonly type: "AnotherMeasure" }
  | { readonly type: "SittingOver" }
  | { readonly type: "DraftTooOld"; readonly hours: number }
  | { readonly type: "NoSuchItem" }
  | { readonly type: "NotRaised" }
  | { readonly type: "NotAnAnswer"; readonly because: ScoreError["type"] };

/** How long a draft waits to be gone on with before it is erased (ME23). */
export const draftHours = 48;

const empty: MeasureJournal = { sittings: new Map(), diary: new Map(), checks: [] };

/** The fold, in the form that the shared code asks of everything that owns events. */
export const measureJournal = {
  kind: "measure",
  rooms: ["private"],
  types: measureEventTypes,
  empty,
  refusal,
  evolve,
} as const;

/**
 * Why this event may not happen, or null. The same on replay as before appending.
 *
 * - Errors: none. Never throws, whatever `data` holds.
 */
export function refusal(
  journal: MeasureJournal,
  recorded: RecordedEvent,
  room: RoomFacts,
): MeasureRefusal | null {
  const { event } = recorded;
  if (!isMeasureEventType(event.type)) return { type: "Malformed", field: "type" };
  if (event.v > measureEventVersion) return { type: "NewerVersion", v: event.v };
  const field = faultIn(event.type, event.data);
  if (field !== null) return { type: "Malformed", field };
  if (room.kind !== "private") return { type: "NotAPrivateRoom" };
  if (!isPresent(room, recorded.by.memberId)) return { type: "NotTheOwner" };
  return refusalOf(journal, { ...recorded, event: event as MeasureEvent });
}

function refusalOf(
  journal: MeasureJournal,
  { event, at }: RecordedEvent<MeasureEvent>,
): MeasureRefusal | null {
  switch (event.type) {
    case "measure.started":
      return startRefusal(journal, event);
    case "measure.item-answered":
      return itemRefusal(journal, event, at);
    case "measure.flagged":
      return flagRefusal(journal, event);
    case "measure.answered":
      return answerRefusal(journal, event);
    case "measure.stopped":
      return openRefusal(journal, event.data.sittingId);
    case "diary.answered":
    case "self-check.kept":
      return null;
  }
}

function startRefusal(
  { sittings }: MeasureJournal,
  { id, data }: MeasureEventOf<"measure.started">,
): MeasureRefusal | null {
  if (measureOf(data.measure)!.safetyScreen) return { type: "SafetyScreensKeepNothing" };
  if (data.sittingId !== id) return { type: "Malformed", field: "sittingId" };
  return sittings.has(id) ? { type: "AlreadyStarted" } : null;
}

function openRefusal({ sittings }: MeasureJournal, sittingId: EventId): MeasureRefusal | null {
  const sitting = sittings.get(sittingId);
  if (!sitting) return { type: "NoSuchSitting" };
  return sitting.status === "open" ? null : { type: "SittingOver" };
}

function itemRefusal(
  journal: MeasureJournal,
  { data: { sittingId, item, value } }: MeasureEventOf<"measure.item-answered">,
  at: Instant,
): MeasureRefusal | null {
  const closed = openRefusal(journal, sittingId);
  if (closed) return closed;
  const sitting = journal.sittings.get(sittingId)!;
  if (at - sitting.begun > draftHours * hourMs) return { type: "DraftTooOld", hours: draftHours };
  const range = measureOf(sitting.measure)!.key.value.items[item - 1];
  if (!range) return { type: "NoSuchItem" };
  if (value !== null && (value < range[0] || value > range[1]))
    return { type: "NotAnAnswer", because: "OutOfRange" };
  return null;
}

function flagRefusal(
  { sittings }: MeasureJournal,
  { data: { sittingId, measure, flag } }: MeasureEventOf<"measure.flagged">,
): MeasureRefusal | null {
  const sitting = sittings.get(sittingId);
  if (!sitting) return { type: "NoSuchSitting" };
  if (sitting.measure !== measure) return { type: "AnotherMeasure" };
  const known = (measureOf(measure) as Measure).itemFlags?.value ?? [];
  return known.some((each) => each.flag === flag) ? null : { type: "NotRaised" };
}

function answerRefusal(
  journal: MeasureJournal,
  { data }: MeasureEventOf<"measure.answered">,
): MeasureRefusal | null {
  const closed = openRefusal(journal, data.sittingId);
  if (closed) return closed;
  if (journal.sittings.get(data.sittingId)!.measure !== data.measure) return { type: "AnotherMeasure" };
  const scored = score(measureOf(data.measure)!, data.responses);
  return scored.ok ? null : { type: "NotAnAnswer", because: scored.error.type };
}

/** Applies one recorded event. An event that the rules refuse stays in the record and changes nothing here. */
export function evolve(journal: MeasureJournal, recorded: RecordedEvent, room: RoomFacts): MeasureJournal {
  if (refusal(journal, recorded, room)) return journal;
  const event = recorded.event as MeasureEvent;
  switch (event.type) {
    case "measure.started":
      return withSitting(journal, {
        sittingId: event.id,
        measure: event.data.measure,
        wording: event.data.wording,
        begun: recorded.at,
        answers: new Map(),
        drafts: [],
        flags: new Set(),
        status: "open",
      });
    case "measure.item-answered":
      return withSitting(journal, drafted(sittingOf(journal, event), event, recorded.entryHash));
    case "measure.flagged": {
      const sitting = sittingOf(journal, event);
      return withSitting(journal, { ...sitting, flags: new Set([...sitting.flags, event.data.flag]) });
    }
    case "measure.answered":
      return withSitting(journal, finished(sittingOf(journal, event), event));
    case "measure.stopped":
      return withSitting(journal, { ...sittingOf(journal, event), status: "stopped" });
    case "diary.answered":
      return withDiary(journal, event);
    case "self-check.kept":
      return { ...journal, checks: [...journal.checks, event.data] };
  }
}

const sittingOf = (
  { sittings }: MeasureJournal,
  { data }: { readonly data: { readonly sittingId: EventId } },
) => sittings.get(data.sittingId)!;

const withSitting = (journal: MeasureJournal, sitting: Sitting): MeasureJournal => ({
  ...journal,
  sittings: new Map(journal.sittings).set(sitting.sittingId, sitting),
});

function drafted(
  sitting: Sitting,
  { data: { item, value } }: MeasureEventOf<"measure.item-answered">,
  entry: EntryHash,
): Sitting {
  const answers = new Map(sitting.answers).set(item, value);
  const measure = measureOf(sitting.measure)!;
  const responses = measure.key.value.items.map((_, index) => answers.get(index + 1));
  // What is refused is looked at when all is answered; a draft raises only what was said.
  const raised = itemFlagsOf(measure, responses as Responses).filter((flag) => !flag.endsWith("-refused"));
  return {
    ...sitting,
    answers,
    drafts: [...sitting.drafts, entry],
    flags: new Set([...sitting.flags, ...raised]),
  };
}

function finished(sitting: Sitting, { id, data }: MeasureEventOf<"measure.answered">): Sitting {
  const { responses, unscored = [], on, startedAt, finishedAt } = data;
  return {
    ...sitting,
    status: "finished",
    finished: { responses, unscored, on, startedAt, finishedAt, eventId: id },
  };
}

function withDiary(journal: MeasureJournal, { data: { item, value, on } }: MeasureEventOf<"diary.answered">) {
  const others = (journal.diary.get(item) ?? []).filter((answer) => answer.on !== on);
  const answers = [...others, { on, value }].sort((one, other) => one.on.localeCompare(other.on));
  return { ...journal, diary: new Map(journal.diary).set(item, answers) };
}
