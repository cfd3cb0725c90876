import type {
  CalendarDate,
  EntryHash,
  EventId,
  Instant,
  MemberId,
  RecordedEvent,
  RoomEvent,
  RoomFacts,
} from "@goldseam/core";
import { dayMs } from "@goldseam/core";
import {
  answerItem,
  finishMeasure,
  type Making,
  type Measure,
  type MeasureJournal,
  type MeasureRefusal,
  measureJournal,
  measureOf,
  type Responses,
  startMeasure,
} from "../src/index.ts";

const id43 = (name: string) => name.padEnd(43, "A") as MemberId;
export const ana = id43("ana");
export const ben = id43("ben");
export const begin = Date.UTC(2026, 2, 2, 19, 0) as Instant;
export const on = (day: number): CalendarDate =>
  new Date(begin + day * dayMs).toISOString().slice(0, 10) as CalendarDate;
export const at = (day: number, hours = 0): Instant => (begin + day * dayMs + hours * 3_600_000) as Instant;

export const privateRoom = {
  roomId: id43("room"),
  kind: "private",
  zone: "Europe/Berlin",
  members: [{ memberId: ana, role: "owner", since: begin }],
} as unknown as RoomFacts;

/** One person's private room: writes events as a device would, and says what was refused. */
export class Room {
  journal: MeasureJournal = measureJournal.empty;
  readonly refused: MeasureRefusal[] = [];
  readonly events: RoomEvent[] = [];
  #count = 0;

  newId = (): EventId => `e${this.#count++}`.padEnd(22, "_") as EventId;
  making = (now: Instant): Making => ({ now, newId: this.newId });

  write(events: readonly RoomEvent[], { by = ana, room = privateRoom } = {}): this {
    for (const event of events) {
      const recorded = {
        event,
        by: { memberId: by, deviceId: "device" },
        at: event.at,
        received: event.at,
        n: this.events.length + 1,
        entryHash: `hash-${event.id}` as EntryHash,
      } as unknown as RecordedEvent;
      const refusal = measureJournal.refusal(this.journal, recorded, room);
      if (refusal) this.refused.push(refusal);
      this.journal = measureJournal.evolve(this.journal, recorded, room);
      this.events.push(event);
    }
    return this;
  }

  start(id: string, now: Instant): EventId {
    const events = startMeasure(measureOf(id)!, this.making(now));
    this.write(events);
    return events[0]!.id;
  }

  /** Answers every question, one after the other, and finishes. */
  answer(id: string, responses: Responses, day: number): EventId {
    const measure: Measure = measureOf(id)!;
    const sittingId = this.start(id, at(day));
    responses.forEach((value, index) => {
      const sitting = this.journal.sittings.get(sittingId)!;
      this.write(answerItem(measure, sitting, { item: index + 1, value }, this.making(at(day))));
    });
    const sitting = this.journal.sittings.get(sittingId)!;
    this.write(finishMeasure(sitting, { responses, on: on(day) }, this.making(at(day))));
    return sittingId;
  }
}
