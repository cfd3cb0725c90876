import type {
  Author,
  CalendarDate,
  DeviceId,
  EntryHash,
  EventId,
  Instant,
  MemberId,
  PromiseId,
  RecordedEvent,
  RoomEvent,
  RoomFacts,
  RoomId,
  WallTime,
  ZoneId,
} from "@goldseam/core";
import type { PromiseEvent, PromiseEventOf, PromiseEventType } from "./events.ts";
import { momentOf } from "./schedule.ts";

/** People, a room and example histories for tests, demos and screenshots. Nobody here is real. */
const berlin = "Europe/Berlin" as ZoneId;
const memberId = (name: string) => name.padEnd(43, "0") as MemberId;

export const jules = memberId("jules");
export const robin = memberId("robin");
/** The practitioner. */
export const kim = memberId("kim");

/** A moment in Berlin, for example `at("2026-03-10", "18:00")`. */
export const at = (date: string, time: string): Instant =>
  momentOf({ date: date as CalendarDate, time: time as WallTime }, berlin);

export const sampleRoom: RoomFacts = {
  roomId: "room".padEnd(43, "0") as RoomId,
  kind: "couple",
  zone: berlin,
  members: [
    { memberId: jules, role: "partner", since: at("2026-02-20", "10:00") },
    { memberId: robin, role: "partner", since: at("2026-02-21", "10:00") },
    { memberId: kim, role: "practitioner", since: at("2026-02-22", "10:00") },
  ],
};

export const sampleId = (name: string): EventId => name.padEnd(22, "0") as EventId;
export const samplePromiseId = (name: string): PromiseId => sampleId(name) as string as PromiseId;
export const authorOf = (member: MemberId): Author => ({
  memberId: member,
  deviceId: "phone".padEnd(22, "0") as DeviceId,
});

/** One event as it stands in the record, said and received at `when` unless told otherwise. */
export function recordedAs<Type extends PromiseEventType>(
  by: MemberId,
  when: Instant,
  type: Type,
  id: string,
  data: PromiseEventOf<Type>["data"],
  received: Instant = when,
): RecordedEvent {
  const event = { v: 1, type, id: sampleId(id), at: when, data } as PromiseEvent as RoomEvent;
  return {
    event,
    by: authorOf(by),
    at: when,
    received,
    n: 1,
    entryHash: "hash".padEnd(43, "0") as EntryHash,
  };
}

const homeId = samplePromiseId("home");
const on = (date: string) => ({ promiseId: homeId, occurrence: date as CalendarDate });
const kept = (date: string, time = "18:04") =>
  recordedAs(jules, at(date, time), "promise.marked", `kept-${date}`, { ...on(date), mark: "kept" });

/** Jules makes the first sample of the sheet on Sunday 1 March 2026: home by 18:00 every weekday. */
export const homeBySix: readonly RecordedEvent[] = [
  recordedAs(jules, at("2026-03-01", "20:00"), "promise.made", "home", {
    promiseId: homeId,
    witness: robin,
    wordsId: sampleId("home-words"),
    schedule: {
      kind: "repeat",
      days: [1, 2, 3, 4, 5],
      from: "2026-03-02" as CalendarDate,
      until: "2026-04-26" as CalendarDate,
      time: "18:00" as WallTime,
      zone: berlin,
      signalTime: "17:45" as WallTime,
      fallbackTime: "17:30" as WallTime,
    },
  }),
  recordedAs(jules, at("2026-03-01", "20:00"), "promise.worded", "home-words", {
    promiseId: homeId,
    act: "be home",
    signal: "text you",
    fallback: "you will hear",
  }),
];

/** The ledger of picture 04, as it reads on the evening of Tuesday 10 March 2026. */
export const mostlyKept: readonly RecordedEvent[] = [
  ...homeBySix,
  kept("2026-03-02"),
  recordedAs(jules, at("2026-03-03", "15:10"), "promise.moved", "moved-03", {
    ...on("2026-03-03"),
    to: { date: "2026-03-03" as CalendarDate, time: "19:00" as WallTime },
  }),
  kept("2026-03-03", "18:58"),
  kept("2026-03-04"),
  kept("2026-03-05"),
  recordedAs(jules, at("2026-03-06", "20:30"), "promise.marked", "missed-06", {
    ...on("2026-03-06"),
    mark: "missed",
  }),
  recordedAs(jules, at("2026-03-07", "08:15"), "promise.repaired", "repair-06", {
    ...on("2026-03-06"),
    wordsId: sampleId("repair-06-words"),
  }),
  recordedAs(jules, at("2026-03-07", "08:15"), "promise.repair-worded", "repair-06-words", {
    ...on("2026-03-06"),
    what: "I stayed for a drink after work and did not write.",
    effect: "You sat with dinner and did not know.",
    next: "I set an alarm for 17:30 and write before I sit down.",
  }),
  recordedAs(jules, at("2026-03-09", "16:50"), "promise.moved", "moved-09", {
    ...on("2026-03-09"),
    to: { date: "2026-03-09" as CalendarDate, time: "20:00" as WallTime },
    wordsId: sampleId("moved-09-words"),
  }),
  recordedAs(jules, at("2026-03-09", "16:50"), "promise.noted", "moved-09-words", {
    ...on("2026-03-09"),
    text: "Home by 20:00 today.",
  }),
  kept("2026-03-10"),
  recordedAs(robin, at("2026-03-10", "19:00"), "promise.viewed", "view-10", {
    ...on("2026-03-10"),
    view: "same",
  }),
];
