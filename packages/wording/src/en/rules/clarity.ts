import { isQuoted, type Sentence } from "../../engine/reading.ts";
import type { Examples, Hit, Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const strong = form(
  `(i|we|me and \\S+|\\S+ and i) ~ <wrong.past>|(i|we) ~ (been|kept|keep|started|began|was|were|am|are|have) [<adv>] <wrong.ing>|(for|about|admit|admitting|confess|own|to|of|is|by|,|and) [<adv>] [having] <wrong.ing>|(i|we) have <wrong.past>|(and|then|,) [<adv>] <wrong.past>|(was|were|got) [<adv>] (spent|gambled|taken|stolen|deleted|hidden|wiped|forged|lied to|deceived|sent) by me`,
);
const weak = form(
  "(i|we|me and \\S+|\\S+ and i) ~ <weak.past>|(i|we) ~ (been|kept|keep|started|began|was|were|am|are|have) [<adv>] <weak.ing>|(for|about|admit|by) [<adv>] [having] <weak.ing>",
);
/** Says what a lie was about, or names the third person: makes a harmless act one that has to be owned. */
const vaguely = form(
  "let you (think|believe) (you|it) (was|were) (mad|crazy|imagining|you)|i (can|could) see (how|that)|said nothing (to|about)|i blamed you",
);
const secret = form(
  "<secret>|<otherPerson>|(met|saw|visited|called|rang|texted|messaged|with|stayed with|to|at|inviting|invited|wrote to|seeing|meeting|texting|sent) (her|him|hers|his)|her place|his place|her flat|his flat",
);
const ongoing = form(
  "(been|was|were|kept|started|began|spent ~) [<adv>] (on|seeing|texting|messaging|sexting|snapchatting|meeting|writing to|calling|dating|chatting to|chatting with|talking to|sleeping with|living with|snapping|dming|paying for|borrowing|buying|selling|stealing|using|smoking|drinking|gambling|betting|watching|hiding|lying|spending|sending|taking) ",
);
const lied = form(
  [
    "(i|we) ~ (told|promised|swore|texted|wrote|said|say) [to] [you|everyone|your \\S+|my \\S+|the \\S+] [that] (i|it|we|the|my|he|she|they|there|nobody|nothing|you) (?!(am|was) (fine|ok|happy|good|tired))~~ (not|was|were|is|'d|had|never|at|quit|stopped|cancelled|going|staying|working|late|lost|a)",
    "when i (said|told you) ~~ (was|were|wasn't|not)",
    "i (was|were) not ~ (at|with|on|in|working) ~~ i (was|were|went)",
    "(the|a|my|that) (lie|lies|affair|messages|texts|money|debt|loan|deleted \\S+|hidden \\S+|secret \\S+|second \\S+) (about|with|to|from|in|at|on|of) ",
    "(i|we) ~ (looked you in the eye|kept|hid|lied) ~~ (said|told|from you|about)",
    "(i|we) ~ (lied) [to you] [about] ~ (where|how|who|what|why|when|being|having|it being|the)",
    "i acted ~ (surprised|shocked|as if|like)",
    "(i|we) ~ (promised|said|agreed|swore) ~~ (and|but|then) ~ (i|we) ~ (went|did not|forgot|never|stayed|have been|was|kept|missed|was not)",
    "let (you|your \\S+) ~ (plan|think|believe|pay|worry|cover|take|apologise|wait|go|sit|cry|carry|do)",
    "[i] never (told|mentioned to) you (that|about|i)",
    "i (told|showed|repeated|gave|read|forwarded|posted) ~~ (your|about your|you) ~~ (diary|letter|letters|messages|message|emails|email|phone|journal|secret|miscarriage|illness|abortion|salary|diagnosis|therapy|therapist|past|family|photos|pictures|money|savings|ring|things|private|sister|brother|mother|friends|boss)",
    "i (sold|took|spent|used|emptied|pawned|gave away|lent|invested|lost|wasted|drained|withdrew) ~ (your|our|the|a|\\S+ hundred|<amount>|<number>) ~",
    "i (opened|took out|got|ran up|had|have) [<adv>] (a|an|another|<number>) ~ (loan|card|credit card|debt|debts|overdraft|account|mortgage|profile|child|baby|son|daughter|family|flat|phone|sim)",
    "i (turned|switched) ~ (the|my) ~ (phone|location) off|i (stopped|started) (in|taking|on) ~~ (did not|never|not) (say|tell)",
    "i invited ~~ (to|up|into|over|home|round)",
  ].join(or),
);
const specific = form(
  "<name>|<role>|<weekday>|<month>|<amount>|<number>|<place>|<clock>|<past_when>|(my|your|his|her|our) <role>|in \\d\\d\\d\\d|at (hers|his|theirs|dads|mums|mum's|dad's)|(first|second|third|last|both|each|every|all) (time|night|weekend|weekends|day|week|month|nights|times|of)",
);
const exposed = form(
  "(i|we) [<adv>] (told|showed|repeated|gave|read|forwarded|posted|shared) ~~ (about your|your) (diary|letter|letters|messages|emails|email|phone|journal|secret|secrets|miscarriage|illness|abortion|salary|diagnosis|therapy|photos|pictures|private|medical|past)|(i|we) (pawned|sold|emptied|drained|stole|forged) (your|our|the) \\S+",
);
const counted = form(
  "it (was|lasted|went on|has been|happened|started|began|continued) [for] [about|nearly|almost|over|from] (<number>|<month>|<weekday>|in|on|every|each|twice|once) ~ (months|month|weeks|years|year|times|nights|weekends|lunches|dinners|hotels|hotel|women|men|calls|messages|until|to|and|with|at|when|\\.|,|<unit>)",
);
const denied = form(
  "(should|could|would) not have|(i|you|he|she|dad|mum) [<adv>] (used to|kept|always|keep) (say|saying|said)|i have done for|the day i|where you were|(i|we) [<adv>] (did|do|have|had|was|were|would|could|will|am|can) not ~ (<wrong.past>|<wrong.ing>|sleep|kiss|meet|see|cheat|lie|touch|text|message|flirt|steal|hide|spend|gamble)|(if|whether|as if|as though|when|before) (i|we) [had|have|ever|'d] (<wrong.past>)|i will|i am going to|i never <wrong.past>|i would|(did|do|have|are) you|thank you for|(i|we) have [<adv>] [already] (deleted|blocked|left|told|given|booked|cancelled|unfollowed|closed|quit|joined|ended|asked|moved|sold|cut|handed|changed|signed|shown|arranged|started)|(i|we) (deleted|blocked|told|asked) ~~ (today|this morning|last night|yesterday|u can look|you can (look|check|see))|i am (sorry|ashamed)~~(it|this|that) \\.|i (kept saying|always said|swore i)",
);
const howItMet = form("i met ~~ (at (university|uni|school|work|college)|in \\d\\d\\d\\d and we)");

/** A lie is checkable when it says what it concealed. */
const conceals = form(
  "(told you|said|when i said|pretended|promised) [to you] [that] (i|it|my|the|we|you) ~~ (i|it|and|but|my) ",
);

const isClear = (sentence: Sentence): boolean => {
  const { text } = sentence;
  if (/ (?:say|said|told you|saying) (?:that )?(?:i am |i was )?(?:so )?sorry /.test(text)) return false;
  if (denied.test(text) && !lied.test(text)) return false;
  if (/ \? $/.test(text) || (vaguely.test(text) && !strong.test(text.replace(/let you|blamed you for/, ""))))
    return false;
  if (counted.test(text) || exposed.test(text)) return true;
  if (!specific.test(text)) return lied.test(text) && conceals.test(text);
  if (strong.test(text) || lied.test(text) || ongoing.test(text)) return true;
  return weak.test(text) && secret.test(text) && !howItMet.test(text);
};
/** The writer names an own act and something about it that could be checked. */
export const rule: Rule = {
  name: "named-act",
  label: "clarity",
  reason: "A named act ends the guessing. It shows that the writer knows what it was and hides no longer.",
  sources: [sources.lewicki, sources.lazare],
  find(reading, context) {
    if (context.speaker === "hurt" || context.replyTo !== "") return [];
    const hits: Hit[] = [];
    for (const sentence of reading.sentences) {
      const clear = isClear(sentence) && !isQuoted(sentence, 0, sentence.text.length);
      if (clear) hits.push({ label: "clarity", sentence, from: 0, to: sentence.text.length, form: "act" });
    }
    return hits;
  },
};

export const examples: Examples = {
  flags: [
    { text: "I slept with Marina from the office, twice, in November.", speaker: "harmer" },
    { text: "I told you I was at work and I was at the casino.", speaker: "harmer" },
  ],
  passes: [
    { text: "I cheated on you.", speaker: "harmer" },
    { text: "You slept with Marina.", speaker: "hurt" },
    { text: "I met Marina at school in 1999 and we are still friends.", speaker: "either" },
  ],
};
