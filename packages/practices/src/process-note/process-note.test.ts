import type {
  DeviceId,
  EntryHash,
  EventId,
  Instant,
  MemberId,
  RecordedEvent,
  RoomEvent,
  RoomFacts,
  RoomId,
  ZoneId,
} from "@goldseam/core";
import { expect, test } from "vitest";
import { keptTextMax } from "../kept-texts.ts";
import {
  evolve,
  keepNote,
  notesAbout,
  type ProcessNotes,
  processNote,
  putNoteAway,
  refusal,
} from "./process-note.ts";

const room: RoomFacts = { roomId: "r" as RoomId, kind: "practice", zone: "UTC" as ZoneId, members: [] };
const by = { memberId: "m" as MemberId, deviceId: "d" as DeviceId };
const couple = "c".padStart(43, "0") as RoomId;
const others = "o".padStart(43, "0") as RoomId;
const idOf = (count: number): EventId => String(count).padStart(22, "0") as EventId;
const stampOf = (n: number) => ({ id: idOf(n), at: n as Instant });
const recorded = (event: RoomEvent, n: number): RecordedEvent => ({
  event,
  by,
  at: event.at,
  received: event.at,
  n,
  entryHash: `hash ${n}` as EntryHash,
});
const kept = (
  text: string,
  n: number,
  { about = couple, ...over }: { readonly note?: EventId; readonly about?: RoomId | null } = {},
) => recorded(keepNote({ about, text }, { ...stampOf(n), ...over })!, n);
const putAway = (id: EventId, n: number): RecordedEvent => recorded(putNoteAway(id, stampOf(n)), n);
const after = (...history: readonly RecordedEvent[]): ProcessNotes =>
  history.reduce((state, one) => evolve(state, one, room), processNote.empty);
const textsAbout = (state: ProcessNotes, about: RoomId | null): string[] =>
  notesAbout(state, about).map(({ text }) => text);

test("[PN1] a note is kept in a practitioner's own room and changes nothing in any other", () => {
  expect(textsAbout(after(kept("one", 1), kept("two", 2)), couple)).toEqual(["two", "one"]);
  for (const kind of ["couple", "individual", "private", "doorstep"] as const)
    expect(refusal(processNote.empty, kept("one", 1), { ...room, kind })).toEqual({ type: "WrongRoom" });
});

test("[PN2] a later keeping takes the place of the one before, whose words are to be erased", () => {
  const state = after(kept("one", 1), kept("one, better", 2, { note: idOf(1) }));
  expect(textsAbout(state, couple)).toEqual(["one, better"]);
  expect(state.toErase).toEqual(["hash 1"]);
});

test("[PN3] a note that was put away is over, and its words are to be erased", () => {
  const state = after(kept("one", 1), kept("two", 2, { note: idOf(1) }), putAway(idOf(1), 3));
  expect(state.texts.size).toBe(0);
  expect(state.toErase).toEqual(["hash 1", "hash 2"]);
  expect(refusal(state, kept("again", 4, { note: idOf(1) }), room)).toEqual({ type: "PutAway" });
});

test("[PN4] whom a note is about does not change", () => {
  const state = after(kept("one", 1), kept("theirs", 2, { about: others }), kept("mine", 3, { about: null }));
  for (const about of [others, null])
    expect(refusal(state, kept("one", 4, { note: idOf(1), about }), room)).toEqual({ type: "AboutOthers" });
  expect(textsAbout(state, others)).toEqual(["theirs"]);
  expect(textsAbout(state, null)).toEqual(["mine"]);
});

test("[PN5] a text that is too long, or none, is not kept", () => {
  expect(keepNote({ about: null, text: " \n" }, stampOf(1))).toBeNull();
  const cut = keepNote({ about: null, text: "x".repeat(keptTextMax + 5) }, stampOf(1))!;
  expect((cut.data as { text: string }).text).toHaveLength(keptTextMax);
  const data = { note: idOf(1), about: null, text: "a" };
  const asked = (v: 1 | 2, bad: unknown) =>
    refusal(
      processNote.empty,
      recorded({ v, type: "process-note.kept", ...stampOf(1), data: bad } as RoomEvent, 1),
      room,
    );
  for (const bad of [
    { ...data, text: "x".repeat(keptTextMax + 1) },
    { ...data, text: "" },
    { ...data, about: "x" },
    { ...data, about: undefined },
    { ...data, note: "short" },
    null,
    7,
    [],
  ])
    expect(asked(1, bad)).toEqual({ type: "Malformed" });
  expect(asked(2, data)).toEqual({ type: "NewerVersion" });
  expect(refusal(processNote.empty, putAway("x" as EventId, 1), room)).toEqual({ type: "Malformed" });
});

test("[PN6] erasing what is to be erased changes nothing of what is left", () => {
  const history = [
    kept("one", 1),
    kept("two", 2),
    kept("one, better", 3, { note: idOf(1) }),
    putAway(idOf(2), 4),
    kept("one, best", 5, { note: idOf(1) }),
  ];
  const whole = after(...history);
  const left = after(...history.filter(({ entryHash }) => !whole.toErase.includes(entryHash)));
  expect(textsAbout(left, couple)).toEqual(textsAbout(whole, couple));
  expect(left.toErase).toEqual([]);
  expect(refusal(left, kept("two again", 6, { note: idOf(2) }), room)).toEqual({ type: "PutAway" });
});
