import { type Examples, finder, type Hit, has, overlaps, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";
import { returns } from "./stonewalling.ts";

const find = finder({
  label: "reassuring",
  on: "segment",
  forms: {
    stay: form(
      "(i|we) ('m|am|are) _ (right )?(staying|here (and|\\.|,|$)|not going anywhere|not leaving|right here|yours)|i will be here(?! out)|i love (only )?you and i am|nothing _ is _ going on(?! (is|that)) ",
    ),
    look: form(
      "(u|you) (can|may) _ (look|see|call) ~|(here|look) (is|are|,) [,] [here is] (a|her|his|it|my|see|the)(?! (comes|go)) ~|take it and (look|see)|do you want (a|it|me to|to) ~ (go|hold|hug|lie|see|sit)|(i|we) can _ (get|go|put|show|sit|sleep) ~|if you _ ('d|want) _ ~~ (ask|call|can|check|here|see)|want [i|me|to|us] [to] _ (get|go|hold|put|see|sit) ~|i will (send|call|answer) ~",
    ),
    back: form(
      "(i|we) ('ll|will) _ (be back|be home|call|come back|sit|talk|text) ~~ (after|at|by|in|tomorrow|when)",
    ),
  },
  unless: form(
    "(u|you) can (always )?(ask|cry)|i can (get|not|see)|i will (never|try)|here we go|here is (how|the shopping)|father|soup|parcel|dinner|coffee|(each|every) (day|evening|night|saturday)|do you want (it|tea|to talk now)|take (as|me)",
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
