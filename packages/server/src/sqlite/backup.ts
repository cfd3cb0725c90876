import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { err, ok, type Result } from "@goldseam/core";
import { schemaSteps } from "./schema.ts";

export type BackupFault =
  /** There is no such file, or it is no store of this version or an older one. */
  | { readonly type: "NotAStore" }
  /** Pages or rooms do not hold together. */
  | { readonly type: "Damaged" }
  /** What would be written is there already. */
  | { readonly type: "Exists" };

export type Counted = {
  readonly rooms: number;
  readonly items: number;
  readonly accounts: number;
  /** Receipt time of the newest item, in milliseconds; 0 while there is none. */
  readonly newestAt: number;
};

/**
 * Writes one consistent copy of a store to `target`, while servers go on using it.
 *
 * The copy is one state, holds nothing that was erased before, is readable by its owner alone, and has reached the
 * disk when the answer comes. Throws what the file system throws; no part of a copy is left behind then.
 */
export function backupSqlite(file: string, target: string): Result<Counted, BackupFault> {
  if (existsSync(target)) return err({ type: "Exists" });
  const counted = checkSqlite(file, false);
  if (!counted.ok) return counted;
  const part = `${target}.part`;
  closeSync(openSync(part, "w", 0o600));
  try {
    const database = new DatabaseSync(file, { readOnly: true, timeout: 10_000 });
    try {
      database.prepare("VACUUM INTO ?").run(part);
    } finally {
      database.close();
    }
    return place(part, target);
  } finally {
    rmSync(part, { force: true });
  }
}

/**
 * Puts a backup where a store is to be. Refuses what is damaged or no store, and never replaces a file.
 *
 * Throws what the file system throws; then there is no store at `file`.
 */
export function restoreSqlite(backup: string, file: string): Result<Counted, BackupFault> {
  // A log without its database belongs to one that was moved away: beside another it would be read as its own.
  if ([file, `${file}-wal`, `${file}-shm`].some((one) => existsSync(one))) return err({ type: "Exists" });
  const part = `${file}.part`;
  try {
    if (!existsSync(backup)) return err({ type: "NotAStore" });
    closeSync(openSync(part, "w", 0o600));
    copyFileSync(backup, part);
    return place(part, file);
  } finally {
    rmSync(part, { force: true });
  }
}

/** Checks the file at `part`, brings it to the disk, and gives it its name, if nothing has that name. */
function place(part: string, name: string): Result<Counted, BackupFault> {
  const counted = checkSqlite(part, true);
  if (!counted.ok) return counted;
  toDisk(part);
  try {
    // Takes the name, which a rename would take from another file without a word.
    closeSync(openSync(name, "wx", 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return err({ type: "Exists" });
    throw error;
  }
  renameSync(part, name);
  toDisk(path.dirname(path.resolve(name)));
  return counted;
}

function toDisk(file: string): void {
  const opened = openSync(file, "r");
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

/** What a store holds; with `whole`, after a look at each of its pages and each of its rooms. */
export function checkSqlite(file: string, whole: boolean): Result<Counted, BackupFault> {
  if (!existsSync(file)) return err({ type: "NotAStore" });
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { readOnly: true, timeout: 10_000 });
    const number = (text: string): number => Number(Object.values(database!.prepare(text).get()!)[0]);
    if (number("SELECT max(step) FROM schema_steps") > schemaSteps.length) return err({ type: "NotAStore" });
    if (whole && (isBroken(database) || number(brokenRooms) > 0)) return err({ type: "Damaged" });
    return ok({
      rooms: number("SELECT count(*) FROM rooms"),
      items: number("SELECT count(*) FROM items"),
      accounts: number("SELECT count(*) FROM accounts"),
      newestAt: number("SELECT coalesce(max(t), 0) FROM items"),
    });
  } catch (error) {
    if (!(error instanceof Error && "errcode" in error)) throw error;
    // SQLITE_CORRUPT; anything else is no database, or not ours.
    return err({ type: Number(error.errcode) === 11 ? "Damaged" : "NotAStore" });
  } finally {
    database?.close();
  }
}

const isBroken = (database: DatabaseSync): boolean =>
  Object.values(database.prepare("PRAGMA integrity_check").get()!)[0] !== "ok";

/** Rooms without items, or whose items do not run from 1 to their number. */
const brokenRooms = `
  SELECT count(*) FROM rooms LEFT JOIN
    (SELECT room_key, count(*) AS items, min(n) AS first, max(n) AS last FROM items GROUP BY room_key) AS held
    USING (room_key)
  WHERE first IS NULL OR first <> 1 OR last <> items`;
