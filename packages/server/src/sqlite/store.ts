import { ok } from "@goldseam/core";
import { inviteKeptMs, type Store } from "../store.ts";
import { accountsIn } from "./accounts.ts";
import { type SqliteConfig, SqliteDatabase } from "./database.ts";
import { invitesIn } from "./invites.ts";
import { KnownRooms } from "./known-rooms.ts";
import { meetingsIn } from "./meetings.ts";
import { recordsIn } from "./records.ts";
import { remindersIn, sweepConfirmationsIn } from "./reminders.ts";
import { groupCommit } from "./writer.ts";

/**
 * A store in one SQLite file, with one writer.
 *
 * Group commit: changes that are asked for in turns of the event loop right after each other share one transaction
 * and one wait for the disk. Each is answered only after that commit, so what was acknowledged survives a kill or a
 * power cut (`synchronous=FULL`). If the shared transaction fails, each change is tried in its own, so that
 * one's trouble is not another's. A change that refuses must do so before it writes anything.
 */
export function openSqliteStore(config: SqliteConfig): Store {
  const database = new SqliteDatabase(config);
  const { run } = database;
  const rooms = new KnownRooms(database);
  const write = groupCommit(database.connection, rooms);

  return {
    ...recordsIn(database, rooms, write),
    ...accountsIn(database, rooms, write),
    ...invitesIn(database, write),
    ...meetingsIn(database, write),
    ...remindersIn(database, write),

    bytes: async () => database.bytes(),

    sweep: (now) =>
      write(() => {
        run(
          "DELETE FROM meeting_messages WHERE account_key IN (SELECT account_key FROM meetings WHERE expires <= ?)",
          now,
        );
        run("DELETE FROM meetings WHERE expires <= ?", now);
        sweepConfirmationsIn(database, now);
        run("DELETE FROM sessions WHERE expires <= ?", now);
        run("DELETE FROM spent_challenges WHERE until <= ?", now);
        run("DELETE FROM invites WHERE state = 'open' AND expires <= ?", now - inviteKeptMs);
        return ok(undefined);
      }),

    async close() {
      await write(() => ok(undefined));
      database.close();
    },
  };
}
