/** What a browser lacks that nothing here can make up for. */
export type Lack = "secure address" | "newer browser";

/**
 * What this browser lacks, or null.
 *
 * A plain http address other than localhost has no WebCrypto at all, whatever the browser: that is said apart,
 * because another address mends it.
 */
export async function lackOf(): Promise<Lack | null> {
  if (!isSecureContext) return "secure address";
  if (!("locks" in navigator) || !("indexedDB" in globalThis) || !("BroadcastChannel" in globalThis)) {
    return "newer browser";
  }
  try {
    await crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"]);
    await crypto.subtle.generateKey("X25519", false, ["deriveBits"]);
    return null;
  } catch (error) {
    if (error instanceof DOMException) return "newer browser";
    throw error;
  }
}
