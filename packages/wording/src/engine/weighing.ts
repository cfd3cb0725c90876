import { type Label, labels } from "../labels.ts";
import { type Bits, bitsOf, learnedBit, newChance, wholeNumbers } from "./dense.ts";
import type { Form } from "./form.ts";
import type { Reading, Segment, Sentence, Word } from "./reading.ts";
import type { Hit, Known } from "./rule.ts";

/** How much a word, a pair of words or a sign speaks for a label, or against it where it is below zero. */
export type Weights = {
  /** By the number of a sign (`numberOf`). */
  readonly of: ReadonlyMap<number, readonly (readonly [Label, number])[]>;
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
  /** Labels that the same words cannot carry together, the kind one first: it yields to any that weighs more. */
  readonly rivals: readonly (readonly [Label, readonly Label[]])[];
  /** What the weights never say, whatever the words: of whom, in which place. */
  readonly withheld: (label: Label, piece: Piece, context: Known) => boolean;
};

/** A piece of a sentence between words of contrast and strong marks, with what there is to weigh in it. */
export type Piece = {
  readonly sentence: Sentence;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly isClause: boolean;
  readonly signs: readonly string[];
};

/** What a form that matched adds to the words around it. Where they speak against it by more, it is not believed. */
const formWeighs = 2.5;

/** Steps of one in the file: thirds are as good as more digits, and much smaller. */
export const stepsOfOne = 3;
const hundredths = 100;
const lowest = -2000;
const numbers = 1 << 16;

/** Signs are known by number alone (FNV-1a): one in seventeen words that nothing was learned of shares that of a sign. */
export function numberOf(sign: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < sign.length; at += 1) value = Math.imul(value ^ sign.charCodeAt(at), 0x01000193);
  return (value ^ (value >>> 17)) & (numbers - 1);
}

/** Reads weights as `bench/weigh.ts` writes them. */
export const weightsOf = (packed: string): Weights => weightsThrough(bitsOf(packed));

/**
 * Weights bit by bit: read, or written where they are given.
 *
 * - Shape: the bias of all labels and what is sure, in hundredths; how many signs; for each sign, by number, how far it is from
 *   the one before, then for each label whether it has a weight, whether that speaks for it, and its steps.
 */
export function weightsThrough(bits: Bits, given?: Weights): Weights {
  const whole = wholeNumbers(bits);
  const number = (value?: number): number =>
    (whole(value === undefined ? undefined : Math.round(value * hundredths) - lowest) + lowest) / hundredths;
  const bias = Object.fromEntries(labels.map((label) => [label, number(given?.bias[label])]));
  const sure = number(given?.sure);
  const known = given && [...given.of].sort(([one], [other]) => one - other);
  const count = whole(known?.length);
  const gap = wholeNumbers(bits);
  const has = labels.map(() => Array.from({ length: 8 }, newChance));
  const speaksFor = labels.map(() => Array.from({ length: 3 }, newChance));
  const steps = Array.from({ length: 16 }, () => wholeNumbers(bits));
  const of = new Map<number, (readonly [Label, number])[]>();
  let at = -1;
  for (let index = 0; index < count; index += 1) {
    const [is, weights] = known?.[index] ?? [];
    at += 1 + gap(is === undefined ? undefined : is - at - 1);
    const found: (readonly [Label, number])[] = [];
    let soFar = 0;
    let isSpokenFor = 0;
    labels.forEach((label, which) => {
      const weight = weights?.find(([name]) => name === label)?.[1] ?? 0;
      if (!learnedBit(bits, has[which]![soFar]!, known && Number(weight !== 0))) return;
      const isFor = learnedBit(bits, speaksFor[which]![isSpokenFor]!, known && Number(weight > 0));
      const more = steps[soFar + 8 * isFor]!(known && Math.round(Math.abs(weight) * stepsOfOne) - 1);
      found.push([label, ((isFor ? 1 : -1) * (more + 1)) / stepsOfOne]);
      soFar = Math.min(3, found.length) + (found.some(([, size]) => Math.abs(size) > 2) ? 4 : 0);
      isSpokenFor = found.some(([, size]) => size > 0) ? 1 : 2;
    });
    of.set(at, found);
  }
  return { of, bias: bias as Record<Label, number>, sure };
}

/** The pieces of a text, each with its signs; a long one also in its clauses, since one of them alone can say something. */
export function piecesOf(reading: Reading, context: Known, weighing: Weighing): Piece[] {
  return reading.sentences.flatMap((sentence, index) => {
    /** A clause has no meaning that the piece around it has not. */
    const pieceOf = (
      segment: Segment,
      words: readonly Word[],
      from: number,
      to: number,
      around = weighing.meanings,
    ): Piece & { readonly met: Weighing["meanings"] } => {
      const before = (reading.sentences[index - 1]?.text ?? "") + sentence.text.slice(0, from);
      const text = ` ${words.map((word) => word.norm).join(" ")} `;
      const met = around.filter(([, form]) => form.test(text));
      const signs = signsOf({ sentence, segment, words, met, before }, context, weighing);
      const isClause = from !== segment.start || to !== segment.end;
      return { sentence, from, to, text, isClause, met, signs: [...signs, ...(isClause ? ["=part"] : [])] };
    };
    return sentence.segments.flatMap((segment) => {
      const words = sentence.words.filter((word) => word.at >= segment.start && word.at < segment.end);
      if (!words.some(isWord)) return [];
      const clauses = clausesOf(words);
      const whole = pieceOf(segment, words, segment.start, segment.end);
      return [
        whole,
        ...(clauses.length < 2 ? [] : clauses).map((some) => {
          const from = some[0]!.at;
          const contrast = segment.contrast && from === words[0]!.at;
          return pieceOf(
            { ...segment, contrast },
            some,
            from,
            some.at(-1)!.at + some.at(-1)!.norm.length + 1,
            whole.met,
          );
        }),
      ];
    });
  });
}

