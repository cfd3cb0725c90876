import {
  type Instant,
  type MemberId,
  ok,
  type RecordedEvent,
  type RoomEvent,
  type ZoneId,
} from "@goldseam/core";
import type { RoomView } from "../screen.ts";
import { evolve, type PromiseLedger, promise } from "./promise.ts";
import { authorOf, jules, kim, robin, sampleId, sampleRoom } from "./samples.ts";

const names = new Map([
  [jules, "Jules"],
  [robin, "Robin"],
  [kim, "Kim"],
]);

/** A room in memory, as a screen meets it: what is written is folded at once and waits to be sent. */
export class SampleRoom {
  readonly written: RoomEvent[] = [];
  ledger: PromiseLedger = promise.empty;
  /** What the next write answers instead, as a room that cannot write would. */
  refuses: string | undefined;
  #ids = 0;

  constructor(history: readonly RecordedEvent[]) {
    for (const recorded of history) this.ledger = evolve(this.ledger, recorded, sampleRoom);
  }

  /** What a screen of `me` is given at `now`. */
  props(me: MemberId, now: Instant): { readonly room: RoomView; readonly state: PromiseLedger } {
    const room: RoomView = {
      facts: sampleRoom,
      me,
      now,
      zone: "Europe/Berlin" as ZoneId,
      nameOf: (memberId) => names.get(memberId) ?? "",
      newId: () => sampleId(`fresh-${this.#ids++}`),
      write: async (events) => {
        if (this.refuses) return { ok: false, error: { type: this.refuses } };
        this.written.push(...events);
        for (const event of events) {
          const recorded = { event, by: authorOf(me), at: now, received: now, n: undefined };
          this.ledger = evolve(this.ledger, recorded, sampleRoom);
        }
        return ok(undefined);
      },
    };
    return { room, state: this.ledger };
  }

  get types(): readonly string[] {
    return this.written.map(({ type }) => type);
  }
}
