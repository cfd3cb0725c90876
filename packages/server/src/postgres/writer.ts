import { type Bytes, err, ok, type Result } from "@goldseam/core";
import type { Client } from "pg";
import { keyOf } from "../lru.ts";
import type { Full, Moved } from "../store.ts";
import type { Statement } from "./append.ts";
import { isAnswer, isFull, isToRepeat, newPipeline, type PostgresConfig, queryOn } from "./connections.ts";

/** `Unsure`: the connection was lost before the answer, and the batch may be stored. */
export type Appended = Result<void, Full | Moved | { readonly type: "Unsure" }>;

type Job = {
  readonly room: string;
  readonly statement: Statement;
  resolve(appended: Appended): void;
  reject(error: unknown): void;
};

/** Batches that share a transaction at most. */
const groupMax = 128;
const repeatsMax = 5;

/** A batch's statement gives a row when it stored, and none when the room had moved. */
export const appendedBy = ({ rows }: { readonly rows: readonly unknown[] }): Result<void, Moved> =>
  rows.length > 0 ? ok(undefined) : err({ type: "Moved" });

/**
 * Appends in groups: what is asked for while a transaction is under way shares the next one, and with it one wait
 * for the disk and one for the network.
 *
 * A room always takes the same lane, so that its batches are stored in the order in which they were judged. A
 * group takes its rooms in the order of their names, so that two processes do not wait for each other in a ring.
 */
export class Writer {
  readonly #lanes: readonly Lane[];

  constructor(config: PostgresConfig) {
    this.#lanes = Array.from({ length: config.writers ?? 2 }, () => new Lane(config));
  }

  append(room: Bytes, statement: Statement): Promise<Appended> {
    return this.#lanes[room[0]! % this.#lanes.length]!.append(keyOf(room), statement);
  }

  /** Finishes what was asked for. */
  async close(): Promise<void> {
    await Promise.all(this.#lanes.map((lane) => lane.close()));
  }
}

class Lane {
  readonly #config: PostgresConfig;
  #waiting: Job[] = [];
  #running: Promise<void> | undefined;
  #client: Client | undefined;

  constructor(config: PostgresConfig) {
    this.#config = config;
  }

  append(room: string, statement: Statement): Promise<Appended> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ room, statement, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  async close(): Promise<void> {
    await this.#running;
    await this.#client?.end();
  }

  async #run(): Promise<void> {
    // Those who ask in the same turn of the event loop are the first group.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) await this.#store(this.#waiting.splice(0, groupMax));
    this.#running = undefined;
  }

  /** Answers every job; one that fails does so alone. */
  async #store(jobs: readonly Job[], repeats = 0): Promise<void> {
    const stored = await this.#inOneTransaction(jobs);
    if (stored.ok) {
      for (const [index, job] of stored.value.jobs.entries()) job.resolve(stored.value.answers[index]!);
      return;
    }
    if (jobs.length > 1) {
      for (const job of jobs) await this.#store([job]);
      return;
    }
    const job = jobs[0]!;
    if (isToRepeat(stored.error) && repeats < repeatsMax) return this.#store(jobs, repeats + 1);
    if (isFull(stored.error)) job.resolve(err({ type: "Full" }));
    else job.reject(stored.error);
  }

  /** Answers of the jobs, or why none of them is stored. Sends everything at once: one trip over the network. */
  async #inOneTransaction(
    jobs: readonly Job[],
  ): Promise<Result<{ jobs: readonly Job[]; answers: readonly Appended[] }, unknown>> {
    const ordered = jobs.toSorted((one, other) =>
      one.room < other.room ? -1 : one.room > other.room ? 1 : 0,
    );
    let client: Client;
    try {
      client = await this.#connected();
    } catch (error) {
      return err(error);
    }
    const query = queryOn(client);
    const asked = ordered.map(({ statement }) => [statement.text, statement.values] as const);
    const [begun, ...sent] = [query("BEGIN"), ...asked.map((one) => query(...one)), query("COMMIT")];
    const settled = await Promise.allSettled([...sent, begun]);
    const refused = settled.find((one) => one.status === "rejected");
    if (refused === undefined) {
      const given = settled.slice(0, ordered.length) as PromiseFulfilledResult<{
        rows: readonly unknown[];
      }>[];
      return ok({ jobs: ordered, answers: given.map(({ value }) => appendedBy(value)) });
    }
    // The database undid the transaction, but names that this connection holds may not be there.
    this.#letGo(client);
    const committed = settled[ordered.length]!;
    const isUnsure = committed.status === "rejected" && !isAnswer(committed.reason);
    if (!isUnsure) return err(refused.reason);
    return ok({ jobs: ordered, answers: ordered.map(() => err({ type: "Unsure" })) });
  }

  async #connected(): Promise<Client> {
    if (this.#client !== undefined) return this.#client;
    const client = newPipeline(this.#config);
    client.on("error", () => this.#letGo(client));
    await client.connect();
    this.#client = client;
    return client;
  }

  #letGo(client: Client): void {
    if (this.#client === client) this.#client = undefined;
    // It may have ended by itself.
    client.end().catch(() => undefined);
  }
}
