import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Bytes } from "@goldseam/core";
import { afterEach, expect, test } from "vitest";
import { describePostgres, newDatabase } from "../../packages/server/test/postgres.ts";
import { granted, TestClient } from "../../packages/server/test/test-client.ts";
import * as kit from "../../packages/server/test/test-kit.ts";

/** Items in all. Smaller or larger by `SIGKILL_ITEMS`. */
const itemsAll = Number(process.env.SIGKILL_ITEMS ?? 4_000);
const writers = 8;
const batchLength = 10;

type Process = { readonly child: ChildProcess; readonly address: string };
const running: ChildProcess[] = [];

async function start(url: string): Promise<Process> {
  const child = fork(fileURLToPath(new URL("postgres-child.ts", import.meta.url)), [], {
    execArgv: [],
    env: { ...process.env, GOLDSEAM_DATABASE: url },
  });
  running.push(child);
  const [address] = (await once(child, "message")) as [string];
  return { child, address };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map(kill));
});

const client = (address: string, like: TestClient): TestClient => {
  const other = new TestClient(address, like.person, like.device);
  other.cookie = like.cookie;
  return other;
};
const nameOf = (hash: Uint8Array): string => Buffer.from(hash).toString("hex");

describePostgres("a killed process beside another", () => {
  test("[PR7] after SIGKILL of one process every acknowledged item is there, once, in order, and clients go on at the other", async () => {
    const url = await newDatabase();
    const processes = await Promise.all([start(url), start(url)]);
    const [first, second] = processes as [Process, Process];
    const ana = await TestClient.signedUp(first.address);
    const rooms = [(await ana.newRoom()).room, (await ana.newRoom("private")).room];
    const places = new Map<string, number>();
    let resent = 0;
    let killing: Promise<void> | undefined;

    // Someone at the process that stays, who follows both rooms throughout.
    const line = await client(second.address, ana).live();
    const heard = new Map(rooms.map((room) => [nameOf(room), [] as number[]]));
    for (const room of rooms) line.say({ type: "follow", room, after: 0 });

    /** Sends a batch until it is answered, at whichever process is there. */
    async function appendAtLast(room: Bytes, batch: readonly kit.BuiltItem[], choice: number): Promise<void> {
      for (let tries = choice; ; tries += 1) {
        const { address, child } = processes[tries % processes.length]!;
        if (child.signalCode !== null) continue;
        const answer = await client(address, ana)
          .append(room, ...batch)
          .catch(() => null);
        if (answer === null) {
          resent += 1;
          continue;
        }
        for (const [index, { n }] of granted(answer).entries()) places.set(nameOf(batch[index]!.hash), n);
        return;
      }
    }

    async function write(choice: number): Promise<void> {
      const room = rooms[choice % 2]!;
      const device = kit.newDevice();
      await appendAtLast(room, [kit.certificate(room, device, ana.person)], choice);
      for (let batch = 0; batch < itemsAll / writers / batchLength; batch += 1) {
        const items = Array.from({ length: batchLength }, () => kit.entry(room, device));
        // Half of the writers stay at one process, the others go to and fro as behind a balancer.
        await appendAtLast(room, items, choice < writers / 2 ? choice >> 1 : batch);
        // Other writers' batches are under way at this moment: the kill cuts into them.
        if (places.size > itemsAll / 3) killing ??= kill(first.child);
      }
    }

    await Promise.all(Array.from({ length: writers }, (_, choice) => write(choice)));
    await killing;
    expect(killing).toBeDefined();
    expect(resent).toBeGreaterThan(0);

    const reader = client(second.address, ana);
    let found = 0;
    for (const room of rooms) {
      let [head, n, t] = [room, 0, 0];
      for (;;) {
        const page = granted(await reader.pull(room, n));
        for (const placed of page.placed) {
          const hash = kit.hashOf(placed.item);
          expect(placed.n).toBe(n + 1);
          expect(placed.t).toBeGreaterThanOrEqual(t);
          if (placed.n > 1) expect(places.get(nameOf(hash))).toBe(placed.n);
          head = kit.headAfter(head, placed.n, placed.t, hash);
          [n, t] = [placed.n, placed.t];
          found += 1;
        }
        if (n < page.n) continue;
        expect(page.head).toEqual(head);
        break;
      }
      const numbers = heard.get(nameOf(room))!;
      while (numbers.length < n) {
        const message = await line.next();
        if (message.type === "items")
          heard.get(nameOf(message.room))!.push(...message.placed.map((one) => one.n));
      }
      expect(numbers).toEqual(Array.from({ length: n }, (_, index) => index + 1));
    }
    // Nothing is there that was not acknowledged, since every batch was acknowledged in the end.
    expect(found).toBe(places.size + rooms.length);
  }, 60_000);
});
