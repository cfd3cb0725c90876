import { type Examples, finder, type Rule } from "../../engine/rule.ts";
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
        `${thing} [\\S+] [\\S+] [\\S+] (was|were|got|is|are|has been|have been|had been|'ve been|'d been) [<adv>] (made|told|broken|crossed|betrayed|hurt|said|sent|exchanged|spent|taken|used|lost|hidden|deleted|damaged|caused|done|kept|withheld|concealed|violated|shared|read|developed|started|borrowed|gambled|blurred|ignored|committed|overstepped|destroyed|forgotten|involved|formed|misused|abused|passed|misplaced|gone|compromised|breached|given away|not told|not (kept|honoured|respected|disclosed)|accrued|run up|misspent|diverted|misled|disclosed|revealed|drunk|consumed|neglected|wrecked|ruined|shattered|eroded|accumulated|allowed|left out|omitted|transferred|entered into)`,
        "you (were|was|have been|had been|got|'ve been) [<adv>] (lied to|deceived|misled|betrayed|let down|kept in the dark|cheated on|wronged|mistreated|misinformed|not told)|there (was|were|has been|have been|had been|may have been) [<adv>] [a|an|some|a few|certain|lots of|a degree of|a lot of|various] [<adv>] [inappropriate|bad|poor|intimate|physical|sexual] (messages|texts|contact|lies|lie|kissing|kiss|sex|dishonesty|mistakes|mistake|touching|intimacy|flirting|drinking|gambling|debts|debt|infidelity|things said|some|error|errors|lapse|lapses|photos|pictures|relations|encounter|encounters|incident|incidents|indiscretion|indiscretions|moment|moments|something (between|with)|wrongdoing|failure|failures|secrets|an affair|affair)",
        "(it|everything|something) was arrived ~|it was (done|said|allowed|decided|kept|hidden)(?! by)",
      ].join(or),
    ),
    happened: form(
      [
        "(it|that|this|things|stuff|shit|something|everything|an affair|the affair|one thing|mistakes|errors|lapses|indiscretions|certain events|events|a kiss|sex|the kiss|bad things|these things|the whole thing|errors of judgement|an error of judgement|a lapse of judgement|a lapse|a mistake|the lying|the cheating|the drinking) [<adv>] [sort of|kind of|all|just] (happened|happen|occurred|took place|came about|transpired|came into being|went on|arose|started|began|developed|came to pass|has happened|had happened|'d happened|was happening|have happened|have occurred|has occurred)(?! (to|at|because i) )(?! again)",
        "what [has|had|have] [<adv>] (happened|went on|occurred|took place|went down|transpired|came about)(?! to (you|your|my|the)) [between us|with \\S+|that \\S+|in \\S+|at \\S+|on \\S+|last \\S+]",
        "(it|things|everything|this|stuff|the situation|the whole thing|matters|that|that night|the drinking|the gambling|the spending|one thing|the texting|the flirting|the night) [<adv>] (got|went|gets|had got|had gone|have got|has got|'d gone|'d got|became|turned|spiralled|spiraled|snowballed|escalated|developed|led|grew|ended up|fell|kept|moved|came|drifted|evolved|progressed|have gone|has gone) [<adv>] [a bit|out|too|way too|so|into|to] [<adv>] (out of (hand|control)|too far|far|carried away|complicated|messy|physical|intimate|heated|wrong|from there|to another|into (something|more|an affair|a)|apart|out of|there|sexual|serious|something (more|else)|on from|deeper|sideways|south|weird|into bed|off the rails|happening|going|more|further|control|hand|\\.)",
        "one thing (led|leads) to ~|(it|things|everything|matters|this) [<adv>] (escalated|spiralled|spiraled|snowballed|unravelled)|(somehow|suddenly|the next thing) ~~ (ended up|found|in bed|was|happened|we were|it was|i was)|(we|i|me and \\S+) [<adv>] (ended up|wound up|found (myself|ourselves)|got caught up|got swept|got sucked|got drawn|fell into|drifted|slipped into|got into|got involved|got pulled|landed) [in|into|up|in a|with|kissing|sleeping|having|doing|lying|at|on|back|apart|together]|before (i|we) (knew|could|realised|noticed) ~ |next thing (i|you) (knew|know)",
        "(feelings|an attraction|an affair|a relationship|a connection|an intimate relationship|a friendship|a bond|something|a distance|an intimacy|chemistry|a situation|a physical relationship|a sexual relationship) [<adv>] (developed|grew|began|started|formed|arose|emerged|happened|evolved|came|sparked|clicked|crept|existed|took over|went)|lost in the moment|in the heat of|it was (not planned|unplanned|never planned|out of my (control|hands)|happening)|(some|the|our|your) (money|savings|cash|pictures|messages) [<adv>] (has|have|had|got|went) [<adv>] (gone missing|been spent|disappeared|vanished|gone|missing|been used|been lost|run out|been taken|been deleted)|(some|the|our|your) (money|savings|cash) [<adv>] (went|got) (missing|spent|lost|used)",
        "(boundaries|lines|standards|judgement|priorities|limits|guards?|things|walls) [\\S+] (slipped|shifted|faded|blurred|crumbled|lapsed|were lowered|went)|(like|was) a snowball|how it (got|came|went|happened|started|began) ~|(the )?truth was not [<adv>] (told|said)|(communication|relations|matters|things) [between us] [had|have|has] [<adv>] (deteriorated|broken down|reached|unfolded|come to)|(the )?(marriage|relationship|trust) [\\S+] [\\S+] (got|was|has been|had been|became) [<adv>] (damaged|broken|hurt|strained|lost|destroyed)",
      ].join(or),
    ),
  },
  unless: form(
    "\\?|by me|by myself|(did|do|does|has|have) not (just )?(happen|happened)|nothing [<adv>] (actually |really )?happened|(will|would|can|could) ~ happen|happen again|i made (it|them) |(what|whatever) happens|(tell|told|ask|asked|explain|know|hear|say|answer|talk|write|remember|understand) ~ (you )?(what|everything|all) ~ happened ~ (you|today|at (school|work)|to|tonight)|(the car|the train|my car|the bus|a fuse|the power|the plane|the kids|the dog|dinner|your parcel)|happened to (you|me|your|my)|(funny|something funny|weird|strange|nice|good) (thing|things)? happened|was (paid|promoted|born|told|given|offered|asked|raised)|(loan|bill|debt|rent|mortgage) (was|has been|is) (paid|settled)|ended up (in hospital|at a&e|late|working|with nothing)|found myself (crying|thinking|wondering|looking)|line (was|is) (busy|engaged)",
  ),
  unlessBefore: form(
    "(i|he|she|you|we|they) [<adv>] [have|had] [kept|used to|keep|always|would|could] [<adv>] (said|say|saying|told|tell|telling|claimed|pretended|convinced|wrote|write)|not because|(ask|asked|asking|tell|telling|told|question|questions|questioning|answer|talk|talking|speak|written|wrote|write|explain) [me|you|her|him|them] [<adv>] [exactly|about|down]",
  ),
  unlessItem: form(
    "i made (it happen|them happen|those choices|it)|i made them|it was me \\.|it did not just happen|i (did|chose) (it|them|this|that) \\.",
  ),
});

export const rule: Rule = {
  name: "nobody-did-it",
  label: "passive_evasion",
  reason: "The act stands there and nobody did it. The reader is left looking for the person.",
  sources: [sources.lazare],
  find(reading, context, found) {
    // Words taken up from the question are its own, not an evasion of the answer.
    if (context.replyTo !== "") return [];
    return find(reading, context, found);
  },
};

export const examples: Examples = {
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
