/**
 * Durable verified append on 32 live lines, and over HTTP, against what one core could do at best.
 *
 * The bound is 1 / (a round trip of an empty Fastify handler + one Ed25519 check + one SQLite row in a group
 * commit of as many rows as connections), each measured here, in the same run and with the same load. Rounds
 * alternate, and the best one of each counts: whatever else the machine does only ever adds time. All take about half a
 * second, so that each is as likely as the others to meet a quiet one.
 *
 * The second comparison is in processor time of the server's process alone, which neighbours on the machine
 * disturb far less than the time on the wall; waiting for the disk is in neither side of it.
 *
 * Run: `node test/bench/append.bench.ts`.
 */
import { type ChildProcess, fork } from "node:child_process";
import { generateKeyPairSync, randomBytes, sign, verify } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import type { Instant } from "@goldseam/core";
import {
  checkerOnThisThread,
  checkerOnThreadPool,
  configFrom,
  openSqliteStore,
  type SignatureChecker,
  startServer,
} from "@goldseam/server";
import Fastify from "fastify";
import { realRandom, widePace } from "../../packages/server/test/test-server.ts";
import type { LoadMessage, LoadOrder } from "./append-load.ts";
import { type BenchRow, printTable, rounded } from "./table.ts";

const connections = 32;
/** Seconds of one request: on the wall, and of this process's processors. */
type Cost = { readonly wall: number; readonly processor: number };

const bestOf = (costs: readonly Cost[]): Cost => ({
  wall: Math.min(...costs.map(({ wall }) => wall)),
  processor: Math.min(...costs.map(({ processor }) => processor)),
});

function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** What each of the `times` things that `work` does costs. */
function costOf(times: number, work: () => void): Cost {
  const start = performance.now();
  const processorStart = processorSeconds();
  work();
  const processor = (processorSeconds() - processorStart) / times;
  return { wall: (performance.now() - start) / 1_000 / times, processor };
}

/** Has `order` done by another process, and says what each request cost this one. */
async function costOfLoad(order: LoadOrder): Promise<Cost> {
  const child: ChildProcess = fork(fileURLToPath(new URL("append-load.ts", import.meta.url)));
  let processorStart = 0;
  const seconds = await new Promise<number>((resolve, reject) => {
    child.on("message", (message: LoadMessage) => {
      if (message.type === "begins") processorStart = processorSeconds();
      else resolve(message.seconds);
    });
    child.on("error", reject);
    child.on(
      "exit",
      (code) => code !== null && code !== 0 && reject(new Error(`the load ended with ${code}`)),
    );
    child.send(order);
  });
  const processor = (processorSeconds() - processorStart) / order.requests;
  child.kill();
  return { wall: seconds / order.requests, processor };
}

/** One round trip of an empty handler that takes the same bytes. */
async function roundTripCost(requests: number): Promise<Cost> {
  const app = Fastify({ logger: false });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/octet-stream", { parseAs: "buffer" }, (_request, body, done) =>
    done(null, body),
  );
  app.post("/api/append", (_request, reply) =>
    reply.header("content-type", "application/json").send('{"items":[]}'),
  );
  const address = await app.listen({ host: "127.0.0.1", port: 0 });
  const cost = await costOfLoad({ address, connections, requests, kind: "bare" });
  await app.close();
  return cost;
}

/** Each signature another one, by as many devices as there are connections: one checked again and again costs a tenth less. */
function checkCost(times: number): Cost {
  const devices = Array.from({ length: connections }, () => generateKeyPairSync("ed25519"));
  const signed = Array.from({ length: times }, (_, index) => {
    const { publicKey, privateKey } = devices[index % connections]!;
    const message = randomBytes(193);
    return { message, publicKey, signature: sign(null, message, privateKey) };
  });
  return costOf(times, () => {
    for (const { message, publicKey, signature } of signed) verify(null, message, publicKey, signature);
  });
}

