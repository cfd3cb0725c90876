import { randomBytes } from "node:crypto";
import type { Bytes, EventId } from "@goldseam/core";
import {
  decodeLiveUp,
  encodeError,
  encodeLiveDown,
  type LiveDown,
  type LiveUp,
  limits,
  paths,
} from "@goldseam/sync";
import { expect, test } from "vitest";
import { startTestServer } from "../../server/test/test-server.ts";
import { httpTransport, type LiveListener } from "../src/index.ts";
import { must, pairedDevices, roomOf } from "./couple.ts";
import { until } from "./device.ts";

const room = new Uint8Array(32).fill(7);
const item = (length = 300): Bytes => new Uint8Array(randomBytes(length));
const place = { n: 2, t: 1_800_000_000_000 };
const unreachable = { ok: false, error: { type: "Unreachable" } };

/** A transport whose network the test plays: what goes up is kept, what comes down is said by the test. */
function played() {
  const sockets: (WebSocket & { readyState: number })[] = [];
  const up: LiveUp[] = [];
  const posted: string[] = [];
  const events: string[] = [];
  const timers = new Set<{ readonly act: () => void; readonly ms: number }>();
  const openSocket = (): WebSocket => {
    const socket = {
      OPEN: 1,
      readyState: 0,
      send: (bytes: Bytes) => {
        const decoded = decodeLiveUp(bytes);
        if (!decoded.ok) throw new Error(decoded.error.at);
        if (decoded.value.type === "append") up.push(decoded.value);
      },
      close: () => {
        socket.readyState = 3;
        events.push("socket closed");
      },
    } as unknown as WebSocket & { readyState: number };
    sockets.push(socket);
    return socket;
  };
  const transport = httpTransport({
    origin: "https://notes.example",
    fetch: async (address) => {
      posted.push(new URL(address).pathname);
      return new Response(JSON.stringify({ items: [place] }));
    },
    openSocket,
    timer: (act, ms) => {
      const timer = { act, ms };
      timers.add(timer);
      return () => timers.delete(timer);
    },
  });
  const listener: LiveListener = {
    opened: () => undefined,
    delivered: () => undefined,
    refused: () => undefined,
    accountChanged: () => undefined,
    closed: () => events.push("line closed"),
  };
  const connect = (followed = room): void => {
    const line = transport.live(listener);
    sockets.at(-1)!.readyState = 1;
    line.follow(followed, 0);
  };
  const breakLine = (): void => sockets.at(-1)!.onclose!({} as CloseEvent);
  const say = (message: LiveDown): void => {
    const { buffer } = encodeLiveDown(message).slice();
    sockets.at(-1)!.onmessage!({ data: buffer } as MessageEvent);
  };
  return { transport, connect, breakLine, say, up, posted, events, timers };
}

test("[LN1] a short batch goes on the line once it is open, a long one and an early one over HTTP", async () => {
  const { transport, connect, say, up, posted } = played();
  expect(await transport.append(room, [item()])).toEqual({ ok: true, value: { items: [place] } });
  connect();
  const long = [item(limits.liveUpBytesMax)];
  expect(await transport.append(room, long)).toMatchObject({ ok: true });
  expect([posted, up]).toEqual([[paths.append, paths.append], []]);
  const items = [item()];
  const answered = transport.append(room, items);
  expect(up).toEqual([{ type: "append", ask: 0, batch: { room, items } }]);
  say({ type: "appended", ask: 0, places: [place] });
  expect(await answered).toEqual({ ok: true, value: { items: [place] } });
  expect(posted).toHaveLength(2);
});

test("[LN1] answers find their batch by its number, in whatever order they come", async () => {
  const { transport, connect, say, timers } = played();
  connect();
  const first = transport.append(room, [item()]);
  const second = transport.append(room, [item()]);
  say({ type: "not appended", ask: 1, error: encodeError({ type: "Full" }) });
  say({ type: "appended", ask: 7, places: [place] });
  say({ type: "appended", ask: 0, places: [place] });
  say({ type: "appended", ask: 0, places: [place, place] });
  expect(await first).toMatchObject({ ok: true });
  expect(await second).toEqual({ ok: false, error: { type: "Full" } });
  expect(timers.size).toBe(0);
});

