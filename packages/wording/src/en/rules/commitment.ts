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
      `(i|we) [both] ${firm} [<adv>] [not] [<adv>] [be] [<act.ing>] <act> ~~ (${time}|<checkable>)|what i (will|can) do is ~|(i|and) (will|will be) ~ (home|back|there|out|sober) ~ (${time})|i will ~ not [<adv>] (be|go|drink|answer|reply|open|meet|see|work|travel|take|use|keep|delete|sit|speak|message|text|write|contact|stay|have|play|bet|gamble|buy|touch|watch) ~~ (${time}|<checkable>|her|him|them|it)`,
    ),
    done: form(
      `(i|we|and|,) [have|'ve|had|'s|just|already|also] [<adv>] <mend> ~~ (<checkable>|${time}|<name>)`,
    ),
    going: form(
      `(i|we) (am|are) [<adv>] (?!asking|begging|telling|going to (be|try|change|become|do|make|work|prove))(<act.ing>) ~~ (${time}|<checkable>)`,
    ),
    present: form(
      `(i|we) [now|also|already] (go|start|see|give|pay|hand|show|leave|come home|come with|come straight|change|move|meet|attend|text|call|ring|write|sleep|put|share|bring|send|tell|begin|take|sit|finish|stop|work) [to] [you] ~~ (each|every|on (<weekday>|the)|<weekday>|from|starting|once a|twice a|next|tomorrow|at \\d|before bed|the same|together|this week|on your phone)`,
    ),
    from: form(
      `(from|starting|as of|beginning) (<weekday>|tomorrow|today|tonight|now|this (week|month|evening)|next|the \\d|<month>) ~~ (i|we|my|you) ~~ (<act>|<act.ing>|<mend>|<checkable>)`,
    ),
    given: form(
      [
        "you [now|also|already] (have|got|hold|keep|can see|can read|can check|can ring|can call|'ve got) ~ (password|passwords|passcode|passcodes|pin|code|codes|key|keys|login|logins|access|card|phone|location|number|number of|the letter|app|copy|statements)",
        "(my|the) (phone|laptop|computer|tablet|email|account|location|card|loan|debt|password|notice|letter|app|appointment|second phone|sim|boat|car|bike|flat|ring|paycheck|wages|salary|payslip|keys|profile) ~ (is|are|has been|have been|goes|go|stays|stay|sits|lies|lie|gets|will be|with) ~ (on|in|off|with|unlocked|blocked|deleted|closed|cancelled|paid|gone|booked|signed|sold|for sale|yours|open|shared|to you|there|your|attached|into|now|by|at|cut)",
        "(he|she|they|<name>|her number|his number|the number|the apps|the account) ('s|is|are|has been|have been) (blocked|deleted|gone|cancelled|closed|cut|removed|off my)",
        "my (brother|sister|mum|dad|mother|father|sponsor|friend|boss|manager|parents) [now] (gets|has|holds|keeps|knows|looks after|checks) ~",
        "(?<=^ )(changed|deleted|blocked|booked|cancelled|quit|moved|told|joined|unfollowed|left|gave|closed|handed) (my|her|him|them|the|it|tinder|@\\S+|off|in|us) ~",
        "(first|next|my|our) (meeting|appointment|session|payment|class|counselling) ~ (is|was|starts|start|on) ~",
        "(i am|i have been) in (@\\S+|aa|ga|na|therapy|rehab|counselling|recovery|a (group|program|programme)) ~~|i ~ (have|got|'ve got) an appointment|(he|she|they) (has|have) moved me|i traded|i (signed|am signing) ~",
        "(i|we) have [<adv>] (<mend>) ~~ (<checkable>|<role>|<name>|you)|(you|u) (see|get|have|can see|will see|will get) (every|all|each) ~~ (in|on|the|by|when)|(first|starting) ~ (meeting|session) ~|no more (cash|cards|cars|late|drinks|drink|bets) ~~ (you|every|i|the)|(i|she|he|they) (will )?(pay|send|give) ~ (every|each|a) (month|week|day)",
      ].join(or),
    ),
  },
  unless: form(
    "(try|tries|trying|see what i|look into|think about|consider|whatever (you (need|want|like|say)|it takes)|anything you (need|want)) |(if only|i thought about|i could have|should have|would have)|i (told|said) (to )?(you|him|her) (that )?(i|it|the|my) (was|were|had|'d|am)|<errand>|do (right|better|my best|anything|everything|whatever)|make (it|this|things|you)|be there for you|come back to (this|it)|pick (this|it) up|because|if you ask|i told (him|her|my \\S+|them|the \\S+) (that )?(you|i was|it was|she|he)|i am going to (bed|sleep|work|the shop|the loo)|(not going to promise|can not promise|do not promise|be lying if)|i will (always|never) (love|be|forgive|forget|lie|hurt|cheat|do)|you promised|never told you|(told|tell) you (i|that i) would|(hid|deleted the (texts|messages|photos|evidence)|delete the messages|behind your back|so (that )?you (would not|would never|'d not|could not)|without (you|your|telling))|how long|leave me|(i|we) have [<adv>] (put|told|given|tried|asked|left|made|taken|stopped|started|got) (you through|you (everything|so many|a (hundred|thousand|million))|up (with|everything)|it|everything|a lot)|left (you|me)",
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
  reason: "An act with a time can be seen kept. Each one seen kept is a small piece of ground to stand on.",
  sources: [sources.lewicki, sources.impl, sources.schweitzer],
  find: (reading, context, found) =>
    find(reading, context, found).filter(
      (hit) =>
        (context.speaker === "harmer" || (hit.form === "will" && / you /.test(hit.sentence.text))) &&
        (context.replyTo === "" || lasting.test(hit.sentence.text)) &&
        (hit.form === "will" ||
          hit.form === "from" ||
          !overlaps(hit, found, "passive_evasion", "clarity", "vague", "conditional_apology", "validating")),
    ),
};

export const examples: Examples = {
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
