import type { EntryHash, EventId } from "./ids.ts";
import type { Author } from "./room.ts";
import { type Instant, isInstant } from "./time.ts";

/**
 * What an author seals: a dotted, past-tense type and its facts.
 *
 * `v` is the version of this type's `data`; readers upcast older ones and keep newer ones unread.
 */
export type RoomEvent<Type extends string = string, Data = unknown> = {
  readonly v: number;
  readonly type: Type;
  readonly id: EventId;
  /** The author's own clock: a claim. Rules use `RecordedEvent.at`. */
  readonly at: Instant;
  readonly data: Data;
};

/** An event with its place in the record. */
export type RecordedEvent<Event extends RoomEvent = RoomEvent> = {
  readonly event: Event;
  readonly by: Author;
  /** Rule time: the only time that rules may use. */
  readonly at: Instant;
  /** When the server took it in; for an entry still waiting to be sent, the device's present moment. */
  readonly received: Instant;
  /** Its number in the room's shared order; `undefined` while it waits to be sent. */
  readonly n: number | undefined;
  readonly entryHash: EntryHash;
};

const dottedType = /^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)+$/;

/** Whether `value` has the outer form of an event. Its `data` is checked by the feature that owns the type. */
export function isRoomEvent(value: unknown): value is RoomEvent {
  if (typeof value !== "object" || value === null) return false;
  const event = value as Record<string, unknown>;
  return (
    Number.isSafeInteger(event.v) &&
    (event.v as number) >= 1 &&
    typeof event.type === "string" &&
    event.type.length <= 64 &&
    dottedType.test(event.type) &&
    typeof event.id === "string" &&
    /^[A-Za-z0-9_-]{22}$/.test(event.id) &&
    isInstant(event.at) &&
    "data" in event
  );
}
