import { serve } from "./serve.ts";
import { verify } from "./verify.ts";

/** A command: takes the arguments after its name, answers with the exit code. */
export type Command = (args: readonly string[]) => Promise<number>;

const commands = new Map<string, Command>([
  ["serve", serve],
  ["verify", verify],
]);

const help = `goldseam <command>

  serve     Run a relay and the app on this machine.
  verify    Check an exported record, offline.

goldseam <command> --help says more about one of them.
`;

const [name = "", ...args] = process.argv.slice(2);
const command = commands.get(name);
if (command !== undefined) {
  process.exitCode = await command(args);
} else if (name === "--help" || name === "help") {
  process.stdout.write(help);
} else {
  process.stderr.write(name === "" ? help : `There is no '${name}'.\n\n${help}`);
  process.exitCode = 2;
}
