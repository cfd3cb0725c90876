/**
 * Couples who write for a long time while things go wrong: the server is killed and started again, lines are dropped,
 * devices lose their network, appends are sent twice, and answers are lost. In the end every note that was written is
 * on both devices of its couple once, in its author's order, both hold one record, and the store is whole.
 *
 * In the last third nothing is killed, so that the server's memory can be compared with itself.
 *
 * Run: `node test/soak/soak.ts --minutes 30 [--couples 8] [--write]`; `--write` puts the result into docs/soak.md.
 */
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { base64url, type EventId, type Instant } from "@goldseam/core";
import { checkSqlite } from "@goldseam/server";
import type { Client, Surroundings } from "../../packages/client/src/index.ts";
import { must, type PairedDevices, pairedDevices, roomOf } from "../../packages/client/test/couple.ts";
import { type TestDevice, until } from "../../packages/client/test/device.ts";
import { type ServerProcess, startServerProcess } from "../bench/server-process.ts";

export type SoakOptions = {
  readonly minutes: number;
  readonly couples: number;
  /** Milliseconds between two kills of the server, in the first two thirds. */
  readonly killEveryMs: number;
  /** Milliseconds of rest after each note of a device, at most. */
  readonly restMs: number;
};

export type SoakResult = {
  readonly notes: number;
  readonly kills: number;
  readonly cuts: number;
  readonly doubled: number;
  readonly answersLost: number;
  /** Of the store in the end. */
  readonly items: number;
  readonly storeBytes: number;
  /** Megabytes of the server's process after a collection, in the last third, in order. */
  readonly resident: readonly number[];
  readonly heap: readonly number[];
  /** What should not be: empty. */
  readonly wrong: readonly string[];
};

