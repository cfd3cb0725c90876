import { type Examples, finder, overlaps, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const wished =
  "(forgive|pardon|excuse me|have me|let me (back|in)|say [just|only] that you|trust|believe|accept|let (it|me|this) (back|come|go|home|in|off)|give (it|me|this|us) [just] [a|another|one|that] ~ (benefit|chance|go|opportunity|shot|time|try)|take me back|come back|come home|move back|love me|stay|let me back|let me come|let me in|see past|look past|get past|find it in|have faith|be with me|give me (a|another|one|time)|let us (start|try)|start (afresh|again|over)|try again|hear me out|put your trust|show me (grace|mercy|some)|have mercy|meet me halfway|open your heart|not leave|not give up|unblock me|let go of|change your mind|at least try)";
const find = finder({
  label: "forgiveness_demand",
  speakers: ["harmer", "either"],
  on: "segment",
  forms: {
    plea: form(
      [
        "(?<=(?:^|[,.;:!]|and|so|then|just|please)\\s)(accept|believe|forgive|pardon|trust) (me|my|us)(?! ,)|(can|do|will) you _ (accept|forgive|pardon) (me|my|this|us)|(another|one) more (chance|go|time|try)|have mercy|take me back|let me (back in|come back|come home)|nothing without you|everyone makes mistakes|everyone deserves a|(please|pls|just|i beg|only|so|then|but|and|,) [<dear>|you|,] [<dear>] [to] [just|,] _ forgive (a|it|me|my|this|us|what|your)|(?<!(?:you|not|never|ever|whether|if|may|will|to)\\s)forgive me(?! (for|if|,) ~~ (asking|but|delay|english|hand|late|length|long|mess|pencil|short|spelling|typing|writing))|(ask|asked|asking|beg|begging|need|want) [you] [for] (your) [\\S+] (forgiveness|mercy|pardon|trust)|say ~ (forgive|pardon)|(kindly|please) consider|have me back|let me back in|[i] (beg|begging|plead) [for|of|with] (another|mercy|one|u|you|your)(?! (questions|to tell|you for me)) ~|on my knees",
        `(please|pls|i need you to|i want you to|i am asking you to|i ask you to|you (got|have|need|ought) to|you ('d better|must|should)|you have got to|try to|can not you|can you|could you|will you|would you|why can not you|why will not you|when will you ever|are you (ever )?(able|going|willing) to|the least you (can|could) do is|it is (time|your turn) to|all i (ask|need|want) is [for|that] [you] [to]|i just (need|want) you to|just|do) [all|also|at least|ever|find it|just|never|now|please|possibly|try and|try to] [to] [try to] [see it ~ and] ${wished}`,
        "(promise|say|tell) (me|that|you) [that] [it|u|we|you|you'll] ['ll|are|can|do|forgive|love|still|will] ~ (alright|be with|come|fine|forgive|leave|love|make it|ok|stay|take me|trust)",
        "(do not|don't|please do not) [just|please] (leave me|give up on|throw (away|it|this|us)|do this to (me|the|us)|abandon|let one|hate me|tear)",
        "(allow|gimme|give|grant) (me|this|us) [just] [please] _ [a|another|my|one|some|that|the|your] _ [fair|final|last|more|new|other|second|small] (chance|go|opportunity|shot|trust|try)|(deserve|due|earned|earnt|merit|owed) [<adv>|a|another|my|some|the|to be|your] _ (another|benefit|break|chance|credit|second|trust|trusted)",
      ].join(or),
    ),
    pressure: form(
      [
        "(i|we) [have] _ (said|say) [<adv>|i am|i was|i'm] [sorry] ~~ (accept|got to|have to|must|need to|should|what more)",
        "(if u|if you) _ (cared|had any|love|loved|meant|really|valued|wanted|were a|want (me|us|this|our)) ~~ ('d|can|could|forgive|give|have to|let|must|should|stay|try|will|would)|(a|any|every) _ (decent|good|loving|proper|real|true) _ (christian|father|friend|husband|man|mother|muslim|partner|person|wife|woman) _ ('d|can|could|does|knows|must|should|stands|stays|would)|think (of|about|what this (will|would|does) ~ to) (my|our|the|your) (baby|boys|children|family|girls|kids|son)|for (my|our|the|your) [baby|boys|children|daughter|family|girls|kids|son] ['s] sake",
        "(christian|family|father|husband|love|man|mother|muslim|person|wife|woman) _ (forgives|pardons|stands by)|(call yourself) (a|my)|(god|jesus|bible|the lord|scripture|@quran|allah|faith|@\\S+) ~ (forgave|forgive|forgiveness|forgives|mercy|pardon)|for better|after (all|everything) (i|we) ('ve|did|have)|bigger person|you (do|must) owe|i _ [have] (forgave|forgive|trusted) you ~ (when|for|after|so|now|before|last|,|over|that)|you owe (it|me|this|us) ~|(can not|cannot|not) (breathe|cope|do this|go on|live|survive) without (u|us|you|your)|((come on|surely) ~~ (count for|counts|mean|means) (nothing|something))",
      ].join(or),
    ),
  },
  unless: form(
    "must not|you are free|forgive myself|forgiving myself|not ask you (for|to)|tell me (and i|if)|if you ('d|would) rather|(bins|delay|mess|milk)|(n't|never|no|nobody|not|without) ~ (ask|asked|asking|begging|demand|deserve|expect|have|here to|need|owe|owed|saying|want) _ (a|for|it|me|that|to|trust|you|your) |whether (or not )?you|(you) (do|does) not (have|need|owe)|i hope|never (going to )?forgive|accept my (humble |sincere )?(apologies|apology)|owe me (no|nothing)|yours to|up to you|your (call|choice)|(forgive (the (delay|late|mess|state|typos)))|(give|take) (it|me|us) (a (call|hand|lift|ring|second)|time|five)|take as|no right to ask|even if you never",
  ),
  unlessBefore: form(
    "(never|not) (ask|asking|expect|going|preach|quote)|(he|she|they|you) ~ (asked|said|say|says|told)",
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
