import type { Instant } from "@goldseam/core";
import { dayMs, hourMs } from "@goldseam/core";
import { expect, test } from "vitest";
import { at, jules, mostlyKept, robin, sampleRoom } from "./samples.ts";
import { given, ledgerOf, made, marked, morning, moved, once, withdrawn } from "./scenario.ts";
import { dueMomentsOf, dueNext, marksToChoose, nextMomentOfChange, promisesOf } from "./standing.ts";

const today = "2026-03-02";
const due = at(today, "18:00");

test("[PR9] a promise is due soon from twelve hours before, and asks to keep or move; then it asks for a mark, for a day", () => {
  const ledger = ledgerOf([made(once("2026-03-03"), { when: morning })]);
  const asked = (moment: Instant) => dueNext(ledger, jules, moment)?.asks ?? null;
  const dueThere = at("2026-03-03", "18:00");
  expect(asked((dueThere - 12 * hourMs - 1) as Instant)).toBeNull();
  expect(asked((dueThere - 12 * hourMs) as Instant)).toBe("keep-or-move");
  expect(asked(dueThere)).toBe("mark");
  expect(asked((dueThere + dayMs) as Instant)).toBeNull();
  expect(dueNext(ledger, robin, dueThere)).toBeNull();
});

test("[PR9] Today asks one thing: what was due first", () => {
  const events = [made(once(today, "18:00"), { name: "b" }), made(once(today, "10:00"), { name: "a" })];
  const evening = at(today, "17:00");
  expect(dueNext(ledgerOf(events), jules, evening)).toMatchObject({
    asks: "mark",
    occurrence: { due: at(today, "10:00") },
  });
  const answered = [...events, marked(today, evening, "kept", { name: "a" })];
  expect(dueNext(ledgerOf(answered), jules, evening)).toMatchObject({
    asks: "keep-or-move",
    occurrence: { due },
  });
});

test("[PR9] a moved occurrence asks again at its new due moment", () => {
  const ledger = ledgerOf([made(once(today)), moved(today, morning, [today, "20:00"])]);
  expect(dueNext(ledger, jules, at(today, "19:00"))?.asks).toBe("keep-or-move");
  expect(dueNext(ledger, jules, at(today, "20:30"))?.asks).toBe("mark");
});

test("[PR9] before the due moment a mark can only be kept; after it, in time, later, or not", () => {
  const occurrence = given(made(once(today))).occurrence(today);
  expect(marksToChoose(occurrence, morning)).toEqual(["kept"]);
  expect(marksToChoose(occurrence, due)).toEqual(["kept", "kept-late", "missed"]);
});

test("[PR9] the next moment of change is the first at which anything reads otherwise by time alone", () => {
  const ledger = ledgerOf([
    made(once("2026-03-03", "18:00", { signalTime: "17:45", fallbackTime: "17:30" })),
  ]);
  const moments: Instant[] = [];
  let next = nextMomentOfChange(ledger, morning);
  while (next !== null) {
    moments.push(next);
    next = nextMomentOfChange(ledger, next);
  }
  expect(moments).toEqual([
    at("2026-03-03", "06:00"),
    at("2026-03-03", "17:30"),
    at("2026-03-03", "17:45"),
    at("2026-03-03", "18:00"),
    at("2026-03-04", "18:00"),
  ]);
  expect(nextMomentOfChange(ledgerOf([made(once(today)), withdrawn(morning)]), morning)).toBeNull();
});

test("[P14.12] a withdrawn promise is not asked about on Today, nor counted among the due moments", () => {
  const ledger = ledgerOf([made(once(today)), withdrawn(morning)]);
  expect(dueNext(ledger, jules, due)).toBeNull();
  expect(dueMomentsOf(ledger, jules, morning)).toEqual([]);
});

test("[P14.5] the ledger of the sample reads as in picture 04", () => {
  const now = at("2026-03-10", "20:00");
  const [home] = promisesOf(ledgerOf(mostlyKept), sampleRoom, now);
  expect(home!.promise.words?.act).toBe("be home");
  expect(home!.status).toBe("active");
  expect(home!.past.map(({ standing, occurrence }) => [occurrence.date, standing.reads])).toEqual([
    ["2026-03-10", "kept"],
    ["2026-03-09", "moved"],
    ["2026-03-06", "missed"],
    ["2026-03-05", "kept"],
    ["2026-03-04", "kept"],
    ["2026-03-03", "moved"],
    ["2026-03-02", "kept"],
  ]);
  expect(home!.past[0]!.view?.view).toBe("same");
  expect(home!.past[1]!.note).toBe("Home by 20:00 today.");
  expect(home!.past[2]!.occurrence.repair?.lines?.what).toContain("drink");
  expect(home!.next?.occurrence.date).toBe("2026-03-11");
});
