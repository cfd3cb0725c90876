import { err, ok, type Result } from "@goldseam/core";
import type { SlotKind } from "@goldseam/sync";
import type { AccountStore, Full, NewDevice, NewSession, SpentChallenge, StoredSlot } from "../store.ts";
import { type Changes, tellText } from "./changes.ts";
import { bytesIn, isFull, isTaken, type Query, type Row, type Value } from "./connections.ts";

export type AccountParts = {
  readonly query: Query;
  readonly transaction: <T>(work: (query: Query) => Promise<T>) => Promise<T>;
  readonly changes: Changes;
};

/** Carries a refusal out of a transaction, which undoes it. */
class Refusal<E> extends Error {
  readonly reason: E;
  constructor(reason: E) {
    super("refused");
    this.reason = reason;
  }
}
export const refuse = <E>(reason: E): never => {
  throw new Refusal(reason);
};

/** What `work` gives; what it refused, with nothing changed; or `Full`. */
export async function changed<T, E>(work: () => Promise<T>): Promise<Result<T, E | Full>> {
  try {
    return ok(await work());
  } catch (error) {
    if (error instanceof Refusal) return err(error.reason as E);
    if (isFull(error)) return err({ type: "Full" });
    throw error;
  }
}

export function accountsOn({ query, transaction, changes }: AccountParts): AccountStore {
  return {
    async secret(name, fresh) {
      await query("INSERT INTO secrets VALUES ($1, $2) ON CONFLICT DO NOTHING", [name, fresh]);
      const { rows } = await query("SELECT value FROM secrets WHERE name = $1", [name]);
      return bytesIn(rows[0]!, "value");
    },

    createAccount: ({ identity, link, t, device, slots, session, spent }) =>
      changed(() =>
        transaction(async (ask) => {
          await spend(ask, spent);
          const made = await ask("INSERT INTO accounts VALUES ($1) ON CONFLICT DO NOTHING", [identity]);
          if (made.count === 0) refuse({ type: "AccountExists" });
          await addDevice(ask, { identity, number: 1, link, t, device });
          for (const slot of slots) await putSlot(ask, identity, slot);
          await addSession(ask, session);
        }),
      ),

    async accountLog(identity, after, most) {
      const text =
        "SELECT link, t FROM account_log WHERE identity = $1 AND number > $2 ORDER BY number LIMIT $3";
      const { rows } = await query(text, [identity, after, most]);
      return rows.map((row) => ({ link: bytesIn(row, "link"), t: row.t as number }));
    },

    addDevice: ({ identity, number, link, t, device, session, spent }) =>
      changed(() =>
        transaction(async (ask) => {
          await spend(ask, spent);
          await holdLog(ask, identity, number);
          const known = await ask("SELECT 1 FROM account_devices WHERE device = $1", [device.device]);
          if (known.count > 0) refuse({ type: "Moved" });
          await addDevice(ask, { identity, number, link, t, device });
          await addSession(ask, session);
          await ask(tellText, [changes.tell({ kind: "account", id: identity })]);
        }),
      ),

    endDevice: ({ identity, number, link, t, device }) =>
      changed(() =>
        transaction(async (ask) => {
          await holdLog(ask, identity, number);
          await ask("INSERT INTO account_log VALUES ($1, $2, $3, $4)", [identity, number, link, t]);
          const its = [device, identity];
          await ask("UPDATE account_devices SET ended = true WHERE device = $1 AND identity = $2", its);
          for (const table of ["sessions", "push_subscriptions", "wake_ups"])
            await ask(`DELETE FROM ${table} WHERE device = $1 AND identity = $2`, its);
          const told = changes.tell({ kind: "device", id: device }, { kind: "account", id: identity });
          await ask(tellText, [told]);
        }),
      ),

    async device(device) {
      const { rows } = await query(
        "SELECT identity, device_key, ended, waits_until FROM account_devices WHERE device = $1",
        [device],
      );
      const [row] = rows;
      if (row === undefined) return null;
      return {
        identity: bytesIn(row, "identity"),
        deviceKey: bytesIn(row, "device_key"),
        ended: row.ended === true,
        waitsUntil: row.waits_until as number,
      };
    },

    deleteAccount: (identity) =>
      changed(() =>
        transaction(async (ask) => {
          await ask("SELECT 1 FROM accounts WHERE identity = $1 FOR UPDATE", [identity]);
          const { rows: own } = await ask(
            `SELECT room, until_n, (SELECT count(*) FROM room_members AS others
               WHERE others.room = own.room)::integer AS members
             FROM room_members AS own WHERE identity = $1`,
            [identity],
          );
          const isShared = (row: Row): boolean => (row.members as number) > 1;
          if (own.some((row) => isShared(row) && row.until_n === null)) refuse({ type: "StillMember" });
          for (const row of own) {
            if (isShared(row)) continue;
            for (const table of ["items", "room_devices", "room_members", "room_facts", "rooms", "invites"])
              await ask(`DELETE FROM ${table} WHERE room = $1`, [bytesIn(row, "room")]);
          }
          const { rows: devices } = await ask(
            "DELETE FROM account_devices WHERE identity = $1 RETURNING device",
            [identity],
          );
          for (const table of ownTables) await ask(`DELETE FROM ${table} WHERE identity = $1`, [identity]);
          const ended = devices.map((row) => ({ kind: "device", id: bytesIn(row, "device") }) as const);
          await ask(tellText, [changes.tell(...ended)]);
        }),
      ),

    async slot(kind, locator) {
      const { rows } = await query(
        "SELECT identity, login_hash, wrapped FROM slots WHERE kind = $1 AND locator = $2",
        [kind, locator],
      );
      const [row] = rows;
      if (row === undefined) return null;
      return {
        kind: kind as SlotKind,
        locator,
        identity: bytesIn(row, "identity"),
        loginHash: bytesIn(row, "login_hash"),
        wrapped: bytesIn(row, "wrapped"),
      };
    },

    putSlot: (identity, slot) => changed(() => putSlot(query, identity, slot)),

    startSession: (session, spent) =>
      changed(() =>
        transaction(async (ask) => {
          await spend(ask, spent);
          await addSession(ask, session);
        }),
      ),

    async session(tokenHash) {
      const { rows } = await query(
        `SELECT sessions.identity, sessions.device, expires, coalesce(waits_until, 0) AS waits_until
         FROM sessions LEFT JOIN account_devices USING (device) WHERE token_hash = $1`,
        [tokenHash],
      );
      const [row] = rows;
      if (row === undefined) return null;
      return {
        identity: bytesIn(row, "identity"),
        device: bytesIn(row, "device"),
        expires: row.expires as number,
        waitsUntil: Number(row.waits_until),
      };
    },

    endSession: (tokenHash) =>
      changed(async () => {
        const told = changes.tell({ kind: "session", id: tokenHash });
        await query(
          `WITH ended AS (DELETE FROM sessions WHERE token_hash = $1) ${tellText.replace("$1", "$2")}`,
          [tokenHash, told],
        );
      }),
  };
}

