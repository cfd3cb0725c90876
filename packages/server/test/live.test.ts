import { EventEmitter } from "node:events";
import type { Bytes } from "@goldseam/core";
import { decodeError, encodeLiveUp, limits, paths } from "@goldseam/sync";
import { afterEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import { configFrom } from "../src/index.ts";
import { LiveHub } from "../src/live.ts";
import type { TokenBuckets } from "../src/rate-limits.ts";
import type { Session } from "../src/sessions.ts";
import { granted, TestClient, TestLine } from "./test-client.ts";
import * as kit from "./test-kit.ts";
import { startTestServer, type TestServer } from "./test-server.ts";

let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function followed() {
  server = await startTestServer();
  const ana = await TestClient.signedUp(server.address);
  const { room } = await ana.newRoom();
  const line = await ana.live();
  line.say({ type: "follow", room, after: 0 });
  const first = await line.nextItems();
  expect(first.placed.map(({ n }) => n)).toEqual([1]);
  return { server, ana, room, line };
}

test("[LV1] a follower gets what it lacks, then what is committed, with heads that the document computes", async () => {
  const { ana, room, line } = await followed();
  const items = [kit.entry(room, ana.device), kit.entry(room, ana.device)];
  granted(await ana.append(room, ...items));
  const message = await line.nextItems();
  expect(message.placed.map(({ item }) => item)).toEqual(items.map(({ bytes }) => bytes));
  const { n, head } = granted(await ana.pull(room));
  expect([message.n, message.head]).toEqual([n, head]);
  line.say({ type: "unfollow", room });
  line.say({ type: "follow", room, after: 3 });
  expect(await line.nextItems()).toMatchObject({ n: 3, head, placed: [] });
});

test("[LV1] each batch arrives with its commit, unasked and in order", async () => {
  const { ana, room, line } = await followed();
  for (let n = 2; n < 52; n += 1) {
    const [message, answer] = await Promise.all([
      line.nextItems(),
      ana.append(room, kit.entry(room, ana.device)),
    ]);
    expect([message.placed.map((placed) => placed.n), granted(answer)[0]!.n]).toEqual([[n], n]);
  }
});

test("[LV2] a slow follower gets everything in order and costs the server a page, not a queue", async () => {
  const { server: running, ana, room, line } = await followed();
  line.socket.pause();
  let waitingMost = 0;
  for (let batch = 0; batch < 20; batch += 1) {
    const items = Array.from({ length: 100 }, () => kit.entry(room, ana.device, { length: 4112 }));
    granted(await ana.append(room, ...items));
    waitingMost = Math.max(waitingMost, running.load().waitingBytes);
  }
  // 8.7 MB were appended: more than the kernel's buffers take, and far more than the server may hold.
  expect(waitingMost).toBeGreaterThan(0);
  expect(waitingMost).toBeLessThan(1_200_000);
  line.socket.resume();
  const numbers: number[] = [];
  while (numbers.length < 2_000) numbers.push(...(await line.nextItems()).placed.map(({ n }) => n));
  expect(numbers).toEqual(Array.from({ length: 2_000 }, (_, index) => index + 2));
  granted(await ana.append(room, kit.entry(room, ana.device)));
  expect((await line.nextItems()).placed.map(({ n }) => n)).toEqual([2_002]);
});

test("[LV3] a stranger's follow is refused like that of a room that does not exist", async () => {
  const { server: running, room } = await followed();
  const eve = await TestClient.signedUp(running.address);
  const line = await eve.live();
  for (const id of [room, kit.random(32)]) {
    line.say({ type: "follow", room: id, after: 0 });
    expect(await line.next()).toEqual({ type: "refused", room: id, reason: "room not found" });
  }
});

test("[LV3] words erased in the batch that brings them reach nobody", async () => {
  const { ana, room, line } = await followed();
  const item = kit.entry(room, ana.device);
  granted(await ana.append(room, item, kit.redaction(room, ana.device, [item.hash])));
  expect((await line.nextItems()).placed.map(({ erased }) => erased)).toEqual([true, false]);
});

test("a new room, a joined room and an answered invite are announced to those concerned", async () => {
  const { server: running, ana, room, line } = await followed();
  const ben = await TestClient.signedUp(running.address);
  const bensLine = await ben.live();
  await ben.newRoom("private");
  expect(await bensLine.next()).toEqual({ type: "account changed" });
  const invite = kit.random(16);
  granted(await ana.ask("makeInvite", { invite, room, lifeMs: 9, preview: kit.random(9) }));
  granted(
    await ben.ask("answerInvite", { invite, answer: kit.inviteAnswer(room, ben.person, kit.keyPair()) }),
  );
  expect(await line.next()).toEqual({ type: "account changed" });
});

test("a line needs a session and a right origin, and ends with the session", async () => {
  const { server: running, ana, line } = await followed();
  const attempt = (headers: Record<string, string>) =>
    new Promise<string>((resolve) => {
      const socket = new WebSocket(running.address.replace("http", "ws") + paths.live, { headers });
      socket.on("error", (error) => resolve(error.message));
      socket.on("open", () => resolve("open"));
    });
  expect(await attempt({ origin: ana.origin })).toContain("401");
  expect(await attempt({ cookie: ana.cookie })).toContain("403");
  expect(await attempt({ cookie: ana.cookie, origin: "https://elsewhere.example" })).toContain("403");
  granted(await ana.ask("endSession", {}));
  expect(await line.closed).toBe(4401);
});

test("what is not the document's closes the line and nothing else", async () => {
  const { ana, line, room } = await followed();
  const second = await ana.live();
  line.socket.send(new Uint8Array([9, 9, 9]));
  expect(await line.closed).toBe(1008);
  const third = await ana.live();
  third.socket.send("text");
  expect(await third.closed).toBe(1008);
  const fourth = await ana.live();
  fourth.socket.on("error", () => undefined);
  fourth.socket.send(new Uint8Array(limits.liveUpBytesMax + 1));
  expect(await fourth.closed).toBe(1009);
  second.say({ type: "follow", room, after: 0 });
  expect((await second.nextItems()).n).toBe(1);
});

test("closing the server closes lines, and a restarted one goes on from the cursor", async () => {
  const { server: running, ana, room, line } = await followed();
  const { store } = running;
  granted(await ana.append(room, kit.entry(room, ana.device)));
  await line.nextItems();
  await running.close();
  expect(await line.closed).toBe(1001);
  server = await startTestServer({}, { store });
  const again = new TestClient(server.address, ana.person, ana.device);
  granted(await again.signIn());
  const next = await again.live();
  next.say({ type: "follow", room, after: 2 });
  expect(await next.nextItems()).toMatchObject({ n: 2, placed: [] });
  granted(await again.append(room, kit.entry(room, again.device)));
  expect((await next.nextItems()).placed.map(({ n }) => n)).toEqual([3]);
  expect(next).toBeInstanceOf(TestLine);
});

const batchOf = (room: Bytes, ...items: readonly { readonly bytes: Bytes }[]) => ({
  room,
  items: items.map(({ bytes }) => bytes),
});

/** The next answer to an append, past whatever else arrives on the line. */
async function nextAnswer(line: TestLine) {
  for (;;) {
    const message = await line.next();
    if (message.type === "appended") return message;
    if (message.type === "not appended")
      return { ...message, error: (decodeError(message.error) as { value: unknown }).value };
  }
}

test("[LV4] a batch on the line is stored as over HTTP, handed on, and answered by the device's own number", async () => {
  const { ana, room, line } = await followed();
  const items = [kit.entry(room, ana.device), kit.entry(room, ana.device)];
  const batch = batchOf(room, ...items);
  line.say({ type: "append", ask: 0xffff_ffff, batch });
  expect((await line.nextItems()).placed.map(({ item }) => item)).toEqual(items.map(({ bytes }) => bytes));
  const { placed } = granted(await ana.pull(room));
  const places = placed.slice(1).map(({ n, t }) => ({ n, t }));
  expect(await nextAnswer(line)).toEqual({ type: "appended", ask: 0xffff_ffff, places });
  // Sent again, on the line and over HTTP, because an answer was lost.
  line.say({ type: "append", ask: 7, batch });
  expect(await nextAnswer(line)).toEqual({ type: "appended", ask: 7, places });
  expect(granted(await ana.append(room, ...items))).toEqual(places);
  expect(granted(await ana.pull(room)).n).toBe(3);
});

test("[LV4] batches on one line are judged in the order in which they came, and wait for no answer", async () => {
  const { ana, room, line } = await followed();
  line.say({ type: "unfollow", room });
  const all = Array.from({ length: 100 }, () => kit.entry(room, ana.device));
  all.forEach((item, ask) => {
    line.say({ type: "append", ask, batch: batchOf(room, item) });
  });
  for (const ask of all.keys())
    expect(await nextAnswer(line)).toMatchObject({ ask, places: [{ n: ask + 2 }] });
});

test("[LV4] what HTTP refuses, the line refuses with the same error, and stays open", async () => {
  const { ana, room, line, server: running } = await followed();
  const eve = await TestClient.signedUp(running.address);
  const evesLine = await eve.live();
  evesLine.say({ type: "append", ask: 1, batch: batchOf(room, kit.entry(room, eve.device)) });
  expect(await nextAnswer(evesLine)).toMatchObject({ ask: 1, error: { type: "RoomNotFound" } });
  const forged = kit.entry(room, ana.device);
  forged.bytes[forged.bytes.length - 1]! ^= 1;
  line.say({ type: "append", ask: 2, batch: batchOf(room, forged) });
  expect(await nextAnswer(line)).toMatchObject({ ask: 2, error: { type: "ItemRefused", index: 0 } });
  line.say({ type: "follow", room, after: 1 });
  expect((await line.nextItems()).n).toBe(1);
});

test("[LV4] the line has the same pace: what is over it is told when to come again", async () => {
  server = await startTestServer({ pace: { accountItems: { atOnce: 3, perSecond: 1 } } });
  const ana = await TestClient.signedUp(server.address);
  const { room } = await ana.newRoom();
  const line = await ana.live();
  const items = Array.from({ length: 3 }, () => kit.entry(room, ana.device));
  line.say({ type: "append", ask: 1, batch: batchOf(room, ...items) });
  expect(await nextAnswer(line)).toMatchObject({ ask: 1, error: { type: "TooMany", retryAfterMs: 1_000 } });
  server.clock.pass(1_000);
  line.say({ type: "append", ask: 2, batch: batchOf(room, ...items) });
  expect(await nextAnswer(line)).toMatchObject({ ask: 2, places: [{ n: 2 }, { n: 3 }, { n: 4 }] });
});

test("[LV4] a session that ran out appends nothing, though its line is still open", async () => {
  const { server: running, ana, room, line } = await followed();
  running.clock.pass(limits.sessionLifeMs + 1);
  line.say({ type: "append", ask: 1, batch: batchOf(room, kit.entry(room, ana.device)) });
  expect(await nextAnswer(line)).toMatchObject({ ask: 1, error: { type: "NotSignedIn" } });
});

test("[LV5] who asks without end and reads no answer is not read from once answers wait", async () => {
  const unread: (() => void)[] = [];
  const socket = Object.assign(new EventEmitter(), {
    bufferedAmount: 0,
    isPaused: false,
    pause: () => Object.assign(socket, { isPaused: true }),
    resume: () => Object.assign(socket, { isPaused: false }),
    send: (_answer: Bytes, left?: () => void) => left && unread.push(left),
    close: () => undefined,
  });
  const hub = new LiveHub({
    store: undefined as never, // nothing is followed
    config: configFrom({}).live,
    requests: { take: () => 0 } as unknown as TokenBuckets,
    clock: () => 0,
    append: async () => ({ ok: false, error: { type: "Full" } }),
    onAnswered: () => undefined,
    onBroken: (name) => expect.fail(name),
  });
  hub.open(socket as unknown as WebSocket, { memberId: "ana", expires: 1 } as unknown as Session);
  const batch = batchOf(kit.random(32), { bytes: kit.random(300) });
  const ask = async (times: number): Promise<void> => {
    for (let index = 0; index < times; index += 1)
      socket.emit("message", Buffer.from(encodeLiveUp({ type: "append", ask: index, batch })), true);
    await new Promise((resolve) => setImmediate(resolve));
  };
  await ask(100);
  expect([socket.isPaused, unread.length]).toEqual([false, 0]);
  // From now on the answers do not leave this process.
  socket.bufferedAmount = 1_000_000;
  await ask(31);
  expect(socket.isPaused).toBe(false);
  await ask(1);
  expect([socket.isPaused, unread.length]).toEqual([true, 32]);
  unread[0]!();
  await new Promise((resolve) => setImmediate(resolve));
  expect(socket.isPaused).toBe(false);
  hub.close();
});
