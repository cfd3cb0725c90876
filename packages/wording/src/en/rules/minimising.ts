import { type Examples, finder, overlaps, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const small =
  "(a|a bit|a joke|a laugh|an|banter|because|being friendly|being nice|being polite|bets|bit|business|cash|chat|coffee|dinner|drinks|emails|ever|few|flirting|for|for fun|friend|friendly|friends|friendship|fun|games|harmless|her|him|human|in|joking|kind|kissing|like|little|looking|lunch|lunches|mates|message|messages|messaging|money|my|natural|normal|on|once|one|online|over|photos|physical|pictures|porn|sex|silly|small|some|something|sort|talk|talking|texting|texts|that|the|this|three|twice|two|type|what|white lie|white lies|words|work)";
const find = finder({
  label: "minimising",
  speakers: ["harmer", "either"],
  on: "segment",
  forms: {
    only: form(
      [
        `(<it>|there|we) _ ('s|are|had been|has been|is|was|were) _ (barely|basically|hardly|just|literally|merely|more like|no more than|not more than|nothing but|nothing more than|only|purely|simply|strictly) [a bit|about|being|ever|like|really|some] ${small}`,
        "(we (did not|never)|i (did not|never) (even|really)|at least i (did not|never)) _ [even] (went (all|any|that)|sleep (with)|touch|touched|meet|met|had sex|kiss|kissed|love|loved)(?! you)|never (even )?(met|slept|went any)|nothing _ (actually |really )?(happened|serious|sexual|to it|went on)",
      ].join(or),
    ),
    meaning: form(
      [
        "(?<=, )that is (all|it)(?= (\\.|!|$))|(i|we) (barely|hardly|never) (even|held|kissed|knew|looked|met|saw|slept|spoke|talked|thought|touched) ~|you _ (make|made|making) it sound ~|(blew|blow|blowing) (it|things|this) up|(is|there was|was) not a (bit|thing|word) ~|(we) [just|mostly|only] (talked|texted) ~ (only|just|mostly|about (football|nothing|the weather|work))|(little|no) [actual|real] harm|(just|only) ~~ (after all|at the end of the day|in the end|no more|nothing more|that is all)|all (i|it|that|this|we) ~ (boils|came|comes|did|was) [down] (is|to|was)|storm in a|(hardly|not|not even|not exactly) [a|an|the] (crime|end of the|federal|hanging|murder|sin|war)|half (my|of the|the) ~ (are|did|do|does|has|have|is|was)|every (bloke|couple|girl|guy|lad|man|one|person|woman) [\\S+] [\\S+] [\\S+] (did|do|does|had|has|looks|watches)|not one \\S+ (got|is|was) ~|what is the (big|harm|problem)|no (big )?deal|(not a|the) big deal|who cares|so what(?= (\\?|\\.|!|,|$|if))|of nothing|in the grand|(couple of|few) (daft|dumb|harmless|little|silly|stupid)|nobody (even|got|is|was) (harmed|hurt|killed)|no harm (done|in it)|not the end of the world|worse things happen|(could|might) have been [a lot|far|much] worse|on a break|out of [all] proportion|do not be (dramatic|ridiculous|silly)|(purely|strictly) (physical)|(it|that) was _ (a|one) _ (crazy|daft|drunken|little|silly|single|stupid) (evening|kiss|moment|night|text|thing|time|weekend)",
        "(<it>|he|she) (means|meant) _ (jack|nothing|zero)",
        "(<it>|that) ('s|is|was|were) _ not _ _ [all|like] (as|so|such|that|too) _ (a|a big|awful|bad|big|deep|huge|long|major|many|much|often|serious|special)|(<it>) (is|was) not _ [even] [a|an|the] _ [actual|big|federal|full|full on|huge|proper|real|serious] (affair|anything|crime|deal|drama|issue|lie|murder|nothing|problem|proper|real|relationship|serious|sex|thing)",
        "(is|it is) not (as if|as though|like) (he|i|it|she|that|we|you)",
        "(no one|nobody|nothing) _ (died|got hurt|is dead|serious)|(others|every (bloke|couple|guy|man)|(everybody)) _ (cheat|cheats|did|do|does|flirt|flirts|gamble|get|go|goes|has|have|hide|keep|keeps|lie|lies|look|looks|make|makes|says|spend|tell|tells|watch|watches|would)",
        "(a|an|one|some) _ (bit of|brief|daft|drunken|little|minor|one off|one-time|petty|quick|silly|small|tiny|trivial) _ [little] [bit of] (affair|banter|bet|blip|chat|crush|detail|error|fib|fling|flirt|flutter|fun|hiccup|joke|kiss|lapse|lie|matter|message|mistake|night|peck|slip|snog|text|texts|thing)",
        "(a blip|a fib|a kiss|a laugh|a one-time thing|a peck|a slip|harmless|nbd|one time|petty|trivial)(?= (\\.|,|and|really|at best|now|!|;|that|for|by|$))|not (a|ten|two) million",
      ].join(or),
    ),
    old: form(
      [
        "(<it>) (ended|happened|is|was|were) ~ (<number>|a|many|some) (days|decades|months|weeks|years) ago|(<it>|that) ('s|ended|is|was|were) _ (a lifetime|a year|ages|all|decades|done|forever|long|months|over|so long|ten|twenty|weeks|years) [and|\\S+] (ago|history|in the past)",
      ].join(or),
    ),
    over: form(
      [
        "you ('re|always|are|do|just|keep|were) _ (overreacting|exaggerating|exaggerate|imagining|being (crazy|oversensitive|silly)|acting (as if|like))",
        "(made|make|makes|making|turn|turning) ~ (circus|film|novel|opera|scene|soap|telenovela|tragedy|war) |(all|many|most|other) (guys|men|people|wives|women) _ (did|do|does|have|would) ~|a lot worse|strictly speaking|such a big (deal|fuss|thing)|bit of (a laugh|banter|craic|fun)|(blow|blowing|blown|made|make|making|turn|turning) _ (a big|a drama|a huge|a lot|a meal|a mountain|a whole|everything|it|it all|more|rather|so much|such|that|things|this) _ (out of|bigger|of it|a big|into|a meal|out to|drama|much|more|a lot|deal|lot|fuss|song|thing|@\\S+|a thing)",
      ].join(or),
    ),
  },
  unless: form(
    "minute (drive|ride|wait|walk)|not (claim|pretend|say|tell you) [that] (it|this)|impossible to|nothing happened (at|in)|if only|no small|(cold|phase|virus)(?= (\\.|,|$|and))|only (the (postman|cat|dog|kids|radio|telly|wind)|a (bug|cold|cough|scratch))|(drive|mile|miles|minutes|ride|walk|way) (away|down|from|to)|not _ (a|an) (little|minor|silly|small|tiny|trivial)|human being|living in the past|not (just|only)|(no|not|nothing) (little|minor|silly|small|trivial) (about|at all)|more than (a|an|just|only)|not overreacting|not (being|making)|(i|we) (just|only) (got|read|saw|heard|woke|finished|left|want|wanted to (hear|let|say|tell)|need|parked|arrived|stopped|told|came|thought|noticed|hope|wish|have)(?! (a bit|drinks|lunch|one|sex))|(just|only) (about|after|as|ask|back|because|got|home|if|leaving|now|say|tell|the two|us|wanted to|when|you)(?! (a|one))|only (found|had) (enough|the) (courage|words)|never (been|said|told)|every (day|time)|everyone (at|but|knew)|nobody (else )?(but|made|pushed)|there (are|is) (just|only)|nothing (else|more) to (hide|say|talk)|nothing to (discuss|do|hide|say|talk|worry)",
  ),
  unlessBefore: form(
    "(he|i|she|we|who|you) _ ['d|had|have] [always|keep|kept|used to|would] _ (acted|argued|call|called|calling|claim|claimed|pretend|said|say|saying|swore|tell|telling|thought|told|treated)",
  ),
  unlessItem: form("that (is|was) (a|also a|another) lie|there is nothing small"),
});

export const rule: Rule = {
  name: "made-small",
  label: "minimising",
  sources: [sources.lazare, sources.practice],
  find: (reading, context, found) =>
    context.replyTo === ""
      ? find(reading, context, found).filter((hit) => !overlaps(hit, found, "contempt", "clarity"))
      : [],
};

export const examples: Examples = {
  reason: "What is made small by the one who did it is felt twice by the one it was done to.",
  flags: [
    { text: "It was only a few texts.", speaker: "harmer" },
    { text: "It meant nothing.", speaker: "harmer" },
    { text: "You're overreacting.", speaker: "harmer" },
  ],
  passes: [
    { text: "It was only the postman.", speaker: "harmer" },
    { text: "I just got your message.", speaker: "harmer" },
    { text: "It was not just a kiss.", speaker: "harmer" },
    { text: "I told myself it was only lunch.", speaker: "harmer" },
  ],
};
