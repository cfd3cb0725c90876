import { verbs } from "./inflect.ts";
import { list } from "./list.ts";

/** Feelings of a depth that names something, beyond "hurt", "upset", "in pain". */
const deep = list(
  "a burden|a fool|a joke|a laughing stock|a stranger|abandoned|afraid|alone|an afterthought|an idiot|angry at yourself|anxious|ashamed|bereft|betrayed|betrayed by|bitter|broken|cheap|cheated|confused|crazy|cut off|deceived|desperate|destroyed|devastated|dirty|disrespected|distrustful|dizzy|drained|duped|embarrassed|empty|exhausted|exposed|fooled|foolish|frightened|gaslit|guilty|gutted|heartbroken|helpless|homesick|hopeless|humiliated|insane|insecure|invisible|isolated|judged|jumpy|laughed at|lied to by everyone|like you were going mad|lonely|lost|mad with worry|manipulated|naked|not enough|not good enough|numb|on edge|paranoid|pitied|played|rejected|replaced|robbed|scared|second best|second choice|shattered|sick|sleepless|small|stared at|stupid|suffocated|suspicious of everyone|terrified|to blame|torn|torn apart|torn in two|trapped|tricked|ugly|uneasy|unloved|unsafe|unseen|unsure of everything|unwanted|used|violated|wary|watched|worn out|worthless",
);
const body = verbs(
  "apologise for|avoid|back away|bite your|blame yourself|check|compare yourself|count|cry|doubt|dread|eat alone|flinch|freeze|go quiet|grieve|hide|hold your breath|imagine|jump|lie awake|listen for|look at the door|look over your shoulder|mourn|pace|panic|picture|pretend|pull away|question|relive|replay|scan|scrub|search|shake|shiver|sit alone|skip|sob|stare|starve|sweat|tense up|throw up|torture yourself|tremble|vomit|wake|wake up|wash|watch the door|weep|whisper|wince|withdraw|wonder",
);

export const feelings = {
  deep,
  "body.any": body.any,
  "body.now": [...body.base, ...body.ing],
  "body.past": body.past,
  /** Answers to a wrong that a partner is entitled to, and which "I understand" makes welcome. */
  reaction: list(
    "afraid|angry|annoyed|anxious|asking|checking|confused|cross|devastated|disappointed|distrustful|exhausted|fed up|finding it hard|frightened|furious|hurt|in pain|insecure|jealous|livid|mad|nervous|on edge|paranoid|pissed|pissed off|questioning|raging|sad|scared|struggling|suspicious|tired|uneasy|unsure|upset|wary|wondering|worked up|worried",
  ),
  feel: verbs("feel").any,
  hurt: verbs(
    "affect|annoy|bother|cause|cause you|come across|come over|cross a line|disappoint|disrespect|distress|do|embarrass|give you the impression|harm|hurt|inconvenience|insult|lead you|leave you|let you down|make you feel|mislead|offend|say|seem|sound|trouble|upset|wound|wrong",
  ).any,
};

/** States and circumstances that people give as reasons. */
export const reasons = {
  state: list(
    "addicted|frustrated|hungover|knackered|on medication|drunk|wasted|pissed|high|stoned|tipsy|off my (?:face|head)|out of (?:it|my mind|control|my depth)|under (?:the influence|pressure|stress|strain|a lot of|so much|enormous|huge)|on (?:drugs)|coked up|lonely|alone|isolated|bored|depressed|down|low|unhappy|miserable|sad|stressed(?: out)?|overwhelmed|exhausted|burnt out|burned out|worn out|tired|shattered|anxious|scared|afraid|frightened|terrified|desperate|confused|lost|broken|numb|empty|vulnerable|weak|insecure|immature|young|naive|in (?:shock|crisis|denial|pain|over my head|no state|a difficult)|in (?:a|such a|so much|my) (?:\\w+ ){0,2}(?:place|way|mess|state|rut|pain|time|phase|moment|spiral)|hurting|struggling|suffering|neglected|unloved|unwanted|ignored|invisible|rejected|tempted|homesick|(?:far|away) from home|not (?:well|myself|happy|ready|thinking|coping|in my right mind)(?: straight)?|ill|sick|unwell|manic|jealous|angry|trapped|suffocated|starved (?:of|for)|all over the place|having (?:a (?:hard|rough|tough|bad)|problems|a breakdown)|going through|dealing with|coping with|at (?:breaking point|my lowest|rock bottom|the end of my|my wit's end)|messed up|seduced|without (?:work|friends|family)|ashamed|embarrassed|too proud|postnatal|spirall?ing|missing you|skint|broke",
  ),
  trouble: list(
    "breakdown|depression|anxiety|adhd|add|bipolar|ptsd|trauma|(?:an )?addiction|(?:an?|the) (?:sickness|illness|breakdown|crisis|weakness|lapse|drink|addictive personality|high sex drive)|childhood|upbringing|mid-?life crisis|a (?:bad|hard|rough|dark|difficult|tough|weak|terrible|low) (?:day|week|month|year|time|patch|place|period|spell|moment)|(?:a lot|so much|too much) (?:on my plate|going on|on|to drink)|a few (?:drinks|too many)|one too many|had a skinful|needs|urges|issues|problems|(?:my own )?demons|(?:low|no) self-esteem|money (?:worries|problems)|postnatal depression|(?:no one|nobody)(?: to (?:talk|turn) to| to teach me)?|no (?:friends|control|choice|other choice|option)|a moment of (?:weakness)",
  ),
};
