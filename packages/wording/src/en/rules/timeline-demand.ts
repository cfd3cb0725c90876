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
        "how (long|much longer|many (more )?(weeks|months|years|days|times)) [<adv>] [more] (are|will|do|does|is|must|am|have|has|can|should|you|until|till|before|this|i|we|it|would|more|for|to) ~~ (you|i|it|this|we|be|punish|going|take|last|over|trust|have to|like|keep|continue|sorry|apologise|pay|sleep|prove|angry|mad|forgive|normal|until|need|stop|more|through|sulk|hold)|(until|till) when|for how (long|much longer)|how much (longer|more) ~|how many (more )?times (do|must|should|can|will|have|does|am|is) ~ (apologise|sorry|go through|over this|explain|say|prove|pay|hear|this|punish)",
        "(when|at what point|what day|by when) (will|are|is|do|does|can|am|would|should|r|it) (you|this|it|i|we|things|everything|that|the|all this|finishes|ends) [<adv>] [going to|gonna|get to|be able to|finally|ever|be] [<adv>] (trust|forgive|over|stop|end|be|get|let|move|go|finish|done|normal|better|finished|come|start|put|drop|believe|feel|back|going|sleep|enough|ok|have|talk|touch|drop|ready|past|allowed|\\?)|when (it|this|does this|does it) (finishes|finish|ends|end|stops|stop)|is there (an end|a date|a deadline|any end|going to be an end|ever|light)|will (this|it|you) ever (end|stop|be over|get over|let|be able|trust|forgive)|are you ever (going|gonna) to (let|get|trust|stop|forgive|move|drop|be|believe)",
        `(it|that|this) (has|is|'s|have) [<adv>] [been] [<adv>] [like] ${span} [<adv>] [more than|long|whole|full|bloody|damn|fucking|entire|good] (week|weeks|month|months|year|years|ages|days|day|time|long|decade|century|whole \\S+|days)(?! (ago|since (i|we) (spoke|saw|last)|today)) [<adv>] [now|already|since]|(it|that|this) (has|is) [<adv>] been (months|weeks|years|ages|long enough|forever|an age|so long)|${span} [<adv>] (weeks|months|years|days) [<adv>] (now|already|later|on|is (enough|long|plenty|more)|of (this|punishment|silence|saying|apologising|being|sleeping)|i (am|have|say)|and (you|still|you are|we|i am|nothing))|(already|after) <number> (weeks|months|years|days|times) `,
        "(not|is|surely|enough) [<adv>] (it|that|<number> \\S+|a year|six months|a month|an apology) [<adv>] (long enough|enough|enough time|plenty|sufficient)|(is|was) not that enough|(years|months|weeks|time|times) (is|are|should be|must be|has been|have been|was) [<adv>] (enough|long enough|plenty|sufficient)|enough is enough|(it|this) (has|have) to (stop|end|be over) (now|some time|sometime|at some|soon|one day)",
      ].join(or),
    ),
    over: form(
      [
        "(get|got|be|getting|gotten|come to terms|moved|go|gone|moving|move|put|let) [<adv>] [it|this|that|all this] [<adv>] (over|past|beyond|on from|behind|passed) (it|this|that|him|her|what|all|us|you|by now|now|already|the)(?! night| from work)|(you|we) (should|ought|must|need|have|could|can|'d) [<adv>] [to] [<adv>] (have|be|be able to|get) [<adv>] [been] (over|past|moved on|done|through|beyond|healed|better|finished)|(by now|already) (you|we) (should|ought)|(over|past) (it|this) (by now|already)|by now [surely] you|(you|u) should [<adv>] (trust|be|have|feel) ~~ by now",
        "(can|could|should|shall|must|why|will|may|ca) [<adv>] [not] [<adv>] (we|you|us|i) [not|please|at least|both|all|all just] [<adv>] [please] [not] [<adv>] (move on|move forward|move past|get past|get over|put (this|it|that|all this|everything|the past|the whole)|let (it|this|that) (go|rest|lie|drop)|drop it|forget|stop (going|talking|bringing|dwelling|living|picking)|leave (it|this|that|the past)|be (done|normal|over|past|happy)|go back to|get back|draw a line|turn the page|close (this|the)|bury|be finished|call it|get on with|act normal|be like|just be)|let us [<adv>] (move on|move forward|put (this|it|that|the past|all)|forget|draw a line|leave (it|this|the past)|get past|get on with|go back to|get back|not (dwell|go over|live|keep)|close|bury)|(time|about time|high time|it is time) [that|for] [you|we|us] [to|just] [<adv>] (move|moved|get|got|let|drew|draw|stop|stopped|put|forget|forgot|trust|trusted|come|forgave|dropped|went|go)|draw a line|move on (now|already|please|with|from (this|that|it))|(get over|got over|getting over) (it|this|that|yourself)|put (this|it|that|all this|everything|the past|the whole \\S+) [all] behind|(leave|left|leaving) (it|this|the past|that) [all] (in the past|behind)|dwell on the past|living in the past",
        "(i|we) [have] [<adv>] (said|say|told you|apologised|apologise|been saying) ~ [sorry] [<adv>] [a|<number>|about] (hundred|thousand|million|<number>|many|so many|countless|enough|fifty|dozen|over and over|again and again|several) [<adv>] [times|time|now|already]|(apologised|said sorry) (enough|over and over|again and again|plenty|more than enough|every day|so many)|how (often|many) ~ sorry|(are|is) (you|we|it|this) still (on about|going on about|talking about|bringing|angry|mad|upset|going|not over|banging|an issue|hung up|holding|about|doing|punishing|stuck|at|dwelling|talking)|(still|keep|keeps|always|stop) [<adv>] (going on|bringing|bring|going over|raking|rake|digging|dig|throwing|throw|dredging|banging on|harping|rehash|rehashing|talking|dragging|drag|punishing|going round|holding) [<adv>] (about|up|it|this|over|on|me|round|the past|that|and|against|old)|going round (and round|in circles)|(over|through) (this|it|the same) [a|for|so many|<number>] (hundred|thousand|million|times|weeks|months|again and|over and|<number>)|again and again the same",
        "(done|served) my time|paid my dues|(have|has|am|is|was) (i|this) not [<adv>] (suffered|paid|been punished|apologised|done|been) ~ enough|(suffered|paid|punished) ~ enough|(is|so is|is that) (this|that|it) [just] (how|what|the way) [it|my life|things|our life|we|life] [<adv>] (is|are|will|'s) ~~ (now|forever|for ever|from now on|going to be)|" +
          "(it is|it 's|we are) [<adv>] (nearly|almost|practically|already|well into|coming up to) (<month>|<number>|a year|christmas|easter|summer|winter|spring|the end)|(it is|it has) been (ages|forever|an age|yonks|donkeys|so long|long enough|weeks|months|years)|(had|have) [<adv>] (the whole|all|long enough|plenty of|enough|months|weeks|years|a whole|<number>) ~ (to (get|come|deal|process|calm|think|move|heal)|time)|(get|got|getting) used to it|(close|end) (this|the|that) (chapter|book)|" +
          "(at|on|in) some (point|stage|day|time) [<adv>] (you|we|this|it|i) [<adv>] (have|has|need|got|must|should|will|'ll|are|is|can|need|ought)|(by|before|after) (<month>|<weekday>|the (summer|end|holidays|weekend|wedding|new year|spring|autumn|time)|next \\S+|then|tonight|tomorrow|my birthday|the \\S+) [<adv>] [,] (i|we|you|it|this|things|everything) [<adv>] (want|would|need|expect|should|will|must|hope|have to|are|be|is|over|back|'d|can) ~ (over|answer|decision|know|decide|normal|back|forgive|trust|done|settled|better|finished|behind|past|move)|(i|we) (want|would like|expect|need|'d like|hope for|'d hoped|thought) ~~ (normal|over|back|answer|decision|finished|behind us|done|past (it|this)|better|trust me|settled|moved on|be (fine|ok)) ~ (by|before|until|within|in|now|soon|already)|i (give|will give|am giving) you (until|till|a|one|<number>)|(back to|go back to) (normal|how (it|we|things)|the way|us|where)|(statute of limitations|expiry date|use-by|life sentence|the rest of my life paying|forever|for ever) ~ (on|for|punish|pay|apolog)|(punish|punishing|pay|paying) ~ (forever|for ever|for the rest|for life|until i die)",
      ].join(or),
    ),
  },
  unless: form(
    "as (long|much time|many|slow|slowly) [as]|(no|not a|not any|n't any|without a) (clock|deadline|rush|hurry|date|limit|timetable|timeline|schedule|pressure)|to the next (chapter|page|topic|item|song)|however (long|many|much)|no matter how long|take (your|all the|whatever) time|not (say|decide|tell|get to say|get to decide|mine to|up to me|going to ask|asking|ask) ~ (when|how long)|(how long|when) (i|it|the affair|she|he) (lied|went|lasted|was|had|knew|hid|started|began)|how long (was i|does the|did it|did the|is the (film|drive|flight|wait|queue)|will the|are you (away|staying|out)|until (dinner|the|lunch))|when (will you|are you|do you) (be home|be back|coming|home|back|finish|leave|arrive|get home|land|off)|it was <number> (months|weeks|years)|ago (i|we)|(i|and) (still|am still) (can not|have|dream|feel|wake|cry|miss|do not|having)|it has been (a (pleasure|lovely|good|nice|joy|long day|year today)|so good|hard|lovely)|(sober|clean|dry|since (i|my) last)|went on for|lasted|you (get|got) to (decide|say)|at your pace|(in|at) your own (time|pace)|do not (get|have) to (say|decide)|ask me (again|as)|every time you (ask|need)|it has been <number> ~ since (i (lied|saw|spoke|drank|deleted|last|met|told))",
  ),
  unlessBefore: form(
    "(not|never|no) [<adv>] (asking|ask|say|saying|decide|tell|expect|going to|get to|mine)|(you|he|she) ~ (said|asked)|there is no",
  ),
});

export const rule: Rule = {
  name: "time-set",
  label: "timeline_demand",
  reason: "A hurt of this kind keeps no calendar. Asking how long tells the reader that they are late.",
  sources: [sources.coaching, sources.counselling],
  find: (reading, context, found) => find(reading, context, found),
};

export const examples: Examples = {
  flags: [
    { text: "How long are you going to be angry?", speaker: "harmer" },
    { text: "It's been six months.", speaker: "harmer" },
    { text: "Can't we just move on?", speaker: "harmer" },
  ],
  passes: [
    { text: "Take as long as you need.", speaker: "harmer" },
    { text: "How long does the pasta need?", speaker: "either" },
    { text: "It's been two weeks and I still can't eat.", speaker: "hurt" },
  ],
};
