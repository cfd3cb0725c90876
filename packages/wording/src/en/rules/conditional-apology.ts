import { type Examples, finder, type Rule, sameSentence } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const regret =
  "(sorry|apologise|apologies|apology|regret|regrets|regretted|forgive me|(ask|beg) [you|your] [for] (pardon|forgiveness)|(my|i) (excuses|excuse myself)|i feel (bad|terrible|awful))";
const harmed =
  "(i|we|you|u|this|that|it|my \\S+|my \\S+ \\S+|anything|something|anyone|anybody|somebody|someone|what i \\S+|the way i \\S+|any \\S+|any \\S+ \\S+|any of (this|it|that|my \\S+)|(something|some|part|any) (of|in|about) [my] \\S+|things|words|people|some (people|of \\S+))";
const find = finder({
  label: "conditional_apology",
  speakers: ["harmer", "either"],
  on: "sentence",
  forms: {
    if: form(
      [
        `${regret} ~~ (if|in case|should|to the extent|insofar|wherever|where) [that] _ ${harmed} _ [have|has|had|did|may have|might have|was|were|'ve|in any way|ever|do|may|might|somehow|are|feel|felt] ~ (<hurt>|hurt|upset|offended|wrong|cold|harsh|bad|feel|felt|took|take|taken|think|thought|find|found|seemed|caused|cause|way|that|so|misunderstood|got|like|line|sad|not (enough|good|perfect))`,
        `(if|should|in case|to the extent|insofar as|wherever) [that] _ ${harmed} ~~ (,|then|i|im|we) [then|well] [i|we|am|please|all|can|is|do|would|want to|my|only] ~ ${regret}`,
      ].join(or),
    ),
    any: form(
      [
        `${regret} [to you|again|sincerely|unreservedly|deeply] [for|about|to|of] _ [all or|having caused|causing|the] (any|whatever|anything|any and all|anyone|everyone|those|whoever|whichever|possible) ~~ (<harm>|caused|may|might|felt|feel|think|hurt|offended|wrong|upset|said|did|have|done|affected|who|it|i)`,
        `if (for you|in your) ~~ ${regret}|(anyone|those|anybody|people|all) [\\S+] [\\S+] [\\S+] (who|that) [may|might] [have|has] _ [been|felt|feel] (affected|hurt|offended|upset|inconvenienced|harmed|disappointed)|to (whatever|any|what|the) (extent|degree) [that] (i|it|my|this|you) ~~ ${regret}|${regret} ~~ (remarks|words|actions|behaviour|message|intentions|tone|joke|letter) [was|were|have been] _ (taken|misunderstood|read|received|misread|seen|heard|interpreted)|if (anything|something) i ~~ ~~ ${regret}|whatever (i|it is|it was|you think|i've|i have|that) ~~ ${regret}`,
      ].join(or),
    ),
    reaction: form(
      [
        `${regret} [but|that|to hear|to hear that|to see|to see that|it|for how|about how|<dear>|if] [that] (you|you all|u|anyone|people|everyone|she|your (feelings|reaction|trust|pride)) [have|had|'ve|are|were|got|feel|felt|took|take|see|find|found|think|thought|'d] _ ~ (feel|felt|feeling|see it|see things|saw it|took|take it|taken|taking|think|thought|got|get|so|upset|hurt|angry|offended|disappointed|unhappy|misunderstood|misread|reacted|react|interpreted|interpret|that way|like that|this way|personally|so badly|so hard|way|wrong|find it|found it|mad|cross|sensitive|insecure|jealous|emotional|bothered|annoyed|view|perceive|perceived|were hurt|are hurting|couldn't|can not (see|understand|let|accept|handle)|believe|are (so )?(angry|hurt|upset)|experienced)(?! about your)`,
        `${regret} [that|if] _ [of you] _ you (found|discovered|caught|saw|woke|opened|read|heard|looked|walked|came|learned|picked|noticed|checked) (it|me|out|that|the|them|up|in|when|my|about|through|on) ~|${regret} [about|for|that|it|to] _ (you|it|that you|this|the way|how|they) [had|have|'d|'ve|has] _ (to find|found|find out|came out|come out|saw|see|had to|read|learned|learnt|heard|discovered|got out|to hear|to see|to read|to learn|came to light|found out|you found|it came|was discovered|got caught|i got caught)`,
      ].join(or),
    ),
  },
  unless: form(
    "sorry you had to (deal|do|cope|wait|go|carry|sit|drive|work)|(sorry) if (this|i|that|the) (\\S+ )?(arrives|comes|woke|wake|am late|missed|is late)|if (my (spelling|typing|english|grammar|writing|letter|message|tone)|this (is|gets|arrives|comes|reaches|finds|lands|catches|letter|message|sounds|reads|rambles|seems|takes) _ (long|short|messy|late|jumbled|a mess|clumsy|badly|garbled|weird|awkward|an odd|a bad|out)|i (wake|woke|ramble|repeat|cry|go on|am late|stammer|am slow|disturb))|even if|(sorry) (that|about) (your|the) (train|bus|car|day|head|headache|mum|mother|dad|back|knee|cold|job|exam|trip|boss|dog|cat|loss|phone|week|order)|sorry (that )?you (lost|had (a|such|an))|if (you want|you like|you 'd|you need|that (is|helps|works)|it helps|she|he|they)|sorry (for|about) (what i|lying|hurting)|not because|not from me",
  ),
  unlessBefore: form(
    "(you|he|she|they|people|i) ~ (said|say|says|told|used to|kept|keep)|not (saying|going to say|enough to say)",
  ),
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
