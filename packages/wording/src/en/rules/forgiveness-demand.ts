import { type Examples, finder, overlaps, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const wished =
  "(forgive|pardon|have me|let me (back|in)|say [just|only] that you|trust|believe|accept|let (it|me|this) (back|come|go|home|in|off)|give (it|me|this|us) [just] [a|another|one|that] ~ (chance|go|shot|time|try)|take me back|come back|come home|stay|let me come|get past|find it in|give me (a|another|one|time)|start (again|over)|not leave)";
const find = finder({
  label: "forgiveness_demand",
  speakers: ["harmer", "either"],
  on: "segment",
  forms: {
    plea: form(
      [
        "(?<=(?:^|[,.;:!]|and|so|then|just|please)\\s)(accept|forgive|trust) (me|my|us)(?! ,)|(can|do|will) you _ (pardon) (me|my|this|us)|(one) more (chance|go|time|try)|take me back|let me (come back|come home)|(please|pls|just|i beg|only|so|then|but|and|,) [<dear>|you|,] [<dear>] [to] [just|,] _ forgive (a|it|me|my|this|us|what|your)|(?<!(?:you|not|never|ever|whether|if|may|will|to)\\s)forgive me(?! (for|if|,) ~~ (asking|but|delay|english|hand|late|length|long|mess|pencil|short|spelling|typing|writing))|(ask|asked|beg|need|want) [you] [for] (your) [\\S+] (forgiveness|mercy|trust)|say ~ (forgive)|[i] (beg|begging|plead) [for|of|with] (mercy|one|u|you|your)(?! (questions|to tell|you for me)) ~|on my knees",
        `(please|pls|i need you to|i want you to|i am asking you to|i ask you to|you (got|have|need|ought) to|you ('d better|must|should)|you have got to|try to|can not you|can you|could you|will you|would you|why can not you|why will not you|when will you ever|are you (ever )?(able|going|willing) to|the least you (can|could) do is|it is (time|your turn) to|all i (ask|need|want) is [for|that] [you] [to]|i just (need|want) you to|just|do) [all|also|at least|ever|find it|just|never|now|please|possibly|try and|try to] [to] [try to] [see it ~ and] ${wished}`,
        "(say|tell) (me|that|you) [that] [it|u|we|you|you'll] ['ll|are|can|do|forgive|love|still|will] ~ (come|fine|forgive|leave|love|ok|stay|trust)",
        "(do not|don't|please do not) [just|please] (leave me|throw (away|it|this|us)|tear)",
        "(allow|gimme|give|grant) (me|this|us) [just] [please] _ [a|another|my|one|some|that|the|your] _ [fair|final|last|more|new|other|second|small] (chance|go|shot|trust|try)|(due|earnt|merit|owed) [<adv>|a|my|some|the|to be|your] _ (break|trust)",
      ].join(or),
    ),
    pressure: form(
      [
        "(i|we) [have] _ (said|say) [<adv>|i am|i was|i'm] [sorry] ~~ (must)",
        "(if u|if you) _ (cared|love|loved|meant) ~~ ('d|can|could|give|let|must|stay|try|will|would)|think (of|about) (my|our|the|your) (baby|boys|girls|kids|son)|for (my|our|the|your) [baby|boys|children|girls|kids|son] ['s] sake",
        "(god|jesus|bible|allah|faith|@\\S+) ~ (mercy)|i _ [have] (forgave) you ~ (when|for|after|so|now|last|,|over|that)|you owe (it|me|this|us) ~|(can not|not) (cope|go on|live) without (u|us|you|your)",
      ].join(or),
    ),
  },
  unless: form(
    "must not|you are free|if you ('d|would) rather|(bins|delay|mess|milk)|(n't|never|no|not) ~ (ask|asked|asking|deserve|expect|have|need|owe|owed|want) _ (a|for|it|me|that|to|trust|you|your) |(you) (do|does) not (have|need|owe)|i hope|never (going to )?forgive|accept my (humble |sincere )?(apology)|owe me (no|nothing)|yours to|up to you|take as|no right to ask",
  ),
  unlessBefore: form(
    "(never|not) (ask|asking|expect|going|quote)|(he|she|they|you) ~ (asked|said|say|says|told)",
  ),
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
