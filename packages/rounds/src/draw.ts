import { concatBytes, u64, utf8 } from "@goldseam/core";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";

/**
 * A number from 0 up to and without 1, the same on every device that holds `pacingSeed`; neither partner chose it.
 *
 * - Source: docs/formats/rounds.md, "A round".
 */
export function draw(pacingSeed: Uint8Array, label: string, index: number): number {
  const bytes = hmac(sha256, pacingSeed, concatBytes(utf8(label), new Uint8Array(1), u64(index)));
  return Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0) >> 11n) / 2 ** 53;
}
