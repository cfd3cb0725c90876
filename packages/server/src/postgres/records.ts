import type { Bytes, Result } from "@goldseam/core";
import { concatBytes } from "@goldseam/core";
import { withNames } from "../item-names.ts";
import { keyOf } from "../lru.ts";
import type { Full, Moved, NewBatch, PageRequest, RecordStore, StoredItem } from "../store.ts";
import { bytesIn, type Query, type Row } from "./connections.ts";

const roomText = `
  SELECT rooms.n, rooms.t, rooms.head, facts, room_devices.device, item
  FROM rooms JOIN room_facts USING (room) LEFT JOIN room_devices USING (room)
    LEFT JOIN items ON items.room = $1 AND items.n = newest_n
  WHERE rooms.room = $1`;

/** By hash through the index alone, then the few rows found: a long room is not read for it. */
const placesText = `
  SELECT n, t, hash16 FROM items WHERE room = $1 AND n IN
    (SELECT n FROM items WHERE room = $1 AND hash16 = ANY ($2::bytea[])) ORDER BY n`;

/** Rows of a page until it holds too many bytes, and the newest item that may be read. One look, one state. */
const pageText = `
  WITH newest AS (SELECT n, head FROM items WHERE room = $1 AND n <= $3 ORDER BY n DESC LIMIT 1)
  SELECT newest.n AS newest_n, newest.head AS newest_head, one.n, one.t, one.head, one.item, one.body, one.device
  FROM newest LEFT JOIN LATERAL (
    SELECT *, sum(octet_length(item) + coalesce(octet_length(body), 0) + 48) OVER (ORDER BY n) AS bytes FROM (
      SELECT * FROM items WHERE room = $1 AND n > $2 AND n <= $3 ORDER BY n LIMIT $4
    ) AS few
  ) AS one ON one.bytes <= $5 OR one.n = $2 + 1 ORDER BY one.n`;

const roomsText = `
  SELECT member.room, newest.n, newest.head FROM room_members AS member CROSS JOIN LATERAL
    (SELECT n, head FROM items WHERE items.room = member.room AND n <= coalesce(until_n, 2147483647)
     ORDER BY n DESC LIMIT 1) AS newest
  WHERE identity = $1 ORDER BY member.room`;

/** Numbers of items are 32 bits without a sign on the wire; no room comes near half of that. */
const mostN = 2_147_483_647;

/** The records of a database, read by `query`; appending is left to whoever holds the transaction. */
export function recordsOn(
  query: Query,
  append: (batch: NewBatch) => Promise<Result<void, Full | Moved>>,
): RecordStore {
  return {
    append,

    async room(room) {
      const { rows } = await query(roomText, [room]);
      const [first] = rows;
      if (first === undefined) return null;
      return {
        n: first.n as number,
        t: first.t as number,
        head: bytesIn(first, "head"),
        facts: bytesIn(first, "facts"),
        newestByDevice: rows
          .filter((row) => row.device !== null)
          .map((row) => withNames(bytesIn(row, "item"), room, bytesIn(row, "device"))),
      };
    },

    async headsAt(room, numbers) {
      const { rows } = await query("SELECT n, head FROM items WHERE room = $1 AND n = ANY ($2::int[])", [
        room,
        numbers.filter((n) => n <= mostN),
      ]);
      return new Map(rows.map((row) => [row.n as number, bytesIn(row, "head")]));
    },

    async placesOf(room, hashes) {
      const named = hashes.map((hash) => hash.subarray(0, 16));
      const { rows } = await query(placesText, [room, named]);
      const places = new Map(
        rows.map((row) => [keyOf(bytesIn(row, "hash16")), { n: row.n as number, t: row.t as number }]),
      );
      return named.map((hash) => places.get(keyOf(hash)) ?? null);
    },

    async page(room, { after, upTo, most, bytesMax }: PageRequest) {
      const { rows } = await query(pageText, [
        room,
        Math.min(after, mostN),
        Math.min(upTo, mostN),
        most,
        bytesMax,
      ]);
      const [first] = rows;
      if (first === undefined) return { items: [], newest: { n: 0, head: room } };
      return {
        items: rows.filter((row) => row.n !== null).map((row) => storedItemOf(row, room)),
        newest: { n: first.newest_n as number, head: bytesIn(first, "newest_head") },
      };
    },

    async membership(room, identity) {
      const { rows } = await query("SELECT until_n FROM room_members WHERE room = $1 AND identity = $2", [
        room,
        identity,
      ]);
      return rows[0] === undefined ? null : { untilN: rows[0].until_n as number | null };
    },

    async roomsOf(identity) {
      const { rows } = await query(roomsText, [identity]);
      return rows.map((row) => ({
        room: bytesIn(row, "room"),
        n: row.n as number,
        head: bytesIn(row, "head"),
      }));
    },
  };
}

function storedItemOf(row: Row, room: Bytes): StoredItem {
  const body = row.body as Bytes | null;
  const device = row.device as Bytes | null;
  const item = device === null ? bytesIn(row, "item") : withNames(bytesIn(row, "item"), room, device);
  return {
    n: row.n as number,
    t: row.t as number,
    head: bytesIn(row, "head"),
    erased: body === null,
    item: body === null || body.length === 0 ? item : concatBytes(item, body),
  };
}
