import { type Examples, finder, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const span =
  "(<number>|a|one|a whole|a full|over a|nearly a|almost a|half a|more than a|how many|weeks|months|years|ages|so many|this many|all these|long enough)";
const find = finder({
  label: "timeline_demand",
  speakers: ["harmer", "either"],
  on: "segment",
  forms: {
    long: form(
      [
        "how (long|much longer|many (more )?(weeks|months|years|days|times)) _ [more] (are|will|do|does|is|must|am|have|has|can|should|you|until|till|before|this|i|we|it|would|more|for|to) ~~ (punish|(going to|gonna) _ (be _ (like|angry|mad|cold|upset|this|cross|silent|sad|hurt)|make|keep|punish|hold|drag|go on|sulk|treat|hate|shut|ignore|stay|hang|do this|need|act|throw|blame|last)|last|over|trust|i have to|keep|sorry|pay|prove|angry|mad|forgive|normal|stop|go on|through|sulk|hold)",
        "(when|by when) (will|are|is|do|does|can|am|would|should|r|it) (you|this|it|i|we|things|that|the|ends) _ [going to|gonna|get to|finally|ever|be] _ (trust|forgive|over|stop|end|(be|feel) _ (over|normal|able|done|past|like|happy|enough|better|ok)|get (over|past|back to|my|our)|let|go back|finish|done|normal|better|put|drop|believe|sleep|enough|touch|past|allowed)",
        `(it|that|this) (has|is|'s|have) _ [been] _ [like] ${span} _ [more than|long|whole|full|bloody|damn|fucking|entire|good] (week|weeks|month|months|year|years|ages|days|day|time|long|decade|century|whole \\S+|days)(?! (ago|since (i|we) (spoke|saw|last)|today)) _ [now|already|since]|(it|that|this) (has|is) _ been (weeks|years|ages)|${span} _ (weeks|months|years|days) _ (now|already|later|on|is (enough|long|plenty|more)|of (this|punishment|silence|saying|apologising|being|sleeping)|i (am|have|say)|and (you|still|you are|we|i am|nothing))|(already|after) <number> (weeks|months|years|days|times) _ (you|of|and|we|i|,|\\?|\\.)`,
      ].join(or),
    ),
    over: form(
      [
        "(is|was) not (six|ten|enough|a) \\S+ [\\S+] enough|statute of|(nobody|no one|who|others?|people|they|lot) ~ (this long|so long|that long|by now|in (a|half)|inside a|within a|in <number> (weeks|months))|(we are|it is|you are|now) on (week|month|day|year) <number>|(is|was|been) since (<month>|<weekday>|@\\S+|last)|sell-by|expiry date|(have|has) an end|(until|till) (when|which)|by when|for how long|(should|must|needs to|has to|ought to|can|could) _ _ be (drawn|over|finished|done|behind|closed|settled|dealt) ~|run (its|their) course|(behind us|water under|ancient history|clean slate|bygones)|turn the page|get over it|(dig|drag|bring|rake|dredg)ing [\\S+] up|(enough|plenty of|so much) time _ (has|had|passed|to)|(<month>|<number> \\S+) [has|have] _ (passed|gone by)|i (gave|give|waited) [you|it|this] _ (till|until) ~|(coming up to|coming on for|getting on for|going on) _ <number> (weeks|months|years)|enough is enough|by now (you|we)|draw a line under|move on (now|already|please)|leave (it|this|the past) [all] (in the past|behind)|(dwell on|living in) the past|round in circles|paid my dues|go back to (normal|how (it|things)|the way)|had (the|a) whole (summer|winter|year|month) to|(you|we) (should|ought|must|need|have|could|can|'d) _ [to] _ (have|be|get) _ [been] (over|past|done|through|beyond|healed|better)",
        "(pardon|forgive|trust) ~ (before|by) (<weekday>|<month>|the)|(can|could|should|shall|must|why|will|may|ca) _ [not] _ (we|you|us|i) [not|please|both|all] _ [please] [not] _ (move on|put (this|it|that)|drop it|forget|stop (going|talking|living|picking)|bury|call it)|(time|it is time) [that|for] [you|we|us] [to|just] _ (move|moved|get|got|let|drew|draw|stop|put|trust|come|went|go)",
        "(i|we) [have] _ (said|say|apologised|asked) ~ [sorry] _ [a|about] (hundred|million|<number>|many|so many|enough|fifty|dozen|several) _ [times|time|now|already]|(are|is) (you|we|it|this) still (going on about|going|banging|hung up|holding|about|doing|stuck|at|talking)",
        "(done) my time|" +
          "(it is|it 's|we are) _ (nearly|almost|already) (<month>|a year|easter|summer|winter|spring|the end)|(had|have) _ (the whole|all|enough|months|weeks|years|a whole) ~ (to (get|come|deal|process|calm|think|move|heal)|time)|(close|end) (this|the|that) (chapter|book)|" +
          "(at|on|in) some (point|stage|day|time) _ (you|we|this|it|i) _ (have|has|need|got|must|will|'ll|are|is|can|need|ought)",
      ].join(or),
    ),
  },
  unless: form(
    "for how long i|no matter how long|(hotel|affair|lied|hid|rent|paying|drinking|seeing)|(at|in) your own|at your pace|there is no|long (day|week|night|drive|shift)|fancy|shall (i|we)|since we (had|went|last|saw)|(sleep|finish|start|stop|end) (tonight|work|today|school|your)|as (long|many|slow) [as]|(no|not a|not any|n't any) (clock|rush|hurry|date|limit)|however (long|many|much)|take (your|all the) time|not (say|decide|tell|get to say|mine to|asking|ask) ~ (when)|(when) (i|it|she|he) (lied|went|lasted|was|had|knew|hid|started|began)|how long (was i|does the|did it|did the)|when (will you|are you|do you) (be home|be back|coming|home|back|finish|leave|arrive|land|off)|it was <number> (months|weeks|years)|(sober|clean|dry)|went on for|lasted|you (get|got) to (decide|say)|do not (get|have) to (say|decide)|ask me (again|as)",
  ),
  unlessBefore: form("(you|he|she) ~ (said|asked)"),
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
