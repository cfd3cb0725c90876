import type { Bits } from "../src/engine/dense.ts";
import { type Weights, weightsThrough } from "../src/engine/weighing.ts";

/** Writes bits that `bitsOf` reads: each with the chance that it is a one. */
function bitWriter(): { readonly write: Bits; readonly packed: () => string } {
  const bytes: number[] = [];
  let low = 0;
  let high = 0xffffffff;
  return {
    write: (chanceOfOne, given) => {
      const middle = low + Math.floor(((high - low) * chanceOfOne) / 65536);
      if (given) high = middle;
      else low = middle + 1;
      while (((low ^ high) & 0xff000000) === 0) {
        bytes.push(high >>> 24);
        low = (low << 8) >>> 0;
        high = ((high << 8) | 255) >>> 0;
      }
      return given!;
    },
    packed: () => {
      const last = [24, 16, 8, 0].map((shift) => (high >>> shift) & 255);
      return Buffer.from([...bytes, ...last]).toString("base64");
    },
  };
}

/** Weights as `weightsOf` reads them. */
export function packed(weights: Weights): string {
  const { write, packed: all } = bitWriter();
  weightsThrough(write, weights);
  return all();
}
