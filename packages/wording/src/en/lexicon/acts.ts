import { verbs } from "./inflect.ts";

/** Wrongful acts by themselves: whoever did them to a partner has something to own. */
const wrong = verbs(
  "abandon you|arrange to meet|bang|be unfaithful with|begin an affair|begin with|bet|betray you with|blame you for|blow|break into|buy drugs|call you|carry on with|chat up|cheat on you|cheat on you with|cheat with|come on to|cover up|date|deceive you about|delete|ditch you|doctor|drain|empty|erase|exchange pictures|fake|flirt with|fool around|forge|forget our|forget your|forward your|fuck|gamble|gamble away|get off with|get with|ghost you|go on a date|go on dates|go through your|go to bed with|hack|have a fling|have a one night stand|have a relationship|have a thing|have an affair|have an online|have cybersex|have phone sex|have sex|have sex with|hide|hit on|hit you|hook up with|humiliate you|ignore you|insult you|invite her|invite him|keep from you|kiss|kiss with|leak your|leave you alone|leave you sitting|leave you standing|leave you to|leave you waiting|let you apologise|let you believe|let you pay|let you plan|let you take the blame|let you think|let you worry|lie about|lie to you about|look at porn|look through your|make a pass at|make love|make out with|max out|mess around with|mislead you about|miss our|miss your|mock you|mortgage|neglect you|open your|pawn|pay for sex|plan it|post your|pretend|push you|rack up|rat you out|read your|relapse|run up|scream at you|screw|send nudes|set it up|sext|shag|share your|shout at you|shove you|show your|skip|slap you|sleep with|snog|snoop|spend all|spend my|spend our|spend the|spend your|spy on|stand you up|start an affair|start sleeping with|steal|swear at you|take cocaine|tell everyone|threaten you|track you|track your|trick you|use cocaine|use porn|visit prostitutes|walk out on you|watch porn|wipe|yell at you",
);

/** Harmless by themselves; with a secret, a third person and a measure they are what is owned. */
const weak = verbs(
  "ask|be at|be in|be messaging|be on|be seeing|be texting|be with|book|borrow|break|buy|call|charge|chat|chat to|chat with|comment on|dm|drink|drive to|follow|forward|give|go|go out with|go to|have coffee|have dinner|have drinks|have lunch|invent|invite|join|keep|leave|lend|let|like|live with|look at|lose|make up|meet|message|move|open|order|park|pay|pay for|phone|play|post|print|promise|put|read|rent|repeat|ring|save|say|see|sell|send|share|show|sign up|sign up for|sign up to|sit|smoke|snap|snapchat|sneak|sneak out|speak to|spend|spend the night|spend time with|stay|stay at|stay with|stop taking|subscribe|subscribe to|swap|swear|switch off|take|talk to|talk with|tell|text|trade|transfer|turn off|use|visit|watch|withdraw|work|write|write to",
);

const talk = verbs(
  "answer|argue|bring|comment|debate|discuss|do this|engage|explain|get into|go into|go over|hear|justify|listen|repeat|reply|respond|say|speak|talk",
);

