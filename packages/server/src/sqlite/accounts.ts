import { type Bytes, err, ok } from "@goldseam/core";
import type { SlotKind } from "@goldseam/sync";
import type {
  AccountExists,
  AccountStore,
  LocatorTaken,
  Moved,
  NewDevice,
  NewSession,
  Spent,
  SpentChallenge,
  StillMember,
  StoredSlot,
} from "../store.ts";
import type { SqliteDatabase } from "./database.ts";
import type { KnownRooms } from "./known-rooms.ts";
import type { Write } from "./writer.ts";

/** The short number that an account has in this file. */
export const accountKeyIn =
  ({ get }: SqliteDatabase) =>
  (identity: Bytes): number | undefined =>
    get("SELECT account_key FROM accounts WHERE identity = ?", identity)?.account_key as number | undefined;

export function accountsIn(database: SqliteDatabase, rooms: KnownRooms, write: Write): AccountStore {
  const { sql, get, all, run } = database;
  const accountKeyOf = accountKeyIn(database);

  const logLength = (accountKey: number): number =>
    Number(
      get("SELECT coalesce(max(number), 0) AS length FROM account_log WHERE account_key = ?", accountKey)!
        .length,
    );

  const isSpent = ({ challenge }: SpentChallenge): boolean =>
    get("SELECT 1 FROM spent_challenges WHERE challenge = ?", challenge) !== undefined;

  function storeSession({ tokenHash, identity, device, expires }: NewSession, spent: SpentChallenge): void {
    run("INSERT INTO spent_challenges VALUES (?, ?)", spent.challenge, spent.until);
    run("INSERT INTO sessions VALUES (?, ?, ?, ?)", tokenHash, accountKeyOf(identity)!, device, expires);
  }

  function storeDevice(
    accountKey: number,
    { number, link, t, device }: { number: number; link: Bytes; t: number; device: NewDevice },
  ): void {
    run("INSERT INTO account_log VALUES (?, ?, ?, ?)", accountKey, number, link, t);
    const { device: id, deviceKey, waitsUntil } = device;
    run("INSERT INTO account_devices VALUES (?, ?, ?, 0, ?)", id, accountKey, deviceKey, waitsUntil);
  }

  const slotHolder = ({ kind, locator }: StoredSlot): number | undefined =>
    get("SELECT account_key FROM slots WHERE kind = ? AND locator = ?", kind, locator)?.account_key as
      | number
      | undefined;

  function storeSlot(accountKey: number, { kind, locator, loginHash, wrapped }: StoredSlot): void {
    run("INSERT OR REPLACE INTO slots VALUES (?, ?, ?, ?, ?)", accountKey, kind, locator, loginHash, wrapped);
  }

  return {
    async secret(name, fresh) {
      const done = await write(() =>
        ok(void run("INSERT INTO secrets VALUES (?, ?) ON CONFLICT DO NOTHING", name, fresh)),
      );
      if (!done.ok) throw new Error("the database cannot be written");
      return get("SELECT value FROM secrets WHERE name = ?", name)!.value as Bytes;
    },

    createAccount: ({ identity, link, t, device, slots, session, spent }) =>
      write<void, AccountExists | LocatorTaken | Spent>(() => {
        if (isSpent(spent)) return err({ type: "Spent" });
        if (accountKeyOf(identity) !== undefined) return err({ type: "AccountExists" });
        if (slots.some((slot) => slotHolder(slot) !== undefined)) return err({ type: "LocatorTaken" });
        const accountKey = Number(
          sql("INSERT INTO accounts (identity) VALUES (?)").run(identity).lastInsertRowid,
        );
        storeDevice(accountKey, { number: 1, link, t, device });
        for (const slot of slots) storeSlot(accountKey, slot);
        storeSession(session, spent);
        return ok(undefined);
      }),

    async accountLog(identity, after, most) {
      return all(
        `SELECT link, account_log.t AS t FROM account_log JOIN accounts USING (account_key)
         WHERE identity = ? AND number > ? ORDER BY number LIMIT ?`,
        identity,
        after,
        most,
      ).map((row) => ({ link: row.link as Bytes, t: row.t as number }));
    },

    addDevice: ({ identity, number, link, t, device, session, spent }) =>
      write<void, Moved | Spent>(() => {
        if (isSpent(spent)) return err({ type: "Spent" });
        const accountKey = accountKeyOf(identity);
        const isTaken = get("SELECT 1 FROM account_devices WHERE device = ?", device.device) !== undefined;
        if (accountKey === undefined || isTaken || logLength(accountKey) !== number - 1) {
          return err({ type: "Moved" });
        }
        storeDevice(accountKey, { number, link, t, device });
        storeSession(session, spent);
        return ok(undefined);
      }),

    endDevice: ({ identity, number, link, t, device }) =>
      write(() => {
        const accountKey = accountKeyOf(identity);
        if (accountKey === undefined || logLength(accountKey) !== number - 1)
          return err<Moved>({ type: "Moved" });
        run("INSERT INTO account_log VALUES (?, ?, ?, ?)", accountKey, number, link, t);
        run("UPDATE account_devices SET ended = 1 WHERE device = ? AND account_key = ?", device, accountKey);
        for (const table of ["sessions", "push_subscriptions", "wake_ups"])
          run(`DELETE FROM ${table} WHERE device = ? AND account_key = ?`, device, accountKey);
        return ok(undefined);
      }),

    async device(device) {
      const row = get(
        "SELECT identity, device_key, ended, waits_until FROM account_devices JOIN accounts USING (account_key) WHERE device = ?",
        device,
      );
      if (row === undefined) return null;
      return {
        identity: row.identity as Bytes,
        deviceKey: row.device_key as Bytes,
        ended: row.ended === 1,
        waitsUntil: row.waits_until as number,
      };
    },

    deleteAccount: (identity) =>
      write(() => {
        const accountKey = accountKeyOf(identity);
        if (accountKey === undefined) return ok(undefined);
        const own = all(
          `SELECT room_key, room, until_n, (SELECT count(*) FROM room_members AS others
             WHERE others.room_key = own.room_key) AS members
           FROM room_members AS own JOIN rooms USING (room_key) WHERE own.identity = ?`,
          identity,
        );
        if (own.some((row) => Number(row.members) > 1 && row.until_n === null))
          return err<StillMember>({ type: "StillMember" });
        for (const { room_key: roomKey, room, members } of own) {
          if (Number(members) > 1) continue;
          for (const table of ["items", "room_devices", "room_members", "rooms"])
            run(`DELETE FROM ${table} WHERE room_key = ?`, roomKey as number);
          run("DELETE FROM invites WHERE room = ?", room as Bytes);
        }
        for (const table of [
          "meeting_messages",
          "meetings",
          "wake_ups",
          "push_subscriptions",
          "mail_addresses",
          "mail_confirmations",
          "sessions",
          "slots",
          "account_devices",
          "account_log",
          "accounts",
        ])
          run(`DELETE FROM ${table} WHERE account_key = ?`, accountKey);
        // A room made later may be given the number of one that is gone.
        rooms.forget();
        database.emptyLogSoon();
        return ok(undefined);
      }),

    async slot(kind, locator) {
      const row = get(
        "SELECT identity, login_hash, wrapped FROM slots JOIN accounts USING (account_key) WHERE kind = ? AND locator = ?",
        kind,
        locator,
      );
      if (row === undefined) return null;
      const { identity, login_hash: loginHash, wrapped } = row as Record<string, Bytes>;
      return {
        kind: kind as SlotKind,
        locator,
        identity: identity!,
        loginHash: loginHash!,
        wrapped: wrapped!,
      };
    },

    putSlot: (identity, slot) =>
      write(() => {
        const accountKey = accountKeyOf(identity)!;
        const holder = slotHolder(slot);
        if (holder !== undefined && holder !== accountKey) return err({ type: "LocatorTaken" as const });
        storeSlot(accountKey, slot);
        return ok(undefined);
      }),

    startSession: (session, spent) =>
      write(() => {
        if (isSpent(spent)) return err<Spent>({ type: "Spent" });
        storeSession(session, spent);
        return ok(undefined);
      }),

    async session(tokenHash) {
      const row = get(
        `SELECT identity, sessions.device AS device, expires, coalesce(waits_until, 0) AS waits_until
         FROM sessions JOIN accounts USING (account_key) LEFT JOIN account_devices USING (device)
         WHERE token_hash = ?`,
        tokenHash,
      );
      if (row === undefined) return null;
      return {
        identity: row.identity as Bytes,
        device: row.device as Bytes,
        expires: row.expires as number,
        waitsUntil: row.waits_until as number,
      };
    },

    endSession: (tokenHash) =>
      write(() => ok(void run("DELETE FROM sessions WHERE token_hash = ?", tokenHash))),
  };
}
