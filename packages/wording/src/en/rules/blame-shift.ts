import { type Examples, finder, overlaps, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const other =
  "(you|she|he|they|<name>|(my|your|her|his|our) [best|old|so called] <role>|your family|my mates|my friends|the (lads|guys|girls|boys|others|children|kids)|that (woman|man|girl|guy|bitch|bastard|slut)|(a|the|this) (woman|man|girl|guy|bloke)|everyone|people)";
/** What "you" is said to have failed at or done, as cause or counter-complaint. */
const lack =
  "(touch|touched|touching|love|loved|listen|listened|listening|care|cared|talk|talked|talking|notice|noticed|noticing|appreciate|appreciated|want|wanted|wanting|see me|saw|look|looked|ask|asked|respect|respected|help|helped|support|supported|trust|trusted|give|gave|given|giving|show|showed|shown|pay|paid|make|made|let|spend|spent|have (time|sex|any time|room)|had (time|sex|any time|room)|try|tried|trying|come|came|work|worked|kiss|kissed|hold|held|be there|been there|understand|understood|believe|believed|be home|been home|bother|bothered|interested|around|there for me|there|sleep with|slept with|forgive|forgave)";
const bad =
  "(cold|distant|busy|tired|angry|absent|away|gone|asleep|working|nagging|on at me|on my case|on your phone|at work|at your|at the|with your|out with|moody|horrible|cruel|mean|nasty|critical|obsessed|controlling|depressed|drunk|drinking|too busy|never there|never home|not there|not around|not interested|checked out|shut down|pushing me|shutting me out|ignoring me|rejecting me|neglecting me|so (cold|distant|busy|wrapped|focused|obsessed|caught|tight|tired|difficult|angry|critical|negative|hard|jealous|controlling|mean|hostile)|always (on|at|out|away|busy|tired|working|with|in|angry|cross|too|nagging|criticising|shouting)|off with|buried in|glued to|impossible|easy to live with|perfect|honest|innocent|an angel|a saint|no (angel|saint|better)|too (tight|busy|tired|controlling|strict|cold|proud|jealous)|tight with|wrapped up|unavailable|away so much|away (so|too) much|away all|away with|hard to)";

/** "You never listen" judges; "you never listened" sets a past against an act. */
const past = form(
  "(you|u) ~ (had|'d|were|was|did|have|quit|kept|[a-z]+ed|went|lied|gave|made|put|got|left|broke|spent|slept|chose|let|read|wound|drank|too|also|what|how|when)|what about",
);
/** A counter-complaint stands against something: an own act or an apology in the same text. */
const own = form("(i|we) ~ (<wrong.past>|<weak.past>)|<bare>|<apology>|i (did|do|am|have)|my (fault|mistake|part)|(so|why) i");
const find = finder({
  label: "blame_shift",
  speakers: ["harmer", "either"],
  on: "segment",
  forms: {
    caused: form(
      [
        `so (did|have) you|why do you think i|rich coming from you|two-way street|fifty fifty|not (only|just|entirely|all) my (fault|doing)|${other} _ [have|had|'d|'ve|was|were|is|are|kept|keep|the one who] _ (made|make|making|drove|drive|driving|driven|pushed|pushing|push|forced|forcing|led|leading|provoked|provoking|tempted|talked|dragged|tricked|manipulated|goaded|egged|encouraged|convinced|persuaded|dared|caused|backed) (me|us|me \\S+|it) _ (to|into|on|do|lie|away|feel|hide|cheat|go|out|look|want|over|along|there|turn|happen|that|this|with|in|unable|\\.|,|because|crazy|mad|look elsewhere|sneak|spend|drink)`,
        `${other} [have|had] _ (left|gave|leave|give|given) me [with] _ (no|nothing|little|any|not much|without) (choice|option|other|way|alternative|reason|else)`,
        "that (drove) me",
        `(because|since|due to|down to) [of] _ [<dear>] (you|your|she|he|they|<name>|her|his) _ (have|had|'d|were|was|are|is|never|always|kept|keep|did|do|would|could|can|go|get|stopped|refused|treated|ignored|pushed|left|started|made|mother|family|nagging|work|job|moods|temper|lack) ~`,
        `${other} (are|is|were|was|'s) _ [half|part of|partly] (the reason|to blame|the cause|the problem|why|at fault|responsible|the one who (started|began|made|came|kissed|wanted|suggested|pushed|asked|initiated|messaged|invited|kept|did|left|chased|broke|ruined)|just as (bad|guilty|much|responsible)|as (bad|guilty|much to blame|responsible)|also (guilty|to blame|responsible)|equally|not (innocent|blameless|an angel|a saint|perfect|exactly)|no (angel|saint|better)|hardly (one to|innocent|perfect|a)|partly|half)`,
        "(your|her|his|their) (fault|doing|nagging|constant|idea|silence|temper|drinking|lack of) ~ |(your own (contribution|part|role|fault|share|doing))|your (part|share|role|side) (in|of|to) (this|the|it|what|blame|all)",
      ].join(or),
    ),
    counterfactual: form(
      [
        "(would|could|might) _ not _ have ~~ if (you|she|he|they|your)|if (you|she|he|they|<name>) ['d|had|were|was|did|have|would] _ ~~ (i|this|it|none|we) (would|might|could|'d) _ (not|never|be|have|still|n't)",
        "(if|maybe if) (you|she|he) (had|'d|were|was|would|did) _ (not|been|paid|shown|given|listened|loved|cared|stayed|only|ever|more|less|once|just|let|tried|made|home|there|nicer|told|have)",
        "you (would|could|'d) (never|not) have (understood|let|cared|noticed|agreed)|you hurt me too|(like|as) you did|you (knew|know) (who|what) i (was|am)|none of this would ~~ if|had you (been|not|only|shown|given|paid|loved|treated|cared)",
      ].join(or),
    ),
    lack: form(
      [
        `you _ (never|did not|do not|would not|could not|had not|have not|were not|was not|are not|'ve never|had never|have never|stopped|quit|refused to|failed to|forgot to|hardly|barely|rarely|'d stopped|had stopped|no longer) _ [even|ever|once|exactly] [been] ${lack} ~ (me|us|my|i|for|to|anything|anymore|any more|time|enough|attention|$|\\.|,|with|home|in|at|honest|making|so)`,
        `you (were|was|have been|'ve been|'d been|had been|was being) _ [never|not|not exactly|hardly|always|so|exactly] _ ${bad}`,
        "you (could|should|might) _ have (asked|said|stopped|noticed|seen|told|come|spoken|been|tried|looked|known)|you _ (leave|left) [your \\S+|it|everything] ~ (lying|about|around|open|where|unlocked)|(you) also _ (never|did|do|were|have|had|lied|are)|you (ignored|pushed|shut me|nagged|cheated|lied|hid|do (it)|flirt|flirted|spent|slept|kissed|started it|started|wound|gave up|let yourself go|read my|spied|drank) ~ ",
        "you (have|'ve|had|are|were) (not exactly been|hardly been|hardly) _ (easy|perfect|honest|there|around|loving|a saint|an angel)|(what about|remember) [all] (you|your|the times|who)",
        "(look) (in the mirror)",
        "(a|any) (husband|wife|man|woman) (who|that) (is|does|never|was|goes|has)~~|your (phone|job|work|career|mother|mum|sister|friends|family|kids|dog|horse|hobby|church|boss|games) _ _ (was|were|came|always|meant|is) ~ (more|first|before|always)|(came|went|going|ran) after me|(a saint) to (drink|lie|do)|as bad as each other|(a|every|any) (woman|wife|man) _ (has|must|needs|ought) _ to _ (take care|keep)",
      ].join(or),
    ),
    third: form(
      [
        "(she|he|they|<name>|(my|your|our|his|her|the) [old|best|own|bank|\\S+] (<role>|man|lot|fella|bloke|guy|@\\S+)) _ ((would|did) not (leave me|stop|take no|let)|(was|were) _ (the one|all over me|on my back|on at me|after me|pushing|pressing)|kept (at|on)|(talked|pushed|pressed|bullied) me|put me up|gave me the (idea|number|money)|would not take|showed me|insisted|started it|started (texting|messaging|writing)|knew (exactly|full|what)|knew [\\S+] too|threw (herself|himself)|came on to|seduced|chased|pursued|kept (texting|calling|buying|asking|coming|pushing|on|sending|ringing)|sent me|hit on|lured|has been poisoning)",
        "(mates|boss|lads|guys|boys|dad|mum|@\\S+|he|she|they) _ (pressured|dared|egged|roped|made|put) me [up] (to|into|in|on|do|go)",
      ].join(or),
    ),
    shared: form(
      [
        "it (was|is) (you|she|he|her|him|<name>|your \\S+) (who|that) ~|(she|he|they|<name>) _ (set [\\S+] [\\S+] [\\S+] up|arranged|planned|organised|paid [\\S+] \\S+ and|pushed|dragged|invited me|poured|brought me|asked for it|wanted it|made the first|came first)|you do not half|there (are|were) two [\\S+] (of|signatories|people|sides|names)|two (people|sides|to tango)|we (both|each|all|two) _ (broke|made|did|are|were|have|had|played|hurt|know|failed|messed|let|said|stopped|got|caused|ruined|lied|guilty)",
        "(it|that) takes two",
      ].join(or),
    ),
    rhetoric: form(
      [
        "what [else] (did|do|would|could) you _ (think) ~~ (when|after|if|me|would happen|i|was)|(ask|you might ask) yourself|why would not i",
      ].join(or),
    ),
    soThen: form(
      [
        "you ~ (not|never|no|stopped|refused|were|was|are|had) ~~ (so|that is why|which is why|and so|therefore|that is the reason) i _ (went|looked|found|had|started|turned|did|lied|got|cheated|needed|took|spent|slept|hid)|you (have|did) not (given|give|gave) [to] me ~~ i|(that is|which is|this is) _ why i _ (cheated|lied|went|stopped|looked|did|had|hid|turned|started|needed|drank|drink|slept|texted|kept)",
      ].join(or),
    ),
  },
  unless: form(
    [
      "when you (were|was) (at|in|on|away|with)|you (have|had) not asked|(you|she|he|they|nobody|no one) ~ (are|is|were|was|'s) not _ (to blame|why|responsible|the one)|nothing (you|that you) (did|do|said)|(you|she|he|they) _ (did|do|have|had) (not|never) _ (make|made|push|force|drive|drove|cause|deserve|wrong)",
      "i [have|'ve] _ (blamed|blame|put the blame|let you) ~ |(can|could|do|will|would|did) not _ blame (you|her|him|the|it)|made me (laugh|smile|happy|realise|see|think|tea|coffee|dinner|a|promise)|(on|with) your plate|(you|she) (were|are|was) _ (there for|patient|kind|loyal|good|hurt|right|the one who was|robbed|lied to)",
      "you (gave|give) me (every|the|a) (chance|child|home|life|time)|i should have|(you|who) (asked|trusted|loved|stood|forgave) ~ (me|for)|(because|since) you (saw|found|read|heard)",
    ].join(or),
  ),
  unlessBefore: form(
    "(i|he|she|dad|mum|father|mother|people|they|who) ~ (said|say|says|saying|told|telling|claimed|blamed|pretend|argued|used to|swore)",
  ),
  unlessItem: form(
    "you (were|are) not (cold|distant)|nothing you (did|said)|you (had|have) nothing to do|(you are) not the reason|(none) of (this|it|that) (is|was) your|not your fault|i (blamed) you|(nobody) (made|pushed) me|excuses nothing",
  ),
});

export const rule: Rule = {
  name: "blame-shift",
  label: "blame_shift",
  sources: [sources.lazare, sources.coaching],
  find: (reading, context, found) =>
    find(reading, context, found).filter(
      (hit) =>
        !overlaps(hit, found, "validating", "compassion", "contempt") &&
        (hit.form !== "lack" ||
          (context.speaker === "harmer" && past.test(hit.sentence.text) && own.test(reading.all))),
    ),
};

export const examples: Examples = {
  reason:
    "The reader hears that the wound was their own doing, and has to defend themselves in place of being met.",
  flags: [
    { text: "You drove me to it.", speaker: "harmer" },
    { text: "If you had been home more I wouldn't have cheated.", speaker: "harmer" },
    { text: "It takes two.", speaker: "harmer" },
  ],
  passes: [
    { text: "You weren't cold. You were tired.", speaker: "harmer" },
    { text: "It was not your fault.", speaker: "harmer" },
    { text: "You made me laugh.", speaker: "harmer" },
    { text: "Nobody pushed me.", speaker: "harmer" },
  ],
};
