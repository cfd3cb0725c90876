import { type Examples, finder, overlaps, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const forms = {
  refuse: form(
    [
      "(i|we) _ (will|shall|am|are|have|'ve) _ (be making|making|make|be giving|have) no (further|more) ~|(i|we) [have] _ said (all|everything) ~|(for me|from my side) [,] (it|this) is (closed|finished|over|done|settled)|not having (this|that|the|another) [\\S+] (discussion|conversation|talk|argument|row)|(speak|talk) to my (lawyer|solicitor|hand)|mix (in|yourself) |not your (concern|affair|problem|business)|that is (the end|all i|my (last|final))|(drink|eat|finish) your (tea|coffee|dinner|food|soup)|because i (said|say) so|(lose|forget|delete) my number|(say|saying|answer|add) nothing|said [all] my (own|piece|bit|part|say)|(enough|no more) (talk|talking|questions|words|of this)|(let us|we) (leave|close|end|stop) (this|it|the \\S+) ~|off to (my|me) bed|(i|we) _ (do|shall|will|am|are|can|wo|ca|'m|wont) _ not _ [want to|going to|gonna|having|be|intend to|propose to|wish to|care to|like to|able to|have to|need to|getting] _ (<talk>|<talk.ing>|having this|taking questions|sit here|(be )?bothered|care|fight|see you) ~",
      "i (refuse|decline|do not intend|do not propose) [to|of|in] ~|i am (finished|done) (talking|explaining|discussing|answering|listening|with (this|you|it))|i am (done|through|out|over it|so done|hanging up|muting|ending)(?! (with (the|my|work|school|dinner|dishes|lying|her|him)|lying|hiding|at|here at)) ~|(conversation|talk|subject|matter|topic|chat|debate) _ (is|are|'s) _ (over|closed|done|ended|off|not up)",
      "(end) of [the] (story|discussion|that|it|chat)|(there is|is|i see|i have|have|got) _ (nothing|no use) _ [more|left|else|in|to|in us] (to|talking|say|in|discuss|talk) ~|(not|never) (talking|discussing|doing|having|getting into|telling you) _ [about|to|with|into] ~ (this|you|it|that|again|about|now|anymore|today|tonight|$|\\.|,)",
      "(we|i) (are|am) [all] (done|through) [here|now|talking] (\\.|$|,)|(it is|this is|that is) not (important)|" +
        "my (solicitor) will|(do not|stop|never) _ (phone|contact|call|text|write|talk to|message|ask|asking|ring|bother|start|mention|calling|texting|talking|bring|follow) (me|this|it|about|that|again|up|\\.|$|,|talking) ~",
      "(not|no) _ (listening|now \\.|this again)|(please )?just (go|stop|leave)(?= (\\.|$|,|!|it|me|now))",
    ].join(or),
  ),
  brush: form(
    [
      "(?<=^ )(enough|goodnight|good night|silence|hush)(?= (\\.|!))|(subject|case|topic) closed|no comment|leave it (\\.|!|$)|(?<=^ )(blocked|goodbye|end of)(?= (\\.|,|$))|can not be bothered|leave me (alone|in peace)|back off|(just )?go away|get out|go to (bed|sleep|hell)|suit yourself|if you say so|have it your way|(not|none of) your business|mind your own|why does it matter|what do you care|figure it out|shut up|ask me no |(hear|want) no more (of|about) (it|this|that)|(just |please |can we |ok |so )?(drop|leave|forget|let) (it|this)(?= (\\.|$|,|!|there|now|alone|ok|go|at that|be|drop|about|will|please))(?! (on|in|at|with|to|for))|(can|could) (we|you) _ (not|stop|drop|leave|please stop) ~|(never|nvm) mind(?= (\\.|$|!|…|then))|whatever(?= (\\.|,|!|$|you (say|like|want|think)))|(think|believe) (what|as) [ever] [the (hell|fuck)] (you|u) _ (want|like|please|will|need|wish|choose)|(nothing|nobody|no one|none|nowhere|someone) (you|for you|that) ~ (worry|need|know|concern|you|about|matter|bother)|(does|do) not (matter)|(do not|dont) worry (about it|your)|(it|that) is (private|between|none|nothing)",
      "not (this )?again(?= (\\.|$))",
    ].join(or),
  ),
};
/** A time at which the talk goes on: a pause, and no wall. */
export const returns = form(
  [
    "(i|we|and|let us|can we) _ [will|am|'ll|can|could|promise|want to|shall|both|be] _ (be back|call|ring|talk|answer|text|return|tell|come|speak|write|do it|do|go on|finish|listen|go back|read it|message|knock) [you|this|to|it|about|again|on|then|back|with|up|and] ~~ (at|in|after|tomorrow|tonight|when|by|<weekday>|once|<clock>|before|as soon|from|within|until|straight|on)",
    "(need|give me|take|want|have) _ [about|like] (<number>|a|half|an|one|some|the|until|till|a few) _ (minutes?|mins|hours?|hour|an hour|moment|break|bit|night|evening|walk|half|morning|five|ten|twenty) ~~ (then|and i|back|and we|first|to (calm|breathe|cool|think|settle)|before)|(back|again|talk|this|it|answer) (at|in|after|by|tonight) (<clock>|<number>|eight|seven|dinner|lunch|work|the|a|an|half|quarter|morning|\\d)",
  ].join(or),
);
/** The whole message is a word or two that give nothing. */
const scant =
  /^ (?:it is )?(?:nothing|no reason|no one|nobody|no-one|out|somewhere|things|stuff|work stuff|just stuff|just out|busy|fine|i am fine|ok|k|sure|whatever|nowhere|someone|because|idc|i do not care|i do not know|later|so|and|meh|nothing much|just people|people|a friend|some people|just someone|just somebody|no one you know|nobody you know|just someone|just a friend|just friends|friends|i am going to (?:sleep|bed)|i am off to bed|i am tired|going to bed|not now|stuff|things) [.…!]? ?$/;
const finds = finder({
  label: "stonewalling",
  on: "sentence",
  forms,
  unlessBefore: form("thought about|(you|they|she|he) (will|would|do|did|can|could) not"),
  unless: form(
    "do not care (how|what|if|who)|nothing but|i do not want to (lose|hurt|leave)|nothing to (hide|offer)|drop (it|this) (off|in)|stop (hurting|lying)|i am (driving|working|at work|with a)|(done|finished) (for|at|by|early|in) |(leave|drop) (it|this) , i (will|can|have|am)|matter (which|if|when|who|where)|leave it (to|with) me|(argue|fight) (about|with) (what|that|how|your)|promise you|(i am|i'm) (done) with (the|my|work|dinner|school)|leave the|i will not (hide|lie|drink|see)|nothing (needs|is going on|but|[more|else] to declare)|(not|never) (busy|tired) (of|for)|not (going) (anywhere|leave)|i (do not) (know|remember) (how|why|what|which|when|where|if|who|yet) |not (?:asking|expect)|whatever (it|you|i|the|time|she|he)|i am (tired|busy) (today|this|and)|you do not (have|need) to (talk|answer|say|hear|read|speak|tell|decide)|(i|we) (do|am|will|can) not (blame|expect|angry|mad)|there is (nothing|no) (i|excuse|reason|hurry|rush|secret)|do you want|can not (sleep|eat|stop|undo|change|promise|forgive|breathe|live)",
  ),
});

export const rule: Rule = {
  name: "door-shut",
  label: "stonewalling",
  sources: [sources.antidotes],
  find(reading, context, found) {
    if (returns.test(reading.all)) return [];
    const only = reading.sentences.length === 1 ? reading.sentences[0]! : undefined;
    if (only && context.replyTo !== "" && scant.test(only.text))
      return [{ label: "stonewalling", sentence: only, from: 0, to: only.text.length, form: "scant" }];
    return finds(reading, context, found).filter((hit) => {
      if (hit.form === "brush" && context.part === "letter" && hit.sentence.words.length > 12) return false;
      if (context.part === "letter" && /not (?:\S+ ){0,2}(?:argue|justify|explain|say|repeat|debate) /.test(hit.sentence.text))
        return false;
      if (context.speaker === "hurt" && / (today|yet|right now) /.test(hit.sentence.text)) return false;
      if (context.replyTo !== "" && overlaps(hit, found, "irritated")) return false;
      return !overlaps(hit, found, "timeline_demand", "forgiveness_demand", "commitment", "contempt");
    });
  },
};

export const examples: Examples = {
  reason:
    "A talk that ends without a time to go on leaves the reader alone with it. A pause with a return does not.",
  flags: [
    "I'm not talking about this.",
    "Drop it.",
    "Whatever.",
    { text: "Nobody.", replyTo: "Who was that?", speaker: "harmer" },
  ],
  passes: [
    "Never mind, the shop was shut anyway.",
    "I'm done for the day.",
    "I'm done with the dishes.",
    "I need a break. I'll come back to this at eight.",
    "Leave the keys on the table.",
  ],
};
