import { type Examples, finder, overlaps, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const small =
  "(a|a bit|a joke|an|banter|because|bets|bit|business|cash|chat|coffee|dinner|drinks|emails|ever|few|for|friend|friends|friendship|fun|games|harmless|her|him|human|in|joking|kind|like|little|looking|lunch|mates|message|messages|messaging|money|my|normal|on|once|one|online|over|photos|pictures|porn|sex|silly|small|some|something|sort|talk|talking|texting|texts|that|the|this|three|twice|two|type|what|words|work)";
const find = finder({
  label: "minimising",
  speakers: ["harmer", "either"],
  on: "segment",
  forms: {
    only: form(
      [
        `(<it>|there|we) _ ('s|are|had been|has been|is|was|were) _ (barely|basically|hardly|just|literally|merely|more like|no more than|not more than|nothing but|nothing more than|only|purely|simply|strictly) [a bit|about|being|ever|like|really|some] ${small}`,
        "(we (never)) _ [even] (touch|meet|met|kiss|kissed|love|loved)(?! you)|never (even )?(met|slept)|nothing _ (actually |really )?(happened|serious|sexual|to it)",
      ].join(or),
    ),
    meaning: form(
      [
        "(i|we) (barely|hardly|never) (even|held|kissed|knew|looked|met|saw|slept|spoke|talked) ~|(just|only) ~~ (that is all)|(hardly|not) [a|an|the] (crime|end of the|murder|sin|war)|every (bloke|couple|girl|guy|lad|man|one|person|woman) [\\S+] [\\S+] [\\S+] (did|do|does|had|has|looks)|of nothing|(few) (daft|dumb|little|silly|stupid)|on a break|out of [all] proportion",
        "(<it>|he|she) (means|meant) _ (jack|nothing|zero)",
        "(<it>|that) ('s|is|was|were) _ not _ _ [all|like] (as|so|such|that|too) _ (a|a big|awful|bad|big|deep|huge|long|major|many|much|often)|(<it>) (is|was) not _ [even] [a|an|the] _ [actual|big|federal|full|full on|huge|proper|real|serious] (affair|crime|deal|drama|issue|lie|murder|proper|real|sex|thing)",
        "(is|it is) not (as if|like) (he|i|it|she|that|we|you)",
        "(no one|nobody|nothing) _ (died|serious)|(others|(everybody)) _ (cheat|cheats|did|do|does|flirt|flirts|gamble|get|go|goes|has|have|hide|keep|keeps|lie|lies|look|looks|make|makes|says|spend|tell|tells|watch|would)",
        "(a|an|one|some) _ (bit of|brief|daft|little|minor|petty|quick|silly|small|tiny) _ [little] [bit of] (affair|banter|bet|blip|chat|crush|detail|error|fib|fling|flirt|fun|hiccup|joke|kiss|lapse|lie|matter|night|peck|slip|snog|text|texts|thing)",
        "(a blip|a fib|a kiss|a peck|a slip|harmless|nbd|petty)(?= (\\.|,|and|really|at best|now|!|;|that|for|by|$))",
      ].join(or),
    ),
    old: form(
      [
        "(<it>|that) ('s|ended|is|was|were) _ (a year|ages|all|done|long|months|over|ten|twenty|weeks|years) [and|\\S+] (ago)",
      ].join(or),
    ),
    over: form(
      [
        "you ('re|always|are|do|just|keep|were) _ (overreacting|being (crazy|oversensitive|silly)|acting (as if|like))",
        "(made|make|makes|making|turn) ~ (circus|film|novel|opera|scene|soap|war) |bit of (banter|craic|fun)|(blow|blowing|blown|made|make|making|turn) _ (a big|a huge|a lot|a meal|a mountain|it|it all|more|rather|such|that|things|this) _ (out of|bigger|of it|a big|into|a meal|out to|drama|much|more|a lot|deal|lot|fuss|song|thing|@\\S+)",
      ].join(or),
    ),
  },
  unless: form(
    "(cold)(?= (\\.|,|$|and))|only (the (postman))|not (just)|(i) (just) (got)(?! (a bit|drinks|lunch|one|sex))|(just) (got)(?! (a|one))|never (told)|every (day|time)|nobody (else )?(but|pushed)",
  ),
  unlessBefore: form(
    "(i|you) _ ['d|had|have] [always|keep|kept|used to|would] _ (called|said|say|tell|thought|told)",
  ),
  unlessItem: form("there is nothing small"),
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
