import { hourMs, type Instant, type RecordedEvent } from "@goldseam/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  allowedIn,
  dailyRound,
  type Mask,
  maskToBytes,
  opennessOf,
  owedBy,
  parseMask,
  type RoundRef,
  refKey,
  slotCount,
  windowAt,
  windowStart,
} from "../src/index.ts";
import { makeMessage, makeReply, readRound, voidLine } from "../src/points/index.ts";
import {
  ana,
  ben,
  fold,
  opened,
  paired,
  replied,
  room,
  roundOf,
  saltOf,
  secretOf,
  sent,
  source,
} from "./scene.ts";

const window = windowAt((windowStart(20_530, source) + hourMs) as Instant, source);
const noon = (windowStart(window, source) + 6 * hourMs) as Instant;
const daily = dailyRound(window);
const people = { ana, ben };
type Name = keyof typeof people;

const maskFor = (yes: readonly number[]): Mask => {
  const windows = Array.from({ length: 30 }, () => new Set(yes));
  const switches = { flares: true, appreciation: true, firstWords: true };
  const read = parseMask(maskToBytes({ switches, firstWindow: window, windows }));
  if (!read.ok) throw new Error("a mask was not read");
  return read.value;
};

/** What one client appends to the record when it syncs: all that it owes to one round, and nothing else. */
async function synced(
  name: Name,
  record: readonly RecordedEvent[],
  mask: Mask,
  ref: RoundRef,
  when: Instant,
) {
  const own = people[name];
  const other = name === "ana" ? ben : ana;
  const secret = await secretOf(name, ref);
  const appended: RecordedEvent[] = [];
  for (;;) {
    const state = fold([...record, ...appended], paired);
    const round = state.rounds.get(refKey(ref));
    const owed = owedBy(state, own.memberId, room, when).find((each) => refKey(each.ref) === refKey(ref));
    if (owed === undefined) return appended;
    const mine = round?.messages.get(own.memberId);
    const theirs = round?.messages.get(other.memberId);
    if (owed.owes === "message") {
      const keys = { secret, epoch: 1, salt: saltOf(name) };
      appended.push(sent(own, when, makeMessage(allowedIn(mask, ref), keys, roundOf(ref))));
    } else if (owed.owes === "reply") {
      const reply = makeReply(
        { by: mine!.by, message: mine!.message },
        { by: theirs!.by, message: theirs!.message },
        { secret },
        roundOf(ref),
      );
      if (!reply.ok) throw new Error(`void: ${reply.error.type}`);
      appended.push(replied(own, when, reply.value));
    } else {
      const line = readRound(
        {
          own: mine!,
          ownReply: round!.replies.get(own.memberId)!.reply,
          theirs: theirs!,
          theirReply: round!.replies.get(other.memberId)!.reply,
        },
        { secret },
        roundOf(ref),
      );
      appended.push(opened(own, when, line.ok ? line.value : voidLine(ref)));
    }
  }
}

/** The record of one daily round, the two clients syncing in this order and each twice more at the end. */
async function lived(order: readonly Name[], yes: Readonly<Record<Name, readonly number[]>>) {
  const record: RecordedEvent[] = [];
  let when = noon;
  for (const name of [...order, "ana", "ben", "ana", "ben"] as const) {
    when = (when + hourMs) as Instant;
    record.push(...(await synced(name, record, maskFor(yes[name]), daily, when)));
  }
  return record;
}
const seen = (record: readonly RecordedEvent[]) =>
  record.map(({ event, by, at }) => [event.type, by.memberId, at, JSON.stringify(event).length]);
const orders = fc.array(fc.constantFrom<Name>("ana", "ben"), { minLength: 1, maxLength: 4 });
const choices = fc.subarray(Array.from({ length: slotCount }, (_, slot) => slot));

describe("two clients and a record", () => {
  test("[BY1] in whichever order the two sync, what both allowed is open from the next window, and nothing else", async () => {
    await fc.assert(
      fc.asyncProperty(orders, choices, choices, async (order, anas, bens) => {
        const state = fold(await lived(order, { ana: anas, ben: bens }), paired);
        const next = windowStart(window + 1, source);
        for (let slot = 0; slot < slotCount; slot += 1) {
          const both = anas.includes(slot) && bens.includes(slot);
          expect(opennessOf(state, slot, room, next).reads).toBe(both ? "open" : "not-open");
        }
      }),
      { numRuns: 3 },
    );
  });
  test("[BY2] whatever one of them chose, the same entries stand in the record in the same order, with the same sizes and times", async () => {
    await fc.assert(
      fc.asyncProperty(orders, choices, choices, choices, async (order, anas, otherwise, bens) => {
        const worlds = [
          await lived(order, { ana: anas, ben: bens }),
          await lived(order, { ana: otherwise, ben: bens }),
        ];
        expect(seen(worlds[1]!)).toEqual(seen(worlds[0]!));
        expect(worlds[0]).toHaveLength(6);
      }),
      { numRuns: 2 },
    );
  });
});
