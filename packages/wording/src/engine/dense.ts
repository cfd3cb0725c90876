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

const slowest = 250;

/** Bits of many kinds; the chance of each kind is learned from the bits of it that came before. */
export function bitsByKind(bits: Bits): (kind: string, given?: number) => number {
  const chances = new Map<string, { ones: number; seen: number }>();
  return (kind, given) => {
    const chance = chances.get(kind) ?? { ones: 1, seen: 2 };
    chances.set(kind, chance);
    const bit = bits(Math.floor((65536 * chance.ones) / chance.seen), given);
    chance.ones += bit * 2;
    chance.seen += 2;
    if (chance.seen > slowest * 2) {
      chance.ones = (chance.ones >> 1) + 1;
      chance.seen = (chance.seen >> 1) + 2;
    }
    return bit;
  };
}

/** A whole number from nothing on: how many bits it has, then the bits. */
export function wholeNumber(bit: ReturnType<typeof bitsByKind>, kind: string, given?: number): number {
  const more = (given ?? 0) + 1;
  const isGiven = given !== undefined;
  let size = 0;
  while (bit(`${kind} size ${size}`, isGiven ? Number(more >> (size + 1) > 0) : undefined)) size += 1;
  let value = 1;
  for (let at = size - 1; at >= 0; at -= 1)
    value = 2 * value + bit(`${kind} ${size} ${at} ${size - at < 3 ? value : ""}`, isGiven ? (more >> at) & 1 : undefined);
  return value - 1;
}
