import { type Bytes, err, ok } from "@goldseam/core";
import type { MeetingStore, Moved } from "../store.ts";
import { accountKeyIn } from "./accounts.ts";
import type { SqliteDatabase } from "./database.ts";
import type { Write } from "./writer.ts";

export function meetingsIn(database: SqliteDatabase, write: Write): MeetingStore {
  const { get, all, run } = database;
  const accountKeyOf = accountKeyIn(database);
  return {
    openMeeting: ({ meeting, identity, expires }) =>
      write(() => {
        const accountKey = accountKeyOf(identity)!;
        const holder = get("SELECT account_key FROM meetings WHERE meeting = ?", meeting)?.account_key;
        if (holder !== undefined && holder !== accountKey) return err<Moved>({ type: "Moved" });
        run("DELETE FROM meeting_messages WHERE account_key = ?", accountKey);
        run("INSERT OR REPLACE INTO meetings VALUES (?, ?, ?)", accountKey, meeting, expires);
        return ok(undefined);
      }),

    async meeting(meeting) {
      const row = get(
        "SELECT account_key, identity, expires FROM meetings JOIN accounts USING (account_key) WHERE meeting = ?",
        meeting,
      );
      if (row === undefined) return null;
      const messages = all(
        "SELECT message FROM meeting_messages WHERE account_key = ? ORDER BY place",
        row.account_key as number,
      ).map(({ message }) => message as Bytes);
      return { identity: row.identity as Bytes, expires: row.expires as number, messages };
    },

    putInMeeting: (meeting, { place, message, expires }) =>
      write(() => {
        const held = get("SELECT account_key FROM meetings WHERE meeting = ?", meeting);
        if (held === undefined) return err<Moved>({ type: "Moved" });
        const accountKey = held.account_key as number;
        const { count } = get(
          "SELECT count(*) AS count FROM meeting_messages WHERE account_key = ?",
          accountKey,
        )!;
        if (count !== place - 1) return err<Moved>({ type: "Moved" });
        run("INSERT INTO meeting_messages VALUES (?, ?, ?)", accountKey, place, message);
        run("UPDATE meetings SET expires = ? WHERE account_key = ?", expires, accountKey);
        return ok(undefined);
      }),

    endMeeting: (identity) =>
      write(() => {
        const accountKey = accountKeyOf(identity);
        if (accountKey === undefined) return ok(undefined);
        run("DELETE FROM meeting_messages WHERE account_key = ?", accountKey);
        run("DELETE FROM meetings WHERE account_key = ?", accountKey);
        return ok(undefined);
      }),
  };
}
