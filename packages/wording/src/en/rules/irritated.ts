import { type Examples, finder, type Hit, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
/** Annoyance that shows by itself what was asked: it needs no question beside it. */
const plain = form(
  [
    "(get )?off my (back|case)|doing my head in|(sick|tired|fed up|bored|weary) _ (of|with|to|by) _ (your|you|these|this|explain|being|all the|the|having) _ [same|endless|stupid|little] (questions?|asking|accused|third|always|checked|treated|watched|myself|you (always|asking)|doubt|drama|cross|policed|whole)|(stop|quit) _ [with] [all] [the|your|these|this|being] _ (asking|interrogating|nagging|spying|on at|bugging|testing|third)",
    "(every|each) (single )?(time|day|night) [that] (i|we) ~~ you (start|ask|want|get|need|jump|come|begin|check|kick|are|do|go)|you (can not|cannot|can't|do not have to) _ (keep|ask|check|shout|bring|go on|start|make|act|quiz|nag|track|watch|text me|ring me|call me|yell|scream|repeat|remind|throw) ~|(is|was) (this|it) (a|an|going to be) _ (trial|quiz|like this (every|all|each))|(twenty questions|cross-examin\\w+|interrogating|a criminal)",
  ].join(or),
);
const inReply = form(
  [
    "(not|never|i am no|am i|are you) [a|an|your|my|some|the] (bleeding|bloody|flaming|fucking|sodding|goddamn|damn|blasted|stupid|rocket|robot|machine|dispatcher|prisoner|suspect|child|taxi|psychic|magician|octopus)|(royal commission|inquest|inquisition|interrogation|spanish|investigation|checkpoint|headcount|report card|trial)|(quizzing|grilling|policing|tracking|timing|stalking|accusing)|(for the|this is the) <number>(th)? time|(like|as) i (said|told)|again \\?|(happy|satisfied) (now|\\?)|where else|is (it|that) (allowed|a crime)|since when (do|is|am)|obviously|duh|what is it (this time|now)|(find|get) a (hobby|life)|(oh )?(come on|here we go|not (this|that|the|again|another)|for (god|christ|pity|heaven|fuck|crying|pete)|ffs|jesus|christ|god|oh for|ugh|argh|urgh|sigh|pfft|seriously|give (me|it) a (break|rest)|lay off|calm down|relax|chill)(?! (it is|here is))",
    "how many (more )?times|i (have|'ve)? ?(already|just) (told|said|went|been)",
    "(am|are|is) (i|it|we|u|he) not (allowed|a crime)|i am (allowed|a grown|being) ~|(can|could|may|ca) (i|we|a man|a woman|one) _ not ~|i (can|could) not _ \\S+ ~ (without|one|even|five|a|alone|\\?)|do i (need|have to|get|ask|now|owe|look) ~ (permission|tell|ask|file|every|sign|write|check|prove|send|show|pass)|(do|would) you (want|like|need) ~ (writing|blood|receipt|dna|alibi|minute|written|witness|sworn|proof|log) |(happy) (now|\\?)|you are (not my|like my|being (crazy|silly|so))|, (ok|okay|all right|alright|happy|god|jesus|christ|duh)(?= (\\?|\\.|!|$|now))|(yes|no) (yes|no)(?= (,|\\.|yes|no|i|$))|stop it",
  ].join(or),
);
const find = (forms: Record<string, RegExp>) =>
  finder({
    label: "irritated",
    speakers: ["harmer", "either"],
    on: "sentence",
    forms,
    unless: form(
      "never (tired|sick|annoyed|bored)|no matter how many times|i (was|got) (cross|irritated|annoyed|short|snappy)|i (do not|will not) mind|(annoyed|angry|cross|fed up|furious|mad|sick) _ (with|at|of|by) (myself|me|it|the|my|lying)|not (tired|sick|angry|cross|bored)|(ask) (me )?(again|as|any|every)|(yes|sure) , again|sorry i (was)|printer|i (do not) (mind|get)|thank you|tired of lying|you do not have to (ask|check|answer|forgive|read|trust|do)",
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
  /^ (?:\S+ ){0,2}(?:(?:can|am|do|did|have|must|may) (?:i|we) |since when |do not (?:you )?(?:start|quiz|interrogate|question|push|use|bring|be|even) )/;

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
