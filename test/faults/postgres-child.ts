/** A server on PostgreSQL in a process of its own, so that it can be killed. Says its address, and runs until it is. */
import type { Instant } from "@goldseam/core";
import { configFrom, openPostgresStore, startServer } from "@goldseam/server";
import { realRandom, widePace } from "../../packages/server/test/test-server.ts";

const server = await startServer(configFrom({ listen: { port: 0 }, pace: widePace }), {
  store: await openPostgresStore({ url: process.env.GOLDSEAM_DATABASE! }),
  clock: () => Date.now() as Instant,
  random: realRandom,
});
process.send!(server.address);
