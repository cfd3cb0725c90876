import {
  type Bytes,
  base64url,
  type DeviceId,
  type EntryHash,
  equalBytes,
  type MemberId,
  type MemberRole,
  type RoomId,
  type RoomKind,
} from "@goldseam/core";
import { deviceIdOf, hash, headAfter, underLabel } from "./hash.ts";
import type { Certificate, Entry, Item, Redaction } from "./item.ts";
import { labels } from "./labels.ts";
import {
  approvalMessage,
  certificateMessage,
  type Grant,
  joinMessage,
  type Link,
  type LinkPayload,
  type MemberKeys,
  type NewEpoch,
  roomIdOf,
} from "./link.ts";
import type { SignatureCheck } from "./signature.ts";

/** An item with the place that the server gave it. */
export type Placed = { readonly n: number; readonly t: number; readonly item: Item };

export type RecordMember = {
  readonly memberId: MemberId;
  readonly role: MemberRole;
  readonly identity: Bytes;
  readonly boxKey: Bytes;
  /** Number and receipt time of the link that added them. */
  readonly sinceN: number;
  readonly since: number;
  readonly untilN: number | undefined;
  readonly until: number | undefined;
};

export type RecordDevice = {
  readonly deviceId: DeviceId;
  readonly deviceKey: Bytes;
  readonly memberId: MemberId;
  readonly seq: number;
  readonly lastHash: Bytes;
  readonly revokedN: number | undefined;
};

/**
 * What grows with every item. An array is one; the server looks heads up in its table instead, and a device reads them
 * out of what it keeps.
 */
export type Growing<T> = {
  at(index: number): T | undefined;
  push(value: T): unknown;
  /** Another with the same values, which grows by itself from here. An array is copied without it. */
  copy?(): Growing<T>;
};

/**
 * What one reader of a room knows of its record: enough to judge the next item, and nothing sealed.
 *
 * `faultOf` reads it, `advance` moves it on by one item, in place: a room of ten thousand entries would copy
 * its maps as often otherwise. Whoever needs the old state keeps a `copyRecord` of it.
 */
export type RecordState = {
  readonly roomId: RoomId;
  readonly room: Bytes;
  kind: RoomKind;
  zone: string;
  n: number;
  t: number;
  head: Bytes;
  /** Index n holds the head after item n; index 0 is the room id. */
  readonly heads: Growing<Bytes>;
  /** Index n holds the receipt time of item n; index 0 is 0. */
  readonly times: Growing<number>;
  linkNumber: number;
  linkHash: Bytes;
  epoch: number;
  /** Index e−1 holds the number of the link that began epoch e. */
  readonly epochStarts: number[];
  /** Index e−1 holds the commitment of epoch e. */
  readonly commitments: Bytes[];
  readonly members: Map<MemberId, RecordMember>;
  readonly devices: Map<DeviceId, RecordDevice>;
  /** Entries whose body is absent and that no redaction of their author has named so far. */
  readonly missing: Map<EntryHash, { readonly n: number; readonly memberId: MemberId }>;
};

/** Why an item is not the next one of an honest record. Meanings: docs/formats/record.md, the table of faults. */
export const faultTypes = [
  "Malformed",
  "WrongRoom",
  "OutOfOrder",
  "TimeWentBack",
  "UnknownDevice",
  "BadSignature",
  "ChainBroken",
  "SeenAhead",
  "Forked",
  "NotAMember",
  "WrongEpoch",
  "BodySwapped",
  "BodyMissing",
  "LinkBroken",
  "LinkRefused",
  "HeadMismatch",
  "RolledBack",
] as const;
export type FaultType = (typeof faultTypes)[number];
export type Fault = { readonly type: FaultType; readonly n: number };

const zeros32 = new Uint8Array(32);

export const memberIdOf = (identity: Uint8Array): MemberId => base64url(identity) as MemberId;

