import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Bytes } from "@goldseam/core";
import { afterEach, expect, test } from "vitest";
import { granted, TestClient } from "../../packages/server/test/test-client.ts";
import * as kit from "../../packages/server/test/test-kit.ts";

/** Items in all. 10,000 in full; smaller by `SIGKILL_ITEMS` for a quick look. */
const itemsAll = Number(process.env.SIGKILL_ITEMS ?? 10_000);
const kills = 5;
const writers = 8;
const batchLength = 25;

/** A server that is killed and started again on the same file. Whoever asks for its address waits until it is up. */
class KillableServer {
  readonly #file: string;
  #child: ChildProcess | undefined;
  #address: Promise<string>;

  constructor(file: string) {
    this.#file = file;
    this.#address = this.#start();
  }

  get address(): Promise<string> {
    return this.#address;
  }

  async killAndStart(): Promise<void> {
    const child = this.#child!;
    this.#address = new Promise((resolve, reject) => {
      child.once("exit", () => this.#start().then(resolve, reject));
      child.kill("SIGKILL");
    });
    await this.#address;
  }

  async end(): Promise<void> {
    const child = this.#child!;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await ended;
  }

  #start(): Promise<string> {
    const child = fork(fileURLToPath(new URL("server-child.ts", import.meta.url)), [this.#file], {
      execArgv: [],
    });
    this.#child = child;
    return new Promise((resolve, reject) => {
      child.once("message", (address: string) => resolve(address));
      child.once("error", reject);
    });
  }
}

const folder = mkdtempSync(join(tmpdir(), "goldseam-kill-"));
let server: KillableServer | undefined;
afterEach(async () => {
  await server?.end();
  rmSync(folder, { recursive: true });
});

test("[SV15] after SIGKILL every acknowledged item is there, once, in order, and clients go on by themselves", async () => {
  const running = new KillableServer(join(folder, "store.sqlite"));
  server = running;
  const ana = await TestClient.signedUp(await running.address);
  const rooms = [(await ana.newRoom()).room, (await ana.newRoom("private")).room];
  const places = new Map<string, number>();
  let acknowledged = 0;
  let killed = 0;
  let resent = 0;
  const restarts: Promise<void>[] = [];

  /** Sends a batch until it is answered, to whichever server is up. */
  async function appendAtLast(room: Bytes, batch: readonly kit.BuiltItem[]): Promise<void> {
    for (;;) {
      const address = await running.address;
      const client = new TestClient(address, ana.person, ana.device);
      client.cookie = ana.cookie;
      const answer = await client.append(room, ...batch).catch(() => null);
      if (answer === null) {
        resent += 1;
        continue;
      }
      const given = granted(answer);
      for (const [index, { hash }] of batch.entries())
        places.set(Buffer.from(hash).toString("hex"), given[index]!.n);
      acknowledged += batch.length;
      return;
    }
  }

  async function write(room: Bytes): Promise<void> {
    const device = kit.newDevice();
    await appendAtLast(room, [kit.certificate(room, device, ana.person)]);
    const batches = Math.ceil(itemsAll / writers / batchLength);
    for (let index = 0; index < batches; index += 1) {
      const batch = Array.from({ length: batchLength }, () => kit.entry(room, device));
      await appendAtLast(room, batch);
      // Other writers' batches are under way at this moment: the kill cuts into them.
      if (killed < kills && acknowledged >= ((killed + 1) * itemsAll) / (kills + 1)) {
        killed += 1;
        restarts.push(running.killAndStart());
      }
    }
  }

  await Promise.all(Array.from({ length: writers }, (_, index) => write(rooms[index % rooms.length]!)));
  await Promise.all(restarts);
  expect(killed).toBe(kills);
  expect(resent).toBeGreaterThan(0);
  expect(places.size).toBeGreaterThanOrEqual(itemsAll);

  const client = new TestClient(await running.address, ana.person, ana.device);
  client.cookie = ana.cookie;
  let found = 0;
  for (const room of rooms) {
    let head = room;
    let n = 0;
    let t = 0;
    for (;;) {
      const page = granted(await client.pull(room, n));
      for (const placed of page.placed) {
        expect(placed.n).toBe(n + 1);
        expect(placed.t).toBeGreaterThanOrEqual(t);
        const hash = kit.hashOf(placed.item);
        if (placed.n > 1) expect(places.get(Buffer.from(hash).toString("hex"))).toBe(placed.n);
        head = kit.headAfter(head, placed.n, placed.t, hash);
        n = placed.n;
        t = placed.t;
        found += 1;
      }
      if (n === page.n) {
        expect(page.head).toEqual(head);
        break;
      }
    }
  }
  // Nothing is there that was not acknowledged, since every batch was acknowledged in the end.
  expect(found).toBe(places.size + rooms.length);
}, 60_000);
