import type {
  DeviceId,
  EntryHash,
  EventId,
  Instant,
  MemberId,
  MemberRole,
  RecordedEvent,
  RoomEvent,
  RoomFacts,
  RoomId,
  RoomKind,
  ZoneId,
} from "@goldseam/core";
import { expect, test } from "vitest";
import {
  keepShared,
  noteOrigin,
  readersRefusal,
  shareWords,
  towardsTheCouple,
  wordingRefusal,
} from "./commands.ts";
import { type SharedUse, sharedUses } from "./events.ts";
import { sharedMs, sharedTextMax } from "./limits.ts";
import { origins, sharedFrom } from "./origins.ts";
import { evolve, isOver, overIn, readableIn, refusal, type Shared, shared } from "./shared.ts";

const [ana, ben, kim] = ["ana", "ben", "kim"] as unknown as MemberId[] as [MemberId, MemberId, MemberId];
const roomOf = (kind: RoomKind, members: readonly (readonly [MemberId, MemberRole])[]): RoomFacts => ({
  roomId: "r".repeat(43) as RoomId,
  kind,
  zone: "UTC" as ZoneId,
  members: members.map(([memberId, role]) => ({ memberId, role, since: 0 as Instant })),
});
const couple = roomOf("couple", [
  [ana, "partner"],
  [ben, "partner"],
  [kim, "practitioner"],
]);
const individual = roomOf("individual", [
  [ana, "owner"],
  [kim, "practitioner"],
]);
const own = roomOf("private", [[ana, "owner"]]);

const idOf = (count: number): EventId => String(count).padStart(22, "0") as EventId;
const by = (memberId: MemberId, event: RoomEvent, n: number | undefined = event.at): RecordedEvent => ({
  event,
  by: { memberId, deviceId: "device" as DeviceId },
  at: event.at,
  received: event.at,
  n,
  entryHash: `hash of ${event.id}` as EntryHash,
});
const stamp = (count: number, at = count) => ({ id: idOf(count), at: at as Instant });
const words = (text: string, count: number, use: SharedUse = "note"): RoomEvent =>
  shareWords({ use, text }, stamp(count));
const after = (room: RoomFacts, ...history: readonly RecordedEvent[]): Shared =>
  history.reduce((state, one) => evolve(state, one, room), shared.empty);
const textsIn = (state: Shared, now = 1): string[] =>
  readableIn(state, now as Instant).map(({ text }) => text);

test("[SH1] words are shared with the couple or with one practitioner, and change nothing elsewhere", () => {
  for (const room of [couple, individual])
    expect(textsIn(after(room, by(ana, words("read this", 1))))).toEqual(["read this"]);
  for (const kind of ["private", "doorstep", "practice"] as const) {
    const room = { ...individual, kind };
    expect(refusal(shared.empty, by(ana, words("read this", 1)), room)).toEqual({ type: "WrongRoom" });
    expect(textsIn(after(room, by(ana, words("read this", 1))))).toEqual([]);
  }
});

test("[SH2] in the couple's room a practitioner shares nothing; in the room with one person both write", () => {
  for (const use of sharedUses) {
    const put = by(kim, words("what Ana told me", 1, use));
    expect(refusal(shared.empty, put, couple)).toEqual({ type: "NotAPartner" });
    expect(textsIn(after(couple, put))).toEqual([]);
  }
  expect(textsIn(after(individual, by(kim, words("how are you", 1)), by(ana, words("well", 2))))).toEqual([
    "how are you",
    "well",
  ]);
  const stranger = "eve" as MemberId;
  expect(refusal(shared.empty, by(stranger, words("hello", 1)), individual)).toEqual({ type: "NotAMember" });
});

test("[SH3] the entry holds what it is and its text, and nothing else", () => {
  const { data, type } = words("  read this \n", 1, "apology");
  expect({ type, data }).toEqual({ type: "words.shared", data: { use: "apology", text: "read this" } });
});

