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
        `(you|your) ~ (nightmares|panic attacks?|flashbacks|sleepless nights)|(haunts|torments) you|you [now|still] (flinch|freeze|tremble|go quiet|wince)|you [have|had|'d|were|are|will] _ [been] [left] _ (<feel>|left|living|lying|sitting|walking|become|became) _ [as] [so|like|very|such|a bit|you are|in the|with a] [a|an|the] _ (<deep>|like|as if|unsafe|fear|shame)`,
        "you must (feel|have felt|be feeling) _ (<deep>)",
        "you (are|were|have been) _ (<deep>)(?! (about|of) (money|the))",
        "how _ (<deep>) (you|it (made|makes|left)|this)|(made|makes|making|left|leaves|leaving|make) you _ [feel] _ [like] [as if] [a|an] _ (<deep>|like|doubt|wonder|believe|cry|feel as)",
        "your (fear|shame|grief|terror|panic|dignity|sleep|sanity|peace|safety|hands|heart|body|hair|faith) (is|was|were|are|of|when|that|shake|race|races|shakes|has|have|at|in|about|breaks|broke|after|from)",
      ].join(or),
    ),
    effect: form(
      [
        "you _ (can|could) _ not _ [even] (sleep|eat|look|walk|go|sit|hear|listen|drive|pass|stand|bear|face|enter|touch|be|breathe|focus|work|rest|relax|enjoy|open|see|read|watch|laugh|pray|think|stop|say|talk to|tell|use|wear|step|swallow|keep|get out|get up|hold|even|stomach|picture)",
        "you _ (do|did|have|are|were) not _ (slept|sleep|sleeping|eaten|eat|eating|laugh|laughed|sing|sung|smile|smiled|trust your own|wanted to (see|go|touch|leave)|go out|gone back|seen|feel (safe|at home|wanted)|dance|sing|know (what|which|who|whether|if) ~ (was|is|were|are|true|real))",
        "you [have|'ve|had|'d|are|were|keep|kept|still|also|just|only|now|always|started|began|spend|spent|used to|would] _ (<body.any>) (at|when|every|each|in|until|till|all|to|the|if|and|because|before|over|for|,|\\.|from|by|whether|your|which|how|of|on|that|behind|with|through|about|what|around|alone|next|so|as|three|twice|after|like)",
        "you [have|'ve|had|'d] _ (lost|stopped|quit|gave up|missed|avoid|avoided|dropped) _ (your|the|weight|a|me|sleep|trust|faith|all|\\S+ (kilos|pounds|kg|stone|pounds|years)|so|singing|going|eating|seeing|wearing|talking|working|cooking|playing|dancing|coming|calling|answering|reading|running|smiling|telling|both|count)",
        "you _ (had|have) _ (to (lie|invent|tell|smile|face|hear|ring|sit|go|get|find|make|hide|cover|watch|carry|call|ask|stand|walk|sleep|sell|leave|move|act|keep|learn|be|do|start|work|take|give|look|read|see)|panic|nobody|been dreading) ",
        "i (took|take|taken|stole|robbed) _ (away|you of|that (away))",
        "you found out (at|in|from|on|by|through|with|when|while)|you (found|read|saw|opened|heard|learned) ~~ (with|while|alone|at your)",
        "[because of (me|that|this)] you [now] (wake|lie|cry|sit|eat|walk|sleep|go|look|hear|read|count|whisper|jump|flinch|check|turn|hold|keep|watch|carry|ask) ~~ (when|every time|until|alone|in the (car|shower|bathroom|night|dark|morning)|now|anymore|so that|so the|because|before|now)",
        "(they|everyone|people|all) [all] (look|looks|stare|stares|laugh|whisper) at you",
        "you (told|tell|wrote|said) [to] [me|her|him|us|<name>|(my|your|our|the) \\S+] [that] (you|it|the|food|nothing|even) ~~ (feel|felt|feels|like|as if|afraid|scared|can not|do not know|never|lost|hate|tastes|nothing|died|alone|safe|sleep|which)",
        "you (went|go|drove|drive|sat|sit|stood|stand|lay|wait|ate|slept|heard|faced) ~~ (alone|by yourself)",
        "you _ (sleep|slept) (on|in|with|at) ~|you _ (thought|think|believe|fear|feared|worry|worried|felt) [that] (everyone|people|they|your|you were|you are|i would|i will|nobody|no one) ~~ ",
      ].join(or),
    ),
  },
  unless: form(
    "let you (think|believe)|sorry [that] you (woke|saw|found)|(if|should|whether) (you|any|this|that|it|i|my) |(must|may|might) be _ (hard|difficult|tough)|you (are|'re|were) (being|so|such|just|always) |are you|do you|did you|you (always|never) (make|cry|have to|play)|you (have|'ve) (got )?(a|every|the) right|(do not|never|not) (cry|worry)|(sorry) [that] you (had|lost|have|are|feel|got|were|found)|thank|you get to|party|you (can|could) (ask|check|look|see|have|call|read|keep)|right to|no wonder|of course you|(understand|get|see|know|is|blame) why you|makes sense|normal that|i would",
  ),
});
/** In a whole letter a plain sentence of what the reader does now is seldom anything else. */
const inLetter = finder({
  label: "compassion",
  speakers: ["harmer"],
  on: "sentence",
  forms: {
    now: form(
      "you (do|are|can|have) not ~~ (any more|anymore|any longer)|you no longer ~|(?<=^ )now you ~|you (are|were) _ (?!(being|asking|going|making|coming|right|overreacting|punishing|having|getting|doing this))\\w+ing ~|you [have] (take|took|taken|come|lay|lie|cried|cry|wept|weep|put away|moved|turned|hid|washed|counted|drove|walked|asked|rang|wash|carry) ~~ (alone|late|night|door|yourself|again|morning|so|to|from|with|since)",
    ),
  },
  unless: form("\\?|i would|if you|(must|should|have to|please|can) |you (told|said|asked) me to"),
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
