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
        "you _ (disgust|sicken) me|(u|you) (<insult>) (\\.|!|$)|(i|we) (despise|loathe|pity) you|(lying|two-faced) [little|miserable|old|sneaky|wee] (bastard|bitch|cheat|cow|coward|dog|git|hypocrite|pig|rat|scumbag|snake|sod|toad|weasel|worm)|(brain|conscience|heart|soul|spine) like a|you ('re|are|have always been|look|sound|were) _ [acting like|being|just|like|still|such|what] [a|an|one|such a|such an|the] _ [big|bloody|fucking|little|lying|old|pathetic|poor|real|right|sad|selfish|sorry|spoiled|spoilt|stupid|total|useless|utter] [fucking|little|lying|old] (<insult>|liar and|liar , )|(,|oh|such|what|well|ok|hey|shut up|listen|you) [a|an|you|,] _ [disgusting|fucking|little|lying|poor|sad|stupid|total|useless|utter] (<insult>)(?= (\\.|,|!|$|and|like|of|\\?|you|who|really|lol))(?<! nothing| nobody)",
        "you make me (die|ill|laugh|puke|sick)",
        "(no man|no one|no sane|nobody|who) _ [else] (else )?('d|could|will|would) _ [ever] (be with|believe|have|look at|love|marry|miss|put up with|stand|take|touch|want) (that|you)|(even|my) [a|an|my|the] _ (\\S+-year-old|child|toddler|dog|cat|niece|nephew|five|monkey|kid) ~ (better|can|could|does|has|is|knows|would)",
      ].join(or),
    ),
    sarcasm: form(
      [
        "are you (blind|deaf|dense|for real|mad|mental|simple|slow|stupid|thick|twelve)|nice try|the (addict|cheat|liar|thief) (has|is|of|speaks|talks|wants)|(big|round|standing) [of] (applause|hand)|(fetch|get|give|hand) (her|him|me|that|the|this|you|yourself) [\\S+] [a|an|the] [\\S+] (applause|award|cookie|crown|halo|medal|oscar|prize|star|trophy|violin)|slow clap|gold star|(christ|forgive me|here|jesus|look|oh|ok|okay|pardon|right|sorry|yes) [,] [come|comes|here|it is|the] [,] [\\S+] @?(detective|expert|freud|inspector|judge|king|lady|lord|marple|mister|poirot|princess|queen|saint|shakespeare)(?= (\\.|,|!|$|is|has|cry|@\\S+))|@?(miss|mother|saint|señora|lady|sir|mr|mrs|inspector|detective) @?(detective|know-it-all|marple|perfect|sherlock|teresa)|what a (catch|gentleman|guy|hero|husband|joke|man|martyr|performance|prince|princess|saint|shame|shock|show|surprise|wife)(?= (,|\\.|!|you|who))|i am the @?(king|pope|queen)|cry (harder|more)|(congratulations|bravo|well done|thanks|how (big|brave|generous|kind|noble)) _ (for|of you|on|to) [finally|only] [\\S+] (telling|being honest|honesty|the truth|noticing|turning|to (admit|notice|tell))|the @?(detective|expert|inspector|judge|king|martyr|princess|queen|saint) (arrives|has|is|returned|speaks)|(how|so) hard done by|oh poor you|sherlock|@sherlock|einstein|@einstein|who do you think you are|grow a (pair|spine)|act your age|get a (grip|life)|get over yourself|save (it|the|your) ~ (act|breath|speech|tears)|do not make me laugh|woman like you|[oh|well|wow|yeah|ah|so|and|ok] [,] (well done|congratulations|bravo|(here|now) (come|comes) (another|the|your) _ (act|drama|excuses|guilt|pity|sermon|show|sob|speech|tears)|cue the|boo hoo|cry me|poor (baby|darling|diddums|lamb|little|martyr|me|old|soul|thing|you)(?! ~ (cold|must|sounds))|diddums|(are|did|is) (n't|not) (that|we|you) [just] [<adv>|a|an|quite|so|such|the|very] (angel|brave|clever|cute|father|genius|hero|husband|little|lovely|martyr|mother|nice|noble|perfect|poor|saint|special|star|sweet|wife))",
        "(dad|father|friend|husband|liar|man|mother|mum|parent|partner|person|saint|son|wife|woman) of the (century|decade|month|week|year)|(ur|your) @?(grace|honour|majesty|royal)",
        "sorry _ [for|that] _ (i am|i was) _ [not] _ [a|as] _ (alive|human|like you|machine|mind reader|perfect|psychic|robot|saint)|sorry for (living|breathing|daring|being (alive|born|human))",
        "(and|as|because|since|sure|yes) [,] (because )?(you|you are|you're) _ (a|all|always|an|never|perfect|so|such a|the) _ (angel|clever|expert|genius|great|hero|honest|king|martyr|model|perfect|picture|pure|queen|saint|victim)|(?<=(?:^|[,.!?]|oh|well|just)\\s)(get|hark at|listen to|look at) (her|him|you|yourself)(?! (all|and|dance|go|in|now|smile|with))|(?<!(?:we|i|they|kids|children)\\s)(grow|man) up|(oh )?(save your|spare me)|(as if|blah|ha|ha ha|haha|lmao|lol|pff|pfft|smh|yawn)(?= (you|ok|sure|\\.|,|!|at|u|that|nice|right|yeah|yes|what|good|like|as|keep|the))|(oh|wow) , (you|he|she|look|the (great|truth)|how)",
      ].join(or),
    ),
  },
  unless: form(
    "proud of you|treated you (as|like)|made me (giggle|laugh|smile|spit)|(i|we) (acted|am|became|been|behaved|feel|felt|have been|look|was|were) _ [acting|being|like|such] [like] [a|an|the] _ (<insult>)|called you|call you|i (called|laughed at|mocked|rolled)|(bravo|congratulations|well done) (on (getting|passing|the|your)|with|for (getting|passing|the)|<dear>|to|@\\S+|about|at) |(bravo) , you (did it|got|made|passed|won)|clever (boy|girl|thing|you)|poor you , |(cold|fever|flu|headache|traffic) |(believe|feel|feeling|felt) _ [like] [you are] [a|an|as|so|the] _ (<insult>|fool|joke|stupid)|what a (day|good|great|kind|lovely|nice|week)|thank( you|s)|(her|his|my) own|i would not",
  ),
  unlessBefore: form(
    "(he|i|people|she|they) ~ (acted|called|laughed|made|mocked|said|say|thought|told|treated|used to)|you (feel|felt|said|told)",
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
