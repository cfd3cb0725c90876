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
    "drunk|wasted|hammered|pissed|high|stoned|tipsy|plastered|smashed|off my face|off my head|out of it|blackout|intoxicated|hungover|sloshed|under the influence|on drugs|coked up|lonely|alone|isolated|bored|depressed|down|low|unhappy|miserable|sad|stressed|stressed out|overwhelmed|overworked|exhausted|burnt out|burned out|knackered|worn out|tired|shattered|anxious|scared|afraid|frightened|terrified|desperate|confused|lost|broken|numb|empty|vulnerable|weak|insecure|immature|young|naive|inexperienced|grieving|in shock|in a bad place|in a dark place|in a bad way|in a low place|in pain|in crisis|in a mess|in over my head|in a very difficult|in a difficult|in so much pain|under pressure|under stress|under a lot of|under so much|under enormous|under huge|under strain|hurting|struggling|suffering|neglected|unloved|unwanted|unappreciated|ignored|invisible|rejected|flattered|tempted|curious|homesick|far from home|away from home|not well|ill|sick|unwell|manic|hormonal|addicted|jealous|angry|frustrated|trapped|suffocated|starved of|starved for|out of my mind|out of control|not myself|not thinking|not thinking straight|not in my right mind|in no state|in a state|in denial|all over the place|having a breakdown|having a hard time|having a rough time|having problems|having a tough time|going through|dealing with|coping with|at breaking point|at my lowest|at rock bottom|at the end of my tether|at my wit's end|in a rut|on medication|on antidepressants|on autopilot|on painkillers|messed up in the head|seduced|unemployed|without work|without friends|without family|ashamed|embarrassed|too proud|not happy|not ready|homeless|postnatal|spiralling|spiraling|missing you|skint|broke",
  ),
  trouble: list(
    "breakdown|burnout|depression|anxiety|adhd|add|bipolar|ptsd|trauma|addiction|an addiction|a sickness|an illness|an addictive personality|childhood|upbringing|midlife crisis|mid-life crisis|a bad day|a bad week|a bad year|a bad time|a hard time|a rough time|a rough patch|a dark time|a dark place|a difficult time|a tough time|a difficult period|a lot on my plate|a lot going on|so much going on|too much on|too much to drink|a few drinks|a few too many|one too many|a drink|had a skinful|a breakdown|a crisis|needs|urges|a high sex drive|a weakness|issues|problems|demons|my own demons|low self-esteem|no self-esteem|money worries|money problems|postnatal depression|the menopause|no one to talk to|nobody to talk to|no one|nobody to teach me|nobody|no friends|no control|no choice|no other choice|no option|a moment of weakness|a lapse|a weak moment|a moment of madness",
  ),
};
