/**
 * Freezes stores of the present steps of the tables, one of SQLite and one of PostgreSQL: what every later version must
 * open and go on with.
 *
 * Run once for each step, when it is released: `node test/upgrade/make-store.ts`. It replaces nothing.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { gzipSync } from "node:zlib";
import { openPostgresStore, openSqliteStore, type Store } from "@goldseam/server";
import { schemaSteps as postgresSteps } from "../../packages/server/src/postgres/schema.ts";
import { schemaSteps as sqliteSteps } from "../../packages/server/src/sqlite/schema.ts";
import { ClusterFolder, postgresPrograms } from "../../packages/server/test/postgres-cluster.ts";
import { startTestServer } from "../../packages/server/test/test-server.ts";
import { type FrozenStore, fillStore, frozenStoreFile } from "./frozen-store.ts";

async function fill(store: Store): Promise<FrozenStore> {
  const server = await startTestServer({}, { store });
  const frozen = await fillStore(server);
  await server.close();
  await store.close();
  return frozen;
}

function keep(target: ReturnType<typeof frozenStoreFile>, bytes: Buffer, frozen: FrozenStore): void {
  writeFileSync(target.store, gzipSync(bytes, { level: 9 }));
  writeFileSync(target.facts, `${JSON.stringify(frozen, undefined, 1)}\n`);
  process.stdout.write(`${target.store} holds ${frozen.n} items\n`);
}

const sqlite = frozenStoreFile(sqliteSteps.length, "SQLite");
if (!existsSync(sqlite.store)) {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "goldseam-freeze-")), "store.sqlite");
  const frozen = await fill(openSqliteStore({ file }));
  new DatabaseSync(file).exec("VACUUM");
  keep(sqlite, readFileSync(file), frozen);
}

/** What `pg_dump` writes for its own `psql`, and settings that an older or newer server does not know. */
const notSql = /^(\\|SET |SELECT pg_catalog\.set_config)/;

const postgres = frozenStoreFile(postgresSteps.length, "PostgreSQL");
if (!existsSync(postgres.store)) {
  if (postgresPrograms === undefined) throw new Error("a store of PostgreSQL is frozen by its own pg_dump");
  const folder = new ClusterFolder();
  try {
    const { url } = await folder.start(folder.make("frozen"));
    const frozen = await fill(await openPostgresStore({ url }));
    const dump = execFileSync(
      path.join(postgresPrograms, "pg_dump"),
      ["--inserts", "--no-owner", "--no-privileges", url],
      { encoding: "utf8", maxBuffer: 1e9 },
    );
    const sql = dump
      .split("\n")
      .filter((line) => !notSql.test(line))
      .join("\n");
    keep(postgres, Buffer.from(sql), frozen);
  } finally {
    folder.end();
  }
}
