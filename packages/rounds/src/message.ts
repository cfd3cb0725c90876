import {
  type Bytes,
  concatBytes,
  type DeviceId,
  err,
  fromBase64url,
  type MemberId,
  ok,
  type Result,
  type RoomId,
  u32,
  utf8,
} from "@goldseam/core";
import { hash } from "@goldseam/crypto/verify";
import { parseRef, type RoundRef, refLength, refToBytes, slotsOf } from "./round-ref.ts";

/** What each member sends once in a round. Source: docs/formats/rounds.md, "Message". */
export type RoundMessage = {
  readonly ref: RoundRef;
  /** The epoch of the author's doorstep room whose key the secrets come from. */
  readonly epoch: number;
  readonly salt: Bytes;
  readonly points: readonly Bytes[];
};
/** The other's points, raised. Source: docs/formats/rounds.md, "Reply". */
export type RoundReply = {
  readonly ref: RoundRef;
  /** Hash of the message of the reply's author. */
  readonly ownMessage: Bytes;
  readonly theirMessage: Bytes;
  readonly points: readonly Bytes[];
};
/** What a round said. Source: docs/formats/rounds.md, "Line". */
export type RoundLine = { readonly ref: RoundRef; readonly bits: Bytes };

export type Malformed = { readonly type: "Malformed"; readonly field: string };
/** What voids a message or a reply and shows in its bytes alone. `slot` is the slot of the point. */
export type PointsFault = {
  readonly type: "Identity" | "Repeated" | "Reflected";
  readonly slot: number;
};

const formats = { message: 0x30, reply: 0x31, line: 0x32 } as const;
export const pointLength = 32;
export const saltLength = 16;
export const hashLength = 32;

/** How many bytes the line of a round has. */
export const lineLength = (ref: RoundRef): number => Math.ceil(slotsOf(ref).length / 8);

export const messageToBytes = ({ ref, epoch, salt, points }: RoundMessage): Bytes =>
  concatBytes(Uint8Array.of(formats.message), refToBytes(ref), u32(epoch), salt, ...points);
export const replyToBytes = ({ ref, ownMessage, theirMessage, points }: RoundReply): Bytes =>
  concatBytes(Uint8Array.of(formats.reply), refToBytes(ref), ownMessage, theirMessage, ...points);
export const lineToBytes = ({ ref, bits }: RoundLine): Bytes =>
  concatBytes(Uint8Array.of(formats.line), refToBytes(ref), bits);

/** Reads a message. Looks at its bytes alone: ask `pointsFault`, and whoever has the curve, whether its points hold. */
export function parseMessage(bytes: Uint8Array): Result<RoundMessage, Malformed> {
  const opened = openWith(formats.message, bytes);
  if (!opened.ok) return opened;
  const { ref, rest } = opened.value;
  const points = pointsIn(rest.slice(4 + saltLength), ref);
  if (points === null) return err({ type: "Malformed", field: "points" });
  const epoch = new DataView(rest.buffer, rest.byteOffset).getUint32(0);
  return ok({ ref, epoch, salt: rest.slice(4, 4 + saltLength) as Bytes, points });
}

/** Reads a reply. */
export function parseReply(bytes: Uint8Array): Result<RoundReply, Malformed> {
  const opened = openWith(formats.reply, bytes);
  if (!opened.ok) return opened;
  const { ref, rest } = opened.value;
  const points = pointsIn(rest.slice(2 * hashLength), ref);
  if (points === null) return err({ type: "Malformed", field: "points" });
  const [ownMessage, theirMessage] = [rest.slice(0, hashLength), rest.slice(hashLength, 2 * hashLength)];
  return ok({ ref, ownMessage: ownMessage as Bytes, theirMessage: theirMessage as Bytes, points });
}

