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
        "(i|we) [<adv>] <was> [<adv>] [in] [such] [a|an|the] [<adv>] (<state>)|(i|we) [<adv>] (was|were|had been|have been) [<adv>] [so|very|really|only|just] (young|new to|under|going through|dealing with|coping with|struggling with|in a|at a|off my|out of my|not (myself|thinking|well|in|coping|happy|sober|ready|sleeping|used to)|never (taught|shown|loved|told)|raised|brought up|abused|beaten|bullied|molested|neglected|adopted)",
        "(i|we) was [<adv>] not [<adv>] [in] [my] [<adv>] (myself|thinking|well|coping|right mind|sober|in my right mind|in a good|in control|happy)|(i|we) were (having|going through|in) [<adv>] [a] [<adv>] (problems|rough|difficult|bad|hard|tough|trouble)",
        "(i|we) [<adv>] (have|had|'d|'ve|suffer from|suffered from|was diagnosed with|got|struggle with|struggled with|live with|was dealing with|'d had|had had|have had) [<adv>] [had] [a|an|my|the|so many|some|this|no] [<adv>] [far|way|much] [<adv>] (<trouble>)",
        "(i|we) (did|could|was|were) not [<adv>] (think|thinking|thinking straight|know (what i was doing|any better|better|how|what came|what i wanted|who|where to turn)|remember|see (a|any|another|clearly)|help it|help myself|control|have (anyone|anybody|a choice|the (strength|courage|words)|any other)|stop myself|cope|resist|say no|face|handle|realise|understand what|able to)",
        "i do not [<adv>] [even] (know any better|remember)|i [<adv>] (lost|lose) (my head|control|my mind|myself|it|my way because|my temper)|i (panicked|cracked|snapped|froze|got carried away|was carried away|got scared|got cold feet|gave in|was weak|got (drunk|high|wasted|confused|caught))|(my head was|my head is|head was) ~ (mess|place|all over|gone|not)",
      ].join(or),
    ),
    reason: form(
      [
        "because you (have|had|'d|were|are) [<adv>] (enough|so much|too much|a lot|going through|already|busy|ill|sick|pregnant|grieving|stressed|worried|happy|dealing)|(how|the way) (we|i) (grow|grew|was|were) (up|raised|taught|brought)|would break (anyone|anybody|any)|because [<adv>] (i|of (the|my|work|stress|all|alcohol|how i)|it was|work|my|the|we were|life) ~ (was|felt|am|had|could not|did not want|thought|needed|wanted|knew you|were|scared|afraid|stress|pressure|drink|alcohol|baby|job|depression|childhood|upbringing|loneliness|grief|past|tired|weak|love|loved|feared|have|drunk|lonely|fear)",
        "i [<adv>] (lied|hid it|hid|did it|did this|did that|kept it|kept quiet|said nothing|did not tell you|drank|gambled|cheated|never told you|deleted|kept it from you|stayed silent|only did|only lied|only hid|told you that|spent it|borrowed it|took it) ~ (because|to (protect|spare|avoid|help|keep|save|survive|cope|feel|escape|stop|make you|surprise|prevent|forget|numb)|for (us|you|the kids|the family|our|my family|the sake|love|your|the children)|so (that )?you|out of|since i|as i|as a)",
        "(i|all i) [<adv>] (was|wanted|was trying|tried|meant|needed|thought|hoped|intended) [<adv>] [to|it] [<adv>] (protect|spare|help|keep the peace|make you happy|keep us|provide|do the right|do what|be loved|feel (alive|wanted|something|loved|needed|seen|like|attractive|special)|be a good|save (us|our|you)|for the best|well|your own good|trying to (help|protect|do|keep|be|save)|to protect|avoid|make things|surprise|be happy|have fun|blow off|let off|escape|someone to|attention|affection|comfort|to feel|company|be wanted)",
        "(i|we) (did|had|have|was|were|would|never) [<adv>] (not|never|no) [<adv>] (mean|meant|intend|intended|intention|intentions|want|wanted|try|trying|plan|planned|planning|set out|wish|realise|expect|expected|think|thought|ever mean|ever want) [<adv>] [to|for|it|of|that|any|you|this|anything|like|out] ~ (hurt|harm|upset|happen|go|lie|cause|you|worry|lose|so far|this|that|it|deceive|do|get|wrong|way|end|become|cheat|betray|break|anyone|bad|pain|any|far|you to)|never [<adv>] (meant|intended|wanted|planned|set out|my intention) ~|(not|never) my intention|(my|the) (intention|intentions|heart|motives) (was|were|is|are) [<adv>] (good|pure|in the right|never|not|best)|(meant|mean) (well|no harm|it well|for the best)|no (bad|ill) (intention|intent|will|intentions)|with (good|the best) (intentions|intention)|not (on|my) purpose|i thought (i was|it would|you would|you 'd|it was (best|better|the)|that (i|it|you))",
        "i (was|am) [<adv>] (scared|afraid|terrified|frightened|worried|ashamed|embarrassed) [<adv>] (of|to|that|you|you'd|and|about|how|what|i)|i (thought|knew|feared|worried|figured|believed|felt|assumed) [that] (you|you 'd|you would|i|i would|i 'd|it|we) ~ (would|'d|could|was|were|going) [<adv>] (leave|lose|upset|angry|worry|mad|hurt|react|never|not|be|go|hate|understand|judge|losing|kill|freak|crazy|best|better|kick|divorce|end|sort|win|fix|pay|make)",
      ].join(or),
    ),
    origin: form(
      [
        "i (come|came) from ~ (home|family|house|place|background|culture)|(i|we) (grew up|was raised|were raised|was brought up|were brought up|was taught|never learned|never learnt|never had|never saw) ~|(my|the) (childhood|upbringing|parents|father|mother|dad|mum|family|ex|past|depression|anxiety|adhd|addiction|trauma|illness|condition|ptsd|stress|job|work|hormones|medication|meds|disease|demons|culture|loneliness|stress of \\S+) [<adv>] (was|were|is|are|did|made|left|had|took|never|always|cheated|hit|beat|drank|got|has|have|drove|messed|fucked|screwed|affected|affects|to blame|taught|put|turned|changed|ruined) ~",
        "(it is|that is|this is) [<adv>] (how|what|who|the way) i (was|am|know|grew|learned|learnt|cope|deal|have always|have been|'ve)|(in|it is in) my (nature|blood|genes|dna)|i am (only|just) [a] human|(only|just) human|no one is perfect|nobody is perfect|(a|every|any|all) (man|men|guy|bloke|woman|male|person|people) [<adv>] (has|have|had|need|needs|got|gets) [<adv>] [his|certain|their|its] (needs|urges|weaknesses|desires|to)|men (are|have|need|think|can not|cannot)|i am a (man|woman|human|guy|sick|weak|very)|i have [my|certain|physical|sexual] needs|my needs|boys will be|i am an? (addict|alcoholic|impulsive|sick)|i am [<adv>] (impulsive|insecure|ill|sick|weak|broken|depressed|damaged|lonely)(?! (of|and tired))",
        "(anyone|anybody|everyone|everybody|any (man|woman|person|one)|most people|ask any|you too) [<adv>] [in (my|that|this) (position|place|situation|shoes)] [<adv>] (would|could|will|man|woman|has|'d) ~|(no|not|did not|had not|have) [<adv>] [have] [any|much|a|an|no] [<adv>] (choice|option|alternative|other choice|other option|way out)|i (had|felt i had) no|had to do it|i had to (lie|hide|do)",
        "(it|this|that|the year|the last|last year|the past) [<adv>] (was|has been|is|had been) [<adv>] [just] [a|an|such a|the] [<adv>] (hard|rough|tough|difficult|stressful|dark|bad|low|awful|crazy|terrible|horrible|chaotic|confusing|lonely|worst|long) (time|year|period|patch|months|few|month|place|point|moment|phase|stage|days|week|one|for me|on me|for us|in my life)",
        "(work|the job|things|life|everything|the (stress|pressure|drink|alcohol|wine|booze|vodka|drugs|pills|coke|money|bills|deployment|baby|war|army|tour|job|shifts|pregnancy|move|divorce|grief|loneliness|pandemic|lockdown)|stress|alcohol|drink|grief|loneliness) [at \\S+] [<adv>] (was|were|has been|had been|got to|got|did|made|took|had|clouded|drove|went to|hit|became|talking|crazy|insane) ~|under [<adv>] [a lot of|so much|too much|enormous|huge|great|constant|terrible|immense|extreme|the] (pressure|stress|strain|influence)|(blame|it was) the (drink|alcohol|wine|booze|stress|vodka|drugs|pills|coke|meds|hormones|depression)",
        "you (have|had) no idea (what|how) ~ (it|i|to|hard|lonely|bad)|i am (bad|no good|useless|terrible|hopeless|not good|not great|rubbish) (with|at) ~|(in|where) (my village|my town|my (home )?country|our village|my generation|the army|the trade|that world|my family|my house|my culture|our culture|i grew|my country|i come) ~|you (go|get) ~ (in the head|strange|lonely|mad|numb)|[<adv>] i [<adv>] (believed|assumed|figured|reckoned|convinced myself|was sure|was convinced|thought|honestly thought|imagined) [that] (we|you|it|nobody|no one|she|he|things|that|i|this) ~~ (finished|over|happier|better|broke|broken|knowing|know|care|mind|hurt|find|notice|fine|ok|done|separated|leave|love|back|help|normal|harmless|understand|was|were|would|'d|could)|you (do|did) not (know|understand|see|realise) [what|how] ~ (it was|it is|i was|i went|i had|was going|i felt|like for|hard)|(after|when|since|ever since) (my|the|our|i|we) ~ (died|passed|lost|death|born|baby|accident|funeral|war|tour|deployment|redundancy|came back|miscarriage|diagnosis|operation|surgery|got sick|was ill) ~~ (i|myself|it|nothing|everything)|does (that|this) to (a person|you|people|someone|a man|a woman)|when your (wife|husband|partner) is|i needed [<adv>] (someone|somebody|something|an escape|attention|to (feel|escape|talk|get|forget|be|let|unwind)|comfort|affection|love|a|the money|it|help|money|company)|i (felt|was feeling|'d felt|had felt) [<adv>] [like|as if|as though|so|that i] [<adv>] [a|an|you|nobody|no one|i] [<adv>] (<state>|<deep>|nothing|failure|did not|were not|was|cared|loved|wanted|like|had)",
      ].join(or),
    ),
  },
  unless: form(
    [
      "(dad|mum|father|mother|brother|sister|he|she) (always|used to|kept) (said|say|saying)|i (am|feel|was) [<adv>] (sorry|late)|when (we|you) (met|were|are)|when i (read|saw|heard|found)|so i (had|took a|went to bed|slept|rested|stayed (home|in)|ate|ordered|rang|called|made|got)|for (both of us|us both|all of us|you)|did not sleep|you (had|have|deserve|deserved) ~ to know|i (want|have|need|am going) to (tell|own|say)|(is|are|was|were|am) (to blame|mine)|(tired|exhausted|ill|sick) (today|tonight|now|this)|i will ~ (because|since)|(late|home|early|back|out|away) (because|cos|since)|i am (not )?(tired|scared|afraid|anxious|ashamed|nervous|angry|worried|sad|lonely|exhausted|broken|so tired|done|staying|here)( |$)|(being|be|am|feel|was) (ashamed|embarrassed) (of|about) (it|myself|what|that|how)|i am (anxious|scared|afraid|ashamed|nervous|worried) (because|that|of|to)|(i|we) (was|were|have been) [<adv>] (wrong|selfish|an idiot|a coward|lying|cruel|unfaithful|stupid)|(i|we) (do|did|would|could) not (want|mean|intend) to (read|hear|leave|lose|pretend|hide|talk|make excuses|wait|wake|put)|my (brother|sister|mum|mother|dad|father|parents) (gets|has|now|knows|holds|keeps)|do not remember (how|the|what|which|her|his|when|exactly)",
      "i (was|were) not [<adv>] (at|with|there|honest|fair|a good|the)|because (i|of me) (lied|cheated|hurt|slept|did (it|this|that|what|wrong)|know|owe|want you|promised|told|was (lying|with|seeing|cheating|unfaithful))|i (was|am) (drunk|lonely|tired) , and|also a liar",
    ].join(or),
  ),
  unlessItem: disowned,
  unlessBefore: form(
    "(i|he|she|they|my \\S+) [<adv>] [have|had|'d|kept|used to|could|wanted to] [<adv>] (said|say|saying|told|tell|telling|blame|blamed|claimed|pretend|pretended)",
  ),
});

export const rule: Rule = {
  name: "offered-reason",
  label: "justification",
  reason: "A reason may be true. Offered beside the act it is heard as asking that the act weigh less.",
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
        !(hit.form === "origin" && overlaps(hit, found, "clarity")) &&
        (context.replyTo === "" || hit.form === "reason"),
    ),
};

export const examples: Examples = {
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
