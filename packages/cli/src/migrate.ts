import path from "node:path";
import { type ImportFault, importSqlite } from "@goldseam/server";
import { readArguments, refuse } from "./arguments.ts";
import { databaseHelp, databaseOf, reasonOf } from "./database.ts";

const usage = `goldseam migrate sqlite-to-postgres [--data FOLDER] [--database ADDRESS]

Copies everything from the folder's SQLite file into an empty PostgreSQL database, and compares what arrived.
All of it is there in the end, or nothing. The file stays as it is, and takes no new items meanwhile; end the
server before, and start it on the database after.

  --data      Folder of the file      GOLDSEAM_DATA      ./data
  --database  The empty database      GOLDSEAM_DATABASE
              ${databaseHelp}
`;

const options = {
  data: { type: "string" },
  database: { type: "string" },
  help: { type: "boolean" },
} as const;

/** `goldseam migrate sqlite-to-postgres` */
export async function migrate(args: readonly string[]): Promise<number> {
  const read = readArguments(args, options);
  if (!read.ok) return refuse(`${read.error}\n\n${usage}`, 2);
  const { values, positionals } = read.value;
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  if (positionals.length !== 1 || positionals[0] !== "sqlite-to-postgres") return refuse(usage, 2);
  const database = databaseOf(values.database, process.env);
  if (!database.ok) return refuse(`${database.error}\n`, 2);
  if (database.value === null) return refuse(`Name the database.\n\n${usage}`, 2);
  const file = path.resolve(values.data ?? process.env.GOLDSEAM_DATA ?? "data", "goldseam.sqlite");
  try {
    const imported = await importSqlite(file, { url: database.value });
    if (!imported.ok) return refuse(`${sentenceOf(imported.error, file)}\n`, 1);
    const { rooms, items, accounts, invites } = imported.value;
    process.stdout.write(
      `Copied and compared: ${items} items in ${rooms} rooms, ${accounts} accounts, ${invites} invites.\n`,
    );
    return 0;
  } catch (error) {
    return refuse(`Nothing was copied: ${reasonOf(error)}.\n`, 1);
  }
}

function sentenceOf(fault: ImportFault, file: string): string {
  if (fault.type === "NotAStore")
    return `${file} is not there, or is no database of this version, or is held.`;
  if (fault.type === "NotEmpty")
    return `The database is not empty: it has rows in ${fault.table}. Nothing was copied.`;
  return `What arrived in ${fault.table} was not what was sent. Nothing was copied.`;
}
