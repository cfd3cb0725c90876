import { type Examples, finder, overlaps, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const find = finder({
  label: "criticism",
  on: "segment",
  forms: {
    ever: form(
      [
        "you ('ve|had|have) _ (never|not) _ (once|been able|known|cared|taken|let|tried|grown) ~|nothing is _ good enough|(never|no|not) ~ (able|fit) ~ (admit|be|feel|have|hear|live|look|love|see|take|tell|trust) ~|you _ (can|could) (never|not) _ (be|leave|let|live|see|take|tell) (a|any|go|in|it|one|past|with) ~|you [<dear>] [are|can|do|have|just|really|will|would] [just] (always|never) _ [be|got to|have to|need to|want to] \\S+",
        "(everything|nothing) _ (is|we do) _ [always|enough|ever|good|right] ~ (enough|wrong|you|your)|you _ (can|could|did|do|have|will) not _ [even] (admit|be trusted|care|lift|listen|love|own|stop|think) ~ (about|me|us|damn|shit|to|with|truth|how|what|heart|this|\\.|but|else)",
        "" + "[only] (u|you) (blow|make|take|turn) (every) ~ (a|about|drama|hard|into|out|so)",
      ].join(or),
    ),
    trait: form(
      [
        "you ('re|act|are|seem|sound|were) _ [acting|being|like|such] [a|an|more|most|one of|the|too] _ [bit|kind of|little|more|most] _ (<fault>|<faultNoun>)",
        "you ('re|are|can|have) ~ (impossible|no (clue|fun|good|heart|help|idea|sense|shame|spine|use))",
        "(just|so) [much] [as|like] (my|your) (dad|ex|father|mum)|you (are|were) (always) ",
      ].join(or),
    ),
    why: form(
      [
        "what (is) _ (wrong|your) [with] [you]|you ['ve|have] [got] no (heart|shame|soul)|impossible to (love)",
        "why (are|ca|can|do|does|must|will|wo|would) [not] (u|you) [not] _ (act|always|be|being|ever|gotta|have to|just|never|once|ruin|so|such|treat|turn) ~",
      ].join(or),
    ),
  },
  unless: form(
    "if you (never)|(somebody) you (never)|you _ (always|never) (bring|eat|first|gave|knew|liked|look|remember|said|smell|sound|stood|told|up|win)|you ('ll|will) (never)(?! (change|get|learn))|how do you do|shall i|you (always|never) ~~ (best|thank)|you _ ['d|'ve|are|did|do|had|have|were] [just] _ (always) _ (<praise>)|you _ [have] never [ever|once] _ (cease|complained|fail|hurt|lied|told me that you|wanted)|not you|you are (never|not) _ (being|the|too)|i (am|was) (always|never|so)|to explain|called you|call you|made you (feel|out)|you ('ve|have) (got )?(a|every) right|i (said) (that )?you|you feel|you felt",
  ),
  unlessBefore: form("(he|i|she|they) ~ (acted|called|let|made|said|say|thought|told|treated) ~ "),
});

export const rule: Rule = {
  name: "judged-person",
  label: "criticism",
  sources: [sources.antidotes],
  find(reading, context, found) {
    if (context.replyTo !== "" && found.some(({ label }) => label === "irritated" || label === "contempt"))
      return [];
    return find(reading, context, found).filter(
      (hit) =>
        !overlaps(
          hit,
          found,
          "blame_shift",
          "compassion",
          "validating",
          "forgiveness_demand",
          "timeline_demand",
          "minimising",
        ),
    );
  },
};

export const examples: Examples = {
  reason: "A judgment of the whole person leaves nothing to answer but a defence. One event can be answered.",
  flags: [
    "You never listen.",
    "You're so selfish.",
    "What is wrong with you?",
    "Why do you always have to win?",
  ],
  passes: [
    "You're always up before me, how do you do it?",
    "Why do you keep her number?",
    "You always make good coffee.",
    { text: "On Sunday you left without a word.", speaker: "hurt" },
    "You never told me that you play the cello.",
  ],
};
