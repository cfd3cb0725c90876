import {
  type Bytes,
  base64url,
  concatBytes,
  type DeviceId,
  type MemberRole,
  memberRoles,
  type RoomKind,
  roomKinds,
  u32,
  u64,
  utf8,
} from "@goldseam/core";
import { ByteReader, Unreadable } from "./byte-reader.ts";
import { hash } from "./hash.ts";
import { labels } from "./labels.ts";

export const linkPayloadMax = 32_768;

/** A member as a link names them: role, identity key, and the key that epoch keys are boxed to. */
export type MemberKeys = { readonly role: MemberRole; readonly identity: Bytes; readonly boxKey: Bytes };

/** An epoch key for one recipient. */
export type Grant = {
  readonly epoch: number;
  readonly recipient: Bytes;
  readonly encapsulation: Bytes;
  readonly sealedKey: Bytes;
};

/** How far back a member who joins may read: from the first entry on, or from the epoch that their link begins. */
export type Sees = "everything" | "from today";

/** The other partner's yes to a practitioner, given for one place of the chain of links. */
export type Approval = { readonly device: Bytes; readonly signature: Bytes };

/** Set when a link starts a new epoch. */
export type NewEpoch = { readonly commitment: Bytes };

export type LinkPayload =
  | {
      readonly type: "genesis";
      readonly roomKind: RoomKind;
      readonly zone: string;
      readonly policyHash: Bytes;
      readonly nonce: Bytes;
      readonly member: MemberKeys;
      readonly deviceKey: Bytes;
      readonly certificateSignature: Bytes;
      readonly newEpoch: NewEpoch;
      readonly grants: readonly Grant[];
    }
  | {
      readonly type: "add";
      readonly member: MemberKeys;
      readonly inviteKey: Bytes;
      readonly inviteSignature: Bytes;
      readonly identitySignature: Bytes;
      readonly sees: Sees;
      readonly newEpoch: NewEpoch | undefined;
      readonly grants: readonly Grant[];
    }
  | {
      readonly type: "admit";
      readonly member: MemberKeys;
      readonly inviteKey: Bytes;
      readonly inviteSignature: Bytes;
      readonly identitySignature: Bytes;
      readonly sees: Sees;
      readonly newEpoch: NewEpoch | undefined;
      readonly grants: readonly Grant[];
      readonly approval: Approval | undefined;
    }
  | {
      readonly type: "remove";
      readonly identity: Bytes;
      readonly newEpoch: NewEpoch;
      readonly grants: readonly Grant[];
    }
  | {
      readonly type: "rotate";
      readonly revoked: readonly Bytes[];
      readonly newEpoch: NewEpoch;
      readonly grants: readonly Grant[];
    }
  | { readonly type: "policy"; readonly policyHash: Bytes };

const linkTypes = ["genesis", "add", "remove", "rotate", "policy", "admit"] as const;

export type LinkFields = {
  readonly room: Bytes;
  readonly number: number;
  readonly previous: Bytes;
  readonly seenN: number;
  readonly seenHead: Bytes;
  readonly device: Bytes;
  readonly at: number;
  readonly epoch: number;
  readonly payload: LinkPayload;
};

export type Link = LinkFields & {
  readonly kind: "link";
  /** The signing device, by the text that a record names it by. */
  readonly deviceId: DeviceId;
  readonly signature: Bytes;
  /** Everything before the signature: what the author signs under the label. */
  readonly signedBytes: Bytes;
  readonly bytes: Bytes;
  readonly hash: Bytes;
};

export const memberToBytes = (member: MemberKeys): Bytes =>
  concatBytes(new Uint8Array([memberRoles.indexOf(member.role) + 1]), member.identity, member.boxKey);

/** The id of the room that a genesis makes: it fixes the kind, zone, policy and founder. */
export function roomIdOf(genesis: {
  readonly roomKind: RoomKind;
  readonly zone: string;
  readonly policyHash: Bytes;
  readonly nonce: Bytes;
  readonly member: MemberKeys;
}): Bytes {
  return hash(labels.room, genesisCore(genesis));
}

function genesisCore(genesis: Parameters<typeof roomIdOf>[0]): Bytes {
  const zone = utf8(genesis.zone);
  return concatBytes(
    new Uint8Array([roomKinds.indexOf(genesis.roomKind) + 1, zone.length]),
    zone,
    genesis.policyHash,
    genesis.nonce,
    memberToBytes(genesis.member),
  );
}

/** What the joiner signs twice, with the invite key and with the identity key. */
export const joinMessage = (room: Uint8Array, member: MemberKeys): Bytes =>
  concatBytes(labels.join, room, memberToBytes(member));

