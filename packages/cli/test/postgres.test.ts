import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { openPostgresStore } from "@goldseam/server";
import { afterEach, expect, test } from "vitest";
import { ask, describePostgres, newDatabase } from "../../server/test/postgres.ts";
import { newFolder, run, type Started, start } from "./command.ts";
import { allOf, filledFolder, remindedAt } from "./stored.ts";

const running: Started[] = [];
afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    child.kill("SIGKILL");
    await ended;
  }
});

describePostgres("the command line on PostgreSQL", () => {
  test("everything is moved from SQLite to PostgreSQL, and read back as it was", async () => {
    const data = newFolder();
    const { known, all } = await filledFolder(data);
    const url = await newDatabase();
    const ran = await run(["migrate", "sqlite-to-postgres", "--data", data, "--database", url]);
    expect(ran).toEqual({
      code: 0,
      out: "Copied and compared: 1207 items in 2 rooms, 2 accounts, 2 invites.\n",
      error: "",
    });
    const store = await openPostgresStore({ url });
    expect(await allOf(store, known)).toEqual(all);
    const taken = await store.takeWakeUps({ now: remindedAt, lateBefore: 0, most: 9 });
    expect(taken.ok && taken.value.due.map(({ kind }) => kind).sort()).toEqual(["mail", "push"]);
    await store.close();
    const again = await run(["migrate", "sqlite-to-postgres", "--data", data], { GOLDSEAM_DATABASE: url });
    expect(again).toMatchObject({ code: 1, out: "" });
    expect(again.error).toContain("The database is not empty: it has rows in secrets.");
  });

  test("what would arrive otherwise than it was sent is not stored at all", async () => {
    const data = newFolder();
    await filledFolder(data);
    const url = await newDatabase();
    await (await openPostgresStore({ url })).close();
    await ask(
      url,
      `CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql AS
         $$ BEGIN IF NEW.n = 700 THEN RETURN NULL; END IF; RETURN NEW; END $$;
       CREATE TRIGGER lose BEFORE INSERT ON items FOR EACH ROW EXECUTE FUNCTION lose()`,
    );
    const ran = await run(["migrate", "sqlite-to-postgres", "--data", data, "--database", url]);
    expect(ran).toMatchObject({ code: 1, out: "", error: expect.stringContaining("Nothing was copied.") });
    expect(await ask(url, "SELECT 1 FROM rooms UNION ALL SELECT 1 FROM accounts")).toEqual([]);
  });

  test("serves on a database, two processes on one, and its address is in no list of processes", async () => {
    const url = await newDatabase();
    for (const _ of [1, 2]) running.push(start(["serve", "--port", "0"], { GOLDSEAM_DATABASE: url }));
    for (const { line, child } of running) {
      const address = (await line).replace("Goldseam is at ", "");
      expect(await (await fetch(`${address}/health`)).json()).toEqual({ ok: true });
      if (process.platform !== "linux") continue;
      expect(readFileSync(`/proc/${child.pid}/cmdline`, "utf8")).not.toContain("postgres:");
    }
    for (const { child } of running) child.kill("SIGTERM");
    for (const { ended, line } of running) {
      expect(await ended).toEqual({ code: 0, out: `${await line}\n`, error: "" });
    }
  });

  test("a dump made with PostgreSQL's own tool is restored whole", async () => {
    const tool = (name: "dump" | "restore", ...args: string[]) => spawnSync(`pg_${name}`, args);
    // The server's package brings it, in most systems.
    if (tool("dump", "--version").error) return expect(process.env.CI).not.toBe("true");
    const data = newFolder();
    const { known, all } = await filledFolder(data);
    const [url, empty] = [await newDatabase(), await newDatabase()];
    await run(["migrate", "sqlite-to-postgres", "--data", data, "--database", url]);
    const file = path.join(newFolder(), "dump");
    const dump = tool("dump", "--format=custom", `--file=${file}`, `--dbname=${url}`);
    expect(dump.status, String(dump.stderr)).toBe(0);
    const restored = tool("restore", "--exit-on-error", "--single-transaction", `--dbname=${empty}`, file);
    expect(restored.status, String(restored.stderr)).toBe(0);
    const store = await openPostgresStore({ url: empty });
    expect(await allOf(store, known)).toEqual(all);
    await store.close();
  });
});

test("says why a database cannot be used, and never its password", async () => {
  const secret = { GOLDSEAM_DATABASE: "postgres://ana:hushhush@127.0.0.1:1/goldseam" };
  const refused = "The database cannot be opened: nobody answers there.\n";
  expect(await run(["serve", "--port", "0"], secret)).toEqual({ code: 1, out: "", error: refused });
  const flagged = await run(["serve", "--database", secret.GOLDSEAM_DATABASE]);
  expect(flagged).toMatchObject({ code: 2, error: expect.stringContaining("GOLDSEAM_DATABASE") });
  expect(flagged.error).not.toContain("hushhush");
  for (const address of ["mysql://ana:hushhush@here/x", "hushhush"]) {
    const ran = await run(["serve"], { GOLDSEAM_DATABASE: address });
    expect(ran).toMatchObject({ code: 2, out: "" });
    expect(ran.error).not.toContain("hushhush");
  }
  expect((await run(["serve", "--data", "x", "--database", "postgres://here/x"])).code).toBe(2);
});
