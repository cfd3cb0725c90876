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
        "(i|we) _ <was> _ [in] [such] [a|an|the] _ (<state>)|(i|we) _ (was|were) _ [so|very|really|only|just] (young|new to|under|going through|in a|at a|off my|not (myself|thinking|well|in|coping|happy|sober|ready|used to)|raised|abused|beaten|bullied|adopted)",
        "(i|we) _ (have|had|'d|'ve|got|'d had|had had) _ [had] [a|an|my|the|so many|some|this|no] _ [far|way|much] _ (<trouble>)",
        "(i|we) (did|could|was|were) not _ (think|thinking|help it|control|cope|resist|say no|face|handle|realise|able to)",
        "i do not _ [even] (know any better|remember)|i (cracked|snapped|froze|got carried away|gave in)|(my head was) ~ (mess|place|all over|gone|not)",
      ].join(or),
    ),
    reason: form(
      [
        "my [only] (intention|aim|idea|motive|wish) _ (was|is|were)|i (was|had been|were) _ [only|just] (trying|hoping|aiming|planning|meaning) to ~|i needed (something|someone|somebody|to|a|an|it) ~|i (had|'d|had been|'d been) _ (done|worked|been|slept|had|on) ~ (shifts|nights|hours|doubles|weeks|months|days|run|trot)|i (can not|could never|never could|could not|do not know how to) say no|(i am|i have) _ [always|never] _ [been] (like that|that way|a [private|quiet|closed|jealous|passionate|shy|weak|simple|proud] (person|man|woman)|(hopeless|useless|bad|terrible|weak|shy|private|jealous|soft|no good) ~|the (type|kind)|made (that|this))|(after|when|since) (my|our|the) [\\S+] \\S+ [\\S+] (died|passed|fell ill|got sick)|i pity|i felt sorry for|(grew up|was raised|came up) (with|in) (nothing|\\S+ house)|(not|never) my intention|meant (well|no harm)|with (good|the best) intentions|not on purpose|i had to (lie|hide)|i _ (hid it|hid that|lied|kept it|said nothing|kept quiet) ~ so (that )?you (would|did|could|'d) not|(how) (we|i) (grow|grew|was|were) (up)|would break (anyone|any)|because _ (i|it was|work|my|the|we were|life) ~ (was|felt|am|had|did not want|thought|needed|wanted|knew you|were|scared|afraid|stress|drink|alcohol|baby|job|grief|past|tired|weak|love|loved|feared|have|drunk|lonely|fear)",
        "i _ (lied|hid it|hid|did it|kept it|drank|gambled|cheated|deleted|took it) ~ (because|to (protect|spare|avoid|help|keep|save|survive|cope|feel|escape|stop|prevent|forget|numb)|for (us|you|our|love|your)|out of|since i|as i|as a)",
        "(i|all i) _ (was|wanted|was trying|tried|meant|needed|thought|hoped) _ [to|it] _ (protect|spare|help|keep us|provide|do what|well|avoid|let off|escape|comfort|to feel|company)",
        "(i|we) (did|had|have|was|were|would|never) _ (not|never|no) _ (mean|meant|intend|want|wanted|try|trying|plan|planned|set out|wish|realise|expect|think|thought) _ [to|for|it|of|that|any|you|this|like|out] ~ (hurt|harm|upset|happen|go|lie|cause|you|worry|lose|so far|this|that|it|deceive|do|get|wrong|way|end|become|cheat|betray|break|anyone|bad|pain|any|far|you to)|never _ (meant|intended|wanted) ~|(my|the) (intentions|heart) (was|were|is|are) _ (good|pure|never|not|best)|i thought (i was|you 'd)",
        "i (thought|knew|feared|worried|figured|felt|assumed) [that] (you|you 'd|i|i would|i 'd|it|we) ~ (would|'d|could|was|were|going) _ (leave|lose|upset|angry|worry|mad|hurt|react|never|not|be|go|hate|judge|kill|freak|best|better|end|win|fix|pay)",
      ].join(or),
    ),
    origin: form(
      [
        "in my (nature|blood)|only human|(nobody|no one) is perfect|my needs|(i|we) (grew up) ~|(my|the) (parents|father|mother|dad|mum|family|ex|past|anxiety|adhd|trauma|illness|ptsd|stress|job|work|meds|disease|demons|culture) _ (was|were|is|are|did|made|left|had|took|never|always|cheated|hit|beat|drank|got|has|have|drove|messed|fucked|screwed|affects|taught|put|turned|changed|ruined) ~",
        "i am (only|just) [a] human|(a|every|any|all) (man|men|guy|bloke|woman|male) _ (has|have|had|need|needs|got|gets) _ [his|their|its] (needs|urges|to)",
        "(anyone|anybody|ask any|you too) _ [in (my|that|this) (position|place|shoes)] _ (would|could|will|man|woman|has|'d) ~|(no|not|have) _ [have] [any|much|a|an|no] _ (choice)",
        "(blame|it was) the (drink|alcohol|wine|booze|stress|vodka|drugs|pills|coke|meds)",
        "you (have|had) no idea (what|how) ~ (it|i|to|hard|lonely|bad)|i am (bad|no good|useless|rubbish) (with|at) ~|you (go|get) ~ (strange|mad|numb)|_ i _ (believed|assumed|figured|thought) [that] (we|you|it|nobody|no one|she|he|things|that|i|this) ~~ (over|happier|better|broke|broken|knowing|know|care|mind|hurt|find|notice|fine|ok|done|leave|love|back|help|normal|was|were|would|'d|could)|does (that|this) to (a person|you|a man)|when your (wife) is",
      ].join(or),
    ),
  },
  unless: form(
    [
      "not because|(tired|exhausted|ill|sick) (today|tonight|now)|(late|home|early|away) because|(hide) behind|that (stained|broke)|grew up (on|in|near) (a|the)|so i am used to|do not want to be (one|him|her|like)|so i (had|took|went|slept|ate|ordered|rang|made|got|put)|you had a right to|(writing|write|wrote) (this)|i was (an|a) (honest|good|kind)|(dad|mum|he|she) (always|kept) (said|say)|i (am|feel|was) _ (sorry|late)|when (we|you) (met|were|are)|so i (had|slept|ate|ordered|rang|made|got)|for (both of us|you)|did not sleep|you (had|have|deserve) ~ to know|i (want|have|need|am going) to (tell|own|say)|i will ~ (because|since)|i am (not )?(tired|anxious|ashamed|nervous|angry|sad|so tired|done|staying|here)( |$)|(i|we) (was|were|have been) _ (wrong|selfish|an idiot|lying|cruel|unfaithful|stupid)|my (brother|mum|dad) (gets|has|now|knows|holds|keeps)",
      "under a (table|bridge|tree|bed)|i (was|were) not _ (at|with|there|honest|fair|the|in the)",
    ].join(or),
  ),
  unlessItem: disowned,
  unlessBefore: form("(i|he|she|they) _ [have|had|'d|kept|could] _ (said|say|told|tell|blame)"),
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
