/**
 * One batch as one statement.
 *
 * `moved` takes the room's row, if the room still ends where the batch begins: whoever else appends to the room waits
 * for that row, and finds it moved. Everything else hangs on `moved`, so a batch that comes too late does nothing.
 * The statement gives a row for each thing told to other processes, at least one when it stored, none when not.
 */
import { type Bytes, concatBytes } from "@goldseam/core";
import { withoutNames } from "../item-names.ts";
import { keyOf } from "../lru.ts";
import type { NewBatch, NewItem } from "../store.ts";
import type { Changes } from "./changes.ts";
import { tellIfMoved } from "./changes.ts";
import type { Value } from "./connections.ts";

export type Statement = { readonly text: string; readonly values: readonly Value[] };

const moveText = `UPDATE rooms SET n = $3, t = $4, head = $5
  WHERE room = $1 AND n = $2 AND ($17::bytea IS NULL OR head = $17) RETURNING room`;
/** The first of two foundings of one room stands, and the second finds it moved. */
const foundText =
  "INSERT INTO rooms (room, n, t, head) SELECT $1, $3, $4, $5 WHERE $2 = 0 AND ($17::bytea IS NULL OR $17 = $1) ON CONFLICT DO NOTHING RETURNING room";

/**
 * Items come as one string of bytes and the places of their parts in it: bytes travel as they are there, where an
 * array of them would travel as text. A body of length -1 is erased.
 *
 * The `CASE` makes a device's number that does not grow a null, which the table refuses: that would be a bug.
 */
const rest = `
  items_stored AS (
    INSERT INTO items (room, n, t, device, head, hash16, item, body)
    SELECT moved.room, one.n, one.t, nullif(substring($6::bytea from at + 48 for device_length), ''::bytea),
      substring($6::bytea from at for 32), substring($6::bytea from at + 32 for 16),
      substring($6::bytea from at + 48 + device_length for item_length),
      CASE WHEN body_length >= 0 THEN substring($6::bytea from at + 48 + device_length + item_length for body_length) END
    FROM moved, unnest($7::int[], $8::bigint[], $9::int[], $10::int[], $11::int[], $12::int[])
      AS one (n, t, at, device_length, item_length, body_length)
  ), devices_moved AS (
    INSERT INTO room_devices (room, device, seq, newest_n)
    SELECT moved.room, one.device, one.seq, one.n
    FROM moved, unnest($13::bytea[], $14::bigint[], $15::int[]) AS one (device, seq, n)
    ON CONFLICT (room, device) DO UPDATE SET newest_n = excluded.newest_n,
      seq = CASE WHEN excluded.seq > room_devices.seq THEN excluded.seq END
  )`;

/** What links, certificates and redactions bring with them; most batches bring none of it. */
const more = `
  , facts_stored AS (
    INSERT INTO room_facts (room, facts) SELECT room, $18::bytea FROM moved WHERE $18::bytea IS NOT NULL
    ON CONFLICT (room) DO UPDATE SET facts = excluded.facts
  ), members_stored AS (
    INSERT INTO room_members (room, identity, until_n)
    SELECT moved.room, one.identity, one.until_n
    FROM moved, unnest($19::bytea[], $20::int[]) AS one (identity, until_n)
    ON CONFLICT (room, identity) DO UPDATE SET until_n = excluded.until_n
  ), named AS (
    SELECT items.n FROM moved, items WHERE items.room = $1 AND hash16 = ANY ($21::bytea[])
  ), erased AS (
    UPDATE items SET body = NULL FROM named
    WHERE items.room = $1 AND items.n = named.n AND get_byte(item, 0) = 1
      AND (hash16, device) IN (SELECT * FROM unnest($21::bytea[], $22::bytea[]))
  ), invites_used AS (
    UPDATE invites SET state = 'used' FROM moved
    WHERE invites.room = moved.room AND answered_by = ANY ($23::bytea[]) AND state = 'answered'
  )`;

