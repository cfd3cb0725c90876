import { type Examples, finder, overlaps, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const other =
  "(you|she|he|<name>|(her|his|my|our|your) [best|old|so called] <role>|my mates|(a|the) (girl|guy|man|woman)|people)";
const find = finder({
  label: "blame_shift",
  speakers: ["harmer", "either"],
  on: "segment",
  forms: {
    caused: form(
      [
        `so (did|have) you|why do you think i|rich coming from you|two-way street|fifty fifty|not (all|entirely|just|only) my (doing|fault)|${other} _ ['d|'ve|are|had|have|is|keep|kept|the one who|was|were] _ (backed|caused|convinced|dared|dragged|drive|driven|driving|drove|egged|forced|leading|led|made|make|making|push|pushed|pushing|talked|tricked) (me|us|me \\S+|it) _ (to|into|on|do|lie|away|feel|hide|cheat|go|out|look|want|over|along|there|turn|happen|that|this|with|in|unable|\\.|,|because|crazy|mad|look elsewhere|sneak|spend|drink)`,
        `${other} [had|have] _ (gave|give|given|leave|left) me [with] _ (any|little|no|not much|nothing|without) (choice|else|option|other|reason|way)`,
        "that (drove) me",
        `(because|down to|due to|since) [of] _ [<dear>] (<name>|he|her|his|she|they|you|your) _ ('d|always|are|can|could|did|do|family|get|go|had|have|ignored|is|job|keep|kept|lack|left|made|moods|mother|nagging|never|pushed|refused|started|stopped|temper|treated|was|were|work|would) ~`,
        `${other} ('s|are|is|was|were) _ [half|part of|partly] (the reason|to blame|the cause|the problem|why|at fault|responsible|the one who (asked|began|broke|came|chased|did|invited|kept|kissed|left|made|messaged|pushed|ruined|started|wanted)|just as (bad|guilty|much|responsible)|as (bad|guilty|much to blame|responsible)|also (guilty|responsible|to blame)|equally|not (a saint|an angel|exactly|innocent|perfect)|no (angel|better|saint)|hardly (a|innocent|one to|perfect)|partly|half)`,
        "(her|his|your) (constant|drinking|fault|idea|temper) ~ |your own contribution|your share (in|of|to) (all|it|the)",
      ].join(or),
    ),
    counterfactual: form(
      [
        "if (he|she|you) ['d|did|had|have|was|were|would] _ ~~ (i|it|we) ('d|would) _ (be|n't|not)",
        "(if|maybe if) (he|she|you) ('d|did|had|was|were) _ (been|let|not|stayed)",
        "you ('d|would) (never|not) have (let|understood)|(as|like) you did|you knew who i (am|was)|none of this would ~~ if",
      ].join(or),
    ),
    third: form(
      [
        "(she|he|(her|his|my|our|the|your) [old|best|own|bank|\\S+] (<role>|man|lot|fella|guy)) _ ((did|would) not (leave me|let)|was _ (on my back|pushing|the one)|talked me|threw herself|came on to|seduced|has been poisoning)",
        "(boss|dad|mum|he|she) _ (pressured|put) me [up] (do|go|in|on|to)",
      ].join(or),
    ),
    shared: form(
      [
        "what (am|was) i supposed to ~|(her|his|your) (dad|mother|mum) (had|has|is|was) _ been ~|maybe if you ~|you (had|have) not [exactly] been ~ (either|too)|it (is|was) (you|she|he|her|him|<name>) who ~|(he|she) _ (set [\\S+] [\\S+] [\\S+] up)|you do not half|there (are|were) two [\\S+] (of|signatories)|we (all|both|two) _ (are|broke|did|got|had|let)",
        "(it|that) takes two",
      ].join(or),
    ),
    rhetoric: form(
      ["what [else] (did|do) you _ think ~~ (i|if|me|was|when|would happen)|ask yourself"].join(or),
    ),
    soThen: form(["you ~ (are|had|never|no|not|was) ~~ so i _ (did|got|had|hid)"].join(or)),
  },
  unless: form(
    [
      "when you (was|were) (at|in|on)|nothing you (did|do)|(he|she|you) _ (did|do|had) not _ (cause|make|push)",
      "i ['ve|have] _ let you ~ |made me (a|laugh|see|tea)|on your plate|(she|you) (are|was|were) _ (lied to|right|the one who was|there for)",
      "you gave me (a|every|the) chance|(who|you) (asked|loved|trusted) ~ (for|me)|because you (found|saw)",
    ].join(or),
  ),
  unlessBefore: form("(dad|he|i|mum|she|who) ~ (said|say|swore|telling|told|used to)"),
  unlessItem: form(
    "you (are|were) not cold|nothing you did|you are not the reason|(none of|not) ~ your fault|nobody pushed me",
  ),
});

export const rule: Rule = {
  name: "blame-shift",
  label: "blame_shift",
  sources: [sources.lazare, sources.coaching],
  find: (reading, context, found) =>
    find(reading, context, found).filter(
      (hit) => !overlaps(hit, found, "validating", "compassion", "contempt"),
    ),
};

export const examples: Examples = {
  reason:
    "The reader hears that the wound was their own doing, and has to defend themselves in place of being met.",
  flags: [
    { text: "You drove me to it.", speaker: "harmer" },
    { text: "If you had been home more I wouldn't have cheated.", speaker: "harmer" },
    { text: "It takes two.", speaker: "harmer" },
  ],
  passes: [
    { text: "You weren't cold. You were tired.", speaker: "harmer" },
    { text: "It was not your fault.", speaker: "harmer" },
    { text: "You made me laugh.", speaker: "harmer" },
    { text: "Nobody pushed me.", speaker: "harmer" },
  ],
};
