import { type ChildProcess, fork, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { checkSqlite } from "../../packages/server/src/index.ts";
import { granted, TestClient } from "../../packages/server/test/test-client.ts";
import * as kit from "../../packages/server/test/test-kit.ts";

const folder = mkdtempSync(join(tmpdir(), "goldseam-full-"));
const disk = join(folder, "disk");
mkdirSync(disk);
const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=6m", "tmpfs", disk]).status === 0;
let child: ChildProcess | undefined;

afterEach(() => {
  child?.kill("SIGKILL");
  if (mounted) spawnSync("umount", ["--lazy", disk]);
  rmSync(folder, { recursive: true, force: true });
});

function start(file: string): Promise<string> {
  const program = fileURLToPath(new URL("server-child.ts", import.meta.url));
  const started = fork(program, [file], { execArgv: [] });
  child = started;
  return new Promise((resolve, reject) => {
    started.once("message", (address: string) => resolve(address));
    started.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

// Skipped where no small disk can be mounted: it takes the rights of root on Linux. The same limit set inside of the
// database is tried everywhere, in packages/server/test/stores.test.ts.
test.skipIf(!mounted)(
  "[ST6] a disk that is really full takes nothing, loses nothing, and goes on once there is room",
  async () => {
    const ballast = join(disk, "ballast");
    writeFileSync(ballast, Buffer.alloc(3 * 2 ** 20));
    const file = join(disk, "store.sqlite");
    const address = await start(file);
    const ana = await TestClient.signedUp(address);
    const { room } = await ana.newRoom();
    const accepted: string[] = [];
    const append = async (item: kit.BuiltItem) => {
      const answer = await ana.append(room, item);
      if ("ok" in answer) accepted.push(Buffer.from(item.hash).toString("hex"));
      return answer;
    };
    const full = { refused: { status: 507, error: { type: "Full" } } };
    let refused: kit.BuiltItem | undefined;
    while (refused === undefined) {
      const item = kit.entry(room, ana.device, { length: 49_168 });
      const answer = await append(item);
      if (!("ok" in answer)) {
        expect(answer).toEqual(full);
        refused = item;
      }
      expect(accepted.length).toBeLessThan(200);
    }
    expect(accepted.length).toBeGreaterThan(5);
    // Refused as long as it is full, in the same words; whoever reads goes on reading.
    for (let times = 0; times < 3; times += 1) expect(await append(refused)).toEqual(full);
    expect(granted(await ana.pull(room, 0, 1)).n).toBe(accepted.length + 1);
    const stranger = new TestClient(address);
    const made = await stranger.signUp([stranger.slot()]);
    if (!("ok" in made)) expect(made).toEqual(full);
    // Room again: nobody starts anything anew.
    rmSync(ballast);
    granted(await append(refused));
    granted(await append(kit.entry(room, ana.device)));
    if (!("ok" in made)) granted(await stranger.signUp());
    const hashes: string[] = [];
    while (hashes.length < accepted.length) {
      const { placed } = granted(await ana.pull(room, hashes.length + 1));
      for (const { item } of placed) hashes.push(Buffer.from(kit.hashOf(item)).toString("hex"));
    }
    expect(hashes).toEqual(accepted);
    const ended = new Promise((resolve) => child!.once("exit", resolve));
    child!.kill("SIGKILL");
    await ended;
    expect(checkSqlite(file, true)).toMatchObject({
      ok: true,
      value: { rooms: 1, items: accepted.length + 1 },
    });
  },
);
