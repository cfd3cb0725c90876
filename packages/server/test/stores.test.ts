import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { concatBytes, utf8 } from "@goldseam/core";
import { afterAll, expect, test } from "vitest";
import { openMemoryStore, openSqliteStore } from "../src/index.ts";
import { applySchema } from "../src/sqlite/schema.ts";
import { describeStore, newBatch, newItem } from "./store-contract.ts";
import { random } from "./test-kit.ts";

const folder = mkdtempSync(join(tmpdir(), "goldseam-store-"));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const newFile = () => {
  files += 1;
  return join(folder, `${files}.sqlite`);
};

describeStore("memory", async () => openMemoryStore());
describeStore("SQLite", async () => openSqliteStore({ file: newFile() }));

test("[ST1] what was acknowledged is there after the file is opened again", async () => {
  const file = newFile();
  const room = random(32);
  const first = openSqliteStore({ file });
  await first.append(newBatch(room, [newItem(1), newItem(2)]));
  await first.close();
  const second = openSqliteStore({ file });
  expect((await second.room(room))?.n).toBe(2);
  await second.close();
});

test("[ST2] what another process wrote to the same file is no gap and no second use of a number", async () => {
  const file = newFile();
  const [here, elsewhere] = [openSqliteStore({ file }), openSqliteStore({ file })];
  const room = random(32);
  const writers = [random(16), random(16)] as const;
  const writtenBy = (n: number, by: 0 | 1, seq: number) =>
    newBatch(room, [newItem(n, { room, writer: { device: writers[by], seq } })]);
  const moved = { ok: false, error: { type: "Moved" } };
  expect((await here.append(newBatch(room, [newItem(1)]))).ok).toBe(true);
  expect((await here.append(writtenBy(2, 0, 1))).ok).toBe(true);
  expect((await elsewhere.append(writtenBy(3, 1, 1))).ok).toBe(true);
  expect(await here.append(writtenBy(3, 0, 2))).toEqual(moved);
  expect((await here.append(writtenBy(4, 1, 2))).ok).toBe(true);
  expect(await elsewhere.append(writtenBy(4, 0, 2))).toEqual(moved);
  expect((await elsewhere.append(writtenBy(5, 0, 2))).ok).toBe(true);
  const { items } = await here.page(room, { after: 0, upTo: 100, most: 100, bytesMax: 1_000_000 });
  expect(items.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5]);
  await here.close();
  await elsewhere.close();
});

test("[ST4] erased words are in neither file a moment later", async () => {
  const file = newFile();
  const store = openSqliteStore({ file, erasureMs: 0 });
  const room = random(32);
  const device = random(16);
  const words = utf8("the words that must not rest anywhere");
  const own = newItem(2, { writer: { device, seq: 1 }, body: concatBytes(random(200), words, random(200)) });
  await store.append(newBatch(room, [newItem(1), own, newItem(3)]));
  const holdsWords = () =>
    [file, `${file}-wal`].some((path) => statSync(path).size > 0 && readFileSync(path).includes(words));
  expect(holdsWords()).toBe(true);
  const erase = [{ hashes: [own.hash], devices: [device] }];
  await store.append(newBatch(room, [newItem(4)], { erase }));
  while (statSync(`${file}-wal`).size > 0) await new Promise((resolve) => setImmediate(resolve));
  expect(holdsWords()).toBe(false);
  await store.close();
});

test("[ST6] a full disk is answered Full, takes nothing, and is over when there is space again", async () => {
  const file = newFile();
  const store = openSqliteStore({ file, bytesMax: 64 * 16_384 });
  const room = random(32);
  let n = 1;
  expect((await store.append(newBatch(room, [newItem(1)]))).ok).toBe(true);
  for (;;) {
    const batch = newBatch(room, [
      newItem(n + 1, { body: random(60_000) }),
      newItem(n + 2, { body: random(60_000) }),
    ]);
    const stored = await store.append(batch);
    if (!stored.ok) {
      expect(stored.error).toEqual({ type: "Full" });
      break;
    }
    n += 2;
    expect(n).toBeLessThan(200);
  }
  expect((await store.room(room))?.n).toBe(n);
  const [small, large] = await Promise.all([
    store.append(newBatch(room, [newItem(n + 1)])),
    store.append(newBatch(random(32), [newItem(1, { body: random(600_000) })])),
  ]);
  expect(small.ok).toBe(true);
  expect(large).toEqual({ ok: false, error: { type: "Full" } });
  await store.close();
  const wider = openSqliteStore({ file });
  expect((await wider.append(newBatch(room, [newItem(n + 2, { body: random(60_000) })]))).ok).toBe(true);
  await wider.close();
});

test("an entry of 300 characters rests in at most three times its length", async () => {
  const file = newFile();
  const store = openSqliteStore({ file });
  const count = 20_000;
  const body = random(528);
  for (let batch = 0; batch < count / 500; batch += 1) {
    const room = random(32);
    const device = random(16);
    const items = Array.from({ length: 500 }, (_, index) =>
      newItem(index + 1, { body, writer: { device, seq: index + 1 }, t: 1_800_000_000_000 }),
    );
    await store.append(newBatch(room, items));
  }
  await store.close();
  const bytesPerEntry = statSync(file).size / count;
  console.log(`stored bytes per entry of 300 characters: ${bytesPerEntry.toFixed(0)}`);
  expect(bytesPerEntry).toBeLessThanOrEqual(900);
}, 20_000);

test("the tables only grow: a released step is never edited, a new one is added at its end", () => {
  const database = new DatabaseSync(":memory:");
  applySchema(database);
  applySchema(database);
  const tables = database.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name").all();
  const text = tables.map(({ sql }) => String(sql).replaceAll(/\s+/g, " ")).join("\n");
  expect(text).toMatchSnapshot("If this differs, add a step to schemaSteps instead of editing one");
  database.exec("INSERT INTO schema_steps VALUES (99)");
  expect(() => applySchema(database)).toThrow("newer version");
});
