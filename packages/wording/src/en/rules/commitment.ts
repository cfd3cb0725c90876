import { type Examples, finder, overlaps, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const time =
  "<when>|<weekday>|<month>|<clock>|every|each|until|till|within|before|when|whenever|on the|by|from|starting|at \\d|on payday|once|any time|anytime|next|for half|for an|and you|with you|together|the 1st|\\d+(?:st|nd|rd|th)";
const firm =
  "(will|am going to|am gonna|promise to|promise that i will|promise i will|'ll|have agreed to|have promised|am about to|have arranged|shall|plan to|commit to)";
const find = finder({
  label: "commitment",
  speakers: ["harmer", "either"],
  on: "segment",
  forms: {
    will: form(
      `(i|we) [both] ${firm} _ [not] _ [be] [<act.ing>] <act> ~~ (${time}|<checkable>)|what i (will|can) do is ~|i will ~ not _ (be|<act>|have|touch) ~~ (${time}|<checkable>|her|him|them|it)`,
    ),
    done: form(
      `(i|we|and|,) [have|'ve|had|'s|just|already|also] _ <mend> ~~ (<checkable>|${time}|<name>)`,
    ),
    going: form(
      `(i|we) (am|are) _ (?!asking|begging|telling|going to (be|try|change|become|do|make|work|prove))(<act.ing>) ~~ (${time}|<checkable>)`,
    ),
    present: form(
      `(i|we) [now|also|already] (<act>|see|meet|begin) ~~ (each|every|on (the)|<weekday>|from|once a|twice a|next|at \\d|on your phone)`,
    ),
    given: form(
      [
        "(he|she|they|<name>|(my|your|our) (<role>|\\S+)) [now|already|also] (has|holds|keeps|gets|got|checks|signs|sees) [now|all] (my|the|both) ~ (cards?|phone|money|wages|keys?|passwords?|logins?|accounts?|books|statements?|report|card|codes?|salary)|(app|account|profile|number) (is|was) _ (out|off|cancelled|deleted|gone|closed)|you [now|also|already] (have|got|hold|keep|can see|'ve got) ~ (passcode|pin|code|codes|key|keys|login|logins|access|card|phone|number|app|copy)",
        "(my|the) (phone|laptop|tablet|email|account|card|loan|debt|password|notice|letter|app|sim|boat|car|bike|flat|ring|wages|salary|payslip|keys|profile) ~ (is|are|has been|goes|go|stays|stay|sits|lies|lie|gets|will be|with) ~ (on|in|off|with|blocked|deleted|closed|paid|gone|booked|signed|sold|for sale|yours|open|shared|to you|there|your|into|now|by|at|cut)",
        "(he|she|they|<name>|her number) ('s|is|are) (blocked|deleted|gone|closed|cut|removed|off my)",
        "my \\S+ [\\S+] (has|have) been _ (removed|cancelled|closed|deleted|blocked|sold|paid|returned|handed|signed|moved|changed|transferred|taken)|(?<=^ )(changed|quit|moved|told|left|gave) (my|her|him|them|the|it|@\\S+|off|in|us) ~",
        "(i am) in (@\\S+|aa|ga|na|therapy|rehab) ~~|i ~ (have|got) an appointment|i (signed) ~",
      ].join(or),
    ),
  },
  unless: form(
    "ask you to|gave it|proving|taking questions|to say (i|that)|never (wrote|told)|my number|if you (would|'d) (rather|like|prefer)|as (many|long|much) ~ as|(lasted|went on) (from|for|until|till)|(try|tries|trying|see what i|think about|consider|whatever (you (need|want|like|say)|it takes)) |(i thought about|should have|would have)|i (told|said) (to )?(you|him|her) (that )?(i|it|the|my) (was|were|had|'d|am)|<errand>|do (right|better|anything|everything|whatever)|make (it|this|you)|come back to (this|it)|because|if you ask|i told (him|her|them|the \\S+) (that )?(you|i was|she|he)|i am going to (bed|sleep|work|the loo)|(can not promise|be lying if)|i will (never) (love|be|lie|hurt|cheat|do)|(hid|deleted the (texts|messages|photos)|without (you|your|telling))|how long|leave me|(i|we) have _ (put|told|given|tried|asked|left|made|taken|got) (up (with|everything)|it|a lot)|left (you|me)",
  ),
  unlessSentence: form(
    "you (told|asked|said|promised)|(did|do|are|were|was|would|could|can|will) you ~~ \\?",
  ),
});

/** In an answer to a worry an act of the moment gives safety; only one that goes on is a commitment. */
const lasting = form(
  "every|each|from (now|today|tomorrow|monday)|always|in future|next time|any time|whenever|starting",
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
