import type {
  EntryHash,
  EventId,
  Instant,
  MemberId,
  RecordedEvent,
  RoomEvent,
  RoomFacts,
  RoomId,
} from "@goldseam/core";
import { describe, expect, test } from "vitest";
import {
  assignedNow,
  assignMeasure,
  choiceFor,
  chooseSharing,
  dueNow,
  endAssignment,
  type MeasureId,
  mayBeAssigned,
  measureOf,
  measures,
  type Rhythm,
  readingsOf,
  type SharedMeasures,
  type SharedReading,
  type ShareLevel,
  type SlotWording,
  shareable,
  shareChoices,
  sharedMeasures,
  shareReading,
  shownOf,
  slotFault,
  spokenChange,
  wordingOfSlot,
} from "../src/index.ts";
import { pcl5 } from "../src/pcl5/pcl5.ts";
import { phq9 } from "../src/phq9/phq9.ts";
import { who5 } from "../src/who5/who5.ts";
import { ana, at, begin, ben, on, privateRoom, Room } from "./journal.ts";

const kim = "kim".padEnd(43, "A") as MemberId;
const members = [
  { memberId: ana, role: "owner", since: begin },
  { memberId: kim, role: "practitioner", since: begin },
];
const withKim = { ...privateRoom, kind: "individual", members } as unknown as RoomFacts;
const couple = {
  ...privateRoom,
  kind: "couple",
  members: [
    { memberId: ana, role: "partner", since: begin },
    { memberId: ben, role: "partner", since: begin },
    { memberId: kim, role: "practitioner", since: begin },
  ],
} as unknown as RoomFacts;

let count = 0;
const making = (now: Instant) => ({ now, newId: () => `s${count++}`.padEnd(22, "_") as EventId });
const by = (memberId: MemberId, event: RoomEvent): RecordedEvent =>
  ({
    event,
    by: { memberId, deviceId: "device" },
    at: event.at,
    received: event.at,
    n: event.at,
    entryHash: `hash-${event.id}` as EntryHash,
  }) as unknown as RecordedEvent;
const after = (...history: readonly RecordedEvent[]): SharedMeasures =>
  history.reduce(
    (state, one) => sharedMeasures.evolve(state, one, withKim),
    sharedMeasures.empty as SharedMeasures,
  );

const own = new Room();
own.answer("phq9", [3, 3, 3, 3, 2, 0, 0, 0, 0], 0);
own.answer("phq9", [1, 1, 1, 0, 0, 0, 0, 0, 1], 28);
const readings = readingsOf(own.journal, "phq9");
const share = (level: ShareLevel, index = 1, day = 28): RecordedEvent =>
  by(
    ana,
    shareReading(
      shareable(readings[index]!, level, spokenChange(phq9, readings.slice(0, index + 1)))!,
      making(at(day)),
    ),
  );
const assign = (measure: MeasureId, rhythm: Rhythm, day: number, wording?: SlotWording): RecordedEvent =>
  by(kim, assignMeasure({ measure, rhythm, ...(wording && { wording }) }, making(at(day))));
const slot: SlotWording = {
  title: "A form of Kim's",
  instructions: "",
  questions: ["one", "two", "three", "four", "five"],
  answers: ["never", "a little", "some", "often", "mostly", "always"],
  licence: "Licence 7",
};
const withoutIt = sharedMeasures.empty as SharedMeasures;

