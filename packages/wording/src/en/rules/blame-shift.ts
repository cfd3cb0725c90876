import { type Examples, finder, overlaps, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const other =
  "(you|she|he|they|<name>|(her|his|my|our|your) [best|old|so called] <role>|my mates|the (boys|children|girls|guys|kids|lads)|(a|the|this) (bloke|girl|guy|man|woman)|everyone|people)";
/** What "you" is said to have failed at or done, as cause or counter-complaint. */
const lack = "(<lack>|saw|had (any|room|sex|time)|be (home|there)|been (home|there)|interested|around|there)";
const bad =
  "(<fault>|asleep|away|busy|drinking|drunk|gone|tired|working|angry|on (your phone)|at (the|work|your)|with your|out with|(never|not) (home|there)|(always|so|too) (<fault>|angry|at|away|away|busy|in|on|out|tight|tired|with)|easy to live with|perfect|honest|innocent|a saint)";

/** "You never listen" judges; "you never listened" sets a past against an act. */
const past = form(
  "(u|you) ~ (had|'d|were|was|did|have|quit|kept|[a-z]+ed|went|lied|gave|made|put|got|left|broke|spent|slept|chose|let|read|wound|drank|too|also|what|how|when)",
);
/** A counter-complaint stands against something: an own act or an apology in the same text. */
const own = form(
  "(i|we) ~ (<weak.past>|<wrong.past>)|<bare>|<apology>|i (am|did|do|have)|my (fault|part)|(so|why) i",
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
        "(her|his|their|your) (constant|doing|fault|idea) ~ |your (part|role|share|side) (in|of|to) (all|blame|it|the|this|what)",
      ].join(or),
    ),
    counterfactual: form(
      [
        "if (he|she|they|you) ['d|did|had|have|was|were|would] _ ~~ (i|it|none|this|we) ('d|could|might|would) _ (be|have|n't|never|not|still)",
        "(if|maybe if) (he|she|you) ('d|did|had|was|were|would) _ (been|cared|ever|given|have|home|just|less|let|loved|made|more|nicer|not|once|only|paid|shown|there|told|tried)",
        "had you (been|cared|given|loved|not|only|paid|shown)",
      ].join(or),
    ),
    lack: form(
      [
        `you _ ('d stopped|'ve never|are not|barely|could not|did not|do not|failed to|forgot to|had never|had not|had stopped|hardly|have never|have not|never|no longer|quit|rarely|refused to|stopped|was not|were not|would not) _ [even|ever|exactly|once] [been] ${lack} ~ (me|us|my|i|for|to|anything|anymore|any more|time|enough|attention|$|\\.|,|with|home|in|at|honest|making|so)`,
        `you ('d been|'ve been|had been|have been|was|was being|were) _ [always|exactly|hardly|never|not|not exactly|so] _ ${bad}`,
        "you (pushed|lied|hid|do (it)|flirt|spent|slept|started it|started|wound|gave up|spied|drank) ~ ",
        "you ('ve|are|had|have|were) (not exactly been) _ (easy|there)",
        "(look) (in the mirror)",
        "(a|any|every) (man|wife|woman) _ (has|must|needs|ought) _ to _ (keep)",
      ].join(or),
    ),
    third: form(
      [
        "(she|he|they|(her|his|my|our|the|your) [old|best|own|bank|\\S+] (<role>|man|lot|fella|bloke|guy|@\\S+)) _ ((did|would) not (let|stop)|(was|were) _ (the one)|(talked) me|came on to|lured|has been poisoning)",
        "(mates|boss|lads|guys|boys|dad|mum|@\\S+|he|she|they) _ (dared|egged|made|put|roped) me [up] (do|go|in|into|on|to)",
      ].join(or),
    ),
    shared: form(
      [
        "(her|his|your) (boss|dad|mother|mum) (had|has|have|is|was|were) _ (been) ~|maybe if you ~|it (is|was) (you|she|he|her|him|<name>) (that|who) ~|we (all|both|each|two) _ (are|broke|did|got|had|have|hurt|know|let|lied|made|said|were)",
        "(it|that) takes two",
      ].join(or),
    ),
    rhetoric: form(
      ["what [else] (could|did|do|would) you _ (think) ~~ (after|i|if|me|was|when)|(ask) yourself"].join(or),
    ),
    soThen: form(
      [
        "you ~ (are|had|never|no|not|was|were) ~~ (so) i _ (did|found|got|had|hid|lied|slept|spent|took|went)",
      ].join(or),
    ),
  },
  unless: form(
    [
      "when you (was|were) (at|away|in|on|with)|(he|she|they|you) ~ ('s|are|is|was|were) not _ (why)|nothing (you) (did|do|said)|(he|she|they|you) _ (did|do|had|have) (never|not) _ (cause|drive|drove|force|made|make|push|wrong)",
      "i ['ve|have] _ (blame|let you) ~ |(can|could|did|do|will|would) not _ blame (her|him|it|the|you)|made me (a|happy|laugh|see|smile|tea|think)|(she|you) (are|was|were) _ (good|hurt|kind|lied to|loyal|right)",
      "i should have|(who|you) (asked|loved|stood) ~ (for|me)|(because|since) you (found|heard|read|saw)",
    ].join(or),
  ),
  unlessBefore: form(
    "(dad|he|i|mother|mum|people|she|they|who) ~ (said|say|saying|says|swore|telling|told|used to)",
  ),
  unlessItem: form(
    "you (are|were) not (cold)|nothing you (did|said)|not your fault|(nobody) (made|pushed) me",
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
