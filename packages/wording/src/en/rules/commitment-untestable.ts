import { type Examples, finder, type Hit, type Rule, sameSentence } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const will =
  "(i|we) [<adv>] (will|am going to|are going to|want to|promise|promise to|promise you to|promise you i|promise you i will|promise you that i will|promise i will|promise that i will|swear|swear i will|swear to you i will|swear that i will|vow|vow to|vow that i will|intend to|am determined to|am ready to|shall|'ll|need to|have to|must|am trying to|plan to|hope to|can|would like to|mean to|am willing to|commit to|am committed to|would|wish to|am prepared to)";
const find = finder({
  label: "commitment_untestable",
  speakers: ["harmer"],
  on: "segment",
  forms: {
    again: form(
      [
        `${will} [<adv>] (never|not|no longer) [<adv>] [ever] <neverAgain> ~~ (again|ever|any more|anymore|you|like this|like that|\\.)`,
        "[(that|and)] [it|this|that|nothing like (this|that|it)|it all] (will|is|wo|would|can|shall|does) [<adv>] (never|not) [,] [<adv>] [,] [ever|going to|gonna] (happen|occur|be repeated|repeat itself|be the same) ~ ",
        "never again|(no|not any|zero) more (bullshit|shit|nonsense|messing|crap|half truths|lies|lying|secrets|hiding|cheating|betrayal|drama|excuses|games|mistakes|nonsense)|(it|that|this) [will] (stay|stays|is going to stay) that way",
        "i (am|will be) done (with) (lying|cheating|lies|secrets|all that|that life|hiding|the lies|her|him)",
      ].join(or),
    ),
    become: form(
      [
        `${will} [<adv>] (be|become|stay|remain|be being|being) [<adv>] <quality>`,
        `${will} [<adv>] (change|improve|grow|do better|do right|do my best|do everything|do anything|do whatever|try|try to|try my|try harder|fight for|work on|work at|work hard|work to|work harder|make it up|make this up|make amends|make it right|make this right|make things right|make things better|make it work|make it better|make you happy|make you|make up for|fix|earn|win|win back|regain|rebuild|restore|repair|prove|show you (that|how|i|what|who|the)|put you first|put (us|our|my family|the family|this family|you and)|put (things|it|everything) right|treat you|love you|respect|cherish|appreciate|value|honour|adore|protect|take care of (you|us)|be there for|give you (everything|the|all|what you)|give (it|this|us) (my|everything|all)|spend (the rest|my|every)|devote|dedicate|listen more|listen better|learn from|learn to|turn (over|my life|things)|start over|start fresh|get better|get help|get my act|sort myself|sort it|sort things|heal|step up|strive|make sure|pay more attention|think before|make more (of an )?(effort|time)|never give you|stop being|save)`,
        "(i|we) (am|are|have been|'ve been) [<adv>] (working on (myself|it|me|us|this|being|my|our)|trying [<adv>] (to|hard|my|so)|changing|a changed|a different|going to change|a new (man|woman|person)|becoming|learning to|making an effort|committed to|determined to|getting better|growing)",
        "(i|we) (am|will be) [<adv>] (a|an) (changed|new|different|better|reformed|honest) (man|woman|person|husband|wife)|[i|we] [<adv>] (am|are) going to (make (that|it|this) happen|make (it|this|things|us) (work|right|better))|(one|only|whole|my) (aim|goal|mission|purpose|wish) [in life] [now] is (to|that)|(shall|will) never ~ (another|again|any other)|(see|meet|get|have) (a|the) (different|new|changed|better) (man|woman|person|me|husband|wife)|(i|we) promise [you] i (change|am|be|improve|do|love)|i (have|'ve) changed",
        "(things|everything|it|life|this time|i|we) (will|is going to|are going to|'s going to|am going to|wo) [<adv>] [all] (be|get|feel) [<adv>] (different|better|changed|new|ok|fine|good|good again|like before|perfect|like it was)",
        "you (can|will|'ll) [<adv>] (trust|count on|rely on|depend on|believe|never have to|not have to|never regret|see a|see the|see that i|not regret|be happy|be able to trust) ",
        "from (now on|today|here on|this day) [on|forward] [,] (i|everything|things|it|you|we) (am|will|is|are|only|just|come|comes) ~ (honest|different|better|changed|good|faithful|first|open|truth|perfect|man|only|husband|wife)",
        "(whatever it takes|anything it takes|no matter (what|how long) it takes)|you have my word|i give you my word|the rest of my (life|days)",
        "let me (prove|make it up|show you (that|how|i)|fix|earn)",
      ].join(or),
    ),
  },
  unless: form(
    "(can|could|do|will|would|am|should) [<adv>] not [<adv>] (promise|swear|insult|pretend|say|tell|guarantee|claim|going to (promise|say|tell|swear|insult))|not going to (promise|say|tell|swear|pretend)|lying if|(would|'d) be lying|be (lying|a lie) (if|to)|(you|he|she|they) (said|promised|say|keep saying|swore)|take my word|daft to|fool to|(promising|saying|swearing) (that )?(it|i|things) (will|would)|i (used to|always|kept) (say|saying|promise|promising|swear)|never forget (that|the|how|this|you|what|our)|empty|words are cheap|i would be (angry|scared|the same|suspicious|hurt)|try the|i (will|would) understand|i want to (forgive|know|hear|be (angry|heard|alone|left))|i hope|be (home|back|there at|here at|late|in touch|at|alone)|i love you and|make sure (you|the)|not lie to you (about how|now)",
  ),
});

export const rule: Rule = {
  name: "promise-of-a-quality",
  label: "commitment_untestable",
  reason: "Nobody can see “better” or “never again” being kept. The reader has heard words before.",
  sources: [sources.schweitzer, sources.impl],
  find: (reading, context, found) =>
    find(reading, context, found).filter(
      (hit: Hit) => context.replyTo === "" && !sameSentence(hit, found, "commitment"),
    ),
};

export const examples: Examples = {
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
