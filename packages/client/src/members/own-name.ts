import { newEventId, type RandomBytes, type Result, type RoomEvent } from "@goldseam/core";
import { peopleOf } from "../room/fold.ts";
import type { Room } from "../room/room.ts";
import { nameYourself } from "./people.ts";

export type OwnNameHost = {
  readonly random: RandomBytes;
  /** What this person is called; undefined where this device was not told. */
  name(): string | undefined;
  write(room: Room, events: readonly RoomEvent[]): Promise<Result<void, { readonly type: string }>>;
};

/** Gives this person's name in the rooms that do not have it yet. */
export class OwnName {
  readonly #host: OwnNameHost;
  readonly #giving = new Set<Room>();

  constructor(host: OwnNameHost) {
    this.#host = host;
  }

  /**
   * Called whenever something changed in `room`. Does nothing where the name is given, or cannot be given yet.
   *
   * A room that cannot take it now is left at once and not tried: a try takes its time, and what changes meanwhile, this
   * device's certificate or the room's key, would find one under way that is about to fail.
   */
  async giveIn(room: Room): Promise<void> {
    const name = this.#host.name();
    if (name === undefined || this.#giving.has(room) || !room.canWrite || isNamed(room)) return;
    this.#giving.add(room);
    try {
      const named = nameYourself(name, { id: newEventId(this.#host.random), at: room.now() });
      if (named.ok) await this.#host.write(room, [named.value]);
    } finally {
      this.#giving.delete(room);
    }
  }
}

const isNamed = (room: Room): boolean =>
  peopleOf(room.folded).has(room.me) ||
  room.waiting.some(({ content }) => content.kind === "event" && content.event.type === "member.named");
