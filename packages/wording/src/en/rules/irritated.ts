import { type Examples, finder, type Hit, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
/** Annoyance that shows by itself what was asked: it needs no question beside it. */
const plain = form(
  [
    "(sick|tired|fed up|had enough|bored|exhausted|weary|sick and tired|sick to death) [<adv>] (of|with|to|by) [<adv>] (your|you|these|this|explain|explaining|answering|being|all the|the|having|all your|repeating|justifying) [<adv>] [same|constant|endless|stupid|little] (questions?|asking|accused|checking|questioned|interrogated|interrogation|paranoia|suspicion|suspicions|jealousy|third|accusations|always|checked|treated|watched|myself|you (always|asking|checking)|doubt|drama|cross|policed|monitored|conversation|whole)|(stop|quit|enough (of|with)) [<adv>] [with] [all] [the|your|these|this|being] [<adv>] (asking|interrogating|questioning|checking|nagging|accusing|grilling|questions|interrogation|checking up|hounding|hassling|policing|spying|cross-examining|paranoid|paranoia|suspicious|on at|badgering|pestering|obsessing|bugging|testing|third)",
    "(every|each) (single )?(time|day|night|evening) [that] (i|we) ~~ you (start|ask|have to|want|get|need|jump|come|begin|check|kick|are|do|go)|you (can not|cannot|can't|do not have to|don't have to|do not need to|do not get to|have no need to|really do not) [<adv>] (keep|ask|check|shout|bring|go on|interrogate|question|start|make|act|quiz|nag|track|watch|text me|ring me|call me|yell|scream|repeat|remind|throw) ~|(do|must|why) you [<adv>] (have to|need to|always|keep|gotta) [<adv>] (ask|ask me|check|question|bring|asking|checking|know (everything|where|every)|go on|start|interrogate|doubt|bringing|quiz)|(is|was) (this|it) (a|an|going to be) [<adv>] (interrogation|inquisition|trial|police|cross-examination|investigation|quiz|like this (every|all|each)|interview)|(third degree|twenty questions|20 questions|the inquisition|spanish inquisition|cross-examin\\w+|interrogation|interrogating|under arrest|on trial|court of law|your prisoner|on a leash|a criminal|detective work)|get off my (back|case)|off my (back|case)|you are doing my head in|doing my head in|driving me (mad|crazy|insane|nuts|up) (with|asking|by|the)",
  ].join(or),
);
const inReply = form(
  [
    "(oh )?(come on|here we go|here you go|there you go|not (this|that|the|again|another)|for (god|christ|goodness|pity|heaven|fuck|the love|crying|pete)|ffs|jesus|christ|god|oh (my )?god|oh for|good grief|bloody hell|fucking hell|what the (hell|fuck)|the hell|ugh|argh|urgh|sigh|pfft|seriously|are you (serious|kidding|joking|for real)|you (have got to|must) be (kidding|joking)|unbelievable|un-fucking|give (me|it) a (break|rest)|give over|get a grip|leave off|pack it in|knock it off|lay off|cut it out|what now|now what|what this time|calm down|relax|chill|chill out|take it easy|for once|enough(?= (\\.|already|!|,|with|is|of)))(?! (it is|here is|what a (lovely|nice)))",
    "how many (more )?times|i (have|'ve)? ?(already|just|literally|only just) (told|answered|said|explained|went|been)|i (told|answered) you (already|that|this|before|yesterday|last|twice|once|a|so|five|ten|\\S+ times)|(like|as) i (said|told|already|have (already )?(said|told))|(same|again with the|not the|always the|another) (same )?(question|questions|thing|accusation|location|phone)|(again|always) (with|the) (the|this|same|your)|again \\?|again\\s*\\.\\.\\.|(you|u) (keep|kept|always|never stop|will not stop|just will not|constantly|do not stop|are always) (asking|on|checking|bringing|ask|going|doubting|accusing|stop|worried|questioning|check|doubt|start|think|suspect|assume|trust|interrogating|at me)",
    "(am|are|is) (i|it|we|u|a person|he) not (allowed|permitted|even allowed|entitled|supposed|a crime)|(am|are) (i|we) (allowed|not allowed|now|supposed|under|being|a prisoner|on trial|at least|still) ~|i am (allowed|entitled|a grown|an adult|not a (child|criminal|prisoner|dog|teenager|liar)|not (allowed|your)|in prison|being) ~|(can|could|may|ca) (i|we|a man|a person|a woman|one) [<adv>] not [<adv>] (even|have|go|breathe|do|get|be|sit|eat|take|use|leave|live|text|talk|work|one|just|send|pee|shower|relax|finish|ever) ~|i (can|could) not [<adv>] (even|breathe|move|fart|go|do|have|say|get|look|leave|pick|blink|sneeze|take|use|send|talk) ~ (without|one|even|anything|five|a|in peace|alone|\\?)|do i (need|have to|get|really|ask|now|owe|look) ~ (permission|report|explain|account|justify|tell|ask|file|every|answer|sign|write|check|prove|send|show|pass|stupid)|(do|would) you (want|like|need) ~ (writing|blood|receipt|dna|alibi|passport|itinerary|minute|fingerprints|lie detector|written|notarised|witness|sworn|proof|log|pictures too|a (photo|video|copy|report|list|map|diagram|timeline|signed|full|statement|note)) |(happy|satisfied|better|pleased|content) (now|\\?)|(anything|something) else [,|you|\\?] |what (do|did) you (think|want (now|from me)|expect)(?= (\\?|i|me|from|now))|where (do|did|else) you think|who (do|did|else) (you think|would)|what else would|is that (ok|allowed|a problem|a crime|all|enough)|is it a crime|since when (do|is|am)|who (are you|made you) [,|my] ~ (mother|boss|police|warden|fbi)|you are (not my|worse than|like my|like the|being (paranoid|ridiculous|crazy|silly|impossible|so))|(my|like my) (mother|parole|probation|boss) ~|not [even] (five|one|a single|two) (minutes|minute|evening|day|moment|second|night) ~|(every|any) (single|damn|bloody|fucking|little|five|two|time) [single|bloody|damn|fucking|little] (day|time|night|minute|minutes|hour|question|move|second|thing|evening|seconds|step) ~|(paranoid|paranoia|obsessed|neurotic|psycho|jealous|insecure|ridiculous|pathetic)(?= (\\.|$|,|much|again|!|\\?|now|or))|why (are|must|would|do|can) (you|u) [not] [<adv>] (always|so|keep|have|even|being|constantly|ask|just|think|never|interrogating|like|checking|asking|care)|you (really )?(need|want) to (know|check|stop|calm|relax|chill|get) ~~ (everything|every|single|all|stop|calm|relax|chill|hobby|life|\\.|!)|(it|she|he|that) (is|was) [<adv>] (my|the) ~ , (ok|all right|alright|happy|satisfied|are you)(?= )|, (ok|okay|all right|alright|happy|god|jesus|christ|honestly|obviously|duh|as usual|as always|like (always|every|i))(?= (\\?|\\.|!|$|now))|duh|obviously|work , obviously|(yes|no) (yes|no)(?= (,|\\.|yes|no|i|$))|yes yes|not this|drop the (attitude|tone)|you (would|'d) know if|check (it )?yourself if you must|(trust|believe) me for once|stop it|whatever makes you|am i under|(get|find) a (hobby|life)|what is it (this time|now)|what (is )?your problem|why would (i|you)|none of (that|this) again|(i|we) (have|had) (this|that) (conversation|talk) (already|yesterday|before|a)|been (over|through) this",
  ].join(or),
);
const find = (forms: Record<string, RegExp>) =>
  finder({
    label: "irritated",
    speakers: ["harmer", "either"],
    on: "sentence",
    forms,
    unless: form(
      "(annoyed|angry|irritated|cross|fed up|furious|frustrated|mad|sick) [<adv>] (with|at|of|by) (myself|me|it|the|my|this (printer|car|phone|thing|weather)|lying|hiding|traffic)|never (tired|sick|annoyed|bored|too tired)|not (tired|sick|annoyed|angry|cross|irritated|fed up|bored)|(ask|asking) (me )?(again|as|any|a hundred|every)|(yes|sure) , again|again (and again )?if you|i (was|got) (cross|irritated|annoyed|short|snappy|sharp)|sorry i (snapped|was)|printer|i (do not|will not|would never) (mind|get)|no matter how many times|how many times (you|i (lied|met|saw|did|hurt))|thank you|it is a crime what i|tired of lying|you keep (asking|checking) because|you do not have to (ask|check|answer|forgive|read|believe|trust|do|keep (pretending|smiling))|to check (yourself|it|if you want)",
    ),
  });
const always = find({ plain });
const answering = find({ plain, inReply });

/** A question thrown back at the one who asked; an offer is none. */
const offer =
  / (?:do you want (?:me|us|to (?:see|look|hear|talk|come|check|read|call|ring|sit|go|know|hold|lie|stay|speak|meet))|want (?:me|to (?:see|look|hear|talk|come|check|read|call))|shall|should i|would you like|would it|could i|can i (?:show|call|ring|tell|explain|help|hold|come|give|do|get|hug|sit|phone|answer|have a (?:minute|moment|hug))|can we|could we|what (?:do|would) you need|what would help|how can i|is that (?:ok|all right|better)|does that help|would that help|will you|may i|are you (?:ok|all right|alright|safe|at home|scared|worried|free|still)|how are you|what can i|is there|or (?:just )?(?:sit|hold|call|would|shall)|which|when (?:can|shall)|ok for you) /;
const isRetort = (text: string): boolean => / \? $/.test(text) && !offer.test(text);

export const rule: Rule = {
  name: "annoyed-at-worry",
  label: "irritated",
  reason:
    "Who asked out of fear hears that the fear is a nuisance, and next time asks nothing, or asks more.",
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
  flags: [
    { text: "Not this again.", replyTo: "Where are you?", speaker: "harmer" },
    { text: "I'm sick of your questions.", speaker: "harmer" },
  ],
  passes: [
    { text: "I'm annoyed with myself.", replyTo: "Are you cross?", speaker: "harmer" },
    { text: "This printer is driving me mad.", speaker: "either" },
  ],
};
