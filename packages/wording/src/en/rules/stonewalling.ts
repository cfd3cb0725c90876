import { type Examples, finder, overlaps, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const forms = {
  refuse: form(
    [
      "(i|we) _ ('ve|am|are|shall) _ be making no further ~|mix in |(drink|eat) your tea|lose my number|said [all] my (bit|own|say)|(i|we) _ ('m|am|are|ca|can|do|shall|wo) _ not _ [able to|be|care to|getting|going to|gonna|have to|having|intend to|like to|need to|propose to|want to|wish to] _ (<talk>|<talk.ing>|(be )?bothered|care) ~",
      "i (do not intend|refuse) [in|of|to] ~|i am finished talking|i am (done|hanging up|out)(?! (with (dinner|dishes|her|him|lying|my|school|the|work)|lying|hiding|at|here at)) ~|conversation _ ('s|are|is) _ (off|over)",
      "end of [the] (discussion|it)|(got|have|i have|is) _ nothing _ [else|in|in us|left|more|to] (in|say|to) ~|not (doing|getting into|having|talking) _ [about|into|to|with] ~ (this|you|it|again|about|now|$|\\.|,)",
      "(i|we) (am|are) [all] done [here|now] (\\.|$|,)|it is not important|" +
        "do not _ (ask|call|phone|text|write) (me|it|up|\\.|$|,) ~",
      "(no|not) _ (listening|now \\.|this again)|(please )?just (go|leave)(?= (\\.|$|,|!|it|me|now))",
    ].join(or),
  ),
  brush: form(
    [
      "(?<=^ )(enough|good night)(?= (\\.|!))|leave it (\\.|!|$)|can not be bothered|leave me alone|(none of|not) your business|ask me no |hear no more of it|(can we |just |ok |please |so )?(drop|leave|let) it(?= (\\.|$|,|!|there|now|alone|ok|go|at that|be|drop|about|will|please))(?! (at|for|in|on|to|with))|can (we|you) _ not ~|whatever(?= (\\.|,|!|$|you (like|say|think|want)))|(believe|think) (as|what) [ever] [the (fuck|hell)] (u|you) _ (like|want)|(nobody|nothing) (that|you) ~ (about|need|worry|you)|(do|does) not matter|it is none",
      "not (this )?again(?= (\\.|$))",
    ].join(or),
  ),
};
/** A time at which the talk goes on: a pause, and no wall. */
export const returns = form(
  [
    "(and|i|we) _ ['ll|am|be|can|will] _ (come|do|text) [about|again|and|back|it|on|then|this|to|up|with|you] ~~ (at|by|in|on|when)",
    "(back|it|this) (at|by|in) (<number>|eight|the|a|an|\\d)",
  ].join(or),
);
/** The whole message is a word or two that give nothing. */
const scant =
  /^ (?:it is )?(?:nothing|no reason|no one|nobody|no-one|out|somewhere|things|stuff|work stuff|just stuff|just out|busy|fine|i am fine|ok|k|sure|whatever|nowhere|someone|because|idc|i do not care|i do not know|later|so|and|meh|nothing much|just people|people|a friend|some people|just someone|just somebody|no one you know|nobody you know|just someone|just a friend|just friends|friends|i am going to (?:sleep|bed)|i am off to bed|i am tired|going to bed|not now|stuff|things) [.…!]? ?$/;
const finds = finder({
  label: "stonewalling",
  on: "sentence",
  forms,
  unlessBefore: form("thought about|(he|she|you) (can|did|do) not"),
  unless: form(
    "do not care (how|if|who)|nothing but|i am (at work|working)|done (at|by|for|in) |argue about (how|what)|promise you|(i am|i'm) done with (my|the)|leave the|i will not (drink|lie|see)|nothing (needs|but)|not going anywhere|i do not know (how|if|who|why|yet) |not (?:asking|expect)|whatever (he|i|it|she|the|you)|(i|we) (am|can|do) not (blame|expect|mad)|there is no (i|rush)|do you want|can not (eat|forgive|promise|sleep)",
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
