import type { CalendarDate, Instant, MemberId, RecordedEvent, RoomEvent, WallTime } from "@goldseam/core";
import { dayMs, hourMs } from "@goldseam/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type PromiseEventType, promiseEventTypes } from "./events.ts";
import { activeMost, activeOf, evolve, type PromiseLedger, promise, refusal } from "./promise.ts";
import { authorOf, jules, kim, recordedAs, robin, sampleId, samplePromiseId, sampleRoom } from "./samples.ts";
import { everyDay, ledgerOf, made, morning, once } from "./scenario.ts";
import { dateOf, daysAfter, horizonOf } from "./schedule.ts";
import { everyOccurrence, nextMomentOfChange, promisesOf, standing } from "./standing.ts";

const promiseIds = ["p", "q", "r", "s", "t", "u"];
const dates = fc.integer({ min: 0, max: 6 }).map((day) => daysAfter("2026-03-02" as CalendarDate, day));
const times = fc.constantFrom("08:00", "12:00", "17:30", "18:00", "23:30") as fc.Arbitrary<WallTime>;
const moments = fc.integer({ min: 0, max: 9 * 24 }).map((hours) => (morning + hours * hourMs) as Instant);
const people = fc.constantFrom(jules, jules, jules, robin, kim);
const ids = fc.integer({ min: 0, max: 400 }).map((id) => `id-${id}`);
const wordsIds = fc.option(ids.map(sampleId), { nil: undefined });
const zones = fc.constantFrom("Europe/Berlin", "Pacific/Auckland", "America/Los_Angeles");
const schedules = fc.oneof(
  fc.tuple(dates, times, zones).map(([date, time, zone]) => once(date, time, { zone })),
  fc
    .tuple(dates, fc.integer({ min: 0, max: 60 }), times, zones)
    .map(([from, days, time, zone]) => everyDay(from, daysAfter(from, days), time, { zone })),
);

/** Any well-formed event on one of a few promises, said by anyone at any moment. */
const anyEvent: fc.Arbitrary<RecordedEvent> = fc
  .record({
    type: fc.constantFrom<PromiseEventType>(
      ...promiseEventTypes,
      "promise.made",
      "promise.made",
      "promise.marked",
      "promise.moved",
    ),
    name: fc.constantFrom(...promiseIds),
    by: people,
    when: moments,
    id: ids,
    occurrence: dates,
    wordsId: wordsIds,
    needed: ids,
    schedule: schedules,
    to: fc.record({ date: dates, time: times }),
    mark: fc.constantFrom("kept", "kept-late", "missed"),
    view: fc.constantFrom("same", "different"),
  })
  .map(({ type, name, by, when, id, needed, ...all }) => {
    const data = {
      ...all,
      promiseId: samplePromiseId(name),
      witness: by === jules ? robin : jules,
      act: "be home",
      text: "A word.",
      what: "a",
      effect: "b",
      next: "c",
      ...(type === "promise.made" || type === "promise.repaired" ? { wordsId: sampleId(needed) } : {}),
    };
    return recordedAs(by as MemberId, when, type, type === "promise.made" ? name : id, data as never);
  });
const histories = fc.array(anyEvent, { maxLength: 60 });
const steps = (
  events: readonly RecordedEvent[],
  look: (before: PromiseLedger, event: RecordedEvent, after: PromiseLedger) => void,
) =>
  events.reduce((before, event) => {
    const after = evolve(before, event, sampleRoom);
    look(before, event, after);
    return after;
  }, promise.empty as PromiseLedger);

