import { err, ok } from "@goldseam/core";
import type { InviteStore, Moved, StoredInvite } from "../store.ts";
import { type AccountParts, changed } from "./accounts.ts";
import { tellIfMoved } from "./changes.ts";
import { bytesIn, type Row, type Value } from "./connections.ts";

export function invitesOn({ query, changes }: Omit<AccountParts, "transaction">): InviteStore {
  /** Runs a statement that changes one invite, or none; who follows its room in other processes is told. */
  const change = async (text: string, values: readonly Value[]) => {
    const invite = values[0] as Uint8Array<ArrayBuffer>;
    const found = await changed<Row | undefined, never>(async () => {
      const { rows } = await query("SELECT room FROM invites WHERE invite = $1", [invite]);
      return rows[0];
    });
    if (!found.ok) return found;
    if (found.value === undefined) return err<Moved>({ type: "Moved" });
    const told = changes.tell({ kind: "invites", id: bytesIn(found.value, "room") });
    const done = await changed<number, never>(async () => {
      const { rows } = await query(`WITH moved AS (${text} RETURNING 1) ${tellIfMoved(values.length + 1)}`, [
        ...values,
        told,
      ]);
      return rows.length;
    });
    if (!done.ok) return done;
    return done.value > 0 ? ok(undefined) : err<Moved>({ type: "Moved" });
  };

  return {
    async makeInvite({ invite, room, expires, preview }) {
      const made = await changed<number, never>(async () => {
        const { count } = await query(
          `INSERT INTO invites (invite, room, state, expires, preview) VALUES ($1, $2, 'open', $3, $4)
           ON CONFLICT DO NOTHING`,
          [invite, room, expires, preview],
        );
        return count;
      });
      if (!made.ok) return made;
      return made.value > 0 ? ok(undefined) : err<Moved>({ type: "Moved" });
    },

    async invite(invite) {
      const { rows } = await query("SELECT * FROM invites WHERE invite = $1", [invite]);
      return rows[0] === undefined ? null : storedInviteOf(rows[0]);
    },

    async invitesOf(room) {
      const { rows } = await query("SELECT * FROM invites WHERE room = $1 ORDER BY place", [room]);
      return rows.map(storedInviteOf);
    },

    answerInvite: (invite, { by, answer }) =>
      change(
        `UPDATE invites SET state = 'answered', answer = $3, answered_by = $2
         WHERE invite = $1 AND (state = 'open' OR (state = 'answered' AND answered_by = $2))`,
        [invite, by, answer],
      ),

    cancelInvite: (invite) =>
      change("UPDATE invites SET state = 'cancelled' WHERE invite = $1 AND state IN ('open', 'answered')", [
        invite,
      ]),
  };
}

const storedInviteOf = (row: Row): StoredInvite => ({
  invite: bytesIn(row, "invite"),
  room: bytesIn(row, "room"),
  state: row.state as StoredInvite["state"],
  expires: row.expires as number,
  preview: bytesIn(row, "preview"),
  answer: row.answer as StoredInvite["answer"],
  answeredBy: row.answered_by as StoredInvite["answeredBy"],
});
