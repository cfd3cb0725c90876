import type { Reading, Sentence } from "../../engine/reading.ts";
import type { Examples, Hit, Rule } from "../../engine/rule.ts";
import { disowned, form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
/** Apology, admission or acknowledgement: what a "but" can take back. */
const opening = form(
  [
    "<apology>|i (admit|accept|own|know|understand|get|hear|see|take|agree|grant|feel (bad|terrible|awful)) ~|(i|we) [have|had|did] _ (lied|cheated|did|done|should|messed|screwed|fucked|made|hurt|broke|let you|kissed|slept|hid|took|spent|shouted|yelled|texted|messaged|saw|met|forgot|failed|ruined|crossed|kept|gambled|drank|flirted|read|deleted|sent|was wrong)|you (are|were) _ (right|hurt|angry|upset)|fair (enough|point)|(ok|okay|fine|yes|yeah|sure) [,] (i|it|you|so|maybe|we)",
  ].join(or),
);
/** What stands after the contrast and takes nothing back. */
const harmless = form(
  [
    "(i|we) (will|am going to|am staying|want to|hope|promise|am here|have (booked|deleted|told|blocked|started|asked))(?! (be honest|say|point|remind|add|not be|ask you|not put))|you (deserve)|(makes|make) sense|i (love|am sorry|know (sorry|that is|you|i have|i can))|thank you|how are you|the (wine|drink) did not|protecting myself|i was (hiding|lying|seeing|with)",
  ].join(or),
);
const you = form("[<dear>] (you|u|she|he|they|<name>|who)(?= )");
const irritation = form("(enough|drop it)");
const small = form(
  "_ (<it>|we|i|nothing|not|there|she|he|nobody|come on|let us|people|other|worse) ~ (not|just|only|nothing|never|hardly|barely|once|over|ages|ended|nobody|did not|friends|does|do|happens|worse|meant)",
);
const excuse = form(
  "_ [as|because|also|since|well|really] (i|we|my|it|work|things|life|the|anyone|anybody|what|there|try|that|in my|when|no one|nobody|men|someone) ~",
);
const mine = form("(your|you) ~ (fault|turn|too|as well|also|own)|it (was|is) (you|she|he|<name>|your)");

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
const past = form("(was|were|had|did|'d|felt|knew|made|went|got|am|has|never|can not|left|have|are|'ve|do|does|would|is)");

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
