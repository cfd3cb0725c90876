/**
 * From sending an add to its arrival at a second connected client, while 200 rooms are active: each adds once a second.
 *
 * The server runs as `goldseam serve` does, in a process of its own, over loopback; so do the clients
 * (`delivery-load.ts`). What the machine, its disk and these clients take by themselves is measured beside it, with the
 * same clients before a server that does the least (`delivery-bare.ts`): the last two rows say what is above that. Rounds
 * alternate, and the best of each counts.
 *
 * Run: `node test/bench/delivery.bench.ts`.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Delivered, DeliveryOrder } from "./delivery-load.ts";
import { startServerProcess } from "./server-process.ts";
import { type BenchRow, percentile, printTable, rounded } from "./table.ts";

type Percentiles = { readonly half: number; readonly slowest: number };

const started = (program: string, ...args: string[]): ChildProcess =>
  fork(join(import.meta.dirname, program), args, { execArgv: ["--disable-warning=ExperimentalWarning"] });

/** The first seconds warm the code of both processes, and are left out. */
const warmSeconds = 3;

async function deliver(order: DeliveryOrder): Promise<Percentiles> {
  const clients = started("delivery-load.ts");
  clients.send(order);
  const [times] = (await once(clients, "message")) as [Delivered];
  clients.kill();
  const settled = times.slice(order.rooms * warmSeconds);
  return { half: percentile(settled, 0.5), slowest: percentile(settled, 0.99) };
}

/** The rows of the table of measures that concern handing on. */
export async function benchDelivery({ rooms = 200, seconds = 12, rounds = 3 } = {}): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), "goldseam-bench-"));
  const ours: Percentiles[] = [];
  const bare: Percentiles[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      const server = await startServerProcess(join(folder, `store-${round}.sqlite`));
      ours.push(await deliver({ address: server.address, rooms, seconds, kind: "relay" }));
      await server.end();
      const least = started("delivery-bare.ts", join(folder, `bare-${round}.sqlite`));
      const [address] = (await once(least, "message")) as [string];
      bare.push(await deliver({ address, rooms, seconds, kind: "bare" }));
      least.kill();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  const best = (all: readonly Percentiles[], which: keyof Percentiles) =>
    Math.min(...all.map((one) => one[which]));
  const rowFor = (name: string, which: keyof Percentiles, bound: number): BenchRow => ({
    name,
    measured: rounded(best(ours, which), 2),
    bound: rounded(bound, 2),
    ratio: rounded(best(ours, which) / bound),
    unit: "ms",
  });
  const add = `add at a second client while ${rooms} rooms are active`;
  const toReach = { atMost: 1 };
  return [
    { ...rowFor(`${add}, 50 of 100`, "half", 2), toReach },
    { ...rowFor(`${add}, 99 of 100`, "slowest", 5), toReach },
    rowFor("the same, 50 of 100, against a server that does the least", "half", best(bare, "half")),
    rowFor("the same, 99 of 100, against a server that does the least", "slowest", best(bare, "slowest")),
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) printTable(await benchDelivery());