test("[SH4] a text without a letter, too long, or of an unknown kind is not shared, and an id only once", () => {
  const data = { use: "note", text: "a" };
  const given = (bad: unknown): RecordedEvent =>
    by(ana, { v: 1, type: "words.shared", id: idOf(1), at: 1 as Instant, data: bad });
  for (const bad of [
    { ...data, text: " \n" },
    { ...data, text: "x".repeat(sharedTextMax + 1) },
    { ...data, text: 7 },
    { ...data, use: "sermon" },
    null,
    [],
    "a",
  ])
    expect(refusal(shared.empty, given(bad), couple)).toEqual({ type: "Malformed" });
  expect(refusal(shared.empty, given({ ...data, text: "x".repeat(sharedTextMax) }), couple)).toBeNull();
  const newer = { ...words("a", 1), v: 2 };
  expect(refusal(shared.empty, by(ana, newer), couple)).toEqual({ type: "NewerVersion" });
  const state = after(couple, by(ana, words("first", 1)));
  expect(refusal(state, by(ben, words("second", 1)), couple)).toEqual({ type: "AlreadyShared" });
});

test("[SH5] after 180 days no client shows it, and its author's device is told to erase it", () => {
  const state = after(couple, by(ana, words("read this", 1)), by(ben, words("and this", 2)));
  const end = 1 + sharedMs;
  expect(textsIn(state, end - 1)).toEqual(["read this", "and this"]);
  expect(overIn(state, ana, (end - 1) as Instant)).toEqual([]);
  expect(textsIn(state, end)).toEqual(["and this"]);
  expect(overIn(state, ana, end as Instant)).toEqual([`hash of ${idOf(1)}`]);
  expect(overIn(state, ben, end as Instant)).toEqual([]);
});

test("[SH6] its author keeps it beyond its end or lets it end again; nobody else does, and not once it is over", () => {
  const item = by(ana, words("read this", 1));
  const kept = by(ana, keepShared(idOf(1), true, stamp(2)));
  const late = 1 + 2 * sharedMs;
  expect(textsIn(after(couple, item, kept), late)).toEqual(["read this"]);
  const letGo = by(ana, keepShared(idOf(1), false, stamp(3, late)));
  expect(textsIn(after(couple, item, kept, letGo), late - 1)).toEqual(["read this"]);
  expect(textsIn(after(couple, item, kept, letGo), late)).toEqual([]);
  const early = by(ana, keepShared(idOf(1), false, stamp(3)));
  expect([...after(couple, item, kept, early).values()][0]?.endsAt).toBe(1 + sharedMs);
  const state = after(couple, item);
  expect(refusal(state, by(ben, keepShared(idOf(1), true, stamp(2))), couple)).toEqual({ type: "NotYours" });
  const tooLate = by(ana, keepShared(idOf(1), true, stamp(2, late)));
  expect(refusal(state, tooLate, couple)).toEqual({ type: "Over" });
  expect(textsIn(after(couple, item, tooLate), late)).toEqual([]);
  for (const data of [null, { shared: 1, isKept: true }, { shared: idOf(1) }])
    expect(
      refusal(state, by(ana, { v: 1, type: "words.kept", id: idOf(2), at: 2 as Instant, data }), couple),
    ).toEqual({ type: "Malformed" });
});

test("[SH7] what was taken back is as if never shared, with all that was said about keeping it", () => {
  const [item, other] = [by(ana, words("read this", 1)), by(ben, words("stays", 2))];
  const kept = by(ana, keepShared(idOf(1), true, stamp(3)));
  // A redaction takes the event out of the fold: what is left is folded from the start.
  expect(after(couple, other, kept)).toEqual(after(couple, other));
  expect(textsIn(after(couple, item, other, kept))).toEqual(["read this", "stays"]);
});

