import { type Examples, finder, overlaps, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const forms = {
  refuse: form(
    [
      "not having (that|the|this) [\\S+] (conversation|row|talk)|(i|we) _ ('m|am|are|ca|can|do|shall|will|wo|wont) _ not _ [able to|be|care to|getting|going to|gonna|have to|having|intend to|like to|need to|propose to|want to|wish to] _ (<talk>|<talk.ing>|having this|care|fight) ~",
      "i (refuse) [in|of|to] ~|i am (done) (talking)|i am (done|out)(?! (with (dinner|dishes|her|him|lying|my|school|the|work)|lying|hiding|at|here at)) ~",
      "(got|have|i have|i see|is|there is) _ (nothing) _ [else|in|in us|left|more|to] (discuss|in|say|talk|to) ~|(never|not) (doing|having|talking) _ [about|into|to|with] ~ (this|you|it|that|again|about|now|today|$|\\.|,)",
      "(i|we) (am|are) [all] (done) [here|now] (\\.|$|,)|" +
        "(do not|never|stop) _ (ask|bring|call|phone|ring|start|text|write) (me|this|it|about|that|again|up|\\.|$|,) ~",
      "(no|not) _ (this again)|(please )?just (go|leave|stop)(?= (\\.|$|,|!|it|me|now))",
    ].join(or),
  ),
  brush: form(
    [
      "(?<=^ )(hush)(?= (\\.|!))|leave it (\\.|!|$)|leave me (alone)|go to (bed|hell|sleep)|(none of|not) your business|(can we |just |ok |please |so )?(drop|leave|let) (it|this)(?= (\\.|$|,|!|there|now|alone|ok|go|at that|be|drop|about|will|please))(?! (at|for|in|on|to|with))|(can|could) (we|you) _ (drop|leave|not|stop) ~|whatever(?= (\\.|,|!|$|you (like|say|think|want)))|(think) (as|what) [ever] [the (fuck|hell)] (u|you) _ (like|need|want|will|wish)|(none) (that|you) ~ (about|know|need|worry|you)|(it|that) is (none|nothing)",
      "not (this )?again(?= (\\.|$))",
    ].join(or),
  ),
};
/** A time at which the talk goes on: a pause, and no wall. */
export const returns = form(
  [
    "(and|can we|i|we) _ ['ll|am|be|both|can|could|promise|shall|want to|will] _ (answer|call|come|do|do it|go on|knock|ring|speak|talk|tell|text|write) [about|again|and|back|it|on|then|this|to|up|with|you] ~~ (<clock>|<weekday>|after|at|before|by|from|in|on|once|tomorrow|until|when)",
    "(have|need|take|want) _ [about|like] (<number>|a|a few|an|half|one|some|the|till|until) _ (minutes?|mins|hour|an hour|break|bit|night|walk|half|five|ten) ~~ (then|and i|back|first|to (calm|cool|think))|(again|back|it|talk|this) (after|at|by|in) (<clock>|<number>|eight|seven|dinner|lunch|work|the|a|an|half|\\d)",
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
    "nothing but|i am (at work|working)|(done) (at|by|early|for|in) |promise you|(i am|i'm) (done) with (my|the|work)|leave the|i will not (drink|hide|lie|see)|nothing (needs|but)|not (going) (anywhere|leave)|i (do not) (know) (how|if|what|when|where|which|who|why|yet) |not (?:asking|expect)|whatever (he|i|it|she|the|time|you)|you do not (have|need) to (hear|read|say|speak|talk|tell)|(i|we) (am|can|do|will) not (angry|blame|expect|mad)|there is (no) (excuse|hurry|i|rush)|do you want|can not (breathe|eat|forgive|live|promise|sleep|stop|undo)",
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
