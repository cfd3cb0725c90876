/**
 * Reads what was written small: a bit that was foreseen costs next to nothing (arithmetic coding). Whole numbers only, so that
 * every browser reads the same.
 */

/** One bit, with the chance of 65,536 that it is a one: read from what was packed, or written into it where it is given. */
export type Bits = (chanceOfOne: number, given?: number) => number;

/** Reads bits from base64. The same chances must be given as when they were written. */
export function bitsOf(packed: string): Bits {
  const bytes = atob(packed);
  let place = 0;
  const next = (): number => (place < bytes.length ? bytes.charCodeAt(place++) : 0);
  let low = 0;
  let high = 0xffffffff;
  let code = 0;
  for (let index = 0; index < 4; index += 1) code = code * 256 + next();
  return (chanceOfOne) => {
    const middle = low + Math.floor(((high - low) * chanceOfOne) / 65536);
    const bit = code <= middle ? 1 : 0;
    if (bit) high = middle;
    else low = middle + 1;
    while (((low ^ high) & 0xff000000) === 0) {
      low = (low << 8) >>> 0;
      high = ((high << 8) | 255) >>> 0;
      code = ((code << 8) | next()) >>> 0;
    }
    return bit;
  };
}

/** The chance of a one among bits of one kind, learned from those that came before. */
type Chance = { ones: number; seen: number };
export const newChance = (): Chance => ({ ones: 1, seen: 2 });

const longest = 500;

export function learnedBit(bits: Bits, chance: Chance, given?: number): number {
  const bit = bits(Math.floor((65536 * chance.ones) / chance.seen), given);
  chance.ones += bit * 2;
  chance.seen += 2;
  if (chance.seen > longest) {
    chance.ones = (chance.ones >> 1) + 1;
    chance.seen = (chance.seen >> 1) + 2;
  }
  return bit;
}

/** Whole numbers of one kind, from nothing on: how many bits each has, then the bits. */
export function wholeNumbers(bits: Bits): (given?: number) => number {
  const chances = new Map<number, Chance>();
  const bit = (kind: number, given?: number): number => {
    const chance = chances.get(kind) ?? newChance();
    chances.set(kind, chance);
    return learnedBit(bits, chance, given);
  };
  return (given) => {
    const plus = given === undefined ? undefined : given + 1;
    let size = 0;
    while (bit(size, plus && Number(plus >> (size + 1) > 0))) size += 1;
    let value = 1;
    for (let at = size - 1; at >= 0; at -= 1)
      value = 2 * value + bit(1000 * size + 10 * at + (size - at < 3 ? value : 0), plus && (plus >> at) & 1);
    return value - 1;
  };
}
