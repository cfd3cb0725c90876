import {
  type Bytes,
  concatBytes,
  type EventId,
  equalBytes,
  err,
  ok,
  type Result,
  type RoomId,
} from "@goldseam/core";
import { ristretto255, ristretto255_hasher } from "@noble/curves/ed25519.js";
import { bytesToNumberLE } from "@noble/curves/utils.js";
import {
  bitsOf,
  idBytes,
  lineLength,
  type MessageAuthor,
  messageHash,
  messageToBytes,
  type PointsFault,
  pointsFault,
  type RoundLine,
  type RoundMessage,
  type RoundReply,
} from "../message.ts";
import { type RoundRef, refKey, refToBytes, slotsOf } from "../round-ref.ts";
import { type RoundSecret, slotBytes } from "./secrets.ts";

type Point = InstanceType<typeof ristretto255.Point>;

/** What a yes in one slot is to. */
export type SlotAbout = {
  readonly injury?: EventId;
  /** SHA-256 of the text. */
  readonly textVersion?: Bytes;
};

/** The round as one message's author saw it. */
export type Round = {
  readonly roomId: RoomId;
  readonly ref: RoundRef;
  /** What each slot was about in the record as far as the message's author had read it (seenN). */
  readonly about: (slot: number) => SlotAbout;
};

/** A message with its author, as the record holds it. */
export type SentMessage = { readonly by: MessageAuthor; readonly message: RoundMessage };

/** Why nothing is taken from a round. */
export type VoidReason =
  | PointsFault
  | { readonly type: "OtherRound" }
  | { readonly type: "OtherMessages" }
  | { readonly type: "NotAPoint"; readonly slot: number }
  | { readonly type: "Copied"; readonly slot: number };

const { Point } = ristretto255;
const pointTag = "goldseam/1/round-point ristretto255_XMD:SHA-512_R255MAP_RO_";
const noInjury = new Uint8Array(16);
const noText = new Uint8Array(32);

/** The point that stands for yes in one slot before any secret: the same on every device. */
export function yesPoint({ roomId, ref, about }: Round, slot: number): Point {
  const { injury, textVersion } = about(slot);
  const message = concatBytes(
    idBytes(roomId, 32),
    refToBytes(ref),
    Uint8Array.of(slot),
    injury === undefined ? noInjury : idBytes(injury, 16),
    textVersion ?? noText,
  );
  return ristretto255_hasher.hashToCurve(message, { DST: pointTag });
}

/** One slot's secret scalar and blank point. */
function slotSecret(secret: RoundSecret, slot: number): { readonly scalar: bigint; readonly blank: Point } {
  const bytes = slotBytes(secret, slot);
  const scalar = (bytesToNumberLE(bytes.subarray(0, 64)) % (Point.Fn.ORDER - 1n)) + 1n;
  return { scalar, blank: ristretto255_hasher.deriveToCurve!(bytes.subarray(64)) };
}

/**
 * The message of one member: a yes point for each slot in `yes`, a blank point for every other.
 *
 * The same work is done for every slot, whatever was chosen.
 *
 * - Shape: `yes` from `allowedIn`; `secret` from `roundSecretOf` with the same round, epoch and salt.
 */
export function makeMessage(
  yes: ReadonlySet<number>,
  keys: { readonly secret: RoundSecret; readonly epoch: number; readonly salt: Bytes },
  round: Round,
): RoundMessage {
  const points = slotsOf(round.ref).map((slot) => {
    const { scalar, blank } = slotSecret(keys.secret, slot);
    const choices = [blank.toBytes(), yesPoint(round, slot).multiply(scalar).toBytes()];
    return choices[Number(yes.has(slot))] as Bytes;
  });
  return { ref: round.ref, epoch: keys.epoch, salt: keys.salt, points };
}

/**
 * The reply to `theirs`: its points, raised to the secrets of `own`. It is the same whether `own` held yes or not.
 *
 * - Errors: a reason for which the message is void; then nothing is sent and the round lapses.
 */
