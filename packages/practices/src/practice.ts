import type { RecordedEvent, RoomEvent, RoomFacts, RoomKind } from "@goldseam/core";

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
  /**
   * How long words of each type are kept, in milliseconds from when they were written, by rule time. After that no device
   * shows them, and their author's devices erase them. Types that are not named here are kept until somebody erases them.
   */
  readonly keptMs?: Readonly<Record<string, number>>;
  /** What a person wrote in an event of one of these types, line by line; empty for data that is not of its form. */
  readonly textIn?: (event: RoomEvent) => readonly string[];
  /** The subject of both partners that an event belongs to: they can erase it whole together ([joint](joint/README.md)). */
  readonly subjectOf?: (event: RoomEvent) => string | undefined;
  readonly empty: State;
  refusal(state: State, recorded: RecordedEvent, room: RoomFacts): Refusal | null;
  evolve(state: State, recorded: RecordedEvent, room: RoomFacts): State;
};