/**
 * What the other partner's device signs to let a practitioner in.
 *
 * Bound to the next link's number and to the link before it: a yes given once is spent by any change of the room.
 */
export const approvalMessage = (asked: {
  readonly room: Uint8Array;
  readonly number: number;
  readonly previous: Uint8Array;
  readonly member: MemberKeys;
  readonly inviteKey: Uint8Array;
  readonly sees: Sees;
}): Bytes =>
  concatBytes(
    labels.approval,
    asked.room,
    u32(asked.number),
    asked.previous,
    memberToBytes(asked.member),
    asked.inviteKey,
    new Uint8Array([seesByte(asked.sees)]),
  );

const seesByte = (sees: Sees): number => (sees === "everything" ? 1 : 2);

/** What an identity signs to make `deviceKey` its device in `room`. */
export const certificateMessage = (room: Uint8Array, deviceKey: Uint8Array): Bytes =>
  concatBytes(labels.certificate, room, deviceKey);

/** The commitment that a link carries for an epoch key. */
export const epochCommitment = (room: Uint8Array, epoch: number, key: Uint8Array): Bytes =>
  hash(labels.epoch, room, u32(epoch), key);

/** Everything of a link before its signature. Shape: docs/formats/record.md, "Control links". */
export function linkSignedBytes(fields: LinkFields): Bytes {
  const payload = payloadToBytes(fields.payload);
  if (payload.length > linkPayloadMax) throw new Error("a link's payload is larger than the format allows");
  return concatBytes(
    new Uint8Array([0x10, linkTypes.indexOf(fields.payload.type) + 1]),
    fields.room,
    u32(fields.number),
    fields.previous,
    u32(fields.seenN),
    fields.seenHead,
    fields.device,
    u64(fields.at),
    u32(fields.epoch),
    new Uint8Array([payload.length >> 8, payload.length & 0xff]),
    payload,
  );
}

/** A link from its fields and the author's signature. */
export function linkOf(fields: LinkFields, signature: Bytes): Link {
  const signedBytes = linkSignedBytes(fields);
  const bytes = concatBytes(signedBytes, signature);
  return signedLinkOf(fields, { signedBytes, signature, bytes });
}

/** Reads one link. Throws `Unreadable`; its face is `parseItem`. */
export function parseLink(input: Uint8Array): Link {
  const bytes = new Uint8Array(input);
  const reader = new ByteReader(bytes);
  if (reader.u8("format") !== 0x10) throw new Unreadable("format");
  const type = linkTypes[reader.u8("type") - 1];
  if (type === undefined) throw new Unreadable("type");
  const fields = {
    room: reader.take(32, "room"),
    number: reader.u32("number"),
    previous: reader.take(32, "previous"),
    seenN: reader.u32("seenN"),
    seenHead: reader.take(32, "seenHead"),
    device: reader.take(16, "device"),
    at: reader.u64("at"),
    epoch: reader.u32("epoch"),
  };
  const length = reader.u16("length");
  if (length > linkPayloadMax) throw new Unreadable("length");
  const payload = readPayload(type, reader.take(length, "payload"));
  const signedBytes = bytes.slice(0, reader.offset) as Bytes;
  const signature = reader.take(64, "signature");
  reader.end("link");
  return signedLinkOf({ ...fields, payload }, { signedBytes, signature, bytes });
}

const signedLinkOf = (
  fields: LinkFields,
  signed: Pick<Link, "signedBytes" | "signature" | "bytes">,
): Link => ({
  ...fields,
  ...signed,
  kind: "link",
  deviceId: base64url(fields.device) as DeviceId,
  hash: hash(labels.linkHash, signed.bytes),
});

function payloadToBytes(payload: LinkPayload): Bytes {
  switch (payload.type) {
    case "genesis":
      return concatBytes(
        genesisCore(payload),
        payload.deviceKey,
        payload.certificateSignature,
        epochToBytes(payload.newEpoch),
        grantsToBytes(payload.grants),
      );
    case "add":
      return joiningToBytes(payload);
    case "admit": {
      const { approval } = payload;
      const approved = approval
        ? [new Uint8Array([1]), approval.device, approval.signature]
        : [new Uint8Array(1)];
      return concatBytes(joiningToBytes(payload), ...approved);
    }
    case "remove":
      return concatBytes(payload.identity, epochToBytes(payload.newEpoch), grantsToBytes(payload.grants));
    case "rotate":
      return concatBytes(
        new Uint8Array([payload.revoked.length]),
        ...payload.revoked,
        epochToBytes(payload.newEpoch),
        grantsToBytes(payload.grants),
      );
    case "policy":
      return payload.policyHash;
  }
}

type Joining = Extract<LinkPayload, { type: "add" | "admit" }>;

