import type { EventId, Instant, RecordedEvent, RoomEvent, RoomFacts, WallTime, ZoneId } from "@goldseam/core";
import { dayMs, minuteMs } from "@goldseam/core";
import { type Weekday, wallMomentOf, weekdayOf } from "@goldseam/practices";
import { limits } from "@goldseam/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { planLimits, wakeUpsOf } from "./plan.ts";
import { noReminders, type ReminderSetting, reminders, setReminders } from "./setting.ts";

const stamp = { id: "a".repeat(22) as EventId, at: 0 as Instant };
const everyDay = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[];
const at = (text: string): Instant => Temporal.Instant.from(text).epochMilliseconds as Instant;
const berlin = "Europe/Berlin" as ZoneId;
const daily = (time: string, over: Partial<ReminderSetting> = {}): ReminderSetting => ({
  ...noReminders,
  times: [{ days: everyDay, time: time as WallTime }],
  ...over,
});
const folded = (...events: readonly RoomEvent[]): ReminderSetting =>
  events.reduce(
    (state, event) => reminders.evolve(state, { event } as RecordedEvent, {} as RoomFacts),
    reminders.empty,
  );

/** Whether the clock in `zone` shows this time, and shows it once. */
function exists(wall: string, zone: ZoneId): boolean {
  try {
    Temporal.PlainDateTime.from(wall).toZonedDateTime(zone, { disambiguation: "reject" });
    return true;
  } catch {
    return false;
  }
}

test("[RM1] without a choice nobody is reminded of anything", () => {
  expect(
    wakeUpsOf(noReminders, { now: at("2026-03-02T08:00Z"), zone: berlin, due: [at("2026-03-02T18:00Z")] }),
  ).toEqual([]);
});

test("[RM2] a setting that is not of the form changes nothing, whatever stands in it", () => {
  const good = setReminders(daily("19:30", { beforePromises: 120, mail: true }), stamp);
  const stands = folded(good);
  expect(stands).toEqual(daily("19:30", { beforePromises: 120, mail: true }));
  const time = { days: [1], time: "19:30" };
  const bad: unknown[] = [
    null,
    { times: [], beforePromises: null },
    { times: Array(7).fill(time), beforePromises: null, mail: false },
    { times: [{ days: [], time: "19:30" }], beforePromises: null, mail: false },
    { times: [{ days: [1, 1], time: "19:30" }], beforePromises: null, mail: false },
    { times: [{ days: [0], time: "19:30" }], beforePromises: null, mail: false },
    { times: [{ days: [1], time: "19:31" }], beforePromises: null, mail: false },
    { times: [{ days: [1], time: "24:00" }], beforePromises: null, mail: false },
    { times: [time], beforePromises: 7, mail: false },
    { times: [time], beforePromises: 1_445, mail: false },
    { times: [time], beforePromises: 0, mail: false },
    { times: [time], beforePromises: null, mail: "yes" },
  ];
  for (const data of bad) expect(folded(good, { ...good, data })).toEqual(stands);
  expect(folded(good, { ...good, v: 2 })).toEqual(stands);
  const anything = fc.property(fc.anything(), (data) => {
    expect(folded({ ...good, data })).toEqual(noReminders);
  });
  fc.assert(anything);
});

test("[RM3] the last setting stands, and counts in the doorstep alone", () => {
  expect(folded(setReminders(daily("07:00"), stamp), setReminders(noReminders, stamp))).toEqual(noReminders);
  expect(reminders.rooms).toEqual(["doorstep"]);
});

test("[RM4] the hour stays the hour on the clock when the clocks are changed", () => {
  const plan = wakeUpsOf(daily("19:30"), { now: at("2026-03-27T12:00Z"), zone: berlin, due: [] });
  expect(plan.slice(0, 3)).toEqual(["2026-03-27T18:30Z", "2026-03-28T18:30Z", "2026-03-29T17:30Z"].map(at));
  const skipped = wakeUpsOf(daily("02:30"), { now: at("2026-03-28T12:00Z"), zone: berlin, due: [] });
  expect(skipped.slice(0, 2)).toEqual(["2026-03-29T01:30Z", "2026-03-30T00:30Z"].map(at));
  const twice = wakeUpsOf(daily("02:30"), { now: at("2026-10-24T12:00Z"), zone: berlin, due: [] });
  expect(twice.slice(0, 2)).toEqual(["2026-10-25T00:30Z", "2026-10-26T01:30Z"].map(at));
});

test("[RM4] every moment shows a chosen time on a chosen day, is still to come, and none is left out", () => {
  const zones = [
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "UTC",
  ];
  const time = fc
    .tuple(fc.nat(23), fc.nat(11))
    .map(
      ([hour, five]) => `${String(hour).padStart(2, "0")}:${String(5 * five).padStart(2, "0")}` as WallTime,
    );
  const oneTime = fc.record({ days: fc.uniqueArray(fc.constantFrom(...everyDay), { minLength: 1 }), time });
  fc.assert(
    fc.property(
      fc.array(oneTime, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: at("2024-01-01T00:00Z"), max: at("2034-01-01T00:00Z") }),
      fc.constantFrom(...zones),
      (times, moment, zoneName) => {
        const [now, zone] = [moment as Instant, zoneName as ZoneId];
        const plan = wakeUpsOf({ ...noReminders, times }, { now, zone, due: [] });
        expect(plan.length).toBeLessThanOrEqual(64);
        expect([...plan].sort((a, b) => a - b)).toEqual(plan);
        expect(new Set(plan).size).toBe(plan.length);
        for (const wakeUp of plan) {
          expect(wakeUp % (5 * minuteMs)).toBe(0);
          expect(wakeUp > now && wakeUp <= now + 35 * dayMs).toBe(true);
          const shown = wallMomentOf(wakeUp, zone);
          // In the night in which the clock jumps, a time that it skips is shown as much later as it jumps.
          const isChosen = times.some(
            ({ days, time }) => time === shown.time && days.includes(weekdayOf(shown.date)),
          );
          const isSkipped = times.some(
            ({ days, time }) =>
              days.includes(weekdayOf(shown.date)) && !exists(`${shown.date}T${time}`, zone),
          );
          expect(isChosen || isSkipped).toBe(true);
        }
        const perWeek = new Set(times.flatMap(({ days, time }) => days.map((day) => `${day} ${time}`))).size;
        expect(plan.length).toBeGreaterThanOrEqual(Math.min(64, 5 * perWeek - 6));
      },
    ),
    { numRuns: 200 },
  );
});

test("[RM5] with that choice the moment is so long before an own due one, if it is still to come", () => {
  const now = at("2026-03-02T12:00Z");
  const due = ["2026-03-02T13:00Z", "2026-03-02T18:02Z", "2026-03-03T18:00Z"].map(at);
  const plan = (beforePromises: number | null) =>
    wakeUpsOf({ ...noReminders, beforePromises }, { now, zone: berlin, due });
  expect(plan(120)).toEqual(["2026-03-02T16:00Z", "2026-03-03T16:00Z"].map(at));
  expect(plan(null)).toEqual([]);
});

test("[RM4] a plan is as large as the wire takes it, and no larger", () => {
  const { wakeUpsMax, wakeUpAheadMs: aheadMs, wakeUpStepMs: stepMs } = limits;
  expect(planLimits).toEqual({ wakeUpsMax, aheadMs, stepMs });
});
