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
        "how _ (<deep>) (you|this)|(leaves|left|made|make|makes|making) you _ [feel] _ [like] [as if] [a|an] _ (<deep>|cry|doubt|like|wonder)",
        "your (body|faith|fear|grief|hair|hands|heart|panic|peace|safety|sanity|shame|sleep|terror) (about|after|are|at|breaks|broke|from|has|have|in|is|of|race|races|shake|shakes|that|was|were|when)",
      ].join(or),
    ),
    effect: form(
      [
        "you (do|did|have|had) not [<adv>] (worn|wear|touch|opened|been to|called|told) ~ (since)|you _ (can|could) _ not _ [even] (be|bear|drive|eat|enjoy|enter|even|face|focus|get up|go|hear|hold|keep|laugh|listen|look|open|pass|pray|read|relax|rest|say|see|sit|sleep|stand|step|stop|tell|think|touch|use|walk|watch|wear|work)",
        "you _ (are|did|do|have|were) not _ (slept|sleep|eaten|eat|eating|laugh|sing|sung|smile|smiled|trust your own|go out|seen|dance|sing)",
        "you ['d|'ve|also|always|are|began|had|have|just|keep|kept|now|only|spend|spent|started|still|used to|were|would] _ (<body.any>) (at|when|every|each|in|until|till|all|to|the|if|and|before|over|for|,|\\.|from|by|your|which|how|of|on|that|behind|with|about|what|around|alone|next|so|as|three|twice|after|like)",
        "you ['d|'ve|had|have] _ (avoid|gave up|lost|missed|quit|stopped) _ (your|the|weight|a|me|sleep|trust|faith|all|\\S+ (kg|kilos|pounds|stone|years)|so|singing|going|eating|seeing|wearing|coming|both|count)",
        "you _ (had|have) _ (to (act|ask|be|call|carry|cover|do|face|find|get|give|go|hear|hide|invent|keep|learn|leave|lie|look|make|move|read|ring|see|sell|sit|sleep|smile|stand|start|take|tell|walk|watch|work)|panic|nobody|been dreading) ",
        "i (robbed|stole|take|taken|took) _ (away|you of)",
        "you found out (at|by|from|in|on|when|while|with)|you (found|heard|opened|read|saw) ~~ (alone|while|with)",
        "[because of (me|that|this)] you [now] (ask|carry|check|count|cry|eat|flinch|go|hear|hold|jump|keep|lie|look|read|sit|sleep|turn|wake|walk|watch) ~~ (when|every time|until|alone|in the (car|dark|night|shower)|now|so the|because|before|now)",
        "you (said|tell|told|wrote) [to] [me|her|him|us|<name>|(my|our|the|your) \\S+] [that] (even|food|it|the|you) ~~ (afraid|alone|as if|can not|died|do not know|feel|feels|felt|hate|like|lost|never|safe|scared|sleep|tastes|which)",
        "you (ate|drive|drove|faced|go|heard|lay|sat|sit|slept|stand|stood|wait|went) ~~ (alone)",
        "you _ (sleep|slept) (at|in|on|with) ~|you _ (fear|feared|felt|think|thought|worry) [that] (everyone|i will|no one|nobody|people|they|your) ~~ ",
      ].join(or),
    ),
  },
  unless: form(
    "(if) (i|my|that|this|you) |(must) be _ (hard)|you (are) (always|so) |are you|do you|did you|you (always) (have to|make)|you (have) (got )?(every) right|(sorry) [that] you (feel|had)|thank|you (can) (look)|right to|(get) why you|makes sense|i would",
  ),
});
/** In a whole letter a plain sentence of what the reader does now is seldom anything else. */
const inLetter = finder({
  label: "compassion",
  speakers: ["harmer"],
  on: "sentence",
  forms: {
    now: form(
      "you (are|can|do|have) not ~~ (any more|anymore)|you no longer ~|(?<=^ )now you ~|you (are|were) _ (?!(asking|being|coming|doing this|getting|going|having|making|overreacting|right))\\w+ing ~|you [have] (asked|carry|come|cried|cry|drove|hid|lay|lie|moved|rang|take|taken|took|turned|walked|wash|washed|weep|wept) ~~ (again|alone|door|from|late|night|since|so|to|with)",
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
