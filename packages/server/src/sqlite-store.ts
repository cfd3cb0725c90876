import { statSync } from "node:fs";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { type Bytes, concatBytes, err, ok, type Result } from "@goldseam/core";
import type { SlotKind } from "@goldseam/sync";
import { withNames, withoutNames } from "./item-names.ts";
import { remindersInSqlite, sweepConfirmations } from "./reminders/sqlite-reminders.ts";
import { type KnownRoom, KnownRooms } from "./sqlite-known-rooms.ts";
import { applySchema } from "./sqlite-schema.ts";
import type {
  AccountExists,
  Full,
  LocatorTaken,
  Moved,
  NewBatch,
  NewDevice,
  NewItem,
  NewSession,
  PageRequest,
  Spent,
  SpentChallenge,
  StillMember,
  Store,
  StoredInvite,
  StoredItem,
  StoredSlot,
} from "./store.ts";

export type SqliteConfig = {
  /** The database file; its folder must exist. No default: a host must know where the words rest. */
  readonly file: string;
  /** Bytes that the file may grow to. Default 64 GiB; beyond it appends are answered `Full`. */
  readonly bytesMax?: number;
  /**
   * Milliseconds after an erasure within which the write-ahead log is emptied, since erased words rest there
   * until then. Default 10 s: many erasures cost one emptying, and a minute is promised.
   */
  readonly erasureMs?: number;
};

/** Five of the usual entries fill a page; larger pages would make every commit write more. */
const pageBytes = 4_096;
/** Pages of the write-ahead log after which it is moved into the database: pages that many commits touch, once. */
const logPagesMax = 4_000;

/** Primary result codes after which nothing was stored and a later try may succeed. */
const fullCodes = new Set([5, 6, 8, 10, 13, 14]); // BUSY, LOCKED, READONLY, IOERR, FULL, CANTOPEN

const isFull = (error: unknown): boolean =>
  typeof error === "object" &&
  error !== null &&
  "errcode" in error &&
  fullCodes.has(Number(error.errcode) & 0xff);

type Job = { run(): void; refuse(error: unknown): void; answer(): void };
type Row = Record<string, unknown>;

/**
 * A store in one SQLite file, with one writer.
 *
 * Group commit: changes that are asked for in turns of the event loop right after each other share one transaction
 * and one wait for the disk. Each is answered only after that commit, so what was acknowledged survives a kill or a
 * power cut (`synchronous=FULL`). If the shared transaction fails, each change is tried in its own, so that
 * one's trouble is not another's. A change that refuses must do so before it writes anything.
 */
