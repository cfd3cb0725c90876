import { timingSafeEqual } from "node:crypto";
import { type Bytes, base64url } from "@goldseam/core";
import type { TokenBuckets } from "./rate-limits.ts";
import { sha256 } from "./sessions.ts";

export type SlotGuessesOptions = {
  /** Wrong openings of one slot from one address. */
  readonly here: TokenBuckets;
  /** Wrong openings of one slot from everywhere together. */
  readonly everywhere: TokenBuckets;
};

/**
 * Limits guessing at a slot without letting anyone lock its owner out.
 *
 * A right opening costs nothing. Wrong ones are counted for each address at each slot; an address that guesses
 * waits, and no other does. Where many addresses guess at one slot, those that have been wrong there before wait for
 * all of them together, but one that has not been wrong there is always looked at: the owner, who comes from an
 * address of their own with the right secret, gets in. So each address has one guess at least, which is what the
 * slot's two secrets are made to bear: docs/decisions/0021-guessing-and-floods.md.
 */
export class SlotGuesses {
  readonly #here: TokenBuckets;
  readonly #everywhere: TokenBuckets;

  constructor({ here, everywhere }: SlotGuessesOptions) {
    this.#here = here;
    this.#everywhere = everywhere;
  }

  /**
   * Counts an opening as wrong before it is looked at, so that none goes uncounted while many are under way.
   *
   * Answers with the milliseconds to wait, and has counted nothing then; or with 0.
   */
  begin(address: string, locator: Bytes): number {
    const slot = base64url(locator);
    const pair = `${address} ${slot}`;
    const isFirst = !this.#here.hasTaken(pair);
    const waitHere = this.#here.take(pair);
    if (waitHere > 0) return waitHere;
    const waitEverywhere = this.#everywhere.take(slot);
    if (waitEverywhere === 0 || isFirst) return 0;
    this.#here.giveBack(pair);
    return waitEverywhere;
  }

  /** It was right after all. */
  wasRight(address: string, locator: Bytes): void {
    const slot = base64url(locator);
    this.#here.giveBack(`${address} ${slot}`);
    this.#everywhere.giveBack(slot);
  }
}

const zeros32 = new Uint8Array(32);

/**
 * Whether `login` opens `slot`.
 *
 * One path for a slot that is there and one that is not: the login is hashed and compared in both.
 */
export function loginOpens<Slot extends { readonly loginHash: Bytes }>(
  login: Bytes,
  slot: Slot | null,
  isSame: (one: Uint8Array, other: Uint8Array) => boolean = timingSafeEqual,
): slot is Slot {
  return isSame(sha256(login), slot?.loginHash ?? zeros32) && slot !== null;
}
