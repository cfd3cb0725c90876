import { type Examples, finder, overlaps, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const time =
  "<when>|<weekday>|<month>|<clock>|every|each|until|till|within|before|when|whenever|on the|by|from|starting|at \\d|on payday|once|any time|anytime|next|for half|for an|and you|with you|together|the 1st|\\d+(?:st|nd|rd|th)";
const firm =
  "('ll|am about to|am going to|am gonna|commit to|have agreed to|have arranged|have promised|plan to|promise i will|promise that i will|promise to|shall|will)";
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
        "you [also|now] (have|got|hold) the (password|passcode|pin|key|login)s? ~|(he|she|they|<name>|(my|our|your) (<role>|\\S+)) [already|also|now] (checks|gets|got|has|holds|keeps|sees|signs) [all|now] (both|my|the) ~ (cards?|phone|money|wages|keys?|passwords?|logins?|accounts?|books|statements?|report|card|codes?|salary)|(account|app|number|profile) (is|was) _ (cancelled|closed|deleted|gone|off|out)|you [already|also|now] ('ve got|can see|got|have|hold|keep) ~ (access|app|card|code|codes|copy|key|keys|login|logins|number|passcode|phone|pin)",
        "(my|the) (account|app|bike|boat|car|card|debt|email|flat|keys|laptop|letter|loan|notice|password|payslip|phone|profile|ring|salary|sim|tablet|wages) ~ (are|gets|go|goes|has been|is|lie|lies|sits|stay|stays|will be|with) ~ (at|blocked|booked|by|closed|cut|deleted|for sale|gone|in|into|now|off|on|open|paid|shared|signed|sold|there|to you|with|your|yours)",
        "(<name>|he|her number|she|they) ('s|are|is) (blocked|closed|cut|deleted|gone|off my|removed)",
        "my \\S+ [\\S+] (has|have) been _ (blocked|cancelled|changed|closed|deleted|handed|moved|paid|removed|returned|signed|sold|taken|transferred)|(?<=^ )(changed|gave|left|moved|quit|told) (my|her|him|them|the|it|@\\S+|off|in|us) ~",
        "(i am) in (@\\S+|aa|ga|na|therapy|rehab) ~~|i ~ (got|have) an appointment|i (signed) ~",
      ].join(or),
    ),
  },
  unless: form(
    "ask you to|gave it|proving|taking questions|to say (i|that)|never (told|wrote)|my number|if you ('d|would) (like|prefer|rather)|as (long|many|much) ~ as|(lasted|went on) (for|from|till|until)|(try|tries|trying|see what i|think about|consider|whatever (you (like|need|say|want)|it takes)) |(i thought about|should have|would have)|i (said|told) (to )?(her|him|you) (that )?(i|it|my|the) ('d|am|had|was|were)|<errand>|do (anything|better|everything|right|whatever)|make (it|this|you)|come back to (it|this)|because|if you ask|i told (him|her|them|the \\S+) (that )?(he|i was|she|you)|i am going to (bed|sleep|the loo|work)|(be lying if|can not promise)|i will (never) (be|cheat|do|hurt|lie|love)|(hid|deleted the (messages|photos|texts)|without (telling|you|your))|how long|leave me|(i|we) have _ (asked|given|got|left|made|put|taken|told|tried) (up (everything|with)|it|a lot)|left (me|you)",
  ),
  unlessSentence: form(
    "you (asked|promised|said|told)|(are|can|could|did|do|was|were|will|would) you ~~ \\?",
  ),
});

/** In an answer to a worry an act of the moment gives safety; only one that goes on is a commitment. */
const lasting = form(
  "every|each|from (monday|now|today|tomorrow)|always|in future|next time|any time|whenever|starting",
);

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
