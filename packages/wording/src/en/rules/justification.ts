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
        "(i|we) _ <was> _ [in] [such] [a|an|the] _ (<state>)|(i|we) _ was _ [just|only|really|so|very] (under|going through|in a|off my|not (in|myself)|raised)",
        "(i|we) _ ('d|'ve|got|had|have) _ [had] [a|an|my|no|so many|some|the|this] _ [far|much|way] _ (<trouble>)",
        "(i|we) (did|was) not _ thinking",
        "i do not _ [even] (know any better|remember)|i got carried away|my head was ~ (all over|not|place)",
      ].join(or),
    ),
    reason: form(
      [
        "i (have|'ve|had) always (had|been) ~|my [only] (aim|intention) _ (is|was)|i was _ [just|only] trying to ~|i needed (a|an|it|something|to) ~|i ('d|had) _ (done|had|on) ~ (nights|run)|i can not say no|(i am|i have) _ [always|never] _ [been] (like that|a [closed|jealous|private|proud|quiet|shy|simple|weak] (man|person)|(bad|hopeless|shy) ~)|after (my|our|the) [\\S+] \\S+ [\\S+] died|i pity|grew up (in|with) nothing|how (i|we) (grow|was) up|would break (any|anyone)|because _ (i|my|the) ~ (afraid|am|felt|had|job|knew you|lonely|wanted|was)",
        "i _ (did it|hid|hid it|kept it|lied) ~ (because|to protect|for (our|us|you))",
        "i _ (wanted|was) _ [it|to] _ (protect|to feel)",
        "(i|we) (did|had|was) _ (no|not) _ (mean|try|trying) _ [any|for|it|like|of|out|that|this|to|you] ~ (any|bad|do|end|far|get|go|hurt|it|lie|way|you|you to)|never _ (intended|meant) ~|(my|the) intentions (are|is|was|were) _ (good|not)|i thought i was",
        "i worried [that] (i|it|we|you) ~ ('d|was) _ (be|end|fix|go|mad|not|pay|win)",
      ].join(or),
    ),
    origin: form(
      [
        "in my blood|my needs|(i|we) grew up ~|(my|the) (dad|ex|family|father|job|mum) _ (are|did|drank|got|had|has|hit|is|never|put|was) ~",
        "i am only [a] human|(a|all|any) (guy|man|men) _ (got|had|has) _ [his|its|their] (needs|to)",
        "(anybody|ask any) _ [in (my|that|this) (place|position|shoes)] _ ('d|has|man|would) ~",
        "(it was) the (wine)",
        "you (had|have) no idea how ~ (bad|i|it|lonely|to)|you (get|go) ~ (mad|strange)|_ i _ (believed|thought) [that] (he|i|it|she|that|we|you) ~~ ('d|happier|knowing|ok|over|was|were)|does that to (a person|you)|when your wife is",
      ].join(or),
    ),
  },
  unless: form(
    [
      "not because|late because|so i (ate|got|had|put)|wrote this|(dad|he|mum|she) always (said|say)|i (am|was) _ sorry|so i (ate|got|had)|for you|did not sleep|i want to (own|say)|i will ~ because|i am (not )?(anxious|done|here|sad|so tired|staying|tired)( |$)|(i|we) was _ (lying|selfish|unfaithful|wrong)",
      "i (was) not _ (at|the)",
    ].join(or),
  ),
  unlessItem: disowned,
  unlessBefore: form("(he|i|she) _ ['d|could|had|have|kept] _ (said|say|tell|told)"),
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
