import type { Bytes } from "@goldseam/core";
import { sha256 } from "@noble/hashes/sha2.js";

/** SHA-256 of `parts` joined in order. On Node `#sha256` is `sha256-node.ts`, which answers alike. */
export function sha256Of(parts: readonly Uint8Array[]): Bytes {
  const hasher = sha256.create();
  for (const part of parts) hasher.update(part);
  return hasher.digest() as Bytes;
}
