import { type Examples, finder, overlaps, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const forms = {
  refuse: form(
    [
      "(i|we) _ ('ve|am|are|have|shall|will) _ (be giving|be making|have|make|making) no (further|more) ~|(i|we) [have] _ said (all|everything) ~|(for me|from my side) [,] (it|this) is (closed|done|finished|over|settled)|not having (another|that|the|this) [\\S+] (argument|conversation|discussion|row|talk)|(speak|talk) to my (hand|lawyer|solicitor)|mix (in|yourself) |not your (affair|business|concern|problem)|that is (the end|all i|my (final|last))|(drink|eat|finish) your (coffee|dinner|food|soup|tea)|because i (said|say) so|(delete|forget|lose) my number|(add|answer|say|saying) nothing|said [all] my (bit|own|part|piece|say)|off to (me|my) bed|(i|we) _ ('m|am|are|ca|can|do|shall|will|wo|wont) _ not _ [able to|be|care to|getting|going to|gonna|have to|having|intend to|like to|need to|propose to|want to|wish to] _ (<talk>|<talk.ing>|having this|taking questions|sit here|(be )?bothered|care|fight|see you) ~",
      "i (decline|do not intend|do not propose|refuse) [in|of|to] ~|i am (done|finished) (talking|discussing|answering|listening|with (it|this|you))|i am (done|ending|hanging up|muting|out|over it|so done|through)(?! (with (dinner|dishes|her|him|lying|my|school|the|work)|lying|hiding|at|here at)) ~|(chat|conversation|debate|matter|subject|talk|topic) _ ('s|are|is) _ (closed|done|ended|not up|off|over)",
      "(end) of [the] (chat|discussion|it|story|that)|(got|have|i have|i see|is|there is) _ (no use|nothing) _ [else|in|in us|left|more|to] (discuss|in|say|talk|talking|to) ~|(never|not) (discussing|doing|getting into|having|talking|telling you) _ [about|into|to|with] ~ (this|you|it|that|again|about|now|anymore|today|tonight|$|\\.|,)",
      "(i|we) (am|are) [all] (done|through) [here|now|talking] (\\.|$|,)|(it is|that is|this is) not (important)|" +
        "my (solicitor) will|(do not|never|stop) _ (ask|asking|bother|bring|call|calling|contact|follow|mention|message|phone|ring|start|talk to|talking|text|texting|write) (me|this|it|about|that|again|up|\\.|$|,|talking) ~",
      "(no|not) _ (listening|now \\.|this again)|(please )?just (go|leave|stop)(?= (\\.|$|,|!|it|me|now))",
    ].join(or),
  ),
  brush: form(
    [
      "(?<=^ )(enough|good night|hush|silence)(?= (\\.|!))|(case|subject|topic) closed|do (what|as|whatever) you (like|want|please)|leave me be|(talk|tell it|speak|complain) to (someone|somebody) else|not in the mood|forget (i|it|that i) ~|do not wait up|no comment|leave it (\\.|!|$)|can not be bothered|leave me (alone|in peace)|back off|(just )?go away|get out|go to (bed|hell|sleep)|suit yourself|if you say so|have it your way|(none of|not) your business|mind your own|why does it matter|what do you care|figure it out|shut up|ask me no |(hear|want) no more (about|of) (it|that|this)|(can we |just |ok |please |so )?(drop|forget|leave|let) (it|this)(?= (\\.|$|,|!|there|now|alone|ok|go|at that|be|drop|about|will|please))(?! (at|for|in|on|to|with))|(can|could) (we|you) _ (drop|leave|not|please stop|stop) ~|(never|nvm) mind(?= (\\.|$|!|…|then))|whatever(?= (\\.|,|!|$|you (like|say|think|want)))|(believe|think) (as|what) [ever] [the (fuck|hell)] (u|you) _ (choose|like|need|please|want|will|wish)|(no one|nobody|none|nothing|nowhere|someone) (for you|that|you) ~ (about|bother|concern|know|matter|need|worry|you)|(do|does) not (matter)|(do not|dont) worry (about it|your)|(it|that) is (between|none|nothing|private)",
      "not (this )?again(?= (\\.|$))",
    ].join(or),
  ),
};
/** A time at which the talk goes on: a pause, and no wall. */
export const returns = form(
  [
    "(and|can we|i|let us|we) _ ['ll|am|be|both|can|could|promise|shall|want to|will] _ (answer|be back|call|come|do|do it|finish|go back|go on|knock|listen|message|read it|return|ring|speak|talk|tell|text|write) [about|again|and|back|it|on|then|this|to|up|with|you] ~~ (<clock>|<weekday>|after|as soon|at|before|by|from|in|on|once|straight|tomorrow|tonight|until|when|within)",
    "(give me|have|need|take|want) _ [about|like] (<number>|a|a few|an|half|one|some|the|till|until) _ (minutes?|mins|hours?|hour|an hour|moment|break|bit|night|evening|walk|half|morning|five|ten|twenty) ~~ (then|and i|back|and we|first|to (breathe|calm|cool|settle|think)|before)|(again|answer|back|it|talk|this) (after|at|by|in|tonight) (<clock>|<number>|eight|seven|dinner|lunch|work|the|a|an|half|quarter|morning|\\d)",
  ].join(or),
);
/** The whole message is a word or two that give nothing. */
const scant =
  /^ (?:it is )?(?:nothing|no reason|no one|nobody|no-one|out|somewhere|things|stuff|work stuff|just stuff|just out|busy|fine|i am fine|ok|k|sure|whatever|nowhere|someone|because|idc|i do not care|i do not know|later|so|and|meh|nothing much|just people|people|a friend|some people|just someone|just somebody|no one you know|nobody you know|just someone|just a friend|just friends|friends|i am going to (?:sleep|bed)|i am off to bed|i am tired|going to bed|not now|stuff|things) [.…!]? ?$/;
const finds = finder({
  label: "stonewalling",
  on: "sentence",
  forms,
  unlessBefore: form("thought about|(he|she|they|you) (can|could|did|do|will|would) not"),
  unless: form(
    "talk over (you|me)|not (hear (a|the|you)|bring (a|it|the))|do not care (how|if|what|who)|nothing but|i do not want to (hurt|leave|lose)|nothing to (hide|offer)|drop (it|this) (in|off)|stop (hurting|lying)|i am (at work|driving|with a|working)|(done|finished) (at|by|early|for|in) |(drop|leave) (it|this) , i (am|can|have|will)|matter (if|when|where|which|who)|leave it (to|with) me|(argue|fight) (about|with) (how|that|what|your)|promise you|(i am|i'm) (done) with (dinner|my|school|the|work)|leave the|i will not (drink|hide|lie|see)|nothing (needs|is going on|but|[more|else] to declare)|(never|not) (busy|tired) (for|of)|not (going) (anywhere|leave)|i (do not) (know|remember) (how|if|what|when|where|which|who|why|yet) |not (?:asking|expect)|whatever (he|i|it|she|the|time|you)|i am (busy|tired) (and|this|today)|you do not (have|need) to (answer|decide|hear|read|say|speak|talk|tell)|(i|we) (am|can|do|will) not (angry|blame|expect|mad)|there is (no|nothing) (excuse|hurry|i|reason|rush|secret)|do you want|can not (breathe|change|eat|forgive|live|promise|sleep|stop|undo)",
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
      if (
        context.part === "letter" &&
        /not (?:\S+ ){0,2}(?:argue|justify|explain|say|repeat|debate) /.test(hit.sentence.text)
      )
        return false;
      if (context.speaker === "hurt" && / (right now|today|yet) /.test(hit.sentence.text)) return false;
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