test("[SH8] short words to a partner are not sent with a demand; letters and words to a practitioner are", () => {
  const text = "Give me your password";
  const checked = sharedUses.filter((use) => wordingRefusal({ use, text }, couple) !== null);
  expect(checked).toEqual(["note", "first-words", "flare-reply", "soft-start"]);
  expect(wordingRefusal({ use: "note", text }, couple)).toEqual({
    type: "ForbiddenWords",
    kind: "passwords",
  });
  expect(wordingRefusal({ use: "note", text: "I'll be home by six" }, couple)).toBeNull();
  for (const use of sharedUses) expect(wordingRefusal({ use, text }, individual)).toBeNull();
  expect(refusal(shared.empty, by(ana, words(text, 1)), couple)).toBeNull();
});

test("[SH9] two own devices lose nothing to each other, and the later word about keeping stands", () => {
  const [one, two] = [by(ana, words("from the first", 1)), by(ana, words("from the second", 2))];
  expect(textsIn(after(couple, one, two)).sort()).toEqual(textsIn(after(couple, two, one)).sort());
  const keep = by(ana, keepShared(idOf(1), true, stamp(3)));
  const letGo = by(ana, keepShared(idOf(1), false, stamp(4)));
  expect(after(couple, one, keep, letGo).get(idOf(1))?.isKept).toBe(false);
  expect(after(couple, one, letGo, keep).get(idOf(1))?.isKept).toBe(true);
});

test("[SH10] where it came from is noted in the author's own room and in no other", () => {
  const from = { room: couple.roomId, kind: "draft", from: idOf(9) } as const;
  const noted = by(ana, noteOrigin(idOf(1), from, stamp(2)));
  const state = origins.evolve(origins.empty, noted, own);
  expect(state.get(idOf(1))).toEqual(from);
  expect(sharedFrom(state, idOf(9))).toEqual([{ shared: idOf(1), room: couple.roomId }]);
  expect(sharedFrom(state, idOf(8))).toEqual([]);
  for (const room of [couple, individual]) {
    expect(origins.refusal(origins.empty, noted, room)).toEqual({ type: "WrongRoom" });
    expect(origins.evolve(origins.empty, noted, room)).toEqual(origins.empty);
  }
  expect(origins.refusal(state, noted, own)).toEqual({ type: "AlreadyShared" });
  for (const data of [null, { ...from, shared: 7 }, { ...from, shared: idOf(1), room: "short" }])
    expect(origins.refusal(state, by(ana, { ...noted.event, data }), own)).toEqual({ type: "Malformed" });
  expect(origins.refusal(state, by(ana, { ...noted.event, v: 2 }), own)).toEqual({ type: "NewerVersion" });
});

test("[SH11] it is sent to those whom the preview named: not when another has come, not when nobody is there", () => {
  expect(readersRefusal(couple, { me: ana, named: [kim, ben] })).toBeNull();
  expect(readersRefusal(couple, { me: ana, named: [ben] })).toEqual({ type: "ReadersChanged" });
  const gone = { ...individual.members[1]!, until: 1 as Instant };
  const alone: RoomFacts = { ...individual, members: [individual.members[0]!, gone] };
  expect(readersRefusal(alone, { me: ana, named: [kim] })).toEqual({ type: "NobodyReads" });
});

test("[SH12] only one's own words go on to the couple, and never by a practitioner's act", () => {
  const state = after(individual, by(ana, words("mine", 1)), by(kim, words("Kim's", 2)));
  const [mine, theirs] = readableIn(state, 2 as Instant);
  expect(towardsTheCouple(mine!, individual, ana)).toEqual({
    ok: true,
    value: { use: "note", text: "mine" },
  });
  const refused = { ok: false, error: { type: "NotYours" } };
  expect(towardsTheCouple(theirs!, individual, ana)).toEqual(refused);
  expect(towardsTheCouple(mine!, individual, kim)).toEqual(refused);
  expect(towardsTheCouple(theirs!, individual, kim)).toEqual(refused);
  expect(isOver(mine!, 2 as Instant)).toBe(false);
});