const textOf = (isFounding: boolean, hasMore: boolean): string =>
  `WITH moved AS (${isFounding ? foundText : moveText}), ${rest}${hasMore ? more : ""} ${tellIfMoved(16)}`;
const texts = [false, true].map((founds) => [false, true].map((hasMore) => textOf(founds, hasMore)));

/** The statement that stores `batch`. Throws on a device whose numbers do not grow: a bug. */
export function appendStatement(batch: NewBatch, changes: Changes): Statement {
  const { room, items, facts, members, erase, joined } = batch;
  const [first, last] = [items[0]!, items.at(-1)!];
  const hasMore = facts !== null || members.length + erase.length + joined.length > 0;
  const values: Value[] = [
    room,
    first.n - 1,
    last.n,
    last.t,
    last.head,
    ...itemValues(batch),
    ...deviceValues(items),
  ];
  const identities = new Map(members.map((member) => [keyOf(member.identity), member]));
  values.push([
    ...changes.tell({ kind: "room", id: room, n: last.n }),
    ...changes.tell(...members.map(({ identity }) => ({ kind: "account" as const, id: identity }))),
  ]);
  values.push(batch.previous ?? null);
  if (hasMore) {
    const erasures = erase.flatMap(({ hashes, devices }) =>
      hashes.flatMap((hash) => devices.map((device) => [hash.subarray(0, 16), device] as const)),
    );
    values.push(
      facts,
      [...identities.values()].map(({ identity }) => identity),
      [...identities.values()].map(({ untilN }) => untilN),
      erasures.map(([hash]) => hash),
      erasures.map(([, device]) => device),
      joined,
    );
  }
  return { text: texts[first.n === 1 ? 1 : 0]![hasMore ? 1 : 0]!, values };
}

/** Whether the batch itself erases the words that it brings. */
const isErased = ({ hash, writer, item }: NewItem, { erase }: NewBatch): boolean =>
  writer !== null &&
  item[0] === 1 &&
  erase.some(
    ({ hashes, devices }) =>
      hashes.some((named) => keyOf(named) === keyOf(hash)) &&
      devices.some((device) => keyOf(device) === keyOf(writer.device)),
  );

function itemValues(batch: NewBatch): Value[] {
  const parts: Bytes[] = [];
  const [numbers, times, places, deviceLengths, itemLengths, bodyLengths]: number[][] = [
    [],
    [],
    [],
    [],
    [],
    [],
  ];
  let at = 1;
  for (const one of batch.items) {
    const device = one.writer?.device ?? new Uint8Array(0);
    const item = one.writer === null ? one.item : withoutNames(one.item);
    const body = isErased(one, batch) ? null : one.body;
    const own = [
      one.head,
      one.hash.subarray(0, 16),
      device,
      item,
      ...(body === null ? [] : [body]),
    ] as Bytes[];
    parts.push(...own);
    numbers!.push(one.n);
    times!.push(one.t);
    places!.push(at);
    deviceLengths!.push(device.length);
    itemLengths!.push(item.length);
    bodyLengths!.push(body?.length ?? -1);
    for (const part of own) at += part.length;
  }
  return [concatBytes(...parts), numbers!, times!, places!, deviceLengths!, itemLengths!, bodyLengths!];
}

function deviceValues(items: readonly NewItem[]): Value[] {
  const newest = new Map<string, { readonly device: Bytes; readonly seq: number; readonly n: number }>();
  for (const { n, writer } of items) {
    if (writer === null) continue;
    const key = keyOf(writer.device);
    if (writer.seq <= (newest.get(key)?.seq ?? 0)) throw new Error("a device's numbers only grow");
    newest.set(key, { device: writer.device, seq: writer.seq, n });
  }
  const rows = [...newest.values()];
  return [rows.map(({ device }) => device), rows.map(({ seq }) => seq), rows.map(({ n }) => n)];
}
