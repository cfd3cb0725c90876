import { type Bytes, base64url, equalBytes } from "@goldseam/core";
import { hash, parseItem } from "@goldseam/crypto/verify";
import { encodePlaced, type PlacedItem } from "@goldseam/sync";
import type { HeldRoom } from "../room/room.ts";
import { type RoomLog, redactedIn } from "../room/room-log.ts";
import { isLost, segmentRows } from "../room/segments.ts";

/**
 * Every item of the log as it came, in order. What the store lost is fetched again first, and kept.
 *
 * Null when the server does not give it, or gives another one: no export is better than one that leaves something out.
 */
export async function placedItemsOf(held: HeldRoom): Promise<Bytes[] | null> {
  const { log, segments } = held;
  const items: Bytes[] = [];
  for (let firstN = 1; firstN <= log.record.n; firstN += segmentRows) {
    const count = Math.min(segmentRows, log.record.n - firstN + 1);
    const kept = await segments.items(firstN, count);
    const whole = kept.some(isLost) ? await fetchAgain(held, firstN, count) : kept;
    if (whole === null) return null;
    items.push(...whole);
  }
  return items;
}

/** The items of one segment, each of which must be the one that was checked; else null. */
async function fetchAgain(
  { log, segments, store, transport }: HeldRoom,
  firstN: number,
  count: number,
): Promise<Bytes[] | null> {
  const items: Bytes[] = [];
  while (items.length < count) {
    const after = firstN - 1 + items.length;
    const pulled = await transport.pull(log.record.room, after, count - items.length);
    const placed = pulled.ok ? pulled.value.placed : [];
    if (placed.length === 0 || !placed.every((one) => isHeldAs(log, one))) return null;
    items.push(...placed.map(encodePlaced));
  }
  await store.write([await segments.replaceItems(firstN, items)]);
  return items;
}

/** Whether this is the item that stands at its place in the record here. */
function isHeldAs({ rows }: RoomLog, { n, t, erased, item }: PlacedItem): boolean {
  const parsed = parseItem(item, { bodyErased: erased });
  const row = rows[n - 1];
  if (!parsed.ok || row === undefined || row.t !== t || row.hash !== base64url(parsed.value.hash))
    return false;
  if (erased && !redactedIn(rows).has(row.hash)) return false;
  const { value } = parsed;
  // The hash does not cover a body, but the header that it covers names the body's own.
  return (
    value.kind !== "entry" || value.body === undefined || equalBytes(hash(value.body), value.header.bodyHash)
  );
}
