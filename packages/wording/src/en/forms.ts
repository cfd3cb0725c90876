import { formsOf } from "../engine/form.ts";
import { acts, vagueness } from "./lexicon/acts.ts";
import { feelings, reasons } from "./lexicon/feelings.ts";
import { peopleAndTimes } from "./lexicon/people-times.ts";
import { traits } from "./lexicon/traits.ts";
import { undertakings } from "./lexicon/undertakings.ts";

const adverb =
  "so|very|really|truly|deeply|honestly|just|also|even|still|actually|probably|simply|only|always|often|sometimes|never|ever|now|then|already|basically|completely|totally|absolutely|sincerely|terribly|awfully|bloody|fucking|damn|too|quite|pretty|rather|again|obviously|literally|kind of|sort of|a bit|a little|a lot|almost|nearly|both|all|finally|secretly|constantly|definitely|well|maybe|perhaps";

/** Makes forms over the English words by meaning. */
export const form = formsOf({
  ...peopleAndTimes,
  ...acts,
  ...vagueness,
  ...feelings,
  ...reasons,
  ...traits,
  ...undertakings,
  adv: [`(?:${adverb})(?: (?:${adverb}))*`],
  i: ["i", "me and \\S+", "\\S+ and i", "we"],
  be: ["am", "is", "are", "was", "were", "be", "been", "being", "'s"],
  was: [
    "was",
    "were",
    "had been",
    "'d been",
    "have been",
    "has been",
    "was being",
    "'d been",
    "'ve been",
    "got",
    "felt",
    "was feeling",
    "were feeling",
    "had got",
    "became",
    "must have been",
  ],
  have: ["have", "has", "had", "'d", "having", "'ve"],
  modal: ["will", "would", "can", "could", "shall", "should", "may", "might", "must", "'d"],
  it: [
    "it",
    "this",
    "that",
    "things",
    "everything",
    "all this",
    "all of this",
    "all of it",
    "the whole thing",
    "the thing",
    "what we had",
    "what i had with (?:her|him|them)",
    "she",
    "he",
    "those",
    "these",
    "they",
  ],
  dear: [
    "love",
    "babe",
    "baby",
    "honey",
    "darling",
    "sweetheart",
    "dear",
    "hun",
    "my love",
    "mate",
    "sweetie",
  ],
  apology: [
    "sorry",
    "apologise",
    "apologies",
    "apology",
    "i regret",
    "regret",
    "regrets",
    "my bad",
    "forgive me",
    "ashamed",
    "apologetic",
    "remorse",
    "i feel (?:\\w+ )?(?:terrible|awful|bad|guilty|horrible|sick)",
    "mea culpa",
  ],
  harm: [
    "hurt",
    "pain",
    "harm",
    "distress",
    "offence",
    "offense",
    "upset",
    "inconvenience",
    "embarrassment",
    "damage",
    "confusion",
    "misunderstanding",
    "discomfort",
    "anguish",
    "trouble",
    "suffering",
    "stress",
    "worry",
    "hurt feelings",
    "grief",
    "disappointment",
    "sadness",
    "concern",
    "anxiety",
  ],
  neg: ["not", "never", "no", "nobody", "none", "nothing", "hardly", "neither", "nor", "without", "n't"],
});

const or = "|";
/** Reports what was said at another time, so that it is looked at and not said now. */
export const reported = form(
  [
    "(i|you|he|she|we|they|my \\S+) _ ['d|'ve|always|could|had|have|keep on|kept|kept on|might|used to|want to|wanted to|was|would] _ (act|acted|acting|argue|argued|believe|believed|blame|blamed|call|called|calling|claim|claimed|convinced|insist|insisted|pretend|pretended|promised|said|say|saying|says|swore|tell|telling|texted|told|wrote) (anyone|as if|everyone|her|him|it|like|my|myself|people|that|the|them|you)",
    "(i|we) (could|keep|kept|might|used to|wanted to|was|would like to) (believe|blame|claim|pretend|say|saying|tell|telling)",
    "(he|she|they|you) (believe|called me|promised|said|say|think|thought|told me)",
    "(my|your) _ (brother|dad|ex|father|mother|mum|sister) (always|never|said|says|used to)",
  ].join(or),
);
/** The writer takes a reason back: no excuse, my choice. */
export const disowned = form(
  [
    "(isn't an|never a|never an|no|nor an|not|not _ an|not a|not an|not any|not your|without|zero) (alibi|excuse|excuses|justification|reason)",
    "(can|could|did|do|does|should|will|would) not _ (excuse|justify|explain it away|change what|make it (better|fine|less|ok|right)|make that (better|less|ok|right)|take away|undo|mean i can)",
    "(excuse|excuses|explains|justify) (none of|nothing)",
    "(never|not) ~ (hiding behind|looking for|make|making|using) ~ (excuse|excuses|it as|that as)",
    "i (choose|chose) (her|him|it|that|this|to)|my (own)? (choice|choices|decision|doing|fault|responsibility)|(all|it|that|this) (is|of it is|was) (all me|mine|my choice|my doing|my fault|on me)|(all of it|both|it|that|this|which) (are|is|was) _ (mine|on me)",
    "(no one|nobody) [else] (forced|made|pushed|put|told) me|i (am|was) the one who|i made it happen|i did (it|that|this) (\\.|and (i|only)|to you)|i made (it|that choice|them|those choices)|(it|that|this|which) (is|was) not (a|any|the) reason|i _ [am not|can not|do not|will not] (blame|hide behind|hiding behind) ~ (anybody|anyone|it|my|that|the|you)|i also (am|was) a|i was also a|mine to (answer|carry|fix|own|sort)|i (accept|own|take) (all|full|it|responsibility)|i did \\.|there is no excuse|i have no excuse|i got no excuse|not because (of you|you)",
    "same (childhood|father|home|hours|job|mother) ~~ not|(others?|other \\S+|people|she|he) ~~ (did|do|does) not (cheat|drink|gamble|lie|steal)|i could ~ say|i could (blame|claim|pretend|tell you)|it would be easy to (blame|say)|i wanted to blame|i will not (blame|hide)|people do not",
  ].join(or),
);
