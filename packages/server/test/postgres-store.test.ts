import { beforeAll, expect, test } from "vitest";
import { openPostgresStore, type Store } from "../src/index.ts";
import { schemaSteps } from "../src/postgres/schema.ts";
import { ask, describePostgres, newDatabase } from "./postgres.ts";
import { describeStore, newBatch, newItem } from "./store-contract.ts";
import { random } from "./test-kit.ts";

let url: string;

describePostgres("PostgreSQL", () => {
  beforeAll(async () => {
    url = await newDatabase();
  });

  describeStore("PostgreSQL", async () => {
    const store = await openPostgresStore({ url });
    // The tests share a database; the server's secret is the one thing in it that has no name of its own.
    await ask(url, "DELETE FROM secrets");
    return store;
  });

  test("[ST1] what was acknowledged is there for another process", async () => {
    const [first, second] = [await openPostgresStore({ url }), await openPostgresStore({ url })];
    const room = random(32);
    await first.append(newBatch(room, [newItem(1), newItem(2)]));
    expect((await second.room(room))?.n).toBe(2);
    await first.close();
    await second.close();
  });

  test("[ST7] of several processes that look at once, each wake-up is taken by one", async () => {
    const own = await newDatabase();
    const stores = await Promise.all([1, 2, 3].map(() => openPostgresStore({ url: own })));
    for (let each = 0; each < 30; each += 1) {
      const [identity, device] = [random(32), random(16)];
      await ask(own, `INSERT INTO accounts VALUES ('\\x${Buffer.from(identity).toString("hex")}')`);
      const endpoint = `https://push.example/${each}`;
      await stores[0]!.putPush(identity, device, { endpoint, p256dh: random(65), auth: random(16) });
      await stores[0]!.putWakeUps(identity, device, { push: [1_000], mail: [] });
    }
    const taken: string[] = [];
    const takeAll = async (store: Store): Promise<void> => {
      for (;;) {
        const some = await store.takeWakeUps({ now: 1_000, lateBefore: 0, most: 4 });
        if (!some.ok) throw new Error("full");
        for (const target of some.value.due) if (target.kind === "push") taken.push(target.endpoint);
        if (!some.value.isMore) return;
      }
    };
    await Promise.all(stores.map(takeAll));
    expect([taken.length, new Set(taken).size]).toEqual([30, 30]);
    for (const store of stores) await store.close();
  });

  test("[ST1] a database that acknowledges before it writes is refused", async () => {
    const forgetful = `${url}&options=${encodeURIComponent("-c synchronous_commit=off")}`;
    await expect(openPostgresStore({ url: forgetful })).rejects.toThrow("acknowledges before it writes");
  });

  test("[ST4] erased words are gone from every row, and their old row is vacuumed within a minute", async () => {
    const own = await newDatabase();
    const store = await openPostgresStore({ url: own, erasureMs: 0 });
    const room = random(32);
    const device = random(16);
    const words = newItem(2, { writer: { device, seq: 1 } });
    await store.append(newBatch(room, [newItem(1), words]));
    const erase = [{ hashes: [words.hash], devices: [device] }];
    await store.append(newBatch(room, [newItem(3)], { erase }));
    expect(await ask(own, "SELECT 1 FROM items WHERE n = 2 AND body IS NOT NULL")).toEqual([]);
    for (;;) {
      const [row] = await ask(
        own,
        "SELECT count(*) AS tables FROM pg_stat_user_tables WHERE relname LIKE 'items_p%' AND vacuum_count > 0",
      );
      if (Number(row!.tables) === 16) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await store.close();
  });

  test("[ST6] a database without a free connection is answered Full, takes nothing, and needs nobody to recover", async () => {
    const own = await newDatabase();
    const role = `r_${Buffer.from(random(6)).toString("hex")}`;
    await ask(
      own,
      `CREATE ROLE ${role} LOGIN; ALTER DATABASE ${new URL(own).pathname.slice(1)} OWNER TO ${role}`,
    );
    await ask(own, `ALTER SCHEMA public OWNER TO ${role}`);
    const store = await openPostgresStore({ url: own.replace("goldseam@", `${role}@`) });
    const room = random(32);
    await store.append(newBatch(room, [newItem(1)]));
    await ask(own, `ALTER ROLE ${role} CONNECTION LIMIT 0`);
    await ask(own, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '${role}'`);
    const batch = newBatch(room, [newItem(2)]);
    const full = { ok: false, error: { type: "Full" } };
    // The first may still go out on the connection that has just been ended: then nobody knows, and one must look.
    expect([full, { ok: false, error: { type: "Moved" } }]).toContainEqual(await store.append(batch));
    expect(await store.append(batch)).toEqual(full);
    await ask(own, `ALTER ROLE ${role} CONNECTION LIMIT -1`);
    expect(await store.append(batch)).toEqual({ ok: true, value: undefined });
    await store.close();
  });

  test("the tables are made once, whoever comes first, and a newer program's are left alone", async () => {
    const own = await newDatabase();
    const stores = await Promise.all([1, 2, 3].map(() => openPostgresStore({ url: own })));
    for (const store of stores) await store.close();
    expect(await ask(own, "SELECT step FROM schema_steps")).toEqual(
      schemaSteps.map((_, index) => ({ step: index + 1 })),
    );
    await ask(own, "INSERT INTO schema_steps VALUES (99)");
    await expect(openPostgresStore({ url: own })).rejects.toThrow("newer version");
  });
});

test("the tables only grow: a released step is never edited, a new one is added at its end", () => {
  for (const step of schemaSteps)
    expect(step.replaceAll(/\s+/g, " ")).toMatchSnapshot(
      "If this differs, add a step to schemaSteps instead of editing one",
    );
});
