import { type Examples, finder, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const span =
  "(<number>|a|a full|a whole|ages|all these|almost a|half a|how many|long enough|months|more than a|nearly a|one|over a|so many|this many|weeks|years)";
const find = finder({
  label: "timeline_demand",
  speakers: ["harmer", "either"],
  on: "segment",
  forms: {
    long: form(
      [
        "how (long|much longer|many (more )?(days|months|times|weeks|years)) _ [more] (am|are|before|can|do|does|for|has|have|i|is|it|more|must|should|this|till|to|until|we|will|would|you) ~~ (punish|(going to|gonna) _ (be _ (angry|cold|cross|hurt|like|mad|sad|silent|this|upset)|make|keep|punish|hold|drag|go on|sulk|treat|hate|shut|ignore|stay|hang|do this|need|act|throw|blame|last)|last|over|trust|i have to|keep|sorry|pay|prove|angry|mad|forgive|normal|stop|go on|through|sulk|hold)",
        "(by when|when) (am|are|can|do|does|is|it|r|should|will|would) (ends|i|it|that|the|things|this|we|you) _ [be|ever|finally|get to|going to|gonna] _ (trust|forgive|over|stop|end|(be|feel) _ (able|better|done|enough|happy|like|normal|ok|over|past)|get (back to|my|our|over|past)|let|go back|finish|done|normal|better|put|drop|believe|sleep|enough|touch|past|allowed)",
        `(it|that|this) ('s|has|have|is) _ [been] _ [like] ${span} _ [bloody|damn|entire|fucking|full|good|long|more than|whole] (week|weeks|month|months|year|years|ages|days|day|time|long|decade|century|whole \\S+|days)(?! (ago|since (i|we) (last|saw|spoke)|today)) _ [already|now|since]|(it|that|this) (has|is) _ been (ages|weeks|years)|${span} _ (days|months|weeks|years) _ (now|already|later|on|is (enough|long|more|plenty)|of (being|saying|silence|sleeping|this)|i (am|have|say)|and (i am|nothing|still|we|you|you are))|(after|already) <number> (days|months|times|weeks|years) _ (you|of|and|we|i|,|\\?|\\.)`,
      ].join(or),
    ),
    over: form(
      [
        "statute of|how many (more|times) ~|you (have|had|'ve) had _ (long|time|enough|plenty|months|weeks|all|ages) ~|you (can|could) not [<adv>] (be|stay|go on|keep|remain|punish|hold|sulk) ~ (forever|for ever|always|for the rest|all our|much longer)|(nobody|no one|who|others?|people|they|lot) ~ (this long|so long|that long|by now|in (a|half)|inside a|within a|in <number> (months|weeks))|(it is|now|we are|you are) on (day|month|week|year) <number>|(been|is|was) since (<month>|<weekday>|@\\S+|last)|expiry date|(has|have) an end|(till|until) (when|which)|by when|for how long|(can|could|has to|must|needs to|ought to|should) _ _ be (behind|closed|dealt|done|drawn|finished|over|settled) ~|run (its|their) course|(ancient history|behind us|clean slate|water under)|turn the page|get over it|(bring|dig|drag|dredg|rake)ing [\\S+] up|(enough|plenty of|so much) time _ (had|has|passed|to)|(<month>|<number> \\S+) [has|have] _ (gone by|passed)|i (gave|give|waited) [it|this|you] _ (till|until) ~|(coming on for|coming up to|getting on for|going on) _ <number> (months|weeks|years)|enough is enough|by now (we|you)|draw a line under|move on (already|now|please)|leave (it|the past|this) [all] (behind|in the past)|(dwell on|living in) the past|round in circles|paid my dues|go back to (normal|how (it|things)|the way)|had (a|the) whole (month|summer|winter|year) to|(we|you) ('d|can|could|have|must|need|ought|should) _ [to] _ (be|get|have) _ [been] (better|beyond|done|healed|over|past|through)",
        "(forgive|pardon|trust) ~ (before|by) (<month>|<weekday>|the)|(ca|can|could|may|must|shall|should|why|will) _ [not] _ (i|us|we|you) [all|both|not|please] _ [please] [not] _ (move on|put (it|that|this)|drop it|forget|stop (going|living|talking)|bury|call it)|(it is time|time) [for|that] [us|we|you] [just|to] _ (come|draw|drew|get|go|got|let|move|moved|put|stop|trust|went)",
        "(i|we) [have] _ (apologised|asked|said|say) ~ [sorry] _ [a|about] (<number>|dozen|enough|fifty|hundred|many|million|several|so many) _ [already|now|time|times]|(are|is) (it|this|we|you) still (about|at|doing|going|going on about|holding|hung up|stuck|talking)",
        "(done) my time|" +
          "(it 's|it is|we are) _ (almost|already|nearly) (<month>|a year|easter|spring|summer|the end|winter)|(close|end) (that|the|this) (book|chapter)|" +
          "(at|in|on) some (day|point|stage|time) _ (i|it|this|we|you) _ ('ll|are|can|got|has|have|is|must|need|ought|will)",
      ].join(or),
    ),
  },
  unless: form(
    "for how long i|no matter how long|(affair|drinking|hid|hotel|lied|paying|rent|seeing)|(at|in) your own|at your pace|there is no|long (day|drive|night|shift|week)|fancy|shall (i|we)|since we (had|last|saw|went)|(end|finish|sleep|start|stop) (school|today|tonight|work|your)|as (long|many|slow) [as]|(n't any|no|not a|not any) (clock|date|hurry|limit|rush)|however (long|many|much)|take (all the|your) time|not (ask|asking|decide|get to say|mine to|say|tell) ~ (when)|(when) (he|i|it|she) (began|had|hid|knew|lasted|lied|started|was|went)|how long (did it|did the|does the|was i)|when (are you|do you|will you) (arrive|back|be back|be home|coming|finish|home|land|leave|off)|it was <number> (months|weeks|years)|(clean|dry|sober)|went on for|lasted|you (get|got) to (decide|say)|do not (get|have) to (decide|say)|ask me (again|as)",
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
