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
        "you ('ve|had|have) _ (never|not) _ (once|been able|learned|learnt|known|had (a|any)|thought|cared|listened|taken|let|tried|wanted|understood|grown|finished) ~|nothing is _ good enough|(never|no|not) ~ (able|fit) ~ (admit|be|feel|have|hear|listen|live|look|love|see|take|tell|trust) ~|you _ (can|could) (never|not) _ (be|leave|let|live|see|take|tell) (a|any|anything|go|in|it|one|past|with|yourself) ~|always looking for|(everything is|it is) always about you|(here|there) you go again|typical of you|so like you|must you always|shame on you|you [<dear>] [are|can|do|have|just|really|will|would] [just] (always|constantly|forever|never) _ [be|got to|have to|need to|want to] \\S+",
        "all (u|you) _ (ever )?(care|do|talk|think|want)|(everything|nothing) _ (has to be|i do is|is|must be|we do) _ [always|enough|ever|good|right] ~ (enough|wrong|you|your)|you _ (can|could|did|do|have|will) not _ [even] (accept|admit|be trusted|bother|care|commit|give a|handle|lift|listen|love|own|respect|stop|think) ~ (anyone|anybody|about|me|us|damn|shit|to|enough|with|truth|how|what|finger|heart|this|trusted|\\.|but|others|people|else)",
        "not once (did|have) you|(life|living) with you (has|is)|" +
          "[only] (u|you) (blow|make|take|turn) (every|everything|it all) ~ (a|about|drama|hard|into|out|so)",
      ].join(or),
    ),
    trait: form(
      [
        "you ('re|act|are|behave|can be|seem|sound|were) _ [acting|being|like|such] [a|an|more|most|one of|the|too] _ [bit|kind of|little|more|most] _ (<fault>|<faultNoun>)",
        "you ('re|are|can|have) ~ (incapable|unable|impossible|no (clue|empathy|fun|good|heart|help|idea|loyalty|respect|sense|shame|spine|use))",
        "(exactly|just|so) [much] [as|like] (my|your) (brother|dad|ex|family|father|mother|mum|parents|sister)|you (are|were) (always) ",
      ].join(or),
    ),
    why: form(
      [
        "you (can|could) not [ever|never|possibly] _ be wrong|you (twist|turn|ruin|spoil|poison|destroy|control|judge|exaggerate) (everything|every|anything|all|it all|things) ~|you [have|'ve] [got|have] [such] a (nasty|cruel|mean|cold|spiteful|jealous|bad|short|vile|foul) ~|what (is) _ (wrong|your) [with] [you]|what is the matter with you|what (kind|sort|type) of (a )?\\S+ (are|do|does|goes|is|leaves|lets|treats|would)|you ['ve|have] [got] no (conscience|empathy|feeling|feelings|heart|humour|idea how|loyalty|respect|shame|soul|warmth)|impossible to (live with|love|please|talk to)",
        "why (are|ca|can|do|does|must|will|wo|would) [not] (u|you) [not] _ (act|always|be|behave|being|ever|gotta|have to|insist|just|never|once|ruin|so|such|treat|turn) ~",
      ].join(or),
    ),
  },
  unless: form(
    "never (have|need) to|if you (always|never)|you always(?= \\.)|(people|person|somebody|someone|something|stranger|things) you (always|never)|you _ (always|never) (bring|eat|first|gave|knew|liked|look|looked|remember|said|say the|smell|sound|stood|stopped|told|trusted|up|win)|(presents) for|you ('ll|will) (always|never)(?! (change|get|learn))|how do you do|shall i|you (always|never) ~~ (best|lovely|perfect|thank)|you _ ['d|'ve|are|did|do|had|have|were] [just] _ (always) _ (<praise>)|you _ [have] never [ever|once] _ (cease|cheated|complained|did anything|fail|forget|forgot|gave up|hurt|lied|looked|needed|stopped|told me that you|wanted)|not you|you are (never|not) _ (<fault>|being|making|the|too)|i (am|was) (always|never|so)|(as|how|if|since|so|that|when) you (never) (felt|knew|know|loved)|you have no idea (how|what)|even if you|to explain|called you|call you|made you (feel|out)|you ('ve|have) (got )?(a|every) right|i (said) (that )?you|you feel|you felt|you will (never) (be|find|have to|need|see)",
  ),
  unlessBefore: form("(he|i|people|she|they) ~ (acted|called|let|made|said|say|thought|told|treated) ~ "),
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
