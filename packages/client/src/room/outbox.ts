import {
  type Bytes,
  base64url,
  type DeviceId,
  type EntryHash,
  type Instant,
  type RandomBytes,
  type RecordedEvent,
  type RoomEvent,
  type RoomId,
  ruleTime,
} from "@goldseam/core";
import {
  type EpochKey,
  type KeyPair,
  makeCertificate,
  makeRedaction,
  type Place,
  sealEntry,
} from "@goldseam/crypto/open";
import { type Item, itemToBytes, type RecordState, redactedMax } from "@goldseam/crypto/verify";
import { limits } from "@goldseam/sync";
import type { Change } from "../store/local-store.ts";
import type { SealedStore } from "../store/sealed-store.ts";
import { storedBytes } from "../store/stored-bytes.ts";

/** What a person or this device wants written, before it has a place in any chain. */
export type OutboxContent =
  | { readonly kind: "certificate" }
  | { readonly kind: "event"; readonly event: RoomEvent }
  | { readonly kind: "redaction"; readonly hashes: readonly EntryHash[] };

/** One item of this device on its way: sealed, chained, and kept until the verified record shows it. */
export type OutboxRow = {
  readonly seq: number;
  readonly hash: EntryHash;
  /** Empty while it is not sealed: the room is still to come. */
  readonly item: Bytes;
  readonly seenN: number;
  readonly content: OutboxContent;
  /** Where the server said it stands, once it said so. */
  readonly placed?: { readonly n: number; readonly t: number } | undefined;
};

export type WriterKeys = {
  readonly device: KeyPair;
  readonly deviceId: Bytes;
  readonly identity: Bytes;
  readonly certificateSignature: Bytes | undefined;
  readonly epochKey: EpochKey;
};

/** Where this device's next item goes: behind its last in the record, or behind what still waits. */
export function nextPlace(record: RecordState, deviceId: Bytes, waiting: readonly OutboxRow[]): Place {
  const own = record.devices.get(base64url(deviceId) as DeviceId);
  const last = waiting.at(-1);
  return {
    room: record.room,
    device: deviceId,
    seq: (last?.seq ?? own?.seq ?? 0) + 1,
    prev: last === undefined ? (own?.lastHash ?? new Uint8Array(32)) : storedBytes(last.hash),
    seenN: record.n,
    seenHead: record.head,
  };
}

/** Seals `contents` one behind the other. The first certificate stands by itself before anything else. */
export async function sealRows(
  contents: readonly OutboxContent[],
  record: RecordState,
  waiting: readonly OutboxRow[],
  keys: WriterKeys,
  random: RandomBytes,
): Promise<OutboxRow[]> {
  const rows: OutboxRow[] = [];
  for (const content of contents) {
    const place = nextPlace(record, keys.deviceId, [...waiting, ...rows]);
    const item = await seal(content, place, keys, random);
    rows.push({
      seq: place.seq,
      hash: base64url(item.hash) as EntryHash,
      item: itemToBytes(item),
      seenN: place.seenN,
      content,
    });
  }
  return rows;
}

function seal(content: OutboxContent, place: Place, keys: WriterKeys, random: RandomBytes): Promise<Item> {
  switch (content.kind) {
    case "event":
      return sealEntry(content.event, place, { epochKey: keys.epochKey, device: keys.device }, random);
    case "redaction":
      return makeRedaction(content.hashes.map(storedBytes), place, keys.device);
    case "certificate": {
      const { identity, certificateSignature } = keys;
      if (certificateSignature === undefined)
        throw new Error("a device was to certify itself without a signature");
      return makeCertificate(place, { device: keys.device, identity, certificateSignature });
    }
  }
}

export const isSealed = ({ item }: OutboxRow): boolean => item.length > 0;

/** A row for a room that is still to come. It has no hash yet: its event's id names it, on this device alone. */
export const unsealedRow = (event: RoomEvent, seq: number): OutboxRow => ({
  seq,
  hash: event.id as string as EntryHash,
  item: new Uint8Array(),
  seenN: 0,
  content: { kind: "event", event },
});

/** Entries as redactions name them, as many as one may at a time. */
export const redactionsOf = (hashes: readonly EntryHash[]) =>
  Array.from({ length: Math.ceil(hashes.length / redactedMax) }, (_, index) => ({
    kind: "redaction" as const,
    hashes: hashes.slice(index * redactedMax, (index + 1) * redactedMax),
  }));

/** The longest run from the front of what waits that one request may carry. */
export function sendableOf(waiting: readonly OutboxRow[]): OutboxRow[] {
  const batch: OutboxRow[] = [];
  let bytes = 32;
  for (const row of waiting) {
    if (row.placed !== undefined) continue;
    if (!isSealed(row)) break;
    bytes += 4 + row.item.length;
    if (batch.length === limits.appendItemsMax || bytes > limits.appendBytesMax) break;
    batch.push(row);
  }
  return batch;
}

/** What waits as rules read it: at the end of `record`, received at `now` at the earliest. */
export const waitingEvents = (
  waiting: readonly OutboxRow[],
  record: RecordState,
  by: RecordedEvent["by"],
  now: Instant,
): RecordedEvent[] =>
  waiting.flatMap((row) => {
    if (row.content.kind !== "event") return [];
    const { event } = row.content;
    const received = (row.placed?.t ?? Math.max(now, event.at)) as Instant;
    const seen = (record.times.at(row.seenN) ?? 0) as Instant;
    const at = ruleTime(event.at, { seen, received });
    return [{ event, by, at, received, n: undefined, entryHash: row.hash }];
  });

/** Puts rows into the store, or others in their place. */
export const keepRows = (store: SealedStore, roomId: RoomId, rows: readonly OutboxRow[]): Promise<Change[]> =>
  Promise.all(rows.map((row) => store.sealJson("outbox", outboxKey(roomId, row.seq), rowToJson(row))));

/** Takes rows out of the store. */
export const dropRows = (roomId: RoomId, rows: readonly OutboxRow[]): Change[] =>
  rows.map(({ seq }) => ({ table: "outbox", key: outboxKey(roomId, seq), remove: true }));

const outboxKey = (roomId: string, seq: number): string => `${roomId}/${String(seq).padStart(10, "0")}`;

/** The number in `outboxKey`. */
export const seqOfKey = (key: string): number => Number(key.slice(key.lastIndexOf("/") + 1));

const rowToJson = (row: OutboxRow): unknown => ({ ...row, item: base64url(row.item) });

export const rowOfJson = (value: unknown): OutboxRow => {
  const row = value as Omit<OutboxRow, "item"> & { readonly item: string };
  return { ...row, item: storedBytes(row.item) };
};
