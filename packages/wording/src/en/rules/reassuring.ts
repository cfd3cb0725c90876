import { type Examples, finder, type Hit, has, overlaps, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";
import { returns } from "./stonewalling.ts";

const find = finder({
  label: "reassuring",
  speakers: ["harmer", "either"],
  on: "segment",
  forms: {
    stay: form(
      "(i|we) (am|are|'m) [<adv>] (right )?(staying|here (for you|and|with|\\.|,|beside|$)|not going anywhere|not leaving|with you|by your side|coming home|coming back|on my way|right here|safe|still here|beside you|next to you|not (angry|cross|annoyed|mad|upset) (with|at) you|home (now|in|by)|not (going|running|walking) (away|to leave|to go|to run|to walk)|yours|not seeing anyone)|i (will not|am not going to) (leave|go|run|walk|let go|disappear)(?= (you|away|\\.|,|us|anywhere|if|$|and))|i will (stay|be here|be right here|sit with|hold you|wait (up|here|with))(?! out)|i (love|choose|want) (only )?you and (i am|only)|(you are|you and the kids are) (safe|the only|the one)|there is (no one|nobody|no-one) else|(nothing|no one|nobody) [<adv>] (is|has been) [<adv>] (going on|happening|there)(?! (is|that)) |(i am|it is) over (with|between)",
    ),
    look: form(
      "(you|u) (can|may|could|are welcome to|are free to) [<adv>] (look|check|see|read|have a look|go through|ring|call|phone|ask (her|him|them|my|anyone)|take|open|come (with|along|and|by|over|in)|scroll|watch|listen|hold|have (my|the|it)|keep|stay on|search|video|facetime|count) ~|(here|have a look|take a look|look) (is|are|,|at) [,] [here is] (my|the|it|a|have|look|take|phone|his|her|read|see|check|for yourself|this)(?! (go|comes)) ~|(take|check|read|have) (my|the) (phone|laptop|messages|thread|location|receipt|call log|whole) ~|(look|check|see|read it) (for yourself|yourself)|take it and (look|see|check)|(do|would) you (want|like) (to|me to|us to|it|a) ~ (look|see|check|call|ring|read|come|hold|stay|listen|talk|show|sit|hear|screenshot|photo|go|meet|video|send|hug|cuddle|know|lie|swap|turn)|(i|we) can [<adv>] (show|call|ring|video|facetime|send|come|put|hand|give|stay|sit|sleep|hold|turn|explain|answer|leave|screenshot|share|pass|prove|read|phone|get|go) ~|(if|whenever|when|any time) you [<adv>] (would|'d|want|like|need|wish|prefer|feel) [<adv>] ~~ (check|look|call|ring|here|number|see|show|ask|can|hold|i will (stay|show|come|call|answer|sit|wait))|(want|shall i|should i|let me|wanna) [me|to|us|i] [to] [<adv>] (show|call|ring|come|see|check|send|stay|video|look|hold|put|get|go|facetime|sit|read|turn|share|stay) ~|i will (show|send|call|ring|video|answer|read|screenshot|facetime|hand|pass|share|take a (photo|picture)|forward|come (straight|home|and|now|right|with)|tell you everything|explain|stay|sit with) ~",
    ),
    back: form(
      "(i|we) (will|am going to|'ll) [<adv>] (come back|be back|call|ring|be home|talk|pick (it|this) up|text|return|answer|sit|finish) ~~ (at|in|after|by|within|tomorrow|once|when|as soon|<clock>)",
    ),
  },
  unless: form(
    "(you|u) can (always )?(ask|tell|trust|count|be (angry|upset)|cry|feel|question)|i can (not|see|understand|get|imagine|hear|only)|i will (never|try)|i could (not|have|say)|here we go|here is (what|how|the (thing|shopping))|if you (ask|want|like) (me )?(forgive|to forgive)|father|priest|<role> to|ask me in|shopping|soup|parcel|dinner|tea|coffee|i am not (angry|mad), |i can explain|(every|each) (day|night|week|month|evening|friday|sunday|monday|saturday|tuesday|wednesday|thursday|morning)|from (now|monday|tomorrow|today)|check (in|out) (with|the)|you can see (i|how|that i)|i will show you (that|how|i|what)|do you want (rice|tea|to talk now|it|a medal|my blood)|stay out|i love you when|you may (not|never|think|find|be)|take (me|it easy|as|your|full|responsibility|my word)",
  ),
});
/** A word of regret answers nothing. */
const sorryAlone = /^ (?:i am )?(?:so |very |really )?sorry [.,]? ?$/;
const evasive =
  /^ (?:nothing|nobody|no one|no|work|out|why|i do not know|somewhere|someone|just stuff|stuff|people|friends|just out|dunno|fine|busy|not really|maybe) [.…!]? ?$/;

export const rule: Rule = {
  name: "safety-given",
  label: "reassuring",
  reason: "A short true answer and something to hold on to give a frightened person ground.",
  sources: [sources.coaching, sources.practice],
  find(reading, context, found) {
    if (has(found, "irritated", "contempt", "stonewalling")) return [];
    if (context.speaker === "hurt") return [];
    const free = (hit: Hit): boolean =>
      !overlaps(
        hit,
        found,
        "validating",
        "commitment",
        "commitment_untestable",
        "clarity",
        "blame_shift",
        "forgiveness_demand",
        "criticism",
      );
    const offered = find(reading, context, found).filter(
      (hit) =>
        !overlaps(
          hit,
          found,
          "validating",
          "commitment_untestable",
          "clarity",
          "blame_shift",
          "forgiveness_demand",
          "criticism",
          "timeline_demand",
        ),
    );
    const hits = offered.filter((hit) => context.replyTo !== "" || !overlaps(hit, found, "commitment"));
    if (context.replyTo !== "")
      for (const sentence of reading.sentences) {
        const whole: Hit = {
          label: "reassuring",
          sentence,
          from: 0,
          to: sentence.text.length,
          form: "answer",
        };
        if (overlaps(whole, hits, "reassuring") || !free({ ...whole, from: 0 })) continue;
        const short = reading.sentences.length === 1 && evasive.test(sentence.text);
        if (
          sentence.words.length > 2 &&
          !/ \? $/.test(sentence.text) &&
          !short &&
          !sorryAlone.test(sentence.text)
        )
          hits.push(whole);
      }
    else
      for (const sentence of reading.sentences) {
        const back: Hit = {
          label: "reassuring",
          sentence,
          from: 0,
          to: sentence.text.length,
          form: "return",
        };
        const pauses =
          / (?:break|breather|pause|worked up|calm|cool|later|not now|minutes|walk|too (?:angry|upset|tired|flooded)|can not talk|moment|step (?:away|out|outside)|back to this|talk about (?:it|this)|answer (?:you )?properly) /;
        if (
          returns.test(sentence.text) &&
          pauses.test(reading.all) &&
          !overlaps(back, hits, "reassuring") &&
          !/ \? $/.test(sentence.text)
        )
          hits.push(back);
      }
    return hits;
  },
};

export const examples: Examples = {
  flags: [
    { text: "I'm at the dentist's, back at five.", replyTo: "Where are you?", speaker: "harmer" },
    { text: "You can look at my phone.", speaker: "harmer" },
    { text: "I'm not going anywhere.", speaker: "harmer" },
  ],
  passes: [
    { text: "I made soup.", speaker: "either" },
    { text: "For God's sake, I'm at work.", replyTo: "Where are you?", speaker: "harmer" },
  ],
};
