import { type Examples, finder, overlaps, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const small =
  "(a|a bit|an|because|bit|chat|coffee|drinks|ever|few|flirting|for|friends|fun|her|him|in|like|little|lunch|message|money|my|on|once|one|over|photos|pictures|porn|sex|silly|small|talking|texting|texts|that|the|this|twice|two|what|work)";
const find = finder({
  label: "minimising",
  speakers: ["harmer", "either"],
  on: "segment",
  forms: {
    only: form(
      [
        `(<it>|there|we) _ ('s|are|had been|has been|is|was|were) _ (barely|basically|hardly|just|literally|merely|more like|no more than|not more than|nothing but|nothing more than|only|purely|simply|strictly) [a bit|about|being|ever|like|really|some] ${small}`,
        "(we never|at least i did not) _ [even] (went (all|any)|sleep with|met)(?! you)|never (even )?(met|went any)|nothing _ (actually |really )?(happened)",
      ].join(or),
    ),
    meaning: form(
      [
        "(is|there was|was) not a (bit|thing) ~|we [just|mostly|only] talked ~ (mostly|about work)|no [actual|real] harm|only ~~ at the end of the day|(hardly|not) [a|an|the] (crime|sin|war)|every (guy|lad|man|one) [\\S+] [\\S+] [\\S+] (did|do|had|has)|not one \\S+ (got|is|was) ~|on a break|out of [all] proportion",
        "(<it>|he|she) meant _ nothing",
        "(<it>) ('s|is|was) _ not _ _ [all|like] (as|so|that|too) _ (a|bad|big|deep|serious)",
        "(is|it is) not (as if|as though|like) (he|i|it|she|we|you)",
        "nobody _ died|(everybody|everyone) _ (did|do|get|go|has|lie|looks)",
        "(a|an|one) _ (bit of|silly) _ [little] [bit of] (bet|chat|crush|fib|fun|lie)",
        "(a kiss|nbd|one time)(?= (\\.|,|and|really|at best|now|!|;|that|for|by|$))",
      ].join(or),
    ),
    old: form(["(<it>|that) ('s|is|was) _ (a lifetime|all|long|so long|ten|years) [and|\\S+] ago"].join(or)),
    over: form(
      [
        "you ('re|are|do) _ (overreacting|exaggerating|being oversensitive)",
        "strictly speaking|such a big thing|(blowing|making) _ (a lot|it|rather|this) _ (out of|of it|a lot|lot)",
      ].join(or),
    ),
  },
  unless: form(
    "impossible to|no small|cold(?= (\\.|,|$|and))|only (the (postman|cat|dog))|not _ (a|an) small|living in the past|not just|(no|not|nothing) (little|small) about|more than (a|an)|not overreacting|not making|(i|we) just (got|saw)(?! (a bit|drinks|lunch|one|sex))|(just|only) (as|ask|got|if|now|say|us|you)(?! (a|one))|never told|every day|everyone (at|but)|nobody (else )?(but|pushed)",
  ),
  unlessBefore: form(
    "(he|i|she|we|who|you) _ ['d|had|have] [always|keep|kept|used to|would] _ (called|said|say|saying|tell|told)",
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
