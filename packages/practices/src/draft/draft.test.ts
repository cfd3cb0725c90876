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
import { type Drafts, draft, evolve, keepDraft, putDraftAway, refusal } from "./draft.ts";

const room: RoomFacts = { roomId: "r" as RoomId, kind: "private", zone: "UTC" as ZoneId, members: [] };
const by = { memberId: "m" as MemberId, deviceId: "d" as DeviceId };
const idOf = (count: number): EventId => String(count).padStart(22, "0") as EventId;
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
  over: Partial<{ draft: EventId; use: "apology" | "question" }> = {},
): RecordedEvent =>
  recorded(
    keepDraft(
      { use: over.use ?? "apology", text, waved: [] },
      { id: idOf(n), at: n as Instant, ...(over.draft && { draft: over.draft }) },
    )!,
    n,
  );
const putAway = (id: EventId, n: number): RecordedEvent =>
  recorded(putDraftAway(id, { id: idOf(n), at: n as Instant }), n);
const after = (...history: readonly RecordedEvent[]): Drafts =>
  history.reduce((state, one) => evolve(state, one, room), draft.empty as Drafts);
const textsIn = ({ texts }: Drafts): string[] => [...texts.values()].map(({ text }) => text);

test("[DR1] a draft is kept in a private room and changes nothing in any other", () => {
  expect(textsIn(after(kept("one", 1)))).toEqual(["one"]);
  for (const kind of ["couple", "individual", "practice", "doorstep"] as const)
    expect(refusal(draft.empty, kept("one", 1), { ...room, kind })).toEqual({ type: "WrongRoom" });
});

test("[DR2] a later keeping takes the place of the one before, whose words are to be erased", () => {
  const state = after(kept("one", 1), kept("one, better", 2, { draft: idOf(1) }), kept("another", 3));
  expect(textsIn(state)).toEqual(["one, better", "another"]);
  expect(state.toErase).toEqual(["hash 1"]);
});

test("[DR3] a draft that was put away is over, and its words are to be erased", () => {
  const history = [kept("one", 1), kept("two", 2, { draft: idOf(1) }), putAway(idOf(1), 3)];
  const state = after(...history);
  expect(textsIn(state)).toEqual([]);
  expect(state.toErase).toEqual(["hash 1", "hash 2"]);
  expect(refusal(state, kept("again", 4, { draft: idOf(1) }), room)).toEqual({ type: "PutAway" });
});

test("[DR4] what it is to become does not change", () => {
  const state = after(kept("one", 1));
  expect(refusal(state, kept("one", 2, { draft: idOf(1), use: "question" }), room)).toEqual({
    type: "OtherUse",
  });
});

test("[DR5] a text that is too long, or none, is not kept", () => {
  expect(
    keepDraft({ use: "apology", text: "  \n", waved: [] }, { id: idOf(1), at: 1 as Instant }),
  ).toBeNull();
  const long = keepDraft(
    { use: "apology", text: "x".repeat(keptTextMax + 5), waved: [] },
    { id: idOf(1), at: 1 as Instant },
  )!;
  expect((long.data as { text: string }).text).toHaveLength(keptTextMax);
  const data = { draft: idOf(1), use: "apology", text: "x".repeat(keptTextMax + 1), waved: [] };
  for (const bad of [
    data,
    { ...data, text: "" },
    { ...data, text: "a", use: "sermon" },
    { ...data, text: "a", waved: [1] },
    null,
    7,
    [],
  ])
    expect(
      refusal(
        draft.empty,
        recorded({ v: 1, type: "draft.kept", id: idOf(1), at: 1 as Instant, data: bad }, 1),
        room,
      ),
    ).toEqual({ type: "Malformed" });
  expect(
    refusal(
      draft.empty,
      recorded({ v: 2, type: "draft.kept", id: idOf(1), at: 1 as Instant, data }, 1),
      room,
    ),
  ).toEqual({ type: "NewerVersion" });
});

test("[DR6] erasing what is to be erased changes nothing of what is left", () => {
  const history = [
    kept("one", 1),
    kept("one, better", 2, { draft: idOf(1) }),
    kept("two", 3),
    kept("one, best", 4, { draft: idOf(1) }),
    putAway(idOf(3), 5),
    kept("three", 6),
  ];
  const whole = after(...history);
  const erased = history.filter(({ entryHash }) => !whole.toErase.includes(entryHash));
  expect(erased).toHaveLength(3);
  expect(textsIn(after(...erased))).toEqual(textsIn(whole));
  expect(after(...erased).toErase).toEqual([]);
  expect(refusal(after(...erased), kept("two again", 7, { draft: idOf(3) }), room)).toEqual({
    type: "PutAway",
  });
});
