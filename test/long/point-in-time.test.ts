/** What docs/hosting.md says about bringing PostgreSQL back to a moment, done. */
import { appendFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { openPostgresStore } from "@goldseam/server";
import { afterAll, expect, test } from "vitest";
import { ClusterFolder, postgresPrograms } from "../../packages/server/test/postgres-cluster.ts";
import { granted, TestClient } from "../../packages/server/test/test-client.ts";
import * as kit from "../../packages/server/test/test-kit.ts";
import { startTestServer } from "../../packages/server/test/test-server.ts";

const clusters = new ClusterFolder();
afterAll(() => clusters.end());

/** Whether every segment of the log before `file` is in the archive: the newest there is the one right before it. */
function isArchivedBefore(archive: string, file: string): boolean {
  const before = (BigInt(`0x${file}`) - 1n).toString(16).toUpperCase().padStart(24, "0");
  return readdirSync(archive).includes(before);
}

// Skipped where PostgreSQL's programs are missing: nothing else can bring its data back.
test.skipIf(postgresPrograms === undefined)(
  "PostgreSQL comes back to a chosen moment: what was there then is there, what came after is not, and it goes on",
  async () => {
    const archive = clusters.newFolder("archive");
    const data = clusters.make(
      "data",
      `wal_level = replica\narchive_mode = on\narchive_command = 'test ! -f ${archive}/%f && cp %p ${archive}/%f'\n`,
    );
    const base = path.join(clusters.folder, "base");
    const first = await clusters.start(data);
    const server = await startTestServer({}, { store: await openPostgresStore({ url: first.url }) });
    const ana = await TestClient.signedUp(server.address);
    const { room } = await ana.newRoom();
    const write = async () => granted(await ana.append(room, kit.entry(room, ana.device)));
    await write();
    const socket = path.join(clusters.folder, "socket");
    const how = ["--wal-method=none", "--checkpoint=fast"];
    clusters.run("pg_basebackup", "-h", socket, "-U", "goldseam", "-D", base, ...how);
    await write();
    await write();
    const [moment] = await first.ask("SELECT clock_timestamp()::text AS at");
    await write();
    const newest = granted(await ana.pull(room));
    expect(newest.n).toBe(5);
    await server.close();
    await server.store.close();
    await first.ask("SELECT pg_switch_wal()");
    const [now] = await first.ask("SELECT pg_walfile_name(pg_current_wal_lsn()) AS file");
    while (!isArchivedBefore(archive, now!.file as string)) await wait(50);
    await first.stop();
    rmSync(data, { recursive: true });

    appendFileSync(
      path.join(base, "postgresql.conf"),
      `restore_command = 'cp ${archive}/%f %p'\nrecovery_target_time = '${moment!.at}'\nrecovery_target_action = 'promote'\n`,
    );
    writeFileSync(path.join(base, "recovery.signal"), "");
    const again = await clusters.start(base);
    const later = await startTestServer({}, { store: await openPostgresStore({ url: again.url }) });
    const back = new TestClient(later.address, ana.person, ana.device);
    back.cookie = ana.cookie;
    const restored = granted(await back.pull(room));
    expect(restored.n).toBe(4);
    expect(restored.placed).toEqual(newest.placed.slice(0, 4));
    // The device goes on from what is there, as a new one would.
    const [key, { seq }] = [...ana.device.chains][0]!;
    ana.device.chains.set(key, { seq: seq - 1, prev: kit.hashOf(restored.placed.at(-1)!.item) });
    expect(granted(await back.append(room, kit.entry(room, ana.device)))[0]!.n).toBe(5);
    await later.close();
    await later.store.close();
    await again.stop();
  },
);
