import { statSync } from "node:fs";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { applySchema } from "./schema.ts";

export type SqliteConfig = {
  /** The database file; its folder must exist. No default: a host must know where the words rest. */
  readonly file: string;
  /** Bytes that the file may grow to. Default 64 GiB; beyond it appends are answered `Full`. */
  readonly bytesMax?: number;
  /**
   * Milliseconds after an erasure within which the write-ahead log is emptied, since erased words rest there
   * until then. Default 10 s: many erasures cost one emptying, and a minute is promised.
   */
  readonly erasureMs?: number;
};

/** Five of the usual entries fill a page; larger pages would make every commit write more. */
const pageBytes = 4_096;
/** Pages of the write-ahead log after which it is moved into the database: pages that many commits touch, once. */
const logPagesMax = 4_000;

/** Primary result codes after which nothing was stored and a later try may succeed. */
const fullCodes = new Set([5, 6, 8, 10, 13, 14]); // BUSY, LOCKED, READONLY, IOERR, FULL, CANTOPEN

export const isFull = (error: unknown): boolean =>
  typeof error === "object" &&
  error !== null &&
  "errcode" in error &&
  fullCodes.has(Number(error.errcode) & 0xff);

export type Value = null | number | string | Uint8Array;
export type Row = Record<string, unknown>;

/** One SQLite file, set up to keep what it acknowledged, with its statements prepared once each. */
export class SqliteDatabase {
  readonly connection: DatabaseSync;
  readonly #file: string;
  readonly #erasureMs: number;
  readonly #prepared = new Map<string, StatementSync>();
  #emptying: NodeJS.Timeout | undefined;

  constructor({ file, bytesMax = 64 * 2 ** 30, erasureMs = 10_000 }: SqliteConfig) {
    this.connection = openDatabase(file, bytesMax);
    this.#file = file;
    this.#erasureMs = erasureMs;
  }

  readonly sql = (text: string): StatementSync => {
    const known = this.#prepared.get(text);
    if (known !== undefined) return known;
    const statement = this.connection.prepare(text);
    this.#prepared.set(text, statement);
    return statement;
  };
  readonly get = (text: string, ...values: Value[]): Row | undefined =>
    this.sql(text).get(...values) as Row | undefined;
  readonly all = (text: string, ...values: Value[]): Row[] => this.sql(text).all(...values) as Row[];
  /** How many rows changed. */
  readonly run = (text: string, ...values: Value[]): number => Number(this.sql(text).run(...values).changes);

  /** Words were erased: soon neither file holds them. */
  emptyLogSoon(): void {
    this.#emptying ??= setTimeout(() => {
      this.#emptying = undefined;
      emptyLog(this.connection);
    }, this.#erasureMs).unref();
  }

  /** Bytes of both files. */
  bytes(): number {
    const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    return sizeOf(this.#file) + sizeOf(`${this.#file}-wal`);
  }

  close(): void {
    clearTimeout(this.#emptying);
    emptyLog(this.connection);
    this.connection.close();
  }
}

function openDatabase(file: string, bytesMax: number): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 2_000 });
  database.exec(`
    PRAGMA page_size = ${pageBytes};
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA secure_delete = ON;
    PRAGMA foreign_keys = OFF;
    PRAGMA cache_size = -65536;
    PRAGMA wal_autocheckpoint = ${logPagesMax};
    PRAGMA max_page_count = ${Math.max(64, Math.floor(bytesMax / pageBytes))};
  `);
  applySchema(database);
  return database;
}

/** Moves everything from the write-ahead log into the database and cuts the log to nothing. */
function emptyLog(database: DatabaseSync): void {
  try {
    database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  } catch (error) {
    if (!isFull(error)) throw error;
  }
}
