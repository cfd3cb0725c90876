/** A run of characters with its place: UTF-16 code units, so that `text.slice(start, end)` is `raw`. */
export type Token = {
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  readonly kind: "word" | "mark" | "break";
};

/** Apostrophes and hyphens inside a word belong to it; amounts and times are one word; an emoji is a mark. */
const shape =
  /(\n\s*)|((?:[£$€]\s?\d[\d.,]*\d|[£$€]\s?\d)\w*|\d+(?:[.,:]\d+)*(?:[a-z%€£]+)?|@?[\p{L}\p{N}][\p{L}\p{M}\p{N}_*]*(?:['’‘ʼ-][\p{L}\p{M}\p{N}*]+)*['’]?)|(\.{2,}|…|[!?]+|\p{Extended_Pictographic}(?:\p{M}|\u{200d}|\u{fe0f}|[\u{1f3fb}-\u{1f3ff}]|\p{Extended_Pictographic})*|[^\s])/gu;

/** Splits a text into words, marks and line breaks. Together with the spaces between them they are the text. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(shape)) {
    let raw = match[0];
    const kind = match[1] !== undefined ? "break" : match[2] !== undefined ? "word" : "mark";
    const start = match.index;
    // A closing quotation mark is no apostrophe: dogs' keeps its own after an s, or in goin'.
    const closes = kind === "word" && /['’]$/.test(raw) && !/(?:s|in)['’]$/i.test(raw);
    if (closes) raw = raw.slice(0, -1);
    tokens.push({ raw, start, end: start + raw.length, kind });
    if (closes)
      tokens.push({
        raw: match[0].slice(-1),
        start: start + raw.length,
        end: start + raw.length + 1,
        kind: "mark",
      });
  }
  return tokens;
}
