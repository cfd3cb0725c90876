/** Words by meaning: a name, and the words that have it, each an alternative of a regular expression. */
export type Lexicon = Readonly<Record<string, readonly string[]>>;

export type Form = RegExp;

/**
 * Makes forms: patterns over normalised text, where every word stands between single spaces.
 *
 * - `<name>`: any word or phrase of that meaning. `~`: up to three words between, no mark. `~~`: up to seven, marks too.
 * - `_`: adverbs, where there are any: `[<adv>]`. `[a b]`: optional. `(a|b)`: one of them. `a|b` at the top: either form.
 * - A form matches whole words, and begins with the space before its first one.
 * - Errors: throws for a name that the lexicon does not have.
 */
export function formsOf(lexicon: Lexicon): (...patterns: string[]) => Form {
  const known = new Map(Object.entries(lexicon).map(([name, words]) => [name, alternatives(words)]));
  return (...patterns) => {
    const source = patterns.map((pattern) => `(?:${expand(pattern.replaceAll(/\s+/g, " ").trim(), known)})`);
    return new RegExp(` (?:${source.join("|")})(?= )`);
  };
}

/** Longest first, since the first that fits is taken. */
const alternatives = (words: readonly string[]): string =>
  `(?:${[...new Set(words)].sort((one, other) => other.length - one.length).join("|")})`;

function expand(pattern: string, known: ReadonlyMap<string, string>): string {
  const word = '(?: [^\\s,;:.!?"]+)';
  const leading = /(?<=^|[(|]|\)\?)\[([^\][]+)\] /g;
  let plain = pattern
    .replaceAll(/(?<![\w\\])_(?!\w)/g, "[<adv>]")
    .replaceAll(/\s*\|\s*/g, "|")
    .replaceAll(/(?<![=!^]) +\)/g, ")");
  for (let before = ""; before !== plain; ) {
    before = plain;
    plain = plain.replaceAll(leading, "(?:(?:$1) )?");
  }
  return plain
    .replaceAll(/ \[([^\][]+)\]/g, "(?: (?:$1))?")
    .replaceAll(/\((?!\?)/g, "(?:")
    .replaceAll(/ ?~~/g, "(?: \\S+){0,7}?")
    .replaceAll(/ ?~/g, `${word}{0,3}?`)
    .replaceAll(/<([\w.]+)>/g, (_, name: string) => {
      const found = known.get(name);
      if (found === undefined) throw new Error(`No words are known by the name <${name}>`);
      return found;
    });
}

/** Every match of a form in a piece of text, as offsets without the space before. */
export function* matches(
  form: Form,
  text: string,
  from = 0,
  to = text.length,
): Generator<{ start: number; end: number }> {
  let at = from;
  while (at < to) {
    const piece = at === 0 && to === text.length ? text : text.slice(at, to);
    const match = form.exec(piece);
    if (!match) return;
    yield { start: at + match.index + 1, end: at + match.index + match[0].length };
    at += match.index + Math.max(1, match[0].length);
  }
}