export function makeReply(
  own: SentMessage,
  theirs: SentMessage,
  keys: { readonly secret: RoundSecret },
  round: Pick<Round, "roomId" | "ref">,
): Result<RoundReply, VoidReason> {
  const fault = messagesFault(own, theirs, round.ref);
  if (fault !== null) return err(fault);
  const raised = raise(theirs.message.points, keys.secret, round.ref);
  if (!raised.ok) return raised;
  const [ownMessage, theirMessage] = [hashOf(own, round.roomId), hashOf(theirs, round.roomId)];
  return ok({ ref: round.ref, ownMessage, theirMessage, points: raised.value });
}

/** A round as one member reads it: all four items in the record. */
export type Exchange = {
  readonly own: SentMessage;
  readonly ownReply: RoundReply;
  readonly theirs: SentMessage;
  readonly theirReply: RoundReply;
};

/**
 * The slots in which both said yes, as one member's device finds them.
 *
 * It counts a slot only where its own message held the yes point, which it computes again, and where the other's reply is
 * what it computes itself. What its own record says of `ownReply` is not relied on.
 *
 * - Errors: a reason for which the round is void; its line is then `voidLine`.
 */
export function readRound(
  { own, ownReply, theirs, theirReply }: Exchange,
  keys: { readonly secret: RoundSecret },
  round: Round,
): Result<RoundLine, VoidReason> {
  const fault = messagesFault(own, theirs, round.ref) ?? repliesFault();
  if (fault !== null) return err(fault);
  const expected = raise(theirs.message.points, keys.secret, round.ref);
  if (!expected.ok) return expected;
  const bits: boolean[] = [];
  for (const [index, slot] of slotsOf(round.ref).entries()) {
    const theirPoint = theirReply.points[index]!;
    if (decoded(theirPoint) === null) return err({ type: "NotAPoint", slot });
    const { scalar } = slotSecret(keys.secret, slot);
    const yes = yesPoint(round, slot).multiply(scalar).toBytes();
    const isOwnYes = equalBytes(own.message.points[index]!, yes);
    const isEqual = equalBytes(theirPoint, expected.value[index]!);
    if (isEqual && !isOwnYes) return err({ type: "Copied", slot });
    // Equal here means that the own message held the yes point.
    bits.push(isEqual);
  }
  return ok({ ref: round.ref, bits: bitsOf(bits) });

  function repliesFault(): VoidReason | null {
    if (refKey(theirReply.ref) !== refKey(round.ref)) return { type: "OtherRound" };
    const answersThese =
      equalBytes(theirReply.ownMessage, hashOf(theirs, round.roomId)) &&
      equalBytes(theirReply.theirMessage, hashOf(own, round.roomId));
    if (!answersThese) return { type: "OtherMessages" };
    const messages = [...own.message.points, ...theirs.message.points];
    return pointsFault(round.ref, theirReply.points, messages, ownReply.points);
  }
}

/** What a device writes of a round that is void for it: nothing is open. */
export const voidLine = (ref: RoundRef): RoundLine => ({ ref, bits: new Uint8Array(lineLength(ref)) });

function messagesFault(own: SentMessage, theirs: SentMessage, ref: RoundRef): VoidReason | null {
  const rounds = [own.message.ref, theirs.message.ref].map(refKey);
  if (rounds.some((key) => key !== refKey(ref))) return { type: "OtherRound" };
  return pointsFault(ref, theirs.message.points, own.message.points);
}

function raise(
  points: readonly Bytes[],
  secret: RoundSecret,
  ref: RoundRef,
): Result<readonly Bytes[], VoidReason> {
  const raised: Bytes[] = [];
  for (const [index, slot] of slotsOf(ref).entries()) {
    const point = decoded(points[index]!);
    if (point === null) return err({ type: "NotAPoint", slot });
    raised.push(point.multiply(slotSecret(secret, slot).scalar).toBytes() as Bytes);
  }
  return ok(raised);
}

/** The point, or null where the bytes are not its one canonical encoding (RFC 9496, section 4.3.1). */
function decoded(bytes: Bytes): Point | null {
  try {
    return Point.fromBytes(bytes);
  } catch {
    // The library throws for every encoding that is not canonical and for nothing else, the length being right.
    return null;
  }
}

const hashOf = ({ by, message }: SentMessage, roomId: RoomId): Bytes =>
  messageHash(roomId, by, messageToBytes(message));