/** Reads a line. Bits that belong to no slot must be zero. */
export function parseLine(bytes: Uint8Array): Result<RoundLine, Malformed> {
  const opened = openWith(formats.line, bytes);
  if (!opened.ok) return opened;
  const { ref, rest: bits } = opened.value;
  const used = slotsOf(ref).length;
  const isSpareSet = used % 8 !== 0 && ((bits.at(-1) ?? 0) & (0xff >> (used % 8))) !== 0;
  if (bits.length !== lineLength(ref) || isSpareSet) return err({ type: "Malformed", field: "bits" });
  return ok({ ref, bits });
}

function openWith(format: number, bytes: Uint8Array): Result<{ ref: RoundRef; rest: Bytes }, Malformed> {
  if (bytes[0] !== format) return err({ type: "Malformed", field: "format" });
  const ref = parseRef(bytes.slice(1, 1 + refLength));
  if (ref === null) return err({ type: "Malformed", field: "reference" });
  return ok({ ref, rest: bytes.slice(1 + refLength) as Bytes });
}

function pointsIn(bytes: Uint8Array, ref: RoundRef): readonly Bytes[] | null {
  const slots = slotsOf(ref);
  if (bytes.length !== slots.length * pointLength) return null;
  return slots.map((_, index) => bytes.slice(index * pointLength, (index + 1) * pointLength) as Bytes);
}

/** A text for comparing points: their bytes as characters. */
const pointKey = (point: Uint8Array): string => String.fromCharCode(...point);

/**
 * The first point that voids `points`, or null: the identity, one twice, or one that stands in `others`.
 *
 * `sameSlot` is the other's reply: two replies agree in a slot in which both said yes, and nowhere else.
 */
export function pointsFault(
  ref: RoundRef,
  points: readonly Uint8Array[],
  others: readonly Uint8Array[] = [],
  sameSlot: readonly Uint8Array[] = [],
): PointsFault | null {
  const slots = slotsOf(ref);
  const seen = new Set<string>();
  const foreign = new Set(others.map(pointKey));
  const places = new Map(sameSlot.map((point, index) => [pointKey(point), index]));
  for (const [index, point] of points.entries()) {
    const slot = slots[index]!;
    const key = pointKey(point);
    if (point.every((byte) => byte === 0)) return { type: "Identity", slot };
    if (seen.has(key)) return { type: "Repeated", slot };
    if (foreign.has(key) || (places.get(key) ?? index) !== index) return { type: "Reflected", slot };
    seen.add(key);
  }
  return null;
}

/** Whether `bits` hold a 1 for `slot`; false for a slot that the round does not have. */
export function lineSays(line: RoundLine, slot: number): boolean {
  const index = slotsOf(line.ref).indexOf(slot);
  return index >= 0 && bitAt(line.bits, index);
}

/** The bit at `index`, bit 7 of the first byte being bit 0 of the whole. */
export const bitAt = (bits: Uint8Array, index: number): boolean =>
  ((bits[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0;

/** `bits` written into as few bytes as hold them. */
export function bitsOf(bits: readonly boolean[]): Bytes {
  const bytes = new Uint8Array(Math.ceil(bits.length / 8));
  for (const [index, bit] of bits.entries()) if (bit) bytes[index >> 3]! |= 0x80 >> (index & 7);
  return bytes;
}

/** Who sent a message, from where. */
export type MessageAuthor = { readonly memberId: MemberId; readonly deviceId: DeviceId };

const messageLabel = concatBytes(utf8("goldseam/1/round-message"), new Uint8Array(1));

/** The hash by which a reply names a message. */
export const messageHash = (roomId: RoomId, author: MessageAuthor, bytes: Uint8Array): Bytes =>
  hash(messageLabel, idBytes(roomId, 32), idBytes(author.memberId, 32), idBytes(author.deviceId, 16), bytes);

/** The bytes that an id spells. Throws where it spells another length: ids come from a record that was checked. */
export function idBytes(id: string, length: number): Bytes {
  const bytes = fromBase64url(id);
  if (!bytes.ok || bytes.value.length !== length) throw new Error(`an id of ${length} bytes was expected`);
  return bytes.value;
}
