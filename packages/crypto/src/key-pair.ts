import { type Bytes, concatBytes, fromBase64url, fromHex } from "@goldseam/core";
import { subtle } from "#subtle";

/** A key pair whose private half cannot be read out, and the public half as bytes. */
export type KeyPair = {
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly publicBytes: Bytes;
};

// PKCS #8 headers of RFC 8410: WebCrypto takes private keys of these curves in no shorter form.
const ed25519Header = fromHex("302e020100300506032b657004220420");
const x25519Header = fromHex("302e020100300506032b656e04220420");

/** The Ed25519 pair of a 32-byte seed (RFC 8032). */
export const signingPairOf = (seed: Uint8Array): Promise<KeyPair> =>
  importPair(seed, {
    header: ed25519Header,
    algorithm: "Ed25519",
    privateUse: ["sign"],
    publicUse: ["verify"],
  });

/** The X25519 pair of 32 private bytes (RFC 7748). */
export const boxPairOf = (privateBytes: Uint8Array): Promise<KeyPair> =>
  importPair(privateBytes, {
    header: x25519Header,
    algorithm: "X25519",
    privateUse: ["deriveBits"],
    publicUse: [],
  });

async function importPair(
  secret: Uint8Array,
  form: { header: Bytes; algorithm: string; privateUse: KeyUsage[]; publicUse: KeyUsage[] },
): Promise<KeyPair> {
  const pkcs8 = concatBytes(form.header, secret);
  const readable = await subtle.importKey("pkcs8", pkcs8, form.algorithm, true, form.privateUse);
  const { x } = await subtle.exportKey("jwk", readable);
  const publicBytes = fromBase64url(x ?? "");
  if (!publicBytes.ok) throw new Error("WebCrypto gave a public key in another form");
  const privateKey = await subtle.importKey("pkcs8", pkcs8, form.algorithm, false, form.privateUse);
  const publicKey = await subtle.importKey("raw", publicBytes.value, form.algorithm, true, form.publicUse);
  return { privateKey, publicKey, publicBytes: publicBytes.value };
}

/** A fresh signing pair for a device. Its private half never leaves this browser. */
export async function newDevicePair(): Promise<KeyPair> {
  const pair = (await subtle.generateKey("Ed25519", false, ["sign", "verify"])) as CryptoKeyPair;
  const publicBytes = new Uint8Array(await subtle.exportKey("raw", pair.publicKey));
  return { privateKey: pair.privateKey, publicKey: pair.publicKey, publicBytes };
}

/** Ed25519 over `message`, 64 bytes. */
export const sign = async (pair: Pick<KeyPair, "privateKey">, message: Bytes): Promise<Bytes> =>
  new Uint8Array(await subtle.sign("Ed25519", pair.privateKey, message));
