/** A real PostgreSQL for tests, from the system's own binaries; one cluster for all test files of a run. */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, globSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import { describe, test } from "vitest";
import { random } from "./test-kit.ts";

const leastVersion = 15;

/** Folder of `initdb` and `postgres`, or the sentence that says why there is none. */
function findBinaries(): { readonly bin: string } | { readonly reason: string } {
  if (process.platform === "win32") return { reason: "the tests start PostgreSQL on Unix alone" };
  const packaged = globSync("/usr/lib/postgresql/*/bin").sort(
    (one, other) => versionOf(other) - versionOf(one),
  );
  const onPath = (process.env.PATH ?? "").split(delimiter);
  const found = [...packaged, ...onPath].filter((bin) =>
    ["initdb", "postgres"].every((program) => existsSync(join(bin, program))),
  );
  if (found.length === 0) return { reason: "no initdb and postgres on PATH or in /usr/lib/postgresql" };
  const bin = found.find((one) => versionOf(one) >= leastVersion);
  return bin === undefined ? { reason: `no PostgreSQL ${leastVersion} or newer` } : { bin };
}

function versionOf(bin: string): number {
  const said = spawnSync(join(bin, "postgres"), ["--version"], { encoding: "utf8" });
  return Number(/(\d+)/.exec(said.stdout ?? "")?.[1] ?? 0);
}

const found = findBinaries();
/** The process that runs the tests: every file of a run has the same. */
const folder = join(tmpdir(), `goldseam-postgres-${process.ppid}`);

function hold(): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(join(folder, "keeper"));
    let said = "";
    socket.on("error", reject);
    socket.on("close", () => reject(new Error("ECONNRESET: the keeper is going")));
    socket.on("data", (part) => {
      said += part;
      if (!said.includes("\n")) return;
      if (said === "ready\n") resolve(socket);
      else reject(new Error(said));
    });
  });
}

async function holdCluster(bin: string): Promise<void> {
  const keeper = fileURLToPath(new URL("postgres-keeper.ts", import.meta.url));
  for (let tries = 0; ; tries += 1) {
    try {
      const socket = await hold();
      // Held until this process ends, and no reason for it to stay.
      socket.unref();
      return;
    } catch (error) {
      if (tries > 100 || !/ENOENT|ECONNREFUSED|ECONNRESET/.test(String(error))) throw error;
      if (tries % 20 === 0)
        spawn(process.execPath, [keeper, folder, bin], { detached: true, stdio: "ignore" }).unref();
      await wait(100);
    }
  }
}

let held: Promise<void> | undefined;

const urlOf = (database: string): string => `postgres://goldseam@localhost/${database}?host=${folder}`;

/** An empty database of its own; its address is what a host would write. */
export async function newDatabase(): Promise<string> {
  if ("reason" in found) throw new Error(found.reason);
  held ??= holdCluster(found.bin);
  await held;
  const name = `t_${Buffer.from(random(8)).toString("hex")}`;
  const client = await asked("postgres", `CREATE DATABASE ${name}`);
  await client.end();
  return urlOf(name);
}

async function asked(database: string, text: string): Promise<Client> {
  const client = new Client({ connectionString: urlOf(database) });
  await client.connect();
  await client.query(text);
  return client;
}

/** Runs a statement in the database, beside whatever else uses it. */
export async function ask(url: string, text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(text);
  await client.end();
  return rows;
}

/**
 * As `describe`, for what needs PostgreSQL: skipped with its reason where none is installed, and a failure where a
 * machine tests every change.
 */
export function describePostgres(name: string, body: () => void | Promise<void>): void {
  if (!("reason" in found)) describe(name, body);
  else if (process.env.CI === "true") test(name, () => Promise.reject(new Error(found.reason)));
  else {
    // Skipped suites are not named in a run's output.
    console.warn(`Skipped "${name}": ${found.reason}.`);
    describe.skip(`${name} (skipped: ${found.reason})`, body);
  }
}
