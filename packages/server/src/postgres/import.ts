import { existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { err, ok, type Result } from "@goldseam/core";
import { schemaSteps as sqliteSteps } from "../sqlite/schema.ts";
import { Connections, type PostgresConfig, type Query, type Value } from "./connections.ts";
import { applySchema } from "./schema.ts";

/** Rows of each table that stand in both databases. */
export type Imported = Readonly<Record<string, number>>;

export type ImportFault =
  /** The file is no database of this version. */
  | { readonly type: "NotAStore" }
  /** The PostgreSQL database holds something already. */
  | { readonly type: "NotEmpty"; readonly table: string }
  /** What arrived is not what was sent; nothing was stored. */
  | { readonly type: "Differs"; readonly table: string };

type Table = {
  readonly name: string;
  /** Columns with their types, in the order in which `rows` gives them. */
  readonly columns: Readonly<Record<string, "bytea" | "text" | "int" | "bigint" | "boolean">>;
  /** Statement for SQLite. */
  readonly rows: string;
};

/** In an order that every reference allows. Items rest alike in both: without the names that their rows say. */
const tables: readonly Table[] = [
  {
    name: "secrets",
    columns: { name: "text", value: "bytea" },
    rows: "SELECT name, value FROM secrets",
  },
  {
    name: "rooms",
    columns: { room: "bytea", n: "int", t: "bigint", head: "bytea" },
    rows: `SELECT room, n, t, head FROM rooms JOIN items ON item_key =
             (SELECT item_key FROM items WHERE items.room_key = rooms.room_key ORDER BY n DESC LIMIT 1)`,
  },
  {
    name: "room_facts",
    columns: { room: "bytea", facts: "bytea" },
    rows: "SELECT room, facts FROM rooms",
  },
  {
    name: "room_members",
    columns: { room: "bytea", identity: "bytea", until_n: "int" },
    rows: "SELECT room, identity, until_n FROM room_members JOIN rooms USING (room_key)",
  },
  {
    name: "room_devices",
    columns: { room: "bytea", device: "bytea", seq: "bigint", newest_n: "int" },
    rows: `SELECT room, device, seq, n FROM room_devices JOIN rooms USING (room_key)
             JOIN items ON item_key = newest_item`,
  },
  {
    name: "items",
    columns: {
      room: "bytea",
      n: "int",
      t: "bigint",
      device: "bytea",
      head: "bytea",
      hash16: "bytea",
      item: "bytea",
      body: "bytea",
    },
    rows: `SELECT room, n, t, device, head, hash16, item, body FROM items
             JOIN rooms USING (room_key) LEFT JOIN room_devices USING (device_key)`,
  },
  {
    name: "accounts",
    columns: { identity: "bytea" },
    rows: "SELECT identity FROM accounts",
  },
  {
    name: "account_log",
    columns: { identity: "bytea", number: "int", link: "bytea", t: "bigint" },
    rows: "SELECT identity, number, link, t FROM account_log JOIN accounts USING (account_key)",
  },
  {
    name: "account_devices",
    columns: {
      device: "bytea",
      identity: "bytea",
      device_key: "bytea",
      ended: "boolean",
      waits_until: "bigint",
    },
    rows: `SELECT device, identity, device_key, ended, waits_until
             FROM account_devices JOIN accounts USING (account_key)`,
  },
  {
    name: "slots",
    columns: { identity: "bytea", kind: "text", locator: "bytea", login_hash: "bytea", wrapped: "bytea" },
    rows: "SELECT identity, kind, locator, login_hash, wrapped FROM slots JOIN accounts USING (account_key)",
  },
  {
    name: "sessions",
    columns: { token_hash: "bytea", identity: "bytea", device: "bytea", expires: "bigint" },
    rows: "SELECT token_hash, identity, device, expires FROM sessions JOIN accounts USING (account_key)",
  },
  {
    name: "push_subscriptions",
    columns: { device: "bytea", identity: "bytea", endpoint: "text", p256dh: "bytea", auth: "bytea" },
    rows: `SELECT device, identity, endpoint, p256dh, auth
             FROM push_subscriptions JOIN accounts USING (account_key)`,
  },
  {
    name: "mail_addresses",
    columns: { identity: "bytea", address: "text" },
    rows: "SELECT identity, address FROM mail_addresses JOIN accounts USING (account_key)",
  },
  {
    name: "mail_confirmations",
    columns: {
      identity: "bytea",
      address: "text",
      number: "text",
      tries: "int",
      expires: "bigint",
      sent: "int",
      sent_since: "bigint",
    },
    rows: `SELECT identity, address, number, tries, expires, sent, sent_since
             FROM mail_confirmations JOIN accounts USING (account_key)`,
  },
  {
    name: "wake_ups",
    columns: { identity: "bytea", device: "bytea", at: "bigint" },
    rows: "SELECT identity, device, at FROM wake_ups JOIN accounts USING (account_key)",
  },
  {
    name: "spent_challenges",
    columns: { challenge: "bytea", until: "bigint" },
    rows: "SELECT challenge, until FROM spent_challenges",
  },
  {
    name: "invites",
    columns: {
      invite: "bytea",
      room: "bytea",
      state: "text",
      expires: "bigint",
      preview: "bytea",
      answer: "bytea",
      answered_by: "bytea",
    },
    rows: `SELECT invite, room, state, expires, preview, answer, answered_by FROM invites ORDER BY invite_key`,
  },
];

const rowsAtOnce = 500;

/**
 * Copies a store from an SQLite file into an empty PostgreSQL database, in one transaction: all of it or nothing.
 *
 * While it runs, nothing can be added to the file, so that nothing is acknowledged there that would not be here.
 * Counts of all tables, and every room's end and head as its items have it, are compared before it is done.
 */
export async function importSqlite(
  file: string,
  config: PostgresConfig,
): Promise<Result<Imported, ImportFault>> {
  const source = openSource(file);
  if (source === null) return err({ type: "NotAStore" });
  const connections = new Connections(config);
  try {
    await applySchema((work) => connections.transaction(work));
    return await connections
      .transaction((query) => copyAll(source, query))
      .then(ok, (error) => {
        if (error instanceof Stop) return err(error.fault);
        throw error;
      });
  } finally {
    source.close();
    await connections.close();
  }
}

/** Undoes the transaction. */
class Stop extends Error {
  readonly fault: ImportFault;
  constructor(fault: ImportFault) {
    super(fault.type);
    this.fault = fault;
  }
}

/** The file, held so that nobody else can write it; null when it is no store of this version. */
function openSource(file: string): DatabaseSync | null {
  // SQLite would make the file.
  if (!existsSync(file)) return null;
  let source: DatabaseSync | undefined;
  try {
    source = new DatabaseSync(file, { timeout: 10_000 });
    source.exec("BEGIN IMMEDIATE");
    const step = source.prepare("SELECT max(step) AS step FROM schema_steps").get()?.step;
    if (step === sqliteSteps.length) return source;
  } catch {
    // Absent, not a database, or one of another program.
  }
  source?.close();
  return null;
}

async function copyAll(source: DatabaseSync, query: Query): Promise<Imported> {
  for (const { name } of tables) {
    const { count } = await query(`SELECT 1 FROM ${name} LIMIT 1`, []);
    if (count > 0) throw new Stop({ type: "NotEmpty", table: name });
  }
  const imported: Record<string, number> = {};
  for (const table of tables) {
    imported[table.name] = await copy(table, source, query);
    const { rows } = await query(`SELECT count(*) AS count FROM ${table.name}`, []);
    if (rows[0]!.count !== imported[table.name]) throw new Stop({ type: "Differs", table: table.name });
  }
  // The ends as the copied rooms have them, against the items that arrived.
  const { count } = await query(
    `SELECT 1 FROM rooms LEFT JOIN items USING (room, n)
     WHERE items.head IS DISTINCT FROM rooms.head
       OR n <> (SELECT count(*) FROM items AS all_items WHERE all_items.room = rooms.room) LIMIT 1`,
    [],
  );
  if (count > 0) throw new Stop({ type: "Differs", table: "items" });
  return imported;
}

async function copy({ name, columns, rows }: Table, source: DatabaseSync, query: Query): Promise<number> {
  const kinds = Object.values(columns);
  const given = kinds.map((kind, index) => `$${index + 1}::${kind}[]`).join(", ");
  const text = `INSERT INTO ${name} (${Object.keys(columns).join(", ")}) SELECT * FROM unnest(${given})`;
  const waiting: Record<string, Value>[] = [];
  let count = 0;
  const store = async (): Promise<void> => {
    const chunk = waiting.splice(0).map((row) => Object.values(row));
    count += chunk.length;
    if (chunk.length === 0) return;
    const byColumn = kinds.map((kind, index) =>
      chunk.map((row) => (kind === "boolean" ? row[index] === 1 : row[index]) as null | number),
    );
    await query(text, byColumn);
  };
  for (const row of source.prepare(rows).iterate()) {
    waiting.push(row as Record<string, Value>);
    if (waiting.length === rowsAtOnce) await store();
  }
  await store();
  return count;
}