/** Numbers below 1 that look random and are the same in every run (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A port that was free a moment ago: the server must come back where its clients look for it. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

const timer: Surroundings["timer"] = (act, ms) => {
  const id = setTimeout(act, Math.min(ms, 2_000));
  return () => clearTimeout(id);
};

const notesIn = (client: Client): string[] =>
  (roomOf(client)?.events ?? []).flatMap(({ event }) =>
    event.type === "note.written" ? [(event.data as { text: string }).text] : [],
  );

/** Lets couples write for `minutes`, breaks what can break, and says what came of it. */
export async function soak({ minutes, couples, killEveryMs, restMs }: SoakOptions): Promise<SoakResult> {
  const folder = mkdtempSync(path.join(tmpdir(), "goldseam-soak-"));
  const file = path.join(folder, "store.sqlite");
  const port = await freePort();
  let server: ServerProcess = await startServerProcess(file, port);
  const counted = { notes: 0, kills: 0, cuts: 0, doubled: 0, answersLost: 0 };
  const wrong: string[] = [];
  const endsAt = Date.now() + minutes * 60_000;
  const calmFrom = endsAt - (minutes * 60_000) / 3;
  const goesOn = (): boolean => Date.now() < endsAt;

  /** Sends some appends twice, and loses some answers, once the couple is there: a person whose answer is lost asks again. */
  const between =
    (chance: () => number, isPaired: () => boolean) =>
    (transport: Surroundings["transport"]): Surroundings["transport"] => ({
      ...transport,
      append: async (room, items) => {
        const kind = goesOn() && isPaired() ? chance() : 1;
        const answered = await transport.append(room, items);
        if (kind < 0.1) {
          counted.answersLost += 1;
          return { ok: false, error: { type: "Unreachable" } };
        }
        if (kind > 0.3) return answered;
        counted.doubled += 1;
        return transport.append(room, items);
      },
    });

  async function write({ client }: TestDevice, name: string, chance: () => number): Promise<string[]> {
    const written: string[] = [];
    while (goesOn()) {
      const { id, at } = client.stamp();
      const text = `${name} ${written.length}`;
      const note = { v: 1, type: "note.written", id: id as EventId, at, data: { text } };
      await must(client.write(roomOf(client)!, [note]));
      written.push(text);
      counted.notes += 1;
      await wait(chance() * restMs);
    }
    return written;
  }

  async function loseNetwork({ network }: TestDevice, chance: () => number): Promise<void> {
    while (goesOn()) {
      await wait(chance() * 30_000);
      if (!goesOn()) break;
      counted.cuts += 1;
      network.cut();
      // Half of them are a line that drops and comes back at once.
      await wait(chance() < 0.5 ? 0 : chance() * 8_000);
      network.mend();
    }
    network.mend();
  }

  async function killServer(): Promise<void> {
    for (;;) {
      await wait(killEveryMs);
      if (Date.now() >= calmFrom) return;
      counted.kills += 1;
      await server.end();
      server = await startServerProcess(file, port);
    }
  }

  const memory: { resident: number; heap: number }[] = [];
  async function watchMemory(killing: Promise<void>): Promise<void> {
    await killing;
    while (goesOn()) {
      const { resident, heap } = await server.memory();
      memory.push({ resident: Math.round(resident / 1e6), heap: Math.round(heap / 1e6) });
      await wait(Math.min(60_000, Math.max(1_000, (minutes * 60_000) / 30)));
    }
  }

  async function live(index: number): Promise<void> {
    const chances = Array.from({ length: 6 }, (_, part) => numbersFrom(index * 100 + part));
    const parts = { address: `http://127.0.0.1:${port}`, clock: () => Date.now() as Instant, timer };
    let isPaired = false;
    const paired: PairedDevices = await pairedDevices(
      { ...parts, between: between(chances[0]!, () => isPaired) },
      { ...parts, between: between(chances[1]!, () => isPaired) },
    );
    isPaired = true;
    const { ana, ben } = paired;
    const [anas, bens] = await Promise.all([
      write(ana, "ana", chances[2]!),
      write(ben, "ben", chances[3]!),
      loseNetwork(ana, chances[4]!),
      loseNetwork(ben, chances[5]!),
    ]);
    const all = anas.length + bens.length;
    for (const [name, { client }] of Object.entries(paired)) {
      await until(client, () => notesIn(client).length >= all && roomOf(client)!.waiting.length === 0);
      const held = notesIn(client);
      const room = roomOf(client)!;
      if (room.fault !== undefined) wrong.push(`couple ${index}, ${name}: ${room.fault.type}`);
      for (const [author, texts] of [
        ["ana", anas],
        ["ben", bens],
      ] as const) {
        const own = held.filter((text) => text.startsWith(author));
        if (own.join() !== texts.join()) wrong.push(`couple ${index}, ${name}: ${author}'s notes are others`);
      }
    }
    const [one, other] = [ana, ben].map(({ client }) => base64url(roomOf(client)!.record.head));
    if (one !== other) wrong.push(`couple ${index}: two heads`);
    for (const { client } of [ana, ben]) client.close();
  }

  try {
    const lives = Promise.all(Array.from({ length: couples }, (_, index) => live(index + 1)));
    await Promise.all([lives, watchMemory(killServer())]);
    await server.end();
    const checked = checkSqlite(file, true);
    if (!checked.ok) wrong.push(`the store: ${checked.error.type}`);
    return {
      ...counted,
      items: checked.ok ? checked.value.items : 0,
      storeBytes: [file, `${file}-wal`].reduce(
        (sum, one) => sum + (statSync(one, { throwIfNoEntry: false })?.size ?? 0),
        0,
      ),
      resident: memory.map(({ resident }) => resident),
      heap: memory.map(({ heap }) => heap),
      wrong,
    };
  } finally {
    await server.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

function documentOf(options: SoakOptions, result: SoakResult): string {
  const { notes, kills, cuts, doubled, answersLost, items, storeBytes, resident, heap, wrong } = result;
  return `# Soak

What \`node test/soak/soak.ts --minutes ${options.minutes} --couples ${options.couples} --write\` wrote last: couples who write
while the server is killed, lines are dropped, networks are lost, appends are sent twice and answers are lost. What it
does stands at its head; a short form runs in \`npm run test:long\`.

| | |
|---|---|
| run on | ${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${availableParallelism()} cores shared with other work |
| couples, minutes | ${options.couples}, ${options.minutes} |
| notes written | ${notes} |
| server killed | ${kills} times |
| lines dropped and networks lost | ${cuts} |
| appends sent twice; answers lost | ${doubled}; ${answersLost} |
| items in the store, its size | ${items}, ${(storeBytes / 1e6).toFixed(1)} MB, checked page by page |
| **lost, doubled, out of order, two heads, faults** | **${wrong.length === 0 ? "none" : wrong.join("; ")}** |
| server's memory in the last third, MB after a collection | ${resident.join(", ")} |
| of that the heap, MB | ${heap.join(", ")} |
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      minutes: { type: "string", default: "30" },
      couples: { type: "string", default: "8" },
      write: { type: "boolean", default: false },
    },
  });
  const minutes = Number(values.minutes);
  const options = { minutes, couples: Number(values.couples), killEveryMs: 30_000, restMs: 2_000 };
  const result = await soak(options);
  console.log(result);
  if (values.write)
    writeFileSync(path.join(import.meta.dirname, "../../docs/soak.md"), documentOf(options, result));
  process.exitCode = result.wrong.length === 0 ? 0 : 1;
}
