import { type Examples, finder, has, type Rule, sameSentence } from "../../engine/rule.ts";
import { form, reported } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const own = "(i|we)";
const find = finder({
  label: "vague",
  speakers: ["harmer", "either"],
  on: "segment",
  forms: {
    object: form(
      [
        "(sorry|apologise|apologies|apology|regret|responsibility|ashamed|remorse|excuse|excuses|guilty|awful|bad) [to you|so much|again|really] (for|about|of|over) [<adv>] [all] [of] <placeholder>",
        "(regret|own|admit|sorry|undo|face|excuse|defend) [<adv>] [to] [all] [of] <placeholder>",
      ].join(or),
    ),
    act: form(
      [
        "what i (did) [to (you|us)] (was|is) [<adv>] (unforgivable|wrong|awful|cruel|horrible|selfish|unfair)",
        `${own} [have|'ve|'d|had] [<adv>] let (you|us|everyone|everybody|the kids|my \\S+|our \\S+) [all] [<adv>] down|how [\\S+] [\\S+] i [have|'ve] [<adv>] (treated|acted|hurt|let)|(a lot|much) to (be sorry|atone) for|no words for`,
        `${own} [have|'ve|'d|had] [<adv>] (hurt|let (you|us|everyone|the kids|this family|my family|our family) down|betrayed|failed|wronged|disappointed|mistreated|disrespected|damaged|destroyed|ruined|wrecked|broke|broken) [<adv>] (you|us|your (trust|heart)|our (trust|marriage|family|relationship|home|vows)|everything|everyone|it all|this|what we|the trust|my (vows|promise|promises|word)|a promise|the|\\.|,|[a-z]+ \\.)`,
        `${own} [have|'ve|'d|had] [<adv>] (messed|screwed|fucked|cocked|stuffed|ballsed|mucked|botched|bollocksed|fouled) [\\S+] [\\S+] [\\S+] up [<adv>]`,
        `${own} [have|'ve|'d] [<adv>] (made|make|done|did|do|committed|commit) [<adv>] [a|an|the|some|many|so many|several|lots of|a lot of|too many|one|that|those|my share of|plenty of] [<adv>] [huge|big|bad|terrible|stupid|serious|awful|horrible|massive|wrong|poor|unforgivable|grave|dreadful|selfish|grievous|real|major|enormous|foolish|dumb|costly|regrettable|inexcusable|biggest|worst] [<adv>] [huge|big|bad|terrible|stupid] (mistake|mistakes|error|errors|choice|choices|decision|decisions|wrong|wrongs|thing|things|something (stupid|wrong|terrible|awful|bad|horrible|unforgivable|foolish)|a wrong|mess|sin|sins|harm|damage|you wrong|wrong by you|you harm)(?! on the)`,
        `${own} [have|'ve|had|'d] [<adv>] (was|were|been|acted like|acted as|behaved like|am|being|felt like) [<adv>] [such] [a|an|the] [<adv>] [total|complete|right|proper|real|shit|bad|terrible|lousy|awful|poor|crap|horrible|rubbish|selfish|stupid|worse|shitty] [<adv>] (idiot|fool|jerk|asshole|coward|prick|dick|bastard|selfish|stupid|cruel|dishonest|deceitful|unkind|horrible|careless|thoughtless|self-centred|(bad|terrible|lousy|awful|poor|crap|horrible|rubbish|selfish|shit|worse|shitty) (husband|wife|partner|man|woman|person|mum|dad|mother|father|boyfriend|girlfriend|friend)|in the wrong|at fault|wrong to you|wrong with you|so wrong|very wrong|a liar|unfair to you|not fair to you|a disgrace|to blame|not honest|not been honest|not good to you|a good (husband|wife|partner|man|woman|father|mother|son|daughter)(?= (or|to|and|\\.))|not a good (husband|wife|partner|man|woman)|monster)`,
        `${own} have not been [<adv>] (a|the) [<adv>] (good|best|great|proper|real|decent) ~`,
        `${own} [was|were] wrong (\\.|,|and|in|about us|$|!|;|with|there|here)`,
        `${own} [have|'ve|did|had|do|was|were|could|would] [<adv>] not [<adv>] (act|acted|behave|behaved|treat|treated|been|be|do|done|was|were|were being|handle|handled) [<adv>] [always] [you] [the] [<adv>] (correct|correctly|right|well|properly|fair|fairly|good|honourably|honest|honest with you|the partner|the husband|the wife|the man|the woman|the person|the mother|the father|my best|with respect|as i should|how i should|like a)`,
        `${own} [have|did|was] not (been |be )?(who|what|the|up to|there for|good enough) ~ (should|needed|deserved|promised|thought|could)`,
        `${own} [have|'ve] [<adv>] (treated|acted|behaved|handled) [you|it|this|things|myself] [<adv>] (badly|terribly|horribly|awfully|appallingly|shamefully|poorly|wrongly|unfairly|like (shit|crap|dirt|rubbish|a|trash|nothing)|cruelly|disgracefully|selfishly|stupidly|dishonourably|wrong|in a way|despicably|very badly)`,
        "(it|this|all) (is|was) [all] (on me|my doing)",
      ].join(or),
    ),
  },
  unlessBefore: reported,
  unless: form(
    "(mistake|error|mess|messed|screwed|cocked|fucked|mucked|wrong) ~ (dates?|spreadsheet|recipe|order|booking|bins|lasagne|dinner|tea|list|times?|address|code|number|invoice|laundry|washing|cake|oven|sauce|match|score|report|essay|test|exam|garden)|(dough|bath|bread) |\\?|i (am|was|have been) [<adv>] (dishonest|not honest|a liar)(?! with)|mess in the|(hall|kitchen|house|noise|dog)|we both|(can|could|ca) not we|let us|if (i|my|any|you|this|that|it)|(form|page|sign|spelling|typo|recipe|order) |(never|not) (hurt|fail|let) |not want to|did not mean|never meant|may have|might have|swear|promise",
  ),
});
/** The item names the act somewhere, or at least its kind: then the placeholder hides nothing. */
const named = form("(i|we|for|about) ~ (<bare>|cheated|stole)|my (affair|affairs|lying|lies)");

export const rule: Rule = {
  name: "placeholder",
  label: "vague",
  sources: [sources.lewicki, sources.lazare],
  find(reading, context, found) {
    if (has(found, "clarity")) return [];
    if (context.part === "sentence" && named.test(reading.all)) return [];
    return find(reading, context, found).filter((hit) => !sameSentence(hit, found, "conditional_apology"));
  },
};

export const examples: Examples = {
  reason: "“What I did” leaves the reader to fill in what it was, and to wonder whether the writer knows.",
  flags: [
    { text: "I am so sorry for everything that I did.", speaker: "harmer" },
    { text: "I messed up, I know it.", speaker: "harmer" },
  ],
  passes: [
    { text: "I made a mistake with the dates.", speaker: "harmer" },
    { text: "I cheated on you.", speaker: "harmer" },
    { text: "I'm sorry.", speaker: "harmer" },
    { text: "I am sorry if I hurt you.", speaker: "harmer" },
  ],
};
