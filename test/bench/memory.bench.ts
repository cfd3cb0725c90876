/**
 * Memory of a server's process, as `goldseam serve` runs it, after a collection of garbage: once 3,000 entries were
 * appended over 200 rooms, once a room of 10,000 entries was served ten times whole, and for each of 1,000 clients that
 * are connected and say nothing.
 *
 * The aims are for what the work adds to the process as it stands right after its start, which has a row of its own: most of
 * that is Node, its reader of TypeScript and the libraries. Most of what appends add is room for new objects, which V8
 * widened under load and keeps though it is empty: the process without that has a row of its own.
 *
 * Run: `node test/bench/memory.bench.ts`.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { granted, TestClient, type TestLine } from "../../packages/server/test/test-client.ts";
import * as kit from "../../packages/server/test/test-kit.ts";
import { type ServerProcess, startServerProcess } from "./server-process.ts";
import { type BenchRow, printTable, rounded } from "./table.ts";

const megabyte = 1e6;

/** Bytes of a server's process after its start, those that `work` adds, and all of it once V8 has given back what is empty. */
type Grown = { readonly atStart: number; readonly grown: number; readonly held: number };

async function growthBy(work: (server: ServerProcess) => Promise<unknown>): Promise<Grown> {
  return onServer(async (server) => {
    const { resident: atStart } = await server.memory();
    await work(server);
    const { resident } = await server.memory();
    const { resident: held } = await server.memory("held");
    return { atStart, grown: resident - atStart, held };
  });
}

async function onServer<T>(work: (server: ServerProcess) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "goldseam-bench-"));
  const server = await startServerProcess(join(folder, "store.sqlite"));
  try {
    return await work(server);
  } finally {
    await server.end();
    rmSync(folder, { recursive: true });
  }
}

const growthByAppends = (appends: number, rooms: number) =>
  growthBy(async (server) => {
    const writers = [];
    for (let index = 0; index < rooms; index += 1) {
      const client = await TestClient.signedUp(server.address);
      writers.push({ client, room: (await client.newRoom()).room });
    }
    for (let index = 0; index < appends / rooms; index += 1)
      await Promise.all(
        writers.map(async ({ client, room }) =>
          granted(await client.append(room, kit.entry(room, client.device))),
        ),
      );
  });

const growthByServing = (entries: number) =>
  growthBy(async (server) => {
    const client = await TestClient.signedUp(server.address);
    const { room } = await client.newRoom();
    for (let index = 0; index < entries / 100; index += 1)
      granted(
        await client.append(room, ...Array.from({ length: 100 }, () => kit.entry(room, client.device))),
      );
    for (let times = 0; times < 10; times += 1) {
      for (let after = 0; after <= entries; ) {
        const { placed } = granted(await client.pull(room, after));
        after = placed.at(-1)!.n;
        if (placed.length === 0 || after > entries) break;
      }
    }
  });

const forEachIdle = (clients: number) =>
  onServer(async (server) => {
    const lines: TestLine[] = [];
    const connect = async (): Promise<void> => {
      const client = await TestClient.signedUp(server.address);
      const { room } = await client.newRoom();
      const line = await client.live();
      line.say({ type: "follow", room, after: 0 });
      await line.nextItems();
      lines.push(line);
    };
    for (let index = 0; index < 100; index += 20) await Promise.all(Array.from({ length: 20 }, connect));
    const before = await server.memory();
    for (let index = 0; index < clients; index += 20) await Promise.all(Array.from({ length: 20 }, connect));
    const after = await server.memory();
    for (const { socket } of lines) socket.terminate();
    return (after.resident - before.resident) / clients;
  });

/** The rows of the table of measures that concern the server's memory. */
export async function benchMemory(): Promise<BenchRow[]> {
  const rowFor = (name: string, { grown }: Grown, aim: number): BenchRow => ({
    name,
    measured: Math.round(grown / megabyte),
    bound: aim,
    ratio: rounded(grown / megabyte / aim),
    unit: "MB more than at its start",
    toReach: { atMost: 1 },
  });
  const appends = await growthByAppends(3_000, 200);
  const serving = await growthByServing(10_000);
  const idle = await forEachIdle(1_000);
  return [
    rowFor("server's memory after 3,000 appends over 200 rooms", appends, 55),
    {
      name: "the whole process after these appends, once V8 has given back what it keeps empty",
      measured: Math.round(appends.held / megabyte),
      bound: Math.round(appends.atStart / megabyte),
      ratio: rounded(appends.held / appends.atStart),
      unit: "MB, against its start",
    },
    rowFor("server's memory after serving a room of 10,000 entries ten times", serving, 133),
    {
      name: "server's memory right after its start",
      measured: Math.round(appends.atStart / megabyte),
      bound: Math.round(serving.atStart / megabyte),
      ratio: rounded(appends.atStart / serving.atStart),
      unit: "MB, against itself",
    },
    {
      name: "server's memory for each idle client that follows a room",
      measured: Math.round(idle / 1_000),
      bound: 64,
      ratio: rounded(idle / 1_000 / 64),
      unit: "kB",
    },
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) printTable(await benchMemory());
