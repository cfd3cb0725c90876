import { type Bytes, concatBytes, utf8 } from "@goldseam/core";
import { labels } from "./labels.ts";

/** One signature to be checked: who, what, and the signature. */
export type SignatureCheck = {
  readonly publicKey: Bytes;
  readonly signature: Bytes;
  readonly message: Bytes;
};

/**
 * Whether each signature holds, in order.
 *
 * A port, because where it runs is a question of the machine: Chromium checks Ed25519 on the thread that asks, so that
 * ten thousand checks would hold a page still for more than a second.
 */
export type CheckSignatures = (checks: readonly SignatureCheck[]) => Promise<readonly boolean[]>;

const imported = new Map<string, CryptoKey>();
const importedMax = 4_096;

/**
 * Whether the Ed25519 signature holds. A key that is no point of the curve signs nothing: false.
 *
 * Public keys are imported once; the cache is bounded and holds public values alone.
 */
export async function verifySignature({ publicKey, signature, message }: SignatureCheck): Promise<boolean> {
  try {
    const name = String.fromCharCode(...publicKey);
    const key = imported.get(name) ?? (await importPublicKey(name, publicKey));
    return await crypto.subtle.verify("Ed25519", key, signature, message);
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) return false;
    throw error;
  }
}

/** Checks where it is called. */
export const checkSignatures: CheckSignatures = (checks) => Promise.all(checks.map(verifySignature));

async function importPublicKey(name: string, publicKey: Bytes): Promise<CryptoKey> {
  const key = await crypto.subtle.importKey("raw", publicKey, "Ed25519", true, ["verify"]);
  if (imported.size >= importedMax) imported.clear();
  imported.set(name, key);
  return key;
}

/** What a device signs to open a session: the challenge, bound to the site that asks. */
export const sessionMessage = (challenge: Uint8Array, origin: string): Bytes =>
  concatBytes(labels.session, challenge, utf8(origin));
