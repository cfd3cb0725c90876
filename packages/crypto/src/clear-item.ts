import { type Bytes, concatBytes } from "@goldseam/core";
import { type Place, signHeader } from "./body.ts";
import { hash } from "./hash.ts";
import { type Certificate, formats, type Header, type Redaction, redactedMax } from "./item.ts";
import { type KeyPair, sign } from "./key-pair.ts";
import { certificateMessage } from "./link.ts";

const noSalt = new Uint8Array(16);

const clearHeader = (place: Place, format: 2 | 3, body: Bytes): Header => ({
  ...place,
  format,
  epoch: 0,
  salt: noSalt,
  bodyHash: hash(body),
  bodyLength: body.length,
});

/** A redaction of own entries: 1 to 64 item hashes. It erases words and leaves every seal in place. */
export async function makeRedaction(
  hashes: readonly Bytes[],
  place: Place,
  device: KeyPair,
): Promise<Redaction> {
  if (hashes.length < 1 || hashes.length > redactedMax) throw new Error("a redaction names 1 to 64 entries");
  const body = concatBytes(new Uint8Array([hashes.length]), ...hashes);
  return {
    kind: "redaction",
    body,
    hashes,
    ...(await signHeader(clearHeader(place, formats.redaction, body), device)),
  };
}

/** What an identity says of a device in one room: "this is mine". 64 bytes. */
export const signCertificate = (room: Bytes, deviceKey: Bytes, identity: KeyPair): Promise<Bytes> =>
  sign(identity, certificateMessage(room, deviceKey));

/** The first item of a device in a room that does not know it yet. */
export async function makeCertificate(
  place: Place,
  keys: { readonly device: KeyPair; readonly identity: Bytes; readonly certificateSignature: Bytes },
): Promise<Certificate> {
  const body = concatBytes(keys.device.publicBytes, keys.identity, keys.certificateSignature);
  return {
    kind: "certificate",
    body,
    deviceKey: keys.device.publicBytes,
    identity: keys.identity,
    certificateSignature: keys.certificateSignature,
    ...(await signHeader(clearHeader(place, formats.certificate, body), keys.device)),
  };
}
