import { statSync, writeFileSync } from "node:fs";
import path from "node:path";

/** An empty file beside the database, whose time is that of the last backup. */
const markOf = (data: string): string => path.join(data, "last-backup");

/**
 * Leaves the mark of a finished backup, from which metrics and doctor know its age.
 *
 * Answers whether it could: whoever makes the backup may have no right to write there, and the backup is good.
 */
export function markBackup(data: string): boolean {
  try {
    writeFileSync(markOf(data), "", { mode: 0o600 });
    return true;
  } catch {
    return false;
  }
}

/** When the last backup of `data` was finished, in milliseconds; null when none is known of. */
export const backupAtOf = (data: string): number | null =>
  statSync(markOf(data), { throwIfNoEntry: false })?.mtimeMs ?? null;
