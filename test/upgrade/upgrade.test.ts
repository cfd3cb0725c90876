import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { fromHex, type Instant } from "@goldseam/core";
import { openPostgresStore, openSqliteStore, type Store } from "@goldseam/server";
import { afterAll, describe, expect, test } from "vitest";
import { newFolder, run } from "../../packages/cli/test/command.ts";
import { schemaSteps as postgresSteps } from "../../packages/server/src/postgres/schema.ts";
import { schemaSteps as sqliteSteps } from "../../packages/server/src/sqlite/schema.ts";
import { ask, describePostgres, newDatabase } from "../../packages/server/test/postgres.ts";
import { granted, TestClient } from "../../packages/server/test/test-client.ts";
import * as kit from "../../packages/server/test/test-kit.ts";
import { startTestServer, TestClock } from "../../packages/server/test/test-server.ts";
import { type FrozenStore, frozenStoreFile, hex } from "./frozen-store.ts";

/** Digests of the released steps of the tables, in order, without what spaces and line breaks change. */
const released = {
  SQLite: {
    steps: sqliteSteps,
    digests: [
      "0833a2aeac2e0b79b87cc07db34ba528b64eff3a0e682ee6bc95dc9cd644c079",
      "329cca011d0b2178c834b8abcc109fbffbfa75297f53b3c194a6d3472beed737",
      "e6599b73cc35e76ebbcc7b0aa5152d80560a5d7d7844960e487f34e48ff42bee",
    ],
  },
  PostgreSQL: {
    steps: postgresSteps,
    digests: [
      "56400fe308d6122004ae0879a3d9b89993ad4846ca239f41ca37fb731a041d41",
      "29dc7cfc2207474b45735205ee9338bd26a3ae94d934af002de3359f0f03fdf2",
      "70489637150a8d0c5edd5b04e7a289be989ea6eaefd7acfa924c724f70f38cec",
    ],
  },
};
const digestOf = (step: string): string =>
  createHash("sha256").update(step.replaceAll(/\s+/g, " ").trim()).digest("hex");

for (const [name, { steps, digests }] of Object.entries(released)) {
  test(`[UP1] no released step of ${name}'s tables was edited, and none was taken away`, () => {
    for (const [index, digest] of digests.entries()) {
      expect(
        digestOf(steps[index] ?? ""),
        `Step ${index + 1} of ${name} is released: databases out there were made by it, and an edit never reaches them. ` +
          "Put it back as it was, and add what you need as a new step at the end of schemaSteps.",
      ).toBe(digest);
    }
  });

  test(`[UP1] every step of ${name}'s tables is frozen here`, () => {
    expect(
      steps.map(digestOf).slice(digests.length),
      `A new step of ${name}: when it is released, add its digest to this test, and for SQLite freeze a store of it ` +
        "with node test/upgrade/make-store.ts.",
    ).toEqual([]);
  });
}

const frozenSteps = (all: readonly string[], database: keyof typeof released): readonly number[] =>
  all.map((_, index) => index + 1).filter((step) => existsSync(frozenStoreFile(step, database).store));

function readFrozen(step: number, database: keyof typeof released) {
  const { store, facts } = frozenStoreFile(step, database);
  const frozen: FrozenStore = JSON.parse(readFileSync(facts, "utf8"));
  return { frozen, bytes: gunzipSync(readFileSync(store)) };
}

/** Serves the people of the frozen store as before, and takes in what comes next. */
async function expectServed(store: Store, frozen: FrozenStore): Promise<void> {
  const clock = new TestClock();
  clock.now = frozen.at as Instant;
  const server = await startTestServer({}, { store, clock: clock.read });
  const person = { identity: kit.keyPair(fromHex(frozen.identitySeed)), boxKey: fromHex(frozen.boxKey) };
  const device = kit.newDevice(kit.keyPair(fromHex(frozen.deviceSeed)));
  const ana = new TestClient(server.address, person, device);

  ana.cookie = frozen.cookie;
  const room = fromHex(frozen.room);
  const { n, head, placed } = granted(await ana.pull(room));
  expect([n, hex(head)]).toEqual([frozen.n, frozen.head]);
  expect(placed.map(({ t, erased, item }) => ({ t, erased, item: hex(item) }))).toEqual(frozen.items);
  const { locator, login, wrapped } = frozen.slot;
  const asked = { kind: "kit" as const, locator: fromHex(locator), login: fromHex(login) };
  expect(hex(granted(await ana.ask("openSlot", asked)).wrapped)).toBe(wrapped);
  granted(await ana.signIn());
  const { invites } = granted(await ana.ask("myInvites", { room }));
  expect(invites.map(({ state }) => state)).toEqual(["used", "open"]);

  device.chains.set(hex(room), { seq: frozen.chain.seq, prev: fromHex(frozen.chain.prev) });
  const next = kit.entry(room, device, { seen: { n, head } });
  expect(granted(await ana.append(room, next)).map((place) => place.n)).toEqual([n + 1]);
  await server.close();
  await store.close();
}

describe("a store that an earlier version wrote", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "goldseam-upgrade-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const steps = frozenSteps(sqliteSteps, "SQLite");

  test("[UP2] there is one of the present step", () => {
    expect(steps).toContain(sqliteSteps.length);
  });

  for (const step of steps) {
    test(`[UP2] of step ${step} is restored, serves everyone as before, and takes in what comes next`, async () => {
      const { frozen, bytes } = readFrozen(step, "SQLite");
      const backup = path.join(folder, `step-${step}.sqlite`);
      writeFileSync(backup, bytes);
      const data = newFolder();
      const restored = await run(["restore", backup, "--data", data]);
      expect(restored).toMatchObject({ code: 0, error: "" });
      expect(restored.out).toContain(`${frozen.n} items in 1 rooms, and 2 accounts.`);
      await expectServed(openSqliteStore({ file: path.join(data, "goldseam.sqlite") }), frozen);
    });
  }
});

describePostgres("a database that an earlier version wrote", () => {
  const steps = frozenSteps(postgresSteps, "PostgreSQL");

  test("[UP2] there is one of the present step", () => {
    expect(steps).toContain(postgresSteps.length);
  });

  for (const step of steps) {
    test(`[UP2] of step ${step} serves everyone as before, and takes in what comes next`, async () => {
      const { frozen, bytes } = readFrozen(step, "PostgreSQL");
      const url = await newDatabase();
      await ask(url, bytes.toString());
      await expectServed(await openPostgresStore({ url }), frozen);
    });
  }
});
