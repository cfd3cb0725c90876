import { type Examples, finder, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const find = finder({
  label: "contempt",
  on: "sentence",
  forms: {
    insult: form(
      [
        "you ('re|are|look|sound|were) _ [acting like|being|just|like|still|such|what] [a|an|one|such a|such an|the] _ [big|bloody|fucking|little|lying|old|pathetic|poor|real|right|sad|selfish|sorry|spoiled|spoilt|stupid|total|useless|utter] [fucking|little|lying|old] (<insult>|liar and)|(,|oh|such|what|well|ok|hey|you) [a|an|you|,] _ [disgusting|fucking|little|lying|poor|sad|stupid|total|useless|utter] (<insult>)(?= (\\.|,|!|$|and|like|of|\\?|you|who|really|lol))(?<! nothing| nobody)",
        "you make me (die|ill|laugh|puke|sick)",
        "(even|my) [a|an|my|the] _ (child|dog|cat|niece|five|kid) ~ (can|could|does|has|is|knows|would)",
      ].join(or),
    ),
    sarcasm: form(
      [
        "(here|jesus|look|oh|ok|okay|right|sorry|yes) [,] [come|comes|here|it is|the] [,] [\\S+] @?(freud|judge|king|lady|lord|queen|saint)(?= (\\.|,|!|$|is|has|cry|@\\S+))|@?(miss|saint|lady|sir|mr|mrs) @?(marple)|what a (catch|guy|hero|joke|man|saint|shame|shock|show|wife)(?= (,|\\.|!|you|who))|(congratulations|bravo) _ (for|on|to) [finally|only] [\\S+] (telling)|@sherlock|[oh|well|wow|yeah|ah|so|and|ok] [,] (well done|congratulations|bravo|boo hoo|cry me|poor (baby|lamb|me|old|soul|thing|you)(?! ~ (cold|must|sounds)))",
        "(dad|liar|man|mum|saint|son|wife|woman) of the (month|week|year)|(ur|your) @?(grace|majesty|royal)",
        "sorry _ [for|that] _ (i am|i was) _ [not] _ [a|as] _ (alive|human|perfect|robot|saint)",
        "(and|as|because|since|sure|yes) [,] (because )?(you|you are) _ (a|all|an|never|so|the) _ (angel|great|hero|king|model|pure|queen|saint)|(?<!(?:we|i|they|kids|children)\\s)(grow|man) up|(as if|blah|ha|ha ha|haha|lmao|lol|pff|pfft|smh|yawn)(?= (you|ok|sure|\\.|,|!|at|u|that|nice|right|yeah|yes|what|good|like|as|keep|the))|(oh|wow) , (you|he|she|look|how)",
      ].join(or),
    ),
  },
  unless: form(
    "proud of you|made me (laugh|smile|spit)|(i|we) (acted|am|been|feel|felt|have been|look|was|were) _ [acting|being|like|such] [like] [a|an|the] _ (<insult>)|called you|call you|i (called|laughed at)|(bravo|well done) (on (the|your)|with|to|@\\S+|about|at) |clever (boy|girl|thing|you)|poor you , |(cold|fever|flu|headache|traffic) |(feel|felt) _ [like] [you are] [a|an|as|so|the] _ (<insult>|fool|joke|stupid)|what a (day|good|great|kind|nice|week)|thank( you|s)|(her|his|my) own|i would not",
  ),
  unlessBefore: form(
    "(he|i|she|they) ~ (acted|called|laughed|made|said|say|thought|told|treated|used to)|you (feel|felt|said|told)",
  ),
});

export const rule: Rule = {
  name: "mockery",
  label: "contempt",
  sources: [sources.antidotes],
  find,
};

export const examples: Examples = {
  reason: "Mockery says: you are below me. Of all ways to talk it closes a reader most.",
  flags: ["You're pathetic.", "Well done, Sherlock.", "Cry me a river.", "Sorry I'm not perfect like you."],
  passes: [
    "I was pathetic.",
    "Well done on the exam.",
    "Poor you, that cold sounds bad.",
    { text: "I called you an idiot.", speaker: "harmer" },
  ],
};
