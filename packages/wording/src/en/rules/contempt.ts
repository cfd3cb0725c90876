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
        "you _ disgust me|lying [old|wee] (cow|dog|git|pig|rat|sod|weasel)|you ('re|are) _ [acting like|being|just|like|still|such|what] [a|an|one|such a|such an|the] _ [big|bloody|fucking|little|lying|old|pathetic|poor|real|right|sad|selfish|sorry|spoiled|spoilt|stupid|total|useless|utter] [fucking|little|lying|old] (<insult>|liar and)|(,|oh|ok|hey|you) [a|an|you|,] _ [disgusting|fucking|little|lying|poor|sad|stupid|total|useless|utter] (<insult>)(?= (\\.|,|!|$|and|like|of|\\?|you|who|really|lol))(?<! nothing| nobody)",
        "you make me (die|ill|sick)",
        "(nobody|who) _ [else] (else )?('d|would) _ [ever] put up with you|my [a|an|my|the] _ (\\S+-year-old|dog|cat|kid) ~ (can|could|has|is)",
      ].join(or),
    ),
    sarcasm: form(
      [
        "(get|give) (her|him|me|the|you) [\\S+] [a|an|the] [\\S+] medal|slow clap|(oh|ok|yes) [,] [come|comes|here|it is|the] [,] [\\S+] @?(queen|shakespeare)(?= (\\.|,|!|$|is|has|cry|@\\S+))|@?(miss|sir|mr|mrs) @?(marple)|what a (guy|man|performance)(?= (,|\\.|!|you|who))|i am the @?(queen)|cry harder|congratulations _ (for|on|to) [finally|only] [\\S+] (telling|the truth|noticing)|the @?(inspector) (has|is)|@sherlock|save (it|the|your) ~ (act|tears)|[oh|well|wow|yeah|ah|so|and|ok] [,] (well done|congratulations|bravo|(here|now) come the _ (act|sob|tears)|boo hoo|cry me|poor (little|me|old|you)(?! ~ (cold|must|sounds))|(are|did|is) (n't|not) (we|you) [just] [<adv>|a|an|quite|so|such|the|very] husband)",
        "(dad|father|husband|man|mum|son) of the year|(ur|your) @?(majesty)",
        "sorry _ [for|that] _ i am _ [not] _ [a|as] _ perfect|sorry for breathing",
        "(and|as|because|yes) [,] (because )?(you|you are) _ (a|all|an|so|such a|the) _ (perfect|saint)|(?<=(?:^|[,.!?]|oh|well|just)\\s)(get|look at) (her|him|you)(?! (all|and|dance|go|in|now|smile|with))|(?<!(?:we|i|they|kids|children)\\s)(grow|man) up|(oh )?(save your)|(ha|lol|pff|smh)(?= (you|ok|sure|\\.|,|!|at|u|that|nice|right|yeah|yes|what|good|like|as|keep|the))|(oh|wow) , (you|he|she|how)",
      ].join(or),
    ),
  },
  unless: form(
    "proud of you|made me laugh|(i|we) (am|felt|was) _ [acting|being|like|such] [like] [a|an|the] _ (<insult>)|called you|call you|i called|well done (on the|to|at) |bravo , you (got|passed|won)|clever (boy|thing|you)|poor you , |(cold|flu|traffic) |felt _ [like] [you are] [a|an|as|so|the] _ (<insult>)|what a (day|lovely)|thank( you|s)|(her|his|my) own|i would not",
  ),
  unlessBefore: form("(he|i|she) ~ (called|made|say|told)|you (feel|felt|said)"),
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
