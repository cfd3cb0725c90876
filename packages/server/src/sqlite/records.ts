import { type Bytes, concatBytes, err, ok, type Result } from "@goldseam/core";
import { withNames, withoutNames } from "../item-names.ts";
import type { Moved, NewBatch, NewItem, PageRequest, RecordStore, StoredItem } from "../store.ts";
import type { Row, SqliteDatabase } from "./database.ts";
import type { KnownRoom, KnownRooms } from "./known-rooms.ts";
import type { Write } from "./writer.ts";

export function recordsIn(database: SqliteDatabase, rooms: KnownRooms, write: Write): RecordStore {
  const { sql, get, all, run } = database;
  const insertItem = sql(
    "INSERT INTO items (room_key, n, t, device_key, head, hash16, item, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const moveDevice = sql("UPDATE room_devices SET seq = ?, newest_item = ? WHERE device_key = ? AND seq < ?");

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
      if (batch.erase.length > 0 && stored.ok) database.emptyLogSoon();
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
  };
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
