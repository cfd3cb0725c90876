import { verbs } from "./inflect.ts";
import { list } from "./list.ts";

/** Feelings of a depth that names something, beyond "hurt", "upset", "in pain". */
const deep = list(
  "ashamed|humiliated|mortified|embarrassed|worthless|ugly|unwanted|unlovable|unloved|undesirable|unattractive|stupid|foolish|small|dirty|cheap|used|discarded|disposable|replaced|replaceable|invisible|alone|lonely|isolated|abandoned|rejected|betrayed|deceived|tricked|fooled|duped|manipulated|trapped|helpless|powerless|hopeless|empty|numb|lost|broken|shattered|devastated|crushed|destroyed|gutted|heartbroken|terrified|afraid|scared|frightened|fearful|panicked|panicky|anxious|unsafe|insecure|on edge|jumpy|paranoid|haunted|sick|nauseous|nauseated|dizzy|exhausted|drained|worn out|bewildered|confused|disoriented|crazy|insane|mad with worry|like you were going mad|distrustful|suspicious of everyone|bitter|resentful|enraged|disgusted|horrified|shocked|stunned|blindsided|grief-stricken|bereft|inadequate|inferior|second best|second-best|not good enough|not enough|a fool|an idiot|a joke|a stranger|a burden|an afterthought|a laughing stock|disrespected|degraded|violated|exposed|naked|judged|pitied|torn|torn in two|torn apart|sleepless|suffocated|desperate|angry at yourself|disillusioned|belittled|dismissed|unheard|unseen|cut off|homesick|guilty|to blame|robbed|cheated|played|laughed at|watched|stared at|unworthy|defeated|wary|uneasy|unsure of everything|disoriented|lied to by everyone|second choice|trampled|gaslit|betrayed by",
);
const body = verbs(
  "flinch|jump|shake|tremble|cry|weep|sob|vomit|throw up|lie awake|wake up|wake|panic|freeze|tense up|startle|shudder|hide|dread|avoid|replay|relive|blame yourself|question|doubt|second-guess|check|count|wonder|search|scan|whisper|pretend|sit alone|eat alone|starve|skip|bite your|wash|scrub|pace|stare|shiver|withdraw|apologise for|look over your shoulder|imagine|picture|torture yourself|compare yourself|watch the door|look at the door|listen for|hold your breath|go quiet|wince|pull away|back away|sweat|grieve|mourn",
);

export const feelings = {
  deep,
  "body.any": body.any,
  "body.now": [...body.base, ...body.ing],
  "body.past": body.past,
  /** Answers to a wrong that a partner is entitled to, and which "I understand" makes welcome. */
  reaction: list(
    "angry|furious|mad|upset|worried|anxious|nervous|suspicious|scared|afraid|hurt|frightened|jealous|cross|livid|annoyed|disappointed|in pain|wary|cautious|doubtful|unsure|insecure|on edge|uneasy|triggered|confused|fed up|raging|pissed off|pissed|sad|distrustful|mistrustful|paranoid|devastated|worked up|sceptical|skeptical|reluctant|hesitant|tired|exhausted|checking|asking|wondering|questioning|struggling|finding it hard",
  ),
  feel: verbs("feel").any,
  hurt: verbs(
    "hurt|upset|offend|disappoint|wound|insult|distress|cause you|cause|make you feel|let you down|wrong|embarrass|harm|disrespect|bother|trouble|annoy|cross a line|overstep|come across|come over|seem|sound|do|say|trigger|inconvenience|affect|leave you|lead you|give you the impression|mislead",
  ).any,
};

/** States and circumstances that people give as reasons. */
export const reasons = {
  state: list(
    "drunk|wasted|hammered|pissed|high|stoned|tipsy|smashed|plastered|off my (?:face|head)|out of (?:it|my mind|control|my depth)|blackout|intoxicated|hungover|under (?:the influence|pressure|stress|strain|a lot of|so much|enormous|huge)|on (?:drugs|medication|antidepressants|autopilot|painkillers)|coked up|lonely|alone|isolated|bored|depressed|down|low|unhappy|miserable|sad|stressed(?: out)?|overwhelmed|overworked|exhausted|burnt out|burned out|knackered|worn out|tired|shattered|anxious|scared|afraid|frightened|terrified|desperate|confused|lost|broken|numb|empty|vulnerable|weak|insecure|immature|young|naive|inexperienced|grieving|in (?:shock|crisis|denial|pain|over my head|no state|a difficult)|in (?:a|such a|so much|my) (?:\\w+ ){0,2}(?:place|way|mess|state|rut|pain|time|phase|moment|spiral)|hurting|struggling|suffering|neglected|unloved|unwanted|unappreciated|ignored|invisible|rejected|flattered|tempted|curious|homesick|(?:far|away) from home|not (?:well|myself|happy|ready|thinking|coping|in my right mind)(?: straight)?|ill|sick|unwell|manic|hormonal|addicted|jealous|angry|frustrated|trapped|suffocated|starved (?:of|for)|all over the place|having (?:a (?:hard|rough|tough|bad)|problems|a breakdown)|going through|dealing with|coping with|at (?:breaking point|my lowest|rock bottom|the end of my|my wit's end)|messed up|seduced|unemployed|without (?:work|friends|family)|ashamed|embarrassed|too proud|homeless|postnatal|spirall?ing|missing you|skint|broke",
  ),
  trouble: list(
    "breakdown|burnout|depression|anxiety|adhd|add|bipolar|ptsd|trauma|(?:an )?addiction|(?:an?|the) (?:sickness|illness|breakdown|crisis|weakness|lapse|drink|addictive personality|high sex drive|menopause)|childhood|upbringing|mid-?life crisis|a (?:bad|hard|rough|dark|difficult|tough|weak|terrible|low) (?:day|week|month|year|time|patch|place|period|spell|moment)|(?:a lot|so much|too much) (?:on my plate|going on|on|to drink)|a few (?:drinks|too many)|one too many|had a skinful|needs|urges|issues|problems|(?:my own )?demons|(?:low|no) self-esteem|money (?:worries|problems|troubles)|postnatal depression|(?:no one|nobody)(?: to (?:talk|turn) to| to teach me)?|no (?:friends|control|choice|other choice|option)|a moment of (?:weakness|madness)",
  ),
};
