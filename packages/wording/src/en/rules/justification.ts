import { type Examples, finder, overlaps, type Rule } from "../../engine/rule.ts";
import { disowned, form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const find = finder({
  label: "justification",
  speakers: ["harmer"],
  on: "segment",
  forms: {
    state: form(
      [
        "(i|we) _ <was> _ [in] [such] [a|an|the] _ (<state>)|(i|we) _ (was|were) _ [just|only|really|so|very] (young|new to|under|going through|in a|at a|off my|not (coping|happy|in|myself|ready|sober|thinking|used to|well)|raised)",
        "(i|we) _ ('d|'d had|'ve|got|had|had had|have) _ [had] [a|an|my|no|so many|some|the|this] _ [far|much|way] _ (<trouble>)",
        "(i|we) (could|did|was|were) not _ (able to|control|cope|face|handle|help it|realise|resist|say no|think|thinking)",
        "i do not _ [even] (know any better|remember)|i (cracked|froze|gave in|got carried away|snapped)|(my head was) ~ (all over|gone|mess|not|place)",
      ].join(or),
    ),
    reason: form(
      [
        "i (had|'d) had (a few|a couple|too many|several|some)(?= (\\.|,|and|$|drinks|pints|beers))|i never (had|learned|learnt|knew|got) ~ (to (show|teach|tell|talk|love)|how|what|love)|(work|life|home|the (job|stress|pressure|house|silence|baby|money)|it|everything) (was|were) (killing|eating|driving) me|i (have|'ve|had) always (had|been|found|needed|hated) ~|my [only] (aim|idea|intention|motive|wish) _ (is|was|were)|i (had been|was|were) _ [just|only] (aiming|hoping|meaning|planning|trying) to ~|i needed (a|an|it|somebody|someone|something|to) ~|i ('d|'d been|had|had been) _ (been|done|had|on|slept|worked) ~ (days|hours|months|nights|run|shifts|trot|weeks)|i (can not|could never|could not|do not know how to|never could) say no|(i am|i have) _ [always|never] _ [been] (like that|that way|a [closed|jealous|private|proud|quiet|shy|simple|weak] (man|person|woman)|(bad|hopeless|jealous|no good|private|shy|soft|terrible|useless|weak) ~|the (kind|type)|made (that|this))|(after|since|when) (my|our|the) [\\S+] \\S+ [\\S+] (died|fell ill|got sick|passed)|i pity|i felt sorry for|(came up|grew up|was raised) (in|with) (nothing|\\S+ house)|(never|not) my intention|meant (no harm|well)|with (good|the best) intentions|not on purpose|i had to (hide|lie)|i _ (hid it|hid that|kept it|kept quiet|lied|said nothing) ~ so (that )?you ('d|could|did|would) not|(how) (i|we) (grew|grow|was|were) (up)|would break (any|anyone)|because _ (i|it was|life|my|the|we were|work) ~ (afraid|alcohol|am|baby|did not want|drink|drunk|fear|feared|felt|grief|had|have|job|knew you|lonely|love|loved|needed|past|scared|stress|thought|tired|wanted|was|weak|were)",
        "i _ (cheated|deleted|did it|drank|gambled|hid|hid it|kept it|lied|took it) ~ (because|to (avoid|cope|escape|feel|forget|help|keep|numb|protect|save|spare|stop|survive)|for (love|our|us|you|your)|out of|since i|as i|as a)",
        "(all i|i) _ (hoped|meant|needed|thought|tried|wanted|was|was trying) _ [it|to] _ (avoid|company|do what|escape|help|keep us|let off|protect|spare|to feel|well)",
        "(i|we) (did|had|have|never|was|were|would) _ (never|no|not) _ (expect|intend|mean|meant|plan|planned|realise|set out|think|thought|try|trying|want|wanted|wish) _ [any|for|it|like|of|out|that|this|to|you] ~ (any|anyone|bad|become|betray|break|cause|cheat|deceive|do|end|far|get|go|happen|harm|hurt|it|lie|lose|pain|so far|that|this|upset|way|worry|wrong|you|you to)|never _ (intended|meant|wanted) ~|(my|the) (heart|intentions) (are|is|was|were) _ (best|good|never|not|pure)|i thought (i was|you 'd)",
        "i (assumed|feared|felt|figured|knew|thought|worried) [that] (i|i 'd|i would|it|we|you|you 'd) ~ ('d|could|going|was|were|would) _ (angry|be|best|better|end|fix|freak|go|hate|hurt|judge|kill|leave|lose|mad|never|not|pay|react|upset|win|worry)",
      ].join(or),
    ),
    origin: form(
      [
        "in my (blood|nature)|only human|(no one|nobody) is perfect|my needs|(i|we) (grew up) ~|(my|the) (adhd|anxiety|culture|dad|demons|ex|family|father|illness|job|meds|mother|mum|parents|past|ptsd|stress|trauma|work) _ (always|are|beat|changed|cheated|did|drank|drove|fucked|got|had|has|have|hit|is|left|made|messed|never|put|ruined|screwed|taught|took|turned|was|were) ~",
        "i am (just|only) [a] human|(a|all|any|every) (bloke|guy|male|man|men|woman) _ (gets|got|had|has|have|need|needs) _ [his|its|their] (needs|to|urges)",
        "(anybody|anyone|ask any|you too) _ [in (my|that|this) (place|position|shoes)] _ ('d|could|has|man|will|woman|would) ~|(have|no|not) _ [have] [a|an|any|much|no] _ (choice)",
        "(blame|it was) the (alcohol|booze|coke|drink|drugs|meds|pills|stress|vodka|wine)",
        "you (had|have) no idea (how|what) ~ (bad|hard|i|it|lonely|to)|you (get|go) ~ (mad|numb|strange)|_ i _ (assumed|believed|figured|thought) [that] (he|i|it|no one|nobody|she|that|things|this|we|you) ~~ ('d|back|better|broke|broken|care|could|done|find|fine|happier|help|hurt|know|knowing|leave|love|mind|normal|notice|ok|over|was|were|would)|does (that|this) to (a man|a person|you)|when your (wife) is",
      ].join(or),
    ),
  },
  unless: form(
    [
      "not because|(exhausted|ill|sick|tired) (now|today|tonight)|(away|early|home|late) because|(hide) behind|that (broke)|grew up (in|near|on) (a|the)|so i am used to|do not want to be (her|him|like|one)|so i (ate|got|had|made|ordered|put|rang|slept|took|went)|you had a right to|(write|writing|wrote) (this)|i was (a|an) (good|honest|kind)|(dad|he|mum|she) (always|kept) (said|say)|i (am|feel|was) _ (late|sorry)|when (we|you) (are|met|were)|so i (ate|got|had|made|ordered|rang|slept)|for (both of us|you)|did not sleep|you (deserve|had|have) ~ to know|i (am going|have|need|want) to (own|say|tell)|i will ~ (because|since)|i am (not )?(angry|anxious|ashamed|done|here|nervous|sad|so tired|staying|tired)( |$)|(i|we) (have been|was|were) _ (an idiot|cruel|lying|selfish|stupid|unfaithful|wrong)|my (brother|dad|mum) (gets|has|holds|keeps|knows|now)",
      "under a (bed|bridge|table|tree)|i (was|were) not _ (at|fair|honest|in the|the|there|with)",
    ].join(or),
  ),
  unlessItem: disowned,
  unlessBefore: form("(he|i|she|they) _ ['d|could|had|have|kept] _ (blame|said|say|tell|told)"),
});

export const rule: Rule = {
  name: "offered-reason",
  label: "justification",
  sources: [sources.lazare, sources.schumann],
  find: (reading, context, found) =>
    find(reading, context, found).filter(
      (hit) =>
        !overlaps(
          hit,
          found,
          "irritated",
          "blame_shift",
          "passive_evasion",
          "forgiveness_demand",
          "commitment",
        ) &&
        !((hit.form === "origin" || context.part === "letter") && overlaps(hit, found, "clarity")) &&
        (context.replyTo === "" || hit.form === "reason"),
    ),
};

export const examples: Examples = {
  reason: "A reason may be true. Offered beside the act it is heard as asking that the act weigh less.",
  flags: [
    { text: "I was drunk.", speaker: "harmer" },
    { text: "I never meant to hurt you.", speaker: "harmer" },
    { text: "I lied to protect you.", speaker: "harmer" },
  ],
  passes: [
    { text: "I was drunk. That is no excuse.", speaker: "harmer" },
    { text: "I'll be late because the meeting ran over.", speaker: "harmer" },
    { text: "I was exhausted.", speaker: "hurt" },
  ],
};
