/** Connections that hold, drip and flood. Nothing waits by a clock of the test: each ends when the server ends it. */
import { connect, type Socket } from "node:net";
import { encodeAppend, limits, paths } from "@goldseam/sync";
import { afterEach, expect, test } from "vitest";
import type { WebSocket } from "ws";
import type { ConfigChoices } from "../src/index.ts";
import { granted, TestClient } from "./test-client.ts";
import * as kit from "./test-kit.ts";
import { startTestServer, type TestServer } from "./test-server.ts";

let running: TestServer[] = [];
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await Promise.all(running.map((server) => server.close()));
  running = [];
});
async function serve(choices: ConfigChoices = {}): Promise<TestServer> {
  const server = await startTestServer(choices);
  running.push(server);
  return server;
}
/** Limits short enough to be reached in a test. */
const impatient: ConfigChoices = { time: { headMs: 300, requestMs: 600, lookMs: 50 } };

type Held = { readonly socket: Socket; readonly said: () => string; readonly ended: Promise<void> };

/** A bare connection that keeps its own half open until it is told otherwise. */
function hold({ address }: TestServer, first = ""): Promise<Held> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
    sockets.push(socket);
    let said = "";
    socket.setEncoding("latin1");
    socket.on("data", (part) => {
      said += part;
    });
    const ended = new Promise<void>((end) => socket.once("end", end).once("close", () => end()));
    socket.once("error", reject);
    socket.once("connect", () => {
      socket.removeListener("error", reject);
      socket.on("error", () => undefined);
      if (first !== "") socket.write(first);
      resolve({ socket, said: () => said, ended });
    });
  });
}

const headOf = (server: TestServer, path: string, more = ""): string =>
  `POST ${path} HTTP/1.1\r\nhost: ${new URL(server.address).host}\r\norigin: ${server.address}\r\n${more}`;

/** What everyone else does meanwhile: the whole way of somebody new. */
async function othersWork({ address }: TestServer): Promise<void> {
  const ana = await TestClient.signedUp(address);
  const { room } = await ana.newRoom();
  const line = await ana.live();
  line.say({ type: "follow", room, after: 0 });
  await line.nextItems();
  granted(await ana.append(room, kit.entry(room, ana.device)));
  expect((await line.nextItems()).n).toBe(2);
  line.socket.close();
}

test("[FL1] a head that never ends is cut off", async () => {
  const server = await serve(impatient);
  const dripping = await hold(server, headOf(server, paths.append));
  const drip = setInterval(() => dripping.socket.write("x-more: 1\r\n"), 20);
  await othersWork(server);
  await dripping.ended;
  clearInterval(drip);
  expect(dripping.said()).toMatch(/^(HTTP\/1\.1 408 |$)/);
});

test("[FL1] a body that never ends is cut off, with and without a length", async () => {
  const server = await serve(impatient);
  const ana = await TestClient.signedUp(server.address);
  const signedIn = `cookie: ${ana.cookie}\r\ncontent-type: application/octet-stream\r\n`;
  const long = await hold(server, headOf(server, paths.append, `${signedIn}content-length: 1000000\r\n\r\n`));
  const chunked = await hold(
    server,
    headOf(server, paths.append, `${signedIn}transfer-encoding: chunked\r\n\r\n`),
  );
  const drip = setInterval(() => {
    long.socket.write("x");
    chunked.socket.write("1\r\nx\r\n");
  }, 20);
  await othersWork(server);
  await Promise.all([long.ended, chunked.ended]);
  clearInterval(drip);
});

test("[FL1] a body is refused before it is read: by its length, by who sends it, and once it is too long", async () => {
  const server = await serve();
  const ana = await TestClient.signedUp(server.address);
  const bytes = "content-type: application/octet-stream\r\n";
  const huge = `${bytes}content-length: ${2 ** 40}\r\n\r\n`;
  const byLength = await hold(server, headOf(server, paths.append, `cookie: ${ana.cookie}\r\n${huge}`));
  await byLength.ended;
  expect(byLength.said()).toContain('{"error":{"type":"TooLarge"}}');
  const unknown = await hold(server, headOf(server, paths.append, huge));
  const answered = new Promise<void>((resolve) => unknown.socket.once("data", () => resolve()));
  await answered;
  expect(unknown.said()).toContain('{"error":{"type":"NotSignedIn"}}');
  const endless = await hold(
    server,
    headOf(server, paths.append, `cookie: ${ana.cookie}\r\n${bytes}transfer-encoding: chunked\r\n\r\n`),
  );
  const chunk = `${(65_536).toString(16)}\r\n${"x".repeat(65_536)}\r\n`;
  const feed = (): void => {
    while (!endless.socket.destroyed && endless.socket.write(chunk));
  };
  endless.socket.on("drain", feed);
  feed();
  await endless.ended;
  expect(endless.said()).toContain('{"error":{"type":"TooLarge"}}');
});