describe("sharing a reading", () => {
  test("[ME24] nothing of this package counts in a room with the partner in it, whoever writes it", () => {
    for (const event of [share("answers"), assign("pcl5", "once", 0), assign("who5", "once", 0, slot)]) {
      for (const room of [couple, privateRoom]) {
        expect(sharedMeasures.refusal(withoutIt, event, room)).toEqual({ type: "WrongRoom" });
        expect(sharedMeasures.evolve(withoutIt, event, room)).toBe(withoutIt);
      }
      expect(sharedMeasures.rooms).toEqual(["individual"]);
    }
    const chosen = by(
      ana,
      chooseSharing({ measure: "phq9", room: couple.roomId, level: "word" }, making(at(0))),
    );
    for (const room of [couple, withKim])
      expect(shareChoices.refusal(shareChoices.empty, chosen, room)).toEqual({ type: "WrongRoom" });
  });

  test("[ME29] its owner alone shares it, and what holds more than its level counts for nothing", () => {
    for (const level of ["word", "total", "answers"] as const)
      expect(shownOf(after(share(level)), "phq9").map((one) => one.level)).toEqual([level]);
    const put = {
      ...share("answers"),
      by: { memberId: kim, deviceId: "device" },
    } as unknown as RecordedEvent;
    expect(sharedMeasures.refusal(withoutIt, put, withKim)).toEqual({ type: "NotTheOwner" });
    const { event } = share("answers");
    const whole = event.data as SharedReading;
    const given = (data: unknown) =>
      sharedMeasures.refusal(withoutIt, by(ana, { ...event, data } as RoomEvent), withKim);
    for (const bad of [
      { ...whole, level: "word" },
      { ...whole, level: "total" },
      { ...whole, level: "nothing" },
      { ...whole, measure: "hark" },
      { ...whole, measure: "unknown" },
      { ...whole, responses: [1] },
      { ...whole, total: "4" },
      { ...whole, flags: "phq9-item9" },
      { ...whole, on: "2026-13-01" },
      { ...whole, change: "worse" },
      null,
      [],
    ])
      expect(given(bad)).toEqual({ type: "Malformed" });
    expect(sharedMeasures.refusal(withoutIt, by(ana, { ...event, v: 2 }), withKim)).toEqual({
      type: "NewerVersion",
    });
  });

  test("[ME30] shared again it takes the place of what was shared before, which is to be erased", () => {
    const [word, answers] = [share("word"), share("answers", 1, 29)];
    const state = after(share("total", 0, 0), word, answers);
    expect(shownOf(state, "phq9").map(({ on: day, level }) => [day, level])).toEqual([
      [on(0), "total"],
      [on(28), "answers"],
    ]);
    expect(state.toErase).toEqual([word.entryHash]);
    expect(shownOf(state, "gad7")).toEqual([]);
    expect(sharedMeasures.refusal(state, answers, withKim)).toEqual({ type: "AlreadyShared" });
  });

  test("[ME31] what is shown each time is chosen for one measure and one room, is nothing at first, and can be taken back", () => {
    const room = "k".repeat(43) as RoomId;
    const choose = (level: ShareLevel) =>
      by(ana, chooseSharing({ measure: "phq9", room, level }, making(at(0))));
    const chosen = shareChoices.evolve(shareChoices.empty, choose("word"), privateRoom);
    expect(choiceFor(shareChoices.empty, "phq9", room)).toBe("nothing");
    expect(choiceFor(chosen, "phq9", room)).toBe("word");
    expect(choiceFor(chosen, "gad7", room)).toBe("nothing");
    expect(choiceFor(chosen, "phq9", couple.roomId)).toBe("nothing");
    expect(choiceFor(shareChoices.evolve(chosen, choose("nothing"), privateRoom), "phq9", room)).toBe(
      "nothing",
    );
    for (const data of [
      null,
      { measure: "hark", room, level: "word" },
      { measure: "phq9", room: "x", level: "word" },
    ])
      expect(
        shareChoices.refusal(chosen, by(ana, { ...choose("word").event, data } as RoomEvent), privateRoom),
      ).toEqual({ type: "Malformed" });
  });
});

