/**
 * The load of append.bench.ts, in a process of its own so that it does not count against the server's core.
 *
 * Speaks HTTP, or the live line's frames, on bare sockets: one request in flight on each connection, each sent when the
 * one before is answered. Items are made and signed, and frames masked, before the clock starts.
 */
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { encodeAppend, encodeLiveUp, paths } from "@goldseam/sync";
import { granted, TestClient } from "../../packages/server/test/test-client.ts";
import * as kit from "../../packages/server/test/test-kit.ts";

export type LoadOrder = {
  readonly address: string;
  readonly connections: number;
  readonly requests: number;
  /**
   * "line" sends signed items to the server on live lines, as the app does; "append" sends them over HTTP; "bare" sends the
   * same bytes to any handler.
   */
  readonly kind: "line" | "append" | "bare";
};
export type LoadMessage = { readonly type: "begins" } | { readonly type: "ended"; readonly seconds: number };

/** What one connection sends: first what opens it, if anything does. */
type Said = { readonly opening?: Buffer; readonly requests: readonly Buffer[] };

/** A binary frame of a client, masked as a browser does it. */
function frameOf(payload: Uint8Array): Buffer {
  const mask = kit.random(4);
  const head = Buffer.alloc(8);
  head.set([0x82, 0x80 | 126]);
  head.writeUInt16BE(payload.length, 2);
  head.set(mask, 4);
  return Buffer.concat([head, payload.map((byte, index) => byte ^ mask[index % 4]!)]);
}

async function requestsOf({ address, requests, kind }: LoadOrder): Promise<Said> {
  const { host } = new URL(address);
  const frame = (body: Uint8Array, cookie: string) =>
    Buffer.concat([
      Buffer.from(
        `POST /api/append HTTP/1.1\r\nhost: ${host}\r\norigin: ${address}\r\ncookie: ${cookie}\r\n` +
          `content-type: application/octet-stream\r\ncontent-length: ${body.length}\r\n\r\n`,
      ),
      body,
    ]);
  if (kind === "bare") {
    const request = frame(encodeAppend({ room: kit.random(32), items: [kit.random(769)] }), "x".repeat(58));
    return { requests: Array.from({ length: requests }, () => request) };
  }
  const client = await TestClient.signedUp(address);
  const { room } = await client.newRoom();
  const answer = granted(await client.pull(room));
  const seen = { n: answer.n, head: answer.head };
  const batches = Array.from({ length: requests }, () => ({
    room,
    items: [kit.entry(room, client.device, { seen }).bytes],
  }));
  if (kind === "append")
    return { requests: batches.map((batch) => frame(encodeAppend(batch), client.cookie)) };
  const opening = Buffer.from(
    `GET ${paths.live} HTTP/1.1\r\nhost: ${host}\r\norigin: ${address}\r\ncookie: ${client.cookie}\r\n` +
      "connection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\n" +
      `sec-websocket-key: ${Buffer.from(kit.random(16)).toString("base64")}\r\n\r\n`,
  );
  return {
    opening,
    requests: batches.map((batch, ask) => frameOf(encodeLiveUp({ type: "append", ask, batch }))),
  };
}

/** Whether `arrived` is one whole answer, and one that grants; throws for any other. */
function isGranted(arrived: string, isFrame: boolean): boolean {
  if (isFrame) {
    if (arrived.length < 2 || arrived.length < 2 + arrived.charCodeAt(1)) return false;
    if (arrived.charCodeAt(2) !== 4) throw new Error(arrived);
    return true;
  }
  const end = arrived.indexOf("\r\n\r\n");
  if (end < 0) return false;
  const length = Number(/content-length: (\d+)/i.exec(arrived)?.[1]);
  if (arrived.length < end + 4 + length) return false;
  if (!arrived.startsWith("HTTP/1.1 200")) throw new Error(arrived);
  return true;
}

/** Sends one connection's requests, each after the answer to the one before. */
function run(socket: Socket, { requests, opening }: Said): Promise<void> {
  return new Promise((resolve, reject) => {
    let sent = 1;
    let arrived = "";
    socket.on("data", (data: Buffer) => {
      arrived += data.toString("latin1");
      try {
        if (!isGranted(arrived, opening !== undefined)) return;
      } catch (error) {
        return reject(error);
      }
      arrived = "";
      if (sent === requests.length) return resolve();
      socket.write(requests[sent]!);
      sent += 1;
    });
    socket.on("error", reject);
    socket.write(requests[0]!);
  });
}

/** Opens a connection, and a line on it where there is something to open it with. */
async function opened(port: number, host: string, { opening }: Said): Promise<Socket> {
  const socket = connect({ host, port, noDelay: true });
  await once(socket, "connect");
  if (opening === undefined) return socket;
  socket.write(opening);
  const [answer] = await once(socket, "data");
  if (!String(answer).startsWith("HTTP/1.1 101")) throw new Error(String(answer));
  return socket;
}

process.on("message", async (order: LoadOrder) => {
  const each = Math.floor(order.requests / order.connections);
  const { hostname, port } = new URL(order.address);
  const lines = await Promise.all(
    Array.from({ length: order.connections }, async () => {
      const said = await requestsOf({ ...order, requests: each });
      return { said, socket: await opened(Number(port), hostname, said) };
    }),
  );
  const say = (message: LoadMessage) => process.send!(message);
  say({ type: "begins" });
  const start = performance.now();
  await Promise.all(lines.map(({ socket, said }) => run(socket, said)));
  const seconds = (performance.now() - start) / 1_000;
  for (const { socket } of lines) socket.destroy();
  say({ type: "ended", seconds });
});
