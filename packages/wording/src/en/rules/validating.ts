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
        "(fair|good|logical|natural|normal|understandable|valid) [enough|only] (question|[thing|one|of you|for you] to (ask|be|check|doubt|fear|feel|want|wonder|worry))|you ('d|would) be (<fault>|a fool|an idiot|daft|foolish|mad|silly) not to|(anyone|anybody|any \\S+) ('d|would) (ask|check|doubt|want to know|wonder|worry)|i ('d|would) (ask|check|doubt|wonder|worry) (as well|it|that|the same|too)|who would not (ask|be|doubt|feel|worry)|you (can|have to|may|must|should) [<adv>|always|be able to] ask|ask (it|me) _ [it|that|this] _ (again|any time|anytime|whenever|whatever|as (many|much|often)|every|all you)|(earned|have) the right to|(never|no need to|not) [have to] (apologise|be sorry|feel bad|feel guilty|say sorry) for (ask|be|check|cry|doubt|feel|need|want|worry)ing|strange if you did not|rightly so|(anyone|anybody|everyone|who|i) (would|'d) [not] [<adv>] (feel|be|react|think) (like that|that way|the same|like this|angry|furious|hurt|suspicious|scared|worried|as you)|it is _ (ok|okay|fine|all right|alright|normal|natural|human) to (be|feel|ask|cry|doubt|need|want|worry)|you (do not|never) (have|need) to (pretend|hide|explain|justify|apologise for|be ok|be fine|hold back|be strong) ~|(must|does|would|could) look ~ (suspicious|odd|strange|bad|wrong|like)|(naturally|of course|rightly|sure) [that] you (ask|asked|check|doubt|want to know|wonder)|keep asking|(glad|good) [that] you (ask|said|say|tell|told)|i (get|understand) it(?= (\\.|,|$))|you were right to (ask|check|doubt|worry)|(must|would) have been _ (frightening|horrible to|scary|terrifying)|(it|that|this|which|you|(?<=^ )) _ (made|make|makes|making) _ [all the|complete|full|perfect|total] sense|(a|it is a|that is a) _ (fair|good|honest|natural|normal|right|valid) (concern|fear|point|question|worry)",
        "you ('ve|'ve got|got|had|have|have got) _ (a|all the|each|every|full|good|reason|reasons|the|total) _ (cause|reason|reasons|right|rights) [in the world] _ ~|you ('re|are|were) _ [well] (entitled|right) _ (about|be|in|not to|that|to)(?! (me|us) ) ~|why would not you (ask|be|check|doubt|feel|think|want|worry)|(ask|check|doubt) away|it is (fair|normal|only logical|right) that (u|you)|no wonder [that] (it|this|u|you)|(of course) [it|that|this|you] _ (feels|hurts|is|it|that|this|u|you) _ [do not] (angry|are|ask|check|did|do|don't|doubt|feel|feels|find|get|hard|hate|have|hurt|hurts|know|lie|makes|need|still|think|trust|upset|want|were|worry|would)",
        "(if i were you|in your (place|shoes)|i) [,] [i] _ ('d|might|would) _ [be|been|feel|felt|have] _ (angry|ask|be|been|check|doubt|feel|feel it|felt|find it|furious|same|scared|suspicious|think|thought|want|wonder|worried|worry) _ [the] (too|as well|that|furious|angry|scared|it|worse|more|to know|also|worried|asked|exactly|asking|\\.|,)|i ('d|would) [ask|be|feel|have asked|have been] _ [\\S+] (as well|too)(?= (\\.|,|$))",
        "(can|could|did|do|will|would) not _ blame you|(u|you) ('re|are|were) _ not _ [asking|being|going|making] _ (silly|crazy|paranoid|mad|stupid|overreacting|too (much)|imagining|wrong|being|needy|jealous|insane)",
        "(thank you|thanks|i am (glad|happy)|good) _ [for|it|it that|so much|that|when|you] _ [you] (ask|asked|asking|brought|came to|letting|opening|said|say|saying|spoke|tell|telling|told) ~|i ('d|would) rather (you) ~|(is|it 's|it is) _ (fine|good|human|normal|ok|right|understandable) _ (that you|u|you)|(that|the|this|your) (anger|doubt|doubts|fear|fears|grief|hurt|rage|worries|worry) _ (are|is) _ (allowed|earned|fair|justified|normal|ok|real|right|valid|welcome|yours)|you (get|got) to (ask|be|decide|feel|know|say|take)",
        "(i|we) [can|could|do] _ (accept|can see|get|hear|see|understand) _ (why (it|that|this|u|you)|how (awful|bad|hard|it|much|scary|that|this)|that (it|that|this) (brings|feels|hurts|is|looks|must|scared|scares|sounds|was)|that you (need|want|ask|asked|do not|can not|are (<reaction>)|worry|would|might|doubt|find)|you (need|want|are _ (<reaction>)|worry|would|might|doubt))|i (feel|hear) (u|you)(?= (\\.|,|and|$|!|when|now|but))|i (know|understand) [that] (a|an|being|every|it|my|seeing|silence|that|the|when) ~ (brings|feels|hurts|is hard|is not just|looks|means|must|scares|sounds) ~|(ok|sure|yeah|yes) , (again|ask)",
      ].join(or),
    ),
  },
  unless: form(
    "(dinner|kettle|milking|remind me|tea)|the right (bus|day|idea|key|one|page|place|shoes|size|thing|time|tool|train|way)|right about the|told (her|him|my|the|them|your)|straight away|(?<! me) too (drunk|far|hard|late|long|many|much|tired)|for letting me(?! know)|understand (the) (bill|bus|code|film|meeting|plan|point|recipe|rules|train)|right (beside|next|there)|i get (a|the|to)|you have no|always worried|no right|right to know|of course (he|i|she|they|we)|you always",
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
