import { type Examples, finder, overlaps, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const time =
  "<when>|<weekday>|<month>|<clock>|every|each|until|till|within|before|when|whenever|on the|by|from|starting|at \\d|once|next|and you|with you|together|the 1st|\\d+(?:st|nd|rd|th)";
const firm = "('ll|am going to|promise i will|promise that i will|shall|will)";
const find = finder({
  label: "commitment",
  speakers: ["harmer", "either"],
  on: "segment",
  forms: {
    will: form(
      `(i|we) [both] ${firm} _ [not] _ [be] [<act.ing>] <act> ~~ (${time}|<checkable>)|what i (can|will) do is ~|i will ~ not _ (<act>|be|have|touch) ~~ (${time}|<checkable>|her|him|them|it)`,
    ),
    done: form(`(i|we|and|,) ['s|'ve|already|also|had|have|just] _ <mend> ~~ (<checkable>|${time}|<name>)`),
    going: form(
      `(i|we) (am|are) _ (?!asking|begging|telling|going to (be|become|change|do|make|prove|try|work))(<act.ing>) ~~ (${time}|<checkable>)`,
    ),
    present: form(
      `(i|we) [already|also|now] (<act>|begin|meet|see) ~~ (each|every|on (the)|<weekday>|from|once a|twice a|next|at \\d|on your phone)`,
    ),
    given: form(
      [
        "(he|she|they|<name>) [already|also|now] (gets|got|has|holds|keeps|sees|signs) [all|now] (both|my|the) ~ (phone|money|wages|keys?|books|card)|(account|app) (is|was) _ (closed|deleted|gone|off|out)|you [already|also|now] (can see|got|have|hold|keep) ~ (app|card|code|codes|copy|key|keys|login|number|phone|pin)",
        "(my|the) (account|app|bike|boat|car|card|debt|email|flat|keys|letter|loan|phone|ring|sim|wages) ~ (are|gets|go|goes|is|lie|lies|sits|stay|stays|with) ~ (at|by|closed|cut|deleted|gone|in|into|now|off|on|open|paid|sold|there|with|your|yours)",
        "(he|she|they) ('s|are|is) (blocked|cut|gone)",
        "(?<=^ )(gave|left|moved|quit|told) (my|her|him|them|the|it|@\\S+|off|in|us) ~",
        "i (signed) ~",
      ].join(or),
    ),
  },
  unless: form(
    "ask you to|gave it|to say (i|that)|never (told|wrote)|my number|if you ('d|would) (like|rather)|as (long|many|much) ~ as|(lasted|went on) (for|from|till|until)|(try|tries|trying|think about|consider|whatever (you (like|need|say|want))) |(i thought about|should have|would have)|i (said|told) (to )?(her|him|you) (that )?(i|it|my|the) ('d|am|had|was|were)|<errand>|do (anything|better|everything|right|whatever)|make (it|this|you)|come back to (it|this)|because|if you ask|i am going to (bed|sleep|work)|(can not promise)|i will (never) (be|cheat|do|hurt|lie|love)|(hid|deleted the (texts)|without (you|your))|how long|leave me|(i|we) have _ (asked|given|got|left|made|put|taken|told|tried) (it|a lot)|left (me|you)",
  ),
  unlessSentence: form(
    "you (asked|promised|said|told)|(are|can|could|did|do|was|were|will|would) you ~~ \\?",
  ),
});

/** In an answer to a worry an act of the moment gives safety; only one that goes on is a commitment. */
const lasting = form("every|each|from (monday|now|today)|always|whenever|starting");

export const rule: Rule = {
  name: "observable-act",
  label: "commitment",
  sources: [sources.lewicki, sources.impl, sources.schweitzer],
  find: (reading, context, found) =>
    find(reading, context, found).filter(
      (hit) =>
        (context.speaker === "harmer" || (hit.form === "will" && / you /.test(hit.sentence.text))) &&
        (context.replyTo === "" || lasting.test(hit.sentence.text)) &&
        (hit.form === "will" ||
          !overlaps(hit, found, "passive_evasion", "clarity", "vague", "conditional_apology", "validating")),
    ),
};

export const examples: Examples = {
  reason: "An act with a time can be seen kept. Each one seen kept is a small piece of ground to stand on.",
  flags: [
    { text: "I'll text you every evening when I leave work.", speaker: "harmer" },
    { text: "I have blocked his number and told my manager.", speaker: "harmer" },
  ],
  passes: [
    { text: "I'll try to be better.", speaker: "harmer" },
    { text: "I'll pick up milk on Friday.", speaker: "either" },
    { text: "My brother will pay you on Friday.", speaker: "harmer" },
  ],
};
