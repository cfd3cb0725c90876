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
        "(fair|valid) [enough|only] (question|[thing|one] to (ask|be))|i ('d) (ask|check|wonder) (as well|it|too)|you (can|may|must) [<adv>|always|be able to] ask|ask (it|me) _ [it|that|this] _ (again|whatever|as many)|earned the right to|(who|i) ('d) [not] [<adv>] be suspicious|it is _ ok to (be|ask|cry)|naturally [that] you ask|keep asking|glad [that] you (ask|said|say)|you were right to (ask|check)|(it|you) _ makes _ [all the|complete|full|perfect|total] sense",
        "you ('ve|got|had|have) _ (a|every|good|the) _ (reason|right) [in the world] _ ~|you ('re|are|were) _ [well] (entitled|right) _ (about|be|in|not to|to)(?! (me|us) ) ~|why would not you (ask|be|doubt)|ask away|it is (normal|only logical) that (u|you)|no wonder [that] (it|u|you)|of course [it|that|this|you] _ (is|it|u|you) _ [do not] (are|ask|did|do|get|lie)",
        "(if i were you|in your place|i) [,] [i] _ ('d|would) _ [be|been|feel|felt|have] _ (ask|be|check|feel|feel it|suspicious|wonder) _ [the] (too|as well|it|asking|\\.|,)|i ('d|would) [ask|be|feel|have asked|have been] _ [\\S+] (as well|too)(?= (\\.|,|$))",
        "(can|did|do) not _ blame you|(u|you) ('re|are) _ not _ [asking|being|going|making] _ (crazy|paranoid|mad|overreacting|too much|being)",
        "(thank you|thanks|i am glad) _ [for|it|it that|so much|that|when|you] _ [you] (ask|asked|asking|letting|said|say) ~|i ('d) rather you ~|(is|it is) _ (normal|ok|understandable) _ (that you|u|you)|(the|your) (anger|fear) _ (are|is) _ (justified|ok|real)|you (get|got) to (ask|be|decide|say)",
        "(i|we) [can|could|do] _ (can see|get|see|understand) _ (why (it|u|you)|how (bad|it|scary)|that it (hurts|is|was)|that you (ask|are (<reaction>))|you (are _ (<reaction>)))|i hear (u|you)(?= (\\.|,|and|$|!|when|now|but))|i know [that] (a|an|it|my|the) ~ (is not just|scares) ~",
      ].join(or),
    ),
  },
  unless: form(
    "right about the|told (her|him|my|the)|for letting me(?! know)|understand the (bus|train)|right beside|i get (a|the|to)|you have no|always worried|no right|right to know|you always",
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
