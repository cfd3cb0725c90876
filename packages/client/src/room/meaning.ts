import type { Instant, RecordedEvent, RoomFacts } from "@goldseam/core";
import type { Practice } from "@goldseam/practices";
import { emptyFold, type Folded, foldEvents, isPast } from "./fold.ts";
import { eventsOf, hasRedaction, type RoomLog } from "./room-log.ts";

type Rows = Pick<RoomLog, "record" | "rows">;

/** What the first `rows` rows of the log mean. */
type Settled = {
  readonly rows: number;
  readonly folded: Folded;
  readonly events: readonly RecordedEvent[];
};
const nothing: Settled = { rows: 0, folded: emptyFold, events: [] };

/** What a room means: the record's events, and behind them those that still wait, as the practices fold them. */
export class Meaning {
  #settled = nothing;
  /** What waited when `folded` was made. What has arrived since is neither waiting nor settled until the store has it. */
  #waiting: readonly RecordedEvent[] = [];
  #folded = emptyFold;

  get folded(): Folded {
    return this.#folded;
  }

  /** The record's events alone, without those that were erased or whose time is over. */
  get settled(): readonly RecordedEvent[] {
    return this.#settled.events;
  }

  /** All that is folded. */
  get events(): readonly RecordedEvent[] {
    return [...this.#settled.events, ...this.#waiting];
  }

  /**
   * Folds the rows that are not folded yet, and behind them what waits.
   *
   * All of it anew when words were erased; and with `fromStart`, which is for a log that does not go on from the one
   * before.
   */
  refold(
    log: Rows,
    waiting: readonly RecordedEvent[],
    { facts, now, fromStart }: { facts: RoomFacts; now: Instant; fromStart: boolean },
  ): void {
    const newRows = () => log.rows.slice(this.#settled.rows);
    // A redaction reaches back, so it is read with the rows that it names.
    if (fromStart || hasRedaction(newRows())) this.#settled = nothing;
    const rows = newRows();
    if (rows.length > 0) {
      const events = eventsOf({ record: log.record, rows }).filter((event) => !isPast(event, now));
      this.#settled = {
        rows: log.rows.length,
        events: [...this.#settled.events, ...events],
        folded: foldEvents(this.#settled.folded, events, facts),
      };
    }
    this.#waiting = waiting;
    this.#folded = foldEvents(this.#settled.folded, waiting, facts);
  }

  /** What `practice` makes of `events`, from the first one each time. Its empty state where it has no place. */
  foldWith<State>(practice: Practice<string, State>, facts: RoomFacts): State {
    if (!practice.rooms.includes(facts.kind)) return practice.empty;
    return this.events
      .filter(({ event }) => practice.types.includes(event.type))
      .reduce((state, recorded) => practice.evolve(state, recorded, facts), practice.empty);
  }

  forget(): void {
    this.#settled = nothing;
    this.#waiting = [];
    this.#folded = emptyFold;
  }
}
