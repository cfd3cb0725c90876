import { type Examples, finder, type Hit, has, overlaps, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";
import { returns } from "./stonewalling.ts";

const find = finder({
  label: "reassuring",
  on: "segment",
  forms: {
    stay: form(
      "(i|we) (am|are|'m) _ (right )?(staying|here (for you|and|with|\\.|,|beside|$)|not going anywhere|not leaving|right here|safe|yours)|i will (stay|be here|sit with)(?! out)|i (love|want) (only )?you and (i am|only)|(you are) (safe|the one)|(nothing|no one|nobody) _ (is) _ (going on|there)(?! (is|that)) ",
    ),
    look: form(
      "(you|u) (can|may|could) _ (look|check|see|read|go through|ring|call|phone|take|open|come (with|along|and|by|over|in)|scroll|watch|listen|hold|keep|stay on|search|video|count) ~|(here|look) (is|are|,) [,] [here is] (my|the|it|a|have|look|take|phone|his|her|read|see|check|this)(?! (go|comes)) ~|(take|check|read|have) (my|the) (phone|laptop|messages|thread|receipt|whole) ~|take it and (look|see|check)|(do|would) you (want|like) (to|me to|us to|it|a) ~ (look|see|check|call|ring|read|come|hold|stay|talk|show|sit|hear|photo|go|meet|video|send|hug|know|lie|swap|turn)|(i|we) can _ (show|call|ring|video|send|come|put|hand|give|stay|sit|sleep|hold|turn|explain|answer|leave|share|pass|prove|read|phone|get|go) ~|(if|when) you _ (would|'d|want|like|need|wish|prefer|feel) _ ~~ (check|look|call|ring|here|number|see|show|ask|can|hold)|(want|shall i|let me|wanna) [me|to|us|i] [to] _ (show|call|ring|come|see|check|send|stay|video|look|hold|put|get|go|sit|read|turn|share|stay) ~|i will (show|send|call|ring|video|answer|read|hand|pass|share|forward|come (straight|home|and|now|right|with)|explain|stay) ~",
    ),
    back: form(
      "(i|we) (will|'ll) _ (come back|be back|call|ring|be home|talk|text|sit) ~~ (at|in|after|by|tomorrow|once|when)",
    ),
  },
  unless: form(
    "(you|u) can (always )?(ask|tell|trust|count|cry|feel)|i can (not|see|get|hear|only)|i will (never|try)|i could (not|have|say)|here we go|here is (what|how|the (thing|shopping))|father|<role> to|ask me in|soup|parcel|dinner|coffee|(every|each) (day|night|week|month|evening|friday|sunday|monday|saturday|tuesday|wednesday|morning)|from (now|monday|today)|do you want (rice|tea|to talk now|it|a medal)|you may (not|never|think|find|be)|take (me|as|your|full|responsibility|my word)",
  ),
});
/** Where no worry is answered, only what cannot be taken for an errand gives safety. */
const strong =
  / (?:not going anywhere|not leaving|am staying|here (?:for|with) you|(?:right|still) here|by your side|beside you|not (?:angry|cross|annoyed|mad|upset) (?:with|at) you|phone|laptop|messages|thread|location|receipts?|statements?|check|look|see for yourself|no one else|nobody else|will not (?:leave|go|walk)|(?:come|be) back|spare room|if it helps|number|(?:hold|stay with|sit with) you|come with me|(?:ring|call|ask) (?:her|him|me|them)|(?:choose|love) you) /;
/** A question about the day, and no worry. */
const ordinary =
  /^ (?:(?:can|could|will|would) you (?:get|pick|feed|bring|buy|do|take|collect|make|fetch)|did you (?:feed|get|pick|buy|remember|lock|pay|put|book)|what time (?:are|will|is)|shall we|are you coming to) /;
/** A word of regret answers nothing. */
const sorryAlone = /^ (?:i am )?(?:so |very |really )?sorry [.,]? ?$/;
const evasive =
  /^ (?:(?:hold|drink|mind|eat|leave|stop|shut|hush|do not|ask (?!me|her|him|them|any)|lose|get|go (?!ahead|on|through)) .*|(?:to|about) (?:this|that) i .*|nothing|nobody|no one|no|work|out|why|i do not know|somewhere|someone|just stuff|stuff|people|friends|just out|dunno|fine|busy|not really|maybe) [.…!]? ?$/;

export const rule: Rule = {
  name: "safety-given",
  label: "reassuring",
  sources: [sources.coaching, sources.practice],
  find(reading, context, found) {
    if (has(found, "irritated", "contempt", "stonewalling")) return [];
    if (context.speaker === "hurt" && context.replyTo === "") return [];
    if (ordinary.test(` ${context.replyTo.toLowerCase()} `)) return [];
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
    const hits = offered.filter(
      (hit) =>
        context.replyTo !== "" ||
        (strong.test(hit.sentence.text) &&
          !/ (?:can|could|would|will) (?:you|we) .*\? /.test(hit.sentence.text) &&
          !overlaps(hit, found, "commitment")),
    );
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
        const short = evasive.test(sentence.text);
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
  reason: "A short true answer and something to hold on to give a frightened person ground.",
  flags: [
    { text: "I'm at the dentist's, back at five.", replyTo: "Where are you?", speaker: "harmer" },
    { text: "You can look at my phone.", speaker: "harmer" },
    { text: "I'm not going anywhere.", speaker: "harmer" },
  ],
  passes: [
    { text: "About six.", replyTo: "What time are you back?", speaker: "harmer" },
    { text: "I made soup.", speaker: "either" },
    { text: "For God's sake, I'm at work.", replyTo: "Where are you?", speaker: "harmer" },
  ],
};
