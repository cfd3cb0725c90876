import { type Bytes, concatBytes, equalBytes, u32 } from "@goldseam/core";
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core";
import type { KeyPair } from "./key-pair.ts";
import { labels } from "./labels.ts";
import { epochCommitment, type Grant } from "./link.ts";

const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

const infoOf = (room: Uint8Array, epoch: number, recipient: Uint8Array): Bytes =>
  concatBytes(labels.grant, room, u32(epoch), recipient);

/** Boxes an epoch key for one member (HPKE base mode, RFC 9180). */
export async function makeGrant(
  room: Bytes,
  epoch: { readonly epoch: number; readonly key: Bytes },
  recipient: { readonly identity: Bytes; readonly boxKey: Bytes },
): Promise<Grant> {
  const recipientPublicKey = await suite.kem.deserializePublicKey(recipient.boxKey);
  const info = infoOf(room, epoch.epoch, recipient.identity);
  const { enc, ct } = await suite.seal({ recipientPublicKey, info }, epoch.key);
  return {
    epoch: epoch.epoch,
    recipient: recipient.identity,
    encapsulation: new Uint8Array(enc),
    sealedKey: new Uint8Array(ct),
  };
}

/**
 * The epoch key of a grant, or null.
 *
 * Null too when the key is not the one that the link committed to: a member who grants another key to one
 * reader than to the rest would otherwise split the room.
 */
export async function openGrant(
  grant: Grant,
  room: Bytes,
  own: { readonly identity: Bytes; readonly box: KeyPair },
  commitment: Bytes,
): Promise<Bytes | null> {
  if (!equalBytes(grant.recipient, own.identity)) return null;
  try {
    const opened = await suite.open(
      { recipientKey: own.box, enc: grant.encapsulation, info: infoOf(room, grant.epoch, grant.recipient) },
      grant.sealedKey,
    );
    const key = new Uint8Array(opened);
    return equalBytes(epochCommitment(room, grant.epoch, key), commitment) ? key : null;
  } catch {
    // HPKE's failures are all one to the reader: the box was not for this key, or was changed.
    return null;
  }
}

const encapsulationLength = 32;

/** Boxes a text for whoever holds the private half of `boxKey`: `encapsulation 32 | HPKE ciphertext`. */
export async function sealBox(text: Bytes, boxKey: Bytes, info: Bytes): Promise<Bytes> {
  const recipientPublicKey = await suite.kem.deserializePublicKey(boxKey);
  const { enc, ct } = await suite.seal({ recipientPublicKey, info }, text);
  return concatBytes(new Uint8Array(enc), new Uint8Array(ct));
}

/** What `sealBox` boxed, or null when it was for another key, for another purpose, or was changed. */
export async function openBox(boxed: Bytes, box: KeyPair, info: Bytes): Promise<Bytes | null> {
  try {
    const enc = boxed.slice(0, encapsulationLength);
    return new Uint8Array(
      await suite.open({ recipientKey: box, enc, info }, boxed.slice(encapsulationLength)),
    );
  } catch {
    // As in openGrant: all of HPKE's failures are one to the reader.
    return null;
  }
}
