/**
 * From sending an add to its arrival at a second connected client, while 200 rooms are active: each adds once a second.
 *
 * The server runs as `goldseam serve` does, in a process of its own, over loopback. Both clients of every room and the
 * making of items are in this process, so that what is measured holds their share too.
 *
 * Run: `node test/bench/delivery.bench.ts`.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { granted, TestClient, type TestLine } from "../../packages/server/test/test-client.ts";
import * as kit from "../../packages/server/test/test-kit.ts";
import { startServerProcess } from "./server-process.ts";
import { type BenchRow, percentile, printTable, rounded } from "./table.ts";

type Active = {
  readonly client: TestClient;
  readonly room: Uint8Array<ArrayBuffer>;
  readonly line: TestLine;
};

async function activate(address: string): Promise<Active> {
  const client = await TestClient.signedUp(address);
  const { room } = await client.newRoom();
  const line = await client.live();
  line.say({ type: "follow", room, after: 0 });
  await line.nextItems();
  return { client, room, line };
}

/** The rows of the table of measures that concern handing on. */
export async function benchDelivery({ rooms = 200, seconds = 20 } = {}): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), "goldseam-bench-"));
  const server = await startServerProcess(join(folder, "store.sqlite"));
  const times: number[] = [];
  try {
    const active: Active[] = [];
    while (active.length < rooms)
      active.push(...(await Promise.all(Array.from({ length: 20 }, () => activate(server.address)))));
    const run = async ({ client, room, line }: Active, index: number): Promise<void> => {
      const items = Array.from({ length: seconds }, () => kit.entry(room, client.device));
      await wait((index * 1_000) / rooms);
      const begun = performance.now();
      for (const [second, item] of items.entries()) {
        await wait(Math.max(0, begun + second * 1_000 - performance.now()));
        const sent = performance.now();
        const [, answer] = await Promise.all([
          line.nextItems().then(() => times.push(performance.now() - sent)),
          client.append(room, item),
        ]);
        granted(answer);
      }
    };
    await Promise.all(active.map(run));
    for (const { line } of active) line.socket.terminate();
  } finally {
    await server.end();
    rmSync(folder, { recursive: true });
  }
  // The first seconds warm the code of both processes.
  const settled = times.slice(rooms * 3);
  const rowFor = (part: number, aim: number): BenchRow => ({
    name: `add at a second client while ${rooms} rooms are active, ${part * 100} of 100`,
    measured: rounded(percentile(settled, part), 2),
    bound: aim,
    ratio: rounded(percentile(settled, part) / aim),
    unit: "ms",
    toReach: { atMost: 1 },
  });
  return [rowFor(0.5, 2), rowFor(0.99, 5)];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) printTable(await benchDelivery());
