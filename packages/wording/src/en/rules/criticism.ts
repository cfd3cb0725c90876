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
        "(it is|everything is) always about you|(here|there) you go again|typical of you|so like you|must you always|shame on you|you [<dear>] [do|are|have|can|will|would|just|really] [just] (always|never|constantly|forever) [<adv>] [have to|got to|need to|be|want to] \\S+",
        "all (you|u) [<adv>] (ever )?(do|care|think|want|talk)|(nothing|everything) [<adv>] (is|i do is|has to be|must be|we do) [<adv>] [ever|always|good|enough|right] ~ (you|your|enough|wrong)|you [<adv>] (do|did|have|can|could|will) not [<adv>] [even] (care|give a|think|respect|love|listen|respect|bother|lift|be trusted|admit|own|commit|handle|accept|stop) ~ (anyone|anybody|about|me|us|damn|shit|to|enough|with|truth|how|what|finger|heart|this|trusted|\\.|but|others|people|else)",
        "not once (have|did) you|(living|life) with you (is|has)|" +
          "[only] (you|u) (make|turn|take|blow) (everything|every|it all) ~ (into|about|so|out|drama|a|hard)|every (single )?time (i|we|you) ~~ you [<adv>] (start|do|have|get|make|turn|ruin|find|go|pick|sulk|blame|attack|twist|say|shut|explode)",
      ].join(or),
    ),
    trait: form(
      [
        "you (are|'re|were|can be|sound|seem|act|behave) [<adv>] [being|acting|such|like] [a|an|the|one of|most|more|too] [<adv>] [most|more|kind of|bit|little] [<adv>] (<fault>|<faultNoun>)|such (a|an) [\\S+] (<faultNoun>)",
        "you (are|'re|can|have) [<adv>] (incapable|unable|impossible|no (good|use|fun|help|heart|shame|empathy|respect|idea|spine|clue|sense|loyalty|manners))",
        "(just|exactly|so) [much] [like|as] (your|my) (mother|father|mum|dad|ex|sister|brother|parents|family)|you (are|were) (always) ",
      ].join(or),
    ),
    why: form(
      [
        "what (is) [<adv>] (wrong|your) [with] [you]",
        "why (do|are|must|can|will|would|does|ca|wo) [not] (you|u) [not] [<adv>] (always|never|have to|ever|so|just|once|be|insist|such|turn|ruin|act|gotta|being|behave|treat) ~|(could|can|would) you [<adv>] (ever|once) ~",
        "a (hard|cold) (man|woman) to|(impossible|hard|no use) (to|talking|living|trying|being) [\\S+] (you|to you)",
      ].join(or),
    ),
  },
  unless: form(
    "you [<adv>] (always|never) (up|first|told|say the|stopped|stood|look|looked|smell|sound|remember|eat|bring|win|gave|said|knew|trusted|liked)|(presents) for|you (will|'ll) (always|never)(?! (change|learn|get))|how do you do|shall i|you (always|never) ~~ (best|lovely|perfect|thank)|you [<adv>] [have|had|were|are|'ve|'d|do|did] [just] [<adv>] (always) [<adv>] (<praise>)|you [<adv>] [have] never [once|ever] [<adv>] (lied|hurt|cheated|complained|doubted|stopped|forget|forgot|looked|told me that you|did anything|gave up|wanted|needed|cease|fail)|not you|you are (not|never) [<adv>] (<fault>|too|the|being|making)|i (was|am) (always|never|so)|(if|when|since|that|how|so|as) you (never) (know|knew|loved|felt)|you have no idea (how|what)|even if you|to explain|called you|call you|made you (feel|out)|you (have|'ve) (got )?(every|a) right|i (said) (that )?you|you feel|you felt|you will (never) (be|have to|need|find|see)",
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
