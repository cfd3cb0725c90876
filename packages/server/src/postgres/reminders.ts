import { type Bytes, dayMs, err, ok, type Result } from "@goldseam/core";
import { gathered, type WakeUpRow } from "../reminders/gathered.ts";
import type { ReminderStore, WrongNumber } from "../store.ts";
import { type AccountParts, changed, refuse } from "./accounts.ts";
import { bytesIn, type Query } from "./connections.ts";

/** The device of a wake-up that is for the mailbox. */
const mailbox = new Uint8Array(0);

export function remindersOn({ query, transaction }: Omit<AccountParts, "changes">): ReminderStore {
  return {
    putPush: (identity, device, { endpoint, p256dh, auth }) =>
      changed(() =>
        transaction(async (ask) => {
          const { rows } = await ask(
            "SELECT device FROM push_subscriptions WHERE endpoint = $1 AND device <> $2",
            [endpoint, device],
          );
          for (const row of rows) await remove(ask, bytesIn(row, "device"));
          await ask(
            `INSERT INTO push_subscriptions VALUES ($1, $2, $3, $4, $5) ON CONFLICT (device)
             DO UPDATE SET endpoint = excluded.endpoint, p256dh = excluded.p256dh, auth = excluded.auth`,
            [device, identity, endpoint, p256dh, auth],
          );
        }),
      ),

    async pushOf(device) {
      const { rows } = await query(
        "SELECT endpoint, p256dh, auth FROM push_subscriptions WHERE device = $1",
        [device],
      );
      const [row] = rows;
      if (row === undefined) return null;
      return { endpoint: row.endpoint as string, p256dh: bytesIn(row, "p256dh"), auth: bytesIn(row, "auth") };
    },

    removePush: (device, endpoint) =>
      changed(() =>
        transaction(async (ask) => {
          const { rows } = await ask("SELECT endpoint FROM push_subscriptions WHERE device = $1 FOR UPDATE", [
            device,
          ]);
          if (endpoint === undefined || rows[0]?.endpoint === endpoint) await remove(ask, device);
        }),
      ),

    askToConfirm: ({ identity, address, number, tries, expires, now, sentMax, sentMs }) =>
      changed(() =>
        transaction(async (ask) => {
          await ask("SELECT 1 FROM accounts WHERE identity = $1 FOR UPDATE", [identity]);
          const { rows } = await ask("SELECT sent, sent_since FROM mail_confirmations WHERE identity = $1", [
            identity,
          ]);
          const held = rows[0] as { readonly sent: number; readonly sent_since: number } | undefined;
          const until = held === undefined ? 0 : held.sent_since + sentMs;
          const sameDay = now < until ? held : undefined;
          if (sameDay !== undefined && sameDay.sent >= sentMax) refuse({ type: "SentTooMany", until });
          const [sent, since] = sameDay === undefined ? [1, now] : [sameDay.sent + 1, sameDay.sent_since];
          await ask("DELETE FROM mail_confirmations WHERE identity = $1", [identity]);
          await ask("INSERT INTO mail_confirmations VALUES ($1, $2, $3, $4, $5, $6, $7)", [
            identity,
            address,
            number,
            tries,
            expires,
            sent,
            since,
          ]);
        }),
      ),

    // A wrong number counts, so that this refusal writes: it is given out beside the transaction, not through it.
    async confirmMail(identity, number, now) {
      const judged = await changed<Result<void, WrongNumber>, never>(() =>
        transaction(async (ask) => {
          const { rows } = await ask(
            `SELECT address, number, tries FROM mail_confirmations
             WHERE identity = $1 AND number IS NOT NULL AND expires > $2 FOR UPDATE`,
            [identity, now],
          );
          const [held] = rows;
          if (held === undefined) return err({ type: "WrongNumber", left: 0 });
          const isRight = held.number === number;
          const left = isRight ? 0 : (held.tries as number) - 1;
          if (isRight)
            await ask(
              `INSERT INTO mail_addresses VALUES ($1, $2)
               ON CONFLICT (identity) DO UPDATE SET address = excluded.address`,
              [identity, held.address as string],
            );
          await ask(
            left > 0
              ? "UPDATE mail_confirmations SET tries = $2 WHERE identity = $1"
              : "UPDATE mail_confirmations SET address = NULL, number = NULL, tries = $2 WHERE identity = $1",
            [identity, left],
          );
          return isRight ? ok(undefined) : err({ type: "WrongNumber", left });
        }),
      );
      return judged.ok ? judged.value : judged;
    },

    async mailOf(identity) {
      const { rows } = await query("SELECT address FROM mail_addresses WHERE identity = $1", [identity]);
      return (rows[0]?.address as string | undefined) ?? null;
    },

    removeMail: (identity) =>
      changed(() =>
        transaction(async (ask) => {
          await ask("SELECT 1 FROM accounts WHERE identity = $1 FOR UPDATE", [identity]);
          await ask("DELETE FROM mail_addresses WHERE identity = $1", [identity]);
          // How many were sent today stays: an address that comes and goes would be mailed without end.
          await ask("UPDATE mail_confirmations SET address = NULL, number = NULL WHERE identity = $1", [
            identity,
          ]);
          await ask("DELETE FROM wake_ups WHERE identity = $1 AND device = $2", [identity, mailbox]);
        }),
      ),

    putWakeUps: (identity, device, { push, mail }) =>
      changed(() =>
        transaction(async (ask) => {
          await ask("SELECT 1 FROM accounts WHERE identity = $1 FOR UPDATE", [identity]);
          const pushed = await ask(
            "SELECT 1 FROM push_subscriptions WHERE device = $1 AND identity = $2 FOR UPDATE",
            [device, identity],
          );
          const mailed = await ask("SELECT 1 FROM mail_addresses WHERE identity = $1", [identity]);
          const planned = [
            [device, pushed.count > 0 ? push : []],
            [mailbox, mailed.count > 0 ? mail : []],
          ] as const;
          for (const [target, instants] of planned) {
            await ask("DELETE FROM wake_ups WHERE identity = $1 AND device = $2", [identity, target]);
            await ask(
              `INSERT INTO wake_ups SELECT $1, $2, * FROM unnest($3::bigint[]) ON CONFLICT DO NOTHING`,
              [identity, target, [...instants]],
            );
          }
        }),
      ),

    takeWakeUps: ({ now, lateBefore, most }) =>
      changed(async () => {
        const { rows } = await query(
          `WITH taken AS (
             DELETE FROM wake_ups USING (
               SELECT identity, device, at FROM wake_ups WHERE at <= $1 ORDER BY at LIMIT $2
               FOR UPDATE SKIP LOCKED
             ) AS due
             WHERE wake_ups.identity = due.identity AND wake_ups.device = due.device AND wake_ups.at = due.at
             RETURNING wake_ups.*
           )
           SELECT taken.identity, taken.device, at, endpoint, p256dh, auth, address FROM taken
             LEFT JOIN push_subscriptions AS subscribed
               ON subscribed.device = taken.device AND subscribed.identity = taken.identity
             LEFT JOIN mail_addresses AS mailed
               ON octet_length(taken.device) = 0 AND mailed.identity = taken.identity
           ORDER BY at`,
          [now, most],
        );
        return gathered(rows as WakeUpRow[], { lateBefore, isMore: rows.length === most });
      }),
  };
}

/** The subscription first: a plan that is filed meanwhile waits for it, and then finds none. */
async function remove(ask: Query, device: Bytes): Promise<void> {
  const { rows } = await ask("DELETE FROM push_subscriptions WHERE device = $1 RETURNING identity", [device]);
  for (const row of rows)
    await ask("DELETE FROM wake_ups WHERE device = $1 AND identity = $2", [device, bytesIn(row, "identity")]);
}

/** Numbers that can be typed no more go, and with the day that was counted, everything of them. */
export async function sweepConfirmationsOn(query: Query, now: number): Promise<void> {
  await query("UPDATE mail_confirmations SET address = NULL, number = NULL WHERE expires <= $1", [now]);
  await query("DELETE FROM mail_confirmations WHERE number IS NULL AND sent_since <= $1", [now - dayMs]);
}
