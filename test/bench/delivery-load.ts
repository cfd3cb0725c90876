/**
 * The clients of delivery.bench.ts, in a process of their own: one that adds and one that follows, for each room.
 *
 * Adds go on a live line, as the app's do, and over a bare socket where the other server speaks no such thing. They were
 * made and signed before the clock starts, and are spread evenly over each second. A time is from right before an add is
 * written to the arrival of its message on the other connection.
 */
import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { encodeAppend, encodeLiveUp, paths } from "@goldseam/sync";
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

type Room = {
  /** The line on which adds arrive. */
  readonly line: WebSocket;
  /** Sends each of them. */
  readonly adds: readonly (() => void)[];
  readonly close: () => void;
};

const openRoom = (order: DeliveryOrder): Promise<Room> =>
  order.kind === "bare" ? openBareRoom(order) : openRelayRoom(order);

async function openBareRoom({ address, seconds }: DeliveryOrder): Promise<Room> {
  const { hostname, port, host } = new URL(address);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await once(socket, "connect");
  const room = kit.random(32);
  const line = new WebSocket(`ws://${host}/`);
  await once(line, "open");
  line.send(room);
  const body = encodeAppend({ room, items: [kit.random(769)] });
  const head =
    `POST ${paths.append} HTTP/1.1\r\nhost: ${host}\r\norigin: ${address}\r\ncookie: ${"x".repeat(58)}\r\n` +
    `content-type: application/octet-stream\r\ncontent-length: ${body.length}\r\n\r\n`;
  const request = Buffer.concat([Buffer.from(head), body]);
  socket.on("data", (data: Buffer) => {
    if (!data.toString("latin1", 0, 12).startsWith("HTTP/1.1 200")) throw new Error(data.toString("latin1"));
  });
  return {
    line,
    adds: Array.from({ length: seconds }, () => () => socket.write(request)),
    close: () => socket.destroy(),
  };
}

async function openRelayRoom({ address, seconds }: DeliveryOrder): Promise<Room> {
  const client = await TestClient.signedUp(address);
  const { room } = await client.newRoom();
  const { socket: line } = await upToDateLine(client, room);
  const { socket: adder } = await client.live();
  adder.removeAllListeners("message");
  adder.on("message", (answer: Buffer) => {
    if (answer[0] !== 4) throw new Error(answer.toString("latin1"));
  });
  const messages = Array.from({ length: seconds }, (_, ask) => {
    const batch = { room, items: [kit.entry(room, client.device).bytes] };
    return encodeLiveUp({ type: "append", ask, batch });
  });
  return {
    line,
    adds: messages.map((message) => () => adder.send(message)),
    close: () => adder.terminate(),
  };
}

async function upToDateLine(client: TestClient, room: Uint8Array<ArrayBuffer>): Promise<TestLine> {
  const line = await client.live();
  line.say({ type: "follow", room, after: 0 });
  await line.nextItems();
  return line;
}

/** Adds once a second from `startAt` on. */
async function run({ line, adds }: Room, startAt: number, times: number[]): Promise<void> {
  // From here on nothing is read but the time: decoding is no part of what is measured.
  line.removeAllListeners("message");
  for (const [second, add] of adds.entries()) {
    await wait(Math.max(0, startAt + second * 1_000 - performance.now()));
    const arrived = once(line, "message");
    const sent = performance.now();
    add();
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
  for (const { close, line } of rooms) {
    close();
    line.terminate();
  }
});
