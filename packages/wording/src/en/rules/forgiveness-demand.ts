import { type Examples, finder, overlaps, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const wished =
  "(forgive|pardon|absolve|excuse me|have me|let me (back|in)|say [only|just] that you|trust|believe|accept|let (it|this|me) (go|back|in|home|off|come)|give (me|us|this|it) [just] [one|a|another|that] ~ (chance|go|try|shot|time|opportunity|benefit)|take me back|come back|come home|move back|love me|stay|let me back|let me come|let me in|see past|look past|get past|find it in|have faith|be with me|give me (another|a|one|time)|let us (start|try)|start (over|again|afresh)|try again|hear me out|put your trust|show me (mercy|some|grace)|have mercy|meet me halfway|open your heart|not leave|not give up|unblock me|let go of|change your mind|at least try)";
const find = finder({
  label: "forgiveness_demand",
  speakers: ["harmer", "either"],
  on: "segment",
  forms: {
    plea: form(
      [
        "(?<=(?:^|[,.;:!]|and|so|then|just|please) )(trust|believe|forgive|pardon|accept) (me|my|us)|(do|will|can) you _ (accept|forgive|pardon) (me|my|this|us)|(one|another) more (go|chance|try|time)|have mercy|take me back|let me (come home|come back|back in)|nothing without you|everyone makes mistakes|everyone deserves a|(please|pls|just|i beg|only|so|then|but|and|,) [<dear>|you|,] [<dear>] [to] [just|,] _ forgive (me|a|us|your|what|my|this|it)|(?<!(?:you|not|never|ever|whether|if|may|will|to) )forgive me(?! (for|if|,) ~~ (late|spelling|hand|writing|handwriting|english|mess|delay|length|long|short|pencil|typing|asking|but|interrupt))|(ask|asking|asked|beg|begging|want|need) [you] [for] (your) [\\S+] (forgiveness|mercy|pardon|trust)|say ~ (forgive|pardon)|(kindly|please) consider|have me back|(all|only) (for) [your] (forgiveness|pardon)|let me back in|[i] (beg|begging|implore|plead|beseech) [with|of|for] (you|your|u|mercy|one|another)(?! (questions|to tell|you for me)) ~|on my knees",
        `(please|pls|i need you to|i want you to|i am asking you to|i ask you to|you (have|need|got|ought) to|you (must|should|'d better)|you have got to|try to|can not you|can you|could you|will you|would you|why can not you|why will not you|when will you ever|are you (ever )?(going|able|willing) to|the least you (can|could) do is|it is (time|your turn) to|all i (ask|want|need) is [for|that] [you] [to]|i just (want|need) you to|just|do) [please|just|ever|never|at least|try to|find it|possibly|try and|now|also|all] [to] [try to] [see it ~ and] ${wished}`,
        "(tell|say|promise) (me|you|that) [that] [you|you'll|we|it|u] [will|'ll|can|are|still|forgive|love|do] ~ (forgive|take me|come|trust|ok|fine|stay|love|be with|leave|make it|alright)",
        "(do not|don't|please do not) [just|please] (leave me|give up on|throw (it|us|this|away)|do this to (us|me|the)|abandon|divorce|let one|hate me|tear)",
        "(give|gimme|grant|allow) (me|us|this) [just] [please] _ [one|a|another|the|that|some|your|my] _ [last|more|final|new|fair|other|second|small] (chance|opportunity|shot|go|try|trust)|(deserve|earned|earnt|owed|due|merit) [some|your|a|another|to be|the|my|<adv>] _ (chance|second|trust|trusted|another|benefit|break|credit)",
      ].join(or),
    ),
    pressure: form(
      [
        "(i|we) [have] _ (said|say) [i was|i am|i'm|<adv>] [sorry] ~~ (accept|should|have to|got to|need to|must|what more)",
        "(if you|if u) _ (love|loved|cared|meant|valued|were a|want|had any|wanted|really) ~~ (would|'d|will|could|can|must|have to|should|forgive|let|give|stay|try)|(a|any|every) _ (good|real|true|proper|loving|decent) _ (wife|husband|christian|partner|person|muslim|mother|father|woman|man|friend) _ (would|'d|should|must|can|could|does|knows|stands|stays)|(think of) (the|our|my|your) (kids|children|family|baby|boys|girls|son)|for (our|the|my|your) [kids|children|family|baby|boys|girls|son|daughter] ['s] sake",
        "(wife|husband|christian|muslim|woman|man|mother|father|person|love|family) _ (forgives|pardons|forgets|stands by)|(call yourself) (a|my)|(god|jesus|bible|the lord|scripture|@quran|allah|religion|faith|@\\S+) ~ (forgive|forgives|forgave|forgiveness|mercy|pardon)|(shut|close|slam) (the|your) (door|heart) (on|to)|(better|worse) or ~ worse|for better|after (all|everything) (i|we) (have|did|'ve)|bigger person|you (do|must) owe|i _ [have] (forgave|forgive|trusted) you ~ (when|for|after|so|now|before|last|,|over|that)|you owe (me|us|it|this) ~|(can not|cannot|not) (live|go on|do this|survive|cope|breathe) without (you|your|u|us)|((surely|come on) ~~ (count for|means|counts|mean) (something|nothing))",
      ].join(or),
    ),
  },
  unless: form(
    "must not|you are free|forgive myself|forgiving myself|not ask you (to|for)|tell me (and i|if)|if you (would|'d) rather|(bins|mess|delay|milk)|(not|never|n't|without|nobody|no) ~ (asking|ask|asked|expect|need|have|require|demand|want|owe|owed|obliged|begging|saying|deserve|here to) _ (to|you|for|your|me|that|it|trust|a) |whether (or not )?you|(you) (do|does) not (have|need|owe)|i hope|never (going to )?forgive|accept my (sincere |humble )?(apologies|apology)|owe me (nothing|no)|yours to|up to you|your (choice|call)|(forgive (the (mess|delay|late|state|typos)))|(give|take) (me|us|it) (a (second|call|ring|hand|lift)|time|five)|take as|no right to ask|even if you never",
  ),
  unlessBefore: form(
    "(not|never) (asking|ask|expecting|expect|going|quote|preach|quoting)|(you|he|she|they) ~ (said|say|says|told|asked)",
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
