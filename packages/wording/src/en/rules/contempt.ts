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
        "you [<adv>] (disgust|sicken) me|(you|u) (<insult>) (\\.|!|$)|(i|we) (despise|pity|loathe) you|lying (bastard|bitch|pig|snake|cheat|scumbag)|you (are|'re|look|sound|were|have always been) [<adv>] [just|such|being|acting like|like|what|still] [a|an|one|the|such a|such an] [<adv>] [total|fucking|utter|little|stupid|sad|bloody|real|right|spoilt|spoiled|big|old|selfish|lying|sorry|pathetic|useless|poor] [little|old|lying|fucking] (<insult>|liar and|liar , )|(,|oh|such|what|well|ok|hey|shut up|listen|you) [a|an|you|,] [<adv>] [stupid|fucking|lying|disgusting|little|sad|useless|total|utter|poor] (<insult>)(?= (\\.|,|!|$|and|like|of|\\?|you|who|really|lol))(?<! nothing| nobody)",
        "you make me (sick|laugh|puke|ill|die)|(explain it to) [someone] [with the|like] [a|an] [<adv>] (child|toddler|five|wall|brick|emotional age|brain|iq|mind of|robot)",
        "(nobody|no one|who|no man|no sane) [<adv>] [else] (else )?(would|could|will|'d) [<adv>] [ever] (put up with|want|love|have|touch|marry|look at|stand|miss|believe|take|be with) (you|that)|(even|my) [a|an|my|the] [<adv>] (\\S+-year-old|child|toddler|dog|cat|niece|nephew|five|monkey|kid) ~ (could|can|would|knows|has|is|does|better)",
      ].join(or),
    ),
    sarcasm: form(
      [
        "sherlock|@sherlock|einstein|@einstein|who do you think you are|grow a (pair|spine)|act your age|get a (life|grip)|get over yourself|save (it|your|the) ~ (tears|speech|breath|act)|do not make me laugh|newsflash|woman like you|[oh|well|wow|yeah|ah|so|and|ok] [,] (well done|congratulations|bravo|genius|(here|now) (come|comes) (the|your|another) [<adv>] (tears|drama|sob|act|lecture|speech|excuses|show|guilt|sermon|pity|violins)|cue the|boo hoo|boo-hoo|cry me|poor (you|baby|thing|little|me|old|diddums|lamb|darling|soul|martyr)(?! ~ (cold|must|sounds))|diddums|(are|is|did) (not|n't) (you|that|we) [just] [so|a|an|the|such|very|quite|<adv>] (clever|perfect|special|saint|little|sweet|husband|wife|mother|father|noble|brave|angel|genius|star|lovely|cute|nice|martyr|hero|poor))",
        "(father|mother|husband|wife|dad|mum|parent|partner|man|woman|person|friend|saint|liar|son) of the (year|century|month|decade|week)|(your|ur) (majesty|honour|royal|grace)",
        "(i am|well i am|so|oh i am|sorry) [<adv>] [sorry] [<adv>] [that|for|if] [<adv>] (i am|i was|i'm|we are|living|daring|i'm) [<adv>] [not] [<adv>] [as|all|a] [<adv>] (perfect|saint|enough|alive|so|human|saintly|up to|robot|psychic|machine|royal|\\S+)(?<= (?:perfect|saint|like you|breathing|alive|human|saintly|robot|mind reader|psychic|machine|a life|existing|living|a pulse|be born|an opinion|dared|breathed|bow|existence|five|daring|born))",
        "(because|since|as|and|sure|yes) [,] (because )?(you are|you're|you) [<adv>] (such a|so|a|the|never|always|an|perfect|all) [<adv>] (saint|perfect|angel|saintly|expert|genius|honest|model|victim|martyr|hero|paragon|picture|queen|king|clever|pure|great)|(look at|listen to|hark at|get) (you|yourself|her|him)(?! (and|in|smile|dance))|(grow|man) up|(oh )?(spare me|save your)|(lol|haha|ha|ha ha|smh|lmao|pfft|pff|as if|yawn|blah)(?= (you|ok|sure|\\.|,|!|at|u|that|nice|right|yeah|yes|what|good|like|as|keep|the))|(wow|oh) , (you|he|she|look|the (great|truth)|how)|[oh] (no doubt|i bet) (you|your|u) ~ (will|friends|would|enjoy|love|know|best|never|saint|loved|book|all)",
      ].join(or),
    ),
  },
  unless: form(
    "proud of you|treated you (like|as)|made me (laugh|spit|smile|giggle)|(i|we) (am|was|were|have been|feel|felt|acted|been|behaved|became|look) [<adv>] [acting|being|like|such] [like] [a|an|the] [<adv>] (<insult>)|called you|call you|i (mocked|laughed at|rolled|called|sneered)|(well done|congratulations|bravo) (on|with|for|<dear>|to|@\\S+|about|at) |(bravo) , you (passed|got|made|won|did it)|clever (thing|girl|boy|you)|poor you , |(cold|flu|headache|fever|traffic) |(feel|felt|feeling|believe) [<adv>] [like] [you are] [a|an|the|so|as] [<adv>] (<insult>|stupid|joke|fool)|what a (lovely|nice|great|good|kind|day|week)|thank(s| you)|(my|his|her) own|i would not",
  ),
  unlessBefore: form(
    "(i|he|she|they|people) ~ (said|say|called|told|treated|made|thought|acted|used to|laughed|mocked)|you (feel|felt|said|told)",
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