/** What an account has beside its devices and rooms, in an order that every reference allows. */
const ownTables = [
  "meetings",
  "wake_ups",
  "push_subscriptions",
  "mail_addresses",
  "mail_confirmations",
  "sessions",
  "slots",
  "account_log",
  "accounts",
];

async function spend(ask: Query, { challenge, until }: SpentChallenge): Promise<void> {
  const text = "INSERT INTO spent_challenges VALUES ($1, $2) ON CONFLICT DO NOTHING";
  const { count } = await ask(text, [challenge, until]);
  if (count === 0) refuse({ type: "Spent" });
}

/** Holds the account's log until the transaction ends; `Moved` unless `number` is its next. */
async function holdLog(ask: Query, identity: Value, number: number): Promise<void> {
  await ask("SELECT 1 FROM accounts WHERE identity = $1 FOR UPDATE", [identity]);
  const { rows } = await ask("SELECT max(number) AS last FROM account_log WHERE identity = $1", [identity]);
  if (rows[0]!.last !== number - 1) refuse({ type: "Moved" });
}

async function addDevice(
  ask: Query,
  one: {
    readonly identity: Value;
    readonly number: number;
    readonly link: Value;
    readonly t: number;
    readonly device: NewDevice;
  },
): Promise<void> {
  await ask("INSERT INTO account_log VALUES ($1, $2, $3, $4)", [one.identity, one.number, one.link, one.t]);
  const { device, deviceKey, waitsUntil } = one.device;
  const values = [device, one.identity, deviceKey, waitsUntil];
  await ask("INSERT INTO account_devices VALUES ($1, $2, $3, false, $4)", values);
}

async function addSession(ask: Query, { tokenHash, identity, device, expires }: NewSession): Promise<void> {
  await ask("INSERT INTO sessions VALUES ($1, $2, $3, $4)", [tokenHash, identity, device, expires]);
}

async function putSlot(
  ask: Query,
  identity: Value,
  { kind, locator, loginHash, wrapped }: StoredSlot,
): Promise<void> {
  try {
    await ask(
      `INSERT INTO slots VALUES ($1, $2, $3, $4, $5) ON CONFLICT (identity, kind)
       DO UPDATE SET locator = excluded.locator, login_hash = excluded.login_hash, wrapped = excluded.wrapped`,
      [identity, kind, locator, loginHash, wrapped],
    );
  } catch (error) {
    if (isTaken(error, "one_locator_one_account")) refuse({ type: "LocatorTaken" });
    throw error;
  }
}
