import type { CalendarDate, WallTime, ZoneId } from "@goldseam/core";
import { expect, test } from "vitest";
import { everyDay, morning, once } from "./scenario.ts";
import { isZone, momentOf, occurrencesOf, scheduleFault, wallMomentOf } from "./schedule.ts";

const utc = (text: string) => Temporal.Instant.from(text).epochMilliseconds;
const wall = (date: string, time: string) => ({ date: date as CalendarDate, time: time as WallTime });
const berlin = "Europe/Berlin" as ZoneId;

test("[P14.15] the hour follows daylight saving", () => {
  const dues = occurrencesOf(everyDay("2026-03-28", "2026-03-30"), morning).map(({ due }) => due);
  expect(dues).toEqual([utc("2026-03-28T17:00Z"), utc("2026-03-29T16:00Z"), utc("2026-03-30T16:00Z")]);
});

test("[P14.15] a time that the clock skips is later by the gap; one that it shows twice is the first", () => {
  expect(momentOf(wall("2026-03-29", "02:30"), berlin)).toBe(utc("2026-03-29T01:30Z"));
  expect(momentOf(wall("2026-10-25", "02:30"), berlin)).toBe(utc("2026-10-25T00:30Z"));
});

test("[P14.15] the zone is the one in the promise", () => {
  const [due] = occurrencesOf(once("2026-03-03", "08:00", { zone: "Pacific/Auckland" }), morning);
  expect(due).toEqual({ date: "2026-03-03", due: utc("2026-03-02T19:00Z") });
  expect(wallMomentOf(due!.due, berlin)).toEqual({ date: "2026-03-02", time: "20:00" });
});

test("[PR10] on the night in which the clock jumps, a sign is never later than the due moment", () => {
  const schedule = once("2026-03-29", "03:15", { signalTime: "02:45" });
  const [due] = occurrencesOf(schedule, morning);
  expect(due!.signal).toBe(due!.due);
});

test("[P14.15] a repeat falls due on its weekdays, both ends included", () => {
  const dates = occurrencesOf(
    { ...everyDay("2026-03-02", "2026-03-16"), days: [1, 5] } as never,
    morning,
  ).map(({ date }) => date);
  expect(dates).toEqual(["2026-03-02", "2026-03-06", "2026-03-09", "2026-03-13", "2026-03-16"]);
});

test("[PR3] a schedule with a date, time, zone or weekday that does not exist is refused by its field", () => {
  const faults: readonly (readonly [object, string])[] = [
    [{ date: "2026-02-30" }, "date"],
    [{ date: 20260302 }, "date"],
    [{ time: "24:00" }, "time"],
    [{ time: "9:00" }, "time"],
    [{ zone: "Europe/Atlantis" }, "zone"],
    [{ zone: "+02:00" }, "zone"],
    [{ signalTime: null }, "signalTime"],
    [{ fallbackTime: 1e300 }, "fallbackTime"],
    [{ kind: "always" }, "kind"],
  ];
  for (const [change, field] of faults)
    expect(scheduleFault({ ...once("2026-03-02"), ...change })).toBe(field);
  const repeat = everyDay("2026-03-02", "2026-03-06");
  for (const days of [[], [0], [8], [1, 1], [2, 1], [1.5], "1", [1, 2, 3, 4, 5, 6, 7, 7]]) {
    expect(scheduleFault({ ...repeat, days })).toBe("days");
  }
  expect(scheduleFault({ ...repeat, until: "2026-03-01" })).toBe("until");
  expect(scheduleFault(repeat)).toBeNull();
});

test("[PR3] a zone is a name that knows summer time, not an offset", () => {
  expect(["Europe/Berlin", "America/Argentina/Buenos_Aires", "UTC", "Asia/Kolkata"].every(isZone)).toBe(true);
  expect(["+01:00", "", "europe", "Europe/Berlin ", "../etc", 7, null].some(isZone)).toBe(false);
});
