import type { Reading, Sentence } from "../../engine/reading.ts";
import type { Examples, Hit, Rule } from "../../engine/rule.ts";
import { disowned, form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
/** Apology, admission or acknowledgement: what a "but" can take back. */
const opening = form(
  [
    "<apology>|i (admit|accept|own|know|understand|get|hear|see|take|feel (bad|terrible)) ~|(i|we) [did|had|have] _ (cheated|did|done|gambled|hid|hurt|kissed|lied|made|messed|met|read|saw|should|slept|took|was wrong)|you (are|were) _ (hurt|right)|fair enough|(fine|ok|yes) [,] (i|it|so|we|you)",
  ].join(or),
);
/** What stands after the contrast and takes nothing back. */
const harmless = form(
  [
    "(i|we) (will|am going to|am staying|have (asked|blocked))(?! (add|ask you|be honest|not be|not put|point|remind|say))|you deserve|makes sense|i (love|am sorry|know (sorry|that is|you))|thank you|how are you|the wine did not|protecting myself|i was (hiding|seeing)",
  ].join(or),
);
const you = form("[<dear>] (<name>|he|she|u|who|you)(?= )");
const irritation = form("(drop it|enough)");
const small = form(
  "_ (<it>|he|i|not|nothing|she|there|we) ~ (did not|do|does|friends|just|meant|never|not|nothing|once|only)",
);
const excuse = form(
  "_ [also|as|because|really|since|well] (anybody|anyone|i|in my|it|men|my|nobody|that|the|there|things|try|we|what|when|work) ~",
);
const mine = form("(you|your) ~ (also|fault|own|too)");

type Kind = "irritated" | "minimising" | "blame_shift" | "justification" | null;

/** What the clause after the contrast does; asked only after an apology, an admission or an acknowledgement. */
function kindOf(clause: string): Kind {
  if (irritation.test(clause)) return "irritated";
  const head = clause.slice(0, 40);
  if (you.test(head.slice(0, 24)) && head.startsWith(" ") && you.exec(head)!.index === 0)
    return "blame_shift";
  if (mine.test(clause)) return "blame_shift";
  if (small.exec(head)?.index === 0) return "minimising";
  if (excuse.exec(head)?.index === 0) return "justification";
  return null;
}
const problems = [
  "blame_shift",
  "minimising",
  "justification",
  "criticism",
  "contempt",
  "irritated",
  "timeline_demand",
  "forgiveness_demand",
  "stonewalling",
  "conditional_apology",
  "passive_evasion",
] as const;
/** What a bare guess must meet before it counts: a past or a fault, no plan and no feeling for the reader. */
const past = form(
  "('d|'ve|am|are|can not|did|do|does|felt|got|had|has|have|is|knew|left|made|never|was|went|were|would)",
);

export const rule: Rule = {
  name: "taken-back",
  label: "defensive_but",
  sources: [sources.lazare, sources.practice],
  find(reading, context, found) {
    if (context.speaker === "hurt") return [];
    const hits: Hit[] = [];
    for (const sentence of reading.sentences)
      sentence.segments.forEach((segment, index) => {
        if (!segment.contrast) return;
        const before =
          segment.start > 0 && index > 0
            ? sentence.text.slice(0, segment.start + 1)
            : previous(reading, sentence);
        const clause = sentence.text.slice(segment.after, segment.end + 1);
        if (disowned.test(clause) || harmless.test(clause.slice(0, 90))) return;
        if (/ not /.test(before) && /^ (?:because|by|for|with|to|that) /.test(clause)) return;
        const owned =
          opening.test(before) ||
          found.some(
            (hit) =>
              hit.sentence === sentence &&
              hit.from < segment.start &&
              ["vague", "passive_evasion", "clarity", "validating"].includes(hit.label),
          );
        if (!owned) return;
        const place = { sentence, from: segment.start + 1, to: segment.end };
        const own = found.filter(
          (hit) =>
            hit.sentence === sentence &&
            hit.from < segment.end &&
            hit.to > segment.after &&
            (problems as readonly string[]).includes(hit.label),
        );
        if (own.length > 0) {
          hits.push({ label: "defensive_but", ...place, form: own[0]!.label });
          return;
        }
        if (
          found.some(
            (hit) =>
              hit.sentence === sentence &&
              hit.from >= segment.start &&
              hit.from < segment.end &&
              ["commitment", "reassuring", "validating", "compassion", "clarity"].includes(hit.label),
          )
        )
          return;
        const kind = past.test(clause) ? kindOf(clause) : irritation.test(clause) ? "irritated" : null;
        if (kind === null) return;
        hits.push({ label: "defensive_but", ...place, form: kind });
        hits.push({ label: kind, sentence, from: segment.after, to: segment.end, form: "after-but" });
      });
    return hits;
  },
};

function previous(reading: Reading, sentence: Sentence): string {
  return reading.sentences[sentence.index - 1]?.text ?? "";
}

export const examples: Examples = {
  reason: "After “but” the reader hears only the second half. The apology before it is gone.",
  flags: [
    { text: "I'm sorry, but you started it.", speaker: "harmer" },
    { text: "I know I lied. However, you weren't honest either.", speaker: "harmer" },
  ],
  passes: [
    { text: "I'm sorry, but I know that's not enough.", speaker: "harmer" },
    { text: "Nobody but you knew.", speaker: "harmer" },
    { text: "I was drunk, but that is no excuse.", speaker: "harmer" },
  ],
};
