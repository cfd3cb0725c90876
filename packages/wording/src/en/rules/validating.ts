import { type Examples, finder, overlaps, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const find = finder({
  label: "validating",
  on: "segment",
  forms: {
    sense: form(
      [
        "(fair|good|valid) [enough|only] (question|[thing|one] to (ask|be|check|doubt|fear|feel|want|worry))|i ('d|would) (ask|check|doubt|wonder|worry) (as well|it|that|too)|you (can|may|must) [<adv>|always|be able to] ask|ask (it|me) _ [it|that|this] _ (again|whatever|every)|(have) the right to|(sure) [that] you (ask|asked|check|doubt)|keep asking|(glad|good) [that] you (ask|said|say|tell|told)|(it|that|this|which|you) _ (made|make|makes) _ [all the|complete|full|perfect|total] sense|(a|that is a) _ (fair|good|right|valid) (fear|point|question|worry)",
        "you ('ve|got|had|have) _ (a|each|every|full|good|the|total) _ (cause|reason|right) [in the world] _ ~|you ('re|are|were) _ [well] (right) _ (about|be|in|that|to)(?! (me|us) ) ~|it is (fair|normal|right) that (u|you)|no wonder [that] (it|this|u|you)|(of course) [it|that|this|you] _ (feels|hurts|is|it|that|this|u|you) _ [do not] (angry|are|ask|check|did|do|don't|doubt|feel|feels|find|get|hard|hate|have|hurt|hurts|know|lie|makes|need|still|think|trust|upset|want|were|worry|would)",
        "(i) [,] [i] _ ('d|might|would) _ [be|been|feel|felt|have] _ (angry|ask|be|been|check|doubt|feel|felt|same|think|want|worry) _ [the] (too|as well|that|angry|it|worse|more|also|asked|\\.|,)|i ('d|would) [ask|be|feel|have asked|have been] _ [\\S+] (as well|too)(?= (\\.|,|$))",
        "(can|could|did|do|will|would) not _ blame you|(u|you) ('re|are|were) _ not _ [asking|being|going|making] _ (silly|crazy|mad|too (much)|wrong|being|needy)",
        "(thank you|thanks|i am (glad|happy)|good) _ [for|it|it that|so much|that|when|you] _ [you] (ask|asked|asking|letting|said|say|spoke|tell|told) ~|i ('d|would) rather (you) ~|(is|it 's|it is) _ (fine|good|human|normal|ok|right) _ (that you|u|you)|(that|the|this|your) (anger|doubt|fear|fears|grief|hurt|rage|worry) _ (are|is) _ (fair|ok|real|right|valid|yours)",
        "(i|we) [can|could|do] _ (can see|get|hear|see|understand) _ (why (it|that|this|u|you)|that you (need|want|ask|asked|are (<reaction>)|worry|would|might|doubt|find)|you (need|want|are _ (<reaction>)|worry|would|might|doubt))|i (know) [that] (a|an|being|every|it|my|that|the|when) ~ (feels|hurts|looks|means|must|scares) ~",
      ].join(or),
    ),
  },
  unless: form(
    "(dinner|tea)|right about the|told (her|him|my|the|them|your)|for letting me(?! know)|understand (the) (bill|bus|code|film|plan|point|rules|train)|i get (a|the|to)|you have no|always worried|no right|you always",
  ),
});

export const rule: Rule = {
  name: "feeling-welcome",
  label: "validating",
  sources: [sources.coaching, sources.antidotes],
  find: (reading, context, found) =>
    find(reading, context, found).filter(
      (hit) =>
        (context.speaker !== "hurt" || context.replyTo !== "") &&
        !overlaps(hit, found, "contempt", "irritated") &&
        !/ yes yes /.test(hit.sentence.text),
    ),
};

export const examples: Examples = {
  reason: "Being told that the worry makes sense is, for many, half of the answer.",
  flags: [
    { text: "It makes sense that you ask.", speaker: "harmer" },
    { text: "You have every right to be angry.", speaker: "harmer" },
    { text: "I get why you're worried.", speaker: "harmer", replyTo: "Where are you?" },
  ],
  passes: [
    { text: "You were right about the boiler.", speaker: "harmer" },
    { text: "Thank you for letting me come.", speaker: "harmer" },
    { text: "I understand the train leaves at six.", speaker: "either" },
    { text: "I see that you have fed the cat.", speaker: "either" },
  ],
};
