import { mkdirSync } from "node:fs";
import path from "node:path";
import { type BackupFault, restoreSqlite } from "@goldseam/server";
import { readArguments, refuse } from "./arguments.ts";

const usage = `goldseam restore FILE [--data FOLDER]

Puts a backup where the server looks for its data, after a look at each of its pages and rooms. Replaces nothing:
move data that is there away first. What was written after the backup is not in it; devices that hold newer items
will say that the record is shorter than it was.

  --data  Folder of the database  GOLDSEAM_DATA  ./data
`;

/** `goldseam restore FILE` */
export async function restore(args: readonly string[]): Promise<number> {
  const read = readArguments(args, { data: { type: "string" }, help: { type: "boolean" } });
  if (!read.ok) return refuse(`${read.error}\n\n${usage}`, 2);
  const { values, positionals } = read.value;
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) return refuse(usage, 2);
  const data = path.resolve(values.data ?? process.env.GOLDSEAM_DATA ?? "data");
  const file = path.join(data, "goldseam.sqlite");
  try {
    mkdirSync(data, { recursive: true, mode: 0o700 });
    const done = restoreSqlite(path.resolve(name), file);
    if (!done.ok) return refuse(`${sentenceOf(done.error, { from: name, to: file })}\n`, 1);
    const { rooms, items, accounts } = done.value;
    process.stdout.write(`${file} holds ${items} items in ${rooms} rooms, and ${accounts} accounts.\n`);
    return 0;
  } catch (error) {
    return refuse(`${file} cannot be written (${(error as NodeJS.ErrnoException).code ?? "unknown"}).\n`, 1);
  }
}

/** What a fault means to whoever keeps the data. */
export function sentenceOf(
  { type }: BackupFault,
  { from, to }: { readonly from: string; readonly to: string },
): string {
  if (type === "Exists") return `${to} is there already, and nothing is replaced.`;
  if (type === "Damaged") return `${from} is damaged. Nothing was written.`;
  return `${from} is not there, or is no database of this version.`;
}
