import { type Bytes, err, ok, type Result, u32 } from "@goldseam/core";
import { entropyToMnemonic, mnemonicToEntropy } from "@scure/bip39";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { hash } from "./hash.ts";
import { labels } from "./labels.ts";
import { kitCodeLength } from "./slot.ts";

/** Why fifteen words are not a kit. `positions` count from 0. */
export type NotAKit =
  | { readonly type: "WordCount"; readonly given: number }
  | { readonly type: "UnknownWords"; readonly positions: readonly number[] }
  | { readonly type: "WordsDoNotFit" };

export const kitWordCount = 15;

/** The kit code as fifteen words; English in every language, because the list is a format. */
export const kitWordsOf = (kitCode: Bytes): string[] => entropyToMnemonic(kitCode, wordlist).split(" ");

/** Reads fifteen words however they were typed: any case, spaces, line breaks, numbers and commas between. */
export function kitCodeOf(typed: string): Result<Bytes, NotAKit> {
  const words = typed
    .normalize("NFKC")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);
  if (words.length !== kitWordCount) return err({ type: "WordCount", given: words.length });
  const positions = words.flatMap((word, position) => (wordlist.includes(word) ? [] : [position]));
  if (positions.length > 0) return err({ type: "UnknownWords", positions });
  try {
    const code = mnemonicToEntropy(words.join(" "), wordlist) as Bytes;
    return code.length === kitCodeLength ? ok(code) : err({ type: "WordsDoNotFit" });
  } catch {
    return err({ type: "WordsDoNotFit" });
  }
}

/** Six words that stand for a person's identity key: compared aloud, they show that nobody sits between. */
export const verificationWordsOf = (identity: Bytes): string[] => wordsOf(hash(labels.words, identity), 6);

/** Eight words that stand for a room's whole record up to item `n`. */
export const headWordsOf = (room: Bytes, n: number, head: Bytes): string[] =>
  wordsOf(hash(labels.headWords, room, u32(n), head), 8);

/** Two words that both screens show while a new device is let in. */
export const meetingWordsOf = (bits: Bytes): string[] => wordsOf(bits, 2);

function wordsOf(bytes: Bytes, count: number): string[] {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, "0")).join("");
  return Array.from({ length: count }, (_, index) => {
    const word = wordlist[Number.parseInt(bits.slice(index * 11, index * 11 + 11), 2)];
    if (word === undefined) throw new Error("eleven bits name one of 2048 words");
    return word;
  });
}
