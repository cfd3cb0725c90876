import { type Bytes, dayMs, err, ok, type Result } from "@goldseam/core";
import { gathered, type WakeUpRow } from "../reminders/gathered.ts";
import type { ReminderStore, SentTooMany, TakenWakeUps, WrongNumber } from "../store.ts";
import { accountKeyIn } from "./accounts.ts";
import type { SqliteDatabase } from "./database.ts";
import type { Write } from "./writer.ts";

/** The device of a wake-up that is for the mailbox. */
const mailbox = new Uint8Array(0);

export function remindersIn(database: SqliteDatabase, write: Write): ReminderStore {
  const { get, all, run } = database;
  const accountKeyOf = accountKeyIn(database);
  const remove = (device: Bytes): void => {
    run(
      `DELETE FROM wake_ups WHERE device = ?1 AND account_key =
         (SELECT account_key FROM push_subscriptions WHERE device = ?1)`,
      device,
    );
    run("DELETE FROM push_subscriptions WHERE device = ?", device);
  };

  return {
    putPush: (identity, device, { endpoint, p256dh, auth }) =>
      write(() => {
        const others = all(
          "SELECT device FROM push_subscriptions WHERE endpoint = ? AND device <> ?",
          endpoint,
          device,
        );
        for (const other of others) remove(other.device as Bytes);
        run(
          "INSERT OR REPLACE INTO push_subscriptions VALUES (?, ?, ?, ?, ?)",
          device,
          accountKeyOf(identity)!,
          endpoint,
          p256dh,
          auth,
        );
        return ok(undefined);
      }),

    async pushOf(device) {
      const row = get("SELECT endpoint, p256dh, auth FROM push_subscriptions WHERE device = ?", device);
      if (row === undefined) return null;
      return { endpoint: row.endpoint as string, p256dh: row.p256dh as Bytes, auth: row.auth as Bytes };
    },

    removePush: (device, endpoint) =>
      write(() => {
        const held = get("SELECT endpoint FROM push_subscriptions WHERE device = ?", device);
        if (endpoint === undefined || held?.endpoint === endpoint) remove(device);
        return ok(undefined);
      }),

    askToConfirm: ({ identity, address, number, tries, expires, now, sentMax, sentMs }) =>
      write<void, SentTooMany>(() => {
        const accountKey = accountKeyOf(identity)!;
        const held = get("SELECT sent, sent_since FROM mail_confirmations WHERE account_key = ?", accountKey);
        const until = held === undefined ? 0 : (held.sent_since as number) + sentMs;
        const isSameDay = now < until;
        if (isSameDay && (held!.sent as number) >= sentMax) return err({ type: "SentTooMany", until });
        run(
          "INSERT OR REPLACE INTO mail_confirmations VALUES (?, ?, ?, ?, ?, ?, ?)",
          accountKey,
          address,
          number,
          tries,
          expires,
          isSameDay ? (held!.sent as number) + 1 : 1,
          isSameDay ? (held!.sent_since as number) : now,
        );
        return ok(undefined);
      }),

    // A wrong number counts, so that this refusal writes: it is given out beside the transaction, not through it.
    async confirmMail(identity, number, now) {
      const judged = await write<Result<void, WrongNumber>, never>(() => {
        const accountKey = accountKeyOf(identity)!;
        const held = get(
          `SELECT address, number, tries FROM mail_confirmations
           WHERE account_key = ? AND number IS NOT NULL AND expires > ?`,
          accountKey,
          now,
        );
        if (held === undefined) return ok(err({ type: "WrongNumber", left: 0 }));
        const isRight = held.number === number;
        const left = isRight ? 0 : (held.tries as number) - 1;
        if (isRight)
          run("INSERT OR REPLACE INTO mail_addresses VALUES (?, ?)", accountKey, held.address as string);
        if (left > 0) run("UPDATE mail_confirmations SET tries = ? WHERE account_key = ?", left, accountKey);
        else
          run(
            "UPDATE mail_confirmations SET address = NULL, number = NULL, tries = 0 WHERE account_key = ?",
            accountKey,
          );
        return ok(isRight ? ok(undefined) : err({ type: "WrongNumber", left }));
      });
      return judged.ok ? judged.value : judged;
    },

    async mailOf(identity) {
      const row = get(
        "SELECT address FROM mail_addresses JOIN accounts USING (account_key) WHERE identity = ?",
        identity,
      );
      return row === undefined ? null : (row.address as string);
    },

    removeMail: (identity) =>
      write(() => {
        const accountKey = accountKeyOf(identity)!;
        run("DELETE FROM mail_addresses WHERE account_key = ?", accountKey);
        // How many were sent today stays: an address that comes and goes would be mailed without end.
        run("UPDATE mail_confirmations SET address = NULL, number = NULL WHERE account_key = ?", accountKey);
        run("DELETE FROM wake_ups WHERE account_key = ? AND device = ?", accountKey, mailbox);
        return ok(undefined);
      }),

    putWakeUps: (identity, device, { push, mail }) =>
      write(() => {
        const accountKey = accountKeyOf(identity)!;
        const isPushed =
          get("SELECT 1 FROM push_subscriptions WHERE device = ? AND account_key = ?", device, accountKey) !==
          undefined;
        const isMailed = get("SELECT 1 FROM mail_addresses WHERE account_key = ?", accountKey) !== undefined;
        const planned = [
          [device, isPushed ? push : []],
          [mailbox, isMailed ? mail : []],
        ] as const;
        for (const [target, instants] of planned) {
          run("DELETE FROM wake_ups WHERE account_key = ? AND device = ?", accountKey, target);
          for (const at of instants)
            run("INSERT INTO wake_ups VALUES (?, ?, ?) ON CONFLICT DO NOTHING", accountKey, target, at);
        }
        return ok(undefined);
      }),

    takeWakeUps: ({ now, lateBefore, most }) =>
      write<TakenWakeUps, never>(() => {
        const rows = all(
          `SELECT wake_ups.account_key AS account_key, wake_ups.device AS device, at, identity, endpoint, p256dh, auth, address FROM wake_ups
             JOIN accounts ON accounts.account_key = wake_ups.account_key
             LEFT JOIN push_subscriptions AS subscribed
               ON subscribed.device = wake_ups.device AND subscribed.account_key = wake_ups.account_key
             LEFT JOIN mail_addresses AS mailed
               ON length(wake_ups.device) = 0 AND mailed.account_key = wake_ups.account_key
           WHERE at <= ? ORDER BY at LIMIT ?`,
          now,
          most,
        );
        for (const { account_key: accountKey, device, at } of rows)
          run(
            "DELETE FROM wake_ups WHERE account_key = ? AND device = ? AND at = ?",
            accountKey as number,
            device as Bytes,
            at as number,
          );
        return ok(gathered(rows as WakeUpRow[], { lateBefore, isMore: rows.length === most }));
      }),
  };
}

/** Numbers that can be typed no more go, and with the day that was counted, everything of them. */
export function sweepConfirmationsIn({ run }: SqliteDatabase, now: number): void {
  run("UPDATE mail_confirmations SET address = NULL, number = NULL WHERE expires <= ?", now);
  run("DELETE FROM mail_confirmations WHERE number IS NULL AND sent_since <= ?", now - dayMs);
}
