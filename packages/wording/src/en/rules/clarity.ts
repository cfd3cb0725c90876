import { isQuoted, type Sentence } from "../../engine/reading.ts";
import type { Examples, Hit, Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const strong = form(
  `(i|we|\\S+ and i) ~ <wrong.past>|(i|we) ~ (am|are|been|began|have|keep|kept|was|were) _ <wrong.ing>|(for|about|admit|own|to|of|is|by|,|and) _ [having] <wrong.ing>|(and|then|,) _ <wrong.past>|(?<=^ )(\\S+ )?(been|was) _ (<weak.ing>|<wrong.ing>)|(got|was|were) _ (deleted|forged|gambled|hidden|lied to|sent|spent|stolen|taken|wiped) by me`,
);
const weak = form(
  "(i|we|\\S+ and i) ~ <weak.past>|(i|we) ~ (am|are|been|kept|was) _ <weak.ing>|(by|for) _ [having] <weak.ing>",
);
/** Says what a lie was about, or names the third person: makes a harmless act one that has to be owned. */
const vaguely = form(
  "let you think (it|you) (was|were) (mad|you)|i can see how|said nothing to|i blamed you",
);
const secret = form("<secret>|<otherPerson>|(at|met|saw|to) (her|him|his)");
const ongoing = form("(been|was|spent ~) _ (meeting|on|paying for|snapchatting) ");
const lied = form(
  [
    "when i said ~~ (not|was)",
    "(i|we) ~ told [to] [you] [that] (he|i|it|my|she|the|we) ~~ ('d|had|not|was)",
    "[i] never told you i",
    "i was not ~ (at|in|on) ~~ i was",
    "(a|my|the) (lie|second \\S+) (about|at|in|of|on|to) ",
    "(i|we) ~ (hid|lied|looked you in the eye) ~~ (about|from you|said)",
    "i acted ~ (surprised)",
    "(i|we) ~ promised ~~ (and|but) ~ (i|we) ~ (was|went)",
    "i (read|told) ~~ (you|your) ~~ (diary|letter|ring)",
    "i took ~ (our|the|a|\\S+ hundred|<number>) ~",
    "i (got|had) _ (a|an) ~ (sim|son)",
    "i stopped (in|on) ~~ not say",
    "i (signed) your (name)",
    "i [have] read (the|your) diary ~",
  ].join(or),
);
/** A bare naming that leaves no doubt what it was: "hid the letters", "read your diary". */
const named = form(
  [
    "(i|for) _ [have|'ve|had] (hid|hidden|hiding) ~ (the|my|a) ~ (account|bills|bottles?|card|debts?|drinking|letters?|loan|messages|phone|pills|receipts?|statements|texts) ",
    "(i|for) _ (hid|hiding|keeping|kept) ~ from you",
    "(i|for) _ [have|'ve|had] (read|reading|opened|opening|(looked|went|gone|going|looking) (at|through)) your [private] (bag|diary|emails|handbag|journal|letters|mail|messages|phone|texts) ",
    "<apology> [that|for] [i] _ (<wrong.past>|<wrong.ing>) _ (<name>|(our|the|your) \\S+) ",
  ].join(or),
);
const specific = form(
  "<name>|<role>|<weekday>|<month>|<amount>|<number>|<place>|<clock>|<past_when>|(her|his|my|our|your) <role>|in \\d\\d\\d\\d|at his|(all|each|every|second) (day|month|of|time)",
);
const exposed = form("(i|we) _ (read|told) ~~ your (abortion|diary|letter|miscarriage)");
const counted = form(
  "it was [for] [about|almost|from|nearly|over] (<number>|in|on) ~ (months|lunches|hotel|men|to|and|at|\\.|,|<unit>)",
);
const denied = form(
  "i swore i would|reason i|i said (the|you)|would not have|(dad|he|i|mum|she|you) _ always (said|say)|(i|we) _ (am|can|did|do|had|was|would) not ~ (hide|lie|see|sleep)|(as though|if) (i|we) ['d|ever|had|have] (<wrong.past>)|i will|i am going to|i would|(are|did|do|have) you|thank you for|(i|we) have _ [already] (asked|blocked|cut|signed|told)|(i|we) (deleted|told) ~~ (last night|you can (look|see))",
);
const howItMet = form("i met ~~ (at (school|uni|university)|in \\d\\d\\d\\d and we)");

/** A lie is checkable when it says what it concealed. */
const conceals = form("told you [to you] [that] (i|it|my|the|we|you) ~~ (and|but|i|it|my) ");

/** A letter that owns a lie or a wrong: then its harmless acts with a date are part of the account. */
const confesses = form("i ~ (<bare>|cheated|hid|lied)|told you (that )?(i|it|my|the)|lie");
const later = form(
  "now|today|tonight|tomorrow|this morning|this week|have|will|am|going to|from|already|yesterday|last night|on (<weekday>|the)",
);

const isClear = (sentence: Sentence, confessed: boolean): boolean => {
  const { text } = sentence;
  if (/ (?:say|said|told you|saying) (?:that )?(?:i am |i was )?(?:so )?sorry /.test(text)) return false;
  if (/ i (?:have |just )?read your (?:letter|message|note|card) /.test(text)) return false;
  if (/ told \S+ \S* ?(?:the truth|everything) /.test(text)) return false;
  if (denied.test(text) && !lied.test(text)) return false;
  if (/ \? $/.test(text) || (vaguely.test(text) && !strong.test(text.replace(/let you|blamed you for/, ""))))
    return false;
  if ((counted.test(text) && !/ ago /.test(text)) || exposed.test(text)) return true;
  if (named.test(text)) return true;
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
    { text: "I'm sorry I lied about Friday.", speaker: "harmer" },
    { text: "I'm sorry I hid the receipts.", speaker: "harmer" },
    { text: "I read your messages.", speaker: "harmer" },
  ],
  passes: [
    { text: "I read your letter.", speaker: "harmer" },
    { text: "I read your message.", speaker: "harmer" },
    { text: "I cheated on you.", speaker: "harmer" },
    { text: "I'm sorry I lied.", speaker: "harmer" },
    { text: "I'm sorry I lied about work.", speaker: "harmer" },
    { text: "I hid the kids' presents.", speaker: "harmer" },
    { text: "You slept with Marina.", speaker: "hurt" },
    { text: "I met Marina at school in 1999 and we are still friends.", speaker: "either" },
  ],
};
