import {
  type Bytes,
  base64url,
  type DeviceId,
  type EntryHash,
  type RandomBytes,
  type RoomEvent,
} from "@goldseam/core";
import {
  type EpochKey,
  type KeyPair,
  makeCertificate,
  makeRedaction,
  type Place,
  sealEntry,
} from "@goldseam/crypto/open";
import { type Item, itemToBytes, type RecordState } from "@goldseam/crypto/verify";
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

export const outboxKey = (roomId: string, seq: number): string =>
  `${roomId}/${String(seq).padStart(10, "0")}`;

/** The number in `outboxKey`. */
export const seqOfKey = (key: string): number => Number(key.slice(key.lastIndexOf("/") + 1));

export const rowToJson = (row: OutboxRow): unknown => ({ ...row, item: base64url(row.item) });

export const rowOfJson = (value: unknown): OutboxRow => {
  const row = value as Omit<OutboxRow, "item"> & { readonly item: string };
  return { ...row, item: storedBytes(row.item) };
};
