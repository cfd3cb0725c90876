/**
 * Valid signed items, built straight from docs/formats/record.md and account.md with `node:crypto` alone.
 *
 * A second implementation on purpose: nothing here imports `@goldseam/crypto`, so that these tests find out when
 * the documents and the code part ways.
 */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  randomBytes,
  sign,
} from "node:crypto";
import type { Bytes } from "@goldseam/core";

const bytes = (...parts: Uint8Array[]): Bytes => new Uint8Array(Buffer.concat(parts)) as Bytes;
const label = (text: string): Bytes => bytes(Buffer.from(`goldseam/1/${text}\0`, "latin1"));
const sha = (...parts: Uint8Array[]): Bytes =>
  bytes(createHash("sha256").update(Buffer.concat(parts)).digest());
export const random = (length: number): Bytes => bytes(randomBytes(length));

export function number(width: 1 | 2 | 4 | 8, value: number): Bytes {
  const buffer = Buffer.alloc(8);
  buffer.writeBigUInt64BE(BigInt(value));
  return bytes(buffer.subarray(8 - width));
}
const zeros = (length: number): Bytes => new Uint8Array(length);

export type KeyPair = { readonly privateKey: KeyObject; readonly publicKey: Bytes };

/** An Ed25519 key pair from its 32-byte seed (RFC 8410 wrapping). */
export function keyPair(seed: Uint8Array = random(32)): KeyPair {
  const der = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), seed]);
  const privateKey = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  const { x } = createPublicKey(privateKey).export({ format: "jwk" });
  return { privateKey, publicKey: bytes(Buffer.from(x!, "base64url")) };
}

export const signed = (key: KeyPair, ...message: Uint8Array[]): Bytes =>
  bytes(sign(null, Buffer.concat(message), key.privateKey));

export type Device = {
  readonly key: KeyPair;
  readonly id: Bytes;
  /** Where this device's own chain stands, by room. */
  readonly chains: Map<string, { seq: number; prev: Bytes }>;
};
export type Person = { readonly identity: KeyPair; readonly boxKey: Bytes };

export const newPerson = (): Person => ({ identity: keyPair(), boxKey: random(32) });
export function newDevice(key: KeyPair = keyPair()): Device {
  return { key, id: sha(label("device"), key.publicKey).subarray(0, 16) as Bytes, chains: new Map() };
}

/** Where an author had read to. The room id is head 0. */
export type Seen = { readonly n: number; readonly head: Bytes };
export type BuiltItem = { readonly bytes: Bytes; readonly hash: Bytes };

export const headAfter = (head: Bytes, n: number, t: number, hash: Bytes): Bytes =>
  sha(label("head"), head, number(4, n), number(8, t), hash);

/** The item or link hash of bytes as they travel. */
export const hashOf = (item: Uint8Array): Bytes =>
  item[0] === 0x10 ? sha(label("link-hash"), item) : sha(label("item-hash"), item.subarray(0, 241));

type Changes = Partial<{
  format: number;
  room: Bytes;
  seq: number;
  prev: Bytes;
  epoch: number;
  salt: Bytes;
  bodyHash: Bytes;
  bodyLength: number;
  signer: KeyPair;
}>;

/** Any item with a header. `changes` makes it wrong in one place; the device's chain moves on all the same. */
export function item(
  room: Bytes,
  device: Device,
  {
    format,
    body,
    seen,
    epoch,
    changes = {},
  }: {
    format: number;
    body: Bytes;
    seen?: Seen;
    epoch: number;
    changes?: Changes;
  },
): BuiltItem {
  const key = Buffer.from(room).toString("hex");
  const chain = device.chains.get(key) ?? { seq: 0, prev: zeros(32) };
  const header = bytes(
    number(1, changes.format ?? format),
    changes.room ?? room,
    device.id,
    number(4, changes.seq ?? chain.seq + 1),
    changes.prev ?? chain.prev,
    number(4, seen?.n ?? 0),
    seen?.head ?? room,
    number(4, changes.epoch ?? epoch),
    changes.salt ?? (format === 1 ? random(16) : zeros(16)),
    changes.bodyHash ?? sha(body),
    number(4, changes.bodyLength ?? body.length),
  );
  const signature = signed(changes.signer ?? device.key, label("item"), header);
  const hash = sha(label("item-hash"), header, signature);
  device.chains.set(key, { seq: chain.seq + 1, prev: hash });
  return { bytes: bytes(header, signature, body), hash };
}

