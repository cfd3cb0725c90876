import { type Examples, finder, type Hit, type Rule, sameSentence } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const will =
  "(i|we) _ ('ll|am committed to|am going to|can|mean to|promise|promise you i|shall|swear|vow|want to|will|would)";
const find = finder({
  label: "commitment_untestable",
  speakers: ["harmer"],
  on: "segment",
  forms: {
    again: form(
      [
        "you will never _ [ever] have [a|any|to] [reason] [to] cry ~",
        `${will} _ (never|no longer|not) _ [ever] <neverAgain> ~~ (again|ever|any more|anymore|you|like this|like that|\\.)`,
        "[(and|that)] [it|it all|that|this] (can|is|will|wo) _ not [,] _ [,] [ever|gonna] happen ~ ",
        "no more (bullshit|lies)",
      ].join(or),
    ),
    become: form(
      [
        `from (here|now|today) on _ (complete|just|no more|nothing but|only|pure|total) ~|(going to|gonna) sort (it|me|my life|myself|things) ~|(promise|want) to be _ (faithful|good|honest|loyal|open|sincere|true) ~|(all in|committed) on ~|(lesson|lessons) (has|have|shall|will) _ be _ learn\\w+|(shall|will|wo) not _ be _ (like|that) (that|this|way)|(aim|hope|intend|mean) to (be|deserve|earn) ~|(committed|devoted) to _ (becom|chang|earn|improv|rebuild|regain|repair|restor)ing ~|never again|whatever it takes|you have my word|let me (prove|make it up|show you (how|that)|earn)|i have changed|i promise [you] i (change|improve)|${will} _ (be|be being|become|being|remain|stay) _ <quality>`,
        `${will} _ (change|improve|grow|do better|do right|do my best|do everything|do anything|do whatever|try|try to|try my|try harder|fight for|work on|work at|work hard|work to|work harder|make it up|make this up|make amends|make it right|make this right|make things right|make things better|make it work|make it better|make you happy|make you|make up for|fix|earn|win|win back|regain|rebuild|repair|prove|show you (how|i|that|the|what|who)|put you first|put (my family|our|the family|this family|us|you and)|put (everything|it|things) right|treat you|love you|respect|appreciate|value|honour|protect|take care of (us|you)|be there for|give you (all|everything|the|what you)|give (it|this|us) (all|everything|my)|spend (every|my|the rest)|devote|listen more|listen better|learn from|learn to|turn (my life|over|things)|start over|start fresh|get better|get help|get my act|sort myself|sort it|sort things|heal|step up|make sure|pay more attention|think before|make more (of an )?(effort|time)|never give you|stop being|save)`,
        "(i|we) (am|are) _ (working on (it|me|my|myself|our|us)|a changed)",
        "[i|we] _ (am|are) going to (make (it|that) happen)|(my|one) aim [in life] [now] is to",
        "(i|it|we) wo _ [all] (be|get) _ (new|ok)",
        "you ('ll|can|will) _ (see a|trust) ",
        "from today [on] [,] (i|it|we|you) (am|are|is) ~ man",
        "i give you my word",
      ].join(or),
    ),
  },
  unless: form(
    "lying if|(am|can|do|will) _ not _ (insult|promise|say|tell)|('d) be lying|(he|she|you) (said|say)|daft to|i hope|be (at|back|home|late)",
  ),
});

export const rule: Rule = {
  name: "promise-of-a-quality",
  label: "commitment_untestable",
  sources: [sources.schweitzer, sources.impl],
  find: (reading, context, found) =>
    find(reading, context, found).filter(
      (hit: Hit) => context.replyTo === "" && !sameSentence(hit, found, "commitment"),
    ),
};

export const examples: Examples = {
  reason: "Nobody can see “better” or “never again” being kept. The reader has heard words before.",
  flags: [
    { text: "I will never lie to you again.", speaker: "harmer" },
    { text: "I'm going to be a better husband.", speaker: "harmer" },
  ],
  passes: [
    { text: "I can't promise that it will be easy.", speaker: "harmer" },
    { text: "You said that you would change.", speaker: "hurt" },
    { text: "I will be home by six every day this week.", speaker: "harmer" },
  ],
};
