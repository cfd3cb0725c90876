import { type Examples, finder, overlaps, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const find = finder({
  label: "validating",
  on: "segment",
  forms: {
    sense: form(
      [
        "(fair|valid|good|reasonable|natural|sensible|normal|logical|understandable) [enough|only] (question|(thing|of you|one|for you|) to (ask|be|want|check|wonder|worry|doubt|fear|feel))|you (would|'d) be (<fault>|foolish|mad|daft|silly|a fool|an idiot) not to|(anyone|anybody|any \\S+) (would|'d) (ask|check|wonder|worry|doubt|want to know)|i (would|'d) (ask|check|wonder|worry|doubt) (that|it|the same|too|as well)|who would not (ask|be|feel|doubt|worry)|you (must|may|should|can|have to) [always|be able to|<adv>] ask|ask (me|it) _ [this|that|it] _ (again|any time|anytime|whenever|whatever|as (often|many|much)|every|all you)|(earned|have) the right to|(never|not|no need to) [have to] (apologise|be sorry|say sorry|feel bad|feel guilty) for (ask|cry|check|feel|worry|need|want|doubt|be)ing|strange if you did not|rightly so|(naturally|of course|sure|rightly) [that] you (ask|asked|want to know|wonder|check|doubt)|no question [\\S+] [\\S+] [\\S+] (off|out|too|stupid|forbidden)|keep asking|(glad|good) [that] you (ask|say|tell|told|said)|i (get|understand) it(?= (\\.|,|$))|you were right to (ask|check|doubt|worry)|(must|would) have been _ (frightening|terrifying|scary|horrible to)|(it|that|this|which|you|(?<=^ )) _ (makes|make|made|making) _ [complete|perfect|total|all the|full] sense|(a|that is a|it is a) _ (fair|good|natural|valid|right|honest|normal) (question|point|worry|fear|concern)",
        "you (have|'ve|got|have got|'ve got|had) _ (a|every|the|all the|good|full|reason|reasons|each|total) _ (right|rights|reason|reasons|cause|grounds) [in the world] _ ~|you (are|were|'re) _ [well] (right|entitled) _ (to|not to|in|about|that|be)(?! (me|us) ) ~|why would not you (doubt|ask|check|be|think|feel|worry|want)|(ask|check|doubt) away|it is (right|fair|only logical|normal) that (you|u)|no wonder [that] (you|u|it|this)|(of course) [it|that|this|you] _ (you|it|u|that|this|hurts|feels|is) _ [do not] (want|need|feel|ask|are|trust|think|worry|check|have|would|hurt|hurts|upset|know|doubt|feels|angry|did|do|find|hate|still|don't|get|lie|were|hard|makes)",
        "(if i were you|in your (place|shoes)|i) [,] [i] _ (would|'d|might) _ [have|be|feel|been|felt] _ (ask|feel|be|been|felt|feel it|want|worry|worried|scared|wonder|think|thought|doubt|suspicious|check|angry|furious|same|find it) _ [the] (too|as well|that|furious|angry|scared|it|worse|more|to know|also|worried|asked|exactly|asking|\\.|,)|i (would|'d) [have been|be|feel|ask|have asked] _ [\\S+] (too|as well)(?= (\\.|,|$))",
        "(do|would|will|could|can|did) not _ blame you|(you|u) (are|were|'re) _ not _ [being|making|asking|going] _ (silly|crazy|paranoid|mad|stupid|overreacting|too (much)|imagining|wrong|being|needy|jealous|insane)",
        "(thank you|thanks|i am (glad|happy)|good) _ [so much|for|that|it|you|it that|when] _ [you] (ask|asked|asking|telling|tell|told|saying|said|say|brought|letting|came to|opening|sharing|spoke) ~|i (would|'d) rather (you) ~|(you|u) can _ (always )?(ask|tell|say|feel|doubt|cry) ~|(it is|it 's|is) _ (ok|fine|right|good|normal|understandable|human) _ (that you|you|u)|(your|that|the|this) (anger|fear|worry|doubt|hurt|rage|grief|doubts|fears|worries) _ (is|are) _ (real|valid|justified|welcome|fair|right|ok|normal|yours|allowed|earned)|you (get|got) to (be|feel|ask|decide|say|take|know)",
        "(i|we) [can|do|could] _ (understand|get|see|can see|hear|accept) _ (why (you|u|that|this|it)|how (that|this|it|bad|much|hard|scary|awful)|that (that|this|it) (hurts|scared|scares|looks|sounds|feels|brings|must|was|is)|that you (need|want|ask|asked|do not|can not|are (<reaction>)|worry|would|might|doubt|find)|you (need|want|are _ (<reaction>)|worry|would|might|doubt))|i (hear|feel) (you|u)(?= (\\.|,|and|$|!|when|now|but))|i (know|understand) [that] (a|the|my|when|every|an|it|that|silence|being|seeing) ~ (is not just|means|brings|feels|scares|looks|sounds|reminds|must|hurts|is hard) ~|(yes|yeah|ok|sure) , (again|ask)",
      ].join(or),
    ),
  },
  unless: form(
    "(kettle|tea|dinner|milking|remind me)|the right (shoes|one|key|time|size|bus|train|page|idea|place|way|day|thing|tool)|right about the|told (her|him|them|your|the|my)|straight away|(?<! me) too (much|many|late|far|drunk|tired|long|hard)|for letting me(?! know)|understand (the) (train|meeting|bus|bill|rules|film|point|code|plan|recipe)|right (next|beside|there)|i get (the|a|to)|you have no|always worried|no right|right to know|of course (i|he|she|we|they)|you always",
  ),
});

export const rule: Rule = {
  name: "feeling-welcome",
  label: "validating",
  sources: [sources.coaching, sources.antidotes],
  find: (reading, context, found) =>
    find(reading, context, found).filter(
      (hit) =>
        (context.speaker !== "hurt" || context.replyTo !== "") &&
        !overlaps(hit, found, "contempt", "irritated") &&
        !/ yes yes /.test(hit.sentence.text),
    ),
};

export const examples: Examples = {
  reason: "Being told that the worry makes sense is, for many, half of the answer.",
  flags: [
    { text: "It makes sense that you ask.", speaker: "harmer" },
    { text: "You have every right to be angry.", speaker: "harmer" },
    { text: "I get why you're worried.", speaker: "harmer", replyTo: "Where are you?" },
  ],
  passes: [
    { text: "You were right about the boiler.", speaker: "harmer" },
    { text: "Thank you for letting me come.", speaker: "harmer" },
    { text: "I understand the train leaves at six.", speaker: "either" },
    { text: "I see that you have fed the cat.", speaker: "either" },
  ],
};
