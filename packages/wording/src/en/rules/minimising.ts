import { type Examples, finder, overlaps, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const small =
  "(a|a bit|a joke|an|because|bets|bit|business|cash|chat|coffee|dinner|drinks|emails|ever|few|for|friend|friends|friendship|fun|games|harmless|her|him|human|in|kind|like|little|looking|lunch|mates|message|messages|messaging|money|my|normal|on|once|one|online|over|photos|pictures|porn|sex|silly|small|some|something|sort|talk|talking|texting|texts|that|the|this|three|twice|two|type|what|words|work)";
const find = finder({
  label: "minimising",
  speakers: ["harmer", "either"],
  on: "segment",
  forms: {
    only: form(
      [
        `(<it>|there|we) _ ('s|are|had been|has been|is|was|were) _ (barely|basically|hardly|just|literally|merely|more like|no more than|not more than|nothing but|nothing more than|only|purely|simply|strictly) [a bit|about|being|ever|like|really|some] ${small}`,
        "(we (never)) _ [even] (touch|meet|met|kiss|love|loved)(?! you)|never (even )?(met|slept)|nothing _ (actually |really )?(happened|serious|to it)",
      ].join(or),
    ),
    meaning: form(
      [
        "(i|we) (never) (even|held|knew|met|saw|slept|spoke) ~|(just|only) ~~ (that is all)|(hardly|not) [a|an|the] (crime|end of the|sin|war)|every (bloke|girl|guy|lad|man|one|woman) [\\S+] [\\S+] [\\S+] (did|do|does|had|has|looks)|of nothing|(few) (daft|dumb|silly)|on a break|out of [all] proportion",
        "(<it>|he|she) (means|meant) _ (jack|nothing|zero)",
        "(<it>|that) ('s|is|was|were) _ not _ _ [all|like] (as|so|such|that|too) _ (a|a big|awful|bad|big|deep|huge|long|major|many|much|often)|(<it>) (is|was) not _ [even] [a|an|the] _ [actual|big|federal|full|full on|huge|proper|real|serious] (crime|deal|drama|issue|lie|real|sex|thing)",
        "(is|it is) not (as if|like) (he|i|it|she|that|we|you)",
        "(nobody|nothing) _ (died|serious)|((everybody)) _ (cheat|did|do|does|flirt|get|go|goes|has|have|hide|keep|keeps|lie|lies|look|looks|make|makes|says|spend|tell|tells|watch|would)",
        "(a|an|one|some) _ (bit of|brief|daft|minor|petty|quick|silly|small|tiny) _ [little] [bit of] (bet|blip|chat|crush|error|fib|fling|flirt|fun|joke|kiss|lapse|lie|night|peck|slip|snog|text|texts|thing)",
        "(a fib|a kiss|harmless|nbd|petty)(?= (\\.|,|and|really|at best|now|!|;|that|for|by|$))",
      ].join(or),
    ),
    old: form(
      [
        "(<it>|that) ('s|ended|is|was|were) _ (ages|all|done|long|over|ten|weeks|years) [and|\\S+] (ago)",
      ].join(or),
    ),
    over: form(
      [
        "you ('re|are|do|just|keep|were) _ (overreacting|being (crazy|oversensitive|silly)|acting (as if|like))",
        "(made|make|makes|turn) ~ (film|novel|opera|scene|soap|war) |bit of (craic|fun)|(blow|blowing|blown|made|make|making|turn) _ (a big|a lot|a mountain|it|more|such|that|this) _ (out of|of it|a big|into|drama|much|more|a lot|deal|lot|fuss|song|thing|@\\S+)",
      ].join(or),
    ),
  },
  unless: form(
    "impossible to|(cold|phase|virus)(?= (\\.|,|$|and))|only (the (postman|cat|dog|kids|radio|telly|wind))|(drive|mile|miles|minutes|ride|walk|way) (away|down|from|to)|human being|not (just|only)|(no|not|nothing) (minor|silly|small) (about)|not (being)|(i|we) (just|only) (got|read|saw|heard|woke|left|want|need|told|came|hope|wish|have)(?! (a bit|drinks|lunch|one|sex))|(just|only) (about|after|as|ask|back|got|home|if|leaving|now|say|tell|us|when|you)(?! (a|one))|never (been|said|told)|every (day|time)|everyone (at|but|knew)|nobody (else )?(but|made|pushed)|there (are|is) (just|only)|nothing (else|more) to (hide|say|talk)|nothing to (discuss|do|hide|say|talk|worry)",
  ),
  unlessBefore: form(
    "(he|i|she|we|who|you) _ ['d|had|have] [always|keep|kept|used to|would] _ (acted|call|called|claim|said|say|swore|tell|thought|told|treated)",
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
