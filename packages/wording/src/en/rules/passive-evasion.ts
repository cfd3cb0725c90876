import { type Examples, finder, overlaps, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const thing =
  "(mistakes?|errors?|lies?|promises?|vows?|lines?|boundaries|boundary|trust|the trust|your trust|our trust|words?|things?|messages?|texts?|pictures?|photos?|money|savings|your money|our money|the money|our savings|your savings|the savings|some money|feelings?|hurt|pain|harm|damage|wrong|wrongs|an affair|the affair|a relationship|secrets?|truth|the truth|facts?|information|details?|rules|limits|agreements?|confidence|your confidence|decisions|bad decisions|choices|poor choices|bets|debts?|loans?|an error|a mistake|a lie|a promise|a line|a boundary|your privacy|emails?|calls|kisses|a kiss|drinks|funds|accounts?|contact|certain \\S+|some \\S+|various \\S+|inappropriate \\S+|intimate \\S+|there)";
const find = finder({
  label: "passive_evasion",
  speakers: ["harmer", "either"],
  on: "segment",
  forms: {
    passive: form(
      [
        `${thing} [\\S+] [\\S+] [\\S+] (was|were|got|is|are|has been|have been|had been|'ve been|'d been) _ (made|told|broken|crossed|betrayed|hurt|said|sent|exchanged|spent|taken|used|lost|hidden|deleted|damaged|caused|done|kept|withheld|concealed|violated|shared|read|developed|started|borrowed|gambled|blurred|ignored|committed|overstepped|destroyed|forgotten|involved|formed|misused|abused|passed|misplaced|gone|compromised|breached|given away|not told|not (kept|honoured|respected|disclosed)|accrued|run up|misspent|diverted|misled|disclosed|revealed|drunk|consumed|neglected|wrecked|ruined|shattered|eroded|accumulated|allowed|left out|omitted|transferred|entered into)`,
        "there (was|were) _ [a|an|some|a few|certain|lots of|various] _ [inappropriate|bad|poor|sexual] (messages|texts|contact|lies|lie|kissing|kiss|sex|mistake|debts|debt|some|error|errors|lapse|lapses|photos|moment|moments|failure|secrets|affair)",
        "(certain|some|several|various|insufficient|sufficient|due|a number of|these|opportunities|sums|amounts|corners|steps|bills|payments|checks|care|rules|lessons not) [\\S+] [\\S+] [\\S+] (was|were|got|have been|has been|had been) _ [not] _ (?!(paid|closed|delivered|repaired|cancelled|born|cleaned) )(\\w+ed|done|taken|made|said|spent|lost|met|drawn|broken|sent|kept|told|hidden|given|cut|misled|overspent)|(the|our|your|my|joint) [\\S+] (account|accounts|savings|card|fund|deposit|budget|pot|money|trust) _ (was|got|has been|had been) _ (emptied|drained|spent|used|moved|dipped|overdrawn|gambled|broken|lost|touched|run|misused)|(disappeared|vanished|evaporated|went missing|melted|went astray|broke itself) _ [somehow|from|in|by|and|,|\\.]|(promises|vows|words|expectations|agreements|standards|obligations|commitments) ~~ (were|was|been) [\\S+] [\\S+] [,] [not] (kept|met|honoured|broken|fulfilled|breached)|it (made|passed|did) itself",
      ].join(or),
    ),
    happened: form(
      [
        "(what|whatever) (passed|happened|occurred) (?!to )|it passed|(the inevitable|the rest|nature|it) _ (occurred|took its|came about)|one thing [\\S+] [\\S+] (the|to|an)other|next thing (i|you|we) knew|before (any|some)(one|body) ~ (realised|noticed|knew|could)|(got|spiralled|spiraled|ran|went|slipped|spun|all) _ (out of (control|hand)|away from)|lost in the moment|(in the )?heat of the moment|(things|stuff|something|some things) happened ~~ (should not have|regret|not proud)",
        "(boundaries|lines|things) [\\S+] (became|got|were|grew) _ (blurred|unclear|confused|complicated|fuzzy)|(it|that|this|things|stuff|shit|an affair|errors|lapses|certain events|events|a kiss|sex|errors of judgement|a lapse) _ [sort of|kind of|all|just] (happened|happen|occurred|took place|went on|arose|started|began|was happening)(?! (to|at) )(?! again)",
        "what [has|had|have] _ (happened|went on)(?! to (you|your|my|the)) [between us|in \\S+|at \\S+|on \\S+]",
        "(it|things|this|stuff|matters|that|one thing) _ (got|went|gets|had got|had gone|has got|'d gone|'d got|became|turned|led|grew|fell|kept|moved|came|drifted|evolved) _ [a bit|out|too|way too|so|into|to] _ (out of (hand|control)|too far|far|messy|heated|wrong|to another|apart|out of|there|sexual|serious|on from|deeper|south|weird|going|more|further|control|hand|\\.)",
        "(it|things|matters|this) _ (escalated)|(somehow) ~~ (ended up|found|in bed|was|we were|it was|i was)|(we|i) _ (ended up|found (myself)|fell into|drifted|landed) [in|into|up|in a|with|kissing|sleeping|having|doing|lying|at|on|back|apart]|before (i|we) (knew|could|noticed) ~ ",
        "(feelings|an affair|an intimate relationship) _ (developed|grew|began|arose|happened|came|crept|went)|(some|the|our|your) (money|savings|cash) _ (has|have|had|got|went) _ (gone missing|gone|missing|run out)",
        "(boundaries|lines|limits|guards?|things|walls) [\\S+] (slipped|shifted|faded|blurred|lapsed|went)|how it (got|came|went|started|began) ~|(the )?truth was not _ (told|said)|(communication|matters|things) [between us] [had|have|has] _ (deteriorated|reached|come to)",
      ].join(or),
    ),
  },
  unless: form(
    "happened to (you|me)|did not just happen|(it|this) _ (started|began) (in|on) (<month>|<weekday>|\\d)|\\?|by me|nothing _ (actually )?happened|(will|would|can|could) ~ happen|happen again|(what) happens|(the car|the train|the plane|the kids|the dog|dinner|your parcel)|was (paid|promoted|born|told|given|asked|raised)|(loan|bill|debt|rent) (was|has been|is) (paid|settled)",
  ),
  unlessBefore: form(
    "(i|he|she|you|we|they) _ [have|had] [kept|used to|keep|always|would|could] _ (said|say|saying|told|tell|telling|claimed|pretended|convinced|wrote|write)|not because|(ask|asked|asking|tell|telling|told|question|questions|questioning|answer|talk|talking|speak|written|wrote|write|explain) [me|you|her|him|them] _ [exactly|about|down]",
  ),
  unlessItem: form("i made them|it was me \\.|it did not just happen|i (did|chose) (it|them|this|that) \\."),
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