function rowCost(folder: string, groups: number): Cost {
  const file = join(folder, `rows-${randomBytes(4).toString("hex")}.sqlite`);
  const database = new DatabaseSync(file);
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  database.exec("CREATE TABLE items (item_key INTEGER PRIMARY KEY, item BLOB NOT NULL) STRICT");
  const insert = database.prepare("INSERT INTO items (item) VALUES (?)");
  const item = randomBytes(769);
  const cost = costOf(groups * connections, () => {
    for (let group = 0; group < groups; group += 1) {
      database.exec("BEGIN IMMEDIATE");
      for (let row = 0; row < connections; row += 1) insert.run(item);
      database.exec("COMMIT");
    }
  });
  database.close();
  return cost;
}

async function appendCost(
  folder: string,
  requests: number,
  checker: SignatureChecker,
  kind: "line" | "append" = "line",
): Promise<Cost> {
  const store = openSqliteStore({ file: join(folder, `store-${randomBytes(4).toString("hex")}.sqlite`) });
  const server = await startServer(configFrom({ listen: { port: 0 }, pace: widePace }), {
    store,
    checker,
    clock: () => Date.now() as Instant,
    random: realRandom,
  });
  const cost = await costOfLoad({ address: server.address, connections, requests, kind });
  await server.close();
  await store.close();
  return cost;
}

/** The rows of the table of measures that concern appending. */
export async function benchAppend({ requests = 2_000, rounds = 16 } = {}): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), "goldseam-bench-"));
  const costs = {
    trip: [] as Cost[],
    check: [] as Cost[],
    row: [] as Cost[],
    here: [] as Cost[],
    pool: [] as Cost[],
    http: [] as Cost[],
  };
  try {
    // Warms the code that both sides share.
    await roundTripCost(requests * 4);
    await appendCost(folder, requests * 4, checkerOnThisThread());
    for (let round = 0; round < rounds; round += 1) {
      costs.trip.push(await roundTripCost(requests * 3));
      costs.check.push(checkCost(requests * 2));
      costs.row.push(rowCost(folder, requests / 2));
      costs.here.push(await appendCost(folder, requests, checkerOnThisThread()));
      costs.pool.push(await appendCost(folder, requests, checkerOnThreadPool()));
      costs.http.push(await appendCost(folder, requests, checkerOnThreadPool(), "append"));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  const [trip, check, row] = [bestOf(costs.trip), bestOf(costs.check), bestOf(costs.row)];
  const rowFor = (name: string, measured: Cost, clock: keyof Cost, atLeast?: number): BenchRow => {
    const bound = 1 / (trip[clock] + check[clock] + row[clock]);
    const ratio = rounded(1 / measured[clock] / bound);
    return {
      name,
      measured: Math.round(1 / measured[clock]),
      bound: Math.round(bound),
      ratio,
      unit: "a second",
      ...(atLeast !== undefined && { toReach: { atLeast } }),
    };
  };
  const us = ({ wall, processor }: Cost) => `${(wall * 1e6).toFixed(0)}/${(processor * 1e6).toFixed(0)} µs`;
  console.log(
    `wall/processor: round trip ${us(trip)}, check ${us(check)}, row ${us(row)}, append ${us(bestOf(costs.here))}, pool ${us(bestOf(costs.pool))}, over HTTP ${us(bestOf(costs.http))}`,
  );
  return [
    // As `goldseam serve` runs it. Above 1 is the aim, with signatures off the thread.
    rowFor("durable verified append, 32 connections, as served", bestOf(costs.pool), "wall", 1),
    rowFor("the same over HTTP, as what is long goes", bestOf(costs.http), "wall"),
    rowFor("the same with signatures on the one thread", bestOf(costs.here), "wall", 0.9),
    rowFor("the same on the one thread, in processor time", bestOf(costs.here), "processor", 0.9),
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) printTable(await benchAppend());
