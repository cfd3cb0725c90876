import { type Bytes, concatBytes, u32, u64 } from "@goldseam/core";
import { sha256 } from "@noble/hashes/sha2.js";
import { labels } from "./labels.ts";

type NodeCrypto = { hash(algorithm: "sha256", data: Uint8Array, encoding: "latin1"): string };
type NodeProcess = { getBuiltinModule?(name: "node:crypto"): NodeCrypto };

/** Node's own SHA-256 where there is one: on a server it costs a fifth of the portable one. */
const nodeCrypto = (globalThis as { process?: NodeProcess }).process?.getBuiltinModule?.("node:crypto");

/**
 * SHA-256 of `parts` joined in order.
 *
 * Synchronous on purpose: heads form a chain, and ten thousand awaits one after another would cost more
 * than the hashing (32 µs against 8 µs each, measured in Node).
 */
export function hash(...parts: readonly Uint8Array[]): Bytes {
  if (nodeCrypto !== undefined) {
    // By way of a text: it costs half of what a Buffer with memory of its own does.
    const digest = nodeCrypto.hash("sha256", joined(parts), "latin1");
    together.fill(0);
    const bytes = new Uint8Array(32);
    for (let index = 0; index < 32; index += 1) bytes[index] = digest.charCodeAt(index);
    return bytes;
  }
  const hasher = sha256.create();
  for (const part of parts) hasher.update(part);
  return hasher.digest() as Bytes;
}

/** Where short parts are joined, since a new array for each would cost as much as its hash. Zeros between calls. */
const together = new Uint8Array(1_024);

/** The parts as one, to be read before the next call. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0]!;
  let length = 0;
  for (const part of parts) {
    if (length + part.length > together.length) return concatBytes(...parts);
    together.set(part, length);
    length += part.length;
  }
  return together.subarray(0, length);
}

/** The head after the item with `itemHash` was given number `n` and receipt time `t`. */
export const headAfter = (head: Uint8Array, n: number, t: number, itemHash: Uint8Array): Bytes =>
  hash(labels.head, head, u32(n), u64(t), itemHash);

/** The id of a device, from its signing key. */
export const deviceIdOf = (deviceKey: Uint8Array): Bytes => hash(labels.device, deviceKey).slice(0, 16);

/** What an item's or link's author signs: the label, then the bytes. */
export const underLabel = (label: Uint8Array, ...parts: readonly Uint8Array[]): Bytes =>
  concatBytes(label, ...parts);
