import { verbs } from "./inflect.ts";
import { list } from "./list.ts";

/** Feelings of a depth that names something, beyond "hurt", "upset", "in pain". */
const deep = list(
  "a fool|a joke|a stranger|afraid|alone|an idiot|anxious|ashamed|bereft|betrayed|bitter|broken|cheap|cheated|crazy|cut off|dirty|dizzy|drained|duped|empty|exhausted|exposed|fooled|foolish|frightened|gaslit|guilty|gutted|humiliated|insane|invisible|judged|jumpy|laughed at|lonely|lost|naked|not enough|numb|on edge|pitied|played|robbed|scared|sick|small|stupid|terrified|to blame|torn|trapped|tricked|ugly|uneasy|unloved|unsafe|unseen|used|wary|watched|worthless",
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
    "afraid|angry|annoyed|anxious|asking|checking|cross|exhausted|fed up|frightened|furious|hurt|in pain|jealous|livid|mad|nervous|on edge|pissed|raging|sad|scared|suspicious|tired|uneasy|unsure|upset|wary|worked up|worried",
  ),
  feel: verbs("feel").any,
  hurt: verbs(
    "affect|annoy|bother|cause|cause you|come across|come over|cross a line|disappoint|disrespect|distress|do|embarrass|give you the impression|harm|hurt|inconvenience|insult|lead you|leave you|let you down|make you feel|mislead|offend|say|seem|sound|trouble|upset|wound|wrong",
  ).any,
};

/** States and circumstances that people give as reasons. */
export const reasons = {
  state: list(
    "drunk|wasted|pissed|high|stoned|tipsy|out of (?:it|my mind|control)|under (?:stress|strain|so much|huge)|lonely|alone|bored|down|low|unhappy|sad|stressed(?: out)?|exhausted|tired|anxious|scared|afraid|frightened|terrified|lost|broken|numb|empty|weak|young|naive|hurting|unloved|ignored|invisible|tempted|not (?:well|myself|happy|ready|thinking|coping|in my right mind)(?: straight)?|ill|sick|unwell|manic|jealous|angry|trapped|going through|messed up|seduced|ashamed|skint|broke",
  ),
  trouble: list(
    "anxiety|adhd|add|bipolar|ptsd|trauma|(?:an?|the) (?:illness|crisis|lapse|drink)|a (?:bad|hard|rough|dark|tough|weak|low) (?:day|week|month|year|time|patch|place|period|spell|moment)|(?:a lot|so much|too much) (?:on|to drink)|needs|urges|issues|(?:no one|nobody)(?: to (?:talk|turn) to| to teach me)?|no (?:friends|control|choice|option)",
  ),
};
