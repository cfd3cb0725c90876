import type { EventId, RecordedEvent, RoomFacts, RoomId } from "@goldseam/core";
import type { Practice } from "../practice.ts";
import { type OriginKind, readOrigin, sharedEventVersion } from "./events.ts";

/** Where a shared thing came from. */
export type Origin = { readonly room: RoomId; readonly kind: OriginKind; readonly from: EventId };
/** By the id of what was shared. */
export type Origins = ReadonlyMap<EventId, Origin>;

/** What a person's private room remembers of their own acts of sharing, and no other room (SH10). */
export const origins: Practice<"origins", Origins> = {
  kind: "origins",
  rooms: ["private"],
  types: ["shared.origin-noted"],
  empty: new Map(),
  refusal,
  evolve: (state, recorded, room) => {
    if (refusal(state, recorded, room) !== null) return state;
    const { shared, ...origin } = readOrigin(recorded.event)!;
    return new Map(state).set(shared, origin);
  },
};

function refusal(
  state: Origins,
  { event }: RecordedEvent,
  room: RoomFacts,
): { readonly type: "NewerVersion" | "WrongRoom" | "Malformed" | "AlreadyShared" } | null {
  if (event.v !== sharedEventVersion) return { type: "NewerVersion" };
  if (room.kind !== "private") return { type: "WrongRoom" };
  const read = readOrigin(event);
  if (read === null) return { type: "Malformed" };
  return state.has(read.shared) ? { type: "AlreadyShared" } : null;
}

/** What was shared of `from`, in the order in which it was. */
export const sharedFrom = (
  state: Origins,
  from: EventId,
): readonly { readonly shared: EventId; readonly room: RoomId }[] =>
  [...state].filter(([, origin]) => origin.from === from).map(([shared, { room }]) => ({ shared, room }));