const joiningToBytes = (payload: Joining): Bytes =>
  concatBytes(
    memberToBytes(payload.member),
    payload.inviteKey,
    payload.inviteSignature,
    payload.identitySignature,
    new Uint8Array([seesByte(payload.sees)]),
    epochToBytes(payload.newEpoch),
    grantsToBytes(payload.grants),
  );

const epochToBytes = (newEpoch: NewEpoch | undefined): Bytes =>
  newEpoch ? concatBytes(new Uint8Array([1]), newEpoch.commitment) : new Uint8Array([0]);

const grantsToBytes = (grants: readonly Grant[]): Bytes =>
  concatBytes(
    new Uint8Array([grants.length >> 8, grants.length & 0xff]),
    ...grants.flatMap((grant) => [u32(grant.epoch), grant.recipient, grant.encapsulation, grant.sealedKey]),
  );

function readPayload(type: (typeof linkTypes)[number], bytes: Bytes): LinkPayload {
  const reader = new ByteReader(bytes);
  const payload = readPayloadOf(type, reader);
  reader.end("payload");
  return payload;
}

function readPayloadOf(type: (typeof linkTypes)[number], reader: ByteReader): LinkPayload {
  switch (type) {
    case "genesis": {
      const roomKind = roomKinds[reader.u8("roomKind") - 1];
      if (roomKind === undefined) throw new Unreadable("roomKind");
      return {
        type,
        roomKind,
        zone: readZone(reader),
        policyHash: reader.take(32, "policyHash"),
        nonce: reader.take(16, "nonce"),
        member: readMember(reader),
        deviceKey: reader.take(32, "deviceKey"),
        certificateSignature: reader.take(64, "certificateSignature"),
        newEpoch: readNewEpoch(reader),
        grants: readGrants(reader),
      };
    }
    case "add":
      return { type, ...readJoining(reader) };
    case "admit":
      return { type, ...readJoining(reader), approval: readApproval(reader) };
    case "remove":
      return {
        type,
        identity: reader.take(32, "identity"),
        newEpoch: readNewEpoch(reader),
        grants: readGrants(reader),
      };
    case "rotate": {
      const count = reader.u8("count");
      const revoked = Array.from({ length: count }, () => reader.take(16, "revoked"));
      return { type, revoked, newEpoch: readNewEpoch(reader), grants: readGrants(reader) };
    }
    case "policy":
      return { type, policyHash: reader.take(32, "policyHash") };
  }
}

function readJoining(reader: ByteReader) {
  const member = readMember(reader);
  const inviteKey = reader.take(32, "inviteKey");
  const inviteSignature = reader.take(64, "inviteSignature");
  const identitySignature = reader.take(64, "identitySignature");
  const sees = reader.u8("sees");
  if (sees !== 1 && sees !== 2) throw new Unreadable("sees");
  return {
    member,
    inviteKey,
    inviteSignature,
    identitySignature,
    sees: sees === 1 ? ("everything" as const) : ("from today" as const),
    newEpoch: readEpoch(reader),
    grants: readGrants(reader),
  };
}

function readApproval(reader: ByteReader): Approval | undefined {
  const isGiven = reader.u8("approval");
  if (isGiven > 1) throw new Unreadable("approval");
  if (isGiven === 0) return undefined;
  return { device: reader.take(16, "approval"), signature: reader.take(64, "approval") };
}

function readZone(reader: ByteReader): string {
  const length = reader.u8("zone");
  const zone = String.fromCharCode(...reader.take(length, "zone"));
  if (!/^[A-Za-z0-9_+\-/]{1,64}$/.test(zone)) throw new Unreadable("zone");
  return zone;
}

function readMember(reader: ByteReader): MemberKeys {
  const role = memberRoles[reader.u8("role") - 1];
  if (role === undefined) throw new Unreadable("role");
  return { role, identity: reader.take(32, "identity"), boxKey: reader.take(32, "boxKey") };
}

function readEpoch(reader: ByteReader): NewEpoch | undefined {
  const isNew = reader.u8("epoch");
  if (isNew > 1) throw new Unreadable("epoch");
  return isNew === 1 ? { commitment: reader.take(32, "commitment") } : undefined;
}

function readNewEpoch(reader: ByteReader): NewEpoch {
  const newEpoch = readEpoch(reader);
  if (newEpoch === undefined) throw new Unreadable("epoch");
  return newEpoch;
}

function readGrants(reader: ByteReader): Grant[] {
  const count = reader.u16("grants");
  return Array.from({ length: count }, () => ({
    epoch: reader.u32("grants"),
    recipient: reader.take(32, "grants"),
    encapsulation: reader.take(32, "grants"),
    sealedKey: reader.take(48, "grants"),
  }));
}
