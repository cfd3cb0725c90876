import type { Reading, Sentence } from "../../engine/reading.ts";
import type { Examples, Hit, Rule } from "../../engine/rule.ts";
import { disowned, form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
/** Apology, admission or acknowledgement: what a "but" can take back. */
const opening = form(
  [
    "<apology>|i (admit|accept|acknowledge|concede|confess|own|know|realise|understand|get|hear|see|take|agree|appreciate|recognise|grant|feel (bad|terrible|guilty|awful)) ~|(i|we) [<adv>] (was|were|am) [<adv>] (wrong|at fault|to blame|out of (line|order)|an idiot|stupid|selfish)|(my|the) (fault|mistake|bad|responsibility) ~|(i|we) [have|had|did] [<adv>] (lied|cheated|did|done|should|shouldn't|messed|screwed|fucked|made|hurt|betrayed|broke|let you|kissed|slept|hid|took|spent|shouted|yelled|told you a lie|texted|messaged|saw|met|forgot|failed|ruined|crossed|kept|gambled|drank|flirted|stayed out|read|deleted|sent|was wrong)|i (should|could|ought) [<adv>] [not] [to] have|you (are|were) [<adv>] (right|hurt|angry|upset)|you (have|'ve) (got )?(a|every|the) (right|reason|point)|(it|that|this) was [<adv>] (wrong|stupid|bad|my|not (right|ok|fair)|a mistake|dumb|selfish|unforgivable|terrible|out of order)|fair (enough|point)|(ok|okay|fine|yes|yeah|sure|alright|all right) [,] (i|it|you|so|maybe|we)|guilty|(never|not) have (done|happened|said|gone|lied|told|kissed|texted|slept)|not proud|i (do not|am not) (deny|denying|excusing|saying|proud)|no excuse|not (an excuse|making excuses)|i love you|i wish i had",
  ].join(or),
);
/** What stands after the contrast and takes nothing back. */
const harmless = form(
  [
    "(no|not an|not a|isn't an) (excuse|reason|justification)|(that|this|it|which|none of (that|it|this)) [<adv>] (is|was|does|did|do|can|would|changes) [<adv>] (not|no|nothing) ~ (excuse|reason|change|enough|make|undo|fix|justify|help|matter|ok|right|point|take)|(i|we) (chose|decided|did it|own|take|still (did|chose|lied|went|kept))|(i|we) (will|am going to|am staying|want to|hope|promise|would like|am here|would rather|need to tell|have (booked|deleted|told|blocked|started|asked))(?! (be honest|say|point|not apologise|remind|add|not be|like to point|like you to|ask you|want you to|need you to|not have|not put))|you (deserve|deserved|have (a|every) right|are (right|the one who|worth|allowed|not)|did not deserve|never deserved)|(makes|make) sense|(sorry|an apology|words) (is|are) not enough|know sorry|(it|that|this) (is|was|'s) (mine|my (fault|choice|doing|decision)|on me|still (wrong|my|a lie)|all me|me who)|i (love|am sorry|am so sorry|understand|know (sorry|that is|it is not|that does|you|i have|i can|that you))|here (is|are)|thank you|(not|never) (your|you who)|i (can not|cannot|could not) (undo|take it back|change (it|that|what)|fix)|how are you|i felt (alone|scared|hurt|sad|sick|small)|what i (will|can|did|want)|the (wine|drink|stress) did not|i am (sorry|ashamed|telling|writing|staying|still here|listening|trying)|[i am] glad you|can we|could we|shall we|i lied|i was (wrong|the one|cruel|selfish|unfair)|only (i|me)|protecting myself|i was (hiding|lying|drinking|seeing|with)",
  ].join(or),
);
const you = form(
  "[<dear>] (you|u|your \\S+|maybe you|perhaps you|what about|how about|let us not|it takes|we (both|all|are both|were both|had both)|she|he|they|<name>|my (boss|mates|friends|mother|family)|who|it is not only me|a husband who|a wife who|a (woman|man|wife|husband)|things (were|are) not)(?= )",
);
const irritation = form(
  "(you|u) [<adv>] (do not|can not|cannot|need not|need to|have to|keep|must|should|could|might|will not (drop|stop|let|leave|shut|forget|listen)|always|never|are (making|going|being|always|still|just)|really|ought) [<adv>] [not] [<adv>] [have|need|to|keep|be|just|stop|asking] [<adv>] (keep|shout|yell|bring|throw|go on|ask|stop|calm|asking|repeat|start|scream|remind|act|interrogate|check|on about|bringing|relax|punish|cry|going on|at me|rub|drag|tell everyone|like that|this|every|question)|(enough|please stop|stop (going|asking|bringing)|do we have to|not every (day|night)|give it a rest|i am (sick|tired|fed up|done)|can we not|how (long|many)|leave it|drop it|calm down)",
);
const small = form(
  "[<adv>] (<it>|we|i|nothing|there|she|he|at least|everyone|everybody|nobody|come on|let us|who has not|people|other|worse) ~ (not|just|only|nothing|never|hardly|barely|once|one time|at least|long ago|years ago|over|ages|ended|nobody|everyone|did not|innocent|harmless|friends|does|do|happens|worse|in the past|a mistake|meant|big deal|that bad|happened)",
);
const excuse = form(
  "[<adv>] [as|because|also|since|well|really|honestly] (i|we|my|it|work|things|life|the|anyone|anybody|everyone|what|there|try|that|in my|when|no one|nobody|a (man|person|guy)|men|someone) ~",
);
const mine = form("(your|you) ~ (fault|turn|too|as well|also|own)");

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
  "(was|were|had|did|'d|have been|felt|needed|thought|knew|wanted|made|went|got|could not|am|is (a|not|the|what)|has|would have|have (also|my|needs)|do not know|never|can not|started|left|have|are|'ve)",
);

export const rule: Rule = {
  name: "taken-back",
  label: "defensive_but",
  reason: "After “but” the reader hears only the second half. The apology before it is gone.",
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
