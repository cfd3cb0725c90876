import { type Examples, finder, overlaps, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const other =
  "(you|she|he|they|<name>|(her|his|my|our|your) [best|old|so called] <role>|your family|my mates|my friends|the (boys|children|girls|guys|kids|lads|others)|that (bastard|bitch|girl|guy|man|slut|woman)|(a|the|this) (bloke|girl|guy|man|woman)|everyone|people)";
/** What "you" is said to have failed at or done, as cause or counter-complaint. */
const lack =
  "(<lack>|see me|saw|have (any|room|sex|time)|had (any|room|sex|time)|be (home|there)|been (home|there)|interested|around|there)";
const bad =
  "(<fault>|absent|asleep|away|busy|depressed|drinking|drunk|gone|tired|working|angry|on at me|on (my case|your phone)|at (the|work|your)|with your|out with|(never|not) (around|home|interested|there)|checked out|shut down|(pushing) me [out]|(always|so|too) (<fault>|angry|at|away|away|busy|caught|in|on|out|strict|tight|tired|with|working|wrapped)|off with|buried in|glued to|easy to live with|perfect|honest|innocent|an angel|a saint|no (angel|better|saint)|wrapped up|hard to)";

/** "You never listen" judges; "you never listened" sets a past against an act. */
const past = form(
  "(u|you) ~ (had|'d|were|was|did|have|quit|kept|[a-z]+ed|went|lied|gave|made|put|got|left|broke|spent|slept|chose|let|read|wound|drank|too|also|what|how|when)|what about",
);
/** A counter-complaint stands against something: an own act or an apology in the same text. */
const own = form(
  "(i|we) ~ (<weak.past>|<wrong.past>)|<bare>|<apology>|i (am|did|do|have)|my (fault|mistake|part)|(so|why) i",
);
const find = finder({
  label: "blame_shift",
  speakers: ["harmer", "either"],
  on: "segment",
  forms: {
    caused: form(
      [
        `so (did|have) you|why do you think i|rich coming from you|two-way street|fifty fifty|not (all|entirely|just|only) my (doing|fault)|${other} _ ['d|'ve|are|had|have|is|keep|kept|the one who|was|were] _ (backed|caused|convinced|dared|dragged|drive|driven|driving|drove|egged|forced|leading|led|made|make|making|push|pushed|pushing|talked|tricked) (me|us|me \\S+|it) _ (to|into|on|do|lie|away|feel|hide|cheat|go|out|look|want|over|along|there|turn|happen|that|this|with|in|unable|\\.|,|because|crazy|mad|look elsewhere|sneak|spend|drink)`,
        `${other} [had|have] _ (gave|give|given|leave|left) me [with] _ (any|little|no|not much|nothing|without) (choice|else|option|other|reason|way)`,
        "that (drove) me",
        `(because|down to|due to|since) [of] _ [<dear>] (<name>|he|her|his|she|they|you|your) _ ('d|always|are|can|could|did|do|family|get|go|had|have|ignored|is|job|keep|kept|lack|left|made|moods|mother|nagging|never|pushed|refused|started|stopped|temper|treated|was|were|work|would) ~`,
        `${other} ('s|are|is|was|were) _ [half|part of|partly] (the reason|to blame|the cause|the problem|why|at fault|responsible|the one who (asked|began|broke|came|chased|did|invited|kept|kissed|left|made|messaged|pushed|ruined|started|wanted)|just as (bad|guilty|much|responsible)|as (bad|guilty|much to blame|responsible)|also (guilty|responsible|to blame)|equally|not (a saint|an angel|exactly|innocent|perfect)|no (angel|better|saint)|hardly (a|innocent|one to|perfect)|partly|half)`,
        "(her|his|their|your) (constant|doing|drinking|fault|idea|lack of|nagging|silence|temper) ~ |(your own (contribution|doing|fault|part|role|share))|your (part|role|share|side) (in|of|to) (all|blame|it|the|this|what)",
      ].join(or),
    ),
    counterfactual: form(
      [
        "(could|might|would) _ not _ have ~~ if (he|she|they|you|your)|if (<name>|he|she|they|you) ['d|did|had|have|was|were|would] _ ~~ (i|it|none|this|we) ('d|could|might|would) _ (be|have|n't|never|not|still)",
        "(if|maybe if) (he|she|you) ('d|did|had|was|were|would) _ (been|cared|ever|given|have|home|just|less|let|listened|loved|made|more|nicer|not|once|only|paid|shown|stayed|there|told|tried)",
        "you ('d|could|would) (never|not) have (agreed|cared|let|noticed|understood)|you hurt me too|(as|like) you did|you (knew|know) (what|who) i (am|was)|none of this would ~~ if|had you (been|cared|given|loved|not|only|paid|shown|treated)",
      ].join(or),
    ),
    lack: form(
      [
        `you _ ('d stopped|'ve never|are not|barely|could not|did not|do not|failed to|forgot to|had never|had not|had stopped|hardly|have never|have not|never|no longer|quit|rarely|refused to|stopped|was not|were not|would not) _ [even|ever|exactly|once] [been] ${lack} ~ (me|us|my|i|for|to|anything|anymore|any more|time|enough|attention|$|\\.|,|with|home|in|at|honest|making|so)`,
        `you ('d been|'ve been|had been|have been|was|was being|were) _ [always|exactly|hardly|never|not|not exactly|so] _ ${bad}`,
        "you (could|might|should) _ have (asked|been|come|known|looked|noticed|said|seen|spoken|stopped|told|tried)|you _ (leave|left) [your \\S+|it|everything] ~ (about|around|lying|open|unlocked|where)|(you) also _ (are|did|do|had|have|lied|never|were)|you (ignored|pushed|shut me|nagged|cheated|lied|hid|do (it)|flirt|flirted|spent|slept|kissed|started it|started|wound|gave up|let yourself go|read my|spied|drank) ~ ",
        "you ('ve|are|had|have|were) (hardly|hardly been|not exactly been) _ (a saint|an angel|around|easy|honest|loving|perfect|there)|(remember|what about) [all] (the times|who|you|your)",
        "(look) (in the mirror)",
        "(a|any) (husband|man|wife|woman) (that|who) (does|goes|has|is|never|was)~~|your (boss|career|church|dog|family|friends|games|hobby|horse|job|kids|mother|mum|phone|sister|work) _ _ (always|came|is|meant|was|were) ~ (always|before|first|more)|(came|going|ran|went) after me|(a saint) to (do|drink|lie)|as bad as each other|(a|any|every) (man|wife|woman) _ (has|must|needs|ought) _ to _ (keep|take care)",
      ].join(or),
    ),
    third: form(
      [
        "(she|he|they|<name>|(her|his|my|our|the|your) [old|best|own|bank|\\S+] (<role>|man|lot|fella|bloke|guy|@\\S+)) _ ((did|would) not (leave me|let|stop|take no)|(was|were) _ (after me|all over me|on at me|on my back|pushing|the one)|kept (at|on)|(pushed|talked) me|put me up|gave me the (idea|money|number)|would not take|showed me|insisted|started it|started (messaging|texting|writing)|knew (exactly|full|what)|knew [\\S+] too|threw (herself|himself)|came on to|seduced|chased|kept (asking|buying|calling|coming|on|pushing|ringing|sending|texting)|sent me|hit on|lured|has been poisoning)",
        "(mates|boss|lads|guys|boys|dad|mum|@\\S+|he|she|they) _ (dared|egged|made|pressured|put|roped) me [up] (do|go|in|into|on|to)",
      ].join(or),
    ),
    shared: form(
      [
        "what (am|was) i (meant|supposed) to ~|(her|his|your) (boss|brother|dad|family|father|friends|mother|mum|sister) (had|has|have|is|was|were) _ (always|been) ~|maybe if you ~|you (had|have) (never|not) [exactly] been ~ (either|too|yourself)|it (is|was) (you|she|he|her|him|<name>|your \\S+) (that|who) ~|(<name>|he|she|they) _ (set [\\S+] [\\S+] [\\S+] up|arranged|planned|paid [\\S+] \\S+ and|pushed|dragged|invited me|poured|brought me|asked for it|wanted it|made the first|came first)|you do not half|there (are|were) two [\\S+] (names|of|people|sides|signatories)|two (people|sides|to tango)|we (all|both|each|two) _ (are|broke|caused|did|failed|got|guilty|had|have|hurt|know|let|lied|made|messed|played|ruined|said|stopped|were)",
        "(it|that) takes two",
      ].join(or),
    ),
    rhetoric: form(
      [
        "what [else] (could|did|do|would) you _ (think) ~~ (after|i|if|me|was|when|would happen)|(ask|you might ask) yourself|why would not i",
      ].join(or),
    ),
    soThen: form(
      [
        "you ~ (are|had|never|no|not|refused|stopped|was|were) ~~ (and so|so|that is the reason|that is why|which is why) i _ (cheated|did|found|got|had|hid|lied|looked|needed|slept|spent|started|took|turned|went)",
      ].join(or),
    ),
  },
  unless: form(
    [
      "when you (was|were) (at|away|in|on|with)|you (had|have) not asked|(he|no one|nobody|she|they|you) ~ ('s|are|is|was|were) not _ (responsible|the one|to blame|why)|nothing (that you|you) (did|do|said)|(he|she|they|you) _ (did|do|had|have) (never|not) _ (cause|deserve|drive|drove|force|made|make|push|wrong)",
      "i ['ve|have] _ (blame|blamed|let you|put the blame) ~ |(can|could|did|do|will|would) not _ blame (her|him|it|the|you)|made me (a|coffee|dinner|happy|laugh|promise|realise|see|smile|tea|think)|(on|with) your plate|(she|you) (are|was|were) _ (good|hurt|kind|lied to|loyal|patient|right|robbed|the one who was|there for)",
      "you (gave|give) me (a|every|the) (chance|child|home|life|time)|i should have|(who|you) (asked|forgave|loved|stood|trusted) ~ (for|me)|(because|since) you (found|heard|read|saw)",
    ].join(or),
  ),
  unlessBefore: form(
    "(dad|father|he|i|mother|mum|people|she|they|who) ~ (argued|blamed|claimed|pretend|said|say|saying|says|swore|telling|told|used to)",
  ),
  unlessItem: form(
    "you (are|were) not (cold|distant)|nothing you (did|said)|you (had|have) nothing to do|(you are) not the reason|(none) of (it|that|this) (is|was) your|not your fault|i (blamed) you|(nobody) (made|pushed) me|excuses nothing",
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
