import { type Bytes, fromBase64url, type RoomKind, textOf, utf8 } from "@goldseam/core";
import { emptyRecord, type Growing, itemHashOf, type RecordState } from "@goldseam/crypto/verify";
import { encodeJson } from "@goldseam/sync";
import type { StoredRoom } from "./store.ts";

/** The server uses no rule times, so it keeps none. */
const noTimes: Growing<number> = { at: () => undefined, push: () => undefined };

/**
 * The part of a room's state that only links and certificates change.
 *
 * Kept as one value beside the items, so that an ordinary entry rewrites nothing and a room of any length is
 * judged from one small read. What each device wrote last comes from its newest item.
 */
export function factsOf(record: RecordState): Bytes {
  const { kind, zone, linkNumber, linkHash, epoch, epochStarts, commitments } = record;
  const members = [...record.members.values()];
  const devices = [...record.devices.values()];
  return utf8(
    encodeJson({ v: 1, kind, zone, linkNumber, linkHash, epoch, epochStarts, commitments, members, devices }),
  );
}

/** What kind of room these facts are of. */
export const kindIn = (facts: Bytes): RoomKind => JSON.parse(new TextDecoder().decode(facts)).kind;

/** The state that `factsOf` and the newest items describe. Throws when the store holds anything else: a bug. */
export function recordOf(room: Bytes, stored: StoredRoom, heads: Growing<Bytes>): RecordState {
  const text = textOf(stored.facts);
  if (!text.ok) throw new Error("stored facts are text");
  const facts = JSON.parse(text.value);
  const record: RecordState = {
    ...emptyRecord(room),
    kind: facts.kind,
    zone: facts.zone,
    n: stored.n,
    t: stored.t,
    head: stored.head,
    heads,
    times: noTimes,
    linkNumber: facts.linkNumber,
    linkHash: bytes(facts.linkHash),
    epoch: facts.epoch,
    epochStarts: facts.epochStarts,
    commitments: facts.commitments.map(bytes),
  };
  for (const member of facts.members) {
    const { memberId, identity, boxKey, untilN, until } = member;
    const keys = { identity: bytes(identity), boxKey: bytes(boxKey) };
    record.members.set(memberId, { ...member, ...keys, untilN, until });
  }
  for (const device of facts.devices) {
    const { deviceId, deviceKey, lastHash, revokedN } = device;
    const keys = { deviceKey: bytes(deviceKey), lastHash: bytes(lastHash) };
    record.devices.set(deviceId, { ...device, ...keys, revokedN });
  }
  for (const newest of stored.newestByDevice) moveDevice(record, newest);
  return record;
}

/** A copy that `advance` may change, with heads of its own. */
export const draftOf = (record: RecordState, heads: Growing<Bytes>): RecordState => ({
  ...record,
  heads,
  times: noTimes,
  epochStarts: [...record.epochStarts],
  commitments: [...record.commitments],
  members: new Map(record.members),
  devices: new Map(record.devices),
});

export const emptyDraft = (room: Bytes, heads: Growing<Bytes>): RecordState => ({
  ...emptyRecord(room),
  heads,
  times: noTimes,
});

function moveDevice(record: RecordState, headerAndSignature: Bytes): void {
  const header = headerAndSignature.subarray(0, headerAndSignature.length - 64);
  const signature = headerAndSignature.subarray(header.length);
  const deviceId = Buffer.from(header.subarray(33, 49)).toString("base64url");
  const seq = new DataView(header.buffer, header.byteOffset).getUint32(49);
  const device = [...record.devices.values()].find((known) => known.deviceId === deviceId);
  if (device === undefined) throw new Error("a device that wrote is among the facts");
  record.devices.set(device.deviceId, { ...device, seq, lastHash: itemHashOf(header, signature) });
}

function bytes(text: string): Bytes {
  const read = fromBase64url(text);
  if (!read.ok) throw new Error("stored facts are base64url");
  return read.value;
}
