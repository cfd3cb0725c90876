/** PostgreSQL clusters of one's own, from the system's binaries: for what must stop, restore or measure a whole one. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, chownSync, globSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";

/** Folder of the newest installed PostgreSQL's programs; undefined where there is none. */
export const postgresPrograms: string | undefined = globSync("/usr/lib/postgresql/*/bin").sort().at(-1);

/** PostgreSQL refuses to run as root. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

export type Cluster = {
  /** Address of its one database. */
  readonly url: string;
  ask(text: string): Promise<readonly Record<string, unknown>[]>;
  stop(): Promise<void>;
};

/** A folder in which clusters are made and started; `end` stops all of them and removes it. */
export class ClusterFolder {
  readonly folder: string;
  readonly #running = new Set<ChildProcess>();

  constructor() {
    this.folder = mkdtempSync(path.join(tmpdir(), "goldseam-cluster-"));
    this.newFolder("socket");
  }

  /** A folder beside the clusters that they may write. */
  newFolder(name: string): string {
    const made = path.join(this.folder, name);
    mkdirSync(made, { mode: 0o700 });
    if (nobody.uid !== undefined)
      for (const one of [this.folder, made]) chownSync(one, nobody.uid, nobody.gid);
    return made;
  }

  /** Runs one of PostgreSQL's programs to its end. */
  run(program: string, ...args: string[]): void {
    const options = { ...nobody, cwd: this.folder, encoding: "utf8" } as const;
    const { status, stderr } = spawnSync(path.join(postgresPrograms!, program), args, options);
    if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`);
  }

  /** Makes the data of a new cluster, with `settings` as lines of its configuration. */
  make(name: string, settings = ""): string {
    const data = path.join(this.folder, name);
    this.run("initdb", "-D", data, "-U", "goldseam", "--auth=trust", "--encoding=UTF8", "--locale=C");
    appendFileSync(path.join(data, "postgresql.conf"), settings);
    return data;
  }

  /** Starts a cluster on `data`; answers once it takes changes, so after a recovery has ended. */
  async start(data: string): Promise<Cluster> {
    const socket = path.join(this.folder, "socket");
    const flags = ["-D", data, "-c", "listen_addresses=", "-c", `unix_socket_directories=${socket}`];
    const options = { ...nobody, cwd: this.folder, stdio: "ignore" } as const;
    const cluster = spawn(path.join(postgresPrograms!, "postgres"), flags, options);
    this.#running.add(cluster);
    const url = `postgres://goldseam@localhost/postgres?host=${socket}`;
    const ask: Cluster["ask"] = async (text) => {
      const client = new Client({ connectionString: url });
      await client.connect();
      const { rows } = await client.query(text).finally(() => client.end());
      return rows;
    };
    for (;;) {
      if (cluster.exitCode !== null) throw new Error(`postgres ended with ${cluster.exitCode}`);
      const rows = await ask("SELECT pg_is_in_recovery() AS recovering").catch(() => []);
      if (rows[0]?.recovering === false) break;
      await wait(50);
    }
    const stop = async (): Promise<void> => {
      const ended = once(cluster, "exit");
      cluster.kill("SIGINT");
      await ended;
      this.#running.delete(cluster);
    };
    return { url, ask, stop };
  }

  end(): void {
    for (const cluster of this.#running) cluster.kill("SIGKILL");
    rmSync(this.folder, { recursive: true, force: true });
  }
}
