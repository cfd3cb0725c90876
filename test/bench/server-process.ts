import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Memory } from "./server-child.ts";

/** A server in a process of its own: `server-child.ts`. */
export type ServerProcess = {
  readonly address: string;
  /** What it uses once its garbage is collected; `held`: once V8 has given back what it keeps empty, too. */
  memory(asked?: "memory" | "held"): Promise<Memory>;
  /** Kills it, if it runs. */
  end(): Promise<void>;
};

/** Starts one on an SQLite file or a PostgreSQL address; port 0 is any free one. */
export async function startServerProcess(place: string, port = 0): Promise<ServerProcess> {
  const program = fileURLToPath(new URL("server-child.ts", import.meta.url));
  const child: ChildProcess = fork(program, [place, String(port)], {
    // As `goldseam serve` is started.
    execArgv: ["--expose-gc", "--disable-warning=ExperimentalWarning", "--max-semi-space-size=4"],
  });
  const [address] = (await once(child, "message")) as [string];
  return {
    address,
    async memory(asked = "memory") {
      const answered = once(child, "message") as Promise<[Memory]>;
      child.send(asked);
      return (await answered)[0];
    },
    async end() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
  };
}