test("[LN2] a line that answers nothing for twenty seconds is closed, and nothing counts as sent", async () => {
  const { transport, connect, events, timers, posted } = played();
  connect();
  const answered = [transport.append(room, [item()]), transport.append(room, [item()])];
  expect([...timers].map(({ ms }) => ms)).toEqual([20_000, 20_000]);
  [...timers][0]!.act();
  expect(await Promise.all(answered)).toEqual([unreachable, unreachable]);
  expect(events).toEqual(["line closed", "socket closed"]);
  expect(timers.size).toBe(0);
  expect(await transport.append(room, [item()])).toMatchObject({ ok: true });
  expect(posted).toEqual([paths.append]);
});

test("[LN2] a line that breaks leaves what it was asked unanswered", async () => {
  const { transport, connect, breakLine, events } = played();
  connect();
  const answered = transport.append(room, [item()]);
  breakLine();
  expect(await answered).toEqual(unreachable);
  expect(events).toEqual(["line closed"]);
});

test("[LN2] what a line broke on goes over HTTP, and once that is taken the line is trusted again", async () => {
  const { transport, connect, breakLine, say, up, posted } = played();
  connect();
  const broken = transport.append(room, [item()]);
  breakLine();
  expect(await broken).toEqual(unreachable);
  connect();
  expect(await transport.append(room, [item()])).toMatchObject({ ok: true });
  expect([posted, up.length]).toEqual([[paths.append], 1]);
  const again = transport.append(room, [item()]);
  say({ type: "appended", ask: 0, places: [place] });
  expect(await again).toMatchObject({ ok: true });
  expect([posted.length, up.length]).toEqual([1, 2]);
  // A line that ends with nothing unanswered says nothing against lines.
  breakLine();
  connect();
  void transport.append(room, [item()]);
  expect([posted.length, up.length]).toEqual([1, 3]);
});

test("[LN4] a room goes on the line that follows it alone, and another line's end is not felt in it", async () => {
  const { transport, connect, breakLine, up, posted } = played();
  connect();
  const other = new Uint8Array(32).fill(9);
  connect(other);
  void transport.append(other, [item()]);
  breakLine();
  void transport.append(room, [item()]);
  expect(up.map((one) => one.type === "append" && one.batch.room)).toEqual([other, room]);
  expect(posted).toEqual([]);
  // What nobody follows yet, and what its line broke on.
  await transport.append(new Uint8Array(32).fill(5), [item()]);
  await transport.append(other, [item()]);
  expect(posted).toEqual([paths.append, paths.append]);
});

test("[LN3] an answer with another number of places, or with an error that is none here, is no answer", async () => {
  const { transport, connect, say } = played();
  connect();
  const answers = [transport.append(room, [item()]), transport.append(room, [item()])];
  say({ type: "appended", ask: 0, places: [place, place] });
  say({ type: "not appended", ask: 1, error: new TextEncoder().encode('{"type":"New"}') });
  expect(await Promise.all(answers)).toEqual([unreachable, unreachable]);
});

test("[LN1] what a connected device writes goes on its line alone, and is there once", async () => {
  const server = await startTestServer();
  const { ana, ben } = await pairedDevices({ address: server.address, clock: server.clock.read });
  const isCalm = () => roomOf(ana.client)!.waiting.length === 0;
  await until(ana.client, () => ana.client.state.isOnline && isCalm());
  ana.network.posted.length = 0;
  for (const text of ["one", "two"]) {
    const { id, at } = ana.client.stamp();
    const event = { v: 1, type: "note.written", id: id as EventId, at, data: { text } };
    await must(ana.client.write(roomOf(ana.client)!, [event]));
  }
  await until(ana.client, isCalm);
  const texts = () => roomOf(ben.client)!.events.map(({ event }) => (event.data as { text?: string }).text);
  await until(ben.client, () => texts().includes("two"));
  expect(texts().filter((text) => text === "one" || text === "two")).toEqual(["one", "two"]);
  expect(ana.network.posted).not.toContain(paths.append);
  await Promise.all([ana.client.close(), ben.client.close()]);
  await server.close();
});
