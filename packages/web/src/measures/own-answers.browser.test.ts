import type { Client, Room } from "@goldseam/client";
import type { EntryHash, EventId, Instant, RecordedEvent, RoomEvent, RoomFacts } from "@goldseam/core";
import type { MeasureJournal } from "@goldseam/measures";
import { readingsOf } from "@goldseam/measures";
import type { Practice } from "@goldseam/practices";
import { expect, test } from "vitest";
import { journalOf, OwnAnswers } from "./own-answers.svelte.ts";

const owner = { memberId: "ana", deviceId: "device" } as unknown as RecordedEvent["by"];
const facts = {
  roomId: "room",
  kind: "private",
  zone: "Europe/Berlin",
  members: [{ memberId: "ana", role: "owner", since: 0 }],
} as unknown as RoomFacts;

/** A person's own room in memory: what was written, what was erased, and how often it was sent. */
function ownRoom() {
  let count = 0;
  let refused: string | undefined;
  const events: RecordedEvent[] = [];
  const erased: (readonly EntryHash[])[] = [];
  const at = Date.UTC(2026, 10, 20, 12);
  const room = {
    now: () => (at + count) as Instant,
    foldWith: <State>(practice: Practice<string, State>): State =>
      events.reduce((state, recorded) => practice.evolve(state, recorded, facts), practice.empty),
  };
  const client = {
    stamp: () => ({ id: `e${count++}`.padEnd(22, "_") as EventId, at }),
    // As a room does: what an erasure names that waits is not named again.
    redact: async (_room: unknown, hashes: readonly EntryHash[]) => {
      const left = hashes.filter((hash) => !erased.flat().includes(hash));
      if (left.length > 0) erased.push(left);
      return { ok: true, value: undefined };
    },
    write: async (_room: unknown, written: readonly RoomEvent[]) => {
      await Promise.resolve();
      if (refused) return { ok: false, error: { type: refused } };
      for (const event of written)
        events.push({
          event,
          by: owner,
          at: event.at,
          received: event.at,
          n: undefined,
          entryHash: `hash-${event.id}` as EntryHash,
        });
      return { ok: true, value: undefined };
    },
  };
  return {
    room: room as unknown as Room,
    client: client as unknown as Client,
    events,
    erased,
    refuse: (type: string | undefined) => {
      refused = type;
    },
    journal: (): MeasureJournal => journalOf(room as unknown as Room),
  };
}
const typesOf = (events: readonly RecordedEvent[]): string[] => events.map(({ event }) => event.type);

test("the first answer begins the sitting, quick answers stay in order, and the end erases the drafts once", async () => {
  const own = ownRoom();
  const answers = new OwnAnswers(own.room, own.client);
  for (const [item, value] of [
    [1, 3],
    [2, 4],
    [2, 2],
    [3, null],
    [4, 1],
  ] as const)
    answers.answer("csi4", item, value);
  answers.finish("csi4", { responses: [3, 2, null, 1], unscored: [] });
  await answers.settled();
  expect(typesOf(own.events)).toEqual([
    "measure.started",
    ...Array.from({ length: 5 }, () => "measure.item-answered"),
    "measure.answered",
  ]);
  expect(readingsOf(own.journal(), "csi4").map(({ responses }) => responses)).toEqual([[3, 2, null, 1]]);
  const drafts = own.events.filter(({ event }) => event.type === "measure.item-answered");
  expect(own.erased).toEqual([drafts.map(({ entryHash }) => entryHash)]);
  answers.eraseDrafts();
  await answers.settled();
  expect(own.erased).toHaveLength(1);
  expect(answers.trouble).toBeUndefined();
});

test("a worrying answer leaves its flag in an entry of its own, which is not erased", async () => {
  const own = ownRoom();
  const answers = new OwnAnswers(own.room, own.client);
  answers.answer("phq9", 9, 1);
  answers.answer("phq9", 9, 0);
  await answers.settled();
  expect(typesOf(own.events)).toEqual([
    "measure.started",
    "measure.item-answered",
    "measure.flagged",
    "measure.item-answered",
  ]);
  answers.finish("phq9", { responses: [0, 0, 0, 0, 0, 0, 0, 0, 0], unscored: [] });
  await answers.settled();
  const flagged = own.events.find(({ event }) => event.type === "measure.flagged");
  expect(own.erased.flat()).not.toContain(flagged?.entryHash);
});

test("every draft that is over is erased by one act, also more than one redaction names", async () => {
  const own = ownRoom();
  const answers = new OwnAnswers(own.room, own.client);
  for (let press = 0; press < 70; press += 1) answers.answer("csi4", 1, press % 7);
  answers.finish("csi4", { responses: [0, 0, 0, 0], unscored: [] });
  await answers.settled();
  expect(own.erased.map(({ length }) => length)).toEqual([70]);
});

test("what could not be kept is said, and the next act that is kept takes it away", async () => {
  const own = ownRoom();
  const answers = new OwnAnswers(own.room, own.client);
  own.refuse("StoreFull");
  expect(await answers.keep("impact-caused", [2, 1, 0])).toMatch(/\w/);
  expect(answers.trouble).toBeDefined();
  own.refuse(undefined);
  expect(await answers.keep("impact-caused", [2, 1, 0])).toBeUndefined();
  expect(own.journal().checks).toHaveLength(1);
});
