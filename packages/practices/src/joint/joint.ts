import type { EventId, Instant, MemberId, RecordedEvent, RoomEvent, RoomFacts } from "@goldseam/core";
import type { Practice } from "../practice.ts";

/** Who has asked that a subject of both be erased whole, by subject. */
export type JointErasures = ReadonlyMap<string, ReadonlySet<MemberId>>;

/** Why nobody may ask so. */
export type JointRefusal = {
  readonly type:
    | "NewerVersion"
    | "Malformed"
    | "WrongRoom"
    | "NotAPartner"
    | "AlreadyAsked"
    | "NotAsked"
    | "AlreadyErased";
};

const types = ["joint.erasure-asked", "joint.erasure-withdrawn"] as const;

/** Erasing what both have a part in: the rules JE1–JE5 in README.md. */
export const joint: Practice<"joint", JointErasures> = {
  kind: "joint",
  rooms: ["couple"],
  types,
  empty: new Map(),
  refusal,
  evolve: (state, recorded, room) =>
    refusal(state, recorded, room) === null ? evolved(state, recorded) : state,
};

export function refusal(
  state: JointErasures,
  { event, by }: RecordedEvent,
  room: RoomFacts,
): JointRefusal | null {
  if (event.v !== 1) return { type: "NewerVersion" };
  if (room.kind !== "couple") return { type: "WrongRoom" };
  const subject = subjectIn(event);
  if (subject === null) return { type: "Malformed" };
  // Whoever wrote this was a member then, whatever they are now.
  const author = room.members.find(({ memberId }) => memberId === by.memberId);
  if (author?.role !== "partner") return { type: "NotAPartner" };
  if (isErasedByBoth(state, subject)) return { type: "AlreadyErased" };
  const hasAsked = state.get(subject)?.has(by.memberId) === true;
  if (event.type === "joint.erasure-asked") return hasAsked ? { type: "AlreadyAsked" } : null;
  return hasAsked ? null : { type: "NotAsked" };
}

function evolved(state: JointErasures, { event, by }: RecordedEvent): JointErasures {
  const subject = subjectIn(event)!;
  const asked = new Set(state.get(subject));
  if (event.type === "joint.erasure-asked") asked.add(by.memberId);
  else asked.delete(by.memberId);
  return new Map(state).set(subject, asked);
}

function subjectIn(event: RoomEvent): string | null {
  const subject = (event.data as { subject?: unknown } | null)?.subject;
  return typeof subject === "string" && /^[A-Za-z0-9_-]{22}$/.test(subject) ? subject : null;
}

/** Whether both have asked: nothing takes that back. */
export const isErasedByBoth = (state: JointErasures, subject: string): boolean =>
  (state.get(subject)?.size ?? 0) >= 2;

/** Items that both have asked to erase. */
export const erasedByBoth = (state: JointErasures): ReadonlySet<string> =>
  new Set([...state.keys()].filter((subject) => isErasedByBoth(state, subject)));

type Stamp = { readonly id: EventId; readonly at: Instant };

/** Asks that a subject be erased whole, or takes that back while the other has not asked. */
export const askToErase = (subject: string, { id, at }: Stamp, { isTakenBack = false } = {}): RoomEvent => ({
  v: 1,
  type: isTakenBack ? "joint.erasure-withdrawn" : "joint.erasure-asked",
  id,
  at,
  data: { subject },
});