test("[PR3] no data makes the rules throw; what is malformed is refused and changes nothing", () => {
  const ledger = ledgerOf([
    made(once("2026-03-02")),
    made(everyDay("2026-03-03", "2026-03-09"), { name: "q" }),
  ]);
  const valid = made(once("2026-03-03"), { name: "r" }).event.data as object;
  const broken = fc.oneof(
    fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true }),
    fc
      .tuple(fc.constantFrom("promiseId", "witness", "schedule", "wordsId"), fc.anything())
      .map(([field, value]) => ({ ...valid, [field]: value })),
    fc
      .tuple(
        fc.constantFrom(
          "kind",
          "date",
          "time",
          "zone",
          "days",
          "from",
          "until",
          "signalTime",
          "fallbackTime",
        ),
        fc.anything(),
      )
      .map(([field, value]) => ({
        ...valid,
        schedule: { ...everyDay("2026-03-03", "2026-03-09"), [field]: value },
      })),
    fc.record({
      promiseId: fc.constant(samplePromiseId("q")),
      occurrence: fc.oneof(dates, fc.anything()),
      to: fc.anything(),
      mark: fc.anything(),
      view: fc.anything(),
      text: fc.anything(),
      wordsId: fc.anything(),
    }),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...promiseEventTypes),
      broken,
      fc.integer({ min: 1, max: 3 }),
      people,
      moments,
      (type, data, v, by, when) => {
        const event = { v, type, id: sampleId("r"), at: when, data } as RoomEvent;
        const recorded = { event, by: authorOf(by), at: when, received: when, n: 1 };
        const refused = refusal(ledger, recorded, sampleRoom);
        const after = evolve(ledger, recorded, sampleRoom);
        if (refused) expect(after).toBe(ledger);
        promisesOf(after, sampleRoom, when);
        nextMomentOfChange(after, when);
      },
    ),
    { numRuns: 3000 },
  );
});

test("[PR3] texts that are too long, empty, unprintable or not text are refused by their field", () => {
  const ledger = ledgerOf([made(once("2026-03-02"))]);
  const word = (act: unknown) =>
    refusal(
      ledger,
      recordedAs(jules, morning, "promise.worded", "p-words", {
        promiseId: samplePromiseId("p"),
        act,
      } as never),
      sampleRoom,
    );
  for (const act of ["a".repeat(201), "", "  ", "a\u0000", "a\nb", "a\u202eb", "\ud800", 7, null, ["a"]]) {
    expect(word(act), JSON.stringify(act)).toEqual({ type: "Malformed", field: "act" });
  }
  for (const act of ["a".repeat(200), "naïve – “ja” 👩‍👩‍👧"]) expect(word(act)).toBeNull();
});

test("[PR3] names of built-in things are no promises", () => {
  for (const name of ["constructor", "__proto__", "toString"]) {
    const event = {
      v: 1,
      type: "promise.withdrawn",
      id: sampleId("x"),
      at: morning,
      data: JSON.parse(`{"promiseId":"${name}","__proto__":{}}`),
    };
    expect(
      refusal(
        ledgerOf([]),
        { event: event as RoomEvent, by: authorOf(jules), at: morning, received: morning, n: 1 },
        sampleRoom,
      ),
    ).toEqual({ type: "Malformed", field: "promiseId" });
  }
});

test("[PR6] folding any record is deterministic, and a refused event changes nothing", () => {
  fc.assert(
    fc.property(histories, (events) => {
      const folded = steps(events, (before, event, after) => {
        expect(after === before).toBe(refusal(before, event, sampleRoom) !== null);
      });
      const accepted: RecordedEvent[] = [];
      steps(events, (before, event, after) => void (after !== before && accepted.push(event)));
      expect(ledgerOf(events)).toEqual(folded);
      expect(ledgerOf(accepted)).toEqual(folded);
    }),
  );
});

test("[PR6] what two devices appended on older states merges in any shared order without a throw or a reopened mark", () => {
  fc.assert(
    fc.property(histories, histories, fc.array(fc.boolean(), { maxLength: 120 }), (one, two, turns) => {
      const [left, right] = [[...one], [...two]];
      const merged = turns.flatMap((turn) => (turn ? left.splice(0, 1) : right.splice(0, 1)));
      steps([...merged, ...left, ...right], () => {});
    }),
  );
});