/** The state before the first item of the room with this id. */
export function emptyRecord(room: Bytes): RecordState {
  return {
    roomId: base64url(room) as RoomId,
    room,
    kind: "couple",
    zone: "UTC",
    n: 0,
    t: 0,
    head: room,
    heads: [room],
    times: [0],
    linkNumber: 0,
    linkHash: zeros32,
    epoch: 0,
    epochStarts: [],
    commitments: [],
    members: new Map(),
    devices: new Map(),
    missing: new Map(),
  };
}

const copyOf = <T>(growing: Growing<T>): Growing<T> => growing.copy?.() ?? [...(growing as T[])];

/** A state that `advance` on the other leaves alone. What grows in it must be an array or know how to copy itself. */
export function copyRecord(record: RecordState): RecordState {
  return {
    ...record,
    heads: copyOf(record.heads),
    times: copyOf(record.times),
    epochStarts: [...record.epochStarts],
    commitments: [...record.commitments],
    members: new Map(record.members),
    devices: new Map(record.devices),
    missing: new Map(record.missing),
  };
}

/** The epoch in force after item `n`. */
export function epochAt(record: RecordState, n: number): number {
  let epoch = record.epochStarts.length;
  while (epoch > 0 && record.epochStarts[epoch - 1]! > n) epoch -= 1;
  return epoch;
}

/**
 * The first reason why `placed` cannot be the next item of this record, or null.
 *
 * Asked by the server before it stores and by every device when it reads. Signatures are apart
 * (`signaturesOf`), because they are slow and can be checked many at a time.
 */
export function faultOf(record: RecordState, placed: Placed): Fault | null {
  const type = faultTypeOf(record, placed);
  return type === null ? null : { type, n: placed.n };
}

function faultTypeOf(record: RecordState, { n, t, item }: Placed): FaultType | null {
  if (n !== record.n + 1) return "OutOfOrder";
  if (t < record.t) return "TimeWentBack";
  const seen = item.kind === "link" ? item : item.header;
  if (!equalBytes(seen.room, record.room)) return "WrongRoom";
  if (seen.seenN >= n) return "SeenAhead";
  const headThere = record.heads.at(seen.seenN);
  if (headThere === undefined || !equalBytes(headThere, seen.seenHead)) return "Forked";
  if (item.kind === "link") return linkFaultOf(record, item);
  if (record.n === 0) return "LinkBroken";
  return item.kind === "certificate" ? certificateFaultOf(record, item) : writtenFaultOf(record, item);
}

function certificateFaultOf(record: RecordState, item: Certificate): FaultType | null {
  const { header } = item;
  if (!equalBytes(deviceIdOf(item.deviceKey), header.device)) return "UnknownDevice";
  if (record.devices.has(item.deviceId)) return "ChainBroken";
  if (header.seq !== 1 || !equalBytes(header.prev, zeros32)) return "ChainBroken";
  if (!isPresent(record, memberIdOf(item.identity))) return "NotAMember";
  return bodyFaultOf(item);
}

function writtenFaultOf(record: RecordState, item: Entry | Redaction): FaultType | null {
  const { header } = item;
  const device = record.devices.get(item.deviceId);
  if (device === undefined) return "UnknownDevice";
  if (header.seq !== device.seq + 1 || !equalBytes(header.prev, device.lastHash)) return "ChainBroken";
  if (device.revokedN !== undefined || !isPresent(record, device.memberId)) return "NotAMember";
  if (item.kind === "entry") {
    const oldest = Math.max(1, epochAt(record, header.seenN));
    if (header.epoch < oldest || header.epoch > record.epoch) return "WrongEpoch";
    if (item.body === undefined) return null;
  }
  return bodyFaultOf(item);
}

function bodyFaultOf(item: Entry | Redaction | Certificate): FaultType | null {
  const { header, body } = item;
  const isNamed = body?.length === header.bodyLength && equalBytes(hash(body), header.bodyHash);
  return isNamed ? null : "BodySwapped";
}

