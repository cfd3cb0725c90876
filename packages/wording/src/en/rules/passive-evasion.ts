import { type Examples, finder, overlaps, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const thing =
  "[the|your|our|my|some|a|an|certain|various] [\\S+] (mistakes?|errors?|lies?|promises?|vows?|lines?|boundaries|trust|words?|things?|messages?|texts?|pictures?|photos?|money|savings|feelings?|hurt|pain|harm|wrongs?|affair|relationship|secrets?|truth|facts?|rules|confidence|choices|bets|debts?|loans?|emails?|calls|kiss|drinks|funds|accounts?|contact|there|(certain|some) \\S+)";
const find = finder({
  label: "passive_evasion",
  speakers: ["harmer", "either"],
  on: "segment",
  forms: {
    passive: form(
      [
        `${thing} [\\S+] [\\S+] [\\S+] ('d been|'ve been|are|got|had been|has been|have been|is|was|were) _ (made|told|broken|crossed|betrayed|hurt|said|sent|exchanged|spent|taken|used|lost|hidden|deleted|damaged|caused|done|kept|concealed|violated|shared|read|developed|started|borrowed|gambled|blurred|ignored|committed|destroyed|formed|misused|abused|passed|gone|breached|given away|not told|not (disclosed|honoured|kept)|run up|diverted|misled|disclosed|drunk|neglected|wrecked|ruined|allowed|left out|transferred|entered into)`,
        "there (was|were) _ [a|a few|an|some] _ [bad|poor] (debt|debts|error|kiss|lapse|lie|lies|sex|some|texts)",
        "(bills|care|certain|due|rules|some|steps|sums|these) [\\S+] [\\S+] [\\S+] (got|was|were) _ [not] _ (?!(born|cancelled|cleaned|closed|paid|repaired) )(\\w+ed|done|taken|made|said|spent|lost|met|drawn|sent|kept|told|given|cut)|(joint|my|our|the|your) [\\S+] (card|fund|money|pot|trust) _ (got|was) _ (lost|moved|run|spent|used)|(disappeared) _ [somehow|from|in|by|and|,|\\.]|(vows|words) ~~ (been|was|were) [\\S+] [\\S+] [,] [not] (kept|met)",
      ].join(or),
    ),
    happened: form(
      [
        "one thing [\\S+] [\\S+] (an|the|to)other|(all|got|ran|spun|went) _ (out of (control|hand))|(stuff|things) happened ~~ (should not have)",
        "(money|trust|cash) _ (went)|(boundaries|lines) [\\S+] (became|got|grew|were) _ (blurred|fuzzy)|(it|sex|shit|stuff|that|this) _ [all|just|kind of|sort of] (arose|began|happen|happened|started|went on)(?! (at|to) )(?! again)",
        "what [had|has|have] _ (happened)(?! to (my|the|you|your)) [between us|in \\S+|at \\S+|on \\S+]",
        "(it|one thing|stuff|that|things|this) _ (came|fell|gets|got|grew|kept|led|moved|went) _ [a bit|into|out|so|to|too|way too] _ (out of (control|hand)|too far|far|messy|wrong|to another|apart|out of|there|south|weird|going|more|hand|\\.)",
        "(somehow) ~~ (ended up|found|i was|was)|(i|we) _ (ended up) [apart|at|back|doing|having|in|in a|into|kissing|lying|on|sleeping|up|with]|before (i|we) (could|knew) ~ ",
        "(feelings) _ (arose|began|came|crept|developed|grew|went)",
        "(boundaries|lines|things|walls) [\\S+] (blurred|faded|went)|(things) [between us] [had|has|have] _ (reached)",
      ].join(or),
    ),
  },
  unless: form(
    "(form|order|report|shop)|\\?|by me|nothing _ (actually )?happened|(can|could|will|would) ~ happen|happen again|(what) happens|(dinner|the car|the dog|the kids|the train)|was (asked|born|given|paid|told)",
  ),
  unlessBefore: form(
    "(he|i|she|they|we|you) _ [had|have] [always|could|keep|kept|used to|would] _ (said|say|tell|told|write|wrote)|not because|(answer|ask|asked|asking|explain|question|questions|speak|talk|talking|tell|telling|told|write|written|wrote) [her|him|me|them|you] _ [about|down|exactly]",
  ),
  unlessItem: form("it was me \\.|i (chose|did) (it|that|them|this) \\."),
});

export const rule: Rule = {
  name: "nobody-did-it",
  label: "passive_evasion",
  sources: [sources.lazare],
  find(reading, context, found) {
    // Words taken up from the question are its own, not an evasion of the answer.
    if (context.replyTo !== "") return [];
    return find(reading, context, found).filter(
      (hit) => hit.form !== "happened" || !overlaps(hit, found, "clarity"),
    );
  },
};

export const examples: Examples = {
  reason: "The act stands there and nobody did it. The reader is left looking for the person.",
  flags: [
    { text: "Mistakes were made.", speaker: "harmer" },
    { text: "It just happened.", speaker: "harmer" },
    { text: "One thing led to another.", speaker: "harmer" },
  ],
  passes: [
    { text: "The savings were spent by me.", speaker: "harmer" },
    { text: "The car was towed.", speaker: "either" },
    { text: "It will not happen again.", speaker: "harmer" },
  ],
};
