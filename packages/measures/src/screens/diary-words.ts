import { type DiaryId, diaryItems } from "../diary/diary.ts";
import * as diary from "../diary/words.gen/words.ts";

/** A diary item's words: the question, a short name, and the ends of a slider or the answers of a choice. */
export type DiaryWords = {
  readonly question: () => string;
  readonly short: () => string;
  readonly ends?: readonly [() => string, () => string];
  readonly choices?: readonly (() => string)[];
};

export const diaryWords: Readonly<Record<DiaryId, DiaryWords>> = {
  e1: { question: diary.e1, short: diary.e1Short, ends: [diary.e1Low, diary.e1High] },
  e2: { question: diary.e2, short: diary.e2Short, choices: [diary.e2No, diary.e2Little, diary.e2Yes] },
  e3: { question: diary.e3, short: diary.e3Short, ends: [diary.e3Low, diary.e3High] },
  e3m: { question: diary.e3m, short: diary.e3mShort, ends: [diary.e3mLow, diary.e3mHigh] },
  e4: { question: diary.e4, short: diary.e4Short },
  e5: { question: diary.e5, short: diary.e5Short, ends: [diary.e5Low, diary.e5High] },
  e6: { question: diary.e6, short: diary.e6Short, ends: [diary.e6Low, diary.e6High] },
  e7: { question: diary.e7, short: diary.e7Short },
};

/** The last of the numbers to choose from says that there may be more. */
const countLabels = (max: number): readonly string[] =>
  Array.from({ length: max + 1 }, (_, value) => (value === max ? diary.e4Most() : String(value)));

/** The words to choose from, where an item has them: in the order of their numbers. */
export function choicesOf(id: DiaryId): readonly string[] {
  const { answer } = diaryItems[id];
  return answer.kind === "count"
    ? countLabels(answer.max)
    : (diaryWords[id].choices ?? []).map((choice) => choice());
}

/** An answer as it was chosen. */
export const valueWords = (id: DiaryId, value: number | string): string =>
  (typeof value === "number" ? choicesOf(id)[value] : undefined) ?? String(value);
