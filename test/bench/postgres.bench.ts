/**
 * The appends of append.bench.ts on PostgreSQL, with one server process and with two on the same database, each a process
 * of its own; 32 connections in all, a room each. Rounds alternate, medians count. On a machine of two cores the load,
 * the database and the servers share them, so that two processes can be slower than one.
 *
 * Run: `node test/bench/postgres.bench.ts`.
 */
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { ClusterFolder, postgresPrograms } from "../../packages/server/test/postgres-cluster.ts";
import type { LoadMessage, LoadOrder } from "./append-load.ts";
import { startServerProcess } from "./server-process.ts";
import { type BenchRow, median, printTable, rounded } from "./table.ts";

/** Seconds in which another process sends what is ordered. */
function secondsOf(order: LoadOrder): Promise<number> {
  const child = fork(fileURLToPath(new URL("append-load.ts", import.meta.url)));
  return new Promise((resolve, reject) => {
    child.on("message", (message: LoadMessage) => {
      if (message.type !== "ended") return;
      child.kill();
      resolve(message.seconds);
    });
    child.on("error", reject);
    child.on(
      "exit",
      (code) => code !== null && code !== 0 && reject(new Error(`the load ended with ${code}`)),
    );
    child.send(order);
  });
}

/** Appends a second of all processes together. */
async function rateOf(addresses: readonly string[], requests: number): Promise<number> {
  const each = { connections: 32 / addresses.length, requests: requests / addresses.length };
  const seconds = await Promise.all(
    addresses.map((address) => secondsOf({ address, ...each, kind: "append" })),
  );
  return requests / Math.max(...seconds);
}

/** The rows of the table of measures that concern PostgreSQL; none where it is not installed. */
export async function benchPostgres({ requests = 3_200, rounds = 5 } = {}): Promise<BenchRow[]> {
  if (postgresPrograms === undefined) return [];
  const clusters = new ClusterFolder();
  try {
    const cluster = await clusters.start(clusters.make("data"));
    const servers = [await startServerProcess(cluster.url), await startServerProcess(cluster.url)];
    const addresses = servers.map(({ address }) => address);
    await rateOf(addresses, requests);
    const rates = { one: [] as number[], two: [] as number[] };
    for (let round = 0; round < rounds; round += 1) {
      rates.one.push(await rateOf(addresses.slice(0, 1), requests));
      rates.two.push(await rateOf(addresses, requests));
    }
    for (const server of servers) await server.end();
    await cluster.stop();
    const [one, two] = [median(rates.one), median(rates.two)];
    return [
      {
        name: "durable verified append on PostgreSQL, two processes against one",
        measured: Math.round(two),
        bound: Math.round(one),
        ratio: rounded(two / one),
        unit: "a second",
      },
    ];
  } finally {
    clusters.end();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) printTable(await benchPostgres());
