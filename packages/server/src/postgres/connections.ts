import type { Bytes } from "@goldseam/core";
import { Client, type ClientBase, DatabaseError, Pool, type PoolConfig } from "pg";

export type PostgresConfig = {
  /**
   * `postgres://user:password@host:port/database`, with `?sslmode=verify-full` wherever a network lies between.
   * No default: a host must know where the words rest. It is kept in memory and written nowhere.
   */
  readonly url: string;
  /** Connections for questions and accounts. Default 8: each answers one question at a time. */
  readonly readersMax?: number;
  /** Connections that append, each in one transaction at a time. Default 2: one works while one waits for the disk. */
  readonly writers?: number;
  /**
   * Milliseconds after an erasure within which the rows that held the words are vacuumed. Default 10 s: many
   * erasures cost one vacuum. Copies in the write-ahead log stay until it is recycled.
   */
  readonly erasureMs?: number;
  /**
   * Milliseconds between two looks at whether the line of changes still answers; one that is silent for half of that
   * is opened again. Default 10 s.
   */
  readonly beatMs?: number;
};

export type Value =
  | null
  | boolean
  | number
  | string
  | Uint8Array
  | readonly (null | boolean | number | string | Uint8Array)[];
export type Row = Record<string, unknown>;
/** A statement and what it gave: rows, and how many rows it touched. Without values it may hold several statements. */
export type Query = (
  text: string,
  values?: readonly Value[],
) => Promise<{ readonly rows: readonly Row[]; readonly count: number }>;

/** Longer than any of ours takes; a statement that waits longer waits for something that is gone. */
const timeouts = {
  connectionTimeoutMillis: 5_000,
  statement_timeout: 60_000,
  lock_timeout: 10_000,
  // A process that hangs between two statements must not hold a room for ever.
  idle_in_transaction_session_timeout: 10_000,
};

const ofText: Readonly<Record<number, (text: string) => unknown>> = {
  16: (text) => text === "t",
  17: (text) => new Uint8Array(Buffer.from(text.slice(2), "hex")),
  20: Number,
  23: Number,
};
const types = {
  getTypeParser: (type: number) => ofText[type] ?? ((text: string) => text),
} as unknown as NonNullable<PoolConfig["types"]>;

/** What every connection has in common. Commits wait for the disk, whatever the database's own default is. */
const connectionConfig = ({ url }: PostgresConfig) => ({
  connectionString: url,
  application_name: "goldseam",
  keepAlive: true,
  options: "-c synchronous_commit=on",
  types,
  ...timeouts,
});

const names = new Map<string, string>();

/** Statements have a name by their text, so that the database plans each once for a connection. */
function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `goldseam_${names.size}`;
  names.set(text, name);
  return name;
}

export const queryOn =
  (client: ClientBase | Pool): Query =>
  async (text, values) => {
    const asked = values === undefined ? { text } : { name: nameOf(text), text, values: [...values] };
    const { rows, rowCount } = await client.query(asked);
    return { rows, count: rowCount ?? 0 };
  };

export class Connections {
  readonly query: Query;
  readonly #readers: Pool;
  /** Apart from the readers, since whoever waits for a room holds one of these. */
  readonly #turns: Pool;

  constructor(config: PostgresConfig) {
    const poolOf = (max: number): Pool => {
      const pool = new Pool({ ...connectionConfig(config), max, idleTimeoutMillis: 60_000 });
      // An idle connection ended. The pool has let go of it and makes another when one is needed.
      pool.on("error", () => undefined);
      return pool;
    };
    this.#readers = poolOf(config.readersMax ?? 8);
    this.#turns = poolOf(2);
    this.query = queryOn(this.#readers);
  }

  /** Runs `work` in a transaction that is undone when it throws. */
  transaction<T>(work: (query: Query) => Promise<T>): Promise<T> {
    return inTransaction(this.#readers, work);
  }

  /** As `transaction`, on one of the few connections that may wait long. */
  turn<T>(work: (query: Query) => Promise<T>): Promise<T> {
    return inTransaction(this.#turns, work);
  }

  async close(): Promise<void> {
    await Promise.all([this.#readers.end(), this.#turns.end()]);
  }
}

async function inTransaction<T>(pool: Pool, work: (query: Query) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  // A connection that ends meanwhile says so to the statement under way; unheard, it would end the process.
  const unheard = (): void => undefined;
  client.on("error", unheard);
  const query = queryOn(client);
  let failed: Error | undefined;
  try {
    await query("BEGIN");
    const result = await work(query);
    await query("COMMIT");
    return result;
  } catch (error) {
    failed = error instanceof Error ? error : new Error("unknown");
    // With the connection goes its transaction, if this cannot be said any more.
    await query("ROLLBACK").then(
      () => {
        failed = undefined;
      },
      () => undefined,
    );
    throw error;
  } finally {
    client.off("error", unheard);
    client.release(failed ?? false);
  }
}

/** A connection of its own that is not handed out. */
export const newClient = (config: PostgresConfig): Client => new Client(connectionConfig(config));

/**
 * A connection that sends without waiting for the answer before.
 *
 * Plans are made once: planning an append over all partitions anew costs the database almost as much as the append
 * (0.36 ms against 0.21 ms of its processor).
 */
export function newPipeline(config: PostgresConfig): Client {
  const common = connectionConfig(config);
  const options = `${common.options} -c plan_cache_mode=force_generic_plan`;
  return new Client({ ...common, options, pipeline: true });
}

const codeOf = (error: unknown): string =>
  error instanceof DatabaseError ? (error.code ?? "") : ((error as { code?: string }).code ?? "");

/** The database has answered that it did nothing; without it, what was under way may have happened. */
export const isAnswer = (error: unknown): boolean =>
  error instanceof DatabaseError && !codeOf(error).startsWith("57P");

/** Nothing was stored, and a later try may succeed: no space, no memory, no connection left, a disk that fails. */
export const isFull = (error: unknown): boolean =>
  /^(53\w{3}|58030|25006|57P03|ECONNREFUSED|ENOENT)$/.test(codeOf(error));

/** Two transactions waited for each other, and this one was chosen to try again. */
export const isToRepeat = (error: unknown): boolean => ["40P01", "40001"].includes(codeOf(error));

/** A row with this constraint's key is there already. */
export const isTaken = (error: unknown, constraint: string): boolean =>
  error instanceof DatabaseError && error.code === "23505" && error.constraint === constraint;

export const bytesIn = (row: Row, column: string): Bytes => row[column] as Bytes;
