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
        "(sorry|apologise|apologies|apology|regret|responsibility|ashamed|remorse|excuse|excuses|guilty|awful|bad) [to you|so much|again|really] (for|about|of|over) _ [all] [of] <placeholder>",
        "(regret|own|admit|sorry|undo|face|excuse|defend) _ [to] [all] [of] <placeholder>",
      ].join(or),
    ),
    act: form(
      [
        "i (did|have done) _ (you|u|us) _ [so|real|very] (dirty|wrong|bad|harm|shame|an injustice|ill|no good)|(did|done|brought) [a|such|so much|only|great|this] (shame|wrong|harm|injustice|disgrace|badly|ill) (to|on|by|upon) (you|us|our)|(make|made|making) [such] a [\\S+] [\\S+] (mess|hash|hames|balls|bags|cock-up|pig's ear|muck|shambles|disaster|botch|mockery) (of|out of)|my (behaviour|conduct|actions|treatment) [\\S+] [\\S+] (was|were|has been|have been|is|fell) _ (poor|bad|wrong|short|shameful|appalling|awful|terrible|unacceptable|unforgivable|not|beneath|below|disgraceful|selfish|inexcusable)|i [have] _ (behaved|acted) _ (badly|wrongly|shamefully|dishonourably|disgracefully)|(fell|fallen|came) [so|far|very] short|out of order|i [have|'ve] _ (been|was|were) [such] [a|an] _ [right|proper|bloody|bad|awful|crap|rotten|total|complete|absolute] [\\S+] (fool|eejit|galah|idiot|git|swine|muppet|gobshite|wanker|rat|husband|wife|boyfriend|girlfriend|partner)",
        `${own} [have|'ve|'d|had] _ let (you|us|everyone|everybody|the kids|my \\S+|our \\S+) [all] _ down|how [\\S+] [\\S+] i [have|'ve] _ (treated|acted|hurt|let)|(a lot|much) to (be sorry|atone) for|no words for`,
        `${own} [have|'ve|'d|had] _ (hurt|let (you|us|everyone|the kids|this family|my family|our family) down|betrayed|failed|wronged|disappointed|mistreated|disrespected|damaged|destroyed|ruined|wrecked|broke|broken) _ (you|us|your (trust|heart)|our (trust|marriage|family|relationship|home|vows)|everything|everyone|it all|this|what we|the trust|my (vows|promise|promises|word)|a promise|the|\\.|,|[a-z]+ \\.)`,
        `${own} [have|'ve|'d|had] _ (messed|screwed|fucked|cocked|stuffed|ballsed|mucked|botched|bollocksed|fouled) [\\S+] [\\S+] [\\S+] up _`,
        `${own} [have|'ve|'d] _ (made|make|done|did|do|committed|commit) _ [a|an|the|some|many|so many|lots of|a lot of|too many|one|that|those|my share of] _ [\\S+] _ [\\S+] (mistake|mistakes|error|errors|choice|choices|decision|decisions|wrong|wrongs|thing|things|something (stupid|wrong|terrible|awful|bad|horrible|unforgivable|foolish)|a wrong|mess|sin|sins|harm|damage|you wrong|wrong by you|you harm)(?! on the)`,
        `${own} have not been _ (a|the) _ (good|best|great|proper|real|decent) ~`,
        `${own} [have|'ve|did|had|do|was|were|could|would] _ not _ (act|acted|behave|behaved|treat|treated|been|be|do|done|was|were|were being|handle|handled) _ [always] [you] [the] _ (correct|correctly|right|well|properly|fair|fairly|good|honourably|honest|honest with you|the partner|the husband|the wife|the man|the woman|the person|the mother|the father|my best|with respect|as i should|how i should|like a)`,
        `${own} [have|did|was] not (been |be )?(who|what|the|up to|there for|good enough) ~ (should|needed|deserved|promised|thought|could)`,
        `${own} [have|'ve] _ (treated|handled) [you|it|this|things|myself] _ (badly|terribly|horribly|awfully|appallingly|shamefully|poorly|wrongly|unfairly|like (shit|crap|dirt|rubbish|a|trash|nothing)|cruelly|disgracefully|selfishly|stupidly|dishonourably|wrong|in a way|despicably|very badly)`,
      ].join(or),
    ),
  },
  unlessBefore: reported,
  unless: form(
    "(mistake|error|mess|messed|screwed|cocked|fucked|mucked|wrong) ~ (dates?|spreadsheet|recipe|order|booking|bins|lasagne|dinner|tea|list|times?|address|code|number|invoice|laundry|washing|cake|oven|sauce|match|score|report|essay|test|exam|garden)|(dough|bath|bread) |\\?|i (am|was|have been) _ (dishonest|not honest|a liar)(?! with)|mess in the|(hall|kitchen|house|noise|dog)|we both|(can|could|ca) not we|let us|if (i|my|any|you|this|that|it)|(form|page|sign|spelling|typo|recipe|order) |(never|not) (hurt|fail|let) |not want to|did not mean|never meant|may have|might have|swear|promise",
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