export function openSqliteStore({ file, bytesMax = 64 * 2 ** 30, erasureMs = 10_000 }: SqliteConfig): Store {
  const database = openDatabase(file, bytesMax);
  const rooms = new KnownRooms(database);
  const write = groupCommit(database, rooms);
  const prepared = new Map<string, StatementSync>();
  const sql = (text: string): StatementSync => {
    const known = prepared.get(text);
    if (known !== undefined) return known;
    const statement = database.prepare(text);
    prepared.set(text, statement);
    return statement;
  };
  const get = (text: string, ...values: Value[]): Row | undefined =>
    sql(text).get(...values) as Row | undefined;
  const all = (text: string, ...values: Value[]): Row[] => sql(text).all(...values) as Row[];
  const run = (text: string, ...values: Value[]): number => Number(sql(text).run(...values).changes);

  const insertItem = sql(
    "INSERT INTO items (room_key, n, t, device_key, head, hash16, item, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const moveDevice = sql("UPDATE room_devices SET seq = ?, newest_item = ? WHERE device_key = ? AND seq < ?");

  let emptying: NodeJS.Timeout | undefined;
  const emptyLogSoon = () => {
    emptying ??= setTimeout(() => {
      emptying = undefined;
      emptyLog(database);
    }, erasureMs).unref();
  };

  function deviceKeyOf(room: KnownRoom, device: Bytes): number {
    const known = rooms.deviceKey(room, device);
    if (known !== undefined) return known;
    return Number(
      sql("INSERT INTO room_devices (room_key, device) VALUES (?, ?)").run(room.key, device).lastInsertRowid,
    );
  }

  function storeItem(room: KnownRoom, { n, t, head, hash, writer, item, body }: NewItem): void {
    const deviceKey = writer === null ? null : deviceKeyOf(room, writer.device);
    const kept = writer === null ? item : withoutNames(item);
    const { lastInsertRowid } = insertItem.run(
      room.key,
      n,
      t,
      deviceKey,
      head,
      hash.subarray(0, 16),
      kept,
      body,
    );
    room.n = n;
    if (writer === null) return;
    const { changes } = moveDevice.run(writer.seq, lastInsertRowid, deviceKey, writer.seq);
    if (changes !== 1) throw new Error("a device's numbers only grow");
  }

  function storeBatch(batch: NewBatch): Result<void, Moved> {
    const first = batch.items[0]!;
    const known = rooms.get(batch.room);
    if ((known?.n ?? 0) !== first.n - 1) return err({ type: "Moved" });
    if (known === undefined) run("INSERT INTO rooms (room, facts) VALUES (?, ?)", batch.room, batch.facts!);
    const room = known ?? rooms.get(batch.room)!;
    for (const item of batch.items) storeItem(room, item);
    if (known !== undefined && batch.facts !== null) {
      run("UPDATE rooms SET facts = ? WHERE room_key = ?", batch.facts, room.key);
    }
    for (const { identity, untilN } of batch.members) {
      run(
        "INSERT INTO room_members VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET until_n = excluded.until_n",
        room.key,
        identity,
        untilN,
      );
    }
    for (const erasure of batch.erase) eraseBodies(room, erasure);
    for (const identity of batch.joined) {
      run(
        "UPDATE invites SET state = 'used' WHERE room = ? AND answered_by = ? AND state = 'answered'",
        batch.room,
        identity,
      );
    }
    return ok(undefined);
  }

  function eraseBodies(room: KnownRoom, { hashes, devices }: NewBatch["erase"][number]): void {
    const writers = new Set(devices.map((device) => rooms.deviceKey(room, device)));
    // One pass over the room's index for all of them. Entries begin with 01: what is in clear stays.
    const named = all(
      `SELECT item_key, device_key FROM items WHERE room_key = ? AND substr(item, 1, 1) = x'01' AND
         hash16 IN (${hashes.map(() => "?").join(", ")})`,
      room.key,
      ...hashes.map((hash) => hash.subarray(0, 16)),
    );
    for (const row of named) {
      if (!writers.has(row.device_key as number)) continue;
      run("UPDATE items SET body = NULL WHERE item_key = ?", row.item_key as number);
    }
  }

  const accountKeyOf = (identity: Bytes): number | undefined =>
    get("SELECT account_key FROM accounts WHERE identity = ?", identity)?.account_key as number | undefined;

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
    async room(room) {
      const found = get("SELECT room_key, facts FROM rooms WHERE room = ?", room);
      if (found === undefined) return null;
      const roomKey = found.room_key as number;
      const last = get("SELECT n, t, head FROM items WHERE room_key = ? ORDER BY n DESC LIMIT 1", roomKey)!;
      const newest = all(
        `SELECT device, item FROM room_devices JOIN items ON item_key = newest_item WHERE room_devices.room_key = ?`,
        roomKey,
      );
      return {
        n: last.n as number,
        t: last.t as number,
        head: last.head as Bytes,
        facts: found.facts as Bytes,
        newestByDevice: newest.map((row) => withNames(row.item as Bytes, room, row.device as Bytes)),
      };
    },

    async headsAt(room, numbers) {
      const heads = new Map<number, Bytes>();
      const roomKey = rooms.get(room)?.key;
      if (roomKey === undefined) return heads;
      for (const n of numbers) {
        const row = get("SELECT head FROM items WHERE room_key = ? AND n = ?", roomKey, n);
        if (row !== undefined) heads.set(n, row.head as Bytes);
      }
      return heads;
    },

    async placesOf(room, hashes) {
      const roomKey = rooms.get(room)?.key;
      return hashes.map((hash) => {
        if (roomKey === undefined) return null;
        const row = get(
          "SELECT n, t FROM items WHERE room_key = ? AND hash16 = ? ORDER BY n DESC LIMIT 1",
          roomKey,
          hash.subarray(0, 16),
        );
        return row === undefined ? null : { n: row.n as number, t: row.t as number };
      });
    },

    async append(batch) {
      const stored = await write(() => storeBatch(batch));
      if (batch.erase.length > 0 && stored.ok) emptyLogSoon();
      return stored;
    },

    async page(room, { after, upTo, most, bytesMax }: PageRequest) {
      const roomKey = rooms.get(room)?.key;
      if (roomKey === undefined) return { items: [], newest: { n: 0, head: room } };
      const newest = get(
        "SELECT n, head FROM items WHERE room_key = ? AND n <= ? ORDER BY n DESC LIMIT 1",
        roomKey,
        upTo,
      )!;
      const items: StoredItem[] = [];
      let bytes = 0;
      const rows = sql(
        `SELECT n, t, head, item, body, device FROM items LEFT JOIN room_devices USING (device_key)
         WHERE items.room_key = ? AND n > ? AND n <= ? ORDER BY n LIMIT ?`,
      ).iterate(roomKey, after, upTo, most);
      for (const row of rows) {
        const stored = storedItemOf(row, room);
        bytes += stored.item.length;
        if (items.length > 0 && bytes > bytesMax) break;
        items.push(stored);
      }
      return { items, newest: { n: newest.n as number, head: newest.head as Bytes } };
    },

    async membership(room, identity) {
      const row = get(
        "SELECT until_n FROM room_members JOIN rooms USING (room_key) WHERE room = ? AND identity = ?",
        room,
        identity,
      );
      return row === undefined ? null : { untilN: row.until_n as number | null };
    },

    async roomsOf(identity) {
      return all(
        `SELECT room, n, head FROM room_members AS member JOIN rooms USING (room_key) JOIN items ON item_key =
           (SELECT item_key FROM items WHERE items.room_key = member.room_key AND n <= coalesce(until_n, 1e10)
            ORDER BY n DESC LIMIT 1)
         WHERE identity = ? ORDER BY member.room_key`,
        identity,
      ).map((row) => ({ room: row.room as Bytes, n: row.n as number, head: row.head as Bytes }));
    },

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
        emptyLogSoon();
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

    ...remindersInSqlite({ get, all, run, write, accountKeyOf }),

    async bytes() {
      return [file, `${file}-wal`].reduce(
        (sum, one) => sum + (statSync(one, { throwIfNoEntry: false })?.size ?? 0),
        0,
      );
    },

    sweep: (now) =>
      write(() => {
        run(
          "DELETE FROM meeting_messages WHERE account_key IN (SELECT account_key FROM meetings WHERE expires <= ?)",
          now,
        );
        run("DELETE FROM meetings WHERE expires <= ?", now);
        sweepConfirmations(run, now);
        run("DELETE FROM sessions WHERE expires <= ?", now);
        run("DELETE FROM spent_challenges WHERE until <= ?", now);
        run("DELETE FROM invites WHERE state = 'open' AND expires <= ?", now - inviteKeptMs);
        return ok(undefined);
      }),

    async close() {
      await write(() => ok(undefined));
      clearTimeout(emptying);
      emptyLog(database);
      database.close();
    },
  };
}

