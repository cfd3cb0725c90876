/**
 * Every bench, one table, and the same as JSON in results.json beside this file.
 *
 * Ratios alone are worth comparing: both sides of each were measured in the same run, on whatever machine and
 * beside whatever else it did. Nothing here fails a build. What each compares with stands at its head.
 *
 * Run: `npm run bench`, or `node test/bench/run.ts <part of a bench's name>` for some of them.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import path from "node:path";
import { benchAppend } from "./append.bench.ts";
import { benchClientSize } from "./client-size.bench.ts";
import { benchColdOpen } from "./cold-open.bench.ts";
import { benchDelivery } from "./delivery.bench.ts";
import { benchFirstLoad } from "./first-load.bench.ts";
import { benchMemory } from "./memory.bench.ts";
import { benchPostgres } from "./postgres.bench.ts";
import { benchRoomGrowth } from "./room-growth.bench.ts";
import { benchSealing } from "./sealing.bench.ts";
import { type BenchRow, isReached, printTable } from "./table.ts";

const benches: Readonly<Record<string, () => Promise<BenchRow[]>>> = {
  append: benchAppend,
  "room-growth": benchRoomGrowth,
  "cold-open": benchColdOpen,
  "first-load": benchFirstLoad,
  "client-size": benchClientSize,
  sealing: benchSealing,
  delivery: benchDelivery,
  memory: benchMemory,
  postgres: benchPostgres,
};

/** A row as results.json holds it. */
type Result = BenchRow & {
  readonly bench: string;
  readonly reached?: boolean | undefined;
  readonly measuredAt: string;
};

const file = path.join(import.meta.dirname, "results.json");
const [part = ""] = process.argv.slice(2);
const results: Result[] = [];
for (const [bench, measure] of Object.entries(benches)) {
  if (!bench.includes(part)) continue;
  console.log(`${bench} …`);
  const measuredAt = new Date().toISOString();
  for (const row of await measure()) results.push({ bench, ...row, reached: isReached(row), measuredAt });
}
printTable(results);

// Benches that were not asked for keep the results that they had.
const before: readonly Result[] = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).rows : [];
const rows = Object.keys(benches).flatMap((bench) => {
  const fresh = results.filter((row) => row.bench === bench);
  return fresh.length > 0 ? fresh : before.filter((row) => row.bench === bench);
});
const machine = { node: process.version, processor: cpus()[0]?.model, cores: availableParallelism() };
writeFileSync(file, `${JSON.stringify({ ...machine, rows }, undefined, 2)}\n`);
