import { type Examples, finder, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const span = "(<number>|a|a whole|ages|how many|months|one|weeks|years)";
const find = finder({
  label: "timeline_demand",
  speakers: ["harmer", "either"],
  on: "segment",
  forms: {
    long: form(
      [
        "how (long|much longer) _ [more] (am|are|can|do|for|has|i|is|it|to|we|will|you) ~~ (going to _ (be _ (angry|mad|sad)|act)|i have to|keep|pay|angry|mad|hold)",
        "when (am|are|can|do|is|it|r|will) (i|it|the|things|we|you) _ [be|ever|finally|get to|going to|gonna] _ (trust|end|let|go back|put)",
        `(it|that|this) ('s|has|have|is) _ [been] _ [like] ${span} _ [bloody|damn|entire|fucking|full|good|long|more than|whole] (week|weeks|month|months|year|years|ages|days|day|time|long|decade|century|whole \\S+|days)(?! (ago|since (i|we) (last|saw|spoke)|today)) _ [already|now|since]|(it|that|this) (has|is) _ been (ages|weeks|years)|${span} _ (days|months|weeks|years) _ (now|already|later|on|is (enough|long|more|plenty)|of (being|saying|silence|sleeping|this)|i (am|have|say)|and (i am|nothing|still|we|you|you are))|(after|already) <number> (days|months|times|weeks|years) _ (you|of|and|we|i|,|\\?|\\.)`,
      ].join(or),
    ),
    over: form(
      [
        "statute of|how many more ~|(nobody|who|lot) ~ this long|(now|we are) on (day|week) <number>|(been|is|was) since (@\\S+)|until which|(can|ought to|should) _ _ be (drawn|finished|over) ~|behind us|(<month>|<number> \\S+) [has|have] _ passed|i gave [it|you] _ until ~|draw a line under|living in the past|go back to the way|had (a|the) whole (summer|winter) to|(we|you) ('d|can|have|should) _ [to] _ (be|get) _ [been] (over|past)",
        "pardon ~ (before|by) (<weekday>|the)|(ca|can|may|why) _ [not] _ (i|us|we|you) [all|both|not|please] _ [please] [not] _ (move on|put (it|this))|(it is time|time) [for|that] [us|we|you] [to] _ (get|go|got|let|put|stop)",
        "(i|we) [have] _ (apologised|said|say) ~ [sorry] _ [a|about] (<number>|hundred) _ [already|now|time|times]|(are|is) (it|we|you) still (at|going|going on about)",
        "(done) my time|" +
          "it is _ nearly (<month>|easter)|(close|end) (the|this) chapter|" +
          "(at|in|on) some (day|point) _ (i|it|we|you) _ ('ll|are|can|got|has|have|is)",
      ].join(or),
    ),
  },
  unless: form(
    "(affair|hid|lied)|there is no|long day|shall (i|we)|as long [as]|no (date|rush)|not (ask|get to say|say) ~ when|how long (does the|was i)|when (are you|will you) (back|be home|off)|(dry|sober)|went on for|do not get to say",
  ),
  unlessBefore: form("(he|she|you) ~ (said)"),
});

export const rule: Rule = {
  name: "time-set",
  label: "timeline_demand",
  sources: [sources.coaching, sources.counselling],
  find: (reading, context, found) => find(reading, context, found),
};

export const examples: Examples = {
  reason: "A hurt of this kind keeps no calendar. Asking how long tells the reader that they are late.",
  flags: [
    { text: "How long are you going to be angry?", speaker: "harmer" },
    { text: "It's been six months.", speaker: "harmer" },
    { text: "Can't we just move on?", speaker: "harmer" },
  ],
  passes: [
    { text: "How long have you been waiting?", speaker: "harmer" },
    { text: "When are you going to your mum's?", speaker: "harmer" },
    { text: "It's been a long day.", speaker: "harmer" },
    { text: "Take as long as you need.", speaker: "harmer" },
    { text: "How long does the pasta need?", speaker: "either" },
    { text: "It's been two weeks and I still can't eat.", speaker: "hurt" },
  ],
};
