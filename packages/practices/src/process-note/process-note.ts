import type { EventId, Instant, RecordedEvent, RoomEvent, RoomFacts, RoomId } from "@goldseam/core";
import {
  type KeptText,
  type KeptTexts,
  keptTextIn,
  keptTextMax,
  noTexts,
  withoutText,
  withText,
} from "../kept-texts.ts";
import type { Practice } from "../practice.ts";

/** What a practitioner notes for themself. */
export type ProcessNote = KeptText & {
  /** The room of the people it is about; null for a note about nobody in particular. */
  readonly about: RoomId | null;
};
export type ProcessNotes = KeptTexts<ProcessNote>;

export type ProcessNoteRefusal = {
  readonly type: "NewerVersion" | "Malformed" | "WrongRoom" | "PutAway" | "AboutOthers";
};

/**
 * A practitioner's own notes. Rules PN1–PN6: README.md.
 *
 * They stand in the practitioner's own room and are of no client's record or export (docs/safety.md, PT.7).
 */
export const processNote: Practice<"process-note", ProcessNotes> = {
  kind: "process-note",
  rooms: ["practice"],
  types: ["process-note.kept", "process-note.put-away"],
  empty: noTexts,
  refusal,
  evolve,
};

export function refusal(
  state: ProcessNotes,
  { event }: RecordedEvent,
  room: RoomFacts,
): ProcessNoteRefusal | null {
  if (event.v !== 1) return { type: "NewerVersion" };
  if (room.kind !== "practice") return { type: "WrongRoom" };
  if (event.type === "process-note.put-away") return noteIdIn(event) === null ? { type: "Malformed" } : null;
  const note = noteIn(event);
  if (note === null) return { type: "Malformed" };
  if (state.putAway.has(note.id)) return { type: "PutAway" };
  const before = state.texts.get(note.id);
  return before === undefined || before.about === note.about ? null : { type: "AboutOthers" };
}

export function evolve(state: ProcessNotes, recorded: RecordedEvent, room: RoomFacts): ProcessNotes {
  if (refusal(state, recorded, room) !== null) return state;
  const { event } = recorded;
  if (event.type === "process-note.put-away") return withoutText(state, noteIdIn(event)!);
  return withText(state, noteIn(event)!, recorded);
}

type Stamp = { readonly id: EventId; readonly at: Instant };

/** Keeps a note; `note` is its own id, and the event's for one that begins. Null when there is nothing to keep. */
export function keepNote(
  { about, text }: Pick<ProcessNote, "about" | "text">,
  { note, ...stamp }: Stamp & { readonly note?: EventId },
): RoomEvent | null {
  if (text.trim() === "") return null;
  const data = { note: note ?? stamp.id, about, text: text.slice(0, keptTextMax) };
  return { v: 1, type: "process-note.kept", ...stamp, data };
}

export const putNoteAway = (id: EventId, stamp: Stamp): RoomEvent => ({
  v: 1,
  type: "process-note.put-away",
  ...stamp,
  data: { note: id },
});

/** The notes about one room, or about nobody in particular (null), newest first. */
export const notesAbout = ({ texts }: ProcessNotes, about: RoomId | null): readonly ProcessNote[] =>
  [...texts.values()].filter((note) => note.about === about).sort((one, other) => other.begun - one.begun);

const dataOf = ({ data }: RoomEvent): Readonly<Record<string, unknown>> =>
  typeof data === "object" && data !== null ? (data as Record<string, unknown>) : {};

function noteIdIn(event: RoomEvent): EventId | null {
  const { note } = dataOf(event);
  return typeof note === "string" && note.length === 22 ? (note as EventId) : null;
}

function noteIn(event: RoomEvent): Pick<ProcessNote, "id" | "about" | "text"> | null {
  const { about, text: words } = dataOf(event);
  const [id, text] = [noteIdIn(event), keptTextIn(words)];
  const isAbout = about === null || (typeof about === "string" && about.length === 43);
  return id === null || text === null || !isAbout ? null : { id, about: about as RoomId | null, text };
}