const wordsOfLong = 12;
const wordsOfClause = 3;
const spokenIn = (words: readonly Word[]): number => words.filter(isWord).length;

/** Cuts at commas that have a few words on either side. */
function clausesOf(words: readonly Word[]): Word[][] {
  if (spokenIn(words) < wordsOfLong) return [];
  const clauses: Word[][] = [[]];
  words.forEach((word, index) => {
    const next = words.findIndex((other, at) => at > index && other.norm === ",");
    const after = words.slice(index + 1, next < 0 ? words.length : next);
    if (word.norm === "," && spokenIn(clauses.at(-1)!) >= wordsOfClause && spokenIn(after) >= wordsOfClause)
      clauses.push([]);
    clauses.at(-1)!.push(word);
  });
  return clauses;
}

const isWord = (word: Word): boolean => /[\p{L}\p{N}]/u.test(word.norm);

/** Names and numbers are all alike: who and how many is nobody's habit of speech. */
const plain = (norm: string): string => (norm.startsWith("@") ? "@" : /^[£$€]?\d/.test(norm) ? "#" : norm);

/** With whom or what a meaning stands in the same piece. */
const companions = ["i", "you", "not", "it", "?"] as const;
const openingWords = 4;
/** How a word begins is a sign too: its family, and spellings that nobody foresaw. */
const letters = 4;

function signsOf(
  part: {
    readonly sentence: Sentence;
    readonly segment: Segment;
    readonly words: readonly Word[];
    readonly met: Weighing["meanings"];
    readonly before: string;
  },
  context: Known,
  { stem, ownership }: Weighing,
): Set<string> {
  const all = part.words.map((word) => plain(word.norm));
  const spoken = all.filter((word) => /[\p{L}@#]/u.test(word));
  const signs = new Set(spoken.map(stem));
  const chain = ["^", ...all, "$"];
  chain.slice(1).forEach((word, index) => {
    signs.add(`${chain[index]} ${word}`);
  });
  signs.add(`^ ${spoken.slice(0, 2).join(" ")}`);
  for (const word of spoken) if (word.length > letters) signs.add(`${word.slice(0, letters)}-`);
  for (let at = 2; at < spoken.length; at += 1) signs.add(`${spoken[at - 2]} _ ${spoken[at]}`);
  const answers = context.replyTo !== "";
  const asks = part.sentence.text.endsWith(" ? ");
  for (const [name] of part.met) {
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
  for (const sign of signs) for (const [label, weight] of of.get(numberOf(sign)) ?? []) sums[label] += weight;
  return sums;
}

/** What one of its rivals outweighs in a piece is not said there, whatever form it has. */
export const withoutOutweighed = (
  sums: Readonly<Record<Label, number>>,
  rivals: Weighing["rivals"],
): Record<Label, number> => {
  const outweighed = rivals.filter(([label, others]) => others.some((other) => sums[other] > sums[label]));
  return { ...sums, ...Object.fromEntries(outweighed.map(([label]) => [label, Number.NEGATIVE_INFINITY])) };
};

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
        weighed.filter(({ piece }) => meet(piece, { sentence, from, to })),
        weights.sure,
      ),
  );
  const alone: Hit[] = [];
  for (const label of labels) {
    const sure = weighed.filter(
      ({ piece, sums }) =>
        sums[label] >= weights.sure && !isMostlyQuoted(piece) && !withheld(label, piece, context),
    );
    for (const { piece } of sure.sort((one, other) => other.sums[label] - one.sums[label]))
      if (![...believed, ...alone].some((hit) => hit.label === label && meet(hit, piece)))
        alone.push({ label, ...place(piece), form: `words: ${reasons(weights, piece, label)}` });
  }
  return [...believed, ...alone];
}

type Place = Pick<Piece, "sentence" | "from" | "to">;
const meet = (one: Place, other: Place): boolean =>
  one.sentence === other.sentence && one.from < other.to && other.from < one.to;

const isMostlyQuoted = ({ sentence, from, to }: Piece): boolean => {
  const words = sentence.words.filter((word) => word.at >= from && word.at < to);
  return 2 * words.filter((word) => word.quoted).length >= words.length;
};

const place = ({ sentence, from, to }: Piece): Place => ({ sentence, from, to });

/** The three signs that speak most for a label, for whoever works on the weights. */
const reasons = ({ of }: Weights, { signs }: Piece, label: Label): string =>
  signs
    .map((sign) => ({ sign, weight: of.get(numberOf(sign))?.find(([name]) => name === label)?.[1] ?? 0 }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .slice(0, 3)
    .map(({ sign }) => sign)
    .join(", ");
