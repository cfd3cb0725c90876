import { type Examples, finder, type Rule, sameSentence } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const regret = "(sorry|apologise|apologies|apology|regret|forgive me|(ask|beg) [you|your] [for] pardon)";
const harmed =
  "(i|we|you|u|this|that|it|my \\S+|my \\S+ \\S+|anything|something|anyone|somebody|what i \\S+|any \\S+|any \\S+ \\S+|(any|something) (in|of) [my] \\S+|things|words|people)";
const find = finder({
  label: "conditional_apology",
  speakers: ["harmer", "either"],
  on: "sentence",
  forms: {
    if: form(
      [
        `${regret} ~~ (if|in case|should|to the extent|where|wherever) [that] _ ${harmed} _ ['ve|are|did|do|ever|feel|felt|had|has|have|in any way|may|may have|might|might have|somehow|was|were] ~ (<hurt>|hurt|upset|offended|wrong|cold|harsh|bad|feel|felt|took|take|taken|think|thought|find|found|seemed|caused|cause|way|that|so|misunderstood|got|like|line|sad|not (enough|good|perfect))`,
        `(if|in case|insofar as|should|to the extent|wherever) [that] _ ${harmed} ~~ (,|then|i|im|we) [then|well] [all|am|can|do|i|is|my|only|please|want to|we|would] ~ ${regret}`,
      ].join(or),
    ),
    any: form(
      [
        `${regret} [again|deeply|sincerely|to you|unreservedly] [about|for|of|to] _ [all or|causing|having caused|the] (any|any and all|anyone|anything|everyone|possible|those|whatever|whoever) ~~ (<harm>|affected|caused|did|done|feel|felt|have|hurt|i|it|may|might|offended|said|think|upset|who|wrong)`,
        `${regret} [that] (it|this|that) _ (bothers|bothered|upsets|upset|hurts|offended|annoys|annoyed|worries) (you|u) ~|if (for you|in your) ~~ ${regret}|(all|anybody|anyone|people|those) [\\S+] [\\S+] [\\S+] (that|who) [may|might] [has|have] _ [been|feel|felt] (affected|disappointed|harmed|hurt|inconvenienced|offended|upset)|to (any|the|what|whatever) (degree|extent) [that] (i|it|my|this|you) ~~ ${regret}|${regret} ~~ (actions|behaviour|intentions|joke|letter|message|remarks|tone|words) [have been|was|were] _ (heard|interpreted|misread|misunderstood|read|received|seen|taken)|if (anything|something) i ~~ ~~ ${regret}|whatever (i|i have|i've|it is|it was|that|you think) ~~ ${regret}`,
      ].join(or),
    ),
    reaction: form(
      [
        `${regret} [<dear>|about how|but|for how|if|it|that|to hear|to hear that|to see|to see that] [that] (you|you all|u|anyone|people|everyone|she|your (feelings|pride|reaction|trust)) ['d|'ve|are|feel|felt|find|found|got|had|have|see|take|think|thought|took|were] _ ~ (feel|felt|feeling|see it|see things|saw it|took|take it|taken|taking|think|thought|got|get|so|upset|hurt|angry|offended|disappointed|unhappy|misunderstood|misread|react|interpreted|that way|like that|this way|personally|so badly|so hard|way|wrong|find it|found it|mad|cross|sensitive|insecure|jealous|emotional|bothered|annoyed|view|were hurt|are hurting|couldn't|can not (accept|handle|let|see|understand)|believe|are (so )?(angry|hurt|upset))(?! about your)`,
        `${regret} [if|that] _ [of you] _ you (came|caught|checked|discovered|found|heard|learned|looked|noticed|opened|picked|read|saw|walked|woke) (about|in|it|me|my|on|out|that|the|them|through|up|when) ~|${regret} [about|for|it|that|to] _ (how|it|that you|the way|they|this|you) ['d|'ve|had|has|have] _ (came out|came to light|come out|discovered|find out|found|found out|got caught|got out|had to|heard|i got caught|it came|learned|learnt|read|saw|see|to find|to hear|to learn|to read|to see|was discovered|you found)`,
      ].join(or),
    ),
  },
  unless: form(
    "sorry you had to (deal|do|go|sit)|sorry if (i|the|this) (\\S+ )?(arrives|comes|wake)|if (my (english|spelling)|this is _ (long|out)|i (cry|wake))|even if|sorry that (the|your) (bus|car|cat|dad|day|dog|job|mother|mum|train)|sorry (that )?you (had (a|an))|if (you want|she|he)|sorry for lying|not because",
  ),
  unlessBefore: form("(he|i|she|you) ~ (keep|said|say|told)"),
});

export const rule: Rule = {
  name: "conditional-apology",
  label: "conditional_apology",
  sources: [sources.lazare],
  find: (reading, context, found) =>
    find(reading, context, found).filter((hit) => !sameSentence(hit, found, "contempt")),
};

export const examples: Examples = {
  reason: "“If” leaves open whether anything was done. “You feel” moves the fault to the feeling.",
  flags: [
    { text: "I'm sorry if that hurt you.", speaker: "harmer" },
    { text: "I'm sorry you feel like that.", speaker: "harmer" },
    { text: "If I have offended you, I apologise.", speaker: "harmer" },
  ],
  passes: [
    { text: "I'm sorry you had to deal with that on your own.", speaker: "harmer" },
    { text: "I'm sorry if this is too long.", speaker: "harmer" },
    { text: "If you want, I'll sleep downstairs.", speaker: "harmer" },
    { text: "I'm sorry that your mother is ill.", speaker: "either" },
  ],
};