const isPresent = (record: RecordState, memberId: MemberId): boolean => {
  const member = record.members.get(memberId);
  return member !== undefined && member.untilN === undefined;
};

function linkFaultOf(record: RecordState, link: Link): FaultType | null {
  if (link.number !== record.linkNumber + 1 || !equalBytes(link.previous, record.linkHash))
    return "LinkBroken";
  if (link.payload.type === "genesis") return genesisFaultOf(record, link, link.payload);
  const device = record.devices.get(link.deviceId);
  if (device === undefined) return "UnknownDevice";
  if (device.revokedN !== undefined || !isPresent(record, device.memberId)) return "NotAMember";
  if (!mayAct(record, link.payload, device.memberId)) return "LinkRefused";
  return epochIsRight(record, link) ? null : "LinkRefused";
}

type Genesis = Extract<LinkPayload, { type: "genesis" }>;

function genesisFaultOf(record: RecordState, link: Link, genesis: Genesis): FaultType | null {
  if (record.n !== 0) return "LinkBroken";
  if (!equalBytes(roomIdOf(genesis), record.room)) return "WrongRoom";
  if (!equalBytes(deviceIdOf(genesis.deviceKey), link.device)) return "UnknownDevice";
  const founderRole = genesis.roomKind === "couple" ? "partner" : "owner";
  if (genesis.member.role !== founderRole) return "LinkRefused";
  return link.epoch === 1 && grantsExactly(genesis.grants, 1, [genesis.member.identity])
    ? null
    : "LinkRefused";
}

/** Who may sign which link: docs/formats/record.md, "Who may sign a link". */
function mayAct(record: RecordState, payload: LinkPayload, author: MemberId): boolean {
  switch (payload.type) {
    case "genesis":
    case "policy":
      return false;
    case "add": {
      const partnersEver = [...record.members.values()].filter((member) => member.role === "partner");
      return (
        record.kind === "couple" &&
        payload.member.role === "partner" &&
        payload.sees === "everything" &&
        payload.newEpoch === undefined &&
        record.members.get(author)?.role === "partner" &&
        partnersEver.length === 1 &&
        !record.members.has(memberIdOf(payload.member.identity))
      );
    }
    case "admit":
      return mayAdmit(record, payload, author);
    case "remove":
      return memberIdOf(payload.identity) === author || mayRemove(record, payload, author);
    case "rotate":
      return payload.revoked.every((id) => {
        const device = record.devices.get(base64url(id) as DeviceId);
        return device !== undefined && device.memberId === author && device.revokedN === undefined;
      });
  }
}

type PayloadOf<Type> = Extract<LinkPayload, { type: Type }>;

/**
 * A practitioner comes into a couple's room by both partners' yes on one link, and into a person's individual room by
 * that person's. Who left may be let in again.
 */
function mayAdmit(record: RecordState, payload: PayloadOf<"admit">, author: MemberId): boolean {
  const { member, approval } = payload;
  if (member.role !== "practitioner" || isPresent(record, memberIdOf(member.identity))) return false;
  const authorRole = record.members.get(author)?.role;
  const known = record.members.get(memberIdOf(member.identity));
  if (known !== undefined && known.role !== "practitioner") return false;
  const approver = approval && record.devices.get(base64url(approval.device) as DeviceId);
  if (record.kind === "individual") {
    const isFirst = presentWith(record, "practitioner").length === 0;
    return authorRole === "owner" && isFirst && approval === undefined && payload.sees === "everything";
  }
  if (record.kind !== "couple" || authorRole !== "partner") return false;
  const [other] = presentWith(record, "partner").filter((partner) => partner.memberId !== author);
  if (other === undefined) return approval === undefined;
  return approver?.memberId === other.memberId && approver.revokedN === undefined;
}

