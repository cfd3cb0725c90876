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
        "you ('ve|had|have) _ (never|not) _ (once|been able|learnt|known|cared|taken|let|tried|wanted|grown) ~|nothing is _ good enough|(never|no|not) ~ (able|fit) ~ (admit|be|feel|have|hear|listen|live|look|love|see|take|tell|trust) ~|you _ (can|could) (never|not) _ (be|leave|let|live|see|take|tell) (a|any|go|in|it|one|past|with) ~|you [<dear>] [are|can|do|have|just|really|will|would] [just] (always|never) _ [be|got to|have to|need to|want to] \\S+",
        "(everything|nothing) _ (is|we do) _ [always|enough|ever|good|right] ~ (enough|wrong|you|your)|you _ (can|could|did|do|have|will) not _ [even] (accept|admit|be trusted|bother|care|commit|give a|handle|lift|listen|love|own|stop|think) ~ (anyone|about|me|us|damn|shit|to|enough|with|truth|how|what|finger|heart|this|\\.|but|others|people|else)",
        "" + "[only] (u|you) (blow|make|take|turn) (every|it all) ~ (a|about|drama|hard|into|out|so)",
      ].join(or),
    ),
    trait: form(
      [
        "you ('re|act|are|behave|can be|seem|sound|were) _ [acting|being|like|such] [a|an|more|most|one of|the|too] _ [bit|kind of|little|more|most] _ (<fault>|<faultNoun>)",
        "you ('re|are|can|have) ~ (unable|impossible|no (clue|fun|good|heart|help|idea|sense|shame|spine|use))",
        "(just|so) [much] [as|like] (my|your) (dad|ex|family|father|mother|mum|sister)|you (are|were) (always) ",
      ].join(or),
    ),
    why: form(
      [
        "what (is) _ (wrong|your) [with] [you]|you ['ve|have] [got] no (heart|humour|shame|soul|warmth)|impossible to (love|please)",
        "why (are|ca|can|do|does|must|will|wo|would) [not] (u|you) [not] _ (act|always|be|behave|being|ever|gotta|have to|insist|just|never|once|ruin|so|such|treat|turn) ~",
      ].join(or),
    ),
  },
  unless: form(
    "you _ (never) (told)|how do you do|you _ ['d|'ve|are|did|do|had|have|were] [just] _ (always) _ (<praise>)|you _ [have] never [ever|once] _ (told me that you)|not you|i (am) (so)|called you|you (have) (got )?(every) right|you feel|you felt",
  ),
  unlessBefore: form("(i) ~ (called|let|made|said|say|thought|told) ~ "),
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
