/** A server's clock that jumps: set wrongly and set right again. */
import { dayMs, hourMs, minuteMs } from "@goldseam/core";
import { limits } from "@goldseam/sync";
import { afterEach, expect, test } from "vitest";
import { TokenBuckets } from "../src/rate-limits.ts";
import { granted, TestClient } from "./test-client.ts";
import * as kit from "./test-kit.ts";
import { startTestServer, TestClock, type TestServer } from "./test-server.ts";

let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});
async function signedUp() {
  server = await startTestServer();
  return { server, ana: await TestClient.signedUp(server.address) };
}
const notSignedIn = { refused: { status: 401, error: { type: "NotSignedIn" } } };

test("[CK1] receipt times never fall, whatever the clock does, and follow it again once it has caught up", async () => {
  const { server: running, ana } = await signedUp();
  const { room } = await ana.newRoom();
  const times: number[] = [];
  for (const jump of [1_000, hourMs, -2 * hourMs, -dayMs, 3 * dayMs, -dayMs, 5 * dayMs]) {
    running.clock.pass(jump);
    granted(await ana.signIn());
    times.push(granted(await ana.append(room, kit.entry(room, ana.device)))[0]!.t);
  }
  expect(times).toEqual([...times].sort((one, other) => one - other));
  expect(times.at(-1)).toBe(running.clock.now);
  const { placed } = granted(await ana.pull(room));
  expect(placed.slice(1).map(({ t }) => t)).toEqual(times);
});

test("[CK2] a session that was made while the clock stood ahead lives no longer than a session may", async () => {
  const { server: running, ana } = await signedUp();
  running.clock.pass(365 * dayMs);
  granted(await ana.signIn());
  granted(await ana.ask("myRooms", {}));
  running.clock.pass(-365 * dayMs);
  expect(await ana.ask("myRooms", {})).toEqual(notSignedIn);
  granted(await ana.signIn());
  granted(await ana.ask("myRooms", {}));
});

test("[CK2] a session goes on over a clock that is set back or forward a little", async () => {
  const { server: running, ana } = await signedUp();
  for (const jump of [-30_000, 30_000, limits.sessionLifeMs - minuteMs]) {
    running.clock.pass(jump);
    granted(await ana.ask("myRooms", {}));
  }
});

test("[CK2] one that another process ended is not believed for longer because the clock was set back", async () => {
  const { server: running, ana } = await signedUp();
  running.clock.pass(minuteMs);
  granted(await ana.ask("myRooms", {}));
  const { session } = running.store;
  let asked = 0;
  running.store.session = (hash) => {
    asked += 1;
    return session(hash);
  };
  running.clock.pass(-minuteMs);
  granted(await ana.ask("myRooms", {}));
  expect(asked).toBe(1);
});

test("[CK3] a challenge from a clock that stood ahead opens nothing, and a fresh one does", async () => {
  const { server: running, ana } = await signedUp();
  running.clock.pass(hourMs);
  const proof = await ana.proof();
  running.clock.pass(-hourMs);
  expect(await ana.ask("sessions", { device: ana.device.id, ...proof })).toEqual({
    refused: { status: 403, error: { type: "NotSignedBy" } },
  });
  granted(await ana.signIn());
});

test("[CK4] who had to wait does not wait for a year because the clock had been a year ahead", () => {
  const clock = new TestClock();
  const buckets = new TokenBuckets({ atOnce: 1, perSecond: 1 }, { clock: clock.read, keysMax: 9 });
  clock.pass(365 * dayMs);
  expect(buckets.take("ana")).toBe(0);
  expect(buckets.take("ana")).toBe(1_000);
  clock.pass(-365 * dayMs);
  expect(buckets.take("ana")).toBe(1_000);
  clock.pass(1_000);
  expect(buckets.take("ana")).toBe(0);
});
