import { type Examples, finder, type Hit, has, overlaps, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";
import { returns } from "./stonewalling.ts";

const find = finder({
  label: "reassuring",
  on: "segment",
  forms: {
    stay: form(
      "(i|we) ('m|am|are) _ (right )?(staying|here (and|with|\\.|,|$)|not going anywhere|not leaving|safe|yours)|i will (sit with|stay)(?! out)",
    ),
    look: form(
      "(u|you) (can|could|may) _ (look|check|see|read|go through|ring|call|phone|take|open|come (along|and|by|in|over|with)|watch|hold|keep|video|count) ~|(here|look) (is|are|,) [,] [here is] (a|check|have|her|his|it|look|my|phone|read|see|take|the|this)(?! (comes|go)) ~|(do|would) you (like|want) (a|it|me to|to|us to) ~ (call|check|come|go|hear|hold|hug|know|lie|look|meet|photo|read|ring|see|send|show|sit|stay|swap|talk|turn|video)|(i|we) can _ (call|come|get|give|go|hand|hold|leave|pass|phone|prove|put|read|ring|send|share|show|sit|sleep|stay|turn|video) ~|(if|when) you _ ('d|feel|like|need|want|wish|would) _ ~~ (ask|call|can|check|here|hold|look|ring|see|show)|(let me|wanna|want) [i|me|to|us] [to] _ (call|check|come|get|go|hold|look|put|read|ring|see|send|share|show|sit|stay|turn|video) ~|i will (show|send|call|ring|video|answer|read|hand|pass|share|forward|come (and|home|now|right|with)|stay) ~",
    ),
    back: form(
      "(i|we) ('ll|will) _ (be home|call|come back|ring|sit|talk|text) ~~ (after|at|by|in|once|when)",
    ),
  },
  unless: form(
    "(u|you) can (always )?(ask|count|cry|feel|tell|trust)|i can (get|hear|not|only|see)|i will (never|try)|i could (have|not|say)|here we go|here is (what|how)|father|<role> to|soup|parcel|dinner|coffee|(each|every) (day|evening|friday|monday|month|morning|night|sunday|week)|from (monday|now|today)|do you want (it|rice|tea)|take (as|full|me|responsibility|your)",
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
          / (?:break|pause|worked up|calm|cool|later|not now|minutes|walk|too (?:angry|upset|tired)|can not talk|moment|step (?:away|out|outside)|back to this|talk about (?:it|this)|answer (?:you )?properly) /;
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