/** A partner may end a practitioner's part in the couple's room, and the owner in an individual one. */
function mayRemove(record: RecordState, payload: PayloadOf<"remove">, author: MemberId): boolean {
  const removed = memberIdOf(payload.identity);
  const byRole = record.members.get(author)?.role;
  return (
    record.members.get(removed)?.role === "practitioner" &&
    isPresent(record, removed) &&
    (byRole === "partner" || byRole === "owner")
  );
}

const presentWith = (record: RecordState, role: MemberRole): RecordMember[] =>
  [...record.members.values()].filter((member) => member.role === role && member.untilN === undefined);

function epochIsRight(record: RecordState, link: Link): boolean {
  const { payload } = link;
  switch (payload.type) {
    case "genesis":
    case "policy":
      return false;
    case "add":
      return link.epoch === record.epoch && grantsEverything(record, payload);
    case "admit": {
      const { newEpoch, sees, grants, member } = payload;
      if ((newEpoch !== undefined) !== (sees === "from today")) return false;
      if (newEpoch === undefined) return link.epoch === record.epoch && grantsEverything(record, payload);
      const present = [...record.members.values()].filter((one) => one.untilN === undefined);
      const recipients = [...present.map(({ identity }) => identity), member.identity];
      return link.epoch === record.epoch + 1 && grantsExactly(grants, link.epoch, recipients);
    }
    case "remove":
    case "rotate": {
      const leaving = payload.type === "remove" ? memberIdOf(payload.identity) : undefined;
      const staying = [...record.members.values()].filter(
        (member) => member.untilN === undefined && member.memberId !== leaving,
      );
      return (
        link.epoch === record.epoch + 1 &&
        grantsExactly(
          payload.grants,
          link.epoch,
          staying.map((member) => member.identity),
        )
      );
    }
  }
}

/** Every epoch so far for the one who joins, and nothing else. */
function grantsEverything(record: RecordState, payload: PayloadOf<"add" | "admit">): boolean {
  const { grants, member } = payload;
  const epochs = Array.from({ length: record.epoch }, (_, index) => index + 1);
  const isWhole = epochs.every((epoch) =>
    grants.some((grant) => grant.epoch === epoch && equalBytes(grant.recipient, member.identity)),
  );
  return grants.length === epochs.length && isWhole;
}

function grantsExactly(grants: readonly Grant[], epoch: number, recipients: readonly Bytes[]): boolean {
  return (
    grants.length === recipients.length &&
    grants.every((grant) => grant.epoch === epoch) &&
    recipients.every((recipient) => grants.some((grant) => equalBytes(grant.recipient, recipient)))
  );
}

/**
 * The signatures that `item` needs, with the keys that this record knows for their authors.
 *
 * Ask only after `faultOf` found none and before `advance`: the author's device must be known.
 */
export function signaturesOf(record: RecordState, item: Item): SignatureCheck[] {
  if (item.kind === "link") return linkSignaturesOf(record, item);
  const deviceKey =
    item.kind === "certificate" ? item.deviceKey : record.devices.get(item.deviceId)!.deviceKey;
  const own = {
    publicKey: deviceKey,
    signature: item.signature,
    message: underLabel(labels.item, item.headerBytes),
  };
  if (item.kind !== "certificate") return [own];
  const byIdentity = {
    publicKey: item.identity,
    signature: item.certificateSignature,
    message: certificateMessage(record.room, item.deviceKey),
  };
  return [own, byIdentity];
}

function linkSignaturesOf(record: RecordState, link: Link): SignatureCheck[] {
  const { payload } = link;
  const message = underLabel(labels.link, link.signedBytes);
  if (payload.type === "genesis") {
    return [
      { publicKey: payload.deviceKey, signature: link.signature, message },
      {
        publicKey: payload.member.identity,
        signature: payload.certificateSignature,
        message: certificateMessage(record.room, payload.deviceKey),
      },
    ];
  }
  const { deviceKey } = record.devices.get(link.deviceId)!;
  const own = { publicKey: deviceKey, signature: link.signature, message };
  if (payload.type !== "add" && payload.type !== "admit") return [own];
  const joined = joinMessage(record.room, payload.member);
  const checks = [
    own,
    { publicKey: payload.inviteKey, signature: payload.inviteSignature, message: joined },
    { publicKey: payload.member.identity, signature: payload.identitySignature, message: joined },
  ];
  if (payload.type === "add" || payload.approval === undefined) return checks;
  const { device, signature } = payload.approval;
  const approver = record.devices.get(base64url(device) as DeviceId)!;
  return [
    ...checks,
    { publicKey: approver.deviceKey, signature, message: approvalMessage({ ...link, ...payload }) },
  ];
}

