import path from "node:path";
import { backupSqlite } from "@goldseam/server";
import { readArguments, refuse } from "./arguments.ts";
import { markBackup } from "./backup-mark.ts";
import { databaseOf } from "./database.ts";
import { sentenceOf } from "./restore.ts";

const usage = `goldseam backup FILE [--data FOLDER]

Writes one consistent copy of everything to FILE, while the server runs. Keep it as you keep the data itself: it is
sealed, but says who is in a room with whom, and words erased later stay in it.

  --data  Folder of the database  GOLDSEAM_DATA  ./data

With a PostgreSQL database, its own tools do this: pg_dump for a copy, an archive of its log for every moment.
`;

const options = {
  data: { type: "string" },
  database: { type: "string" },
  help: { type: "boolean" },
} as const;

/** `goldseam backup FILE` */
export async function backup(args: readonly string[]): Promise<number> {
  const read = readArguments(args, options);
  if (!read.ok) return refuse(`${read.error}\n\n${usage}`, 2);
  const { values, positionals } = read.value;
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) return refuse(usage, 2);
  const database = databaseOf(values.data === undefined ? values.database : "", process.env);
  if (!database.ok) return refuse(`${database.error}\n`, 2);
  if (database.value !== null) {
    const quoted = `'${name.replaceAll("'", String.raw`'\''`)}'`;
    return refuse(
      "Nothing was written: PostgreSQL makes its own backups. This one is consistent while the server runs:\n\n" +
        `  pg_dump --format=custom --file=${quoted} --dbname="$GOLDSEAM_DATABASE"\n` +
        `  pg_restore --exit-on-error --single-transaction --dbname="$EMPTY_DATABASE" ${quoted}\n`,
      1,
    );
  }
  const data = path.resolve(values.data ?? process.env.GOLDSEAM_DATA ?? "data");
  const file = path.join(data, "goldseam.sqlite");
  try {
    const done = backupSqlite(file, path.resolve(name));
    if (!done.ok) return refuse(`${sentenceOf(done.error, { from: file, to: name })}\n`, 1);
    const { rooms, items, accounts } = done.value;
    process.stdout.write(`${name} holds ${items} items in ${rooms} rooms, and ${accounts} accounts.\n`);
    if (!markBackup(data))
      process.stderr.write(`${data} cannot be written: metrics do not learn of this backup.\n`);
    return 0;
  } catch (error) {
    return refuse(`${name} cannot be written (${(error as NodeJS.ErrnoException).code ?? "unknown"}).\n`, 1);
  }
}
