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
        "(apologies|apologise|apology|ashamed|bad|excuse|responsibility|sorry) [again|really|so much|to you] (about|for|of) _ [all] [of] <placeholder>",
        "(own|regret) _ [to] [all] [of] <placeholder>",
      ].join(or),
    ),
    act: form(
      [
        "i (am|was) not the (husband|man) ~|i [have] _ (fucked|messed|screwed) (everything|it|things|up) ~|i did _ (u|us|you) _ [real|so|very] (bad|dirty|ill|wrong)|did [a|great|only|so much|such|this] (ill|shame) (by|on|to) (our|us|you)|made [such] a [\\S+] [\\S+] mess of|my (behaviour|conduct) [\\S+] [\\S+] (fell|has been|is|was) _ (bad|not|poor|short)|i ['ve|have] _ (been|was) [such] [a|an] _ [absolute|awful|bad|bloody|complete|crap|proper|right|rotten|total] [\\S+] (git|husband|idiot|rat|wife)",
        `${own} ['d|'ve|had|have] _ let (you|us|everyone|everybody|the kids|my \\S+|our \\S+) [all] _ down|how [\\S+] [\\S+] i ['ve|have] _ (acted|hurt|let|treated)|(a lot|much) to (atone|be sorry) for|no words for`,
        `${own} ['d|'ve|had|have] _ (hurt|let (everyone|my family|our family|the kids|this family|us|you) down|betrayed|failed|wronged|disappointed|disrespected|damaged|destroyed|ruined|wrecked|broke|broken) _ (you|us|your (heart|trust)|our (family|home|marriage|relationship|trust|vows)|everything|everyone|it all|this|what we|the trust|my (promise|promises|vows|word)|a promise|the|\\.|,|[a-z]+ \\.)`,
        `${own} ['d|'ve|had|have] _ (cocked|fucked|messed|screwed) [\\S+] [\\S+] [\\S+] up _`,
        `${own} ['d|'ve|have] _ (commit|committed|did|do|done|made|make) _ [a|a lot of|an|lots of|many|my share of|one|so many|some|that|the|those|too many] _ [\\S+] _ [\\S+] (mistake|mistakes|error|errors|choice|choices|decision|decisions|wrong|wrongs|thing|things|something (awful|bad|foolish|horrible|stupid|terrible|unforgivable|wrong)|a wrong|mess|sin|sins|harm|damage|you wrong|wrong by you|you harm)(?! on the)`,
        `${own} have not been _ (a|the) _ (best|decent|good|great|proper|real) ~`,
        `${own} ['ve|could|did|do|had|have|was|were|would] _ not _ (act|acted|be|been|behave|behaved|do|done|handle|handled|treat|treated|was|were|were being) _ [always] [you] [the] _ (as i should|correct|fair|fairly|good|honest|honest with you|how i should|like a|my best|properly|right|the father|the husband|the man|the mother|the partner|the person|the wife|the woman|well|with respect)`,
        `${own} [did|have|was] not (be |been )?(good enough|the|there for|up to|what|who) ~ (could|deserved|needed|promised|should|thought)`,
        `${own} ['ve|have] _ (handled|treated) [it|myself|things|this|you] _ (badly|terribly|awfully|shamefully|poorly|wrongly|like (a|crap|dirt|nothing|rubbish|shit|trash)|disgracefully|dishonourably|wrong|in a way|very badly)`,
      ].join(or),
    ),
  },
  unlessBefore: reported,
  unless: form(
    "mistake ~ (dates?|recipe|tea)|\\?|i (am|have been|was) _ (dishonest|not honest)(?! with)|mess in the|(dog|hall)|(ca|can) not we|if (any|i|it|my|that|this|you)|recipe |did not mean|never meant|may have|swear|promise",
  ),
});
/** The item names the act somewhere, or at least its kind: then the placeholder hides nothing. */
const named = form("(for|i|we) ~ (<bare>|cheated)");

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
