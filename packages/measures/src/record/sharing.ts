import {
  type CalendarDate,
  dayMs,
  type EntryHash,
  type EventId,
  type Instant,
  type MemberRole,
  type RecordedEvent,
  type RoomEvent,
  type RoomFacts,
  type RoomId,
} from "@goldseam/core";
import { daysBetween } from "../change.ts";
import type { Measure } from "../measure.ts";
import { type MeasureId, measureOf } from "../measures.ts";
import type { Wording } from "../wording.ts";
import type { Making } from "./commands.ts";
import { measureEventVersion } from "./events.ts";
import type { MeasureJournal } from "./journal.ts";
import type { SharedReading, ShareLevel } from "./readings.ts";
import {
  type Rhythm,
  readAssigned,
  readReading,
  readShareChosen,
  readUnassigned,
  type SlotWording,
} from "./sharing-events.ts";

/** A reading as its owner shows it in a room with a practitioner. */
export type ShownReading = SharedReading & {
  readonly id: EventId;
  /** Rule time of the sharing. */
  readonly at: Instant;
  readonly entryHash: EntryHash;
  readonly isSent: boolean;
};

/** A measure that a practitioner asks for. */
export type Assignment = {
  readonly id: EventId;
  readonly measure: MeasureId;
  readonly rhythm: Rhythm;
  readonly wording?: SlotWording;
  readonly at: Instant;
  readonly isEnded: boolean;
};

/** What measures have in a room of one person and one practitioner. */
export type SharedMeasures = {
  /** What is shown now, in the order of the record: one for each measure and day. */
  readonly shown: readonly ShownReading[];
  /** Sharings in whose place another came; their author's device erases them. */
  readonly toErase: readonly EntryHash[];
  readonly assignments: ReadonlyMap<EventId, Assignment>;
};

export type SharedMeasuresRefusal = {
  readonly type:
    | "NewerVersion"
    | "Malformed"
    | "WrongRoom"
    | "NotTheOwner"
    | "NotThePractitioner"
    | "AlreadyShared"
    | "TooSoon"
    | "NotAssigned";
};

/** The least days between two assignments of a measure that only a practitioner assigns (ME33). */
export const assignedAgainDays = 28;

/** Readings that are shared and measures that are assigned: rules ME29–ME34. In an individual room and in no other. */
export const sharedMeasures = {
  kind: "shared-measures",
  rooms: ["individual"],
  types: ["reading.shared", "measure.assigned", "measure.unassigned"],
  empty: { shown: [], toErase: [], assignments: new Map() } as SharedMeasures,
  refusal,
  evolve,
} as const;

const roleOf = ({ by }: RecordedEvent, room: RoomFacts): MemberRole | undefined =>
  room.members.find(({ memberId }) => memberId === by.memberId)?.role;

function refusal(
  state: SharedMeasures,
  recorded: RecordedEvent,
  room: RoomFacts,
): SharedMeasuresRefusal | null {
  const { event } = recorded;
  if (event.v !== measureEventVersion) return { type: "NewerVersion" };
  if (room.kind !== "individual") return { type: "WrongRoom" };
  const role = roleOf(recorded, room);
  if (event.type === "reading.shared") {
    if (role !== "owner") return { type: "NotTheOwner" };
    if (readReading(event.data) === null) return { type: "Malformed" };
    return state.shown.some(({ id }) => id === event.id) ? { type: "AlreadyShared" } : null;
  }
  if (role !== "practitioner") return { type: "NotThePractitioner" };
  return event.type === "measure.assigned"
    ? assignRefusal(state, recorded)
    : unassignRefusal(state, recorded);
}

function assignRefusal(
  { assignments }: SharedMeasures,
  { event, at }: RecordedEvent,
): SharedMeasuresRefusal | null {
  const assigned = readAssigned(event.data);
  if (assigned === null) return { type: "Malformed" };
  const isLimited = (measureOf(assigned.measure) as Measure).assignedOnly === true;
  const isTooSoon = [...assignments.values()].some(
    ({ measure, isEnded, rhythm, at: before }) =>
      measure === assigned.measure &&
      ((!isEnded && rhythm !== "once") || (isLimited && at - before < assignedAgainDays * dayMs)),
  );
  return isTooSoon ? { type: "TooSoon" } : null;
}

function unassignRefusal(
  { assignments }: SharedMeasures,
  { event }: RecordedEvent,
): SharedMeasuresRefusal | null {
  const id = readUnassigned(event.data);
  if (id === null) return { type: "Malformed" };
  return assignments.get(id)?.isEnded === false ? null : { type: "NotAssigned" };
}

function evolve(state: SharedMeasures, recorded: RecordedEvent, room: RoomFacts): SharedMeasures {
  if (refusal(state, recorded, room) !== null) return state;
  const { event, at, n, entryHash } = recorded;
  if (event.type === "reading.shared") {
    const reading = readReading(event.data)!;
    const isReplaced = ({ measure, on }: ShownReading): boolean =>
      measure === reading.measure && on === reading.on;
    const shown: ShownReading = { ...reading, id: event.id, at, entryHash, isSent: n !== undefined };
    return {
      ...state,
      shown: [...state.shown.filter((one) => !isReplaced(one)), shown],
      toErase: [...state.toErase, ...state.shown.filter(isReplaced).map((one) => one.entryHash)],
    };
  }
  if (event.type === "measure.assigned") {
    const assignment = { id: event.id, ...readAssigned(event.data)!, at, isEnded: false };
    return { ...state, assignments: new Map(state.assignments).set(event.id, assignment) };
  }
  const ended = state.assignments.get(readUnassigned(event.data)!)!;
  return { ...state, assignments: new Map(state.assignments).set(ended.id, { ...ended, isEnded: true }) };
}