/** An entry whose sealed body is `length` random bytes: the server cannot tell it from a real one. */
export const entry = (
  room: Bytes,
  device: Device,
  {
    seen,
    epoch = 1,
    length = 528,
    body = random(length),
    changes,
  }: {
    seen?: Seen;
    epoch?: number;
    length?: number;
    body?: Bytes;
    changes?: Changes;
  } = {},
): BuiltItem =>
  item(room, device, { format: 1, body, epoch, ...(seen && { seen }), ...(changes && { changes }) });

export const redaction = (room: Bytes, device: Device, hashes: readonly Bytes[]): BuiltItem =>
  item(room, device, { format: 2, body: bytes(number(1, hashes.length), ...hashes), epoch: 0 });

const certificateSignature = (room: Bytes, device: Device, person: Person): Bytes =>
  signed(person.identity, label("certificate"), room, device.key.publicKey);

export const certificate = (room: Bytes, device: Device, person: Person): BuiltItem =>
  item(room, device, {
    format: 3,
    body: bytes(device.key.publicKey, person.identity.publicKey, certificateSignature(room, device, person)),
    epoch: 0,
  });

const member = (person: Person, role: number): Bytes =>
  bytes(number(1, role), person.identity.publicKey, person.boxKey);

const grants = (epoch: number, people: readonly Person[]): Bytes =>
  bytes(
    number(2, people.length),
    ...people.flatMap(({ identity }) => [number(4, epoch), identity.publicKey, random(32), random(48)]),
  );

export type LinkPlace = { readonly number: number; readonly previous: Bytes; readonly seen: Seen };

function link(
  type: number,
  room: Bytes,
  device: Device,
  { number: n, previous, seen, epoch, payload }: LinkPlace & { epoch: number; payload: Bytes },
): BuiltItem {
  const unsigned = bytes(
    number(1, 0x10),
    number(1, type),
    room,
    number(4, n),
    previous,
    number(4, seen.n),
    seen.head,
    device.id,
    number(8, 1_700_000_000_000),
    number(4, epoch),
    number(2, payload.length),
    payload,
  );
  const whole = bytes(unsigned, signed(device.key, label("link"), unsigned));
  return { bytes: whole, hash: sha(label("link-hash"), whole) };
}

export const roomKinds = { couple: 1, private: 2, doorstep: 3, individual: 4, practice: 5 } as const;

/** A room's first link, and the id that it fixes. */
export function genesis(
  person: Person,
  device: Device,
  {
    kind = "couple",
    role = kind === "couple" ? 1 : 3,
    zone = "Europe/Berlin",
  }: {
    kind?: keyof typeof roomKinds;
    role?: number;
    zone?: string;
  } = {},
): BuiltItem & { readonly room: Bytes } {
  const core = bytes(
    number(1, roomKinds[kind]),
    number(1, zone.length),
    Buffer.from(zone, "latin1"),
    sha(label("policy")),
    random(16),
    member(person, role),
  );
  const room = sha(label("room"), core);
  const payload = bytes(
    core,
    device.key.publicKey,
    certificateSignature(room, device, person),
    number(1, 1),
    random(32),
    grants(1, [person]),
  );
  const place = { number: 1, previous: zeros(32), seen: { n: 0, head: room } };
  return { ...link(1, room, device, { ...place, epoch: 1, payload }), room };
}

/** What a joiner answers to an invite: 193 bytes. */
export function inviteAnswer(room: Bytes, joiner: Person, inviteKey: KeyPair, role = 1): Bytes {
  const joining = member(joiner, role);
  const message = [label("join"), room, joining];
  return bytes(joining, signed(inviteKey, ...message), signed(joiner.identity, ...message));
}

