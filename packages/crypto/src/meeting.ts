/**
 * A new device meets an own one: the secret travels as a square code, the messages through the server.
 *
 * Four messages, sealed with what the code holds, so that the server reads none of them:
 *
 * 1. new → own: a commitment to the new device's keys
 * 2. own → new: a nonce, drawn after the commitment is there
 * 3. new → own: the keys, and the nonce that opens the commitment
 * 4. own → new, once a person has compared two words on both screens: the account, boxed to the new device
 *
 * The words come from both nonces and the keys. Who photographed the code and stands between, with the server's
 * help, must choose keys before the nonces are known: one try in four million. Without the commitment they could
 * try keys until the words are the same.
 *
 * - Source: docs/formats/account.md, "Meeting".
 */
import {
  type Bytes,
  base64url,
  concatBytes,
  equalBytes,
  err,
  fromBase64url,
  ok,
  type RandomBytes,
  type Result,
  u32,
} from "@goldseam/core";
import type { AccountSeed } from "./account.ts";
import { ByteReader, Unreadable } from "./byte-reader.ts";
import { derive, unwrap, wrap } from "./derivation.ts";
import { openBox, sealBox } from "./grant.ts";
import { hash } from "./hash.ts";
import type { KeyPair } from "./key-pair.ts";
import { derivationLabels, labels } from "./labels.ts";

export const meetingSecretLength = 32;
export const meetingNonceLength = 16;
/** Messages of a meeting, in order. */
export const meetingPlaces = [1, 2, 3, 4] as const;
export type MeetingPlace = (typeof meetingPlaces)[number];

export type MeetingKeys = { readonly id: Bytes; readonly key: Bytes };
/** What the new device shows of itself, and the nonce that opens its commitment. */
export type NewDeviceKeys = { readonly deviceKey: Bytes; readonly boxKey: Bytes; readonly nonce: Bytes };
/** What the own device hands over: the link that lets the new one in, and what it opens the account with. */
export type HandedOver = {
  readonly link: Bytes;
  readonly account: AccountSeed;
  readonly secretKey: Bytes;
  /** JSON of the profile, in UTF-8. */
  readonly profile: Bytes;
};

/** What the square code's address holds in its fragment. */
export const meetingFragmentOf = (secret: Bytes): string =>
  base64url(concatBytes(new Uint8Array([1]), secret));

export function meetingSecretOf(fragment: string): Result<Bytes, { readonly type: "NotAMeeting" }> {
  const bytes = fromBase64url(fragment);
  if (!bytes.ok || bytes.value.length !== meetingSecretLength + 1 || bytes.value[0] !== 1)
    return err({ type: "NotAMeeting" });
  return ok(bytes.value.slice(1));
}

export async function meetingKeysOf(secret: Bytes): Promise<MeetingKeys> {
  return {
    id: await derive(secret, derivationLabels.meetingId, 16),
    key: await derive(secret, derivationLabels.meetingKey, 32),
  };
}

const placeData = ({ id }: MeetingKeys, place: MeetingPlace): Bytes =>
  concatBytes(id, new Uint8Array([place]));

/** Seals a message for its place in the meeting: at another place, or in another meeting, it does not open. */
export const sealInMeeting = (
  keys: MeetingKeys,
  place: MeetingPlace,
  text: Bytes,
  random: RandomBytes,
): Promise<Bytes> => wrap(keys.key, random(12), text, placeData(keys, place));

export const openInMeeting = (keys: MeetingKeys, place: MeetingPlace, sealed: Bytes): Promise<Bytes | null> =>
  unwrap(keys.key, sealed, placeData(keys, place));

const newDeviceBytes = ({ deviceKey, boxKey, nonce }: NewDeviceKeys): Bytes =>
  concatBytes(deviceKey, boxKey, nonce);

/** The first message: what the new device will show, without showing it. */
export const meetingCommitmentOf = (keys: NewDeviceKeys): Bytes =>
  hash(labels.meetingCommitment, newDeviceBytes(keys));

/** The third message. */
export const showNewDevice: (keys: NewDeviceKeys) => Bytes = newDeviceBytes;

/** The new device's keys, or null when they are not those of the commitment. */
export function readNewDevice(text: Bytes, commitment: Bytes): NewDeviceKeys | null {
  if (text.length !== 64 + meetingNonceLength) return null;
  const keys = { deviceKey: text.slice(0, 32), boxKey: text.slice(32, 64), nonce: text.slice(64) };
  return equalBytes(meetingCommitmentOf(keys), commitment) ? keys : null;
}

/** 22 bits that two people, or one with two screens, compare as words. */
export const meetingWordBits = ({ id }: MeetingKeys, ownNonce: Bytes, device: NewDeviceKeys): Bytes =>
  hash(labels.meetingWords, id, ownNonce, newDeviceBytes(device));

/** Boxes the account to the new device. Its link says which device it is for. */
export function handOver(held: HandedOver, keys: MeetingKeys, boxKey: Bytes): Promise<Bytes> {
  const { link, account, secretKey, profile } = held;
  const text = concatBytes(u32(account.generation), account.seed, secretKey, link, profile);
  return sealBox(text, boxKey, concatBytes(labels.meetingWords, keys.id));
}

/** What `handOver` boxed, or null when it is for another device or was changed. */
export async function takeOver(
  boxed: Bytes,
  keys: MeetingKeys,
  box: KeyPair,
  linkLength: number,
): Promise<HandedOver | null> {
  const text = await openBox(boxed, box, concatBytes(labels.meetingWords, keys.id));
  if (text === null) return null;
  try {
    const reader = new ByteReader(text);
    const generation = reader.u32("generation");
    const seed = reader.take(32, "seed");
    const secretKey = reader.take(16, "secretKey");
    const link = reader.take(linkLength, "link");
    return { account: { generation, seed }, secretKey, link, profile: reader.rest() };
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}
