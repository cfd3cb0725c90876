import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const main = path.join(import.meta.dirname, "../src/main.ts");

export type Ran = { readonly code: number | null; readonly out: string; readonly error: string };
export type Started = {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<Ran>;
  /** The first line of standard output; fails when the command ends without one. */
  readonly line: Promise<string>;
  /** Standard output so far. */
  readonly said: () => string;
};

/** An empty folder of its own. */
export const newFolder = (): string => mkdtempSync(path.join(tmpdir(), "goldseam-cli-"));

/** Starts the real command in a process of its own. */
export function start(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
  cwd = newFolder(),
): Started {
  const flags = ["--disable-warning=ExperimentalWarning", main];
  const child = spawn(process.execPath, [...flags, ...args], {
    cwd,
    env: { PATH: process.env.PATH, ...environment },
  });
  const [out, error] = [collect(child.stdout), collect(child.stderr)];
  const ended = once(child, "close").then(([code]) => ({
    code: code as number | null,
    out: out(),
    error: error(),
  }));
  const line = new Promise<string>((resolve, reject) => {
    child.stdout.on("data", () => {
      const [first, ...rest] = out().split("\n");
      if (rest.length > 0) resolve(first!);
    });
    ended.then((ran) => reject(new Error(`ended without a line: ${ran.error}`)));
  });
  line.catch(() => undefined);
  return { child, ended, line, said: out };
}

export const run = (args: readonly string[], environment?: NodeJS.ProcessEnv): Promise<Ran> =>
  start(args, environment).ended;

function collect(stream: NodeJS.ReadableStream): () => string {
  let text = "";
  stream.setEncoding("utf8");
  stream.on("data", (part: string) => {
    text += part;
  });
  return () => text;
}
