import { type Examples, finder, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const find = finder({
  label: "compassion",
  speakers: ["harmer"],
  on: "segment",
  forms: {
    feeling: form(
      [
        `(you|your) ~ (nightmares|panic attacks?|sleepless nights)|(haunts) you|you [now|still] (flinch|freeze|go quiet|tremble|wince)|you ['d|are|had|have|were|will] _ [been] [left] _ (<feel>|became|become|left|living|lying|sitting|walking) _ [as] [a bit|in the|like|so|such|very|with a|you are] [a|an|the] _ (<deep>|as if|fear|like|shame|unsafe)`,
        "you must have felt _ (<deep>)",
        "you (are|were) _ (<deep>)(?! (about|of) (money|the))",
        "how _ (<deep>) you|(left|made) you _ [feel] _ [like] [as if] [a|an] _ (<deep>|cry|doubt)",
        "your (hands|heart) (are|at|has|in|is|of|shake|that|was)",
      ].join(or),
    ),
    effect: form(
      [
        "you (do|did|have|had) not [<adv>] been to ~ since|you _ can _ not _ [even] (be|eat|even|face|go|hear|listen|look|say|see|sit|sleep|use|walk)",
        "you _ (are|did|do|have) not _ (slept|eat|trust your own|feel safe|know (if|which|who) ~ (are|is|was|were))",
        "you ['d|'ve|also|always|are|began|had|have|just|keep|kept|now|only|spend|spent|started|still|used to|were|would] _ (<body.any>) (at|when|every|in|until|all|to|the|if|and|for|,|\\.|by|your|how|of|on|so|as)",
        "you ['d|'ve|had|have] _ (gave up|lost|quit|stopped) _ (your|the|a|me|all|so|singing)",
        "you _ (had|have) _ (to (act|ask|be|do|get|go|invent|lie|see|sit)|nobody|been dreading) ",
        "i (took) _ (away)",
        "you found out (at|by|in|on)|you (found|saw) ~~ with",
        "[because of (me|that|this)] you [now] (ask|check|cry|eat|flinch|go|jump|lie|look|sit) ~~ (when|every time|until|in the (bathroom|car)|now|so the|now)",
        "you (said|told) [to] [me|her|him|us|<name>|(my|our|the|your) \\S+] [that] (it|the|you) ~~ (can not|do not know|felt|like|which)",
        "you (ate|go|lay|sat|sit) ~~ by yourself",
        "you _ (sleep|slept) (at|in|on|with) ~",
      ].join(or),
    ),
  },
  unless: form(
    "(if|should) (any|i|it|my|that|this|you) |(may|must) be _ hard|you ('re|are) (always|being|just|so) |are you|do you|did you|you always (cry|have to|make)|you ('ve|have) (got )?(a|every|the) right|sorry [that] you (are|feel|got|had)|thank|you get to|you (can|could) (ask|have|look|see)|right to|(get|is|see) why you|makes sense|i would",
  ),
});
/** In a whole letter a plain sentence of what the reader does now is seldom anything else. */
const inLetter = finder({
  label: "compassion",
  speakers: ["harmer"],
  on: "sentence",
  forms: {
    now: form(
      "you (are|can|do) not ~~ (any more|anymore)|you (are|were) _ (?!(asking|being|coming|doing this|getting|going|having|making|overreacting|right))\\w+ing ~|you [have] (cry|drove|hid|lay|lie) ~~ (door|so|to)",
    ),
  },
  unless: form("\\?|i would|if you|(can|have to|must|please|should) "),
});

export const rule: Rule = {
  name: "partner-seen",
  label: "compassion",
  sources: [sources.lewicki, sources.lazare],
  find: (reading, context, found) => [
    ...find(reading, context, found),
    ...(context.part === "letter" ? inLetter(reading, context, found) : []),
  ],
};

export const examples: Examples = {
  reason: "It shows that the writer has looked at what the act does to this one person.",
  flags: [
    { text: "You can't sleep and you jump when the phone rings.", speaker: "harmer" },
    { text: "I know how ashamed you felt in front of your father.", speaker: "harmer" },
  ],
  passes: [
    { text: "This must be hard for you.", speaker: "harmer" },
    { text: "I can't sleep.", speaker: "harmer" },
    { text: "I can't sleep and I feel ashamed.", speaker: "hurt" },
  ],
};
