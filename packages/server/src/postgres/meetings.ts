import type { MeetingStore } from "../store.ts";
import { type AccountParts, changed, refuse } from "./accounts.ts";
import { bytesIn, isTaken } from "./connections.ts";

export function meetingsOn({ query, transaction }: Omit<AccountParts, "changes">): MeetingStore {
  return {
    openMeeting: ({ meeting, identity, expires }) =>
      changed(() =>
        transaction(async (ask) => {
          await ask("DELETE FROM meetings WHERE identity = $1", [identity]);
          try {
            await ask("INSERT INTO meetings VALUES ($1, $2, $3)", [identity, meeting, expires]);
          } catch (error) {
            if (isTaken(error, "one_meeting_one_account")) refuse({ type: "Moved" });
            throw error;
          }
        }),
      ),

    async meeting(meeting) {
      const { rows } = await query(
        `SELECT identity, expires, message FROM meetings LEFT JOIN meeting_messages USING (identity)
         WHERE meeting = $1 ORDER BY place`,
        [meeting],
      );
      const [row] = rows;
      if (row === undefined) return null;
      const messages = rows.filter(({ message }) => message !== null).map((one) => bytesIn(one, "message"));
      return { identity: bytesIn(row, "identity"), expires: row.expires as number, messages };
    },

    putInMeeting: (meeting, { place, message, expires }) =>
      changed(() =>
        transaction(async (ask) => {
          const held = await ask("SELECT identity FROM meetings WHERE meeting = $1 FOR UPDATE", [meeting]);
          const [row] = held.rows;
          if (row === undefined) return refuse({ type: "Moved" });
          const identity = bytesIn(row, "identity");
          const { rows } = await ask(
            "SELECT count(*)::integer AS count FROM meeting_messages WHERE identity = $1",
            [identity],
          );
          if (rows[0]!.count !== place - 1) refuse({ type: "Moved" });
          await ask("INSERT INTO meeting_messages VALUES ($1, $2, $3)", [identity, place, message]);
          await ask("UPDATE meetings SET expires = $2 WHERE identity = $1", [identity, expires]);
        }),
      ),

    endMeeting: (identity) =>
      changed(async () => {
        await query("DELETE FROM meetings WHERE identity = $1", [identity]);
      }),
  };
}
