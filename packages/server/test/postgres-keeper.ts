/**
 * Keeps one PostgreSQL cluster for all test files of a run: `FOLDER BIN`. Started by postgres.ts.
 *
 * Whoever needs the cluster holds a connection to this process. When the last one is gone, however it went, the
 * cluster is stopped and its folder removed.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, mkdirSync, rmSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";

const [folder, bin] = process.argv.slice(2) as [string, string];
/** The next file of a run comes within this. */
const lingerMs = 3_000;
const data = join(folder, "data");
/** PostgreSQL refuses to run as root. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

async function run(program: string, args: readonly string[]): Promise<void> {
  const child = spawn(join(bin, program), args, {
    ...nobody,
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (part: string) => {
    said += part;
  });
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${said}`);
}

async function startCluster(): Promise<ChildProcess> {
  mkdirSync(data, { mode: 0o700 });
  for (const path of [folder, data]) if (nobody.uid !== undefined) chownSync(path, nobody.uid, nobody.gid);
  await run("initdb", [
    "-D",
    data,
    "-U",
    "goldseam",
    "--auth=trust",
    "--no-sync",
    "--encoding=UTF8",
    "--locale=C",
  ]);
  const settings = { listen_addresses: "", unix_socket_directories: folder, max_connections: "80" };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const cluster = spawn(join(bin, "postgres"), ["-D", data, ...flags], {
    ...nobody,
    cwd: folder,
    stdio: "ignore",
  });
  for (let tries = 0; tries < 200; tries += 1) {
    const client = new Client({ host: folder, user: "goldseam", database: "postgres" });
    const isUp = await client.connect().then(
      () => client.end().then(() => true),
      () => false,
    );
    if (isUp) return cluster;
    if (cluster.exitCode !== null) break;
    await wait(50);
  }
  cluster.kill("SIGKILL");
  throw new Error("postgres did not start");
}

const holders = new Set<Socket>();
let ending: NodeJS.Timeout | undefined;
let cluster: ChildProcess | undefined;
let isEnding = false;

async function end(code: number): Promise<void> {
  isEnding = true;
  if (cluster !== undefined && cluster.exitCode === null) {
    const ended = once(cluster, "exit");
    cluster.kill("SIGINT");
    await Promise.race([ended, wait(5_000)]);
    cluster.kill("SIGKILL");
  }
  rmSync(folder, { recursive: true, force: true });
  process.exit(code);
}
const endSoon = (): void => {
  clearTimeout(ending);
  if (holders.size === 0) ending = setTimeout(() => end(0), lingerMs);
};

let ready: Promise<ChildProcess>;
const server = createServer((socket) => {
  // Whoever comes now waits for the next keeper. The address stays taken until the folder is gone.
  if (isEnding) return void socket.destroy();
  holders.add(socket);
  clearTimeout(ending);
  socket.on("error", () => socket.destroy());
  socket.on("close", () => {
    holders.delete(socket);
    endSoon();
  });
  socket.resume();
  ready.then(
    () => socket.write("ready\n"),
    (error: Error) => socket.end(`${error.message}\n`),
  );
});
// Two workers may start a keeper at once; the one that does not get the address leaves the work to the other.
server.on("error", () => process.exit(0));
server.on("listening", () => {
  endSoon();
  ready = startCluster();
  ready.then(
    (started) => {
      cluster = started;
    },
    () => undefined,
  );
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => end(1));
mkdirSync(folder, { recursive: true, mode: 0o700 });
server.listen(join(folder, "keeper"));
