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
        `you [have|had|'d|must have|were|are|will] [<adv>] [been] [left] [<adv>] (<feel>|left|living|lying|sitting|standing|walking|made to feel|become|became|been left) [<adv>] [as] [so|like|very|such|a bit|that you are|you are|you were|as if you were|like you are|as though you are|in the|with a] [a|an|the] [<adv>] (<deep>|like|as if|as though|unsafe|fear|shame)`,
        "you (are|were|have been|'ve been) [<adv>] (<deep>)(?! (about|of) (money|the))",
        "how [<adv>] (<deep>) (you|it (made|makes|left)|that (made|makes|must)|this)|(made|makes|making|left|leaves|leaving|make) you [<adv>] [feel] [<adv>] [like] [as if] [a|an] [<adv>] (<deep>|like|doubt|question|wonder|believe|cry|think you|feel as|feel like)",
        "your (fear|shame|humiliation|loneliness|grief|terror|panic|nightmares|sense of|dignity|self-respect|self-esteem|self-worth|confidence|sleep|appetite|sanity|peace|safety|innocence|hands|heart|body|hair|faith|panic attacks|loneliness|memories|embarrassment) (is|was|were|are|of|when|that|shake|race|races|shakes|has|have|at|in|about|breaks|broke|after|from)",
        "you (are|were|feel|felt|'ve been|have been) [<adv>] (scared|terrified|afraid|frightened|ashamed|embarrassed|humiliated)",
      ].join(or),
    ),
    effect: form(
      [
        "you [<adv>] (can|could) [<adv>] not [<adv>] [even] (sleep|eat|look|walk|go|sit|hear|listen|drive|pass|stand|bear|face|enter|touch|be|breathe|concentrate|focus|work|trust your|rest|relax|enjoy|open|see|read|watch|laugh|pray|think|stop|remember|say|talk to|tell|use|wear|set foot|step|swallow|keep|get out|get up|hold|even|stomach|picture|bring yourself|close your)",
        "you [<adv>] (do|did|have|are|were) not [<adv>] (slept|sleep|sleeping|eaten|eat|eating|laugh|laughed|sing|sung|smile|smiled|trust your own|trust yourself|want to (see|touch|go|be seen|leave|live)|wanted to (see|go|touch|leave)|go out|gone out|gone back|seen|spoken to|talk to your|feel (safe|like yourself|at home|beautiful|wanted)|recognise|dance|sing|know (what|which|who|whether|if) ~ (was|is|were|are|true|real)|believe (your own|anything|anyone|yourself)|answer the|let anyone|tell anyone)",
        "you [have|'ve|had|'d|are|were|keep|kept|still|also|just|only|now|always|started|began|spend|spent|used to|would] [<adv>] (<body.any>) (at|when|every|each|in|until|till|all|to|the|if|and|because|before|over|for|,|\\.|from|by|whether|your|which|how|of|on|that|yourself|behind|with|through|about|what|at night|around|alone|next|so|as|three|twice|after|like)",
        "you [have|'ve|had|'d] [<adv>] (lost|stopped|quit|given up|gave up|missed|cancelled|moved out|moved in|left the|left your|avoid|avoided|withdrawn|dropped) [<adv>] (your|the|weight|a|me|sleep|trust|faith|all|\\S+ (kilos|pounds|kg|stone|pounds|years)|everyone|so|singing|going|eating|sleeping|seeing|wearing|talking|laughing|inviting|working|cooking|painting|playing|dancing|coming|calling|answering|believing|reading|running|smiling|telling|trusting|both|interest|count)",
        "you [<adv>] (had|have|'ve had) [<adv>] (to (explain|pretend|lie|invent|tell|smile|face|hear|ring|sit|go|get|find|make|hide|cover|listen|watch|carry|answer|call|cancel|ask|stand|walk|sleep|borrow|sell|leave|move|act|keep|learn|be|do|start|work|take|give|look|read|see)|a panic|panic|nightmares|a nightmare|no one|nobody|a breakdown|an anxiety|flashbacks|been left|been carrying|been sick|been alone|been lying|been crying|been dreading|been waking|been living|been walking|been looking|been having|people) ",
        "you (are|were) the one (who|that) [<adv>] (has|have|had|is|was|gets|got|wakes|cries|pays|lies|lay|stood|found|sat|carries|carried|lives|explained|who)",
        "i (took|take|taken|stole|robbed|have taken|have stolen|destroyed|took away|have robbed) [<adv>] (away|from you|you of|your (sense|peace|safety|home|sleep|trust|choice|faith|dignity|joy|friends|friend|family|place|best|chance|memories|privacy|confidence|self)|that (away|from you)|the (peace|safety|one|joy|trust|years))",
        "(cost|costs|robbed|deprived|took from|taken from|stripped) you [<adv>] [of] (your|the|a|sleep|friends|years|months|any|so|everything you|that)",
        "(has|have|had|it) [<adv>] (made|left|turned) you [<adv>] (doubt|question|wonder|unable|afraid|scared|feel|into|with|lose|jump|check|avoid|cry|believe)",
        "you found out (at|in|from|on|by|through|with|when|while|in front)|you (found|read|saw|opened|heard|learned|discovered) ~~ (with|while|alone|in front of|by yourself|on your own|at your|the kids)",
        "[because of (me|that|this|what i did)] you [now] (wake|lie|cry|sit|eat|walk|sleep|go|look|hear|read|count|whisper|jump|flinch|check|turn|hold|keep|watch|carry|ask) ~~ (when|whenever|every time|each time|all night|at night|until|alone|in the (car|shower|bathroom|night|dark|morning)|now|any more|anymore|so that|so the|because|before|now)",
        "in front of (your|everyone|the whole|all)|(everyone|everybody|half of them|they all|people|the whole \\S+) ~ (knew|know|knows|laughing|laughed|talk|talks|talking|whisper|stare|look at you|looks at you|saw) ~",
        "your (mother|mum|father|dad|parents|family|friends|sister|brother|colleagues|boss|kids|children|hands|stomach|heart|body|weight|hair) ~ (will not|do not|does not|look|looks|know|knows|knew|asked|pity|shake|shakes|race|races|is coming|are coming|falling|fell|has|have) ~",
        "(sleep|sleeping|eat|eating|breathe|relax|trust yourself|concentrate) (is|has been|became|has become) ~ (impossible|hard|gone)|(taste|tastes|tasted) (of|like) nothing|(haunts|haunt|haunted|torments|torment|tormented|tortures|torturing) you|(sleepless nights|nightmares|panic attack|panic attacks|flashbacks)",
        "you (told|said to|tell|wrote|said) [me|to me|your \\S+] [that] (you|it|the|food|everything|nothing) ~~ (feel|felt|feels|like|as if|as though|afraid|scared|can not|could not|do not know|never|lost|hate|tastes|nothing|died|stranger|alone|safe|sleep|which)",
        "you (went|go|drove|drive|sat|sit|stood|stand|lay|waited|wait|walked|ate|slept|heard|faced|gave birth|came home) ~~ (alone|by yourself|on your own|without me|not knowing|wondering|crying|knowing|in the dark|while i|with (a|that|the) (fear|shame|knowledge))",
        "you (flinch|jump|freeze|shake|tremble|tense|panic|go quiet|go pale|wince)",
        "you [<adv>] (sleep|sleeps|slept) (on|in|with|at) ~|(you|u) sleep [<adv>] (alone|badly|with)|you (gave|give) up ~|you have (nobody|no one|no friends|nowhere) ~|(nobody|no one) (to talk to|you can|left)|(laughing|talking|whispering|gossiping) (at|about|behind) you|you [<adv>] (thought|think|believe|believed|fear|feared|worry|worried|are sure|felt) [that] (everyone|everybody|people|they|the whole|your|you were|you are|it was your|i would|i will|i do not|nobody|no one) ~~ |you (stopped|stop|quit|no longer|never) (answer|answering|go|going|open|opening|see|talk|trust|sing|eat|laugh|leave|wear|come|invite|feel|want|visit|call) ~|everyone ~ knew (but|except) you|(trust|believe) your own (eyes|mind|memory|judgement|feelings|gut)",
      ].join(or),
    ),
  },
  unless: form(
    "(if|should|unless|whether) (you|any|this|that|it|i|my) |(must|may|might) be [<adv>] (hard|difficult|tough|painful)|you (are|'re|were) (being|so|such|just|always) |are you|do you|did you|have you|you (always|never) (make|cry|have to|play)|you (have|'ve) (got )?(a|every|the) right|(do not|never|not) (cry|worry)|(sorry|regret) [that] you (had|lost|have|are|feel|got|were|found)|thank|you get to|dad this year|puppy|party|film|movie|so happy|you (can|could) (ask|check|look|see|have|call|read|keep)|right to|no wonder|of course you|(understand|get|see|know|is|blame) why you|makes sense|make sense|normal that|i would",
  ),
});

export const rule: Rule = {
  name: "partner-seen",
  label: "compassion",
  reason: "It shows that the writer has looked at what the act does to this one person.",
  sources: [sources.lewicki, sources.lazare],
  find,
};

export const examples: Examples = {
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