/** What is shown of one measure, oldest first. */
export const shownOf = ({ shown }: SharedMeasures, id: MeasureId): readonly ShownReading[] =>
  shown
    .filter(({ measure }) => measure === id)
    .sort((one, other) => one.on.localeCompare(other.on) || one.at - other.at);

/** What a person shows of each measure each time; nothing where it does not say. */
export type ShareChoices = ReadonlyMap<string, ShareLevel>;

const choiceKey = (measure: MeasureId, room: RoomId): string => `${measure} ${room}`;

/** Standing choices, in the person's own private room (ME31). */
export const shareChoices = {
  kind: "share-choices",
  rooms: ["private"],
  types: ["measure.share-chosen"],
  empty: new Map() as ShareChoices,
  refusal: choiceRefusal,
  evolve: (state: ShareChoices, recorded: RecordedEvent, room: RoomFacts): ShareChoices => {
    if (choiceRefusal(state, recorded, room) !== null) return state;
    const { measure, room: where, level } = readShareChosen(recorded.event.data)!;
    return new Map(state).set(choiceKey(measure, where), level);
  },
} as const;

function choiceRefusal(
  _: ShareChoices,
  { event }: RecordedEvent,
  room: RoomFacts,
): { readonly type: "NewerVersion" | "WrongRoom" | "Malformed" } | null {
  if (event.v !== measureEventVersion) return { type: "NewerVersion" };
  if (room.kind !== "private") return { type: "WrongRoom" };
  return readShareChosen(event.data) === null ? { type: "Malformed" } : null;
}

/** What is shown of this measure in that room each time. */
export const choiceFor = (choices: ShareChoices, measure: MeasureId, room: RoomId): ShareLevel =>
  choices.get(choiceKey(measure, room)) ?? "nothing";

/** Days after which a rhythm asks again. */
const rhythmDays: Readonly<Record<Rhythm, number>> = {
  once: Number.POSITIVE_INFINITY,
  weekly: 7,
  monthly: assignedAgainDays,
};

/**
 * The assignments to show a person today (ME35): asked for once until it was answered since, otherwise again when its
 * time has passed since the last answers.
 */
export function assignedNow(
  { assignments }: SharedMeasures,
  journal: MeasureJournal,
  today: CalendarDate,
): readonly Assignment[] {
  return [...assignments.values()].filter((assignment) => {
    if (assignment.isEnded) return false;
    const answered = [...journal.sittings.values()].flatMap(({ measure, finished }) =>
      measure === assignment.measure && finished && finished.finishedAt >= assignment.at ? [finished.on] : [],
    );
    const last = answered.sort().at(-1);
    return last === undefined || daysBetween(last, today) >= rhythmDays[assignment.rhythm];
  });
}

/** A practitioner's text as a wording that can be asked. The assignment is its version: another paste is another wording. */
export function wordingOfSlot({ id, measure, wording }: Assignment): Wording | undefined {
  const { key, wording: own } = measureOf(measure) as Measure;
  if (own !== undefined || wording === undefined) return own;
  return {
    id: measure,
    title: wording.title,
    version: id,
    year: 0,
    language: "und",
    licence: wording.licence,
    licenceSource: "",
    attribution: wording.licence,
    recallPeriod: "",
    ...(wording.instructions.trim() === "" ? {} : { instructions: wording.instructions }),
    items: key.value.items.map(([min], index) => ({
      n: index + 1,
      text: wording.questions[index]!,
      options: wording.answers.map((label, place) => ({ value: min + place, label })),
    })),
    verified: false,
    officialFormCompared: false,
  };
}

const event = (type: string, data: unknown, { now, newId }: Making): RoomEvent => ({
  v: measureEventVersion,
  type,
  id: newId(),
  at: now,
  data,
});

/** Shows a reading; `shareable` made what it holds. */
export const shareReading = (reading: SharedReading, making: Making): RoomEvent =>
  event("reading.shared", reading, making);

/** Chooses what is shown of a measure each time, from the next reading on; "nothing" takes the choice back. */
export const chooseSharing = (
  choice: { readonly measure: MeasureId; readonly room: RoomId; readonly level: ShareLevel },
  making: Making,
): RoomEvent => event("measure.share-chosen", choice, making);

/** Asks for a measure. For a slot with the practitioner's text. */
export const assignMeasure = (
  asked: { readonly measure: MeasureId; readonly rhythm: Rhythm; readonly wording?: SlotWording },
  making: Making,
): RoomEvent => event("measure.assigned", asked, making);

export const endAssignment = (assignment: EventId, making: Making): RoomEvent =>
  event("measure.unassigned", { assignment }, making);
