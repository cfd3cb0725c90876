import { type Examples, finder, overlaps, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const time =
  "<when>|<weekday>|<month>|<clock>|every|each|until|within|before|when|on the|by|from|starting|at \\d|on payday|next|and you|with you|together|the 1st|\\d+(?:st|nd|rd|th)";
const firm = "('ll|am going to|shall|will)";
const find = finder({
  label: "commitment",
  speakers: ["harmer", "either"],
  on: "segment",
  forms: {
    will: form(
      `(i|we) [both] ${firm} _ [not] _ [be] [<act.ing>] <act> ~~ (${time}|<checkable>)|what i (can|will) do is ~|i will ~ not _ (<act>|be|have|touch) ~~ (${time}|<checkable>|her|him|them|it)`,
    ),
    given: form(
      [
        "(account|app) (is|was) _ (closed|off|out)|you [already|also|now] (got|have|keep) ~ (app|code|key|number|pin)",
        "(my|the) (account|app|car|letter|loan|password|phone|sim) ~ (are|go|has been|is|lie|stays|will be) ~ (at|by|closed|cut|in|now|off|on|paid|your)",
        "(he|she) ('s|are|is) cut",
        "(?<=^ )changed (my|her|him|the|it|off|in|us) ~",
        "i (signed) ~",
      ].join(or),
    ),
  },
  unless: form(
    "ask you to|proving|never told|if you ('d) (like|rather)|as long ~ as|(try|whatever (you (say|want))) |would have|i told (to )?(her|him|you) (that )?(i|it|my|the) ('d|am|had|was)|<errand>|do (anything|everything|whatever)|make (it|this|you)|come back to (it|this)|because|if you ask|i told (him|her|the \\S+) (that )?(he|she|you)|i am going to (bed|work)|can not promise|i will never (be|do|lie)|how long",
  ),
  unlessSentence: form("you (said|told)|(are|can|did|do|was|will) you ~~ \\?"),
});

/** In an answer to a worry an act of the moment gives safety; only one that goes on is a commitment. */
const lasting = form("every|each|from (monday|now)|always|starting");

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
