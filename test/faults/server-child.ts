/** A server in a process of its own, so that it can be killed: `FILE [PORT]`. Says its address, and runs until it is. */
import type { Instant } from "@goldseam/core";
import { configFrom, openSqliteStore, startServer } from "@goldseam/server";
import { realRandom, widePace } from "../../packages/server/test/test-server.ts";

const server = await startServer(
  configFrom({ listen: { port: Number(process.argv[3] ?? 0) }, pace: widePace }),
  {
    store: openSqliteStore({ file: process.argv[2]! }),
    clock: () => Date.now() as Instant,
    random: realRandom,
  },
);
process.send!(server.address);
