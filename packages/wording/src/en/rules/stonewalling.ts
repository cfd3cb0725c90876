import { type Examples, finder, overlaps, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const forms = {
  refuse: form(
    [
      "(i|we) [<adv>] (do|will|am|are|can|wo|ca|'m|wont) [<adv>] not [<adv>] [want to|going to|gonna|prepared to|willing to|having|be|interested in|intend to|propose to|wish to|care to|like to|able to|have to|need to|getting] [<adv>] (talk|talking|discuss|discussing|hear|hearing|go into|going into|get into|getting into|do this|doing this|answer|answering|explain|explaining|speak|speaking|listen|listening|engage|engaging|have this|having this|be having|continue|deal with|argue|arguing|respond|responding|justify|repeat|repeating|comment|think about|stand here|sit here|say (anything|another|more)|be (questioned|interrogated|discussing|drawn|cross|part)|(be )?bothered|care|going there|entertain|debate|debating|fight|fighting|bring|go over|going over|go through|going through|talk about|see you|see your|having this conversation|here for|in the mood|discussing) ~",
      "i (refuse|decline|prefer not|would rather not|have no (intention|wish|desire|interest)|am not interested|do not intend|do not propose) [to|of|in] ~ (talk|talking|discuss|discussing|hear|answer|engage|go|explain|speak|say|continue|it|this|listening|hearing|repeat|be|dig|revisit)|i am (done|finished|through|out|over it|over this|so done|sick of talking|tired of talking|too tired for|not here for|leaving it there|going to stop|hanging up|blocking|muting|ignoring|ending)(?! (with (the|my|work|school|dinner|dishes|lying|cheating|drinking|her|him)|lying|hiding|at|for the day|pretending|here at)) ~|(conversation|discussion|talk|subject|matter|topic|chat|debate|argument|question) [<adv>] (is|are|'s) [<adv>] (over|closed|finished|done|ended|off|not up|off-limits|not open)",
      "(end|that is the end|the end) of [the] (story|discussion|conversation|discuss|that|it|subject|chat|debate|matter)|(that is|this is|and that is) (that|final|it|all i|my last|all you)(?= (\\.|,|$|!|i|to|am|will|have|on|get|are))|(subject|case|topic) closed|full stop|period \\.|(nothing|no more|not anything|nothing else|nothing left|nothing more|not a word) [<adv>] [more|else|left|further] to (say|talk|discuss|add|explain|tell|answer|hear|you)|(there is|is|i see|i have|have|got) [<adv>] (nothing|no point|no use|not a thing|nothing more|no sense|nothing left|not anything) [<adv>] [more|left|else|in|to|in us] (to|talking|discussing|say|in|discuss|talk) ~|no comment|(not|never) (talking|speaking|discussing|doing|having|going into|getting into|telling you|answering|explaining|going there|going over|playing this) [<adv>] [about|to|with|into] ~ (this|you|it|that|again|about|now|anymore|today|tonight|$|\\.|,)",
      "(we|i) (are|am) [all] (done|finished|through) [here|now|with this|talking] (\\.|$|,)|(it is|this is|that is) not (important|relevant|your concern)|" +
        "(talk|speak|read it|tell|take it up|write|ask) (to|in|with) (my lawyer|my solicitor|the wall|my mother|someone else|somebody else|your (mother|therapist|friends|sister|mates)|the hand|a wall)|my (lawyer|solicitor) will|(blocking|muting|blocked|muted|ignoring) (you|u|this)|(do not|please do not|stop|never|just stop) [<adv>] (contact|call|text|talk to|message|speak to|ask|asking|ring|bother|start|mention|calling|texting|talking|bring|come near|pestering|follow|messaging) (me|this|it|about|that|again|up|\\.|$|,|talking) ~|(you|we) (are|re) not (having|doing|discussing|going) ~|i (have|'ve) (said|told you) (everything|all|enough|what i|my piece|all i)|(we|i) (have|are) (already )?(nothing|been through this|done this)(?= (\\.|,|to|$|already|and))",
      "i can not (be bothered|do this|deal with (this|you|it)|talk (to you|about (this|it|that))|take (this|any more)|with (this|you)|face (this|talking))|can not be (bothered|arsed|assed)|(not|no) [<adv>] (interested|bothered|listening|in the mood|my problem|your business|now \\.|tonight \\.|today \\.|this again)|i (have got|got|have) to go (\\.|,|$)|i (could not|do not) care ~|i (couldn't|don't) give a|good night \\.|bye \\.|(just )?go away|get out|leave me (alone|be|in peace|out)|back off|let me be|(please )?just (go|stop|leave)(?= (\\.|$|,|!|it|me|now))|not going there|no more (talking|questions|of this)|(i am|i'm) (busy|tired|too busy)(?= (\\.|$|,|now))",
    ].join(or),
  ),
  brush: form(
    [
      "ask me no |(hear|want) no more (of|about) (it|this|that)|(just |please |can you |can we |ok |so )?(drop|leave|forget|let) (it|this)(?= (\\.|$|,|!|there|now|alone|ok|go|at that|be|drop|about|will|please))(?! (on|in|at|with|to|for))|(can|could) (we|you) [<adv>] (not|stop|drop|leave|talk about something|please stop|change the subject|please not) ~|(never|nvm) mind|whatever|what ever|(think|believe) (what|whatever|as) [ever] [the (hell|fuck)] (you|u) [<adv>] (want|like|please|will|need|wish|choose)|suit yourself|do (what|whatever|as) [ever] you (want|like|please|will)|(make of it|say) what you (want|will|like)|if you say so|have it your way|fine \\. (?:$)|as you wish|ok \\. $|k \\. $|same difference|not (your|ur) (business|concern|problem)|(none|not any) of your (business|concern|damn|fucking|bloody)|mind your (own )?|(nothing|nobody|no one|none|nowhere|somewhere|someone) (you|that you|for you|that|to do with you|that concerns) ~ (worry|need|know|concern|you|about|important|matter|interest|bother)|(it|this|that) (does|do) not (concern|matter|involve) ~|(does|do) not (matter|concern)|(do not|dont|no need to) worry (about it|your|about that|yourself|about nothing)|(why|what) (does|do|difference) (it|that|you) ~ (matter|care|to you)|(you|u) (do not|don't) need to know|(it|that) is (private|personal|my business|complicated|between|not important|none|nothing)|it is nothing|nothing (\\.|,) (leave|drop|forget|ok|just|it is fine|stop)",
      "i (do not|don't) (know|remember|recall|want to|feel like)(?= (\\.|,|$|ok|and|it|talking|this))(?! how| yet| and i (hate|am))|(go|just go) to (sleep|bed)|we (will|can|'ll) (talk|see|discuss) (some other|another|some|one) (time|day)|some other time|maybe later|not now|not (this )?again(?= (\\.|$))|(what|why) do you care|ask (her|him|them|someone|somebody) (then|else|yourself|if)|figure it out|you figure|work it out yourself|you know (the answer|what happened|already|why|exactly)|i (already )?(answered|told you|said) (that|this|it|already|no|all|once)(?= (\\.|,|$))|(shut|shush|zip) (up|it)|(change|changing) the subject|blah|i am fine(?= (\\.|$|,))|can (this|it) wait(?= (\\?|$|\\.))|later(?= (\\.|$|,))",
    ].join(or),
  ),
};
/** A time at which the talk goes on: a pause, and no wall. */
export const returns = form(
  [
    "(i|we|and|let us|can we) [<adv>] [will|am|'ll|can|could|promise|would like to|want to|shall|both|be] [<adv>] (be back|come back|call|ring|talk|pick (this|it) up|answer|text|continue|return|sit down|tell|come|speak|write|try again|come home|do it|do|go on|finish|start again|listen|go back|read it|message|find you|knock|check in) [you|this|to|it|about|again|on|then|properly|back|with|up|and] ~~ (at|in|after|tomorrow|tonight|when|by|<weekday>|once|<clock>|later (today|tonight)|first thing|before|<number>|as soon|the morning|from|within|until|straight|this evening|on)",
    "(need|give me|take|want|have) [<adv>] [about|like] (<number>|a|half|an|one|some|the|until|till|a few) [<adv>] (minutes?|mins|hours?|hour|an hour|moment|break|bit|night|evening|walk|half|<number>|tomorrow|morning|half an hour|five|ten|twenty) ~~ (then|and i|and then|back|and we|first|to (calm|breathe|cool|think|settle)|before)|(back|again|talk|this|it|answer) (at|in|after|by|tomorrow|tonight) (<clock>|<number>|eight|seven|dinner|lunch|breakfast|work|the|a|an|half|quarter|morning|\\d)|can we (do|talk|pick|try|come|make) ~~ (<weekday>|tomorrow|tonight|after|at|in|later|<clock>|when)|not (now|tonight|today|yet) ~ (at|tomorrow|<weekday>|after|in)",
  ].join(or),
);
/** The whole message is a word or two that give nothing. */
const scant =
  /^ (?:it is )?(?:nothing|no reason|no one|nobody|no-one|out|somewhere|things|stuff|work stuff|just stuff|just out|busy|fine|i am fine|ok|k|sure|whatever|nowhere|someone|because|idc|i do not care|i do not know|later|so|and|meh|nothing much|just people|people|a friend|some people|just someone|just somebody|no one you know|nobody you know|just someone|just a friend|just friends|friends|i am going to (?:sleep|bed)|i am off to bed|i am tired|going to bed|not now|stuff|things) [.…!]? ?$/;
const finds = finder({
  label: "stonewalling",
  on: "sentence",
  forms,
  unlessBefore: form(
    "when (we|you|i)|if (we|you|i)|thought about|(you|they|she|he) (will|would|do|did|can|could) not|never|instead of|rather than",
  ),
  unless: form(
    "nothing but|(argue|fight|debate) (about|with) (what|that|how|your)|talk over you|nothing left in|promise you|(i am|i'm) (done|finished) with (the|my|work|dinner|school)|leave the|leave it (on|in|at|with)|drop (it|this) (off|in|at|on)|forget it (?:happened|was)|i will not (hide|lie|drink|see|talk to (her|him)|contact|argue with (you|that|it|a))|i do not want to (lose|hurt|leave|hide|lie)|nothing but (respect|love|good)|nothing (needs|is going on|happened)|(not|never) (busy|too busy|tired) (of|for)|not (going|going to) (anywhere|leave)|i (do not|can not) (know|remember) (how|why|what|which|when|where|if|who|yet) |not (?:asking|expect)|whatever (it|you|i|happens|the|time|she|he)|never mind (the|that|how)|let it go (by|on)|i am (tired|busy) (today|this|and)|you do not (have|need) to (talk|answer|say|know what|listen|hear|read|speak|tell|explain|decide)|(i|we) (do|am|will|can) not (blame|expect|angry|mad)|there is (nothing|no) (i|excuse|to forgive|reason|hurry|rush|pressure|secret)|i have nothing to (hide|offer|give)|do you want|stop (hurting|lying|blaming|feeling)|stop me|can not (sleep|eat|stop|believe|undo|change|take it back|promise|imagine|forgive|breathe|live)|never mind me",
  ),
});

export const rule: Rule = {
  name: "door-shut",
  label: "stonewalling",
  reason:
    "A talk that ends without a time to go on leaves the reader alone with it. A pause with a return does not.",
  sources: [sources.antidotes],
  find(reading, context, found) {
    if (returns.test(reading.all)) return [];
    const only = reading.sentences.length === 1 ? reading.sentences[0]! : undefined;
    if (only && context.replyTo !== "" && scant.test(only.text))
      return [{ label: "stonewalling", sentence: only, from: 0, to: only.text.length, form: "scant" }];
    return finds(reading, context, found).filter((hit) => {
      if (hit.form === "brush" && context.part === "letter" && hit.sentence.words.length > 12) return false;
      if (context.speaker === "hurt" && / (today|yet|right now) /.test(hit.sentence.text)) return false;
      if (context.replyTo !== "" && overlaps(hit, found, "irritated")) return false;
      return !overlaps(hit, found, "timeline_demand", "forgiveness_demand", "commitment", "contempt");
    });
  },
};

export const examples: Examples = {
  flags: [
    "I'm not talking about this.",
    "Drop it.",
    "Whatever.",
    { text: "Nobody.", replyTo: "Who was that?", speaker: "harmer" },
  ],
  passes: [
    "I'm done with the dishes.",
    "I need a break. I'll come back to this at eight.",
    "Leave the keys on the table.",
  ],
};
