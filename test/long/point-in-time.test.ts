/** What docs/hosting.md says about bringing PostgreSQL back to a moment, done. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  chownSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { openPostgresStore } from "@goldseam/server";
import { afterAll, expect, test } from "vitest";
import { ask } from "../../packages/server/test/postgres.ts";
import { granted, TestClient } from "../../packages/server/test/test-client.ts";
import * as kit from "../../packages/server/test/test-kit.ts";
import { startTestServer } from "../../packages/server/test/test-server.ts";

const bin = globSync("/usr/lib/postgresql/*/bin").sort().at(-1);
const folder = mkdtempSync(path.join(tmpdir(), "goldseam-moment-"));
/** PostgreSQL refuses to run as root. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
const running = new Set<ChildProcess>();
afterAll(() => {
  for (const cluster of running) cluster.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

function newFolder(name: string): string {
  const made = path.join(folder, name);
  mkdirSync(made, { mode: 0o700 });
  if (nobody.uid !== undefined) for (const one of [folder, made]) chownSync(one, nobody.uid, nobody.gid);
  return made;
}

function run(program: string, ...args: string[]): void {
  const { status, stderr } = spawnSync(path.join(bin!, program), args, {
    ...nobody,
    cwd: folder,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`);
}

/** Starts PostgreSQL on `data`; answers once it takes changes, so after a recovery has ended. */
async function startOn(data: string, socket: string): Promise<{ url: string; stop(): Promise<void> }> {
  const flags = ["-D", data, "-c", "listen_addresses=", "-c", `unix_socket_directories=${socket}`];
  const cluster = spawn(path.join(bin!, "postgres"), flags, { ...nobody, cwd: folder, stdio: "ignore" });
  running.add(cluster);
  const url = `postgres://goldseam@localhost/postgres?host=${socket}`;
  for (;;) {
    if (cluster.exitCode !== null) throw new Error(`postgres ended with ${cluster.exitCode}`);
    const rows = await ask(url, "SELECT pg_is_in_recovery() AS recovering").catch(() => []);
    if (rows[0]?.recovering === false) break;
    await wait(50);
  }
  const stop = async (): Promise<void> => {
    const ended = once(cluster, "exit");
    cluster.kill("SIGINT");
    await ended;
    running.delete(cluster);
  };
  return { url, stop };
}

test.skipIf(bin === undefined)(
  "PostgreSQL comes back to a chosen moment: what was there then is there, what came after is not, and it goes on",
  async () => {
    const [archive, socket] = [newFolder("archive"), newFolder("socket")];
    const [data, base] = [path.join(folder, "data"), path.join(folder, "base")];
    run("initdb", "-D", data, "-U", "goldseam", "--auth=trust", "--encoding=UTF8", "--locale=C");
    appendFileSync(
      path.join(data, "postgresql.conf"),
      `wal_level = replica\narchive_mode = on\narchive_command = 'test ! -f ${archive}/%f && cp %p ${archive}/%f'\n`,
    );
    const first = await startOn(data, socket);
    const server = await startTestServer({}, { store: await openPostgresStore({ url: first.url }) });
    const ana = await TestClient.signedUp(server.address);
    const { room } = await ana.newRoom();
    const write = async () => granted(await ana.append(room, kit.entry(room, ana.device)));
    await write();
    run(
      "pg_basebackup",
      "-h",
      socket,
      "-U",
      "goldseam",
      "-D",
      base,
      "--wal-method=none",
      "--checkpoint=fast",
    );
    await write();
    await write();
    const [moment] = await ask(first.url, "SELECT clock_timestamp()::text AS at");
    await write();
    const newest = granted(await ana.pull(room));
    expect(newest.n).toBe(5);
    await server.close();
    await server.store.close();
    await ask(first.url, "SELECT pg_switch_wal()");
    const [{ file }] = (await ask(
      first.url,
      "SELECT pg_walfile_name(pg_current_wal_lsn()) AS file",
    )) as unknown as [{ file: string }];
    // The segment before the present one is the last that the archive needs.
    while (!archivedAll(archive, file)) await wait(50);
    await first.stop();
    rmSync(data, { recursive: true });

    appendFileSync(
      path.join(base, "postgresql.conf"),
      `restore_command = 'cp ${archive}/%f %p'\nrecovery_target_time = '${moment!.at}'\nrecovery_target_action = 'promote'\n`,
    );
    writeFileSync(path.join(base, "recovery.signal"), "");
    const again = await startOn(base, socket);
    const later = await startTestServer({}, { store: await openPostgresStore({ url: again.url }) });
    const back = new TestClient(later.address, ana.person, ana.device);
    back.cookie = ana.cookie;
    const restored = granted(await back.pull(room));
    expect(restored.n).toBe(4);
    expect(restored.placed).toEqual(newest.placed.slice(0, 4));
    const chain = ana.device.chains.get(Buffer.from(room).toString("hex"))!;
    ana.device.chains.set(Buffer.from(room).toString("hex"), {
      seq: chain.seq - 1,
      prev: kit.hashOf(restored.placed.at(-1)!.item),
    });
    expect(granted(await back.append(room, kit.entry(room, ana.device)))[0]!.n).toBe(5);
    await later.close();
    await later.store.close();
    await again.stop();
  },
);

/** Whether every segment before `file` that was begun is in the archive: the newest there is the one right before it. */
function archivedAll(archive: string, file: string): boolean {
  const segments = readdirSync(archive).filter((name) => /^[0-9A-F]{24}$/.test(name));
  const before = (BigInt(`0x${file}`) - 1n).toString(16).toUpperCase().padStart(24, "0");
  return segments.includes(before);
}
