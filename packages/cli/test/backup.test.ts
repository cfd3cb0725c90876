import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { openSqliteStore } from "@goldseam/server";
import { expect, test } from "vitest";
import { newFolder, run, start } from "./command.ts";
import { allOf, fileIn, fill, filledFolder } from "./stored.ts";

test("a backup made while the store is open and written holds one state of it, and is restored whole", async () => {
  const [data, elsewhere] = [newFolder(), path.join(newFolder(), "new")];
  const store = openSqliteStore({ file: fileIn(data) });
  const known = await fill(store);
  const all = await allOf(store, known);
  const copy = path.join(newFolder(), "copy");
  // More is written by this process while the other copies.
  const [ran] = await Promise.all([run(["backup", copy, "--data", data]), fill(store)]);
  await store.close();
  expect(ran).toMatchObject({ code: 0, error: "" });
  expect(ran.out).toMatch(/holds \d+ items in [24] rooms, and [24] accounts\.\n$/);
  expect(statSync(copy).mode & 0o777).toBe(0o600);
  expect(existsSync(`${copy}.part`)).toBe(false);

  expect(await run(["restore", copy, "--data", elsewhere])).toMatchObject({ code: 0, error: "" });
  const restored = openSqliteStore({ file: fileIn(elsewhere) });
  expect(await allOf(restored, known)).toEqual(all);
  await restored.close();
  const served = start(["serve", "--port", "0", "--data", elsewhere]);
  expect(await served.line).toContain("Goldseam is at");
  served.child.kill("SIGTERM");
  await served.ended;
});

test("nothing is replaced, by a backup or by a restore", async () => {
  const [data, folder] = [newFolder(), newFolder()];
  await filledFolder(data);
  const taken = path.join(folder, "taken");
  writeFileSync(taken, "a letter");
  expect(await run(["backup", taken, "--data", data])).toEqual({
    code: 1,
    out: "",
    error: `${taken} is there already, and nothing is replaced.\n`,
  });
  expect(readFileSync(taken, "utf8")).toBe("a letter");
  const copy = path.join(folder, "copy");
  expect((await run(["backup", copy, "--data", data])).code).toBe(0);
  const ran = await run(["restore", copy, "--data", data]);
  expect(ran).toMatchObject({ code: 1, error: expect.stringContaining("nothing is replaced") });
});

test("what is damaged or no backup is not restored, and leaves no store behind", async () => {
  const [data, folder, target] = [newFolder(), newFolder(), newFolder()];
  await filledFolder(data);
  const copy = path.join(folder, "copy");
  await run(["backup", copy, "--data", data]);
  const bytes = readFileSync(copy);
  const damaged = Buffer.from(bytes);
  for (let at = 8_192; at < damaged.length; at += 4_096) damaged.fill(0x5a, at, at + 64);
  const files = { damaged, short: bytes.subarray(0, bytes.length / 2), letter: Buffer.from("a letter") };
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(path.join(folder, name), content);
    const ran = await run(["restore", path.join(folder, name), "--data", target]);
    expect(ran, name).toMatchObject({ code: 1, out: "" });
    expect(ran.error, name).toMatch(/is damaged|no database of this version/);
    expect(existsSync(path.join(target, "goldseam.sqlite")), name).toBe(false);
  }
  expect((await run(["restore", path.join(folder, "absent"), "--data", target])).code).toBe(1);
  expect((await run(["backup", path.join(folder, "new"), "--data", target])).code).toBe(1);
  expect(existsSync(path.join(folder, "new"))).toBe(false);
});

test("for PostgreSQL, the commands of its own tools are said, without an address", async () => {
  const ran = await run(["backup", "it's here"], { GOLDSEAM_DATABASE: "postgres://ana:secret@localhost/x" });
  expect(ran).toMatchObject({ code: 1, out: "" });
  expect(ran.error).toContain(
    String.raw`pg_dump --format=custom --file='it'\''s here' --dbname="$GOLDSEAM_DATABASE"`,
  );
  expect(ran.error).not.toContain("secret");
});

test("what is not understood ends with 2", async () => {
  for (const command of ["backup", "restore", "migrate"]) {
    expect((await run([command])).code, command).toBe(2);
    expect((await run([command, "a", "b"])).code, command).toBe(2);
    expect((await run([command, "--help"])).code, command).toBe(0);
  }
});
