import { type Bytes, base64url, concatBytes, type MemberId, type RoomId, u32, utf8 } from "@goldseam/core";
import type { EpochKey } from "@goldseam/crypto/open";
import { hash } from "@goldseam/crypto/verify";
import { idBytes } from "./message.ts";
import type { RoundRef } from "./round-ref.ts";
import { isIn } from "./slots.ts";

/** The topic under which two new partners draw their pacing seed. */
export const pairingTopic = "pairing";

/** What a member commits to, and what opens the commitment. */
export type RevealWords = {
  /** 32 random bytes. */
  readonly nonce: Bytes;
  readonly value: string;
};

const label = (text: string): Bytes => concatBytes(utf8(text), new Uint8Array(1));
const labels = { reveal: label("goldseam/1/reveal"), pairing: label("goldseam/1/pairing") };

/** The topic of what is shown once a round said both yes to showing it. */
export const wishTopic = (ref: RoundRef & { readonly kind: "daily" | "quick" }, slot: number): string =>
  `${ref.kind === "daily" ? 1 : 2}/${ref.number}/-/${slot}`;

/** The wish that `topic` names, or null where it names none. */
export function wishOf(topic: string): {
  readonly kind: "daily" | "quick";
  readonly number: number;
  readonly slot: number;
} | null {
  const found = /^([12])\/(0|[1-9]\d{0,9})\/-\/([1-9]\d{2})$/.exec(topic);
  if (found === null) return null;
  const slot = Number(found[3]);
  if (!isIn("showing", slot)) return null;
  return { kind: found[1] === "1" ? "daily" : "quick", number: Number(found[2]), slot };
}

/**
 * The commitment of one member to one value: it fits no other room, topic, member, nonce or value.
 *
 * - Source: docs/formats/rounds.md, "Reveal together".
 */
export function commitmentOf(
  where: { readonly roomId: RoomId; readonly topic: string; readonly memberId: MemberId },
  { nonce, value }: RevealWords,
): Bytes {
  const [topic, text] = [utf8(where.topic), utf8(value)];
  return hash(
    labels.reveal,
    idBytes(where.roomId, 32),
    idBytes(where.memberId, 32),
    u32(topic.length).slice(2),
    topic,
    nonce,
    u32(text.length),
    text,
  );
}

/**
 * Nonce and value of one member for pairing. Every own device that holds that doorstep epoch gets the same.
 *
 * - Source: docs/formats/rounds.md, "Reveal together".
 */
export async function pairingWordsOf(
  doorstep: EpochKey,
  where: { readonly roomId: RoomId; readonly memberId: MemberId },
): Promise<RevealWords> {
  const info = concatBytes(labels.pairing, idBytes(where.memberId, 32));
  // An epoch key may derive keys and not bits; a key for HMAC of 512 bits is those bits.
  const key = await crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt: idBytes(where.roomId, 32), info },
    doorstep.key,
    { name: "HMAC", hash: "SHA-256", length: 512 },
    true,
    ["sign"],
  );
  const bytes = new Uint8Array(await crypto.subtle.exportKey("raw", key));
  return { nonce: bytes.slice(0, 32), value: base64url(bytes.slice(32)) };
}

/** What both drew at pairing. `first` is the value of the partner who joined first. */
export const pacingSeedOf = (first: Uint8Array, second: Uint8Array): Bytes => hash(first, second);