/** An expired invite still says so for this long. */
const inviteKeptMs = 30 * 24 * 60 * 60 * 1_000;

type Value = null | number | string | Uint8Array;

function openDatabase(file: string, bytesMax: number): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 2_000 });
  database.exec(`
    PRAGMA page_size = ${pageBytes};
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA secure_delete = ON;
    PRAGMA foreign_keys = OFF;
    PRAGMA cache_size = -65536;
    PRAGMA wal_autocheckpoint = ${logPagesMax};
    PRAGMA max_page_count = ${Math.max(64, Math.floor(bytesMax / pageBytes))};
  `);
  applySchema(database);
  return database;
}

/** Moves everything from the write-ahead log into the database and cuts the log to nothing. */
function emptyLog(database: DatabaseSync): void {
  try {
    database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  } catch (error) {
    if (!isFull(error)) throw error;
  }
}

type Write = <T, E>(change: () => Result<T, E>) => Promise<Result<T, E | Full>>;

/** Changes after which a transaction is made even while more are being asked for. */
const groupMax = 256;

/**
 * Runs changes that are asked for together in one transaction, in the order in which they were asked.
 *
 * A group is closed by the first turn of the event loop that brings nothing more: under load those who were just
 * answered ask again within the next turns, and a lone change waits one empty turn, which is nothing beside the
 * wait for the disk.
 */
function groupCommit(database: DatabaseSync, rooms: KnownRooms): Write {
  let waiting: Job[] = [];
  const begin = database.prepare("BEGIN IMMEDIATE");
  const commit = database.prepare("COMMIT");

  const inTransaction = (work: () => void): void => {
    begin.run();
    try {
      rooms.begun();
      work();
      commit.run();
    } catch (error) {
      // SQLite has already undone everything itself after some failures, such as a full disk.
      if (database.isTransaction) database.exec("ROLLBACK");
      rooms.forget();
      throw error;
    }
  };

  const flush = (): void => {
    const jobs = waiting;
    waiting = [];
    try {
      inTransaction(() => {
        for (const job of jobs) job.run();
      });
      for (const job of jobs) job.answer();
    } catch {
      for (const job of jobs) flushAlone(job);
    }
  };

  const flushOnceQuiet = (seen: number): void => {
    setImmediate(() => {
      const isQuiet = waiting.length === seen || waiting.length >= groupMax;
      if (isQuiet) flush();
      else flushOnceQuiet(waiting.length);
    });
  };

  const flushAlone = (job: Job): void => {
    try {
      inTransaction(job.run);
      job.answer();
    } catch (error) {
      job.refuse(error);
    }
  };

  return <T, E>(change: () => Result<T, E>) =>
    new Promise<Result<T, E | Full>>((resolve, reject) => {
      let result: Result<T, E>;
      const job: Job = {
        run: () => {
          result = change();
        },
        answer: () => resolve(result),
        refuse: (error) => (isFull(error) ? resolve(err({ type: "Full" })) : reject(error)),
      };
      waiting.push(job);
      if (waiting.length === 1) flushOnceQuiet(0);
    });
}

function storedItemOf(row: Row, room: Bytes): StoredItem {
  const kept = row.item as Bytes;
  const body = row.body as Bytes | null;
  const device = row.device as Bytes | null;
  const item = device === null ? kept : withNames(kept, room, device);
  return {
    n: row.n as number,
    t: row.t as number,
    head: row.head as Bytes,
    erased: body === null,
    item: body === null || body.length === 0 ? item : concatBytes(item, body),
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