test("[P14.6] a mark once standing stands in every later state", () => {
  fc.assert(
    fc.property(histories, moments, (events, now) => {
      steps(events, (before, _event, after) => {
        for (const { promise: old, occurrence } of everyOccurrence(before)) {
          if (occurrence.marks.length === 0) continue;
          const later = after.promises.get(old.promiseId)!;
          const still = later.occurrences.get(occurrence.date)!;
          expect(still.marks[0]).toEqual(occurrence.marks[0]);
          expect(standing(later, still, now).reads).toBe(standing(old, occurrence, now).reads);
        }
      });
    }),
  );
});

test("[P14.7] time alone never makes anything missed", () => {
  fc.assert(
    fc.property(histories, fc.integer({ min: 0, max: 100 }), (events, days) => {
      const now = (morning + days * dayMs) as Instant;
      for (const { promise: each, occurrence } of everyOccurrence(ledgerOf(events))) {
        if (standing(each, occurrence, now).reads === "missed")
          expect(occurrence.marks[0]?.mark).toBe("missed");
      }
    }),
  );
});

test("[P14.3] no record holds more active promises than allowed when one is made", () => {
  fc.assert(
    fc.property(histories, (events) => {
      steps(events, (before, { event, by, at: when }, after) => {
        if (event.type !== "promise.made" || after === before) return;
        expect(activeOf(after, by.memberId, when).length).toBeLessThanOrEqual(activeMost(sampleRoom, when));
      });
    }),
  );
});

test("[P14.10] no record, forged or not, makes a day on which a promise falls due fuller than allowed", () => {
  fc.assert(
    fc.property(histories, (events) => {
      const falling = everyOccurrence(ledgerOf(events)).filter(
        ({ promise: { withdrawn }, occurrence }) => !withdrawn || occurrence.due < withdrawn.at,
      );
      const dues = new Map<string, Instant[]>();
      for (const { promise: each, occurrence } of falling) {
        dues.set(each.maker, [...(dues.get(each.maker) ?? []), occurrence.due]);
      }
      const seen = new Set<string>();
      for (const { promise: each, occurrence } of falling) {
        const { zone } = each.schedule;
        const day = dateOf(occurrence.due, zone);
        const key = `${each.maker} ${zone} ${day}`;
        if (seen.has(key)) continue;
        seen.add(key);
        const near = dues.get(each.maker)!.filter((due) => Math.abs(due - occurrence.due) < 2 * dayMs);
        expect(near.filter((due) => dateOf(due, zone) === day).length, key).toBeLessThanOrEqual(4);
      }
    }),
  );
});

test("[P14.11] no record, forged or not, holds a due date past the horizon", () => {
  fc.assert(
    fc.property(histories, (events) => {
      for (const { promise: each, occurrence } of everyOccurrence(ledgerOf(events))) {
        const { zone } = each.schedule;
        expect(dateOf(occurrence.due, zone) <= horizonOf(each.made.at, zone)).toBe(true);
      }
    }),
  );
});

test("[PR4] erasing words changes no fact and no judgement", () => {
  const wordTypes = ["promise.worded", "promise.noted", "promise.repair-worded"];
  const withoutWords = (ledger: PromiseLedger) =>
    [...ledger.promises.values()].map(({ words: _words, occurrences, ...facts }) => ({
      ...facts,
      occurrences: [...occurrences.values()].map(({ notes: _notes, repair, ...said }) => ({
        ...said,
        repair: repair && { ...repair, lines: undefined },
      })),
    }));
  fc.assert(
    fc.property(histories, (events) => {
      const erased = events.filter(({ event }) => !wordTypes.includes(event.type));
      expect(withoutWords(ledgerOf(erased))).toEqual(withoutWords(ledgerOf(events)));
    }),
  );
});