describe("assigning", () => {
  test("[ME32] a practitioner assigns what is asked in no other way, and never a safety screen", () => {
    const assignable = measures.filter((measure) => mayBeAssigned(measure)).map(({ id }) => id);
    expect(assignable).toEqual(["pcl5", "dts", "who5", "sscs-s"]);
    for (const id of ["phq9", "csi16", "hark", "hits", "ehits", "ios", "core10"] as const)
      expect(sharedMeasures.refusal(withoutIt, assign(id, "once", 0, slot), withKim)).toEqual({
        type: "Malformed",
      });
    const byAna = { ...assign("pcl5", "once", 0), by: { memberId: ana } } as unknown as RecordedEvent;
    expect(sharedMeasures.refusal(withoutIt, byAna, withKim)).toEqual({ type: "NotThePractitioner" });
  });

  test("[ME33] PCL-5 at most once in 28 days, also when it was ended between, and never weekly", () => {
    const first = assign("pcl5", "once", 0);
    const end = by(kim, endAssignment(first.event.id, making(at(1))));
    const state = after(first, end);
    expect(sharedMeasures.refusal(withoutIt, assign("pcl5", "weekly", 0), withKim)).toEqual({
      type: "Malformed",
    });
    expect(sharedMeasures.refusal(state, assign("pcl5", "once", 27), withKim)).toEqual({ type: "TooSoon" });
    expect(sharedMeasures.refusal(state, assign("pcl5", "once", 28), withKim)).toBeNull();
    const monthly = after(assign("pcl5", "monthly", 0));
    expect(sharedMeasures.refusal(monthly, assign("pcl5", "once", 60), withKim)).toEqual({ type: "TooSoon" });
    expect(
      sharedMeasures.refusal(
        after(assign("who5", "once", 0, slot)),
        assign("who5", "once", 1, slot),
        withKim,
      ),
    ).toBeNull();
  });

  test("[ME34] the words of a slot fit its key and name a licence; what is asked is exactly them", () => {
    expect(slotFault(who5, slot)).toBeNull();
    expect(slotFault(who5, { ...slot, title: " " })).toBe("NoTitle");
    expect(slotFault(who5, { ...slot, questions: slot.questions.slice(1) })).toBe("Questions");
    expect(slotFault(who5, { ...slot, answers: [...slot.answers, "more"] })).toBe("Answers");
    expect(slotFault(who5, { ...slot, licence: "" })).toBe("NoLicence");
    expect(slotFault(who5, { ...slot, title: "x".repeat(601) })).toBe("TooLong");
    const given = (wording: unknown) =>
      sharedMeasures.refusal(withoutIt, assign("who5", "once", 0, wording as SlotWording), withKim);
    for (const bad of [undefined, {}, { ...slot, licence: "" }, { ...slot, questions: "one" }])
      expect(given(bad)).toEqual({ type: "Malformed" });
    const [assignment] = [...after(assign("who5", "once", 0, slot)).assignments.values()];
    const wording = wordingOfSlot(assignment!)!;
    expect(wording.version).toBe(assignment!.id);
    expect(wording.items.map(({ text }) => text)).toEqual(slot.questions);
    expect(wording.items[0]!.options.map(({ value, label }) => [value, label]).at(-1)).toEqual([5, "always"]);
    const [pcl] = [...after(assign("pcl5", "once", 0)).assignments.values()];
    expect(wordingOfSlot(pcl!)).toBe(pcl5.wording);
  });

  test("[ME35] it is shown until it was answered, or until its time has come again, or the practitioner ends it", () => {
    const once = assign("pcl5", "once", 0);
    const monthly = assign("who5", "weekly", 0, slot);
    const state = after(once, monthly);
    const person = new Room();
    const shown = (day: number): string[] =>
      assignedNow(state, person.journal, on(day)).map(({ measure }) => measure);
    expect(shown(0)).toEqual(["pcl5", "who5"]);
    person.answer("pcl5", Array(20).fill(1), 2);
    person.answer("who5", Array(5).fill(1), 2);
    expect(shown(3)).toEqual([]);
    expect(shown(9)).toEqual(["who5"]);
    const ended = after(once, monthly, by(kim, endAssignment(monthly.event.id, making(at(9)))));
    expect(assignedNow(ended, person.journal, on(9))).toEqual([]);
    expect(
      sharedMeasures.refusal(ended, by(kim, endAssignment(monthly.event.id, making(at(9)))), withKim),
    ).toEqual({ type: "NotAssigned" });
  });

  test("[ME20] what was assigned does not move the schedule that both partners have alike", () => {
    const [asked, person] = [new Room(), new Room()];
    asked.answer("pcl5", Array(20).fill(3), 0);
    for (const room of [asked, person]) room.answer("csi4", Array(4).fill(1), 3);
    for (const day of [3, 9, 10, 31, 40]) {
      const due = (room: Room) => dueNow(room.journal, { today: on(day), now: at(day, 1), sides: [] });
      expect(due(asked)).toEqual(due(person));
    }
    expect(measureOf("pcl5")).toBe(pcl5);
  });
});
