import { type Bytes, concatBytes, u32, u64 } from "@goldseam/core";
import { sha256Of } from "#sha256";
import { labels } from "./labels.ts";

/**
 * SHA-256 of `parts` joined in order.
 *
 * Synchronous on purpose: heads form a chain, and ten thousand awaits one after another would cost more
 * than the hashing (32 µs against 8 µs each, measured in Node).
 */
export const hash = (...parts: readonly Uint8Array[]): Bytes => sha256Of(parts);

/** The head after the item with `itemHash` was given number `n` and receipt time `t`. */
export const headAfter = (head: Uint8Array, n: number, t: number, itemHash: Uint8Array): Bytes =>
  hash(labels.head, head, u32(n), u64(t), itemHash);

/** The id of a device, from its signing key. */
export const deviceIdOf = (deviceKey: Uint8Array): Bytes => hash(labels.device, deviceKey).slice(0, 16);

/** What an item's or link's author signs: the label, then the bytes. */
export const underLabel = (label: Uint8Array, ...parts: readonly Uint8Array[]): Bytes =>
  concatBytes(label, ...parts);
