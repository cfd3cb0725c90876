import { coachForms } from "../en/coach-forms.ts";
import { type Help, helpFor } from "../en/help.ts";
import { english } from "../en/index.ts";
import { orthography } from "../en/orthography.ts";
import { sources } from "../en/sources.ts";
import { analyseWith } from "../engine/analyse.ts";
import { type Form, matches } from "../engine/form.ts";
import { isQuoted, placeOf, read } from "../engine/reading.ts";
import type { Source } from "../engine/rule.ts";
import type { Finding } from "../labels.ts";
import { type NoteName, noteNames, rulesOf, type Use } from "./uses.ts";

/** One thing that the coach points out. It explains and asks; it holds no other wording. */
export type Note = {
  readonly name: NoteName;
  /** The rule and the words concerned: the same as long as those words stay, whatever is changed elsewhere. */
  readonly key: string;
  /** Place of the words in UTF-16 code units; null where it is the whole text that lacks something. */
  readonly place: { readonly start: number; readonly end: number } | null;
  readonly sources: readonly Source[];
};

export type Coaching =
  /** Nothing is coached: the text speaks of force, fear or harming oneself. For the writer's own eyes. */
  | { readonly kind: "help"; readonly help: Help }
  /** The coach does not speak this language. */
  | { readonly kind: "silent"; readonly language: string }
  | {
      readonly kind: "notes";
      /** At most three, the most useful first. */
      readonly notes: readonly Note[];
      /** How many more there are. */
      readonly more: number;
      readonly elements: readonly { readonly name: string; readonly found: boolean }[];
    };

/** A check of a practice's own, for instance on what a promise may not hold; its place becomes a note like the others. */
export type Hook = (
  text: string,
) => { readonly name: NoteName; readonly start: number; readonly end: number } | null;

export type Writing = {
  readonly replyTo?: string;
  /** Keys of notes that were waved away in this text. */
  readonly waved?: ReadonlySet<string>;
  /** BCP 47; the coach speaks English alone. */
  readonly language?: string;
  readonly hooks?: readonly Hook[];
};

const atOnce = 3;

/**
 * What the coach says to a text that is being written for `use`.
 *
 * - Always: at most three notes, none of them waved away; nothing of the text is changed, scored or kept.
 * - A text with words of force, fear or self-harm gets `help` and no note.
 * - An empty text gets nothing.
 */
export function notesFor(use: Use, text: string, writing: Writing = {}): Coaching {
  const language = writing.language ?? "en";
  const help = helpFor(text);
  if (help !== null) return { kind: "help", help };
  if (!/^en\b/i.test(language)) return { kind: "silent", language };
  if (text.trim() === "") return { kind: "notes", notes: [], more: 0, elements: [] };

  const rules = rulesOf[use];
  const context = { speaker: rules.speaker, part: rules.part };
  const findings = analyseWith(
    english,
    text,
    writing.replyTo === undefined ? context : { ...context, replyTo: writing.replyTo },
  );
  const elements = rules.elements.map(({ name, labels }) => ({
    name,
    found: findings.some((finding) => labels.includes(finding.label)),
  }));
  const all = [
    ...withoutNested(
      findings.filter((finding) => (rules.notes as readonly string[]).includes(finding.label)),
    ).map(({ label, start, end }) => noteAt(text, label as NoteName, start, end)),
    ...rules.elements
      .filter((_, index) => !elements[index]!.found && wordCount(text) >= (use === "apology" ? 12 : 3))
      .map(({ missing }) => noteOfWhole(missing)),
    ...(rules.threats ? warnings(use, text) : []),
    ...ofUse(use, text),
    ...(writing.hooks ?? []).flatMap((hook) => {
      const found = hook(text);
      return found === null ? [] : [noteAt(text, found.name, found.start, found.end)];
    }),
  ];
  const open = distinct(all).filter((note) => !writing.waved?.has(note.key));
  open.sort((one, other) => noteNames.indexOf(one.name) - noteNames.indexOf(other.name));
  return { kind: "notes", notes: open.slice(0, atOnce), more: Math.max(0, open.length - atOnce), elements };
}

const wordCount = (text: string): number => text.split(/\s+/).filter((word) => word !== "").length;

/** One note for one piece of words: what stands inside a "but" is told with it. */
const withoutNested = (findings: readonly Finding[]): Finding[] =>
  findings.filter(
    (finding) =>
      finding.label === "defensive_but" ||
      !findings.some(
        (other) =>
          other !== finding &&
          other.label === "defensive_but" &&
          other.start <= finding.start &&
          other.end >= finding.end,
      ),
  );

/** Threats and children used; in a letter of the one who was hurt also names that are called. */
function warnings(use: Use, text: string): Note[] {
  const kinds: [NoteName, Form][] = [
    ["threat", coachForms.threat],
    ["children-used", coachForms.children],
  ];
  if (use === "impact-letter") kinds.push(["contempt", coachForms.nameCalling]);
  return read(text, orthography).sentences.flatMap((sentence) =>
    kinds.flatMap(([name, form]) => {
      const match = matches(form, sentence.text).next().value;
      if (!match || isQuoted(sentence, match.start, match.end)) return [];
      const { start, end } = placeOf(sentence, 0, sentence.text.length);
      return [noteAt(text, name, start, end)];
    }),
  );
}

function ofUse(use: Use, text: string): Note[] {
  if (use === "appreciation") {
    const seen = read(text, orthography).sentences.some((sentence) => coachForms.detail.test(sentence.text));
    return seen ? [] : [noteOfWhole("no-detail")];
  }
  if (use !== "promise") return [];
  const { sentences } = read(text, orthography);
  const holds = (form: Form): boolean => sentences.some((sentence) => form.test(sentence.text));
  const notes: Note[] = [];
  if (holds(coachForms.notOwn)) notes.push(noteOfWhole("not-own"));
  if (!holds(coachForms.observable)) notes.push(noteOfWhole("not-observable"));
  if (!holds(coachForms.timed)) notes.push(noteOfWhole("not-specific"));
  if (holds(coachForms.big)) notes.push(noteOfWhole("not-small"));
  return notes;
}

const noteAt = (text: string, name: NoteName, start: number, end: number): Note => ({
  name,
  key: `${name}:${text
    .slice(start, end)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()}`,
  place: { start, end },
  sources: sourcesOf(name),
});
const noteOfWhole = (name: NoteName): Note => ({ name, key: name, place: null, sources: sourcesOf(name) });

const distinct = (notes: readonly Note[]): Note[] => {
  const known = new Map<string, Note>();
  for (const note of notes) if (!known.has(note.key)) known.set(note.key, note);
  return [...known.values()];
};

const others: Partial<Record<NoteName, readonly Source[]>> = {
  "no-clarity": [sources.lewicki],
  "no-compassion": [sources.lewicki],
  "no-commitment": [sources.lewicki],
  "no-answer": [sources.coaching],
  "no-validating": [sources.coaching],
  "not-observable": [sources.impl],
  "not-specific": [sources.impl],
};
function sourcesOf(name: NoteName): readonly Source[] {
  const rule = english.rules.find(({ label }) => label === name);
  return rule?.sources ?? others[name] ?? [sources.practice];
}
