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
        "(i|we) _ <was> _ [in] [such] [a|an|the] _ (<state>)|(i|we) _ (was|were) _ [just|only|really|so|very] (young|new to|under|going through|in a|at a|off my|not (coping|happy|in|myself|ready|sober|thinking|well)|raised)",
        "(i|we) _ ('d|'d had|'ve|got|had|have) _ [had] [a|an|my|no|so many|some|the|this] _ [far|much|way] _ (<trouble>)",
        "(i|we) (could|did|was|were) not _ (cope|face|handle|resist|say no|think|thinking)",
        "i do not _ [even] (remember)|i (froze)",
      ].join(or),
    ),
    reason: form(
      [
        "i (have|'ve|had) always (had|been|found|needed|hated) ~|i (was|were) _ [just|only] (aiming|hoping|trying) to ~|i needed (a|an|it|to) ~|(i am|i have) _ [always|never] _ [been] (a [closed|private|proud|quiet|shy|simple|weak] (man|person|woman)|(bad|shy|soft|weak) ~)|i pity|because _ (i|it was|life|my|the|work) ~ (afraid|am|baby|did not want|drink|drunk|fear|feared|felt|grief|had|have|job|lonely|love|loved|needed|past|scared|stress|tired|wanted|was|weak|were)",
        "i _ (did it|drank|hid|hid it|kept it|lied) ~ (because|to (avoid|cope|escape|feel|forget|help|keep|numb|protect|save|spare|stop)|out of|as i|as a)",
        "(all i|i) _ (hoped|meant|needed|tried|wanted|was) _ [it|to] _ (avoid|escape|help|protect|spare|to feel|well)",
        "(i|we) (did|had|have|never|was|were|would) _ (never|no|not) _ (expect|intend|mean|meant|plan|think|try|trying|want|wanted|wish) _ [any|for|it|like|of|out|that|this|to|you] ~ (any|anyone|bad|become|betray|break|cause|cheat|do|end|far|get|go|happen|harm|hurt|it|lie|lose|pain|so far|that|this|upset|way|worry|wrong|you|you to)|never _ (meant|wanted) ~",
        "i (feared|felt|knew) [that] (i|i 'd|it|we|you|you 'd) ~ ('d|could|going|was|were|would) _ (angry|be|best|better|end|fix|freak|go|hate|hurt|judge|kill|leave|lose|mad|never|not|pay|react|upset|win|worry)",
      ].join(or),
    ),
    origin: form(
      [
        "(i|we) (grew up) ~|(my|the) (adhd|dad|demons|ex|family|father|job|meds|mother|mum|past|ptsd|stress|trauma|work) _ (always|are|beat|did|drank|drove|fucked|got|had|has|have|hit|is|left|made|messed|never|put|ruined|taught|took|turned|was|were) ~",
        "(a|all|any|every) (bloke|guy|male|man|men|woman) _ (gets|got|had|has|have|need|needs) _ [his|its|their] (needs|to|urges)",
        "(anybody|anyone) _ [in (my|that|this) (place|position|shoes)] _ ('d|could|has|man|will|woman|would) ~|(have|no|not) _ [have] [a|an|any|much|no] _ (choice)",
        "(blame|it was) the (booze|coke|drink|drugs|meds|pills|stress|vodka|wine)",
        "_ i _ (believed|thought) [that] (he|i|it|no one|nobody|she|that|things|this|we|you) ~~ ('d|back|better|broke|broken|care|could|done|find|fine|help|hurt|know|leave|love|mind|normal|notice|ok|over|was|were|would)",
      ].join(or),
    ),
  },
  unless: form(
    [
      "(late) because|i (am) _ (sorry)|when (you) (were)|for (you)|i will ~ (because)|i am (not )?(done)( )|(i) (was) _ (wrong)",
      "i (were) not _ (with)",
    ].join(or),
  ),
  unlessItem: disowned,
  unlessBefore: form("(i) _ ['d|could|had|have|kept] _ (said|told)"),
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
