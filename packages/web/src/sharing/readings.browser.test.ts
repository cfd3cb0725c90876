import type { Client, Room } from "@goldseam/client";
import type {
  CalendarDate,
  EntryHash,
  EventId,
  Instant,
  MemberId,
  RecordedEvent,
  RoomEvent,
  RoomFacts,
  RoomId,
  RoomKind,
} from "@goldseam/core";
import {
  finishMeasure,
  measureJournal,
  measureOf,
  readingsOf,
  type ShareLevel,
  startMeasure,
} from "@goldseam/measures";
import type { Practice } from "@goldseam/practices";
import { beforeEach, expect, test } from "vitest";
import { chooseEach, eraseReplaced, makingOf, showAsChosen, shownFor, shownIn } from "./readings.ts";

const [ana, kim] = ["ana", "kim"].map((name) => name.padEnd(43, "_")) as [MemberId, MemberId];
const at = Date.UTC(2026, 10, 20, 12);
let count = 0;
let redacted: EntryHash[] = [];

/** A room in memory, in which `ana` writes. What was erased is being erased for good: it never comes back. */
function roomOf(
  kind: RoomKind,
  roles: readonly (readonly [MemberId, "owner" | "practitioner" | "partner"])[],
) {
  const facts = {
    roomId: kind.padEnd(43, "_") as RoomId,
    kind,
    zone: "Europe/Berlin",
    members: roles.map(([memberId, role]) => ({ memberId, role, since: 0 })),
  } as unknown as RoomFacts;
  const events: RecordedEvent[] = [];
  const recorded = (event: RoomEvent): RecordedEvent =>
    ({
      event,
      by: { memberId: ana, deviceId: "device" },
      at: event.at,
      received: event.at,
      n: events.length + 1,
      entryHash: `hash-${event.id}`,
    }) as unknown as RecordedEvent;
  const room = {
    roomId: facts.roomId,
    me: ana,
    facts,
    events,
    waiting: [],
    now: () => (at + count) as Instant,
    asRecorded: recorded,
    foldWith: <State>(practice: Practice<string, State>): State =>
      events
        .filter(
          ({ entryHash, event }) => !redacted.includes(entryHash) && practice.types.includes(event.type),
        )
        .reduce((state, one) => practice.evolve(state, one, facts), practice.empty),
  };
  return { room: room as unknown as Room, events, write: (event: RoomEvent) => events.push(recorded(event)) };
}

let own: ReturnType<typeof roomOf>;
let withKim: ReturnType<typeof roomOf>;
let client: Client;
beforeEach(() => {
  redacted = [];
  own = roomOf("private", [[ana, "owner"]]);
  withKim = roomOf("individual", [
    [ana, "owner"],
    [kim, "practitioner"],
  ]);
  client = {
    state: { private: own.room },
    stamp: () => ({ id: `e${count++}`.padEnd(22, "_") as EventId, at }),
    redact: async (_: Room, hashes: readonly EntryHash[]) => {
      redacted.push(...hashes);
      return { ok: true, value: undefined };
    },
    write: async (room: Room, written: readonly RoomEvent[]) => {
      for (const event of written) (room === own.room ? own : withKim).write(event);
      return { ok: true, value: undefined };
    },
  } as unknown as Client;
});

/** Answers PHQ-9 on a day, and shows it as was chosen. */
async function answer(on: string): Promise<void> {
  const making = makingOf(client, own.room);
  const [begun] = startMeasure(measureOf("phq9")!, making);
  own.write(begun!);
  const sitting = own.room.foldWith(measureJournal).sittings.get(begun!.id)!;
  const answered = { responses: [1, 0, 0, 0, 0, 0, 0, 0, 0], on: on as CalendarDate };
  own.write(finishMeasure(sitting, answered, making)[0]!);
  const places = [{ room: withKim.room, named: [kim] }];
  expect(await showAsChosen(client, own.room, "phq9", places)).toEqual({ ok: true, value: undefined });
}
const choose = (level: ShareLevel) =>
  chooseEach(client, own.room, { measure: "phq9", to: withKim.room, level });
const levels = (): readonly string[] => shownIn(withKim.room).map(({ on, level }) => `${on} ${level}`);

test("[ME31] nothing is shown until it was chosen, then each reading from then on, and none once it was taken back", async () => {
  await answer("2026-11-01");
  expect(levels()).toEqual([]);
  await choose("word");
  expect(levels()).toEqual([]);
  await answer("2026-11-15");
  expect(levels()).toEqual(["2026-11-15 word"]);
  await choose("nothing");
  await answer("2026-11-29");
  expect(levels()).toEqual(["2026-11-15 word"]);
  const chosen = own.events.filter(({ event }) => event.type === "measure.share-chosen");
  await choose("nothing");
  expect(own.events.filter(({ event }) => event.type === "measure.share-chosen")).toEqual(chosen);
});

test("[ME30] shown again it stands once, and what was shown before is erased", async () => {
  await choose("word");
  await answer("2026-11-01");
  const before = shownIn(withKim.room)[0]!.entryHash;
  await choose("answers");
  await answer("2026-11-01");
  expect(levels()).toEqual(["2026-11-01 answers"]);
  expect(redacted).toEqual([before]);
  await eraseReplaced(client, withKim.room);
  expect(redacted).toEqual([before]);
  const [reading] = readingsOf(own.room.foldWith(measureJournal), "phq9");
  expect(shownFor(withKim.room, reading!)?.level).toBe("answers");
});

test("[ME24] where the room has the partner in it, nothing is sent, whoever asks", async () => {
  const couple = roomOf("couple", [
    [ana, "partner"],
    [kim, "partner"],
  ]);
  await answer("2026-11-01");
  await chooseEach(client, own.room, { measure: "phq9", to: couple.room, level: "answers" });
  const sent = await showAsChosen(client, own.room, "phq9", [{ room: couple.room, named: [kim] }]);
  expect(sent).toEqual({ ok: false, error: { type: "WrongRoom" } });
  expect(couple.events).toEqual([]);
});
