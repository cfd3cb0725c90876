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
        "(i|we) _ <was> _ [in] [such] [a|an|the] _ (<state>)|(i|we) _ (was|were) _ [just|only|really|so|very] (young|under|going through|in a|at a|not (happy|in|myself|ready|sober|thinking|well))",
        "(i|we) _ ('d|'d had|'ve|got|had|have) _ [had] [a|an|my|no|so many|some|the|this] _ [far|much|way] _ (<trouble>)",
        "(i|we) (could|did|was|were) not _ (cope|face|think|thinking)",
        "i do not _ [even] (remember)|i (froze)",
      ].join(or),
    ),
    reason: form(
      [
        "i (have|'ve|had) always (had|been|found|hated) ~|i (was|were) _ [just|only] (trying) to ~|i needed (a|an|it|to) ~|(i am|i have) _ [always|never] _ [been] (a [private|proud|quiet|shy|weak] (man|woman)|(bad|shy|soft|weak) ~)|because _ (i|life|my|the|work) ~ (afraid|am|baby|did not want|drink|drunk|fear|felt|grief|had|have|job|love|loved|past|tired|wanted|was|weak|were)",
        "i _ (did it|drank|hid|kept it|lied) ~ (because|to (avoid|cope|feel|help|keep|numb|protect|save|spare|stop)|as i|as a)",
        "(all i|i) _ (hoped|meant|tried|wanted|was) _ [it|to] _ (avoid|help|protect|spare|to feel|well)",
        "(i|we) (did|had|have|never|was|were|would) _ (never|no|not) _ (mean|meant|plan|think|try|want|wish) _ [any|for|it|like|of|out|that|this|to|you] ~ (any|bad|break|cause|cheat|do|end|far|get|go|harm|hurt|it|lie|lose|pain|that|this|upset|way|worry|wrong|you|you to)|never _ (meant|wanted) ~",
        "i (felt|knew) [that] (i|i 'd|it|we|you) ~ ('d|could|going|was|were|would) _ (angry|be|best|end|fix|freak|go|hate|hurt|judge|kill|leave|lose|mad|never|not|pay|react|upset|win|worry)",
      ].join(or),
    ),
    origin: form(
      [
        "(i|we) (grew up) ~|(my|the) (adhd|dad|ex|family|father|job|meds|mother|mum|past|ptsd|work) _ (are|beat|did|drank|drove|got|had|has|have|hit|is|left|made|never|put|took|was|were) ~",
        "(a|all|any|every) (bloke|guy|male|man|men|woman) _ (gets|got|had|has|have|need|needs) _ [his|its|their] (needs|to|urges)",
        "(anybody|anyone) _ [in (my|that|this) (place|position|shoes)] _ ('d|could|has|man|will|woman|would) ~|(have|no|not) _ [have] [a|an|any|much|no] _ (choice)",
        "(blame) the (booze|coke|drink|drugs|meds|pills|vodka|wine)",
        "_ i _ (believed|thought) [that] (he|i|it|she|that|this|we|you) ~~ ('d|back|broke|care|could|done|find|fine|help|hurt|know|leave|love|mind|ok|over|was|were|would)",
      ].join(or),
    ),
  },
  unless: form(
    [
      "not because|(away|early|home|late) because|so i (ate|got|had|made|put|rang|slept|took|went)|(write|wrote) (this)|(dad|he|mum|she) (always|kept) (said|say)|i (am|feel|was) _ (late|sorry)|when (we|you) (are|met|were)|so i (ate|got|had|made|rang|slept)|for (you)|did not sleep|i (am going|have|need|want) to (own|say|tell)|i will ~ (because|since)|i am (not )?(angry|ashamed|done|here|nervous|sad|staying|tired)( |$)|(i|we) (was|were) _ (cruel|lying|unfaithful|wrong)",
      "i (was|were) not _ (at|fair|the|there|with)",
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
