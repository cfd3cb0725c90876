import { type Bytes, equalBytes, type RoomKind } from "@goldseam/core";
import type { Item } from "@goldseam/crypto/verify";
import type { ApiError } from "@goldseam/sync";
import { kindIn } from "./room-facts.ts";
import type { RecordStore } from "./store.ts";

/** Until when what is private is kept back from a device; 0 when nothing is. */
export type Waits = { readonly waitsUntil: number };

/**
 * Why a device of the first day may not do what could shut the others out, or null.
 *
 * Whoever found the kit has the seed, and a changed app can use it. That the device waits is this server's word, and no
 * cryptography: it gives the person a day in which their other devices say so.
 */
export const tooNew = ({ waitsUntil }: Waits, now: number): ApiError | null =>
  waitsUntil > now ? { type: "TooNew", until: waitsUntil } : null;

/** What a device that waits may not read or write: everything but the couple's room. */
export const waitsFor = (kind: RoomKind): boolean => kind !== "couple";

/** Whether the room is open to a device now. Rooms that do not exist are: there is nothing to keep back. */
export async function isOpenTo(
  device: Waits,
  room: Bytes,
  store: RecordStore,
  now: number,
): Promise<boolean> {
  if (device.waitsUntil <= now) return true;
  const stored = await store.room(room);
  return stored === null || !waitsFor(kindIn(stored.facts));
}

/** Why a device that waits may not append `items` to a room of `kind`, or null. */
export function refusalWhileWaiting(
  device: Waits & { readonly identity: Bytes },
  kind: RoomKind,
  items: readonly Item[],
  now: number,
): ApiError | null {
  const refused = tooNew(device, now);
  if (refused === null) return null;
  const shutsOut = (item: Item): boolean => {
    if (item.kind !== "link") return false;
    // Leaving is open to everyone at any moment.
    if (item.payload.type === "remove") return !equalBytes(item.payload.identity, device.identity);
    return item.payload.type === "rotate";
  };
  return waitsFor(kind) || items.some(shutsOut) ? refused : null;
}