export const acts = {
  talk: talk.base,
  "talk.ing": talk.ing,
  "wrong.past": wrong.past,
  "wrong.ing": wrong.ing,
  "weak.past": weak.past,
  "weak.ing": weak.ing,
  /** Bare kinds of wrong: neither clear nor vague. */
  bare: verbs("cheat|lie|deceive you|mislead you|be unfaithful|have an affair|steal|gamble|relapse|drink")
    .any,
  secret: [
    "behind your back",
    "(?:escort|porn|webcam|dating|cam|strip|sex|hookup|betting|gambling) ?\\w*",
    "without telling you",
    "without your knowing",
    "without you knowing",
    "without asking you",
    "without your",
    "in secret",
    "secretly",
    "on the sly",
    "on the quiet",
    "so (?:that )?you (?:would not|'d not|did not|could not|'d never|would never|'d think|would think|thought|would believe|'d believe)",
    "(?:and )?(?:i )?(?:never|did not) (?:tell|told|mention|say|said)",
    "(?:and )?(?:i )?told you(?: that)? (?:i|it|you|we|the|my|he|she|there|they|nobody|not)",
    "(?:and )?(?:i )?(?:said|say) (?:to )?(?:you )?(?:that )?(?:i|it|you|the|my|nothing)",
    "(?:instead|not) (?:of|at) (?:the|work|home)",
    "you (?:did not|do not|never) (?:know|knew|see|saw)",
    "under a (?:fake|false|different|another) name",
    "pretending",
    "hid it",
    "hidden",
    "a (?:second|secret|hidden|burner|fake) (?:phone|account|card|sim|number|email|profile|bank account|credit card|loan)",
    "the (?:second|secret|hidden|burner|fake) (?:phone|account|card|sim|number|email|profile)",
    "a man i met",
    "a woman i met",
    "(?:from|on) (?:@tinder|@hinge|@bumble|@grindr|@instagram|@facebook|@snapchat|tinder|a dating|the internet|online)",
  ],
  otherPerson: [
    "another (?:man|woman|guy|girl|person)",
    "other (?:men|women|guys|girls|people)",
    "someone else",
    "somebody else",
    "a (?:man|woman|guy|girl|bloke|lad|lady|stranger)",
    "some (?:girl|guy|woman|man|bloke|lad|dude|chick)",
    "(?:my|your|his|her|our) (?:ex|boss|best friend|cousin|colleague|coworker|secretary|neighbour)",
  ],
};

/** Placeholders for a wrong. */
export const vagueness = {
  placeholder: [
    "what i (?:did|have done|'ve done|had done|was doing|have been doing|'d done|put you (?:all )?through|said(?: to you)?|caused|became|am responsible for)(?: to (?:you|us|our \\w+|the \\w+|this \\w+))?",
    "(?:all )?(?:the )?(?:\\w+ )?things? (?:that |which )?i(?: have|'ve)? (?:did|done|said|caused|ruined|broke)",
    "everything(?: (?:that |which )?i(?: have|'ve)? (?:did|done|put you through|caused|said|ruined|broke)| that (?:has )?happened)?(?: to you)?",
    "(?:it all|all (?:of )?(?:it|this|that)|this whole (?:thing|mess|situation|business)|the whole (?:thing|mess|situation|business|affair))",
    "my (?:\\w+ )?(?:\\w+ )?(?:actions|action|behaviour|conduct|mistakes?|choices?|decisions?|failings?|failures?|wrongs?|sins?|selfishness|betrayal|errors?|part|role|share|shortcomings|weakness|transgressions?|indiscretions?|dishonesty|deception|lack of (?:judgement|respect|honesty)|idiocy|lapse|lapses|infidelity|poor judgement|bad judgement)",
    "(?:all )?(?:the|this|that|your|any|every|so much|all that) (?:\\w+ )?(?:pain|hurt|harm|damage|suffering|grief|distress|upset|trouble|mess|situation|hell|sorrow|misery|chaos|stress|misunderstanding|inconvenience)(?: (?:that |which )?i(?: have|'ve)? (?:\\w+ )?(?:caused?|causing|put|brought|made|created|given|gave|did)(?: to)?(?: you)?(?: through)?| to you| i am causing you)?",
    "(?:the way|how) (?:that )?i(?: have|'ve)? (?:\\w+ )?(?:treated|acted|behaved|handled|been|was|spoke|dealt|hurt|did|went)(?: \\S+){0,4}?",
    "(?:for )?(?:having )?(?:hurt(?:ing)?|let(?:ting)? you down|upset(?:ting)?|disappoint(?:ing|ed)|fail(?:ing|ed)|wrong(?:ing|ed)|betray(?:ing|ed)|disrespect(?:ing|ed)|break(?:ing)?|broken|broke|damag(?:ing|ed)|destroy(?:ing|ed)|ruin(?:ing|ed)|caus(?:ing|ed)|put(?:ting)?|mess(?:ing|ed)|screw(?:ing|ed)|fuck(?:ing|ed))(?: \\S+){0,6}?",
    "being (?:such )?(?:an? )?(?:\\w+ )?(?:idiot|fool|jerk|asshole|dick|prick|bastard|coward|twat|shit|shitty|selfish|stupid|horrible|terrible|bad|awful|crap|lousy|rubbish|cruel|careless|thoughtless)(?: \\S+){0,3}?",
    "the situation",
    "the state of things",
    "this situation",
    "this mess",
  ],
};
