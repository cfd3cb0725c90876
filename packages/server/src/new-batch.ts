import type { Bytes, MemberId } from "@goldseam/core";
import { memberIdOf, type Placed, type RecordState } from "@goldseam/crypto/verify";
import { encodeLiveDown, type PlacedItem } from "@goldseam/sync";
import { keyOf } from "./lru.ts";
import { factsOf } from "./room-facts.ts";
import type { NewBatch, NewItem } from "./store.ts";

/** What a committed batch means for those who follow the room. */
export type Appended = {
  readonly room: Bytes;
  readonly roomKey: string;
  readonly firstN: number;
  readonly n: number;
  /** Makes the live message that holds the whole batch; null when it must be read from the store. */
  readonly message: (() => Bytes) | null;
  /** Members who left with this batch, and with which item. */
  readonly left: readonly { readonly memberId: MemberId; readonly untilN: number }[];
  /** Members whose list of rooms changed. */
  readonly changed: readonly MemberId[];
};

/** An accepted item as it is stored; `head` is the one after it. */
export function newItemOf({ n, t, item }: Placed, head: Bytes): NewItem {
  const place = { n, t, head, hash: item.hash };
  if (item.kind === "link") return { ...place, writer: null, item: item.bytes, body: noBody };
  const { headerBytes, signature, header } = item;
  const signed = new Uint8Array(headerBytes.length + signature.length);
  signed.set(headerBytes);
  signed.set(signature, headerBytes.length);
  return {
    ...place,
    writer: { device: header.device, seq: header.seq },
    item: signed,
    body: item.body ?? noBody,
  };
}

const noBody = new Uint8Array(0);

/** Everything that the accepted items change, as one batch. `previous` is the head before them, `draft` the state after. */
export function batchOf(
  draft: RecordState,
  previous: Bytes,
  items: readonly NewItem[],
  added: readonly Placed[],
): NewBatch {
  const members: { identity: Bytes; untilN: number | null }[] = [];
  const joined: Bytes[] = [];
  const erase: { hashes: readonly Bytes[]; devices: readonly Bytes[] }[] = [];
  let facts: Bytes | null = null;
  for (const { n, item } of added) {
    if (item.kind === "entry") continue;
    if (item.kind === "redaction") {
      const author = draft.devices.get(item.deviceId)?.memberId;
      const own = [...draft.devices.values()].filter((device) => device.memberId === author);
      erase.push({
        hashes: item.hashes,
        devices: own.map((device) => new Uint8Array(Buffer.from(device.deviceId, "base64url"))),
      });
      continue;
    }
    facts ??= factsOf(draft);
    if (item.kind === "certificate") continue;
    const { payload } = item;
    if (payload.type === "genesis") members.push({ identity: payload.member.identity, untilN: null });
    if (payload.type === "remove") members.push({ identity: payload.identity, untilN: n });
    if (payload.type === "add" || payload.type === "admit") {
      members.push({ identity: payload.member.identity, untilN: null });
      joined.push(payload.member.identity);
    }
  }
  return { room: draft.room, previous, items, facts, members, erase, joined };
}

export function appendedOf(draft: RecordState, batch: NewBatch, added: readonly Placed[]): Appended {
  const { room } = batch;
  const left = batch.members.flatMap(({ identity, untilN }) =>
    untilN === null ? [] : [{ memberId: memberIdOf(identity), untilN }],
  );
  // Words that are erased in the batch that brings them are sent to nobody.
  const message = batch.erase.length > 0 ? null : () => liveMessage(draft, batch, added);
  const changed = batch.members.map(({ identity }) => memberIdOf(identity));
  return { room, roomKey: keyOf(room), firstN: added[0]!.n, n: draft.n, message, left, changed };
}

function liveMessage({ n, head }: RecordState, { room, items }: NewBatch, added: readonly Placed[]): Bytes {
  const placed: PlacedItem[] = added.map((one, index) => {
    const { item, body } = items[index]!;
    return { n: one.n, t: one.t, erased: false, item: Buffer.concat([item, body]) as unknown as Bytes };
  });
  return encodeLiveDown({ type: "items", room, n, head, placed });
}
