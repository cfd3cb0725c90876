import { type Examples, finder, overlaps, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const find = finder({
  label: "validating",
  speakers: ["harmer", "either"],
  on: "segment",
  forms: {
    sense: form(
      [
        "(it|that|this|which|your (anger|fear|reaction|question|worry|feelings|distrust|doubt|doubts|hurt|suspicion|response)|what you (feel|said|say|are feeling)|all of (it|that|this)|you|how you feel) [<adv>] (makes|make|made|making) [<adv>] [a lot of|complete|perfect|total|all the|full|every bit of] sense|(is|are|'s) [<adv>] (understandable|valid|reasonable|justified|legitimate|natural|normal|fair|fair enough|warranted|logical|welcome|human|earned|deserved)(?= (\\.|,|that|to|and|$|for|given|after|you|if|when|question|of|because|me))|(a|that is a|it is a|that is an) [<adv>] (fair|good|reasonable|natural|valid|right|honest|normal|understandable) (question|thing to ask|point|worry|fear|response|reaction|concern)|fair (question|enough you|point)",
        "you (have|'ve|got|have got|'ve got|had) [<adv>] (a|every|the|all the|good|an absolute|full|reason|reasons|each|complete|total) [<adv>] (right|rights|reason|reasons|cause|grounds) [in the world] [<adv>] ~|you (are|were|'re) [<adv>] [well|completely|within your rights] (right|entitled|allowed|justified) [<adv>] (to|not to|in|about|that|be)(?! (me|us) ) ~|you (are|'re) (right|allowed|entitled) (to|\\.|,)|within your rights|why would not you (doubt|ask|check|be|wonder|think|feel|worry|want)|(ask|check|doubt) away|(i am|i will) not (going to )?(get|be) (annoyed|angry|cross|mad|irritated|defensive)|it is (right|only right|fair|logical|only logical|only fair|normal|natural) that (you|u)|(any|no) (one|body|person|woman|man|wife|husband) [in your (place|position|shoes|situation)] [<adv>] would [<adv>] (feel|be|ask|want|wonder|think|doubt|react|find|have|struggle)|(anyone|anybody|any person|most people|everyone|any woman|any man) [in your (place|position|shoes)] would|no wonder [that] (you|u|it|this)|(of course|naturally|obviously) [it|that|this|you] [<adv>] (you|it|u|that|this|hurts|scares|feels|bothers|is) [<adv>] [do not|did not|are not|can not] (want|wanted|need|feel|ask|are|trust|think|thought|wonder|worry|worried|check|believe|have|would|scared|hurt|hurts|frightened|upset|can|know|can not|doubt|scares|feels|brings|angry|did|do|find|hate|still|don't|get|lie|were|hard|frightening|makes)",
        "(if i were you|in your (place|position|shoes)|if it were me|if (it|that) was me|were i you|if you had done|i) [,] [i] [<adv>] (would|'d|might) [<adv>] [have|be|feel|been|felt|have felt|have been] [<adv>] (ask|feel|be|been|felt|feel it|want|worry|worried|scared|wonder|think|thought|doubt|suspicious|check|angry|furious|same|find it) [<adv>] [the] (too|the same|as well|that|suspicious|furious|angry|scared|it|worse|more|to know|also|worried|asked|exactly|asking|\\.|,)|i (would|'d) [<adv>] (be|feel|want|ask|think|have been|have felt|have asked|worry) [<adv>] (too|the same|as well|suspicious|that way|worse|scared too|angry too|exactly|it too)|i (would|'d) [have been|be|feel|have felt|ask|have asked] [<adv>] [\\S+] (too|as well|the same)",
        "(do|would|will|could|can|did) not [<adv>] blame you|(you|u) (are|were|'re) [<adv>] not [<adv>] [being|making|asking|going] [<adv>] (silly|crazy|paranoid|unreasonable|mad|stupid|ridiculous|dramatic|overreacting|difficult|too (much|sensitive)|imagining|wrong|a burden|being|needy|jealous|oversensitive|insane|too much|annoying|controlling|hysterical|over the top|exaggerating|asking too|making too much|making (it|this|things) up|bothering|asking for too)|you (do|did|need|have) not [<adv>] [need|have|to] [to] (apologise|explain|justify|feel (bad|guilty|stupid)|be sorry|say sorry) (for|to|why|about|\\.|it|that|yourself) ~",
        "(thank you|thanks|thankyou|i am (glad|grateful|thankful|relieved|happy)|i appreciate|i am pleased|good) [<adv>] [so much|for|that|it|you|it that|when] [<adv>] [you] (ask|asked|asking|telling|tell|told|saying|said|say|trusting|being (honest|open|straight)|bringing|brought|letting|let me know|checking|came to|coming to|opening|sharing|spoke|speaking) ~|i (would|'d) rather (you|that you|be asked) ~|(ask|asking) [me|it] [<adv>] (anything|as (many|often|much)|whatever you|any time|anytime|whenever|again|every)|(you|u) can [<adv>] (always )?(ask|tell|say|be (angry|upset|sad|furious)|feel|question|doubt|cry) ~|(it is|it 's|that is|is) [<adv>] (ok|fine|all right|alright|right|good|only right|only fair|only natural|normal|natural|understandable|no wonder|not strange|not surprising|human) [<adv>] (that you|to (be|feel|ask|cry|doubt|worry|want|not|need|check|wonder|question)|you|if you|for you|u)|(your|that|the|this) (anger|fear|feelings?|worry|distrust|doubt|question|reaction|hurt|jealousy|suspicion|rage|grief|doubts|fears|questions|worries) [<adv>] (is|are) [<adv>] (real|valid|justified|welcome|fair|right|ok|understandable|normal|reasonable|yours|allowed|legitimate|earned)|you (get|got) to (be|feel|ask|decide|say|take|know|choose)",
        "(i|we) [can|do|could] [<adv>] (understand|get|see|can see|hear|accept|recognise|appreciate) [<adv>] (why (you|u|that|this|it)|how (that|this|it|bad|much|hard|scary|awful|frightening|(you|u) (feel|felt|must|could|would|are|might))|what makes you|where (you|u|this|that) (are|is|comes)|that (that|this|it) (hurts|scared|scares|looks|sounds|feels|brings|must|was|is)|that you (need|want|ask|asked|have to ask|do not|can not|are (<reaction>)|feel (<reaction>)|have (doubts|questions|fears|every)|worry|were (<reaction>)|would|might|doubt|struggle|find)|you (need|want|have to ask|do not (trust|believe)|can not (trust|believe)|are [<adv>] (<reaction>)|feel [<adv>] (<reaction>)|were [<adv>] (<reaction>)|worry|would|might|doubt)|it (scares|scared|hurts|frightens|feels|brings|must|looks|sounds|makes))|i (hear|feel|believe) (you|u)(?= (\\.|,|and|$|!|when|now|but))|i (hear|can hear) (that|how|the) [you] ~ (scared|worried|afraid|hurt|angry|fear|pain|upset|anxious)|i (get|understand) (it|that|you)(?= (\\.|,|and|$|!|completely|now|but))|i (know|understand) [that] (a|the|my|when|every|an|it|that|silence|being|seeing) ~ (is not just|means|brings|feels|scares|looks|sounds|reminds|sets off|must|hurts|frightens|makes you|is hard|is scary|is frightening) ~|i (know|see|understand|realise) (how|why|what) (it|this|that) (looks|sounds|feels|seems|must|does|means|brings)|you (have|had) been (right|lied to so)|(that|it|this) (must|would|does) (be|have been|feel) [<adv>] (frightening|terrifying|scary|hard to (see|hear|read|believe)|worrying|awful) [for you] [to]|(yes|yeah|ok|sure) , (again|ask|any time|of course)|[and] (again|any time|anytime) [and|after|,] [that] ~ if you (want|need|like)|you were right (to (ask|check|doubt|worry|wonder)|all along)|(not|never) (silly|stupid|a stupid|too much|annoying|a silly) (question|to ask|at all)|(worth|good|glad) (asking|asked|you asked)",
      ].join(or),
    ),
  },
  unless: form(
    "understand (the|that the) (train|meeting|bus|bill|rules|film|question|instructions|point|code|plan|recipe)|(you have|you've) (the|a) (right|wrong) (address|time|number|key|house|day|way|person|size|one)|(i|if i) would (have )?be(en)? (the same|late)|right (behind|next|beside|there)|i see (that )?(you|you've) (have |'ve )?(fed|parked|put|made|bought|left|done|got|moved)|i get (the|a|to)|not (mean|saying) (you|that you) (have|are)|that is not fair|(is|are) (that|this|it) (fair|reasonable|normal)|you have no|always worried|are you (right|sure)|no right|right to know|be reasonable|not [<adv>] (fair|reasonable|normal|understandable|right|justified|your right)|i would also|thanks for nothing|of course (i|he|she|we|they)|you always|if you (would|can|have) (just )?ask|how you would",
  ),
});

export const rule: Rule = {
  name: "feeling-welcome",
  label: "validating",
  reason: "Being told that the worry makes sense is, for many, half of the answer.",
  sources: [sources.coaching, sources.antidotes],
  find: (reading, context, found) =>
    find(reading, context, found).filter(
      (hit) => !overlaps(hit, found, "contempt") && !/ yes yes /.test(hit.sentence.text),
    ),
};

export const examples: Examples = {
  flags: [
    { text: "It makes sense that you ask.", speaker: "harmer" },
    { text: "You have every right to be angry.", speaker: "harmer" },
    { text: "I get why you're worried.", speaker: "harmer", replyTo: "Where are you?" },
  ],
  passes: [
    { text: "I understand the train leaves at six.", speaker: "either" },
    { text: "I see that you have fed the cat.", speaker: "either" },
  ],
};
