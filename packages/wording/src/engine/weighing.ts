import { type Label, labels } from "../labels.ts";
import type { Form } from "./form.ts";
import type { Reading, Segment, Sentence, Word } from "./reading.ts";
import type { Hit, Known } from "./rule.ts";

/** How much a word, a pair of words or a sign speaks for a label, or against it where it is below zero. */
export type Weights = {
  readonly of: ReadonlyMap<string, readonly (readonly [Label, number])[]>;
  /** What a piece weighs before any of its words is looked at. */
  readonly bias: Readonly<Record<Label, number>>;
  /** From this on the words are enough without a form. */
  readonly sure: number;
};

/** What a language gives to the weighing of words. */
export type Weighing = {
  readonly weights: Weights;
  /** Words by meaning, which are signs too: a form that meets any of them. */
  readonly meanings: readonly (readonly [name: string, words: Form])[];
  /** A word without its ending. */
  readonly stem: (word: string) => string;
  /** Words of contrast after these take something back. */
  readonly ownership: RegExp;
  /** What the weights never say, whatever the words: of whom, in which place. */
  readonly withheld: (label: Label, piece: Piece, context: Known) => boolean;
};

/** A piece of a sentence between words of contrast and strong marks, with what there is to weigh in it. */
export type Piece = {
  readonly sentence: Sentence;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly signs: readonly string[];
};

/** What a form that matched adds to the words around it. Where they speak against it by more, it is not believed. */
const formWeighs = 4;

/** Steps of one in the file: halves are as good as more digits, and much smaller. */
export const stepsOfOne = 2;

/**
 * Reads weights as `bench/weigh.ts` writes them.
 *
 * - Shape: a line for each sign, a tab, and its labels: a letter for each label in the order of `labels`, small where the
 *   sign speaks for it and a capital where it speaks against it, then the steps, where they are more than one.
 *   The first line holds the bias of all labels and what is sure, in hundredths.
 */
export function weightsOf(lines: string): Weights {
  const [first, ...rest] = lines.split("\n");
  const numbers = first!.split(" ").map((hundredths) => Number(hundredths) / 100);
  return {
    bias: Object.fromEntries(labels.map((label, index) => [label, numbers[index]!])) as Record<Label, number>,
    sure: numbers[labels.length]!,
    of: new Map(
      rest.map((line) => {
        const [sign, codes] = line.split("\t");
        return [sign!, [...codes!.matchAll(/([A-Sa-s])(\d*)/g)].map(weightOf)] as const;
      }),
    ),
  };
}

const weightOf = ([, letter, steps]: RegExpExecArray): readonly [Label, number] => {
  const small = letter!.toLowerCase();
  const size = Number(steps === "" ? 1 : steps) / stepsOfOne;
  return [labels[small.charCodeAt(0) - 97]!, letter === small ? size : -size];
};

/** The pieces of a text, each with its signs. */
export function piecesOf(reading: Reading, context: Known, weighing: Weighing): Piece[] {
  return reading.sentences.flatMap((sentence, index) =>
    sentence.segments.flatMap((segment) => {
      const words = sentence.words.filter((word) => word.at >= segment.start && word.at < segment.end);
      if (!words.some(isWord)) return [];
      const before = (reading.sentences[index - 1]?.text ?? "") + sentence.text.slice(0, segment.start);
      const text = ` ${words.map((word) => word.norm).join(" ")} `;
      const signs = signsOf({ sentence, segment, words, text, before }, context, weighing);
      return [{ sentence, from: segment.start, to: segment.end, text, signs: [...signs] }];
    }),
  );
}

const isWord = (word: Word): boolean => /[\p{L}\p{N}]/u.test(word.norm);

/** Names and numbers are all alike: who and how many is nobody's habit of speech. */
const plain = (norm: string): string => (norm.startsWith("@") ? "@" : /^[£$€]?\d/.test(norm) ? "#" : norm);

/** With whom or what a meaning stands in the same piece. */
const companions = ["i", "you", "not", "it", "?"] as const;
const openingWords = 4;

