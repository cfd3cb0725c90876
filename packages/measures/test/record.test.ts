import type { EventId, RecordedEvent, RoomEvent, RoomFacts } from "@goldseam/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Practice } from "../../practices/src/practice.ts";
import {
  answerDiary,
  answerItem,
  draftsToErase,
  finishMeasure,
  keepCheck,
  type Measure,
  type MeasureJournal,
  measureEventTypes,
  measureJournal,
  measureOf,
  openSitting,
  type Responses,
  readingsOf,
  shareable,
  shareLevels,
  spokenChange,
  startMeasure,
  stopMeasure,
} from "../src/index.ts";
import { ana, at, ben, on, privateRoom, Room } from "./journal.ts";

const phq9 = measureOf("phq9")! as Measure;
const calm: Responses = [1, 1, 0, 0, 0, 0, 0, 0, 0];

/** The list of everything that owns events asks for this form: it would not compile otherwise. */
const owner: Practice<"measure", MeasureJournal> = measureJournal;

describe("a sitting", () => {
  test("[ME6] what is kept is the answer; total, band and flags are worked out from it", () => {
    const room = new Room();
    room.answer("phq9", [2, 1, 3, 1, 0, 1, 2, 0, 0], 0);
    expect(room.refused).toEqual([]);
    const answered = room.events.find(({ type }) => type === "measure.answered")!;
    expect(Object.keys(answered.data as object).sort()).toEqual(
      ["finishedAt", "measure", "on", "responses", "sittingId", "startedAt", "wording"].sort(),
    );
    expect(JSON.stringify(room.events)).not.toMatch(/moderate|"total"|"band"|"score"/);
    expect(readingsOf(room.journal, "phq9")).toMatchObject([
      { total: 10, scoringVersion: 1, scored: { band: "moderate", positive: true } },
    ]);
  });
  test("[ME6] the answers of a safety screen are never written", () => {
    for (const id of ["hark", "hits", "ehits"]) {
      const room = new Room();
      room.start(id, at(0));
      expect(room.refused).toEqual([{ type: "SafetyScreensKeepNothing" }]);
      expect(room.journal.sittings.size).toBe(0);
    }
  });
  test("[ME7] a refused question is kept as refused, and an answer can be changed on the way back", () => {
    const room = new Room();
    const sittingId = room.start("phq9", at(0));
    const sitting = () => room.journal.sittings.get(sittingId)!;
    const answer = (item: number, value: number | null) =>
      room.write(answerItem(phq9, sitting(), { item, value }, room.making(at(0))));
    answer(1, 3);
    answer(2, null);
    answer(1, 2);
    expect([...sitting().answers]).toEqual([
      [1, 2],
      [2, null],
    ]);
  });
  test("[ME23] it can be gone on with for 48 hours, on any device, and not after", () => {
    const room = new Room();
    const sittingId = room.start("phq9", at(0));
    const answer = (hours: number) =>
      room.write(
        answerItem(
          phq9,
          room.journal.sittings.get(sittingId)!,
          { item: 1, value: 1 },
          room.making(at(0, hours)),
        ),
      );
    answer(47);
    expect(openSitting(room.journal, "phq9", at(0, 48))?.answers.get(1)).toBe(1);
    expect(openSitting(room.journal, "phq9", at(0, 49))).toBeUndefined();
    answer(49);
    expect(room.refused).toEqual([{ type: "DraftTooOld", hours: 48 }]);
  });
  test("[ME23] its drafts are to be erased once it is finished, stopped or 48 hours old, and not before", () => {
    const room = new Room();
    const sittingId = room.start("phq9", at(0));
    const sitting = () => room.journal.sittings.get(sittingId)!;
    room.write(answerItem(phq9, sitting(), { item: 1, value: 1 }, room.making(at(0))));
    expect(draftsToErase(room.journal, at(0, 48))).toEqual([]);
    expect(draftsToErase(room.journal, at(0, 49))).toHaveLength(1);
    room.write(stopMeasure(sitting(), room.making(at(0))));
    expect(draftsToErase(room.journal, at(0))).toEqual(sitting().drafts);
    const done = new Room();
    done.answer("phq9", calm, 0);
    expect(draftsToErase(done.journal, at(0))).toHaveLength(9);
  });
  test("[ME23] a flag that an answer raised stays when its draft is erased", () => {
    const room = new Room();
    const sittingId = room.start("phq9", at(0));
    room.write(
      answerItem(phq9, room.journal.sittings.get(sittingId)!, { item: 9, value: 2 }, room.making(at(0))),
    );
    const kept = room.events.filter(({ type }) => type !== "measure.item-answered");
    const erased = new Room().write(kept);
    expect(erased.refused).toEqual([]);
    expect([...erased.journal.sittings.get(sittingId)!.flags].sort()).toEqual([
      "phq9-item9",
      "phq9-item9-high",
    ]);
  });
  test("[ME10] it holds readings without a total, too", () => {
    const room = new Room();
    room.answer("phq9", [null, ...calm.slice(1)], 0);
    expect(readingsOf(room.journal, "phq9")).toMatchObject([{ total: null, scored: { band: null } }]);
  });
  test("CSI-4 is read from CSI-16 where that was answered", () => {
    const room = new Room();
    room.answer("csi4", [3, 3, 3, 3], 0);
    room.answer("csi16", Array(16).fill(4), 7);
    expect(readingsOf(room.journal, "csi4").map(({ total }) => total)).toEqual([12, 16]);
    expect(readingsOf(room.journal, "csi16").map(({ total }) => total)).toEqual([64]);
  });
  test("a diary answer for a day takes the place of an earlier one; a check is kept as it was given", () => {
    const room = new Room();
    room.write(answerDiary("e1", { value: 4, on: on(1) }, room.making(at(1))));
    room.write(answerDiary("e1", { value: 3, on: on(0) }, room.making(at(0))));
    room.write(answerDiary("e1", { value: 6, on: on(1) }, room.making(at(1))));
    room.write(keepCheck("impact-caused", { answers: [2, null, 0], on: on(0) }, room.making(at(0))));
    expect(room.refused).toEqual([]);
    expect(room.journal.diary.get("e1")).toEqual([
      { on: on(0), value: 3 },
      { on: on(1), value: 6 },
    ]);
    expect(room.journal.checks).toHaveLength(1);
  });
});

