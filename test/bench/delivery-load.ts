/**
 * The clients of delivery.bench.ts, in a process of their own: one that adds and one that follows, for each room.
 *
 * Adds go over bare sockets, were made and signed before the clock starts, and are spread evenly over each second. A time
 * is from right before an add is written to the arrival of its message on the other connection.
 */
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { encodeAppend, paths } from "@goldseam/sync";
import { WebSocket } from "ws";
import { TestClient, type TestLine } from "../../packages/server/test/test-client.ts";
import * as kit from "../../packages/server/test/test-kit.ts";

export type DeliveryOrder = {
  readonly address: string;
  readonly rooms: number;
  readonly seconds: number;
  /** "relay" speaks to a server of ours; "bare" sends the same bytes to delivery-bare.ts. */
  readonly kind: "relay" | "bare";
};
/** Milliseconds of each add, in the order in which they arrived. */
export type Delivered = readonly number[];

type Room = { readonly socket: Socket; readonly line: WebSocket; readonly requests: readonly Buffer[] };

async function openRoom({ address, seconds, kind }: DeliveryOrder): Promise<Room> {
  const { hostname, port, host } = new URL(address);
  const frame = (body: Uint8Array, cookie: string) =>
    Buffer.concat([
      Buffer.from(
        `POST ${paths.append} HTTP/1.1\r\nhost: ${host}\r\norigin: ${address}\r\ncookie: ${cookie}\r\n` +
          `content-type: application/octet-stream\r\ncontent-length: ${body.length}\r\n\r\n`,
      ),
      body,
    ]);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await once(socket, "connect");
  if (kind === "bare") {
    const room = kit.random(32);
    const line = new WebSocket(`ws://${host}/`);
    await once(line, "open");
    line.send(room);
    const request = frame(encodeAppend({ room, items: [kit.random(769)] }), "x".repeat(58));
    return { socket, line, requests: Array.from({ length: seconds }, () => request) };
  }
  const client = await TestClient.signedUp(address);
  const { room } = await client.newRoom();
  const { socket: line } = await upToDateLine(client, room);
  const requests = Array.from({ length: seconds }, () =>
    frame(encodeAppend({ room, items: [kit.entry(room, client.device).bytes] }), client.cookie),
  );
  return { socket, line, requests };
}

async function upToDateLine(client: TestClient, room: Uint8Array<ArrayBuffer>): Promise<TestLine> {
  const line = await client.live();
  line.say({ type: "follow", room, after: 0 });
  await line.nextItems();
  return line;
}

/** Adds once a second from `startAt` on. */
async function run({ socket, line, requests }: Room, startAt: number, times: number[]): Promise<void> {
  // From here on nothing is read but the time: decoding is no part of what is measured.
  line.removeAllListeners("message");
  socket.on("data", (data: Buffer) => {
    if (!data.toString("latin1", 0, 12).startsWith("HTTP/1.1 200")) throw new Error(data.toString("latin1"));
  });
  for (const [second, request] of requests.entries()) {
    await wait(Math.max(0, startAt + second * 1_000 - performance.now()));
    const arrived = once(line, "message");
    const sent = performance.now();
    socket.write(request);
    await arrived;
    times.push(performance.now() - sent);
  }
}

process.on("message", async (order: DeliveryOrder) => {
  const rooms: Room[] = [];
  while (rooms.length < order.rooms)
    rooms.push(...(await Promise.all(Array.from({ length: 20 }, () => openRoom(order)))));
  const times: number[] = [];
  const startAt = performance.now() + 100;
  await Promise.all(rooms.map((room, index) => run(room, startAt + (index * 1_000) / rooms.length, times)));
  process.send!(times satisfies Delivered);
  for (const { socket, line } of rooms) {
    socket.destroy();
    line.terminate();
  }
});
