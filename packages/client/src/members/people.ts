import {
  type EventId,
  err,
  type Instant,
  type MemberId,
  ok,
  oneLine,
  type RecordedEvent,
  type Result,
  type RoomEvent,
  type RoomFacts,
  roomKinds,
} from "@goldseam/core";
import type { Practice, Refusal } from "@goldseam/practices";

/** Names shown in a room, by member. Each person gives the own one. */
export type People = ReadonlyMap<MemberId, string>;

export const nameLengthMax = 40;

/** A name as it may be shown: trimmed, one line, at most 40 characters; null when nothing is left. */
export function tidyName(name: string): string | null {
  const tidy = oneLine(name);
  return tidy.length >= 1 && [...tidy].length <= nameLengthMax ? tidy : null;
}

/** The names of the people in a room. A fold like a practice's, but every room has it. */
export const people: Practice<"people", People> = {
  kind: "people",
  rooms: roomKinds,
  types: ["member.named", "room.carried"],
  empty: new Map(),
  refusal: (_state, recorded, room) => refusal(recorded, room),
  evolve: (state, recorded, room) =>
    refusal(recorded, room) === null ? evolved(state, recorded, room) : state,
};

function evolved(state: People, { event, by }: RecordedEvent, room: RoomFacts): People {
  if (event.type === "member.named") return new Map(state).set(by.memberId, nameIn(event)!);
  const names = carriedNames(event)!;
  const missing = room.members.filter(({ memberId }) => !state.has(memberId) && names.has(memberId));
  return new Map([...state, ...missing.map(({ memberId }) => [memberId, names.get(memberId)!] as const)]);
}

function refusal({ event, by }: RecordedEvent, room: RoomFacts): Refusal | null {
  if (event.v !== 1) return { type: "NewerVersion" };
  const author = room.members.find((member) => member.memberId === by.memberId);
  if (event.type === "room.carried") {
    if (carriedNames(event) === null) return { type: "Malformed" };
    return author?.role === "partner" ? null : { type: "NotAPartner" };
  }
  if (nameIn(event) === null) return { type: "Malformed" };
  // Who left keeps the name that they had here.
  return author === undefined ? { type: "NotAMember" } : null;
}

function nameIn(event: RoomEvent): string | null {
  const name = (event.data as { name?: unknown } | null)?.name;
  return typeof name === "string" && tidyName(name) === name ? name : null;
}

const membersMax = 16;

function carriedNames(event: RoomEvent): ReadonlyMap<MemberId, string> | null {
  const names = (event.data as { names?: unknown } | null)?.names;
  if (typeof names !== "object" || names === null) return null;
  const pairs = Object.entries(names) as [MemberId, unknown][];
  const areNames = pairs.every(([, name]) => typeof name === "string" && tidyName(name) === name);
  return pairs.length <= membersMax && areNames ? new Map(pairs as [MemberId, string][]) : null;
}

/** What somebody who sees from today needs of what was before: the names. `proposal` says for whom it was written. */
export const carry = (
  people: People,
  proposal: EventId,
  { id, at }: { id: EventId; at: Instant },
): RoomEvent => ({
  v: 1,
  type: "room.carried",
  id,
  at,
  data: { proposal, names: Object.fromEntries(people) },
});

/** The event that gives the author's own name. */
export function nameYourself(
  name: string,
  { id, at }: { id: EventId; at: Instant },
): Result<RoomEvent, { readonly type: "NotAName" }> {
  const tidy = tidyName(name);
  return tidy === null
    ? err({ type: "NotAName" })
    : ok({ v: 1, type: "member.named", id, at, data: { name: tidy } });
}
