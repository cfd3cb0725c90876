import type { Clock } from "@goldseam/core";

/** How much may be taken at once, and how fast it comes back. */
export type BucketSize = { readonly atOnce: number; readonly perSecond: number };

/**
 * One token bucket for each key, in memory.
 *
 * A bucket that has filled up again is forgotten. When too many keys are in use, the one met longest ago is
 * forgotten first: an attacker with many addresses gains no more than those addresses give.
 */
export class TokenBuckets {
  readonly #size: BucketSize;
  readonly #clock: Clock;
  readonly #keysMax: number;
  readonly #byKey = new Map<string, { tokens: number; at: number }>();

  constructor(size: BucketSize, { clock, keysMax }: { clock: Clock; keysMax: number }) {
    this.#size = size;
    this.#clock = clock;
    this.#keysMax = keysMax;
  }

  /**
   * Takes `cost` and answers 0, or takes nothing and answers the milliseconds to wait.
   *
   * A cost above the bucket's size waits for a full bucket, which it then empties.
   */
  take(key: string, cost = 1): number {
    const { atOnce, perSecond } = this.#size;
    const now = this.#clock();
    const known = this.#byKey.get(key);
    const bucket = known ?? { tokens: atOnce, at: now };
    // A clock that was set back: what came back in the meantime is not known, and must not wait for the old time.
    if (now < bucket.at) bucket.at = now;
    const passedMs = now - bucket.at;
    const tokens = Math.min(atOnce, bucket.tokens + (passedMs * perSecond) / 1_000);
    const missing = Math.min(cost, atOnce) - tokens;
    if (missing > 0) return Math.ceil((missing * 1_000) / perSecond);
    bucket.tokens = tokens - Math.min(cost, atOnce);
    bucket.at = now;
    if (known === undefined) this.#remember(key, bucket);
    return 0;
  }

  /** Whether something is missing from the bucket of `key` now. */
  hasTaken(key: string): boolean {
    const bucket = this.#byKey.get(key);
    return bucket !== undefined && !this.#isFull(bucket, this.#clock());
  }

  /** Undoes a `take` of 1. */
  giveBack(key: string): void {
    const bucket = this.#byKey.get(key);
    if (bucket !== undefined) bucket.tokens = Math.min(this.#size.atOnce, bucket.tokens + 1);
  }

  #isFull({ tokens, at }: { tokens: number; at: number }, now: number): boolean {
    return tokens + ((now - at) * this.#size.perSecond) / 1_000 >= this.#size.atOnce;
  }

  #remember(key: string, bucket: { tokens: number; at: number }): void {
    this.#byKey.set(key, bucket);
    if (this.#byKey.size > this.#keysMax) this.#byKey.delete(this.#byKey.keys().next().value!);
  }

  /** Forgets every bucket that is full again. */
  sweep(): void {
    const now = this.#clock();
    for (const [key, bucket] of this.#byKey) if (this.#isFull(bucket, now)) this.#byKey.delete(key);
  }
}

/** Who an address counts as: one IPv6 subscriber has 2^64 addresses, so their first 64 bits are one key. */
export function addressKey(address: string): string {
  if (!address.includes(":")) return address;
  if (address.startsWith("::ffff:") && address.includes(".")) return address.slice(7);
  const [front = "", back] = address.split("::");
  const groups = front.split(":");
  if (back !== undefined)
    while (groups.length < 8 - (back === "" ? 0 : back.split(":").length)) groups.push("0");
  return groups.slice(0, 4).join(":");
}
