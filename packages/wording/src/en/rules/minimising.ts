import { type Examples, finder, overlaps, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const small =
  "(a|an|one|two|the|some|once|twice|that|this|like|few|three|messages|message|messaging|texting|texts|talking|talk|chatting|chat|words|friends|friend|mates|flirting|sex|physical|money|lunch|lunches|drinks|coffee|dinner|kissing|banter|fun|bit|little|online|pictures|photos|porn|games|a bit|emails|looking|silly|harmless|curiosity|physical|fantasy|for fun|joking|a laugh|work|cash|numbers|virtual|pixels|being friendly|being nice|being polite|ever|my|her|him|something|business|hugging|cuddling|what|human|over|that|because|for|sort|kind|type|bets|small|natural|normal|white lie|white lies|friendship|friendly|a joke|on|in)";
const find = finder({
  label: "minimising",
  speakers: ["harmer", "either"],
  on: "segment",
  forms: {
    only: form(
      [
        `(<it>|we|there) [<adv>] (was|is|were|are|'s|has been|had been) [<adv>] (just|only|merely|simply|no more than|nothing more than|nothing but|not more than|barely|hardly|purely|strictly|more like|basically|literally) [ever|a bit|like|really|about|some|being] ${small}`,
        "(we|i) [<adv>] (only|just|merely|simply|hardly|barely) [ever] (talked|texted|kissed|messaged|chatted|flirted|met|met up|had|hung out|looked|saw|watched|touched|did it|did|sent|went|spoke|cuddled|borrowed|took|spent|lost|bet|had sex|slept|exchanged|wrote|held hands|hugged|liked|replied|danced|forgot|left out|bent|told|did not (mention|tell|say)|downloaded|used|wanted (a bit|some)) (?!(?:you|that you|to say|because|to tell))",
        "(we (did not|never)|i (did not|never) (even|actually|really)|at least i (did not|never)) [<adv>] [even] (do anything|did anything|went (any|all|that)|go (any|all|that)|sleep (with|together)|slept (with|together)|touch|touched|meet|met|have sex|had sex|kiss|kissed|got that|love|loved|have feelings|had feelings|anything (physical|serious))(?! you)|never (even )?(slept|touched|kissed|met|had sex|went any)|nothing [<adv>] (actually |really )?(happened|went on|physical|serious|to it|came of it|sexual|romantic)",
        "(just|only|merely) (a|an|some|one) [<adv>] [silly|stupid|harmless|innocent|little|daft|small|brief|drunken|bit of|quick|minor|friendly|tiny|dumb] [<adv>] [silly|stupid|harmless|little|bit of|drunken] (flirt|flirting|kiss|fling|mistake|joke|chat|fun|game|text|texts|message|crush|friend|friendship|slip|lapse|snog|hug|lie|drink|phase|picture|pictures|photo|one-off|blip|laugh|banter|thing|conversation|lunch|bet|flutter|night|moment)",
      ].join(or),
    ),
    meaning: form(
      [
        "(<it>|she|he|none of it|the \\S+) [<adv>] (did|does|do|has|had|'s) not [<adv>] (mean|matter|count) [<adv>] (a|anything|much|that|to me|to|\\.|,|$|thing|really|shit)|(<it>|she|he) (meant|means) [<adv>] (nothing|jack|zero|fuck all|not a thing)|(means|meant) (nothing|less than nothing) to me|no feelings (involved|there)|(no|not any) (emotional|feelings|love)",
        "(<it>|that) (is|was|'s|were) [<adv>] not [<adv>] [<adv>] [all|like] (that|so|such|as|too) [<adv>] (deep|bad|serious|big|much|terrible|important|a big|awful|major|huge|long|often|many|special|intense|dramatic|a|unusual)|(<it>) (is|was) not [<adv>] [even] [a|an|the] [<adv>] [real|proper|big|huge|full|actual|serious|physical|full-blown|full on|massive|federal] (affair|deal|thing|relationship|cheating|sex|lie|crime|issue|problem|end of the world|real|serious|infidelity|betrayal|proper|drama|murder|disaster|anything|nothing)",
        "(no|not a|not any|not such a|hardly a|isn't a) (big|huge|great|real|major|massive) (deal|thing|issue|problem|drama|harm|crime|loss)|no harm (done|was|in)|(hardly|barely) (the|a|an|counts|anything|cheating|ever|worth|matters|knew|saw|spoke|spent|worse)|not (really|technically|exactly|strictly|actually) (cheating|an affair|a lie|lying|a big|that|dishonest|sex|infidelity|unfaithful|an issue|stealing|gambling)|(not|is it not) the end of the world|not (the )?(crime|sin) of the century",
        "(it is|it was|is|this is) not (like|as if|as though) (i|we|she|he|anyone|it|you|that)|not (like|as if) i (was|slept|killed|had|cheated|did|hit|murdered|stole)",
        "(nothing|no one|nobody) [<adv>] (got hurt|was hurt|died|has died|serious|important|to worry about|to get upset|is dead|was harmed|lost anything)|worse things (happen|have happened)|(could|might) have been [a lot|much|far|so much] worse|(others|other (people|men|women|couples|husbands|wives)|some (people|men|husbands|women)|lots of (people|couples|men|women)|plenty of (people|men)|most (men|people|guys|women|couples)|every (man|guy|couple|bloke)|all (men|guys|couples|women|blokes)|(everyone|everybody)) [<adv>] (do|does|have|has|did|go|goes|watch|watches|look|looks|flirt|flirts|lie|lies|cheat|cheats|keep|keeps|make|makes|hide|gamble|says|tell|tells|get|would|spend)",
        "at least (i|we|it|he|she|there|nobody) [<adv>] (did|was|have|had|never|told|came|do|only|stopped|could|am|were|is)|(which|that|it) is (nothing|tiny|small|peanuts|trivial)|(compared|in comparison) (to|with)|(a|an|one|some) [<adv>] (silly|daft|harmless|innocent|trivial|tiny|minor|little|small|petty|stupid little|bit of|one-time|one time|one-off|one off|drunken|meaningless|tiny little|quick|brief|insignificant) [<adv>] [little] [bit of] (thing|mistake|kiss|flirt|flirtation|text|texts|message|chat|crush|fling|snog|joke|lie|slip|fun|flirting|blip|misunderstanding|banter|hiccup|lapse|error|incident|bet|flutter|detail|matter|conversation|drunken kiss|affair|night|peck|fib|indiscretion)",
        "(harmless|meaningless|insignificant|trivial|innocent|a one-off|a one off|a one-time thing|a one time thing|one time|a blip|a slip|no biggie|nbd|peanuts|a storm in a teacup|a technicality|bit of fun|a bit of a laugh|a laugh|petty|ancient history|water under the bridge|a white lie|a kiss|a peck|a fib|a flirtation|not million)(?= (\\.|,|and|really|honestly|at best|now|!|;|that|for|by|$))|not (two|a|ten) million|for (heaven's|god's|pete's|christ's) sake , it|when (all is|all's|it's all) said and done",
      ].join(or),
    ),
    old: form(
      [
        "(<it>|that) (was|is|were|happened|ended|'s) [<adv>] (years|months|ages|decades|weeks|long|a long time|so long|ages and ages|forever|a lifetime|all|over|done|finished|twenty|ten|\\S+ years|a year|\\S+ months) [and|\\S+] (ago|time ago|in the past|history|before (we|the|i|you)|over now|over with|done with|years ago|years ago now|behind us)|(<it>) (was|is) [<adv>] (before (we|the kids|i|you)|over now|ancient|in the past|all over|history|old news)",
      ].join(or),
    ),
    over: form(
      [
        "you (are|'re|always|do|were|have been|keep|just) [<adv>] (overreacting|over reacting|overreact|over-reacting|exaggerating|exaggerate|over-thinking|overthinking|dramatising|dramatizing|imagining|reading too much|being (dramatic|too sensitive|oversensitive|over-sensitive|so sensitive|silly|ridiculous|paranoid|hysterical|so dramatic|over dramatic|overdramatic|irrational|crazy)|taking (it|this) too|acting (like|as if|as though))|overreact|(calm down|chill|relax) (it|,)|do not be (so )?(silly|dramatic|ridiculous|paranoid|sensitive)",
        "worse than (a|an|send|that|this|what|me|mine|some)|a lot worse|[technically|strictly speaking|strictly] (,)? we were (on a break|not (together|married|exclusive|really))|on a break|technically|strictly speaking|such a big (thing|deal|fuss)|(making|make|made) [<adv>] a ~ (opera|drama|fuss|meal|production|saga|tragedy|scandal|catastrophe|crisis|big) [\\S+] (of|out of|about|over)|bit of (craic|fun|a laugh|banter|harmless)|(it|they|these|those) (is|are|was|were) [<adv>] (only|just) (photos|pictures|pics|words|messages|texts|things|images|videos|numbers)|(making|make|made|blow|blowing|blown|turn|turning|let us not make|dramatising) [<adv>] (it|this|that|things|everything|rather|such|too much|a mountain|a lot|more|so much|a big|mountains|a drama|a huge|it all|a whole|a meal) [<adv>] (out of|bigger|of it|a big|into|a meal|out to|drama|much|more|a lot|deal|too much|lot|proportion|something|fuss|song|thing|watergate|@\\S+|a thing|a crisis)|(out of|out of all) proportion|a mountain out|murdered (somebody|someone|anyone)|killed (somebody|someone|anyone)|nobody('s| is) (dead|perfect)|let us not (exaggerate|make|pretend)|(big|huge) (fuss|deal) (about|over) nothing|much ado|(lose|losing) perspective|keep (it|things|this) in perspective|(move on|get over it) it was",
      ].join(or),
    ),
    count: form(
      "(it was|was) (<number>|<amount>|one|once|a couple|a few|like one|like two|like once) ~ (time|times|dollars|pounds|quid|euros|messages|texts|drinks|kiss|kisses|pic|pictures) ~ (only|max|at most|tops|relax|not|,|that is (it|all)|nothing|big deal|in (total|all))|(only|just) (the )?(once|twice|one time|a couple|a few|that once|for (a|one|two|a few)|a handful|\\S+ times|one (kiss|night|time)|two (kisses|nights|times))|that (is|was) (it|all|all it was|all it is)(?= \\.)|a few (drinks|texts|messages|emails|lunches|photos|times|kisses|bets|coffees) (and|that|is|was|\\.)|one time (\\.|thing|only)|it was one time|it was (one|a) (night|kiss|text|time|weekend|drink)",
    ),
    relabel: form(
      "(i|we) (did not|never) (lie|lied|cheat|cheated|steal|stole|hide|hid) ~ , (i|we|it) [<adv>] (just|only|simply) |(more of|rather) an? (omission|misunderstanding|friendship)|i (just|simply|only|merely) (did not|forgot to|failed to|left|neglected to|omitted) (mention|tell|say|disclose|out)|(purely|strictly) (platonic|physical|professional|business|friends)|nothing (more|else)(?= (\\.|,|than))|(she|he) (is|was) [<adv>] (just|only) (a|my|someone|some|one)|(we are|we were) (just|only) (friends|mates|colleagues|talking|chatting)|do we (really )?(have|need) to make (it|this|such)|there is nothing (to|going|between|wrong)",
    ),
  },
  unless: form(
    "(walk|drive|ride|minutes|mile|miles|way) (from|to|away|down)|nothing happened (at|in|on) (work|school|town|the news)|not [<adv>] (a|an) (small|little|minor|silly|tiny|trivial|harmless)|human being|living in the past|not (just|only|merely|simply)|(not|nothing|no) (small|minor|little|trivial|innocent|harmless|silly) (about|at all)|(is|was) (not|never) (harmless|innocent|nothing|small|a one-off|a blip|silly|trivial)|more than (a|an|just|only)|if only|the only|not overreacting|not (making|being|exaggerating)|(i|we) (just|only) (got|read|saw|heard|woke|finished|left|want|wanted to (say|tell|let|hear)|need|parked|arrived|stopped|told|came|thought|noticed|realised|hope|wish|have|found out)(?! (a bit|sex|one|lunch|drinks))|(just|only) (now|leaving|home|back|about|like you|as|because|got|tell|say|ask|wanted to|to (say|let|tell)|when|after|if|the two|us|you)(?! (a|one))|said i had never|only (found|had) (the|enough) (courage|words|strength)|never (told|mentioned|said|thanked|apologised|been)|nothing (is )?going on with|no small|every (time|day)|everyone (knew|but|deserves|at)|nobody (else )?(made|forced|pushed|but)|there (are|is) (just|only)|nothing (more|else) to (say|hide|talk)|nothing to (hide|say|talk|do|talk about|discuss|worry)",
  ),
  unlessBefore: form(
    "(i|he|she|you|we|who) [<adv>] [have|had|'d] [kept|used to|keep|always|would] [<adv>] (said|say|saying|told|tell|telling|claimed|claim|called|calling|call|pretended|pretend|pretending|convinced|argued|thought|insisted|described|dismissed|treated|swore|acted)|tell myself|told myself",
  ),
  unlessItem: form(
    "that (was|is) (another|also a|a|one more) lie|there is nothing small|(which|and that|that) was a lie",
  ),
});

export const rule: Rule = {
  name: "made-small",
  label: "minimising",
  reason: "What is made small by the one who did it is felt twice by the one it was done to.",
  sources: [sources.lazare, sources.practice],
  find: (reading, context, found) =>
    context.replyTo === ""
      ? find(reading, context, found).filter((hit) => !overlaps(hit, found, "contempt", "clarity"))
      : [],
};

export const examples: Examples = {
  flags: [
    { text: "It was only a few texts.", speaker: "harmer" },
    { text: "It meant nothing.", speaker: "harmer" },
    { text: "You're overreacting.", speaker: "harmer" },
  ],
  passes: [
    { text: "I just got your message.", speaker: "harmer" },
    { text: "It was not just a kiss.", speaker: "harmer" },
    { text: "I told myself it was only lunch.", speaker: "harmer" },
  ],
};
