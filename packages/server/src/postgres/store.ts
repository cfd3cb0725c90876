import { err } from "@goldseam/core";
import { inviteKeptMs, type NewBatch, type RecordStore, type Store } from "../store.ts";
import { accountsOn, changed } from "./accounts.ts";
import { appendStatement } from "./append.ts";
import { Changes } from "./changes.ts";
import { Connections, isAnswer, type PostgresConfig, type Query } from "./connections.ts";
import { invitesOn } from "./invites.ts";
import { meetingsOn } from "./meetings.ts";
import { recordsOn } from "./records.ts";
import { remindersOn, sweepConfirmationsOn } from "./reminders.ts";
import { applySchema, partitionsOf } from "./schema.ts";
import { appendedBy, Writer } from "./writer.ts";

/**
 * A store in a PostgreSQL database (15 or newer), which other processes may use at the same time.
 *
 * What was acknowledged has reached the database's disk, and those of its replicas that it waits for. Throws when
 * the database cannot be reached, was written by a newer program, or is set up to lose what it acknowledged.
 */
export async function openPostgresStore(config: PostgresConfig): Promise<Store> {
  const connections = new Connections(config);
  try {
    await refuseForgetful(connections.query);
    await applySchema((work) => connections.transaction(work));
    const { rows } = await connections.query("SELECT nextval('process_numbers') AS process");
    return storeOn(connections, config, rows[0]!.process as number);
  } catch (error) {
    await connections.close();
    throw error;
  }
}

async function refuseForgetful(query: Query): Promise<void> {
  const { rows } = await query(
    "SELECT current_setting('fsync', true) AS fsync, current_setting('synchronous_commit', true) AS commits",
  );
  const { fsync, commits } = rows[0]!;
  if (fsync === "off") throw new Error("this database does not write to its disk (fsync is off)");
  if (commits !== null && commits !== "on" && commits !== "remote_apply")
    throw new Error(`this database acknowledges before it writes (synchronous_commit is ${commits})`);
}

function storeOn(connections: Connections, config: PostgresConfig, process: number): Store {
  const { query } = connections;
  const changes = new Changes(config, process);
  const writer = new Writer(config);
  const parts = { query, changes, transaction: connections.transaction.bind(connections) };
  let vacuuming: NodeJS.Timeout | undefined;

  const vacuum = async (): Promise<void> => {
    vacuuming = undefined;
    for (const partition of partitionsOf("items")) {
      await query(`VACUUM (INDEX_CLEANUP OFF, TRUNCATE OFF) ${partition}`);
    }
  };
  const vacuumSoon = ({ erase }: NewBatch): void => {
    if (erase.length === 0) return;
    // What cannot be vacuumed now is vacuumed with the next erasure, or by the database itself.
    vacuuming ??= setTimeout(() => vacuum().catch(() => undefined), config.erasureMs ?? 10_000).unref();
  };

  return {
    ...recordsOn(query, async (batch) => {
      const appended = await writer.append(batch.room, appendStatement(batch, changes));
      if (appended.ok) vacuumSoon(batch);
      if (appended.ok || appended.error.type === "Full" || appended.error.type === "Moved")
        return appended as typeof appended & { error: { type: "Full" | "Moved" } };
      changes.unsure(batch.room, batch.items.at(-1)!.n);
      return err({ type: "Moved" });
    }),
    ...accountsOn(parts),
    ...invitesOn(parts),
    ...meetingsOn(parts),
    ...remindersOn(parts),

    shared: {
      watch: (watcher) => changes.watch(watcher),
      inTurn: async (room, work) => {
        let lastN = 0;
        const appendOn =
          (ask: Query): RecordStore["append"] =>
          async (batch) => {
            const { text, values } = appendStatement(batch, changes);
            lastN = batch.items.at(-1)!.n;
            const appended = appendedBy(await ask(text, values));
            if (appended.ok) vacuumSoon(batch);
            return appended;
          };
        try {
          return await changed(() =>
            connections.turn(async (ask) => {
              await ask("SELECT 1 FROM rooms WHERE room = $1 FOR UPDATE", [room]);
              return work(recordsOn(ask, appendOn(ask)));
            }),
          );
        } catch (error) {
          if (lastN > 0 && !isAnswer(error)) changes.unsure(room, lastN);
          throw error;
        }
      },
    },

    async bytes() {
      const { rows } = await query("SELECT pg_database_size(current_database()) AS bytes");
      return rows[0]!.bytes as number;
    },

    sweep: (now) =>
      changed(async () => {
        await query("DELETE FROM sessions WHERE expires <= $1", [now]);
        await query("DELETE FROM meetings WHERE expires <= $1", [now]);
        await sweepConfirmationsOn(query, now);
        await query("DELETE FROM spent_challenges WHERE until <= $1", [now]);
        await query("DELETE FROM invites WHERE state = 'open' AND expires <= $1", [now - inviteKeptMs]);
      }),

    async close() {
      clearTimeout(vacuuming);
      await writer.close();
      await changes.close();
      await connections.close();
    },
  };
}
