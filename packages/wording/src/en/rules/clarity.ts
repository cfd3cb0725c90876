import { isQuoted, type Sentence } from "../../engine/reading.ts";
import type { Examples, Hit, Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const strong = form(
  `(i|we|\\S+ and i) ~ <wrong.past>|(i|we) ~ (am|are|been|began|have|keep|kept|was|were) _ <wrong.ing>|(for|about|admit|own|to|of|is|by|,|and) _ [having] <wrong.ing>|(and|then|,) _ <wrong.past>|(?<=^ )(\\S+ )?(been|was) _ (<weak.ing>|<wrong.ing>)|(got|was|were) _ (deleted|forged|gambled|hidden|lied to|sent|spent|stolen|taken|wiped) by me`,
);
const weak = form(
  "(i|we|me and \\S+|\\S+ and i) ~ <weak.past>|(i|we) ~ (am|are|been|began|have|keep|kept|was|were) _ <weak.ing>|(about|admit|by|for) _ [having] <weak.ing>",
);
/** Says what a lie was about, or names the third person: makes a harmless act one that has to be owned. */
const vaguely = form("let you (think) (it|you) (was|were) (crazy|mad|you)|i (can|could) see (how|that)");
const secret = form(
  "<secret>|(pics) of (me|myself)|<otherPerson>|(at|called|met|rang|saw|sent|texted|to|with) (her|hers|him|his)",
);
const ongoing = form(
  "(been|was|were|kept|began|spent ~) _ (buying|dming|lying|meeting|messaging|on|seeing|texting|using|writing to) ",
);
const lied = form(
  [
    "when i (said) ~~ (not|was|were)",
    "(i|we) ~ (swore|told) [to] [you] [that] (he|i|it|my|she|the|there|we) ~~ ('d|going|had|never|not|quit|was|were)",
    "let (you) ~ (cover|cry|go|pay|plan|sit|take|wait|worry)|(i|we) ~ lied [to you] about ~ (being|how|the|what|when|where|who|why)",
    "i (was|were) not ~ (at|in|on|with) ~~ i (was|went|were)",
    "(a|my|that|the) (lie|lies|texts|money|debt|loan|second \\S+) (about|at|from|in|of|on|to|with) ",
    "(i|we) ~ (hid|kept|lied) ~~ (about|from you|said|told)",
    "i acted ~ (as if|like)",
    "(i|we) ~ (said|swore) ~~ (and|but|then) ~ (i|we) ~ (kept|never|was|went)",
    "i (gave|read|showed|told) ~~ (you|your) ~~ (boss|brother|diary|email|letter|money|mother|past|phone|ring|sister)",
    "i (lent|lost|sold|spent|took|used) ~ (your|our|the|a|\\S+ hundred|<number>) ~",
    "i (got|had|have) _ (a|an) ~ (baby|card|child|debt|debts|flat|loan|phone|sim|son)",
    "i (stopped) (in|on) ~~ (never|not) (say|tell)",
    "i (used|wrote) your (name)",
    "i (had|hid|kept) (@?grindr|[\\S+] [\\S+] [\\S+] (app|folder)) ~|i [have] read (the|your) (diary|messages|phone) ~|i (left) (her|him|you) ~ (alone|at|in|on) ~|i met (four|other|some|three|two) (girls|guys|men|women) ~|i invited ~~ (home|into|over|round|to|up)",
  ].join(or),
);
const specific = form(
  "<name>|<role>|the (day|night|week) (of|we|you|your)|<weekday>|<month>|<amount>|<number>|<place>|<clock>|<past_when>|(her|his|my|our|your) <role>|in \\d\\d\\d\\d|at (dad's|dads|hers|his|mum's|mums)|(all|both|each|every|first|last|second|third) (day|month|night|of|time|times|week)",
);
const exposed = form(
  "(i|we) _ (gave|read|told) ~~ (your) (diary|email|letter|past|phone)|(i|we) (sold|stole) (our|the|your) \\S+",
);
const counted = form(
  "it (began|was|went on) [for] [about|almost|from|nearly|over] (<number>|each|every|in|on|once|twice) ~ (months|month|weeks|years|year|times|hotel|women|men|calls|until|to|and|with|at|when|\\.|,|<unit>)",
);
const denied = form(
  "that is all|i (said|told you) (the|you)|(could|should|would) not have|(dad|he|i|mum|she|you) _ (always|keep|kept|used to) (said|say)|(i|we) _ (am|can|could|did|do|had|have|was|were|will|would) not ~ (cheat|flirt|hide|kiss|lie|meet|see|sleep|spend|steal|text|touch)|(as if|if|when) (i|we) ['d|ever|had|have] (<wrong.past>)|i will|i am going to|i would|(are|did|do|have) you|thank you for|(i|we) have _ [already] (asked|blocked|booked|changed|cut|deleted|ended|given|handed|left|moved|quit|shown|signed|sold|told)|(i|we) (asked|deleted|told) ~~ (today|last night)",
);
const howItMet = form("i met ~~ (at (school|uni|work)|in \\d\\d\\d\\d and we)");

/** A lie is checkable when it says what it concealed. */
const conceals = form("(said|told you) [to you] [that] (i|it|my|the|we|you) ~~ (and|but|i|it|my) ");

/** A letter that owns a lie or a wrong: then its harmless acts with a date are part of the account. */
const confesses = form(
  "i ~ (<bare>|cheated|hid|lied|stole)|told you (that )?(i|it|my|the)|(affair|lie|lies)",
);
const later = form(
  "now|today|tonight|tomorrow|this morning|this week|since (<weekday>|then)|have|will|am|going to|from|already|yesterday|last (night|week)|on (<weekday>|the)",
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
