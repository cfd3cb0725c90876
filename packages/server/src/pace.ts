import type { Clock } from "@goldseam/core";
import type { ServerConfig } from "./config.ts";
import { type BucketSize, TokenBuckets } from "./rate-limits.ts";

/** How much of each thing may be asked for, by whom: the buckets of `ServerConfig.pace`. */
export type Pace = { readonly [Name in Exclude<keyof ServerConfig["pace"], "keysMax">]: TokenBuckets };

export function paceOf({ keysMax, ...sizes }: ServerConfig["pace"], clock: Clock): Pace {
  const bucketsOf = ([name, size]: [string, BucketSize]) =>
    [name, new TokenBuckets(size, { clock, keysMax })] as const;
  return Object.fromEntries(Object.entries(sizes).map(bucketsOf)) as Pace;
}
