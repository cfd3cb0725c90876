import { type Examples, finder, overlaps, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const wished =
  "(forgive|trust|believe|accept|let (it|this|me) (go|back|in|home|off|come)|give (me|us|this|it) [just] [one|a|another|that] ~ (chance|go|try|shot|time|opportunity|benefit)|take me back|come back|come home|move back|love me|stay|let me back|let me come|let me in|see past|look past|get past|find it in|have faith|be with me|give me (another|a|one|time)|let us (start|try)|start (over|again|afresh)|try again|hear me out|put your trust|show me (mercy|some|grace)|have mercy|meet me halfway|open your heart|not leave|not give up|unblock me|let go of|change your mind|at least try)";
const find = finder({
  label: "forgiveness_demand",
  speakers: ["harmer", "either"],
  on: "segment",
  forms: {
    plea: form(
      [
        "(please|pls|just|i beg|begging|only|so|then|but|and|,) [<dear>|you|,] [<dear>] [to] [just|try to|,] [<adv>] forgive (me|a|us|your|what|my|this|it)|forgive me (please|,|\\.|!|for|my|<dear>|i|and|$)|(ask|asking|asked|beg|begging) [you] [for] (your|you for) (forgiveness|pardon|mercy)|[i] (beg|begging|implore|plead|pleading|beseech) [with|of|for] (you|your|u|forgiveness|mercy|one|a second|another)(?! (questions|to tell)) ~|on my knees|begging (you|for)",
        `(please|pls|i need you to|i want you to|i am asking you to|i ask you to|you (have|need|got|ought) to|you (must|should|'d better)|you have got to|try to|can not you|can you|could you|will you|would you|why can not you|why will not you|when will you ever|are you (ever )?(going|able|willing) to|the least you (can|could) do is|it is (time|your turn) to|all i (ask|want|need) is [for|that] [you] [to]|i just (want|need) you to|just|do) [please|just|ever|never|at least|try to|find it|possibly|try and|now|also|all] [to] [try to] [see it ~ and] ${wished}`,
        "(tell|say|promise) (me|you|that) [that] [you|you'll|we|it|u] [will|'ll|can|are|still|forgive|love|do] ~ (forgive|take me|come|trust|ok|fine|stay|love|forgiven|be with|get through|leave|make it|alright|all right|together)|say you forgive|say (you|we) ~ (forgive|ok)",
        "(do not|don't|please do not|you can not|you can not just|how can you|how could you|are you really going to|you would not|will you really) [just|please|you dare] (leave me|give up on|throw (it|us|this|everything|away)|walk away|end (this|it|us)|break up (this|our)|destroy this|do this to (us|me|the)|abandon|shut me out|divorce|kick me out|turn your back|lose what|let this|let one|cut me off|hate me|tear)",
        "(give|gimme|grant|allow) (me|us|this marriage|our marriage|this) [just] [please] [<adv>] [one|a|another|the|that|some|your|my] [<adv>] [last|second|more|final|new|fair|other] (chance|chances|shot|opportunity|forgiveness|go|try|trust|benefit)|(a|one|another) (second|last|more|final) chance(?= (,|\\.|please|to|$|\\?|!|with))|(deserve|deserves|earned|earnt|owed|due|entitled to|merit) [at least|some|your|a|another|to be|the|my|<adv>] [<adv>] (chance|second|forgiveness|forgiven|trust|trusted|another|opportunity|benefit|break|believed|credit|better than this)",
      ].join(or),
    ),
    pressure: form(
      [
        "what (more|else) (do|can|could|must|should|would) (you|i) ~ (want|do|say|need|expect|ask|give|prove)|(i|we) [have] [<adv>] (said|told you|apologised|say) [i was|i am|i'm|<adv>] [sorry] ~~ (accept|let it go|should|have to|got to|need to|must|what more|is not that enough|why can not)|how (often|many times) ~ (beg|prove)|i need (your forgiveness|your trust|you (back|to (forgive|trust|believe|come|accept|take|tell me (we|you|it)|say|give|let|love|understand that i)))",
        "(if you|if u) [<adv>] (love|loved|cared|believed|meant|valued|were a|want|had any|wanted|really) ~~ (would|'d|will|could|can|must|have to|should|forgive|let|give|stay|try)|(a|any|every) [<adv>] (good|real|true|proper|loving|decent) [<adv>] (wife|husband|christian|partner|person|muslim|mother|father|woman|man|catholic|friend|believer) [<adv>] (would|'d|should|must|can|could|forgives|does|knows|stands|stays)|(god|jesus|allah|the bible|the church|scripture|pastor|the lord|our faith|christ|the quran|the vows|your vows|your religion|your faith|our vows) ~ (says|said|forgives|forgave|commands|teaches|tells|asks|wants|expects|requires|demands|for better)|for better or worse|(for the sake of|think of|for|think about|because of|what about) (the|our|my|your) (kids|children|family|baby|boys|girls|son|daughter|sake)",
        "i [<adv>] [have] (forgave|forgiven|forgive|let you off|took you back|stood by|trusted|accepted) you ~ (when|for|after|so|now|before|last|,|over|that)|(your|ur) turn (to|now)|you owe (me|us|it|this|the kids|me at least) ~|after (all|everything) (that )?(i|we) [have|'ve|had|'d] ~ (done|been|did|given|gave|sacrificed|built|through)|i (gave up|have given up|sacrificed|have sacrificed|have done|did) everything ~~ (you|least|should)|(if|unless) you (do not|can not|will not|leave|refuse|divorce|go) ~~ (i do not know|i will (not|never|die|kill|lose|go|fall|have nothing)|i can not|i might|i would|nothing|then|what will|there is no)|(can not|cannot|not) (live|go on|do this|survive|cope|be happy|function|breathe) without (you|your|u|us)|(i|we) [<adv>] (will|would|'d) [<adv>] (die|be nothing|lose everything|go mad|fall apart) without|nothing without you|everyone (deserves|makes mistakes|else|needs a second)|(forgive and forget|wipe the slate|(let us|we|can we) start (over|afresh|fresh|again|with a clean)|(surely|come on) ~~ (count for|means|counts|mean) (something|anything|nothing)|clean slate|fresh start|turn the page)|you (have|ve) to (admit|give|understand that i)|put (it|us|this) (back )?together|(can|could) [not] (we|you) (just|please)? ?(start|try) (again|over)|surely you can ~|i (want|would like|need|hope) [to have] (my (wife|husband|family|life|home|girl|boy|place) back|you back)|come (home|back)(?= (please|\\.|!|to me|$|<dear>|,))|take me back|let me come (home|back)|let me back",
      ].join(or),
    ),
  },
  unless: form(
    "(not|never|n't|without|nobody|no) [<adv>] [<adv>] (asking|ask|asked|expect|expecting|need|have|require|demand|demanding|want|owe|owed|going to ask|going to beg|obliged|required|begging|saying|deserve|entitled|here to) [<adv>] (to|you|for|your|me|that|anything|it|forgiveness|trust|a) |whether (or not )?you|(if|when|should) you (ever|can|do|choose|want|decide|feel|find|one day) (forgive|can|to|forgiving|trust)?|(you|nobody) (do|does) not (have|need|owe)|i hope|never (going to )?forgive|accept my (sincere |deepest |humble )?(apologies|apology)|owe me (nothing|no)|yours to|up to you|your (choice|decision|call)|(forgive (the|any|my) (typo|typos|delay|mistake|mistakes in|handwriting|state|noise)|forgive (the (mess|delay|late|state|spelling|typos)|my (spelling|english|handwriting|typing|writing|french)|me for (asking|interrupting|being late)))|i (want|would like|am trying|hope|wish|need|try|can not|could not|do not know|will not|may never|might never|am not ready) ~ (to )?forgive (you|him|her|them)|forgive myself|forgiving myself|(give|take) (me|us|it) (a (minute|moment|second|call|ring|hand|lift)|time|five)|come home (early|late|at|by|from|safe)|take as|(come|stay) home ~ (early|at|by|from|so)|i (forgave|forgive) (him|her)|no right to ask|nor do i|even if you never|not ask (you )?(to|for)|trust me when|start again (tomorrow|on)",
  ),
  unlessBefore: form(
    "not (asking|ask|expecting|expect|going)|(you|he|she|they) ~ (said|say|says|told|asked)",
  ),
});

export const rule: Rule = {
  name: "forgiveness-asked",
  label: "forgiveness_demand",
  reason: "Asking to be forgiven hands the reader a task on the day they need none.",
  sources: [sources.lewicki, sources.practice],
  find: (reading, context, found) =>
    find(reading, context, found).filter(
      (hit) =>
        !(
          / (?:when|how long|how much longer) /.test(hit.sentence.text) &&
          overlaps(hit, found, "timeline_demand")
        ),
    ),
};

export const examples: Examples = {
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
