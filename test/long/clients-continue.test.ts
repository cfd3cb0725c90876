import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { base64url, type EventId, type Instant } from "@goldseam/core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Client } from "../../packages/client/src/index.ts";
import { must, type PairedDevices, pairedDevices, roomOf } from "../../packages/client/test/couple.ts";
import { until } from "../../packages/client/test/device.ts";

const kills = 5;
const notesEach = 200;

let child: ChildProcess | undefined;
let port = 0;
const folder = mkdtempSync(path.join(tmpdir(), "goldseam-continue-"));

/** A port that was free a moment ago: the server must come back where its clients look for it. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port: found } = server.address() as AddressInfo;
      server.close(() => resolve(found));
    });
  });
}

async function start(): Promise<void> {
  const program = path.join(import.meta.dirname, "../faults/server-child.ts");
  const started = fork(program, [path.join(folder, "store.sqlite"), String(port)], { execArgv: [] });
  child = started;
  await new Promise((resolve, reject) => {
    started.once("message", resolve);
    started.once("error", reject);
    started.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

function kill(): Promise<void> {
  const running = child!;
  return new Promise((resolve) => {
    running.once("exit", () => resolve());
    running.kill("SIGKILL");
  });
}

beforeAll(async () => {
  port = await freePort();
  await start();
});
afterAll(async () => {
  await kill();
  rmSync(folder, { recursive: true });
});

const textsIn = (client: Client): string[] =>
  (roomOf(client)?.events ?? []).flatMap(({ event }) =>
    event.type === "note.written" ? [(event.data as { text: string }).text] : [],
  );

test("two devices write on while the server is killed again and again; nothing is lost, doubled or out of order", async () => {
  const parts = { address: `http://127.0.0.1:${port}`, clock: () => Date.now() as Instant };
  const { ana, ben }: PairedDevices = await pairedDevices(parts);
  const write = async (client: Client, name: string): Promise<void> => {
    for (let index = 0; index < notesEach; index += 1) {
      const { id, at } = client.stamp();
      const note = { v: 1, type: "note.written", id: id as EventId, at, data: { text: `${name} ${index}` } };
      await must(client.write(roomOf(client)!, [note]));
    }
  };
  const writing = Promise.all([write(ana.client, "ana"), write(ben.client, "ben")]);
  for (let count = 0; count < kills; count += 1) {
    const arrived = textsIn(ana.client).length;
    await until(
      ana.client,
      () => textsIn(ana.client).length > arrived || textsIn(ana.client).length === 2 * notesEach,
    );
    await kill();
    await start();
  }
  await writing;
  for (const { client } of [ana, ben]) {
    await until(
      client,
      () => textsIn(client).length === 2 * notesEach && roomOf(client)!.waiting.length === 0,
    );
    expect(roomOf(client)!.fault).toBeUndefined();
    expect(roomOf(client)!.blocked).toBeUndefined();
    for (const name of ["ana", "ben"]) {
      const own = textsIn(client).filter((text) => text.startsWith(name));
      expect(own).toEqual(Array.from({ length: notesEach }, (_, index) => `${name} ${index}`));
    }
  }
  expect(base64url(roomOf(ana.client)!.record.head)).toBe(base64url(roomOf(ben.client)!.record.head));
});
