/**
 * The load of append.bench.ts, in a process of its own so that it does not count against the server's core.
 *
 * Speaks HTTP on bare sockets: one request in flight on each connection, each sent when the one before is
 * answered. Items are made and signed before the clock starts.
 */
import { connect, type Socket } from "node:net";
import { encodeAppend } from "@goldseam/sync";
import { granted, TestClient } from "../../packages/server/test/test-client.ts";
import * as kit from "../../packages/server/test/test-kit.ts";

export type LoadOrder = {
  readonly address: string;
  readonly connections: number;
  readonly requests: number;
  /** "append" sends signed items to the server; "bare" sends the same bytes to any handler. */
  readonly kind: "append" | "bare";
};
export type LoadMessage = { readonly type: "begins" } | { readonly type: "ended"; readonly seconds: number };

async function requestsOf({ address, requests, kind }: LoadOrder): Promise<Buffer[]> {
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
    return Array.from({ length: requests }, () => request);
  }
  const client = await TestClient.signedUp(address);
  const { room } = await client.newRoom();
  const answer = granted(await client.pull(room));
  const seen = { n: answer.n, head: answer.head };
  return Array.from({ length: requests }, () => {
    const { bytes } = kit.entry(room, client.device, { seen });
    return frame(encodeAppend({ room, items: [bytes] }), client.cookie);
  });
}

/** Sends one connection's requests, each after the answer to the one before. */
function run(socket: Socket, requests: readonly Buffer[]): Promise<void> {
  return new Promise((resolve, reject) => {
    let sent = 1;
    let arrived = "";
    socket.on("data", (data: Buffer) => {
      arrived += data.toString("latin1");
      const end = arrived.indexOf("\r\n\r\n");
      if (end < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(arrived)?.[1]);
      if (arrived.length < end + 4 + length) return;
      if (!arrived.startsWith("HTTP/1.1 200")) return reject(new Error(arrived));
      arrived = "";
      if (sent === requests.length) return resolve();
      socket.write(requests[sent]!);
      sent += 1;
    });
    socket.on("error", reject);
    socket.write(requests[0]!);
  });
}

process.on("message", async (order: LoadOrder) => {
  const each = Math.floor(order.requests / order.connections);
  const { hostname, port } = new URL(order.address);
  const lines = await Promise.all(
    Array.from({ length: order.connections }, async () => {
      const requests = await requestsOf({ ...order, requests: each });
      const socket = connect({ host: hostname, port: Number(port), noDelay: true });
      await new Promise((resolve) => socket.on("connect", resolve));
      return { socket, requests };
    }),
  );
  const say = (message: LoadMessage) => process.send!(message);
  say({ type: "begins" });
  const start = performance.now();
  await Promise.all(lines.map(({ socket, requests }) => run(socket, requests)));
  const seconds = (performance.now() - start) / 1_000;
  for (const { socket } of lines) socket.destroy();
  say({ type: "ended", seconds });
});