function signsOf(
  part: {
    readonly sentence: Sentence;
    readonly segment: Segment;
    readonly words: readonly Word[];
    readonly text: string;
    readonly before: string;
  },
  context: Known,
  { meanings, stem, ownership }: Weighing,
): Set<string> {
  const all = part.words.map((word) => plain(word.norm));
  const spoken = all.filter((word) => /[\p{L}@#]/u.test(word));
  const signs = new Set(spoken.map(stem));
  const chain = ["^", ...all, "$"];
  chain.slice(1).forEach((word, index) => {
    signs.add(`${chain[index]} ${word}`);
  });
  signs.add(`^ ${spoken.slice(0, 2).join(" ")}`);
  const answers = context.replyTo !== "";
  const asks = part.sentence.text.endsWith(" ? ");
  for (const [name, words] of meanings) {
    if (!words.test(part.text)) continue;
    signs.add(`<${name}`);
    for (const companion of companions) if (all.includes(companion)) signs.add(`<${name} ${companion}`);
    if (answers) signs.add(`re <${name}`);
  }
  signs.add(`first ${spoken[0]}`);
  signs.add(`last ${spoken.at(-1)}`);
  signs.add(`=${context.speaker}`);
  if (part.segment.contrast) signs.add(ownership.test(part.before) ? "=takes back" : "=contrast");
  if (asks) signs.add("=asks");
  signs.add(`=long ${Math.min(5, Math.floor(spoken.length / 4))}`);
  if (all.includes("i") !== all.includes("you")) signs.add(all.includes("i") ? "=i alone" : "=you alone");
  if (answers) {
    signs.add("=answers");
    if (asks) signs.add("re ?");
    for (const word of spoken.slice(0, openingWords)) signs.add(`re ${word}`);
  }
  return signs;
}

/** What the signs of a piece weigh together, for each label. */
export function weigh({ of, bias }: Weights, signs: readonly string[]): Record<Label, number> {
  const sums = { ...bias };
  for (const sign of signs) for (const [label, weight] of of.get(sign) ?? []) sums[label] += weight;
  return sums;
}

export type Weighed = { readonly piece: Piece; readonly sums: Readonly<Record<Label, number>> };

/** Whether words speak so clearly against a label that no form of it would be believed: then its rule need not be asked. */
export const isRuledOut = (label: Label, weighed: readonly Weighed[], sure: number): boolean =>
  weighed.every(({ sums }) => sums[label] + formWeighs < sure);

/** Both kinds of evidence together: forms that the words around them bear out, and words that are enough alone. */
export function joinEvidence(
  hits: readonly Hit[],
  weighed: readonly Weighed[],
  context: Known,
  { weights, withheld }: Weighing,
): Hit[] {
  const believed = hits.filter(
    ({ label, sentence, from, to }) =>
      !isRuledOut(
        label,
        weighed.filter(({ piece }) => piece.sentence === sentence && piece.from < to && from < piece.to),
        weights.sure,
      ),
  );
  const alone = weighed.flatMap(({ piece, sums }) =>
    labels
      .filter(
        (label) =>
          sums[label] >= weights.sure &&
          !isMostlyQuoted(piece) &&
          !withheld(label, piece, context) &&
          !believed.some(
            (hit) =>
              hit.label === label &&
              hit.sentence === piece.sentence &&
              hit.from < piece.to &&
              piece.from < hit.to,
          ),
      )
      .map((label): Hit => ({ label, ...place(piece), form: `words: ${reasons(weights, piece, label)}` })),
  );
  return [...believed, ...alone];
}

const isMostlyQuoted = ({ sentence, from, to }: Piece): boolean => {
  const words = sentence.words.filter((word) => word.at >= from && word.at < to);
  return 2 * words.filter((word) => word.quoted).length >= words.length;
};

const place = ({ sentence, from, to }: Piece) => ({ sentence, from, to });

/** The three signs that speak most for a label, for whoever works on the weights. */
const reasons = ({ of }: Weights, { signs }: Piece, label: Label): string =>
  signs
    .map((sign) => ({ sign, weight: of.get(sign)?.find(([name]) => name === label)?.[1] ?? 0 }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .slice(0, 3)
    .map(({ sign }) => sign)
    .join(", ");
