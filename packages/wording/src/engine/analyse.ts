import type { Context, Finding } from "../labels.ts";
import { type Orthography, placeOf, type Reading, read } from "./reading.ts";
import type { Hit, Known, Rule } from "./rule.ts";
import { isRuledOut, joinEvidence, piecesOf, type Weighing, weigh, withoutOutweighed } from "./weighing.ts";

/** What makes the coach speak a language. */
export type LanguagePack = {
  readonly language: string;
  readonly orthography: Orthography;
  /** In this order: a rule may look at what those before it found. */
  readonly rules: readonly Rule[];
  /** The second kind of evidence. A language can begin without it. */
  readonly weighing?: Weighing;
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
  const hits = pack.weighing
    ? weighedHits(pack.rules, pack.weighing, reading, known)
    : hitsOf(pack.rules, reading, known);
  const findings = hits.map((hit) => ({
    label: hit.label,
    ...placeOf(hit.sentence, hit.from, hit.to),
    note: hit.form,
  }));
  return joined(findings, text);
}

function weighedHits(rules: readonly Rule[], weighing: Weighing, reading: Reading, known: Known): Hit[] {
  const weighed = piecesOf(reading, known, weighing).map((piece) => ({
    piece,
    sums: withoutOutweighed(weigh(weighing.weights, piece.signs), weighing.rivals),
  }));
  const asked = rules.filter(({ label }) => !isRuledOut(label, weighed, weighing.weights.sure));
  return joinEvidence(hitsOf(asked, reading, known), weighed, known, weighing);
}

function hitsOf(rules: readonly Rule[], reading: Reading, known: Known): Hit[] {
  const hits: Hit[] = [];
  for (const rule of rules) hits.push(...rule.find(reading, known, hits));
  return hits;
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
