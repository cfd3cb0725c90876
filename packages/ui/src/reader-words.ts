import * as words from "./words.gen/words.ts";

/** Who can read a thing, by name; null or absent cannot. */
export type Reads = {
  /** The one who looks at the screen. */
  readonly me?: boolean;
  /** The others, in the order of their marks. */
  readonly others: readonly [string | null, string | null];
};
export type Tense = "now" | "future";

/** The sentence beside the three marks. */
export function readerWords({ me = true, others }: Reads, tense: Tense): string {
  const [first, second] = others.filter((name) => name !== null);
  if (tense === "future") {
    if (first && second) return words.twoLater({ first, second });
    if (first) return words.oneLater({ name: first });
    return me ? words.onlyYouLater() : words.nobodyLater();
  }
  if (first && second) return me ? words.youAndTwo({ first, second }) : words.two({ first, second });
  if (first) return me ? words.youAndOne({ name: first }) : words.one({ name: first });
  return me ? words.onlyYou() : words.nobody();
}

/** The same in fewer words, for a row. */
export function readerWordsShort({ me = true, others }: Reads): string {
  const [first, second] = others.filter((name) => name !== null);
  if (first && second)
    return me ? words.youAndTwoShort({ first, second }) : words.twoShort({ first, second });
  if (first) return me ? words.youAndOneShort({ name: first }) : words.oneShort({ name: first });
  return me ? words.onlyYouShort() : words.nobodyShort();
}
