import { describe, expect, test } from "vitest";
import { answerDiary, answerItem, type DuePart, dueNow, measureOf, startMeasure } from "../src/index.ts";
import { at, on, Room } from "./journal.ts";

const zeros = (id: string): number[] => measureOf(id)!.key.value.items.map(([min]) => min);
const due = (room: Room, day: number) =>
  dueNow(room.journal, { today: on(day), now: at(day, 1), sides: ["hurt"] });
const parts = (room: Room, day: number): DuePart[] => due(room, day).map(({ part }) => part);
const asks = (room: Room, day: number, wanted: DuePart): string[] | undefined =>
  due(room, day)
    .find(({ part }) => part === wanted)
    ?.steps.map((step) => ("id" in step ? step.id : step.kind));
const diary = (
  room: Room,
  items: readonly ("e1" | "e2" | "e3" | "e4" | "e5" | "e6")[],
  day: number,
): void => {
  for (const item of items) room.write(answerDiary(item, { value: 1, on: on(day) }, room.making(at(day))));
};

/** The whole intake on the first day. */
function begun(): Room {
  const room = new Room();
  for (const id of ["phq9", "gad7", "csi16"]) room.answer(id, zeros(id), 0);
  diary(room, ["e1", "e2", "e3", "e4"], 0);
  return room;
}

describe("what is due", () => {
  test("[ME28] at first the intake, in two sittings, and the short one; without a safety screen", () => {
    const room = new Room();
    expect(parts(room, 0)).toEqual(["mood", "between", "weekly"]);
    expect(asks(room, 0, "mood")).toEqual(["phq9", "gad7"]);
    expect(asks(room, 0, "between")).toEqual(["csi16", "e1", "e2", "e3", "e4"]);
    expect(asks(room, 0, "weekly")).toEqual(["csi4", "e1", "e2", "e3", "e4", "safety tap"]);
    expect(due(room, 0).every(({ isBegun }) => !isBegun)).toBe(true);
    expect(room.refused).toEqual([]);
  });

  test("[ME28] what was answered is not asked again, and a list that is half done goes on where it was left", () => {
    const room = new Room();
    room.answer("phq9", zeros("phq9"), 0);
    expect(asks(room, 0, "mood")).toEqual(["gad7"]);
    expect(due(room, 0)[0]!.isBegun).toBe(true);
    room.answer("gad7", zeros("gad7"), 1);
    expect(parts(room, 1)).toEqual(["between", "weekly"]);
    room.answer("csi4", zeros("csi4"), 1);
    diary(room, ["e1"], 1);
    expect(asks(room, 1, "weekly")).toEqual(["e2", "e3", "e4", "safety tap"]);
    expect(due(room, 1).map(({ isBegun }) => isBegun)).toEqual([false, true]);
  });

  test("[ME28] a form that is half answered is begun for 48 hours, and then fresh", () => {
    const room = new Room();
    const started = startMeasure(measureOf("csi4")!, room.making(at(0)));
    room.write(started);
    expect(due(room, 0).at(-1)!.isBegun).toBe(false);
    const sitting = room.journal.sittings.get(started[0]!.id)!;
    room.write(answerItem(measureOf("csi4")!, sitting, { item: 1, value: 3 }, room.making(at(0))));
    expect(due(room, 1).at(-1)!.isBegun).toBe(true);
    expect(due(room, 2).at(-1)!.isBegun).toBe(false);
  });

  test("[ME28] after the intake nothing is due in its week; each week brings one pulse, whatever was missed", () => {
    const room = begun();
    expect([0, 3, 6].map((day) => parts(room, day))).toEqual([[], [], []]);
    expect(asks(room, 7, "weekly")).toEqual(["csi4", "phq4", "e1", "e2", "e3", "e4", "safety tap"]);
    expect(asks(room, 20, "weekly")).toEqual(["csi4", "e1", "e2", "e3", "e4", "safety tap"]);
    expect(parts(room, 27)).toEqual(["weekly"]);
  });

  test("[ME28] every four weeks the longer form, with CSI-4 worked out from it in that week", () => {
    const room = begun();
    expect(parts(room, 28)).toEqual(["weekly", "monthly"]);
    expect(asks(room, 28, "weekly")).toEqual(["e1", "e2", "e3", "e4", "safety tap"]);
    expect(asks(room, 28, "monthly")).toEqual(["csi16", "phq9", "gad7", "e5", "e6"]);
    expect(asks(room, 35, "weekly")).toContain("csi4");
    for (const id of ["csi16", "phq9", "gad7"]) room.answer(id, zeros(id), 36);
    diary(room, ["e5", "e6"], 36);
    expect(asks(room, 36, "weekly")).not.toContain("csi4");
    expect(parts(room, 50)).toEqual(["weekly"]);
    expect(parts(room, 56)).toEqual(["weekly", "monthly"]);
  });

  test("[ME28][ME22] an intake that was never finished gives way, and what looks back two weeks waits for them", () => {
    const room = new Room();
    room.answer("csi4", zeros("csi4"), 0);
    expect(parts(room, 27)).toContain("mood");
    room.answer("phq9", zeros("phq9"), 27);
    expect(parts(room, 28)).toEqual(["weekly", "monthly"]);
    expect(asks(room, 28, "monthly")).toEqual(["csi16", "gad7", "e5", "e6"]);
    expect(asks(room, 41, "monthly")).toEqual(["csi16", "phq9", "gad7", "e5", "e6"]);
  });

  test("[ME20] the schedule is the same whatever was answered", () => {
    const high = new Room();
    for (const id of ["phq9", "gad7", "csi16"])
      high.answer(
        id,
        measureOf(id)!.key.value.items.map(([, max]) => max),
        0,
      );
    diary(high, ["e1", "e2", "e3", "e4"], 0);
    const low = begun();
    for (const day of [0, 6, 7, 14, 28, 40]) expect(due(high, day)).toEqual(due(low, day));
  });
});
