import { type Examples, finder, type Hit, type Rule, sameSentence } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const will =
  "(i|we) _ (will|am going to|are going to|want to|promise|promise to|promise you to|promise you i|promise you i will|promise you that i will|promise i will|promise that i will|swear|swear i will|swear to you i will|swear that i will|vow|vow to|vow that i will|intend to|am determined to|am ready to|shall|'ll|need to|have to|must|am trying to|plan to|hope to|can|would like to|mean to|am willing to|commit to|am committed to|would|am prepared to)";
const find = finder({
  label: "commitment_untestable",
  speakers: ["harmer"],
  on: "segment",
  forms: {
    again: form(
      [
        "you will never _ [ever] have [a|any|another|to] [reason|cause] [to] (doubt|worry|regret|cry|wonder) ~",
        `${will} _ (never|not|no longer) _ [ever] <neverAgain> ~~ (again|ever|any more|anymore|you|like this|like that|\\.)`,
        "[(that|and)] [it|this|that|it all] (will|is|wo|would|can|shall|does) _ (never|not) [,] _ [,] [ever|gonna] (happen|occur) ~ ",
        "(no|not any|zero) more (bullshit|shit|messing|crap|lies|lying|secrets|hiding|drama|excuses|games)|(it|that|this) [will] (stay|stays|is going to stay) that way",
      ].join(or),
    ),
    become: form(
      [
        `(will|shall|to|gonna|going to) _ (spend|devote) ~ (proving|making it|showing|earning|loving)|(gonna|going to) sort (myself|me|it|things|my life) ~|(want|promise) to be _ (sincere|honest|faithful|open|true|loyal|good) ~|(all in|committed) on ~|(lessons|lesson) (will|have|has|shall) _ be _ learn\\w+|(wo|will|shall) not _ be _ (like|that) (that|this|way)|(mean|intend|aim|hope|strive) to (deserve|earn|be) ~|(give|put|make) [it|this|my|you|us] _ (fullest|best|all|everything|full|every|whole|utmost) (effort|heart|attempt|energy|self)|(committed|dedicated|devoted) to _ (rebuild|restor|regain|earn|repair|improv|becom|chang)ing ~|you will see(?= (\\.|,|!|$))|never again|whatever it takes|you have my word|let me (prove|make it up|show you (that|how)|earn)|i have changed|i promise [you] i (change|improve)|${will} _ (be|become|stay|remain|be being|being) _ <quality>`,
        `${will} _ (change|improve|grow|do better|do right|do my best|do everything|do anything|do whatever|try|try to|try my|try harder|fight for|work on|work at|work hard|work to|work harder|make it up|make this up|make amends|make it right|make this right|make things right|make things better|make it work|make it better|make you happy|make you|make up for|fix|earn|win|win back|regain|rebuild|restore|repair|prove|show you (that|how|i|what|who|the)|put you first|put (us|our|my family|the family|this family|you and)|put (things|it|everything) right|treat you|love you|respect|cherish|appreciate|value|honour|adore|protect|take care of (you|us)|be there for|give you (everything|the|all|what you)|give (it|this|us) (my|everything|all)|spend (the rest|my|every)|devote|dedicate|listen more|listen better|learn from|learn to|turn (over|my life|things)|start over|start fresh|get better|get help|get my act|sort myself|sort it|sort things|heal|step up|strive|make sure|pay more attention|think before|make more (of an )?(effort|time)|never give you|stop being|save)`,
        "(i|we) (am|are) _ (working on (myself|it|me|us|this|being|my|our)|a changed|determined to|growing)",
        "[i|we] _ (am|are) going to (make (that|it|this) happen)|(one|only|whole|my) (aim|goal|wish) [in life] [now] is (to|that)",
        "(things|it|life|i|we) (will|are going to|am going to|wo) _ [all] (be|get|feel) _ (different|better|new|ok|fine|good)",
        "you (can|will|'ll) _ (trust|rely on|believe|see a|see the) ",
        "from (now on|today|here on) [on|forward] [,] (i|things|it|you|we) (am|will|is|are|only|just|come|comes) ~ (honest|better|changed|good|first|open|truth|perfect|man|only|husband|wife)",
        "i give you my word",
      ].join(or),
    ),
  },
  unless: form(
    "not going to (promise|swear)|lying if|never again (will you|have to)|try to (put|write|say|tell|explain|set|list|answer)|better (tomorrow|soon|by|in a)|try to (get|find|book|ring|call|pick)|(can|could|do|will|would|am) _ not _ (promise|swear|insult|say|tell|claim)|(would|'d) be lying|(you|he|she|they) (said|promised|say|swore)|daft to|i (used to|kept) (say|saying|swear)|i hope|be (home|back|here at|late|in touch|at|alone)|i love you and",
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
