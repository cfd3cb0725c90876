import { type Bytes, concatBytes, utf8 } from "@goldseam/core";
import { labels } from "./labels.ts";

/** One signature to be checked: who, what, and the signature. */
export type SignatureCheck = {
  readonly publicKey: Bytes;
  readonly signature: Bytes;
  readonly message: Bytes;
};

const imported = new Map<string, Promise<CryptoKey>>();
const importedMax = 4_096;

/**
 * Whether the Ed25519 signature holds. A key that is no point of the curve signs nothing: false.
 *
 * Public keys are imported once; the cache is bounded and holds public values alone.
 */
export async function verifySignature({ publicKey, signature, message }: SignatureCheck): Promise<boolean> {
  try {
    return await crypto.subtle.verify("Ed25519", await importPublicKey(publicKey), signature, message);
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) return false;
    throw error;
  }
}

function importPublicKey(publicKey: Bytes): Promise<CryptoKey> {
  const name = String.fromCharCode(...publicKey);
  const known = imported.get(name);
  if (known !== undefined) return known;
  if (imported.size >= importedMax) imported.clear();
  const key = crypto.subtle.importKey("raw", publicKey, "Ed25519", true, ["verify"]);
  imported.set(name, key);
  return key;
}

/** What a device signs to open a session: the challenge, bound to the site that asks. */
export const sessionMessage = (challenge: Uint8Array, origin: string): Bytes =>
  concatBytes(labels.session, challenge, utf8(origin));
