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
        "you must (feel) _ (<deep>)",
        "you (are|have been|were) _ (<deep>)(?! (about|of) (money|the))",
        "how _ (<deep>) (you|this)|(left|made|make|makes) you _ [feel] _ [like] [as if] [a|an] _ (cry|doubt|like)",
        "your (body|faith|fear|grief|hair|hands|heart|panic|peace|shame|sleep) (about|after|are|at|broke|from|has|have|in|is|of|race|races|shake|that|was|were|when)",
      ].join(or),
    ),
    effect: form(
      [
        "you (do|did|have|had) not [<adv>] (worn|wear|touch|been to|told) ~ (since)|you _ (can|could) _ not _ [even] (be|bear|drive|eat|enjoy|enter|even|face|focus|go|hear|hold|keep|laugh|listen|look|open|pass|pray|read|relax|rest|say|see|sit|sleep|stand|step|stop|tell|think|touch|use|walk|watch|wear|work)",
        "you _ (are|did|do|have|were) not _ (slept|sleep|eaten|eat|laugh|sing|sung|smile|trust your own|seen|dance|sing)",
        "you ['d|'ve|also|always|are|began|had|have|just|keep|kept|now|only|spend|spent|started|still|used to|were|would] _ (<body.any>) (at|when|every|each|in|until|till|all|to|the|if|and|over|for|,|\\.|from|by|your|which|how|of|on|that|with|about|what|alone|next|so|as|three|twice|after|like)",
        "you ['d|'ve|had|have] _ (avoid|gave up|lost|quit|stopped) _ (your|the|a|me|sleep|trust|faith|all|\\S+ (kg|kilos|stone|years)|so|singing|going|eating|wearing|coming|both|count)",
        "you _ (had|have) _ (to (act|ask|be|call|carry|cover|do|face|find|get|give|go|hear|hide|keep|learn|leave|lie|look|make|move|read|ring|see|sell|sit|sleep|smile|stand|start|take|tell|walk|watch|work)|panic|been dreading) ",
        "i (stole|take|taken|took) _ (away)",
        "you found out (at|by|from|in|on|when|while|with)|you (found|heard|read|saw) ~~ (alone|while|with)",
        "[because of (me|that|this)] you [now] (ask|carry|check|count|cry|eat|go|hear|hold|jump|keep|lie|look|read|sit|sleep|turn|wake|walk|watch) ~~ (when|every time|until|alone|in the (car|dark|night)|now|because|before|now)",
        "you (said|tell|told|wrote) [to] [me|her|him|us|<name>|(my|our|the|your) \\S+] [that] (even|food|it|the|you) ~~ (alone|as if|can not|died|do not know|feel|feels|felt|hate|like|lost|never|safe|sleep|which)",
        "you (ate|drive|drove|faced|go|heard|lay|sat|sit|slept|stand|stood|wait|went) ~~ (alone)",
        "you _ (sleep|slept) (at|in|on|with) ~|you _ (fear|felt|think|thought|worry) [that] (everyone|they|your) ~~ ",
      ].join(or),
    ),
  },
  unless: form(
    "let you (think)|sorry [that] you (found|saw|woke)|(if|should|whether) (any|i|it|my|that|this|you) |(may|might|must) be _ (hard|tough)|you ('re|are|were) (always|being|just|so|such) |are you|do you|did you|you (always|never) (cry|have to|make|play)|you ('ve|have) (got )?(a|every|the) right|(never|not) (cry|worry)|(sorry) [that] you (are|feel|found|got|had|have|lost|were)|thank|party|you (can|could) (ask|call|check|have|keep|look|read|see)|right to|no wonder|of course you|(blame|get|is|know|see|understand) why you|makes sense|normal that|i would",
  ),
});
/** In a whole letter a plain sentence of what the reader does now is seldom anything else. */
const inLetter = finder({
  label: "compassion",
  speakers: ["harmer"],
  on: "sentence",
  forms: {
    now: form(
      "you (are|can|do|have) not ~~ (any more|anymore)|you no longer ~|(?<=^ )now you ~|you (are|were) _ (?!(asking|being|coming|doing this|getting|going|having|making|overreacting|right))\\w+ing ~|you [have] (asked|carry|come|cried|cry|drove|hid|lay|lie|moved|rang|take|taken|took|wash|weep|wept) ~~ (again|alone|door|from|late|night|since|so|to|with)",
    ),
  },
  unless: form("\\?|i would|if you|(can|have to|must|please|should) |you (asked|said|told) me to"),
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
