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
        "you [<dear>] [do|are|have|can|will|would|just|really|literally|honestly|seriously] [just] (always|never|constantly|forever|every single time|every time|only ever|continually|perpetually|all the time|invariably|never ever) [<adv>] [have to|got to|need to|be|want to] \\S+",
        "all (you|u) [<adv>] (ever )?(do|care|think|want|talk|know how)|(nothing|everything) [<adv>] (is|i do is|has to be|must be|always has to|i say is|we do|i (do|say)) [<adv>] [ever|always|good|enough|right] ~ (you|your|enough|wrong)|you [<adv>] (do|did|have|can|could|will) not [<adv>] [even] (care|give a|think|respect|love|know how|listen|appreciate|understand|respect|consider|bother|lift|see (anyone|anything|past)|have (a|any)|take (responsibility|any)|be trusted|tell the truth|trust (anyone|anybody)|want to (understand|listen|change)|admit|own|apologise|communicate|compromise|commit|control yourself|handle|accept|let (anything|anyone)|stop) ~ (anyone|anybody|anything|about|me|us|yourself|damn|shit|feelings|to|enough|with|responsibility|truth|how|what|finger|heart|this|trusted|\\.|but|criticism|others|people|else)",
        "you [<adv>] (only|just) [<adv>] (think|care|see|talk|worry) [<adv>] (about|of) (yourself|you|your own|money|what you)|(always|all|everything is|it is always) about you|(you|u) never once|you have never [<adv>] (once|cared|loved|listened|supported|understood|taken|been there|respected|trusted|helped|apologised|had)|you [<adv>] (twist|ruin|spoil|forget|break|complain|criticise|interrupt|exaggerate|overreact|nag|lie|judge|control|belittle|dismiss|undermine|sabotage|poison|destroy|manipulate|suffocate) (everything|everyone|all|every|constantly|about everything|anything|my words|people|me all|everybody)",
        "not once (have|did) you|(living|life) with you (is|has)|you [<adv>] (fly off|blow up|go off|lash out|snap) ~|you have (an answer|a comeback|an excuse) for|" +
          "[only] (you|u) (make|turn|take|blow) (everything|every|it all|anything) ~ (into|about|so|out|personally|difficult|drama|a|yourself|hard)|every (single )?time (i|we|you) ~~ you [<adv>] (start|do|have|get|make|turn|ruin|find|go|pick|criticise|sulk|complain|blame|attack|twist|say|shut|explode)",
      ].join(or),
    ),
    trait: form(
      [
        "you (are|'re|were|can be|have become|have turned|sound|seem|act|behave|have been|have got|'ve become) [<adv>] [being|acting|such|like] [a|an|the|one of|most|more|too] [<adv>] [most|more|kind of|bit|little|bit of a] [<adv>] (<fault>|<faultNoun>|a bit (<fault>))|you (<fault>|<faultNoun>)(?= (\\.|,|and|$|!))|such (a|an) [\\S+] (<faultNoun>)|you are [<adv>] [a|an] [<adv>] (kind|sort|type) of (person|man|woman|partner|wife|husband) (who|that)|you are the (kind|type|sort|most|worst|least|last)|the (worst|most \\S+|least \\S+) (husband|wife|partner|person|mother|father|man|woman)",
        "you (are|'re|can|have) [<adv>] (incapable|unable|not able|can not be|never able|impossible|not capable|not a (good|nice|kind|real)|no (good|use|fun|help|heart|shame|conscience|empathy|respect|feelings|idea|patience|backbone|spine|clue|sense|consideration|loyalty|self-control|manners|interest))|you (can|could|are) not [<adv>] (to be trusted|be trusted|capable|able|a|ever|be relied|be reasoned|be pleased)|you have (no|zero|not a|a) [<adv>] (heart|shame|conscience|empathy|respect|feelings|idea|patience|backbone|clue|sense|consideration|loyalty|self-control|interest|problem with|nasty|cruel|mean|temper|big mouth|way of ruining|talent for|habit of|cold|short)|you lack ~",
        "(just|exactly|so|turning into|becoming|turned into|as bad as|worse than|the same as|no better than) [much] [like|as] (your|my) (mother|father|mum|dad|ex|sister|brother|parents|family)|(typical|so typical|classic) (of )?(you|@\\S+)|(that is|this is|it is|how) [<adv>] (so|typical|just|very|exactly|typically|always) [<adv>] [like] you|so like you|here you go again|there you go again|(always|forever|constantly) (criticising|complaining|nagging|moaning|judging|blaming|whining|whinging|sulking|on at me|attacking|interrupting|accusing|making|going on|on your phone|late|lying|finding fault)|you (are|were) (always|forever|constantly) ",
      ].join(or),
    ),
    why: form(
      [
        "what (is|the hell is|the fuck is|on earth is) [<adv>] (wrong|the matter|your (problem|issue|damage|deal)|your) [with] [you]|what is wrong with you|what kind of (a )?(person|man|woman|mother|father|wife|husband|human|partner|parent) |who (does|do|says|acts) that|how can (you|anyone|a person|somebody|someone) [<adv>] be [<adv>] [so|such|this|that]|how (selfish|cold|stupid|cruel|heartless|mean|lazy|thoughtless|ungrateful) (can|are|do) (you|one)",
        "why (do|are|must|can|will|would|does|ca|wo) [not] (you|u|everything) [not] [<adv>] (always|never|have to|ever|constantly|so|just|once|be|insist|such|need to|for once|make|turn|ruin|act|keep|gotta|exaggerate|going|want|get|being|behave|treat|always have) ~|why (is|does) (it|everything) [<adv>] (always|have to be|got to be) (about|a|your|so) ~|(could|can|would) you [<adv>] (for once|ever|not always|once|just once) ~|when (have|did|do) you ever ~|do you (ever|even|never) (listen|think|care|stop|hear yourself|consider|notice|help|look)|(must|do) you always",
        "(nobody|no one|no man|no woman|none of my friends|everyone|everybody|my whole family|my friends all|all my friends) [<adv>] (can|could|likes|thinks|says|knows|would|agrees) ~ (you|stand|with you|live|selfish|crazy|difficult)|a (hard|difficult|cold|impossible) (man|woman|person) to|(everything|it all) is ~ (competition|drama|battle|fight|argument|game|problem|war|about you) ~ |(never|always) let (me|anyone|us)|(impossible|hard|hopeless|pointless|exhausting|no use|no point) (to|talking|living|trying|being) [\\S+] (you|with you|please you|to you|talk to you|live with you)|you need (help|therapy|to grow|to see|professional|to sort|to work on yourself)|you should be ashamed|shame on you|(this|that) (family|marriage|house) (means|is) nothing to you|you do not deserve",
      ].join(or),
    ),
  },
  unless: form(
    "you [<adv>] [have|had|were|are|'ve|'d|do|did] [just] [<adv>] (always|constantly) [<adv>] (<praise>)|you [<adv>] [have] never [once|ever] [<adv>] (lied|hurt|cheated|complained|doubted|stopped|forget|forgot|failed to|looked|let me down|been (so|more|anything)|told me that you|told me you|did anything|do anything wrong|done anything|asked for|deserved|gave up|wanted|needed|cease|fail|been \\S+er)|not you|you (are|were) (always|never) [<adv>] (welcome|right|there|kind|so kind|on my mind|in my|good|patient|honest|the one|faithful|fair|gentle|beautiful|generous|loyal|stupid|crazy|paranoid|the problem|to blame|the reason|a fool|too much|not (good )?enough|worthless|beautiful|safe with|my)|you are (not|never) [<adv>] (<fault>|<insult>|too|the|being|making|<faultNoun>)|i (was|am|have been|'ve been|had been) (always|never|so)|(if|when|because|since|that|how|so|as) you (always|never) (know|knew|loved|felt|wanted|dreamed)|you never know|you have no idea (how|what)|even if you|you explain|to explain|called you|calling you|call you|made you (feel|out)|you never (told me|said) (that )?you|never (stopped|doubted|gave up|asked)|you (have|'ve) (got )?(every|a) right|i (thought|used to think|told everyone|said) (that )?you|you feel|you felt|you (always|never) have to (ask|wait|wonder|explain|worry|see|do this|read)|you will (always|never) (be|have to|need|find|see)|you never have to|are you (always|so) (tired|cold|hungry|sad)",
  ),
  unlessBefore: form(
    "(i|he|she|they|people) ~ (said|say|told|called|made|thought|believed|let|treated|acted) ~ |(do not|never) (think|say|believe|mean) (that )?",
  ),
});

export const rule: Rule = {
  name: "judged-person",
  label: "criticism",
  reason: "A judgment of the whole person leaves nothing to answer but a defence. One event can be answered.",
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
  flags: [
    "You never listen.",
    "You're so selfish.",
    "What is wrong with you?",
    "Why do you always have to win?",
  ],
  passes: [
    "You always make good coffee.",
    { text: "On Sunday you left without a word.", speaker: "hurt" },
    "You never told me that you play the cello.",
  ],
};
