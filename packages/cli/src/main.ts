import { enableCompileCache } from "node:module";

// Compiled once for this machine, not at each start: that costs a quarter less memory.
enableCompileCache();

/** Takes the arguments after its name, answers with the exit code. */
type Command = (args: readonly string[]) => Promise<number>;

/** Each is loaded when it is asked for: checking a file starts no server's code. */
const commands = new Map<string, () => Promise<Command>>([
  ["serve", async () => (await import("./serve.ts")).serve],
  ["backup", async () => (await import("./backup.ts")).backup],
  ["restore", async () => (await import("./restore.ts")).restore],
  ["doctor", async () => (await import("./doctor.ts")).doctor],
  ["migrate", async () => (await import("./migrate.ts")).migrate],
  ["practitioner", async () => (await import("./practitioner.ts")).practitioner],
  ["measure", async () => (await import("./measure.ts")).measure],
  ["wording", async () => (await import("./wording.ts")).wording],
  ["verify", async () => (await import("./verify.ts")).verify],
]);

const help = `goldseam <command>

  serve     Run a relay and the app on this machine.
  backup    Copy everything to one file, while the relay runs.
  restore   Put a backup where the relay looks for its data.
  doctor    Look at settings, disk, clock and database, and say what is wrong.
  migrate   Move from SQLite to PostgreSQL.
  practitioner  Confirm a practitioner: sign what you found in a register.
  wording   Say what the writing coach finds, a line for each text.
  verify    Check an exported record, offline.
  measure   Score measures, offline.

goldseam <command> --help says more about one of them.
`;

const [name = "", ...args] = process.argv.slice(2);
const load = commands.get(name);
if (load !== undefined) {
  const command = await load();
  process.exitCode = await command(args);
} else if (name === "--help" || name === "help") {
  process.stdout.write(help);
} else {
  process.stderr.write(name === "" ? help : `There is no '${name}'.\n\n${help}`);
  process.exitCode = 2;
}
