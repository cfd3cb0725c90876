import { type Bytes, err, ok } from "@goldseam/core";
import type { InviteStore, Moved, StoredInvite } from "../store.ts";
import type { Row, SqliteDatabase } from "./database.ts";
import type { Write } from "./writer.ts";

export function invitesIn({ get, all, run }: SqliteDatabase, write: Write): InviteStore {
  return {
    makeInvite: ({ invite, room, expires, preview }) =>
      write(() => {
        const made = run(
          `INSERT INTO invites (invite, room, state, expires, preview) VALUES (?, ?, 'open', ?, ?)
           ON CONFLICT DO NOTHING`,
          invite,
          room,
          expires,
          preview,
        );
        return made === 1 ? ok(undefined) : err<Moved>({ type: "Moved" });
      }),

    async invite(invite) {
      const row = get("SELECT * FROM invites WHERE invite = ?", invite);
      return row === undefined ? null : storedInviteOf(row);
    },

    async invitesOf(room) {
      return all("SELECT * FROM invites WHERE room = ? ORDER BY invite_key", room).map(storedInviteOf);
    },

    answerInvite: (invite, { by, answer }) =>
      write(() => {
        const answered = run(
          `UPDATE invites SET state = 'answered', answer = ?, answered_by = ?
           WHERE invite = ? AND (state = 'open' OR (state = 'answered' AND answered_by = ?))`,
          answer,
          by,
          invite,
          by,
        );
        return answered === 1 ? ok(undefined) : err<Moved>({ type: "Moved" });
      }),

    cancelInvite: (invite) =>
      write(() => {
        const cancelled = run(
          "UPDATE invites SET state = 'cancelled' WHERE invite = ? AND state IN ('open', 'answered')",
          invite,
        );
        return cancelled === 1 ? ok(undefined) : err<Moved>({ type: "Moved" });
      }),
  };
}

const storedInviteOf = (row: Row): StoredInvite => ({
  invite: row.invite as Bytes,
  room: row.room as Bytes,
  state: row.state as StoredInvite["state"],
  expires: row.expires as number,
  preview: row.preview as Bytes,
  answer: row.answer as Bytes | null,
  answeredBy: row.answered_by as Bytes | null,
});
