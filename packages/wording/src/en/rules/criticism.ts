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
        "you (have|'ve|had) _ (never|not) _ (once|been able|learned|learnt|known|had (any|a)|thought|cared|listened|taken|let|tried|wanted|understood|grown|finished) ~|nothing is _ good enough|(not|never|no) ~ (able|capable|fit) ~ (see|hear|take|love|live|have|listen|feel|be|admit|tell|trust|look) ~|you _ (can|could) (not|never) _ (leave|live|let|see|take|be|tell) (a|any|anything|with|in|yourself|one|go|past|it) ~|(you are|such|you were) _ (such )?(a|the) (person|kind|sort|type) (that|who|of)|always looking for|(it is|everything is) always about you|(here|there) you go again|typical of you|so like you|must you always|shame on you|you [<dear>] [do|are|have|can|will|would|just|really] [just] (always|never|constantly|forever) _ [have to|got to|need to|be|want to] \\S+",
        "all (you|u) _ (ever )?(do|care|think|want|talk)|(nothing|everything) _ (is|i do is|has to be|must be|we do) _ [ever|always|good|enough|right] ~ (you|your|enough|wrong)|you _ (do|did|have|can|could|will) not _ [even] (care|give a|think|respect|love|listen|respect|bother|lift|be trusted|admit|own|commit|handle|accept|stop) ~ (anyone|anybody|about|me|us|damn|shit|to|enough|with|truth|how|what|finger|heart|this|trusted|\\.|but|others|people|else)",
        "not once (have|did) you|(living|life) with you (is|has)|" +
          "[only] (you|u) (make|turn|take|blow) (everything|every|it all) ~ (into|about|so|out|drama|a|hard)",
      ].join(or),
    ),
    trait: form(
      [
        "you (are|'re|were|can be|sound|seem|act|behave) _ [being|acting|such|like] [a|an|the|one of|most|more|too] _ [most|more|kind of|bit|little] _ (<fault>|<faultNoun>)",
        "you (are|'re|can|have) ~ (incapable|unable|impossible|no (good|use|fun|help|heart|shame|empathy|respect|idea|spine|clue|sense|loyalty|manners))",
        "(just|exactly|so) [much] [like|as] (your|my) (mother|father|mum|dad|ex|sister|brother|parents|family)|you (are|were) (always) ",
      ].join(or),
    ),
    why: form(
      [
        "what (is) _ (wrong|your) [with] [you]|what is the matter with you|what (kind|sort|type) of (a )?\\S+ (does|would|are|is|do|goes|treats|leaves|lets)|you [have|'ve] [got] no (conscience|heart|shame|soul|empathy|feeling|feelings|loyalty|respect|humour|warmth|idea how)|you (would|'d) (lie|argue|complain|cheat|steal|moan|sulk|pick a fight|start a fight) ~ (about|over|with|if|in)|impossible to (please|live with|talk to|love)|(nobody|no one) can (please|live with|talk to|reach) you",
        "why (do|are|must|can|will|would|does|ca|wo) [not] (you|u) [not] _ (always|never|have to|ever|so|just|once|be|insist|such|turn|ruin|act|gotta|being|behave|treat) ~",
      ].join(or),
    ),
  },
  unless: form(
    "if you (never|always)|you always(?= \\.)|(somebody|someone|something|people|person|things|stranger) you (never|always)|you _ (always|never) (up|first|told|say the|stopped|stood|look|looked|smell|sound|remember|eat|bring|win|gave|said|knew|trusted|liked)|(presents) for|you (will|'ll) (always|never)(?! (change|learn|get))|how do you do|shall i|you (always|never) ~~ (best|lovely|perfect|thank)|you _ [have|had|were|are|'ve|'d|do|did] [just] _ (always) _ (<praise>)|you _ [have] never [once|ever] _ (lied|hurt|cheated|complained|doubted|stopped|forget|forgot|looked|told me that you|did anything|gave up|wanted|needed|cease|fail)|not you|you are (not|never) _ (<fault>|too|the|being|making)|i (was|am) (always|never|so)|(if|when|since|that|how|so|as) you (never) (know|knew|loved|felt)|you have no idea (how|what)|even if you|to explain|called you|call you|made you (feel|out)|you (have|'ve) (got )?(every|a) right|i (said) (that )?you|you feel|you felt|you will (never) (be|have to|need|find|see)",
  ),
  unlessBefore: form("(i|he|she|they|people) ~ (said|say|told|called|made|thought|let|treated|acted) ~ "),
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
