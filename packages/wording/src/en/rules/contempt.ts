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
        "you _ (disgust|sicken) me|(you|u) (<insult>) (\\.|!|$)|(i|we) (despise|pity|loathe) you|(lying|cheating|two-faced) [wee|little|old|sneaky|miserable] (bastard|bitch|pig|snake|cheat|scumbag|weasel|rat|worm|toad|sod|git|cow|hypocrite|coward|dog)|(heart|soul|conscience|brain|spine) like a|you (are|'re|look|sound|were|have always been) _ [just|such|being|acting like|like|what|still] [a|an|one|the|such a|such an] _ [total|fucking|utter|little|stupid|sad|bloody|real|right|spoilt|spoiled|big|old|selfish|lying|sorry|pathetic|useless|poor] [little|old|lying|fucking] (<insult>|liar and|liar , )|(,|oh|such|what|well|ok|hey|shut up|listen|you) [a|an|you|,] _ [stupid|fucking|lying|disgusting|little|sad|useless|total|utter|poor] (<insult>)(?= (\\.|,|!|$|and|like|of|\\?|you|who|really|lol))(?<! nothing| nobody)",
        "you make me (sick|laugh|puke|ill|die)",
        "(nobody|no one|who|no man|no sane) _ [else] (else )?(would|could|will|'d) _ [ever] (put up with|want|love|have|touch|marry|look at|stand|miss|believe|take|be with) (you|that)|(even|my) [a|an|my|the] _ (\\S+-year-old|child|toddler|dog|cat|niece|nephew|five|monkey|kid) ~ (could|can|would|knows|has|is|does|better)",
      ].join(or),
    ),
    sarcasm: form(
      [
        "(round|standing|big) [of] (applause|ovation|hand)|(give|hand|get|fetch) (the|this|that|him|her|you|yourself|me) [\\S+] [a|an|the] [\\S+] (medal|prize|trophy|oscar|award|star|cookie|biscuit|applause|crown|halo|violin)|slow clap|gold star|(so|how) (brave|noble|touching|moving|romantic|convenient|original)(?= (\\.|!|of you|,))|(brave|bold|interesting) choice|(here|look|oh|ok|okay|yes|sorry|pardon|forgive me|christ|jesus|careful|right) [,] [here|it is|comes|come|the] [,] [\\S+] @?(inspector|detective|marple|columbo|poirot|professor|judge|shakespeare|freud|saint|mister|princess|queen|king|lady|lord|expert)(?= (\\.|,|!|$|is|has|cry|@\\S+))|@?(miss|mother|saint|señora|lady|sir|mr|mrs|inspector|detective) @?(marple|teresa|sherlock|detective|perfect|know-it-all)|what a (gentleman|hero|saint|prince|princess|charmer|catch|man|husband|wife|guy|joke|martyr|performance|show|surprise|shock|shame)(?= (,|\\.|!|you|who))|and i am the (queen|king|pope|@pope|@queen|@king)|i am the (queen|pope|king) of|cry (harder|more)|(congratulations|bravo|well done|thanks|how (noble|brave|generous|big|kind)) _ (on|for|of you|to) [finally|only] [\\S+] (telling|being honest|honesty|the truth|managing|noticing|remembering|turning|to (tell|admit|notice))|the @?(inspector|detective|queen|king|princess|judge|expert|saint|martyr) (has|is|speaks|arrives|returned)|(so|how) hard done by|oh poor you|sherlock|@sherlock|einstein|@einstein|who do you think you are|grow a (pair|spine)|act your age|get a (life|grip)|get over yourself|save (it|your|the) ~ (tears|speech|breath|act)|do not make me laugh|newsflash|woman like you|[oh|well|wow|yeah|ah|so|and|ok] [,] (well done|congratulations|bravo|(here|now) (come|comes) (the|your|another) _ (tears|drama|sob|act|lecture|speech|excuses|show|guilt|sermon|pity|violins)|cue the|boo hoo|boo-hoo|cry me|poor (you|baby|thing|little|me|old|diddums|lamb|darling|soul|martyr)(?! ~ (cold|must|sounds))|diddums|(are|is|did) (not|n't) (you|that|we) [just] [so|a|an|the|such|very|quite|<adv>] (clever|perfect|special|saint|little|sweet|husband|wife|mother|father|noble|brave|angel|genius|star|lovely|cute|nice|martyr|hero|poor))",
        "(father|mother|husband|wife|dad|mum|parent|partner|man|woman|person|friend|saint|liar|son) of the (year|century|month|decade|week)|(your|ur) @?(majesty|honour|royal|grace|highness|lordship|ladyship|worship|holiness)",
        "sorry _ [that|for] _ (i am|i was) _ [not] _ [as|a] _ (perfect|saint|robot|psychic|machine|mind reader|human|alive|like you)|sorry for (living|breathing|existing|daring|being (alive|born|human))",
        "(because|since|as|and|sure|yes) [,] (because )?(you are|you're|you) _ (such a|so|a|the|never|always|an|perfect|all) _ (saint|perfect|angel|saintly|expert|genius|honest|model|victim|martyr|hero|paragon|picture|queen|king|clever|pure|great)|(?<=(?:^|[,.!?]|oh|well|just) )(look at|listen to|hark at|get) (you|yourself|her|him)(?! (and|in|smile|dance|with|go|all|now))|(?<!(?:we|i|they|kids|children) )(grow|man) up|(oh )?(spare me|save your)|(lol|haha|ha|ha ha|smh|lmao|pfft|pff|as if|yawn|blah)(?= (you|ok|sure|\\.|,|!|at|u|that|nice|right|yeah|yes|what|good|like|as|keep|the))|(wow|oh) , (you|he|she|look|the (great|truth)|how)",
      ].join(or),
    ),
  },
  unless: form(
    "proud of you|treated you (like|as)|made me (laugh|spit|smile|giggle)|(i|we) (am|was|were|have been|feel|felt|acted|been|behaved|became|look) _ [acting|being|like|such] [like] [a|an|the] _ (<insult>)|called you|call you|i (mocked|laughed at|rolled|called|sneered)|(well done|congratulations|bravo) (on (the|your|passing|getting)|with|for (the|passing|getting)|<dear>|to|@\\S+|about|at) |(bravo) , you (passed|got|made|won|did it)|clever (thing|girl|boy|you)|poor you , |(cold|flu|headache|fever|traffic) |(feel|felt|feeling|believe) _ [like] [you are] [a|an|the|so|as] _ (<insult>|stupid|joke|fool)|what a (lovely|nice|great|good|kind|day|week)|thank(s| you)|(my|his|her) own|i would not",
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
