import { type Examples, finder, type Hit, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
/** Annoyance that shows by itself what was asked: it needs no question beside it. */
const plain = form(
  [
    "(sick|tired) _ (by|of|to) _ (explain|the|you|your) _ [endless|little|same|stupid] (questions?|you always)",
    "every (single )?(day|time) [that] (i|we) ~~ you (are|ask|do|get|go|start)|you (can not|do not have to) _ (act|ask|check|keep|nag|shout) ~|(cross-examin\\w+|a criminal)",
  ].join(or),
);
const inReply = form(
  [
    "inquest|where else|duh|(oh )?(here we go|not (the|this)|for (crying|god)|ffs|jesus|christ|god|oh for|ugh|give (it|me) a rest|calm down|chill)(?! (here is|it is))",
    "i ('ve|have)? ?(already) told",
    "i am being ~|(ca|can|may) (a man|i|one|we) _ not ~|, (all right|duh|god|ok)(?= (\\?|\\.|!|$|now))|(no|yes) (no|yes)(?= (,|\\.|yes|no|i|$))",
  ].join(or),
);
const find = (forms: Record<string, RegExp>) =>
  finder({
    label: "irritated",
    speakers: ["harmer", "either"],
    on: "sentence",
    forms,
    unless: form(
      "(annoyed|mad) _ (at|by|of|with) (it|me|my|myself|the)|printer|thank you|you do not have to (ask|do|forgive)",
    ),
  });
const always = find({ plain });
const answering = find({ plain, inReply });

/** A question thrown back at the one who asked; an offer is none. */
const offer =
  / (?:do you want (?:me|us|to (?:see|look|hear|talk|come|check|read|call|ring|sit|go|know|hold|lie|stay|speak|meet))|want (?:me|to (?:see|look|hear|talk|come|check|read|call))|shall|should i|would you like|would it|could i|can i (?:show|call|ring|tell|explain|help|hold|come|give|do|get|hug|sit|phone|answer|have a (?:minute|moment|hug))|can we|could we|what (?:do|would) you need|what would help|how can i|is that (?:ok|all right|better)|does that help|would that help|will you|may i|are you (?:ok|all right|alright|safe|at home|scared|worried|free|still)|how are you|what can i|is there|or (?:just )?(?:sit|hold|call|would|shall)|which|when (?:can|shall)|ok for you) /;
const isRetort = (text: string): boolean => (/ \? $/.test(text) || inverted.test(text)) && !offer.test(text);
/** Without its mark a question still opens with its verb. */
const inverted =
  /^ (?:\S+ ){0,2}(?:(?:can|am|do|did|have|must|may) (?:i|we) |since when |do not (?:you )?(?:start|quiz|question|push|use|bring|be|even) )/;

export const rule: Rule = {
  name: "annoyed-at-worry",
  label: "irritated",
  sources: [sources.antidotes, sources.coaching],
  find: (reading, context, found) => {
    if (context.replyTo === "") return always(reading, context, found);
    const hits: Hit[] = [...answering(reading, context, found)];
    for (const sentence of reading.sentences)
      if (isRetort(sentence.text) && !hits.some((hit) => hit.sentence === sentence))
        hits.push({ label: "irritated", sentence, from: 0, to: sentence.text.length, form: "retort" });
    return hits;
  },
};

export const examples: Examples = {
  reason:
    "Who asked out of fear hears that the fear is a nuisance, and next time asks nothing, or asks more.",
  flags: [
    { text: "Not this again.", replyTo: "Where are you?", speaker: "harmer" },
    { text: "I'm sick of your questions.", speaker: "harmer" },
  ],
  passes: [
    { text: "I'm annoyed with myself.", replyTo: "Are you cross?", speaker: "harmer" },
    { text: "This printer is driving me mad.", speaker: "either" },
  ],
};
