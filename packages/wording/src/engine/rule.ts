import type { Context, Label, Speaker } from "../labels.ts";
import { type Form, matches } from "./form.ts";
import { isQuoted, type Reading, type Segment, type Sentence } from "./reading.ts";

/** A label on a piece of a sentence's normalised text. */
export type Hit = {
  readonly label: Label;
  readonly sentence: Sentence;
  readonly from: number;
  readonly to: number;
  /** Which form of the rule was recognised. */
  readonly form: string;
};

/** Grade as in the programme: META, RCT, COH, LAB, QUAL, CONS, OPIN; direct, near or far from couples after a betrayal. */
export type Source = {
  readonly key: string;
  readonly title: string;
  readonly grade: "META" | "RCT" | "COH" | "LAB" | "QUAL" | "CONS" | "OPIN";
  readonly distance: "direct" | "near" | "far";
  /** Calendar date on which a person last looked at it; null where no source was checked. */
  readonly checked: string | null;
};

export type Known = Required<Omit<Context, "replyTo">> & { readonly replyTo: string };

export type Rule = {
  readonly name: string;
  readonly label: Label;
  readonly sources: readonly Source[];
  /** Gets what earlier rules found; gives what it finds itself. */
  readonly find: (reading: Reading, context: Known, found: readonly Hit[]) => readonly Hit[];
};

/** For whoever works on a rule; nothing that ships reads it, so a bundler leaves it out. The tests ask every rule for its own. */
export type Examples = {
  /** Why it matters to who reads the message. */
  readonly reason: string;
  /** Sentences that the rule must flag, and such that it must not. */
  readonly flags: readonly (string | Example)[];
  readonly passes: readonly (string | Example)[];
};
export type Example = Context & { readonly text: string };

type Finder = {
  readonly label: Label;
  /** Who can be the writer. */
  readonly speakers?: readonly Speaker[];
  readonly forms: Readonly<Record<string, Form>>;
  /** What the label is put on: the segment between contrasts, the whole sentence, or the match alone. */
  readonly on?: "segment" | "sentence" | "match" | "rest";
  /** Guards: on the segment, on the sentence, on the sentence up to the match, on the whole item. */
  readonly unless?: Form;
  readonly unlessSentence?: Form;
  readonly unlessBefore?: Form;
  readonly unlessItem?: Form;
  /** Also in quotation marks. */
  readonly quoted?: boolean;
};

/** A rule's `find` made of forms and guards. */
export function finder(options: Finder): Rule["find"] {
  const {
    label,
    speakers,
    forms,
    on = "segment",
    unless,
    unlessSentence,
    unlessBefore,
    unlessItem,
  } = options;
  return (reading, context) => {
    if (speakers && !speakers.includes(context.speaker)) return [];
    if (unlessItem?.test(reading.all)) return [];
    const hits: Hit[] = [];
    for (const sentence of reading.sentences) {
      if (unlessSentence?.test(sentence.text)) continue;
      for (const segment of sentence.segments) {
        const piece = sentence.text.slice(segment.start, segment.end + 1);
        if (unless?.test(piece)) continue;
        for (const [form, pattern] of Object.entries(forms)) {
          const match = matches(
            pattern,
            sentence.text,
            segment.contrast ? segment.after : segment.start,
            Math.min(segment.end + 1, sentence.text.length),
          ).next().value;
          if (!match) continue;
          if (!options.quoted && isQuoted(sentence, match.start, match.end)) continue;
          if (unlessBefore?.test(sentence.text.slice(0, match.start))) continue;
          hits.push({ label, sentence, ...extent(on, sentence, segment, match), form });
          break;
        }
      }
    }
    return hits;
  };
}

function extent(
  on: NonNullable<Finder["on"]>,
  sentence: Sentence,
  segment: Segment,
  match: { start: number; end: number },
): { from: number; to: number } {
  if (on === "match") return { from: match.start, to: match.end };
  if (on === "sentence") return { from: 0, to: sentence.text.length };
  if (on === "rest") return { from: match.start, to: segment.end };
  const start = segment.contrast ? segment.after : segment.start;
  const clauses = [...sentence.text.slice(start, segment.end).matchAll(clause)].map(
    ({ index }) => start + index,
  );
  return {
    from: clauses.findLast((at) => at < match.start) ?? start,
    to: clauses.find((at) => at >= match.end - 1) ?? segment.end,
  };
}
const clause = / , (?=and (?:i|you|we|it|she|he|they|there|from|for|if|now|my|your|by) )/g;

/** Whether `hit` overlaps one with that label among `found`. */
export const overlaps = (hit: Hit, found: readonly Hit[], ...labels: readonly Label[]): boolean =>
  found.some(
    (other) =>
      labels.includes(other.label) &&
      other.sentence === hit.sentence &&
      other.from < hit.to &&
      hit.from < other.to,
  );
export const has = (found: readonly Hit[], ...labels: readonly Label[]): boolean =>
  found.some((hit) => labels.includes(hit.label));
export const sameSentence = (hit: Hit, found: readonly Hit[], ...labels: readonly Label[]): boolean =>
  found.some((other) => labels.includes(other.label) && other.sentence === hit.sentence);
