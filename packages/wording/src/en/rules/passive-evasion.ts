import { type Examples, finder, overlaps, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const thing =
  "[the|your|our|my|some|a|an|certain|various] [\\S+] (mistakes?|errors?|lies?|promises?|vows?|lines?|boundaries|boundary|trust|words?|things?|messages?|texts?|pictures?|photos?|money|savings|feelings?|hurt|pain|harm|damage|wrongs?|affair|relationship|secrets?|truth|facts?|details?|rules|limits|agreements?|confidence|decisions?|choices|bets|debts?|loans?|privacy|emails?|calls|kiss|kisses|drinks|funds|accounts?|contact|there|(certain|inappropriate|intimate|some|various) \\S+)";
const find = finder({
  label: "passive_evasion",
  speakers: ["harmer", "either"],
  on: "segment",
  forms: {
    passive: form(
      [
        `${thing} [\\S+] [\\S+] [\\S+] ('d been|'ve been|are|got|had been|has been|have been|is|was|were) _ (made|told|broken|crossed|betrayed|hurt|said|sent|exchanged|spent|taken|used|lost|hidden|deleted|damaged|caused|done|kept|concealed|violated|shared|read|developed|started|borrowed|gambled|blurred|ignored|committed|destroyed|formed|misused|abused|passed|gone|breached|given away|not told|not (disclosed|honoured|kept)|run up|diverted|misled|disclosed|drunk|neglected|wrecked|ruined|allowed|left out|transferred|entered into)`,
        "there (was|were) _ [a|a few|an|certain|lots of|some|various] _ [bad|inappropriate|poor|sexual] (affair|contact|debt|debts|error|errors|kiss|kissing|lapse|lapses|lie|lies|messages|mistake|moment|photos|secrets|sex|some|texts)",
        "(a number of|amounts|bills|care|certain|checks|due|insufficient|lessons not|opportunities|rules|several|some|steps|sums|these|various) [\\S+] [\\S+] [\\S+] (got|had been|has been|have been|was|were) _ [not] _ (?!(born|cancelled|cleaned|closed|paid|repaired) )(\\w+ed|done|taken|made|said|spent|lost|met|drawn|broken|sent|kept|told|hidden|given|cut|misled)|(joint|my|our|the|your) [\\S+] (account|accounts|budget|card|deposit|fund|money|pot|savings|trust) _ (got|had been|has been|was) _ (broken|dipped|drained|emptied|gambled|lost|misused|moved|run|spent|touched|used)|(broke itself|disappeared|melted|vanished|went astray|went missing) _ [somehow|from|in|by|and|,|\\.]|(agreements|expectations|promises|vows|words) ~~ (been|was|were) [\\S+] [\\S+] [,] [not] (breached|broken|honoured|kept|met)|it (did|made|passed) itself",
      ].join(or),
    ),
    happened: form(
      [
        "it passed|(it|nature|the inevitable|the rest) _ (came about|occurred|took its)|one thing [\\S+] [\\S+] (an|the|to)other|next thing (i|we|you) knew|before (any|some)(body|one) ~ (could|knew|noticed|realised)|(all|got|ran|slipped|spiralled|spun|went) _ (out of (control|hand)|away from)|lost in the moment|(in the )?heat of the moment|(some things|something|stuff|things) happened ~~ (not proud|regret|should not have)",
        "(it|things|this|that) _ (snowballed|escalated|spiralled|evolved|developed|crept up|took over|got going)|a (situation|relationship|friendship|thing|mistake|moment|problem) _ (arose|developed|happened|grew|began|occurred|came up)|(money|savings|trust|cash) _ (went|disappeared|vanished|ran out|was gone|was lost)|(boundaries|lines|things) [\\S+] (became|got|grew|were) _ (blurred|confused|fuzzy)|(a kiss|a lapse|an affair|certain events|errors|errors of judgement|events|it|lapses|sex|shit|stuff|that|things|this) _ [all|just|kind of|sort of] (arose|began|happen|happened|occurred|started|took place|was happening|went on)(?! (at|to) )(?! again)",
        "what [had|has|have] _ (happened|went on)(?! to (my|the|you|your)) [between us|in \\S+|at \\S+|on \\S+]",
        "(it|matters|one thing|stuff|that|things|this) _ ('d gone|'d got|became|came|drifted|evolved|fell|gets|got|grew|had gone|had got|has got|kept|led|moved|turned|went) _ [a bit|into|out|so|to|too|way too] _ (out of (control|hand)|too far|far|messy|heated|wrong|to another|apart|out of|there|sexual|serious|on from|deeper|south|weird|going|more|further|control|hand|\\.)",
        "(somehow) ~~ (ended up|found|i was|in bed|it was|was|we were)|(i|we) _ (ended up|found (myself)|fell into|drifted|landed) [apart|at|back|doing|having|in|in a|into|kissing|lying|on|sleeping|up|with]|before (i|we) (could|knew|noticed) ~ ",
        "(an affair|an intimate relationship|feelings) _ (arose|began|came|crept|developed|grew|happened|went)|(our|some|the|your) (cash|money|savings) _ (got|had|has|have|went) _ (gone|gone missing|missing|run out)",
        "(boundaries|lines|limits|guards?|things|walls) [\\S+] (blurred|faded|lapsed|slipped|went)|how it (began|came|got|started|went) ~|(the )?truth was not _ (said|told)|(communication|matters|things) [between us] [had|has|have] _ (come to|deteriorated|reached)",
      ].join(or),
    ),
  },
  unless: form(
    "(delivery|form|invoice|order|recipe|report|schedule|shop)|happened to (me|you)|did not just happen|(it|this) _ (began|started) (in|on) (<month>|<weekday>|\\d)|\\?|by me|nothing _ (actually )?happened|(can|could|will|would) ~ happen|happen again|(what) happens|(dinner|the car|the dog|the kids|the plane|the train|your parcel)|was (asked|born|given|paid|promoted|raised|told)|(bill|debt|loan|rent) (has been|is|was) (paid|settled)",
  ),
  unlessBefore: form(
    "(he|i|she|they|we|you) _ [had|have] [always|could|keep|kept|used to|would] _ (claimed|convinced|pretended|said|say|saying|tell|telling|told|write|wrote)|not because|(answer|ask|asked|asking|explain|question|questioning|questions|speak|talk|talking|tell|telling|told|write|written|wrote) [her|him|me|them|you] _ [about|down|exactly]",
  ),
  unlessItem: form("i made them|it was me \\.|it did not just happen|i (chose|did) (it|that|them|this) \\."),
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
