import { base64url, err, type Instant, ok, type Result } from "@goldseam/core";
import { bodyKeyBytes } from "@goldseam/crypto/open";
import { itemToBytes, parseItem } from "@goldseam/crypto/verify";
import { decodePlaced } from "@goldseam/sync";
import type { Room } from "../room/room.ts";
import { redactedIn } from "../room/room-log.ts";
import { placedItemsOf } from "./placed-items.ts";

export const exportFormat = "goldseam-export/1";

export type ExportedItem = {
  readonly n: number;
  readonly t: number;
  readonly item: string;
  readonly body: "clear" | "own" | "withheld" | "erased";
  readonly sealed?: string;
  readonly key?: string;
};
export type ExportedRoom = {
  readonly format: typeof exportFormat;
  readonly room: string;
  readonly member: string;
  readonly at: number;
  readonly n: number;
  readonly head: string;
  readonly items: readonly ExportedItem[];
};

/**
 * Everything that proves a room's record, with the words of its reader alone.
 *
 * The other's words stay sealed: an export is for keeping and checking, not for handing another's letters around
 * (docs/safety.md, DV.15). Shape: docs/formats/export.md.
 *
 * - Errors: `PartMissing` when this device lost something of the record and the server does not give it.
 */
export async function exportRoom(
  room: Room,
  at: Instant,
): Promise<Result<ExportedRoom, { readonly type: "PartMissing" }>> {
  const held = await room.whileStill(async (all) => ({
    log: all.log,
    placedItems: await placedItemsOf(all),
  }));
  if (held.placedItems === null) return err({ type: "PartMissing" });
  const { record, rows, epochKeys } = held.log;
  const redacted = redactedIn(rows);
  const items: ExportedItem[] = [];
  for (const bytes of held.placedItems) {
    const placed = decodePlaced(bytes);
    const parsed = placed.ok ? parseItem(placed.value.item, { bodyErased: placed.value.erased }) : placed;
    if (!placed.ok || !parsed.ok)
      throw new Error("the store holds an item that was checked and no longer parses");
    const { n, t } = placed.value;
    const item = parsed.value;
    const row = rows[n - 1]!;
    if (item.kind !== "entry") {
      items.push({ n, t, item: base64url(itemToBytes(item)), body: "clear" });
      continue;
    }
    const seal = { n, t, item: base64url(itemToBytes({ ...item, body: undefined })) };
    const epochKey = epochKeys.get(item.header.epoch);
    if (redacted.has(row.hash)) items.push({ ...seal, body: "erased" });
    else if (row.memberId !== room.me || item.body === undefined || epochKey === undefined)
      items.push({ ...seal, body: "withheld" });
    else {
      const key = base64url(await bodyKeyBytes(item, epochKey));
      items.push({ ...seal, body: "own", sealed: base64url(item.body), key });
    }
  }
  const head = base64url(record.head);
  return ok({ format: exportFormat, room: room.roomId, member: room.me, at, n: record.n, head, items });
}
