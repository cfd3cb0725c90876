import { type Bytes, concatBytes } from "@goldseam/core";
import { subtle } from "#subtle";

const noSalt = new Uint8Array(0);

/** HKDF-SHA256 of `secret` with an empty salt. */
export async function derive(secret: Uint8Array, info: Uint8Array, length: number): Promise<Bytes> {
  const key = await subtle.importKey("raw", secret.slice() as Bytes, "HKDF", false, ["deriveBits"]);
  const parameters = { name: "HKDF", hash: "SHA-256", salt: noSalt, info: info as Bytes };
  return new Uint8Array(await subtle.deriveBits(parameters, key, length * 8));
}

const aesParameters = (nonce: Bytes, additionalData: Bytes) => ({
  name: "AES-GCM",
  iv: nonce,
  additionalData,
});

/** `nonce 12 | AES-256-GCM`. For small things wrapped under a key of their own. */
export async function wrap(
  key: Bytes | CryptoKey,
  nonce: Bytes,
  text: Bytes,
  additionalData: Bytes = noSalt,
): Promise<Bytes> {
  const aes = key instanceof Uint8Array ? await importAesKey(key) : key;
  const sealed = await subtle.encrypt(aesParameters(nonce, additionalData), aes, text);
  return concatBytes(nonce, new Uint8Array(sealed));
}

/** What `wrap` wrapped, or null when key, data or bytes are not the right ones: it says no more. */
export async function unwrap(
  key: Bytes | CryptoKey,
  wrapped: Uint8Array,
  additionalData: Bytes = noSalt,
): Promise<Bytes | null> {
  const aes = key instanceof Uint8Array ? await importAesKey(key) : key;
  const nonce = wrapped.slice(0, 12) as Bytes;
  try {
    const text = await subtle.decrypt(aesParameters(nonce, additionalData), aes, wrapped.slice(12) as Bytes);
    return new Uint8Array(text);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/** An AES-256-GCM key that nobody can read back out. */
export const importAesKey = (key: Bytes): Promise<CryptoKey> =>
  subtle.importKey("raw", key, "AES-GCM", false, ["encrypt", "decrypt"]);
