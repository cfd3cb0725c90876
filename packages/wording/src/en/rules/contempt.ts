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
        "you ('re|are|look|sound|were) _ [acting like|being|just|like|still|such|what] [a|an|one|such a|such an|the] _ [big|bloody|fucking|little|lying|old|pathetic|poor|real|right|sad|selfish|sorry|spoiled|spoilt|stupid|total|useless|utter] [fucking|little|lying|old] (<insult>|liar and)|(,|oh|such|what|well|ok|hey|listen|you) [a|an|you|,] _ [disgusting|fucking|little|lying|poor|sad|stupid|total|useless|utter] (<insult>)(?= (\\.|,|!|$|and|like|of|\\?|you|who|really|lol))(?<! nothing| nobody)",
        "you make me (die|ill|laugh|puke|sick)",
        "(even|my) [a|an|my|the] _ (child|dog|cat|niece|nephew|five|monkey|kid) ~ (better|can|could|does|has|is|knows|would)",
      ].join(or),
    ),
    sarcasm: form(
      [
        "(christ|here|jesus|look|oh|ok|okay|pardon|right|sorry|yes) [,] [come|comes|here|it is|the] [,] [\\S+] @?(expert|freud|judge|king|lady|lord|marple|mister|poirot|queen|saint)(?= (\\.|,|!|$|is|has|cry|@\\S+))|@?(miss|mother|saint|señora|lady|sir|mr|mrs) @?(marple|teresa)|what a (catch|guy|hero|joke|man|martyr|prince|saint|shame|shock|show|wife)(?= (,|\\.|!|you|who))|(congratulations|bravo|thanks) _ (for|of you|on|to) [finally|only] [\\S+] (telling)|@sherlock|[oh|well|wow|yeah|ah|so|and|ok] [,] (well done|congratulations|bravo|boo hoo|cry me|poor (baby|lamb|little|martyr|me|old|soul|thing|you)(?! ~ (cold|must|sounds)))",
        "(dad|father|friend|liar|man|mother|mum|parent|person|saint|son|wife|woman) of the (decade|month|week|year)|(ur|your) @?(grace|honour|majesty|royal)",
        "sorry _ [for|that] _ (i am|i was) _ [not] _ [a|as] _ (alive|human|perfect|robot|saint)",
        "(and|as|because|since|sure|yes) [,] (because )?(you|you are|you're) _ (a|all|always|an|never|so|such a|the) _ (angel|clever|expert|genius|great|hero|honest|king|martyr|model|pure|queen|saint|victim)|(?<!(?:we|i|they|kids|children)\\s)(grow|man) up|(as if|blah|ha|ha ha|haha|lmao|lol|pff|pfft|smh|yawn)(?= (you|ok|sure|\\.|,|!|at|u|that|nice|right|yeah|yes|what|good|like|as|keep|the))|(oh|wow) , (you|he|she|look|how)",
      ].join(or),
    ),
  },
  unless: form(
    "made me (laugh)|(i) (was) _ [acting|being|like|such] [like] [a|an|the] _ (<insult>)|called you|i (called)|(well done) (on (the)) |poor you , |(cold) |(feel) _ [like] [you are] [a|an|as|so|the] _ (<insult>)|thank( you)|(my) own|i would not",
  ),
  unlessBefore: form("(i) ~ (called|made|said|say|thought|told)|you (feel|felt|said|told)"),
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
