import type { EventId, Instant, MemberId, Result, RoomEvent, RoomFacts, ZoneId } from "@goldseam/core";
import type { Component, Snippet } from "svelte";

/** A room as a practice's screen meets it: facts, names, the present moment, and one way to write. */
export type RoomView = {
  readonly facts: RoomFacts;
  readonly me: MemberId;
  nameOf(memberId: MemberId): string;
  /** The present moment of this device, never before the newest receipt time it holds. Changes while shown. */
  readonly now: Instant;
  /** The zone that this person reads times in, and that a new promise starts from. */
  readonly zone: ZoneId;
  newId(): EventId;
  /**
   * Writes events of a command. They are kept at once, whether or not there is a line to the server.
   *
   * - Errors: a type that `refusalWords` has a sentence for, or `RoomStopped`, `NotAMember`, `TooLong`, `StoreFull`.
   */
  write(events: readonly RoomEvent[]): Promise<Result<void, { readonly type: string }>>;
};

/** Where a practice's page was opened from, where that is not Together: a practitioner comes from their own side. */
export type Back = {
  readonly name: string;
  readonly href: string;
  readonly tab: "together" | "practitioner";
};

/** What a practice shows. It draws state and sends commands; it decides nothing. */
export type Screen<State = unknown> = {
  /** Its place under Together, neutral: `/together/promises`. */
  readonly address: string;
  /** Its row in Together. */
  readonly title: () => string;
  readonly note: (state: State, room: RoomView) => string;
  /** `notice` is whole-page trouble, which the shell knows. */
  readonly Page: Component<{ room: RoomView; state: State; notice?: Snippet; back?: Back }>;
  /** The one thing for now, on Today. Asked only when `hasToday` says so. */
  readonly Today: Component<{ room: RoomView; state: State }>;
  hasToday(state: State, room: RoomView): boolean;
};