describe("what is refused", () => {
  const sample = (): readonly RoomEvent[] => {
    const room = new Room();
    room.answer("phq9", [...calm.slice(0, 8), 2], 0);
    const sittingId = room.start("gad7", at(1));
    room.write(stopMeasure(room.journal.sittings.get(sittingId)!, room.making(at(1))));
    room.write(answerDiary("e7", { value: "tea", on: on(0) }, room.making(at(0))));
    room.write(keepCheck("signs", { answers: Array(12).fill(0), on: on(0) }, room.making(at(0))));
    return room.events;
  };
  test("[ME24] nothing of this is ever written into a room with anybody else in it", () => {
    const kinds = ["couple", "individual", "doorstep", "practice"] as const;
    expect(new Set(sample().map(({ type }) => type))).toEqual(new Set(owner.types));
    for (const kind of kinds) {
      const room = new Room();
      room.write(sample(), { room: { ...privateRoom, kind } as RoomFacts });
      expect(room.journal).toBe(measureJournal.empty);
      expect(room.refused.every(({ type }) => type === "NotAPrivateRoom")).toBe(true);
    }
  });
  test("[ME24] nobody but the owner of the room writes in it", () => {
    const room = new Room().write(sample(), { by: ben });
    expect(room.journal).toBe(measureJournal.empty);
    expect(new Set(room.refused.map(({ type }) => type))).toEqual(new Set(["NotTheOwner"]));
    expect(ana).not.toBe(ben);
  });
  test("[ME12] answers that the measure does not have", () => {
    const room = new Room();
    const sittingId = room.start("phq9", at(0));
    const sitting = room.journal.sittings.get(sittingId)!;
    room.write(answerItem(phq9, sitting, { item: 10, value: 1 }, room.making(at(0))));
    room.write(answerItem(phq9, sitting, { item: 1, value: 4 }, room.making(at(0))));
    room.write(finishMeasure(sitting, { responses: [1, 2], on: on(0) }, room.making(at(0))));
    expect(room.refused).toEqual([
      { type: "NoSuchItem" },
      { type: "NotAnAnswer", because: "OutOfRange" },
      { type: "NotAnAnswer", because: "WrongLength" },
    ]);
    expect(readingsOf(room.journal, "phq9")).toEqual([]);
  });
  test("a second end, an answer after the end, a sitting that never began, a flag that cannot be", () => {
    const room = new Room();
    const sittingId = room.answer("phq9", calm, 0);
    const sitting = room.journal.sittings.get(sittingId)!;
    room.write(finishMeasure(sitting, { responses: calm, on: on(0) }, room.making(at(0))));
    room.write(answerItem(phq9, sitting, { item: 1, value: 1 }, room.making(at(0))));
    const nobody = "x".padEnd(22, "x") as EventId;
    room.write(stopMeasure({ ...sitting, sittingId: nobody }, room.making(at(0))));
    const flag = { sittingId: sitting.sittingId, measure: "phq9", flag: "phq9-severe" };
    room.write([{ v: 1, type: "measure.flagged", id: room.newId(), at: at(0), data: flag }]);
    expect(room.refused.map(({ type }) => type)).toEqual([
      "SittingOver",
      "SittingOver",
      "NoSuchSitting",
      "NotRaised",
    ]);
  });
  test("a newer version stays unread", () => {
    const [started] = startMeasure(phq9, new Room().making(at(0)));
    expect(new Room().write([{ ...started!, v: 2 }]).refused).toEqual([{ type: "NewerVersion", v: 2 }]);
  });
  test("no data makes it throw", () => {
    const any = fc.anything({ withNullPrototype: true, withBigInt: true });
    const field = fc.constantFrom(
      "sittingId",
      "measure",
      "item",
      "value",
      "responses",
      "on",
      "check",
      "answers",
      "wording",
    );
    const data = fc.oneof(any, fc.dictionary(field, any));
    fc.assert(
      fc.property(fc.constantFrom(...measureEventTypes), data, (type, facts) => {
        const event = { v: 1, type, id: "a".padEnd(22, "a"), at: at(0), data: facts };
        const recorded = { event, by: { memberId: ana }, at: at(0), received: at(0), n: 1, entryHash: "h" };
        const before = measureJournal.empty;
        const after = measureJournal.evolve(before, recorded as unknown as RecordedEvent, privateRoom);
        const refused = measureJournal.refusal(before, recorded as unknown as RecordedEvent, privateRoom);
        expect(refused === null || after === before).toBe(true);
      }),
    );
  });
});

describe("sharing", () => {
  const room = new Room();
  room.answer("phq9", [3, 3, 3, 3, 2, 0, 0, 0, 0], 0);
  room.answer("phq9", [1, 1, 1, 0, 0, 0, 0, 0, 1], 28);
  const readings = readingsOf(room.journal, "phq9");
  const last = readings.at(-1)!;
  const spoken = spokenChange(phq9, readings);

  test("[ME24] it is a later act: nothing, the word only, total and chart, or answers too, and each holds no more", () => {
    const shared = shareLevels.map((level) => shareable(last, level, spoken));
    expect(shared.map((each) => Object.keys(each ?? {}).length)).toEqual([0, 5, 8, 9]);
    expect(shared[0]).toBeNull();
    expect(shared[1]).toEqual({
      measure: "phq9",
      on: on(28),
      level: "word",
      change: "improved",
      isProvisional: false,
    });
    expect(shared[2]).toMatchObject({ total: 4, flags: ["phq9-item9"] });
    expect(shared[3]).toMatchObject({ responses: last.responses });
  });
  test("a safety screen is never shared from here", () => {
    for (const level of shareLevels)
      expect(shareable({ ...last, measure: "hark" }, level, spoken)).toBeNull();
  });
});