export function addLink(
  room: Bytes,
  device: Device,
  place: LinkPlace,
  { joiner, inviteKey, epoch = 1 }: { joiner: Person; inviteKey: KeyPair; epoch?: number },
): BuiltItem {
  const answer = inviteAnswer(room, joiner, inviteKey);
  const payload = bytes(
    answer.subarray(0, 65),
    inviteKey.publicKey,
    answer.subarray(65),
    number(1, 1),
    number(1, 0),
    grants(epoch, [joiner]),
  );
  return link(2, room, device, { ...place, epoch, payload });
}

/** Lets a practitioner in who sees everything; `approver` is the other partner's device, where there is another. */
export function admitLink(
  room: Bytes,
  device: Device,
  place: LinkPlace,
  { joiner, epoch, approver }: { joiner: Person; epoch: number; approver?: Device },
): BuiltItem {
  const inviteKey = keyPair();
  const answer = inviteAnswer(room, joiner, inviteKey, 2);
  const asked = bytes(answer.subarray(0, 65), inviteKey.publicKey, number(1, 1));
  const approved =
    approver &&
    bytes(
      approver.id,
      signed(approver.key, label("approval"), room, number(4, place.number), place.previous, asked),
    );
  const payload = bytes(
    answer.subarray(0, 65),
    inviteKey.publicKey,
    answer.subarray(65),
    number(1, 1),
    number(1, 0),
    number(2, epoch),
    ...Array.from({ length: epoch }, (_, index) => grants(index + 1, [joiner]).subarray(2)),
    number(1, approved ? 1 : 0),
    approved ?? zeros(0),
  );
  return link(6, room, device, { ...place, epoch, payload });
}

export function removeLink(
  room: Bytes,
  device: Device,
  place: LinkPlace,
  { leaving, staying, epoch }: { leaving: Person; staying: readonly Person[]; epoch: number },
): BuiltItem {
  const payload = bytes(leaving.identity.publicKey, number(1, 1), random(32), grants(epoch, staying));
  return link(3, room, device, { ...place, epoch, payload });
}

export function rotateLink(
  room: Bytes,
  device: Device,
  place: LinkPlace,
  {
    revoked = [],
    staying,
    epoch,
  }: { revoked?: readonly Device[]; staying: readonly Person[]; epoch: number },
): BuiltItem {
  const ids = revoked.map(({ id }) => id);
  const payload = bytes(number(1, ids.length), ...ids, number(1, 1), random(32), grants(epoch, staying));
  return link(4, room, device, { ...place, epoch, payload });
}

export const accountLogTypes = { first: 1, byKit: 2, byCode: 3, ended: 4 } as const;

/** One link of an account log: 190 bytes, or 270 with the device that acted in it. */
export function accountLogLink(
  person: Person,
  device: Device,
  {
    number: n = 1,
    previous = zeros(32),
    type = "first",
    by,
  }: {
    number?: number;
    previous?: Bytes;
    type?: keyof typeof accountLogTypes;
    by?: Device;
  } = {},
): Bytes {
  const unsigned = bytes(
    number(1, by === undefined ? 0x20 : 0x21),
    person.identity.publicKey,
    number(4, n),
    previous,
    number(1, accountLogTypes[type]),
    number(8, 1_700_000_000_000),
    device.id,
    device.key.publicKey,
    by?.id ?? zeros(0),
  );
  const acting = by === undefined ? zeros(0) : signed(by.key, label("account-log"), unsigned);
  return bytes(unsigned, signed(person.identity, label("account-log"), unsigned), acting);
}

export const accountLogHash = (link: Bytes): Bytes => sha(label("account-log-hash"), link);

/** A device's answer to a challenge, bound to the site that asked. */
export const sessionSignature = (device: Device, challenge: Uint8Array, origin: string): Bytes =>
  signed(device.key, label("session"), challenge, Buffer.from(origin, "utf8"));
