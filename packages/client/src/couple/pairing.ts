import {
  type Bytes,
  dayMs,
  err,
  type Instant,
  type MemberRole,
  ok,
  type RandomBytes,
  type Result,
  type ZoneId,
} from "@goldseam/core";
import {
  answerInvite,
  type InviteKind,
  type InvitePreview,
  inviteFragmentOf,
  inviteKeysOf,
  inviteSecretOf,
  type KeyPair,
  openPreview,
  readAnswer,
  sealPreview,
  signCertificate,
} from "@goldseam/crypto/open";
import { type MemberKeys, memberIdOf } from "@goldseam/crypto/verify";
import type { Device } from "../account/device.ts";
import { addLink, appendLink, type NotAppended } from "../members/links.ts";
import type { Delivery, Transport, WireError } from "../net/transport.ts";
import { foundRoom } from "../room/genesis.ts";
import type { Room } from "../room/room.ts";

/** How long an invite may be answered. */
export const inviteMs = 7 * dayMs;

export type InviteRefused = WireError | { readonly type: "NotAnInvite" };
export type Invitation = {
  readonly room: Bytes;
  readonly preview: InvitePreview;
  readonly expires: Instant;
  readonly state: "open" | "answered" | "used" | "cancelled" | "expired";
};

const keysAs = (role: MemberRole, { shared }: Device): MemberKeys => ({
  role,
  identity: shared.identity,
  boxKey: shared.box.publicBytes,
});

/** Makes a couple's room with this person as its first partner. */
export function startCouple(
  held: { readonly device: Device; readonly identity: KeyPair; readonly zone: ZoneId; readonly at: Instant },
  append: Transport["append"],
  random: RandomBytes,
): Promise<Result<Delivery, WireError>> {
  const { device, identity, zone, at } = held;
  const founding = {
    roomKind: "couple",
    zone,
    nonce: random(16),
    member: keysAs("partner", device),
  } as const;
  const { deviceId } = device;
  return foundRoom(founding, { device: device.device, deviceId, identity, at }, append, random);
}

/** Makes a one-use invite. Its secret is in the fragment alone, which browsers never send. */
export async function makeInvite(
  held: { readonly room: Bytes; readonly name: string; readonly kind: InviteKind },
  ask: Transport["ask"],
  random: RandomBytes,
): Promise<
  Result<{ readonly secret: Bytes; readonly fragment: string; readonly expires: Instant }, WireError>
> {
  const secret = random(16);
  const keys = await inviteKeysOf(secret);
  const preview = await sealPreview({ name: held.name, kind: held.kind }, keys, random);
  const made = await ask("makeInvite", { invite: keys.id, room: held.room, lifeMs: inviteMs, preview });
  if (!made.ok) return made;
  const fragment = inviteFragmentOf({ secret, room: held.room });
  return ok({ secret, fragment, expires: made.value.expires as Instant });
}

/** What an invite says, before anyone signs up. A changed or cut link is `NotAnInvite` or `InviteNotFound`. */
export async function lookAtInvite(
  fragment: string,
  ask: Transport["ask"],
): Promise<Result<Invitation, InviteRefused>> {
  const read = inviteSecretOf(fragment);
  if (!read.ok) return read;
  const keys = await inviteKeysOf(read.value.secret);
  const looked = await ask("lookAtInvite", { invite: keys.id });
  if (!looked.ok) return looked;
  const preview = await openPreview(looked.value.preview, keys);
  if (preview === null) return err({ type: "NotAnInvite" });
  const { state, expires } = looked.value;
  return ok({ room: read.value.room, preview, state, expires: expires as Instant });
}

/**
 * Answers an invite with own keys, signed with the link's key. The inviter's device does the rest.
 *
 * An individual room is boxed to the private key: it opens while Private is unlocked, and so does its answer.
 */
export async function acceptInvite(
  fragment: string,
  kind: InviteKind,
  held: { readonly device: Device; readonly identity: KeyPair; readonly privateBoxKey: Bytes },
  ask: Transport["ask"],
): Promise<Result<{ readonly room: Bytes; readonly certificateSignature: Bytes }, InviteRefused>> {
  const read = inviteSecretOf(fragment);
  if (!read.ok) return read;
  const { secret, room } = read.value;
  const keys = await inviteKeysOf(secret);
  const shared = keysAs(kind === "couple" ? "partner" : "practitioner", held.device);
  const member = kind === "individual" ? { ...shared, boxKey: held.privateBoxKey } : shared;
  const answer = await answerInvite(room, member, {
    invite: keys.key,
    identity: held.identity,
  });
  const answered = await ask("answerInvite", { invite: keys.id, answer });
  if (!answered.ok) return answered;
  const certificateSignature = await signCertificate(room, held.device.device.publicBytes, held.identity);
  return ok({ room, certificateSignature });
}

export type NotSealedIn = NotAppended | { readonly type: "KeysSwapped" } | { readonly type: "RoomStopped" };

/**
 * Lets the partner who answered into the room: checks both signatures, then boxes every epoch key to their key.
 *
 * - Errors: `KeysSwapped` when the answer was not signed with the invite's key: somebody between put in other keys,
 *   and nobody is let in.
 */
export async function sealIn(
  room: Room,
  held: { readonly answer: Bytes; readonly secret: Bytes; readonly device: Device; readonly at: Instant },
  append: Transport["append"],
): Promise<Result<void, NotSealedIn>> {
  const { record } = room;
  const keys = await inviteKeysOf(held.secret);
  const answer = await readAnswer(held.answer, record.room, keys.key.publicBytes);
  if (answer === null) return err({ type: "KeysSwapped" });
  if (room.fault !== undefined) return err({ type: "RoomStopped" });
  if (record.members.has(memberIdOf(answer.member.identity))) return ok(undefined);
  const newcomer = { ...answer, inviteKey: keys.key.publicBytes, sees: "everything" } as const;
  const { device, deviceId } = held.device;
  const appended = await appendLink(
    room,
    await addLink(room, newcomer),
    { device, deviceId, at: held.at },
    append,
  );
  return appended.ok ? ok(undefined) : appended;
}
