import { isQuoted, type Sentence } from "../../engine/reading.ts";
import type { Examples, Hit, Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const strong = form(
  `(i|we|\\S+ and i) ~ <wrong.past>|(i|we) ~ (been|kept|keep|began|was|were|am|are|have) _ <wrong.ing>|(for|about|admit|own|to|of|is|by|,|and) _ [having] <wrong.ing>|(and|then|,) _ <wrong.past>|(?<=^ )(\\S+ )?(been|was) _ (<wrong.ing>|<weak.ing>)|(was|were|got) _ (spent|gambled|taken|stolen|deleted|hidden|wiped|forged|lied to|sent) by me`,
);
const weak = form(
  "(i|we|me and \\S+|\\S+ and i) ~ <weak.past>|(i|we|me and \\S+) did _ (meet up|meet|see|kiss|text|message|have|take|spend|go) |(i|we) ~ (been|kept|keep|began|was|were|am|are|have) _ <weak.ing>|(for|about|admit|by) _ [having] <weak.ing>",
);
/** Says what a lie was about, or names the third person: makes a harmless act one that has to be owned. */
const vaguely = form(
  "let you (think) (you|it) (was|were) (mad|crazy|you)|i (can|could) see (how|that)|said nothing (to|about)|i blamed you",
);
const secret = form(
  "<secret>|(photographs|photos|pictures|videos|pics) of (myself|me)|<otherPerson>|(met|saw|visited|called|rang|texted|with|to|at|invited|seeing|meeting|texting|sent) (her|him|hers|his)",
);
const ongoing = form(
  "(been|was|were|kept|started|began|spent ~) _ (on|seeing|texting|messaging|sexting|snapchatting|meeting|writing to|calling|dating|dming|paying for|buying|selling|using|smoking|betting|hiding|lying|sending|taking) ",
);
const lied = form(
  [
    "when i (said) ~~ (was|were|wasn't|not)",
    "(i|we) ~ (told|promised|swore) [to] [you] [that] (i|it|we|the|my|he|she|there|nobody) ~~ (not|was|were|'d|had|never|quit|going|working)",
    "let (you|your \\S+) ~ (plan|believe|pay|worry|cover|take|apologise|wait|go|sit|cry)|(i|we) ~ lied [to you] about ~ (where|how|who|what|why|when|being|the)|[i] never (told|mentioned to) you (that|about|i)",
    "i (was|were) not ~ (at|with|on|in) ~~ i (was|were|went)",
    "(the|a|my|that) (lie|lies|affair|texts|money|debt|loan|second \\S+) (about|with|to|from|in|at|on|of) ",
    "(i|we) ~ (looked you in the eye|kept|hid|lied) ~~ (said|told|from you|about)",
    "i acted ~ (surprised|as if|like)",
    "(i|we) ~ (promised|said|swore) ~~ (and|but|then) ~ (i|we) ~ (went|never|was|kept)",
    "i (told|showed|gave|read|posted) ~~ (your|you) ~~ (diary|letter|letters|message|emails|email|phone|journal|secret|illness|salary|therapy|past|family|photos|money|savings|ring|things|private|sister|brother|mother|friends|boss)",
    "i (sold|took|spent|used|emptied|pawned|lent|lost|wasted|drained) ~ (your|our|the|a|\\S+ hundred|<number>) ~",
    "i (opened|got|ran up|had|have) _ (a|an|another) ~ (loan|card|debt|debts|account|profile|child|baby|son|family|flat|phone|sim)",
    "i (turned) ~ (the|my) ~ (phone) off|i (stopped) (in|on) ~~ (did not|never|not) (say|tell)",
    "(i|we) ~~ (while|and|when) you (thought|believed) (i|it|we|he|she|that)|i put ~~ on (the )?(horses|dogs|football|red|black|cards|slots|a horse)|i (wrote|signed|used) your (name|signature)|i (invented|made up) ~|i [never|<adv>] (re)?mortgaged ~|(a son|a daughter|a child|a baby|twins) with (her|him|<name>)|(her|his|the) (son|daughter|child|baby) ~ is mine","i (had|kept|hid|installed) (@?grindr|@?tinder|@?hinge|@?bumble|[\\S+] [\\S+] [\\S+] (app|profile|account|folder)) ~|i [have] read (your|the) (diary|messages|phone|emails|journal|letters) ~|i (forgot|left) (you|him|her|the kids|<name>) ~ (at|on|in|alone) ~|i met (two|three|four|several|other|some) (men|women|guys|girls|people) ~|i invited ~~ (to|up|into|over|home|round)",
  ].join(or),
);
const specific = form(
  "<name>|<role>|the (night|day|morning|week) (you|we|your|of)|<weekday>|<month>|<amount>|<number>|<place>|<clock>|<past_when>|(my|your|his|her|our) <role>|in \\d\\d\\d\\d|at (hers|his|dads|mums|mum's|dad's)|(first|second|third|last|both|each|every|all) (time|night|weekends|day|week|month|times|of)",
);
const exposed = form(
  "(i|we) _ (told|showed|gave|read|posted|shared) ~~ (your) (diary|letter|letters|messages|emails|email|phone|journal|secret|secrets|miscarriage|illness|abortion|salary|therapy|photos|private|medical|past)|(i|we) (pawned|sold|emptied|stole|forged) (your|our|the) \\S+",
);
const counted = form(
  "it (was|lasted|went on|started|began) [for] [about|nearly|almost|over|from] (<number>|<month>|in|on|every|each|twice|once) ~ (months|month|weeks|years|year|times|nights|lunches|dinners|hotels|hotel|women|men|calls|until|to|and|with|at|when|\\.|,|<unit>)",
);
const denied = form(
  "the day i lied|i swore i would|ll (never )?be|reason i|just so you know|i (said|told you) (you|the)|(should|could|would) not have|(i|you|he|she|dad|mum) _ (used to|kept|always|keep) (say|saying|said)|i have done for|the day i|(i|we) _ (did|do|have|had|was|were|would|could|will|am|can) not ~ (sleep|kiss|meet|see|cheat|lie|touch|text|flirt|steal|hide|spend)|(if|as if|as though|when) (i|we) [had|have|ever|'d] (<wrong.past>)|i will|i am going to|i would|(did|do|have|are) you|thank you for|(i|we) have _ [already] (deleted|blocked|left|told|given|booked|cancelled|quit|joined|ended|asked|moved|sold|cut|handed|changed|signed|shown|arranged)|(i|we) (deleted|told|asked) ~~ (today|last night|you can (look|check|see))",
);
const howItMet = form("i met ~~ (at (university|uni|school|work|college)|in \\d\\d\\d\\d and we)");

/** A lie is checkable when it says what it concealed. */
const conceals = form("(told you|said) [to you] [that] (i|it|my|the|we|you) ~~ (i|it|and|but|my) ");

/** A letter that owns a lie or a wrong: then its harmless acts with a date are part of the account. */
const confesses = form("i ~ (<bare>|lied|cheated|stole|hid|invented|pretended)|told you (that )?(i|it|the|my)|(affair|lie|lies)");
const later = form("now|today|tonight|tomorrow|this morning|this week|since (<weekday>|then)|have|will|am|going to|from|already|yesterday|last (night|week)|on (<weekday>|the)");

const isClear = (sentence: Sentence, confessed: boolean): boolean => {
  const { text } = sentence;
  if (/ (?:say|said|told you|saying) (?:that )?(?:i am |i was )?(?:so )?sorry /.test(text)) return false;
  if (/ i (?:have |just )?read your (?:letter|message|note|card) /.test(text)) return false;
  if (/ told \S+ \S* ?(?:the truth|everything) /.test(text)) return false;
  if (denied.test(text) && !lied.test(text)) return false;
  if (/ \? $/.test(text) || (vaguely.test(text) && !strong.test(text.replace(/let you|blamed you for/, ""))))
    return false;
  if ((counted.test(text) && !/ ago /.test(text)) || exposed.test(text)) return true;
  if (!specific.test(text)) return lied.test(text) && conceals.test(text);
  if (strong.test(text) || lied.test(text) || ongoing.test(text)) return true;
  return weak.test(text) && (secret.test(text) || (confessed && !later.test(text))) && !howItMet.test(text);
};
/** The writer names an own act and something about it that could be checked. */
export const rule: Rule = {
  name: "named-act",
  label: "clarity",
  sources: [sources.lewicki, sources.lazare],
  find(reading, context) {
    if (context.speaker === "hurt" || context.replyTo !== "") return [];
    const hits: Hit[] = [];
    const confessed = context.part === "letter" && confesses.test(reading.all);
    for (const sentence of reading.sentences) {
      const clear = isClear(sentence, confessed) && !isQuoted(sentence, 0, sentence.text.length);
      if (clear) hits.push({ label: "clarity", sentence, from: 0, to: sentence.text.length, form: "act" });
    }
    return hits;
  },
};

export const examples: Examples = {
  reason: "A named act ends the guessing. It shows that the writer knows what it was and hides no longer.",
  flags: [
    { text: "I slept with Marina from the office, twice, in November.", speaker: "harmer" },
    { text: "I told you I was at work and I was at the casino.", speaker: "harmer" },
  ],
  passes: [
    { text: "I read your letter.", speaker: "harmer" },
    { text: "I cheated on you.", speaker: "harmer" },
    { text: "You slept with Marina.", speaker: "hurt" },
    { text: "I met Marina at school in 1999 and we are still friends.", speaker: "either" },
  ],
};
