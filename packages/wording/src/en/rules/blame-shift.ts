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
  "(you|u) ~ (had|'d|were|was|did|have|stopped|quit|kept|[a-z]+ed|went|started|lied|gave|made|put|got|left|broke|spent|slept|chose|let|read|wound|drank|too|also|what|how|when)|what about|all the times|(last|hardly) one to|look at yourself",
);
const find = finder({
  label: "blame_shift",
  speakers: ["harmer", "either"],
  on: "segment",
  forms: {
    caused: form(
      [
        `${other} [<adv>] [have|had|'d|'ve|was|were|is|are|kept|keep|the one who] [<adv>] (made|make|making|drove|drive|driving|driven|pushed|pushing|push|forced|forcing|led|leading|provoked|provoking|tempted|talked|dragged|tricked|manipulated|goaded|egged|encouraged|convinced|persuaded|dared|caused|backed) (me|us|me \\S+|it) [<adv>] (to|into|on|do|lie|away|feel|hide|cheat|go|out|look|want|over|along|there|turn|happen|that|this|with|in|unable|\\.|,|because|crazy|mad|look elsewhere|sneak|spend|drink)`,
        `${other} [have|had] [<adv>] (left|gave|leave|give|given) me [with] [<adv>] (no|nothing|little|any|not much|without) (choice|option|other|way|alternative|reason|else)`,
        "(drove|pushed|drives|led|brought) me (to it|to this|to do it|to her|to him|into|away)|that (drove|pushed) me",
        `(because|since|as|thanks to|due to|down to) [of] [<adv>] [<dear>] (you|your|she|he|they|<name>|her|his) [<adv>] (have|had|'d|were|was|are|is|never|always|kept|keep|did|do|would|could|can|go|get|stopped|refused|treated|ignored|pushed|neglected|left|rejected|started|made|behaviour|attitude|mother|family|nagging|coldness|constant|jealousy|work|job|drinking|moods|temper|lack) ~`,
        `${other} (are|is|were|was|'s) [<adv>] [half|part of|partly] (the reason|to blame|the cause|the problem|why|at fault|responsible|the one who (started|began|made|came|kissed|wanted|suggested|pushed|asked|initiated|messaged|invited|kept|did|left|chased|broke|ruined)|just as (bad|guilty|much|responsible)|as (bad|guilty|much to blame|responsible)|also (guilty|to blame|responsible)|equally|not (innocent|blameless|an angel|a saint|perfect|exactly)|no (angel|saint|better)|hardly (one to|innocent|perfect|a)|partly|half)`,
        "(your|her|his|their) (fault|doing|own fault|behaviour that|coldness|nagging|constant|jealousy|idea|silence|temper|drinking|lack of|rejection) ~ |((is|was|all|partly|half|also) [<adv>] on you|down to you|thanks to you|blame yourself|your own (contribution|part|role|behaviour|fault|share|responsibility|doing))|your (part|share|role|side|contribution) (in|of|to) (this|the|it|what|blame|all)",
      ].join(or),
    ),
    counterfactual: form(
      [
        "(would|could|might) [<adv>] not [<adv>] have ~~ if (you|she|he|they|your|<name>)|(would|could) [<adv>] (never|not) ~~ (if|had) (you|she|he|they|your)|if (you|she|he|they|your \\S+|<name>) ['d|had|were|was|did|have|would] [<adv>] ~~ (i|this|it|none|we) (would|might|could|'d) [<adv>] (not|never|be|have|still|n't)",
        "(if|maybe if|perhaps if) (you|she|he) (had|'d|were|was|would|did) [<adv>] (not|been|paid|shown|given|listened|loved|cared|stayed|treated|only|ever|more|less|once|just|let|tried|made|talked|touched|home|around|there|nicer|kinder|stopped|told|have)",
        "you (would|could|'d) (never|not) have (understood|listened|believed|let|forgiven|cared|noticed|accepted|agreed)|you hurt me too|(like|as) you did|you (knew|know) (who|what) i (was|am)|(was|were) (your|her|his) (idea|suggestion|doing)|none of this would ~~ if|had you (been|not|only|shown|listened|given|paid|loved|treated|cared)",
      ].join(or),
    ),
    lack: form(
      [
        `you [<adv>] (never|did not|do not|would not|could not|had not|have not|were not|was not|are not|'ve never|had never|have never|stopped|quit|refused to|failed to|forgot to|hardly|barely|rarely|'d stopped|had stopped|no longer) [<adv>] [even|ever|once|exactly] [been] ${lack} ~ (me|us|my|i|for|to|anything|anymore|any more|time|enough|attention|$|\\.|,|with|home|in|at|honest|making|so)`,
        `you (were|was|have been|'ve been|'d been|had been|was being) [<adv>] [never|not|not exactly|hardly|always|so|exactly] [<adv>] ${bad}`,
        "you (rejected|ignored|neglected|pushed|abandoned|shut me|left me alone|criticised|nagged|humiliated|belittled|controlled|suffocated|cheated|lied|hid|did (it|the same|exactly the same|worse)|do (it|the same)|flirt|flirted|spent|slept|kissed|had your|started it|started this|started|wound|broke us|gave up on|gave up|checked out|went cold|let yourself go|chose (your|the|work)|put (your|the|work|everyone)|read my|went through my|stayed out|spied|drank|kept (pushing|nagging|asking|telling|shutting|going|accusing)) ~ ",
        "you (have|'ve|had|are|were) (not been|not exactly been|not always been|hardly been|never been|not exactly|hardly) [<adv>] (easy|perfect|honest|faithful|there|interested|around|supportive|affectionate|loving|a saint|an angel|the easiest|innocent)|(what about|how about|remember|and what of|let us not forget|do not forget|don't forget) [all] (you|your|when you|the time|the times|that time|all the times|who)|you (too|also|as well) [have|did|lied|made|hurt|are]|you [have|'ve] also|so (did|have|are|do) you",
        "(you|who) [<adv>] (go|goes|fly|get|got|went) (mental|crazy|mad|nuts|ballistic|off|berserk|insane) ~",
        "(last one|one|hardly one|not one|someone|position|the right person) to (talk|judge|lecture|preach|complain|speak)|(look|take a look|have a look) (at yourself|in the mirror)|before you (judge|accuse|blame)|people in glass houses|pot (calling|and kettle)|rich coming from you",
        "(a|any) (husband|wife|man|woman) (who|that) (is|does|never|was|goes|has)~~|your (phone|job|work|career|mother|mum|sister|friends|family|kids|dog|horse|hobby|church|boss|computer|games) [<adv>] [<adv>] (was|were|came|always|mattered|meant|is) ~ (more|first|before|important|always)|(came|went|going|coming|ran) after me|(a saint|anyone|anybody|any man|any woman) to (drink|lie|do)|as bad as each other|both as bad|(a|every|any) (woman|wife|man|husband) [<adv>] (has|must|should|needs|ought) [<adv>] to [<adv>] (take care|look after|satisfy|please|keep|understand)",
      ].join(or),
    ),
    third: form(
      [
        "(she|he|they|<name>|that (woman|man|girl|guy|bitch)|(my|your) <role>) [<adv>] (threw (herself|himself)|came on to|came onto|seduced|chased|pursued|initiated|started it|made (the|a|all the) (first|move|moves|pass)|kissed me|kept (texting|messaging|calling|buying|asking|coming|flirting|pushing|on|sending|ringing|touching|inviting)|would not (leave|take|stop|let)|messaged me first|texted me first|wanted it|led me on|was all over me|would not stop|took advantage|tricked me|got me (drunk|into)|begged me|sent me|approached|hit on|flirted with me|invited me|was after me|lured|bewitched|has been poisoning|been poisoning|poisoned|turned you against|interfered|interferes|got involved)",
        "(mates|friends|brother|boss|lads|colleagues|guys|boys|family|mother|father|sister|cousin|dad|mum|@\\S+|he|she|they) [<adv>] (dragged|talked|pushed|pressured|dared|egged|forced|roped|made|put) me [up] (to|into|in|on|do|go)",
      ].join(or),
    ),
    shared: form(
      [
        "we (both|are both|were both|have both|each|all|two) [<adv>] (broke|made|did|are|were|have|had|played|hurt|know|failed|messed|let|said|stopped|contributed|got|destroyed|caused|ruined|lied|guilty|responsible|at fault|to blame)|(both of us|the two of us|us both|each of us) [<adv>] (are|were|have|did|made|broke|failed|to|at|let)",
        "(it|that) takes two|takes two to|(50 ?- ?50|fifty fifty|two way street|two-way street|two sides)|not (only|just|entirely|all) (my|me|on me|mine|down to me)|(not|never) the only one (who|to|that)|i am not the only|was not (only|just|all) me",
      ].join(or),
    ),
    rhetoric: form(
      [
        "what [else] (did|do|would|could) you [<adv>] (expect|think) ~~ (when|after|if|me|would happen|i|was)|what (was|am|were|else was|else could|else) i (supposed|meant|to do|do|expected)|(ask|might ask|you might ask|should ask) yourself|(who|can you|could you|can anyone) (would|could|can|really|blame) ~ (me|a man|a woman)|what did you do (to make|that made)|how do you think i felt|where were you when|why do you think i|why would not i|why wouldn't i|what you did to make me|consider your (own|part|role)|think about (what you|your (own|part|role))|(what|how) about what you|was i not (allowed|entitled)",
      ].join(or),
    ),
    soThen: form(
      [
        "you ~ (not|never|no|stopped|refused|were|was|are|had) ~~ (so|that is why|which is why|and so|therefore|that is the reason) i [<adv>] (went|looked|searched|found|had|started|turned|did|lied|got|cheated|needed|took|spent|gave|slept|stopped|hid|kept|felt|wanted|sought|began|texted|ended|did not)|you (have|did) not (given|give|gave) [to] me ~~ i|(that is|which is|this is) [<adv>] why i [<adv>] (cheated|lied|went|stopped|looked|did|had|hid|turned|started|needed|drank|drink|slept|texted|kept)|i [only|just] (lied|cheated|did it|hid it|went|looked|drank|stayed) ~ (because|cos|since) (you|she|he|they|of you|your)",
      ].join(or),
    ),
  },
  unless: form(
    [
      "not [<adv>] (your|her|his) fault|(never|not) [<adv>] your [<adv>] (fault|doing|job|burden)|(you|she|he|they|nobody|no one) ~ (are|is|were|was|'s) not [<adv>] (the reason|to blame|the cause|the problem|why|responsible|at fault|the one)|(none|nothing) of (this|it|that) (is|was) [<adv>] (your|because of you|on you|down to you)|nothing (you|that you) (did|do|said)|(nobody|no one|no one else|nothing) [<adv>] [else] (made|pushed|forced|drove|dragged|dared|talked)|(you|she|he|they) [<adv>] (did|do|have|had) (not|never|nothing) [<adv>] (make|made|push|pushed|force|forced|drive|drove|cause|caused|deserve|do anything|ask for|wrong|to deserve|seduce)|you never (made|pushed|forced|asked me to lie|asked for (this|any))",
      "i [have|'ve] [<adv>] (blamed|blame|was blaming|put the blame|made you|let you) ~ |(can|could|do|will|would|did) not [<adv>] blame (you|her|him|anyone|anybody|the|it)|blaming you|instead of (blaming|listening)|made me (laugh|smile|happy|feel (safe|loved|special|welcome|at home|proud)|realise|see|think|a better|tea|coffee|dinner|a|promise|understand|want to be)|(on|with) your plate|i let you|(you|she) (were|are|was|have been) [<adv>] (there for|patient|kind|faithful|loyal|good|honest with|generous|hurt|right|the one who was|the one who (got|is) hurt|robbed|deceived|innocent|lied to)",
      "you (gave|give) me (every|the|a) (chance|chances|child|home|family|everything|life|time)|i should have|i (was|had been|'d been|have been) [<adv>] (so )?(distant|cold|never)|made (it|you|me) (a|the|feel) (better|welcome)|(you|who) (asked|trusted|believed|loved|stood|forgave) ~ (me|for)|because (you|your) (deserve|matter|asked|trust|have a right|need|should|are worth|wanted to know|happiness|feelings)|(because|since) you (saw|found|read|heard|found out)|what i (did|was doing) (was|is) (mine|my)",
    ].join(or),
  ),
  unlessBefore: form(
    "(i|he|she|dad|mum|father|mother|people|they|who) ~ (said|say|says|saying|told|telling|claimed|blamed|pretend|pretended|argued|used to|swore|convinced|wanted to|tried to)|i (told|tell) (myself|everyone|people|him|her|them)|as if|as though",
  ),
  unlessItem: form(
    "(you are|you were) not the reason|(none|nothing) of (this|it|that) (is|was) your|not your fault|i (blamed|have blamed|was blaming) you|(nobody|no one) (made|forced|pushed) me|excuses nothing|no excuse and you",
  ),
});

export const rule: Rule = {
  name: "blame-shift",
  label: "blame_shift",
  reason:
    "The reader hears that the wound was their own doing, and has to defend themselves in place of being met.",
  sources: [sources.lazare, sources.coaching],
  find: (reading, context, found) =>
    find(reading, context, found).filter(
      (hit) =>
        !overlaps(hit, found, "validating", "compassion", "contempt") &&
        !(hit.form === "lack" && !(context.speaker === "harmer" && past.test(hit.sentence.text))),
    ),
};

export const examples: Examples = {
  flags: [
    { text: "You drove me to it.", speaker: "harmer" },
    { text: "If you had been home more I wouldn't have cheated.", speaker: "harmer" },
    { text: "It takes two.", speaker: "harmer" },
  ],
  passes: [
    { text: "It was not your fault.", speaker: "harmer" },
    { text: "You made me laugh.", speaker: "harmer" },
    { text: "Nobody pushed me.", speaker: "harmer" },
  ],
};
