import { type Examples, finder, overlaps, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const wished =
  "(forgive|pardon|let me (back|in)|say [only] that you|trust|believe|accept|let (it|me) (back|come|go|in|off)|give (it|me|us) [just] [a|another|one|that] ~ (chance|go|opportunity|try)|take me back|come back|come home|let me back|let me come|let me in|give me (a|another|one)|have mercy|open your heart|not leave|not give up|at least try)";
const find = finder({
  label: "forgiveness_demand",
  speakers: ["harmer", "either"],
  on: "segment",
  forms: {
    plea: form(
      [
        "(?<=(?:^|[,.;:!]|and|so|then|just|please)\\s)(believe|forgive|pardon|trust) (me|my|us)(?! ,)|(can|do) you _ accept (me|my|us)|one more (chance|go|try)|have mercy|take me back|let me (back in|come back)|nothing without you|(please|pls|so|but|and|,) [<dear>|you|,] [<dear>] [to] [just|,] _ forgive (a|it|me|my|us)|(?<!(?:you|not|never|ever|whether|if|may|will|to)\\s)forgive me(?! (for|if|,) ~~ (asking|but|delay|english|hand|late|length|long|mess|pencil|short|spelling|typing|writing))|(ask|asking|beg|begging) [you] [for] your [\\S+] forgiveness|say ~ forgive|kindly consider|let me back in|[i] (beg|begging) [for|of|with] (one|u|you|your)(?! (questions|to tell|you for me)) ~|on my knees",
        `(please|pls|i need you to|i want you to|i am asking you to|i ask you to|you (got|have|need|ought) to|you ('d better|must|should)|you have got to|try to|can not you|can you|could you|will you|would you|why can not you|why will not you|when will you ever|are you (ever )?(able|going|willing) to|the least you (can|could) do is|it is (time|your turn) to|all i (ask|need|want) is [for|that] [you] [to]|i just (need|want) you to|just|do) [all|also|at least|ever|find it|just|never|now|please|possibly|try and|try to] [to] [try to] [see it ~ and] ${wished}`,
        "(say|tell) (me|you) [that] [it|u|we|you|you'll] ['ll|are|can|do|forgive|love|still|will] ~ ok",
        "(do not|please do not) [just|please] (leave me|give up on|throw (away|it|us)|do this to (me|the|us))",
        "give (me|us) [just] [please] _ [a|another|my|one|some|that|the|your] _ [fair|final|last|more|new|other|second|small] (chance|go|opportunity|try)|(deserve|due|earned) [<adv>|a|another|my|some|the|to be|your] _ (another|chance|second)",
      ].join(or),
    ),
    pressure: form(
      [
        "(i|we) [have] _ (said|say) [<adv>|i am|i was|i'm] [sorry] ~~ (got to|what more)",
        "if you _ loved ~~ ('d|can|let|try)|(a|any) _ good _ (christian|man) _ ('d|can|would)|think of (my|our|the) (children|son)",
        "(man|wife) _ pardons|call yourself (a|my)|god ~ (forgive|forgives)|for better|after all (i|we) ('ve|did|have)|you do owe|i _ [have] forgave you ~ (when|for|so|now|,)|you owe (it|me|us) ~|(can not|not) live without (u|us|you)|(surely ~~ count for something)",
      ].join(or),
    ),
  },
  unless: form(
    "must not|you are free|milk|(n't|no|not) ~ (ask|asking|expect|have|need|owe) _ (a|for|it|me|to|you) |whether (or not )?you|you do not (have|need|owe)|i hope|never (going to )?forgive|accept my (humble |sincere )?(apologies|apology)|yours to|give (it|me|us) a second|take as|no right to ask",
  ),
  unlessBefore: form("(never|not) (ask|asking|expect|going)|(he|she|you) ~ (asked|said|say|told)"),
});

export const rule: Rule = {
  name: "forgiveness-asked",
  label: "forgiveness_demand",
  sources: [sources.lewicki, sources.practice],
  find: (reading, context, found) =>
    find(reading, context, found).filter(
      (hit) =>
        !overlaps(hit, found, "contempt") &&
        !(
          / (?:when|how long|how much longer) /.test(hit.sentence.text) &&
          overlaps(hit, found, "timeline_demand")
        ),
    ),
};

export const examples: Examples = {
  reason: "Asking to be forgiven hands the reader a task on the day they need none.",
  flags: [
    { text: "Please forgive me.", speaker: "harmer" },
    { text: "You have to trust me again.", speaker: "harmer" },
    { text: "Give me one more chance.", speaker: "harmer" },
  ],
  passes: [
    { text: "You don't have to forgive me.", speaker: "harmer" },
    { text: "I'm not asking you to trust me.", speaker: "harmer" },
    { text: "I can't forgive you.", speaker: "hurt" },
  ],
};
