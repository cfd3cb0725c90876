import type { EntryHash, EventId, Instant, MemberId, RecordedEvent, RoomFacts } from "@goldseam/core";
import type { Practice } from "../practice.ts";
import { readKept, readShared, type SharedUse, sharedEventVersion } from "./events.ts";
import { sharedMs, sharedTextMax } from "./limits.ts";

/** Words that somebody shared in this room. */
export type SharedItem = {
  readonly id: EventId;
  readonly by: MemberId;
  /** Rule time of the sharing. */
  readonly at: Instant;
  readonly use: SharedUse;
  readonly text: string;
  /** The entry that holds the words: who shared them erases it to take them back. */
  readonly entryHash: EntryHash;
  /** The server has taken it in; until then nobody else has it. */
  readonly isSent: boolean;
  /** Their author keeps them beyond their end. */
  readonly isKept: boolean;
  /** When they end; while they are kept, when they would. */
  readonly endsAt: Instant;
};

/** Everything that was shared in a room and not taken back, in the order of the record. */
export type Shared = ReadonlyMap<EventId, SharedItem>;

/** Why words may not be shared, or kept. */
export type SharedRefusal = {
  readonly type:
    | "NewerVersion"
    | "Malformed"
    | "WrongRoom"
    | "NotAMember"
    | "NotAPartner"
    | "AlreadyShared"
    | "NothingShared"
    | "NotYours"
    | "Over";
};

/** Words that are shared by an act: rules SH1–SH7 in README.md. */
export const shared: Practice<"shared", Shared> = {
  kind: "shared",
  rooms: ["couple", "individual"],
  types: ["words.shared", "words.kept"],
  words: ["words.shared"],
  textIn: (event) => [readShared(event, sharedTextMax)?.text ?? []].flat(),
  empty: new Map(),
  refusal,
  evolve,
};

export function refusal(state: Shared, recorded: RecordedEvent, room: RoomFacts): SharedRefusal | null {
  const { event, by } = recorded;
  if (event.v !== sharedEventVersion) return { type: "NewerVersion" };
  if (room.kind !== "couple" && room.kind !== "individual") return { type: "WrongRoom" };
  // The record lets nobody write who is not there: whoever wrote this was a member then, whatever they are now.
  const author = room.members.find(({ memberId }) => memberId === by.memberId);
  if (author === undefined) return { type: "NotAMember" };
  if (room.kind === "couple" && author.role !== "partner") return { type: "NotAPartner" };
  return event.type === "words.kept" ? keptRefusal(state, recorded) : sharedRefusal(state, recorded);
}

function sharedRefusal(state: Shared, { event }: RecordedEvent): SharedRefusal | null {
  if (readShared(event, sharedTextMax) === null) return { type: "Malformed" };
  return state.has(event.id) ? { type: "AlreadyShared" } : null;
}

function keptRefusal(state: Shared, { event, by, at }: RecordedEvent): SharedRefusal | null {
  const kept = readKept(event);
  if (kept === null) return { type: "Malformed" };
  const item = state.get(kept.shared);
  if (item === undefined) return { type: "NothingShared" };
  if (item.by !== by.memberId) return { type: "NotYours" };
  return isOver(item, at) ? { type: "Over" } : null;
}

export function evolve(state: Shared, recorded: RecordedEvent, room: RoomFacts): Shared {
  if (refusal(state, recorded, room) !== null) return state;
  const { event, by, at, n, entryHash } = recorded;
  if (event.type === "words.kept") {
    const { shared: id, isKept } = readKept(event)!;
    const item = state.get(id)!;
    const endsAt = isKept ? item.endsAt : (Math.max(item.at + sharedMs, at) as Instant);
    return new Map(state).set(id, { ...item, isKept, endsAt });
  }
  const item: SharedItem = {
    id: event.id,
    by: by.memberId,
    at,
    ...readShared(event, sharedTextMax)!,
    entryHash,
    isSent: n !== undefined,
    isKept: false,
    endsAt: (at + sharedMs) as Instant,
  };
  return new Map(state).set(event.id, item);
}

/** Whether an item is past its end: no client shows it, and its author's device erases it (SH5). */
export const isOver = ({ isKept, endsAt }: SharedItem, now: Instant): boolean => !isKept && now >= endsAt;

/** What there is to read at this moment, oldest first. */
export const readableIn = (state: Shared, now: Instant): readonly SharedItem[] =>
  [...state.values()].filter((item) => !isOver(item, now));

/** The entries of `author` that are past their end and still hold words. */
export const overIn = (state: Shared, author: MemberId, now: Instant): readonly EntryHash[] =>
  [...state.values()]
    .filter((item) => item.by === author && item.isSent && isOver(item, now))
    .map(({ entryHash }) => entryHash);
