import { randomBytes } from "node:crypto";
import { type Bytes, concatBytes, type Instant } from "@goldseam/core";
import { importAesKey } from "@goldseam/crypto/open";
import { checkSignatures, itemToBytes } from "@goldseam/crypto/verify";
import type { PlacedItem } from "@goldseam/sync";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { Couple } from "../../crypto/test/couple.ts";
import { openMemoryStore, Room } from "../src/index.ts";
import { type SealedStore, sealedStore } from "../src/store/sealed-store.ts";

let couple: Couple;
let placed: readonly PlacedItem[];
beforeAll(async () => {
  couple = await Couple.paired(3);
  for (let index = 0; index < 17; index += 1)
    await couple.write(index % 3 === 0 ? couple.ana : couple.ben, `line ${index}`);
  placed = couple.placed.map((one) => ({ ...one, erased: false, item: itemToBytes(one.item) }));
});

const random = (length: number): Bytes => new Uint8Array(randomBytes(length));

const newCache = async (): Promise<SealedStore> =>
  sealedStore(openMemoryStore(), await importAesKey(random(32)), random);

/** Ana's device, which holds nothing of the room yet. */
async function openRoom(cache?: SealedStore): Promise<Room> {
  const { identity, shared, device, deviceId } = couple.ana;
  return Room.open(
    couple.room,
    { identity: identity.publicBytes, box: shared.box, device, deviceId },
    {
      store: cache ?? (await newCache()),
      transport: undefined as never, // nothing is sent
      locks: { exclusively: (_name, act) => act(), lead: () => undefined },
      clock: () => Date.now() as Instant,
      random,
      checkSignatures,
      changed: () => undefined,
    },
  );
}

/** What a person and the rules can see of a room. */
const seen = (room: Room) => ({
  fault: room.fault,
  n: room.record.n,
  head: room.record.head,
  rows: room.rows,
  events: room.events,
});

type Damage = (item: Bytes) => Bytes;
const damages: Record<string, Damage> = {
  nothing: (item) => item,
  signature: (item) => item.map((byte, at) => (at === 177 + 5 ? byte ^ 1 : byte)),
  body: (item) => item.map((byte, at) => (at === item.length - 1 ? byte ^ 1 : byte)),
  length: (item) => concatBytes(item, new Uint8Array(1)),
};

test("[DL1] deliveries that come faster than they are read leave what they leave one by one, faults too", async () => {
  const cuts = fc.array(fc.integer({ min: 1, max: 19 }), { maxLength: 6 });
  const damage = fc.constantFrom(...Object.keys(damages));
  await fc.assert(
    fc.asyncProperty(cuts, damage, fc.nat({ max: 19 }), fc.nat({ max: 3 }), async (at, how, which, again) => {
      const items = placed.map((one, index) =>
        index === which ? { ...one, item: damages[how]!(one.item) } : one,
      );
      const ends = [...new Set([...at, items.length])].sort((one, other) => one - other);
      const { n, head } = couple.record;
      // Each overlaps what was delivered before it by `again` items, as after a line that broke.
      const deliveries = ends.map((end, index) => ({
        room: couple.room,
        n,
        head,
        placed: items.slice(Math.max(0, (ends[index - 1] ?? 0) - again), end),
      }));
      const oneByOne = await openRoom();
      for (const delivery of deliveries) await oneByOne.receive(delivery);
      const atOnce = await openRoom();
      await Promise.all(deliveries.map((delivery) => atOnce.receive(delivery)));
      expect(seen(atOnce)).toEqual(seen(oneByOne));
      if (how === "nothing") expect([atOnce.fault, atOnce.record.n]).toEqual([undefined, 20]);
      else expect(atOnce.record.n).toBeLessThan(which + 1);
    }),
    { numRuns: 60, seed: 20_261_129 },
  );
}, 60_000);

test("[DL2] what was begun on a record that another tab has moved on since is begun anew", async () => {
  const { n, head } = couple.record;
  const part = (from: number, to: number) => ({
    room: couple.room,
    n,
    head,
    placed: placed.slice(from, to),
  });
  const cache = await newCache();
  const room = await openRoom(cache);
  await room.receive(part(0, 5));
  const otherTab = await openRoom(cache);
  await otherTab.receive(part(5, 15));
  await Promise.all([
    room.receive(part(0, 5)),
    room.reload(),
    room.receive(part(5, 10)),
    room.receive(part(10, 20)),
  ]);
  const alone = await openRoom();
  await alone.receive(part(0, 20));
  expect(seen(room)).toEqual(seen(alone));
});
