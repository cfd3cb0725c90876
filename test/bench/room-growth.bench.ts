/**
 * What a room costs as it grows: the processor time of an append at 10,000 and at 100,000 entries against the same at 100, and the
 * bytes that an entry of 300 characters rests in.
 *
 * The body of such an entry has the least padded length: 512 bytes and its seal (docs/formats/record.md). Three rooms
 * of one store are measured in turn, so that whatever else the machine does meets both; medians count.
 *
 * Growing to 100,000 takes a minute or two.
 *
 * Run: `node test/bench/room-growth.bench.ts`.
 */
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Bytes, Instant } from "@goldseam/core";
import { memberIdOf } from "@goldseam/crypto/verify";
import { checkerOnThisThread, configFrom, openSqliteStore } from "@goldseam/server";
import { type Author, Rooms } from "../../packages/server/src/rooms.ts";
import * as kit from "../../packages/server/test/test-kit.ts";
import { type BenchRow, median, printTable, rounded } from "./table.ts";

const characters = 300;

/** A room of one person and the way to put entries into it, a few at a time. */
class GrowingRoom {
  readonly #rooms: Rooms;
  readonly #by: Author;
  readonly #device = kit.newDevice();
  readonly #genesis: kit.BuiltItem & { readonly room: Bytes };

  constructor(rooms: Rooms) {
    const person = kit.newPerson();
    const identity = person.identity.publicKey;
    this.#rooms = rooms;
    this.#by = { identity, memberId: memberIdOf(identity), waitsUntil: 0 };
    this.#genesis = kit.genesis(person, this.#device);
  }

  async begin(): Promise<void> {
    await this.#append([this.#genesis.bytes]);
  }

  entries(count: number): Bytes[] {
    const seen = { n: 0, head: this.#genesis.room };
    return Array.from({ length: count }, () => kit.entry(this.#genesis.room, this.#device, { seen }).bytes);
  }

  async grow(entries: readonly Bytes[], batch: number): Promise<void> {
    for (let from = 0; from < entries.length; from += batch) {
      await this.#append(entries.slice(from, from + batch));
    }
  }

  async #append(items: readonly Bytes[]): Promise<void> {
    const places = await this.#rooms.append(this.#by, { room: this.#genesis.room, items });
    if (!places.ok) throw new Error(`refused: ${JSON.stringify(places.error)}`);
  }
}

/** Microseconds of processor time for each of `entries`, appended one by one. */
async function processorCost(room: GrowingRoom, entries: readonly Bytes[]): Promise<number> {
  const before = process.cpuUsage();
  await room.grow(entries, 1);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / entries.length;
}

export async function benchRoomGrowth({
  entries = 10_000,
  many = 100_000,
  samples = 9,
} = {}): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), "goldseam-bench-"));
  const file = join(folder, "store.sqlite");
  const store = openSqliteStore({ file });
  const rooms = new Rooms({
    store,
    clock: () => Date.now() as Instant,
    checker: checkerOnThisThread(),
    config: configFrom({}).rooms,
    onAppended: () => undefined,
  });
  const [young, old, ancient] = [new GrowingRoom(rooms), new GrowingRoom(rooms), new GrowingRoom(rooms)];
  const costs = { young: [] as number[], old: [] as number[], ancient: [] as number[] };
  let bytesPerEntry: number;
  try {
    await young.begin();
    await old.begin();
    await ancient.begin();
    const emptyBytes = statSync(file).size;
    await young.grow(young.entries(100), 50);
    await old.grow(old.entries(entries), 50);
    for (let grown = 0; grown < many; grown += 10_000) await ancient.grow(ancient.entries(10_000), 50);
    for (let sample = 0; sample < samples; sample += 1) {
      costs.young.push(await processorCost(young, young.entries(50)));
      costs.old.push(await processorCost(old, old.entries(50)));
      costs.ancient.push(await processorCost(ancient, ancient.entries(50)));
    }
    await store.close();
    bytesPerEntry = (statSync(file).size - emptyBytes) / (100 + entries + many + 3 * samples * 50);
  } finally {
    rmSync(folder, { recursive: true });
  }
  const atStart = median(costs.young);
  const rowFor = (length: number, cost: number): BenchRow => ({
    name: `append at ${length} entries, against itself at 100`,
    measured: Math.round(cost),
    bound: Math.round(atStart),
    ratio: rounded(cost / atStart),
    unit: "µs of processor",
    toReach: { atMost: 1.2 },
  });
  return [
    rowFor(entries, median(costs.old)),
    rowFor(many, median(costs.ancient)),
    {
      name: `stored bytes of an entry of ${characters} characters, against the text`,
      measured: Math.round(bytesPerEntry),
      bound: characters,
      ratio: rounded(bytesPerEntry / characters),
      unit: "bytes",
      toReach: { atMost: 3 },
    },
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) printTable(await benchRoomGrowth());
