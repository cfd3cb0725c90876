import type { RecordedEvent, RoomFacts, RoomKind } from "@goldseam/core";

/** Why an event may not happen: a name from the glossary and the facts that a sentence needs. No prose. */
export type Refusal = { readonly type: string };

/**
 * What every practice provides: a pure fold of its own events.
 *
 * `refusal` is asked before appending and again on replay, because another device may have appended on an
 * older state and a modified client may append anything. An event that it refuses stays in the record and
 * `evolve` changes nothing for it. Both take the outer event form for granted and nothing about `data`.
 */
export type Practice<Kind extends string = string, State = unknown> = {
  readonly kind: Kind;
  /** Kinds of room in which its events count; elsewhere they change nothing. */
  readonly rooms: readonly RoomKind[];
  /** The dotted event types that belong to this practice and to no other. */
  readonly types: readonly string[];
  /** Those of them that hold somebody's words and nothing that must outlive them: erased when their author asks. */
  readonly words?: readonly string[];
  readonly empty: State;
  refusal(state: State, recorded: RecordedEvent, room: RoomFacts): Refusal | null;
  evolve(state: State, recorded: RecordedEvent, room: RoomFacts): State;
};
