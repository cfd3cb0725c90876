import { type Bytes, concatBytes, type DeviceId, type RoomId, utf8 } from "@goldseam/core";
import type { EpochKey } from "@goldseam/crypto/open";
import { hkdf } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { idBytes } from "../message.ts";
import { type RoundRef, refToBytes } from "../round-ref.ts";

const label = (text: string): Bytes => concatBytes(utf8(text), new Uint8Array(1));
const labels = { secret: label("goldseam/1/round-secret"), slot: label("goldseam/1/round-slot") };

/** The secret of one message: 32 bytes, from which the secrets and blank points of its slots come. */
export type RoundSecret = { readonly bytes: Bytes };

/** Which message a secret is for. */
export type SecretPurpose = {
  readonly roomId: RoomId;
  readonly ref: RoundRef;
  /** The device that sends the message, also where another own device replies. */
  readonly deviceId: DeviceId;
  readonly salt: Bytes;
};

/**
 * The secret of one message, from the doorstep epoch that the message names.
 *
 * Any own device that holds that epoch computes it again from the message and the entry's author.
 *
 * - Source: docs/formats/rounds.md, "Message".
 */
export async function roundSecretOf(doorstep: EpochKey, purpose: SecretPurpose): Promise<RoundSecret> {
  const info = concatBytes(
    labels.secret,
    idBytes(purpose.roomId, 32),
    refToBytes(purpose.ref),
    idBytes(purpose.deviceId, 16),
  );
  // An epoch key may derive keys and not bits; a key for HMAC of 256 bits is those bits.
  const key = await crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt: purpose.salt, info },
    doorstep.key,
    { name: "HMAC", hash: "SHA-256", length: 256 },
    true,
    ["sign"],
  );
  return { bytes: new Uint8Array(await crypto.subtle.exportKey("raw", key)) };
}

/** 128 bytes for one slot of one message: the first half makes its secret, the second its blank point. */
export const slotBytes = ({ bytes }: RoundSecret, slot: number): Uint8Array =>
  hkdf(sha256, bytes, undefined, concatBytes(labels.slot, Uint8Array.of(slot)), 128);
