import {
  type Bytes,
  base64url,
  type DeviceId,
  type EntryHash,
  type MemberId,
  type MemberRole,
  type RoomKind,
} from "@goldseam/core";
import { emptyRecord, type Fault, type Growing, type RecordState } from "@goldseam/crypto/verify";
import { storedBytes } from "../store/stored-bytes.ts";

/**
 * What a device keeps of a room beside its rows: everything of the record's state but heads and times, which the
 * rows hold, and the epoch keys. It rests sealed under the cache key; JSON, because nothing outside reads it.
 */
export type RoomCopy = {
  readonly room: string;
  readonly kind: RoomKind;
  readonly zone: string;
  readonly n: number;
  readonly t: number;
  readonly head: string;
  readonly linkNumber: number;
  readonly linkHash: string;
  readonly epoch: number;
  readonly epochStarts: readonly number[];
  readonly commitments: readonly string[];
  readonly members: readonly {
    readonly memberId: MemberId;
    readonly role: MemberRole;
    readonly boxKey: string;
    readonly sinceN: number;
    readonly since: number;
    readonly untilN?: number | undefined;
    readonly until?: number | undefined;
  }[];
  readonly devices: readonly {
    readonly deviceId: DeviceId;
    readonly deviceKey: string;
    readonly memberId: MemberId;
    readonly seq: number;
    readonly lastHash: string;
    readonly revokedN?: number | undefined;
  }[];
  readonly missing: readonly (readonly [EntryHash, { readonly n: number; readonly memberId: MemberId }])[];
  readonly epochKeys: readonly (readonly [epoch: number, key: string])[];
  /** What this device's identity signed for it in this room, while the room may not know the device yet. */
  readonly certificateSignature?: string | undefined;
  readonly fault?: Fault | undefined;
  /** How far the record was held before it had to be fetched again: what comes may not end before it or differ there. */
  readonly before?: HeldBefore | undefined;
  /** Something that waited to be sent no longer opened and went. See `Room.lostWaiting`. */
  readonly lost?: Lost | undefined;
};

export type Lost = {
  /** What waits, and what is written next, could be chained to what was lost, or take its number: sealed again first. */
  readonly isBroken: boolean;
  readonly isTold: boolean;
};

export type HeldBefore = { readonly n: number; readonly head: string };

export function copyOf(
  record: RecordState,
  held: {
    readonly epochKeys: ReadonlyMap<number, { readonly bytes: Bytes }>;
    readonly certificateSignature: Bytes | undefined;
    readonly fault: Fault | undefined;
    readonly before: HeldBefore | undefined;
    readonly lost: Lost | undefined;
  },
): RoomCopy {
  return {
    room: base64url(record.room),
    kind: record.kind,
    zone: record.zone,
    n: record.n,
    t: record.t,
    head: base64url(record.head),
    linkNumber: record.linkNumber,
    linkHash: base64url(record.linkHash),
    epoch: record.epoch,
    epochStarts: record.epochStarts,
    commitments: record.commitments.map(base64url),
    members: [...record.members.values()].map(({ identity: _, boxKey, ...member }) => ({
      ...member,
      boxKey: base64url(boxKey),
    })),
    devices: [...record.devices.values()].map(({ deviceKey, lastHash, ...device }) => ({
      ...device,
      deviceKey: base64url(deviceKey),
      lastHash: base64url(lastHash),
    })),
    missing: [...record.missing],
    epochKeys: [...held.epochKeys].map(([epoch, { bytes }]) => [epoch, base64url(bytes)] as const),
    certificateSignature: held.certificateSignature && base64url(held.certificateSignature),
    fault: held.fault,
    before: held.before,
    lost: held.lost,
  };
}

/** The record's state of a copy, with heads and times from `places` (rows 1 to n in order). */
export function recordOfCopy(
  copy: RoomCopy,
  places: readonly { readonly t: number; readonly head: string }[],
): RecordState {
  const kept = places.slice(0, copy.n);
  const room = storedBytes(copy.room);
  const heads = new KeptHeads([copy.room, ...kept.map(({ head }) => head)]);
  const record: RecordState = { ...emptyRecord(room), heads, times: [0, ...kept.map(({ t }) => t)] };
  record.epochStarts.push(...copy.epochStarts);
  record.commitments.push(...copy.commitments.map(storedBytes));
  for (const { memberId, boxKey, untilN, until, ...member } of copy.members) {
    const keys = { identity: storedBytes(memberId), boxKey: storedBytes(boxKey) };
    record.members.set(memberId, { ...member, ...keys, memberId, untilN, until });
  }
  for (const { deviceId, deviceKey, lastHash, revokedN, ...device } of copy.devices) {
    const keys = { deviceKey: storedBytes(deviceKey), lastHash: storedBytes(lastHash) };
    record.devices.set(deviceId, { ...device, ...keys, deviceId, revokedN });
  }
  for (const [hash, entry] of copy.missing) record.missing.set(hash, entry);
  return Object.assign(record, {
    kind: copy.kind,
    zone: copy.zone,
    n: copy.n,
    t: copy.t,
    head: storedBytes(copy.head),
    linkNumber: copy.linkNumber,
    linkHash: storedBytes(copy.linkHash),
    epoch: copy.epoch,
  });
}

/**
 * Heads as the store keeps them, each read when it is asked for: of ten thousand an ordinary day asks for a few, and to read
 * them all was a quarter of opening a room.
 */
class KeptHeads implements Growing<Bytes> {
  readonly #kept: readonly string[];
  readonly #since: Bytes[];
  constructor(kept: readonly string[], since: readonly Bytes[] = []) {
    this.#kept = kept;
    this.#since = [...since];
  }
  at(index: number): Bytes | undefined {
    const kept = this.#kept[index];
    return kept === undefined ? this.#since[index - this.#kept.length] : storedBytes(kept);
  }
  push(head: Bytes): void {
    this.#since.push(head);
  }
  copy(): KeptHeads {
    return new KeptHeads(this.#kept, this.#since);
  }
}

export const epochKeyBytesOf = (copy: RoomCopy): readonly (readonly [number, Bytes])[] =>
  copy.epochKeys.map(([epoch, key]) => [epoch, storedBytes(key)] as const);

export const certificateSignatureOf = (copy: RoomCopy): Bytes | undefined =>
  copy.certificateSignature === undefined ? undefined : storedBytes(copy.certificateSignature);
