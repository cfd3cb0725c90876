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
        `(<it>|we|there) _ (was|is|were|are|'s|has been|had been) _ (just|only|merely|simply|no more than|nothing more than|nothing but|not more than|barely|hardly|purely|strictly|more like|basically|literally) [ever|a bit|like|really|about|some|being] ${small}`,
        "(we (did not|never)|i (did not|never) (even|really)|at least i (did not|never)) _ [even] (went (any|all|that)|sleep (with)|touch|touched|meet|met|had sex|kiss|kissed|love|loved)(?! you)|never (even )?(slept|met|went any)|nothing _ (actually |really )?(happened|went on|serious|to it|sexual)",
      ].join(or),
    ),
    meaning: form(
      [
        "(no one|nobody|noone|nothing) (is|was|has) _ (dead|died|dying|broken|bleeding|lost|stolen|in prison|pregnant)|it is (money|paper|stuff|things|pictures|words|pixels|a phone|a game)|(there was|was|is) not a (thing|word|bit) ~|(we) [only|just|mostly] (talked|chatted|texted) ~ (only|just|mostly|about (work|football|the weather|nothing))|(no|little) [real|actual] harm|(just|only) ~~ (at the end of the day|nothing more|that is all|in the end|after all|no more)|all (it|this|that|we|i) ~ (came|amounted|comes|boils|was|did) [down] (to|was|is)|storm in a|(hardly|scarcely|not exactly|not even|not) [the|a|an] (crime|sin|murder|federal|hanging|end of the|capital|war)|half (the|of the|my) ~ (has|have|does|do|did|is|are|was)|every (guy|man|lad|bloke|woman|girl|person|couple|one) [\\S+] [\\S+] [\\S+] (did|does|do|has|had|watches|looks)|not one \\S+ (was|got|is) ~|what is the (big|problem|harm)|(big|no) deal|who cares|so what(?= (\\?|\\.|!|,|$|if))|of nothing|in the grand|(few|couple of) (daft|silly|stupid|little|harmless|dumb)|nobody (got|was|is|even) (hurt|harmed|killed)|no harm (done|in it)|not the end of the world|worse things happen|(could|might) have been [much|a lot|far] worse|technically|on a break|out of [all] proportion|do not be (silly|dramatic|ridiculous)|(purely|strictly) (platonic|physical)|(people|couples|men|women) do (this|it|that) (every|all)|(it|that) was _ (one|a) _ (stupid|silly|drunken|daft|crazy|single|little) (night|kiss|evening|weekend|moment|text|thing|time)",
        "(<it>|she|he) (meant|means) _ (nothing|jack|zero)",
        "(<it>|that) (is|was|'s|were) _ not _ _ [all|like] (that|so|such|as|too) _ (deep|bad|serious|big|much|a big|awful|major|huge|long|often|many|special|intense|a|unusual)|(<it>) (is|was) not _ [even] [a|an|the] _ [real|proper|big|huge|full|actual|serious|full on|massive|federal] (affair|deal|thing|relationship|sex|lie|crime|issue|problem|real|serious|proper|drama|murder|anything|nothing)",
        "(it is|is) not (like|as if|as though) (i|we|she|he|it|you|that)",
        "(nothing|no one|nobody) _ (got hurt|died|serious|is dead)|(others|every (man|guy|couple|bloke)|(everybody)) _ (do|does|have|has|did|go|goes|watch|watches|look|looks|flirt|flirts|lie|lies|cheat|cheats|keep|keeps|make|makes|hide|gamble|says|tell|tells|get|would|spend)",
        "(a|an|one|some) _ (silly|daft|trivial|tiny|minor|little|small|petty|bit of|one-time|one-off|one off|drunken|quick|brief) _ [little] [bit of] (thing|mistake|kiss|flirt|text|texts|message|chat|crush|fling|snog|joke|lie|slip|fun|blip|banter|hiccup|lapse|error|bet|flutter|detail|matter|affair|night|peck|fib)",
        "(harmless|trivial|a one-time thing|one time|a blip|a slip|nbd|peanuts|a laugh|petty|a kiss|a peck|a fib)(?= (\\.|,|and|really|at best|now|!|;|that|for|by|$))|not (two|a|ten) million",
      ].join(or),
    ),
    old: form(
      [
        "(<it>) (was|is|were|happened|ended) ~ (<number>|a|some|many) (weeks|months|years|decades|days) ago|(<it>|that) (was|is|were|ended|'s) _ (years|months|ages|decades|weeks|long|so long|forever|a lifetime|all|over|done|twenty|ten|a year) [and|\\S+] (ago|in the past|history)",
      ].join(or),
    ),
    over: form(
      [
        "you (are|'re|always|do|were|keep|just) _ (overreacting|exaggerating|exaggerate|imagining|being (oversensitive|silly|crazy)|acting (like|as if))",
        "(make|makes|making|made|turn|turning) ~ (telenovela|soap|opera|tragedy|circus|war|film|novel|scene|theatre) |(it|that|this) (is|was) (not|hardly) [even] _ (serious|deep|real|a thing|that)|(other|most|all|many) (men|women|people|husbands|wives|couples|guys) _ (do|does|did|have|would) ~|(a|was a|one) (streak|phase|blip|laugh)|a lot worse|strictly speaking|such a big (thing|deal|fuss)|(making|make|made) _ a ~ (opera|drama|fuss|meal|saga|big) [\\S+] (of|about|over)|bit of (craic|fun|a laugh|banter)|(making|make|made|blow|blowing|blown|turn|turning) _ (it|this|that|things|everything|rather|such|a mountain|a lot|more|so much|a big|a drama|a huge|it all|a whole|a meal) _ (out of|bigger|of it|a big|into|a meal|out to|drama|much|more|a lot|deal|lot|fuss|song|thing|@\\S+|a thing)",
      ].join(or),
    ),
  },
  unless: form(
    "impossible to|nothing happened (at|in)|if only|no small|(virus|phase|cold)(?= (\\.|,|$|and))|only (the (postman|cat|dog|wind|kids|telly|radio)|a (cold|cough|bug|scratch))|(walk|drive|ride|minutes|mile|miles|way) (from|to|away|down)|not _ (a|an) (small|little|minor|silly|tiny|trivial)|human being|living in the past|not (just|only)|(not|nothing|no) (small|minor|little|trivial|silly) (about|at all)|more than (a|an|just|only)|not overreacting|not (making|being)|(i|we) (just|only) (got|read|saw|heard|woke|finished|left|want|wanted to (say|tell|let|hear)|need|parked|arrived|stopped|told|came|thought|noticed|hope|wish|have)(?! (a bit|sex|one|lunch|drinks))|(just|only) (now|leaving|home|back|about|as|because|got|tell|say|ask|wanted to|when|after|if|the two|us|you)(?! (a|one))|only (found|had) (the|enough) (courage|words)|never (told|said|been)|every (time|day)|everyone (knew|but|at)|nobody (else )?(made|pushed|but)|there (are|is) (just|only)|nothing (more|else) to (say|hide|talk)|nothing to (hide|say|talk|do|discuss|worry)",
  ),
  unlessBefore: form(
    "(i|he|she|you|we|who) _ [have|had|'d] [kept|used to|keep|always|would] _ (said|say|saying|told|tell|telling|claimed|claim|called|calling|call|pretend|argued|thought|treated|swore|acted)",
  ),
  unlessItem: form("that (was|is) (another|also a|a) lie|there is nothing small"),
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