/** Moves `record` past `placed`, which `faultOf` accepted and whose signatures hold. Changes it in place. */
export function advance(record: RecordState, { n, t, item }: Placed): void {
  if (item.kind === "link") advanceByLink(record, item, { n, t });
  else advanceByItem(record, item, n);
  record.n = n;
  record.t = t;
  record.head = headAfter(record.head, n, t, item.hash);
  record.heads.push(record.head);
  record.times.push(t);
}

function advanceByItem(record: RecordState, item: Entry | Redaction | Certificate, n: number): void {
  const { deviceId } = item;
  const chain = { seq: item.header.seq, lastHash: item.hash };
  if (item.kind === "certificate") {
    const memberId = memberIdOf(item.identity);
    record.devices.set(deviceId, {
      deviceId,
      deviceKey: item.deviceKey,
      memberId,
      revokedN: undefined,
      ...chain,
    });
    return;
  }
  const device = record.devices.get(deviceId)!;
  record.devices.set(deviceId, { ...device, ...chain });
  if (item.kind === "entry") {
    if (item.body !== undefined) return;
    record.missing.set(base64url(item.hash) as EntryHash, { n, memberId: device.memberId });
    return;
  }
  for (const redacted of item.hashes) {
    const key = base64url(redacted) as EntryHash;
    if (record.missing.get(key)?.memberId === device.memberId) record.missing.delete(key);
  }
}

function advanceByLink(record: RecordState, link: Link, { n, t }: { n: number; t: number }): void {
  const { payload } = link;
  record.linkNumber = link.number;
  record.linkHash = link.hash;
  record.epoch = link.epoch;
  if (payload.type !== "policy" && payload.newEpoch) beginEpoch(record, payload.newEpoch, n);
  switch (payload.type) {
    case "genesis": {
      record.kind = payload.roomKind;
      record.zone = payload.zone;
      addMember(record, payload.member, { n, t });
      const { deviceId } = link;
      const memberId = memberIdOf(payload.member.identity);
      const chain = { seq: 0, lastHash: zeros32 };
      record.devices.set(deviceId, {
        deviceId,
        deviceKey: payload.deviceKey,
        memberId,
        revokedN: undefined,
        ...chain,
      });
      return;
    }
    case "add":
    case "admit":
      addMember(record, payload.member, { n, t });
      return;
    case "remove": {
      const member = record.members.get(memberIdOf(payload.identity))!;
      record.members.set(member.memberId, { ...member, untilN: n, until: t });
      return;
    }
    case "rotate":
      for (const id of payload.revoked) {
        const device = record.devices.get(base64url(id) as DeviceId)!;
        record.devices.set(device.deviceId, { ...device, revokedN: n });
      }
      return;
    case "policy":
      return;
  }
}

function beginEpoch(record: RecordState, newEpoch: NewEpoch, n: number): void {
  record.epochStarts.push(n);
  record.commitments.push(newEpoch.commitment);
}

function addMember(record: RecordState, keys: MemberKeys, { n, t }: { n: number; t: number }): void {
  const memberId = memberIdOf(keys.identity);
  record.members.set(memberId, {
    memberId,
    role: keys.role,
    identity: keys.identity,
    boxKey: keys.boxKey,
    sinceN: n,
    since: t,
    untilN: undefined,
    until: undefined,
  });
}
