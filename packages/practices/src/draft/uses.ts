import { type DraftUse, draftUses } from "./draft.ts";
import * as words from "./words.gen/words.ts";

const named: Readonly<Record<DraftUse, readonly [label: () => string, note: () => string]>> = {
  "first-words": [words.firstWords, words.firstWordsNote],
  apology: [words.apology, words.apologyNote],
  "flare-reply": [words.flareReply, words.flareReplyNote],
  "soft-start": [words.softStart, words.softStartNote],
  question: [words.question, words.questionNote],
  "impact-letter": [words.impactLetter, words.impactLetterNote],
  appreciation: [words.appreciation, words.appreciationNote],
};

export const useLabel = (use: DraftUse): string => named[use][0]();

/** What can be begun, in this order. */
export const useRows = (): readonly {
  readonly use: DraftUse;
  readonly label: string;
  readonly note: string;
}[] => draftUses.map((use) => ({ use, label: named[use][0](), note: named[use][1]() }));
