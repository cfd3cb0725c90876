import { type Examples, finder, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const span = "(<number>|a|a whole|ages|half a|how many|long enough|months|one|over a|so many|weeks|years)";
const find = finder({
  label: "timeline_demand",
  speakers: ["harmer", "either"],
  on: "segment",
  forms: {
    long: form(
      [
        "how (long|much longer|many (more )?(days|times|weeks|years)) _ [more] (am|are|can|do|does|for|has|have|i|is|it|more|must|this|till|to|until|we|will|would|you) ~~ (punish|(going to|gonna) _ (be _ (angry|cold|cross|hurt|like|mad|sad|this|upset)|make|keep|punish|hold|drag|go on|sulk|treat|hate|shut|stay|hang|need|act|throw|blame|last)|last|over|trust|i have to|keep|sorry|pay|prove|angry|mad|stop|go on|sulk|hold)",
        "(when) (am|are|can|do|does|is|it|r|will|would) (ends|i|it|that|the|this|we|you) _ [be|ever|finally|get to|going to|gonna] _ (trust|over|stop|end|(be|feel) _ (able|done|happy|like|ok|over|past)|get (my|our|over|past)|let|done|put|drop|sleep|touch|past)",
        `(it|that|this) ('s|has|have|is) _ [been] _ [like] ${span} _ [bloody|damn|entire|fucking|full|good|long|more than|whole] (week|weeks|month|months|year|years|ages|days|day|time|long|decade|century|whole \\S+|days)(?! (ago|since (i|we) (last|saw|spoke)|today)) _ [already|now|since]|(it|that|this) (has|is) _ been (ages|weeks|years)|${span} _ (days|months|weeks|years) _ (now|already|later|on|is (enough|long|more|plenty)|of (being|saying|silence|sleeping|this)|i (am|have|say)|and (i am|nothing|still|we|you|you are))|(after|already) <number> (days|months|times|weeks|years) _ (you|of|and|we|i|,|\\?|\\.)`,
      ].join(or),
    ),
    over: form(
      [
        "how many (more|times) ~|(till|until) (when|which)|(can|could|must|should) _ _ be (dealt|done|drawn|over) ~|get over it|go back to (the way)|had (a|the) whole (month|year) to|(we|you) ('d|can|could|have|must|need|ought|should) _ [to] _ (be|get|have) _ [been] (done|over|past)",
        "(ca|can|could|may|must|shall|why|will) _ [not] _ (i|us|we|you) [all|both|not|please] _ [please] [not] _ (move on|bury)|(time) [for|that] [us|we|you] [just|to] _ (come|draw|drew|get|go|got|let|move|moved|put|stop|trust|went)",
        "(i|we) [have] _ (apologised|asked|said|say) ~ [sorry] _ [a|about] (<number>|dozen|fifty|hundred|many) _ [already|now|time|times]",
        "(done) my time|" +
          "" +
          "(at|in|on) some (day|point|stage|time) _ (i|it|this|we|you) _ ('ll|are|can|got|has|have|is|must|need|ought|will)",
      ].join(or),
    ),
  },
  unless: form(
    "(affair|drinking|hid|hotel|lied|paying|rent|seeing)|(at|in) your own|there is no|long (day|drive|night|shift|week)|fancy|shall (i|we)|as (long|many|slow) [as]|(no|not a) (clock|date|hurry|limit|rush)|take (all the|your) time|not (ask|say|tell) ~ (when)|(when) (he|i|it|she) (began|had|hid|knew|lied|was|went)|how long (does the|was i)|when (will you) (back|home|land|leave|off)|(clean|dry|sober)|went on for|lasted|ask me (again|as)",
  ),
  unlessBefore: form("(he|she|you) ~ (asked|said)"),
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
