import type { Context, Finding } from "../labels.ts";
import { type Orthography, placeOf, read } from "./reading.ts";
import type { Hit, Rule } from "./rule.ts";

/** What makes the coach speak a language. */
export type LanguagePack = {
  readonly language: string;
  readonly orthography: Orthography;
  /** In this order: a rule may look at what those before it found. */
  readonly rules: readonly Rule[];
};

/**
 * What a pack's rules find in a text, by place.
 *
 * - Shape: `start` and `end` are UTF-16 code units of `text`; findings of one label that touch become one.
 * - The same text and context always give the same findings.
 */
export function analyseWith(pack: LanguagePack, text: string, context: Context = {}): Finding[] {
  const reading = read(text, pack.orthography);
  const known = {
    replyTo: context.replyTo ?? "",
    speaker: context.speaker ?? "either",
    part: context.part ?? "sentence",
  } as const;
  const hits: Hit[] = [];
  for (const rule of pack.rules) hits.push(...rule.find(reading, known, hits));
  const findings = hits.map((hit) => ({
    label: hit.label,
    ...placeOf(hit.sentence, hit.from, hit.to),
    note: hit.form,
  }));
  return joined(findings, text);
}

function joined(findings: readonly Finding[], text: string): Finding[] {
  const all: Finding[] = [];
  for (const finding of [...findings].sort((one, other) => one.start - other.start || other.end - one.end)) {
    const at = all.findIndex(
      (other) => other.label === finding.label && /^[\s,;:–—-]*$/.test(text.slice(other.end, finding.start)),
    );
    if (at < 0) all.push(finding);
    else all[at] = { ...all[at]!, end: Math.max(all[at]!.end, finding.end) };
  }
  return all;
}