test("[FL2] two thousand connections that say nothing keep nobody else from working, and are closed", async () => {
  const server = await serve({ time: { headMs: 2_000, requestMs: 2_500, lookMs: 100 } });
  const held: Held[] = [];
  while (held.length < 2_000) {
    held.push(...(await Promise.all(Array.from({ length: 100 }, () => hold(server)))));
  }
  await othersWork(server);
  await Promise.all(held.map(({ ended }) => ended));
  await othersWork(server);
}, 120_000);

test("[FL2] an upgrade that is refused is gone, though the other side keeps its half open", async () => {
  const server = await serve();
  const request =
    `GET ${paths.live} HTTP/1.1\r\nhost: ${new URL(server.address).host}\r\norigin: ${server.address}\r\n` +
    "connection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n";
  const held = await hold(server, request);
  await held.ended;
  expect(held.said()).toContain('{"error":{"type":"NotSignedIn"}}');
  // What is said to a socket that is gone comes back as a reset.
  const closed = new Promise((resolve) => held.socket.once("close", resolve));
  const poke = setInterval(() => held.socket.write("more"), 5);
  await closed;
  clearInterval(poke);
});

test("[FL3] a hundred of the largest items go in one append, one more of either does not", async () => {
  const server = await serve();
  const ana = await TestClient.signedUp(server.address);
  const { room } = await ana.newRoom();
  const many = Array.from({ length: limits.appendItemsMax + 1 }, () => kit.entry(room, ana.device).bytes);
  const tooMany = await ana.send(paths.append, encodeAppend({ room, items: many }));
  expect([tooMany.status, await tooMany.text()]).toEqual([
    400,
    '{"error":{"type":"Malformed","at":"frames"}}',
  ]);
  const most = await ana.send(
    paths.append,
    encodeAppend({ room, items: many.slice(0, limits.appendItemsMax) }),
  );
  expect(most.status).toBe(200);
  const tooLarge = await ana.send(paths.append, kit.random(limits.appendBytesMax + 1));
  expect(tooLarge.status).toBe(413);
});

test("[FL4] frames on the line that are huge, in parts, of text or of no kind close it, and that line alone", async () => {
  const server = await serve();
  const ana = await TestClient.signedUp(server.address);
  const { room } = await ana.newRoom();
  const other = await ana.live();
  const masked = (first: number, length: readonly number[], body = 0): Buffer =>
    Buffer.from([first, ...length, 0, 0, 0, 0, ...new Array(body).fill(0)]);
  const frames: Record<string, Buffer> = {
    "a length of 2^63": masked(0x82, [0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]),
    "a length of 4 GiB": masked(0x82, [0xff, 0, 0, 0, 1, 0, 0, 0, 0]),
    "65 bytes": masked(0x82, [0x80 | 65], 65),
    "the beginning of a message in parts, twice": Buffer.concat([
      masked(0x02, [0x80 | 1], 1),
      masked(0x00, [0x80 | 1], 1),
    ]),
    text: masked(0x81, [0x80 | 1], 1),
    "a kind that is none": masked(0x83, [0x80 | 1], 1),
    "bits that are kept for later": masked(0xf2, [0x80 | 1], 1),
    "no mask": Buffer.from([0x82, 0x01, 0x00]),
    "a ping longer than pings are": masked(0x89, [0xfe, 0, 126], 126),
    "bytes that are no frames": kit.random(64) as never,
  };
  for (const [name, bytes] of Object.entries(frames)) {
    const line = await ana.live();
    raw(line.socket).write(bytes);
    expect([name, await line.closed]).toEqual([name, expect.any(Number)]);
  }
  other.say({ type: "follow", room, after: 0 });
  expect((await other.nextItems()).n).toBe(1);
  await othersWork(server);
});

test("[FL4] pings are not answered: no pong waits for one that does not read", async () => {
  const server = await serve();
  const ana = await TestClient.signedUp(server.address);
  const line = await ana.live();
  let pongs = 0;
  line.socket.on("pong", () => {
    pongs += 1;
  });
  for (let count = 0; count < 10_000; count += 1) line.socket.ping(Buffer.alloc(125));
  const { room } = await ana.newRoom();
  line.say({ type: "follow", room, after: 0 });
  while ((await line.next()).type !== "items");
  expect(pongs).toBe(0);
  expect(server.load().waitingBytes).toBe(0);
});

/** The bare socket below a line. */
const raw = (socket: WebSocket): Socket => (socket as unknown as { _socket: Socket })._socket;
