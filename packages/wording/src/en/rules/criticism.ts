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
        "you ('ve|had|have) _ (never|not) _ (once|been able|let) ~|nothing is _ good enough|(never|no|not) ~ (able|fit) ~ (be|see|take) ~|you _ can not _ (be|let|see|take) (a|any|go|in|it|one) ~|you [<dear>] [are|can|do|have|just|really|will|would] [just] (always|constantly|never) _ [be|got to|have to|need to|want to] \\S+",
        "all (u|you) _ (ever )?(do)|(everything|nothing) _ (has to be|is) _ [always|enough|ever|good|right] ~ (enough|you)|you _ (can|did|do) not _ [even] (care|own) ~ (anybody|about|me|us|to|how|\\.|but)",
        "not once (did|have) you|living with you (has|is)|" +
          "[only] (u|you) make everything ~ (a|drama|into|out|so)",
      ].join(or),
    ),
    trait: form(
      [
        "you ('re|act|are) _ [acting|being|like|such] [a|an|more|most|one of|the|too] _ [bit|kind of|little|more|most] _ (<fault>|<faultNoun>)",
        "you ('re|are|can) ~ (incapable|impossible)",
        "(exactly|just|so) [much] [as|like] (my|your) (dad|ex|father|mum)|you (are|were) always ",
      ].join(or),
    ),
    why: form(
      [
        "what is _ wrong [with] [you]|what is the matter with you|what kind of (a )?\\S+ (are|do|does|is)|impossible to please",
        "why (are|ca|can|do|wo) [not] (u|you) [not] _ (act|always|be|have to|so) ~",
      ].join(or),
    ),
  },
  unless: form(
    "you _ (always|never) (eat|remember|smell|told|up|win)|how do you do|you always ~~ (best|thank)|you _ ['d|'ve|are|did|do|had|have|were] [just] _ always _ (<praise>)|you _ [have] never [ever|once] _ (complained|did anything|looked|told me that you|wanted)|not you|you are not _ (<fault>|being|the|too)|i (am|was) so|you have no idea how|called you|call you|you ('ve|have) (got )?(a|every) right|you feel|you felt",
  ),
  unlessBefore: form("(he|i|she) ~ (called|let|made|say|told) ~ "),
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
