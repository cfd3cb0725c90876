import {
  type EventId,
  err,
  type Instant,
  type MemberId,
  ok,
  presentMembers,
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
  const tidy = name
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .trim();
  return tidy.length >= 1 && [...tidy].length <= nameLengthMax ? tidy : null;
}

/** The names of the people in a room. A fold like a practice's, but every room has it. */
export const people: Practice<"people", People> = {
  kind: "people",
  rooms: roomKinds,
  types: ["member.named"],
  empty: new Map(),
  refusal: (_state, recorded, room) => refusal(recorded, room),
  evolve: (state, recorded, room) =>
    refusal(recorded, room) === null
      ? new Map(state).set(recorded.by.memberId, nameIn(recorded.event)!)
      : state,
};

function refusal({ event, by }: RecordedEvent, room: RoomFacts): Refusal | null {
  if (event.v !== 1) return { type: "NewerVersion" };
  if (nameIn(event) === null) return { type: "Malformed" };
  return presentMembers(room).some((member) => member.memberId === by.memberId)
    ? null
    : { type: "NotAMember" };
}

function nameIn(event: RoomEvent): string | null {
  const name = (event.data as { name?: unknown } | null)?.name;
  return typeof name === "string" && tidyName(name) === name ? name : null;
}

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
