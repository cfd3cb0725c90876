/**
 * A server as `goldseam serve` runs it, in a process of its own, on SQLite (`FILE [PORT]`) or PostgreSQL (its address).
 *
 * Says its address; answers "memory" with what it uses after a collection of garbage, and "held" with what is left of that
 * once V8 has given back what it keeps empty for later.
 */
import type { Instant } from "@goldseam/core";
import {
  checkerOnThreadPool,
  configFrom,
  openPostgresStore,
  openSqliteStore,
  startServer,
} from "@goldseam/server";
import { realRandom, widePace } from "../../packages/server/test/test-server.ts";

/** Bytes of memory of the server's process. */
export type Memory = { readonly resident: number; readonly heap: number };

const place = process.argv[2]!;
const store = place.startsWith("postgres")
  ? await openPostgresStore({ url: place })
  : openSqliteStore({ file: place });
const server = await startServer(
  configFrom({ listen: { port: Number(process.argv[3] ?? 0) }, pace: widePace }),
  {
    store,
    checker: checkerOnThreadPool(),
    clock: () => Date.now() as Instant,
    random: realRandom,
  },
);
process.on("message", (asked) => {
  globalThis.gc!({ type: "major", execution: "sync", flavor: asked === "held" ? "last-resort" : "regular" });
  const { rss, heapUsed } = process.memoryUsage();
  process.send!({ resident: rss, heap: heapUsed } satisfies Memory);
});
process.send!(server.address);
