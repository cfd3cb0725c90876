import { verbs } from "./inflect.ts";

/** Wrongful acts by themselves: whoever did them to a partner has something to own. */
const wrong = verbs(
  "sleep with|have sex with|have sex|have an affair|begin an affair|begin with|start an affair|start sleeping with|have a relationship|mortgage|impersonate|have a fling|have a thing|have a one night stand|have an online|make out with|hook up with|kiss|fuck|shag|snog|make love|go to bed with|get off with|fool around|mess around with|cheat on you with|cheat with|cheat on you|be unfaithful with|carry on with|flirt with|sext|have phone sex|have cybersex|send nudes|exchange pictures|date|go on a date|go on dates|steal|embezzle|gamble|gamble away|bet|blow|fritter|squander|pawn|forge|fake|falsify|lie about|lie to you about|conceal|hide|keep from you|cover up|delete|wipe|erase|doctor|pretend|deceive you about|mislead you about|spy on|snoop|go through your|read your|look through your|track you|track your|hack|break into|open your|share your|leak your|post your|forward your|show your|tell everyone|humiliate you|mock you|insult you|shout at you|scream at you|yell at you|hit you|slap you|push you|shove you|swear at you|call you|threaten you|stand you up|skip|miss your|miss our|forget your|forget our|watch porn|look at porn|use porn|pay for sex|visit prostitutes|buy drugs|use cocaine|take cocaine|relapse|max out|run up|rack up|drain|empty|overdraw|spend the|spend our|spend your|spend my|spend all|invite him|invite her|rat you out|let you believe|let you think|let you plan|let you pay|let you take the blame|let you apologise|let you worry|trick you|blame you for|two-time|ghost you|leave you alone|leave you waiting|leave you standing|leave you sitting|leave you to|abandon you|walk out on you|ditch you|neglect you|ignore you|betray you with|kiss with|get with|bang|screw|hit on|chat up|come on to|make a pass at|plan it|arrange to meet|set it up",
);

/** Harmless by themselves; with a secret, a third person and a measure they are what is owned. */
const weak = verbs(
  "see|meet|text|message|write to|write|call|ring|phone|snapchat|snap|whatsapp|dm|chat with|chat to|chat|talk to|talk with|speak to|go out with|go to|go|have lunch|have dinner|have drinks|have coffee|stay with|stay at|stay|spend|spend time with|spend the night|drive to|visit|give|send|take|borrow|lend|withdraw|transfer|move|pay|pay for|buy|sell|open|sign up to|sign up for|sign up|join|download|subscribe to|subscribe|use|watch|look at|read|tell|say|promise|swear|invite|drink|smoke|order|book|lose|put|let|keep|make up|invent|turn off|switch off|save|follow|like|comment on|share|show|repeat|break|work|sit|park|play|rent|live with|be with|be at|be in|be on|be seeing|be texting|be messaging|print|sneak|sneak out|leave|charge|stop taking|ask|trade|swap|post|forward",
);

const talk = verbs("talk|discuss|speak|answer|explain|say|listen|argue|comment|respond|reply|go into|get into|do this|debate|engage|justify|repeat|hear|go over|bring");

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
    "my (?:\\w+ )?(?:\\w+ )?(?:actions|action|behaviour|conduct|mistakes?|choices?|decisions?|failings?|failures?|wrongs?|wrongdoing|sins?|stupidity|selfishness|foolishness|betrayal|errors?|part|role|share|shortcomings|carelessness|thoughtlessness|weakness|transgressions?|indiscretions?|misdeeds|misconduct|dishonesty|deception|lack of (?:judgement|respect|honesty)|idiocy|lapse|lapses|infidelity|poor judgement|bad judgement)",
    "(?:all )?(?:the|this|that|your|any|every|so much|all that) (?:\\w+ )?(?:pain|hurt|harm|damage|suffering|heartache|heartbreak|grief|distress|upset|trouble|mess|situation|hell|sorrow|misery|chaos|stress|misunderstanding|inconvenience)(?: (?:that |which )?i(?: have|'ve)? (?:\\w+ )?(?:caused?|causing|put|brought|inflicted|made|created|given|gave|did)(?: to)?(?: you)?(?: through)?| to you| i am causing you)?",
    "(?:the way|how) (?:that )?i(?: have|'ve)? (?:\\w+ )?(?:treated|acted|behaved|handled|been|was|spoke|dealt|hurt|did|went)(?: \\S+){0,4}?",
    "(?:for )?(?:having )?(?:hurt(?:ing)?|let(?:ting)? you down|upset(?:ting)?|disappoint(?:ing|ed)|fail(?:ing|ed)|wrong(?:ing|ed)|betray(?:ing|ed)|disrespect(?:ing|ed)|break(?:ing)?|broken|broke|damag(?:ing|ed)|destroy(?:ing|ed)|ruin(?:ing|ed)|caus(?:ing|ed)|put(?:ting)?|mess(?:ing|ed)|screw(?:ing|ed)|fuck(?:ing|ed))(?: \\S+){0,6}?",
    "being (?:such )?(?:an? )?(?:\\w+ )?(?:idiot|fool|jerk|asshole|dick|prick|bastard|coward|twat|shit|shitty|selfish|stupid|horrible|terrible|bad|awful|crap|lousy|rubbish|cruel|careless|thoughtless)(?: \\S+){0,3}?",
    "the situation",
    "the state of things",
    "this situation",
    "this mess",
  ],
};
