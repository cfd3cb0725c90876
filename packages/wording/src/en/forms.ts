import { formsOf } from "../engine/form.ts";
import { acts, vagueness } from "./lexicon/acts.ts";
import { feelings, reasons } from "./lexicon/feelings.ts";
import { peopleAndTimes } from "./lexicon/people-times.ts";
import { traits } from "./lexicon/traits.ts";
import { undertakings } from "./lexicon/undertakings.ts";

const adverb =
  "so|very|really|truly|deeply|genuinely|honestly|just|also|even|still|actually|probably|simply|only|always|often|sometimes|never|ever|now|then|already|basically|completely|totally|absolutely|sincerely|terribly|awfully|bloody|fucking|damn|too|quite|pretty|rather|again|obviously|clearly|literally|truthfully|kind of|sort of|a bit|a little|a lot|almost|nearly|both|all|finally|secretly|constantly|repeatedly|definitely|certainly|frankly|incredibly|extremely|profoundly|well|maybe|perhaps";

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
    "(i|you|he|she|we|they|my \\S+) _ [have|had|'d|'ve|used to|want to|wanted to|would|could|might|always|kept|keep on|kept on|was] _ (say|said|says|saying|tell|told|telling|claim|claimed|call|called|calling|pretend|pretended|argue|argued|insist|insisted|convince|convinced|convincing|blame|blamed|believe|believed|swore|wrote|texted|promised|act|acted|acting) (myself|you|her|him|them|it|everyone|people|anyone|that|as if|like|my|the)",
    "(i|we) (kept|keep|used to|could|wanted to|would like to|might|was) (say|saying|claim|blame|pretend|tell|telling|believe|believing)",
    "(you|he|she|they) (said|say|told me|think|thought|called me|believe|promised)",
    "(my|your) _ (dad|mum|father|mother|ex|brother|sister) (always|used to|said|says|never)",
  ].join(or),
);
/** The writer takes a reason back: no excuse, my choice. */
export const disowned = form(
  [
    "(no|not a|not an|not any|never a|never an|nor an|not|without|not your|not _ an|zero|isn't an) (excuse|excuses|justification|justifications|defence|reason|alibi)",
    "(do|does|did|can|could|will|would|should) not _ (excuse|justify|explain it away|change what|make it (ok|right|better|less|acceptable|fine)|make that (ok|right|better|less)|take away|undo|mean i can)",
    "(excuse|excuses|justify|justifies|excusing|explains) (nothing|none of)",
    "(not|never) ~ (making|make|looking for|offering|hiding behind|using) ~ (excuse|excuses|it as|that as)",
    "i (chose|choose|decided) (to|it|this|that|him|her)|my (own)? (choice|decision|choices|doing|responsibility|fault)|(it|that|this|all) (is|was|of it is) (on me|mine|my fault|my doing|my choice|all me)|(that|it|this|all of it|both|which) (is|was|are) _ (on me|mine)",
    "(nobody|no one) [else] (made|forced|pushed|put|told) me|i (am|was) the one who|i made it happen|i did (it|that|this) (\\.|and (i|only)|to you)|i made (them|it|that choice|those choices)|(that|it|this|which) (is|was) not (a|the|any) reason|i _ [can not|will not|do not|am not] (blame|blaming|hide behind|hiding behind) ~ (anyone|anybody|you|the|it|that|my)|i also (was|am) a|i was also a|mine to (own|sort|fix|carry|answer)|i (own|take|accept) (it|full|all|responsibility)|i did \\.|there is no excuse|i have no excuse|i got no excuse|not because (of you|you)",
    "same (father|mother|childhood|home|job|hours) ~~ not|(others?|other \\S+|people|she|he) ~~ (does|do|did) not (lie|drink|cheat|steal|gamble)|i could ~ say|i could (tell you|blame|claim|pretend)|it would be easy to (say|blame)|i wanted to blame|i will not (blame|hide)|people do not",
  ].join(or),
);
