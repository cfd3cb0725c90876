import { type Token, tokenise } from "./tokens.ts";

/** A word as rules read it: one token can be several ("dunno" is "do not know"). */
export type Word = {
  readonly norm: string;
  /** Place in the text that was given. */
  readonly start: number;
  readonly end: number;
  /** Place in the sentence's `text`. */
  readonly at: number;
  readonly quoted: boolean;
};

export type Span = { readonly start: number; readonly end: number };

/** A sentence, normalised: every word and mark once, in small letters, with one space before and after. */
export type Sentence = Span & {
  readonly text: string;
  readonly words: readonly Word[];
  readonly index: number;
  /** Pieces of `text` between words of contrast and strong marks; offsets in `text`. */
  readonly segments: readonly Segment[];
};

/** A piece of a sentence; `contrast` says that it opens with a word of contrast, which ends at `after`. */
export type Segment = Span & { readonly contrast: boolean; readonly after: number };

export type Reading = {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  /** The whole text as one normalised line, for guards that look at the item. */
  readonly all: string;
};

/** What a language gives to the reading of a text. */
export type Orthography = {
  /** Words for one token; the tokens around it settle what is ambiguous. */
  readonly wordsOf: (
    token: Token,
    index: number,
    tokens: readonly Token[],
    starts: boolean,
  ) => readonly string[];
  /** A mark that looks like the end of a sentence and is none ("Dr."). */
  readonly abbreviation: (token: Token) => boolean;
  /** Opens a segment when it stands at the head of a clause. Matched against normalised text, sticky. */
  readonly contrast: RegExp;
};

/** Words without an end of a sentence, after which one is taken to be there: what is looked for stays near. */
const longestSentence = 300;
const ends = /^(?:[.!?]+|…|\.{2,})$/u;

/** Reads a text once; rules then work on this alone. */
export function read(text: string, orthography: Orthography): Reading {
  const tokens = tokenise(text);
  const quoted = quotedTokens(tokens);
  const groups: number[][] = [];
  let group: number[] = [];
  tokens.forEach((token, index) => {
    const next = tokens[index + 1];
    if (token.kind !== "break") group.push(index);
    const isEnd =
      token.kind === "break" ||
      group.length >= longestSentence ||
      (ends.test(token.raw) &&
        !(token.raw === "." && index > 0 && orthography.abbreviation(tokens[index - 1]!)) &&
        !(next !== undefined && /^[)"”’'»]$/.test(next.raw)) &&
        !quoted.has(index)) ||
      (/^[)"”’'»]$/.test(token.raw) && index > 0 && ends.test(tokens[index - 1]!.raw) && startsAnew(next));
    if (isEnd && group.length > 0) {
      groups.push(group);
      group = [];
    }
  });
  if (group.length > 0) groups.push(group);
  const sentences = groups.map((indices, index) => sentenceOf(indices, index, tokens, quoted, orthography));
  return { text, sentences, all: sentences.map((sentence) => sentence.text).join("") };
}

const startsAnew = (token: Token | undefined): boolean =>
  token === undefined || token.kind === "break" || /^\p{Lu}/u.test(token.raw);

function sentenceOf(
  indices: readonly number[],
  index: number,
  tokens: readonly Token[],
  quoted: ReadonlySet<number>,
  orthography: Orthography,
): Sentence {
  const words: Word[] = [];
  let text = " ";
  let starts = true;
  for (const at of indices) {
    const token = tokens[at]!;
    const norms =
      token.kind === "word" ? orthography.wordsOf(token, at, tokens, starts) : [markOf(token.raw)];
    for (const norm of norms) {
      words.push({ norm, start: token.start, end: token.end, at: text.length, quoted: quoted.has(at) });
      text += `${norm} `;
    }
    if (token.kind === "word") starts = false;
  }
  return {
    start: tokens[indices[0]!]!.start,
    end: tokens[indices.at(-1)!]!.end,
    text,
    words,
    index,
    segments: segmentsOf(text, orthography.contrast),
  };
}

const markOf = (raw: string): string => {
  if (/^[“”"„«»]$/.test(raw)) return '"';
  if (/^[’‘']$/.test(raw)) return "'";
  if (/^[–—]$/.test(raw)) return "-";
  if (/^[!?]+$/.test(raw)) return raw.includes("?") ? "?" : "!";
  return /^(?:…|\.{2,})$/.test(raw) ? "…" : raw;
};

/** Contrast counts at the head of a sentence, after a mark, or between two clauses; "nothing but X" is none. */
function segmentsOf(text: string, contrast: RegExp): Segment[] {
  const cuts: { start: number; after: number; contrast: boolean }[] = [
    { start: 0, after: 0, contrast: false },
  ];
  for (let at = 0; at < text.length - 1; at = text.indexOf(" ", at + 1)) {
    if (at < 0) break;
    contrast.lastIndex = at;
    const match = contrast.exec(text);
    if (match) {
      cuts.push({ start: at, after: at + match[0].length, contrast: true });
      at += match[0].length - 1;
    } else if (/^ [;:-] /.test(text.slice(at, at + 3)))
      cuts.push({ start: at, after: at + 2, contrast: false });
  }
  return cuts.map(({ start, after, contrast: is }, index) => ({
    start,
    after,
    contrast: is,
    end: cuts[index + 1]?.start ?? text.length,
  }));
}

const closing: ReadonlyMap<string, RegExp> = new Map([
  ['"', /^["”]$/],
  ["“", /^[”"]$/],
  ["„", /^[“”]$/],
  ["‘", /^[’']$/],
  ["'", /^['’]$/],
  ["«", /^»$/],
]);

/** Tokens between quotation marks: another's words, or one's own of another time. */
function quotedTokens(tokens: readonly Token[]): Set<number> {
  const quoted = new Set<number>();
  let open: { index: number; close: RegExp } | null = null;
  tokens.forEach((token, index) => {
    if (token.kind === "break") {
      open = null;
      return;
    }
    if (open?.close.test(token.raw)) {
      for (let at = open.index; at <= index; at += 1) quoted.add(at);
      open = null;
      return;
    }
    if (open) return;
    const close = closing.get(token.raw);
    if (close && tokens.slice(index + 1, index + 60).some((later) => close.test(later.raw)))
      open = { index, close };
  });
  return quoted;
}

/** The place in the given text of a piece of a sentence's normalised text. */
export function placeOf(sentence: Sentence, from: number, to: number): Span {
  const inside = sentence.words.filter((word) => word.at < to && word.at + word.norm.length > from);
  while (inside.length > 1 && !/[\p{L}\p{N}£$€]/u.test(inside[0]!.norm)) inside.shift();
  while (inside.length > 1 && /^[,;:(-]$/.test(inside.at(-1)!.norm)) inside.pop();
  return { start: inside[0]?.start ?? sentence.start, end: inside.at(-1)?.end ?? sentence.end };
}

/** Whether all words there stand in quotation marks. */
export const isQuoted = (sentence: Sentence, from: number, to: number): boolean =>
  sentence.words
    .filter((word) => word.at < to && word.at + word.norm.length > from)
    .every((word) => word.quoted);
