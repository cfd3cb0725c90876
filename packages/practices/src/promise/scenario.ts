import type { CalendarDate, Instant, MemberId, RecordedEvent, RoomFacts, WallTime } from "@goldseam/core";
import { expect } from "vitest";
import type { Mark } from "./events.ts";
import {
  evolve,
  type Occurrence,
  type PromiseLedger,
  type PromiseRefusal,
  promise,
  refusal,
} from "./promise.ts";
import { at, jules, recordedAs, robin, sampleId, samplePromiseId, sampleRoom } from "./samples.ts";
import type { Schedule } from "./schedule.ts";
import { type Standing, standing } from "./standing.ts";

/** The only place in which the tests touch the fold. */
export const ledgerOf = (history: readonly RecordedEvent[], room: RoomFacts = sampleRoom): PromiseLedger =>
  history.reduce((ledger, recorded) => evolve(ledger, recorded, room), promise.empty as PromiseLedger);

/** `given(…history).when(event).thenRefused(…)`, or `.thenReads(date, now, …)`. */
export function given(...history: readonly (RecordedEvent | readonly RecordedEvent[])[]) {
  let room: RoomFacts = sampleRoom;
  const before = () => ledgerOf(history.flat(), room);
  const scenario = {
    in(another: RoomFacts) {
      room = another;
      return scenario;
    },
    when(event: RecordedEvent) {
      return {
        thenRefused(expected: PromiseRefusal) {
          expect(refusal(before(), event, room)).toEqual(expected);
          const ledger = before();
          expect(evolve(ledger, event, room)).toBe(ledger);
        },
        thenAccepted() {
          expect(refusal(before(), event, room)).toBeNull();
          return given(...history, event).in(room);
        },
      };
    },
    thenReads(date: string, now: Instant, reads: Standing["reads"], name = "p") {
      expect(scenario.standing(date, now, name).reads).toBe(reads);
      return scenario;
    },
    standing(date: string, now: Instant, name = "p"): Standing {
      const made = before().promises.get(samplePromiseId(name))!;
      return standing(made, scenario.occurrence(date, name), now);
    },
    occurrence: (date: string, name = "p"): Occurrence =>
      before()
        .promises.get(samplePromiseId(name))!
        .occurrences.get(date as CalendarDate)!,
    ledger: before,
  };
  return scenario;
}

const zone = sampleRoom.zone;
export const once = (date: string, time = "18:00", more: object = {}): Schedule => ({
  kind: "once",
  date: date as CalendarDate,
  time: time as WallTime,
  zone,
  ...more,
});
export const everyDay = (from: string, until: string, time = "18:00", more: object = {}): Schedule => ({
  kind: "repeat",
  days: [1, 2, 3, 4, 5, 6, 7],
  from: from as CalendarDate,
  until: until as CalendarDate,
  time: time as WallTime,
  zone,
  ...more,
});

/** Monday 2 March 2026, 09:00: the moment of making in most scenes. */
export const morning = at("2026-03-02", "09:00");
const on = (date: string, name: string) => ({
  promiseId: samplePromiseId(name),
  occurrence: date as CalendarDate,
});

type Telling = { name?: string; by?: MemberId; id?: string; wordsId?: string };

export const made = (schedule: Schedule, { name = "p", by = jules, witness = robin, when = morning } = {}) =>
  recordedAs(by, when, "promise.made", name, {
    promiseId: samplePromiseId(name),
    witness,
    schedule,
    wordsId: sampleId(`${name}-words`),
  });
export const worded = (
  act = "be home",
  { name = "p", by = jules, when = morning, id = `${name}-words` }: Telling & { when?: Instant } = {},
): RecordedEvent => recordedAs(by, when, "promise.worded", id, { promiseId: samplePromiseId(name), act });
export const marked = (
  date: string,
  when: Instant,
  mark: Mark,
  { name = "p", by = jules, id = "mark", received = when, wordsId }: Telling & { received?: Instant } = {},
): RecordedEvent =>
  recordedAs(
    by,
    when,
    "promise.marked",
    id,
    { ...on(date, name), mark, ...(wordsId && { wordsId: sampleId(wordsId) }) },
    received,
  );
export const moved = (
  date: string,
  when: Instant,
  to: readonly [date: string, time: string],
  { name = "p", by = jules, id = "move", wordsId }: Telling = {},
): RecordedEvent =>
  recordedAs(by, when, "promise.moved", id, {
    ...on(date, name),
    to: { date: to[0] as CalendarDate, time: to[1] as WallTime },
    ...(wordsId && { wordsId: sampleId(wordsId) }),
  });
export const viewed = (
  date: string,
  when: Instant,
  view: "same" | "different",
  { by = robin, id = "view" } = {},
) => recordedAs(by, when, "promise.viewed", id, { ...on(date, "p"), view });
export const corrected = (date: string, when: Instant, { by = jules, id = "told" } = {}) =>
  recordedAs(by, when, "promise.corrected", id, on(date, "p"));
export const warned = (date: string, when: Instant, { by = jules, id = "heads-up" } = {}) =>
  recordedAs(by, when, "promise.heads-up", id, on(date, "p"));
export const repaired = (date: string, when: Instant, { by = jules, id = "repair" } = {}) =>
  recordedAs(by, when, "promise.repaired", id, { ...on(date, "p"), wordsId: sampleId("repair-words") });
export const repairWorded = (date: string, when: Instant, { by = jules, id = "repair-words" } = {}) =>
  recordedAs(by, when, "promise.repair-worded", id, {
    ...on(date, "p"),
    what: "I forgot.",
    effect: "You waited.",
    next: "I set an alarm.",
  });
export const noted = (date: string, when: Instant, { by = jules, id = "note", text = "A word." } = {}) =>
  recordedAs(by, when, "promise.noted", id, { ...on(date, "p"), text });
export const withdrawn = (when: Instant, { name = "p", by = jules, id = "withdrawn" } = {}) =>
  recordedAs(by, when, "promise.withdrawn", id, { promiseId: samplePromiseId(name) });
