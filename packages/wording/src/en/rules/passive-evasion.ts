import { type Examples, finder, overlaps, type Rule } from "../../engine/rule.ts";
import { form } from "../forms.ts";
import { sources } from "../sources.ts";

const or = "|";
const thing =
  "[the|your|our|my|some|a|an|certain|various] [\\S+] (mistakes?|errors?|lies?|promises?|lines?|boundaries|boundary|trust|words?|things?|messages?|texts?|money|savings|feelings?|hurt|wrongs?|affair|relationship|truth|facts?|kiss|funds|accounts?|there|(certain|inappropriate|intimate|some) \\S+)";
const find = finder({
  label: "passive_evasion",
  speakers: ["harmer", "either"],
  on: "segment",
  forms: {
    passive: form(
      [
        `${thing} [\\S+] [\\S+] [\\S+] ('d been|'ve been|are|got|had been|has been|have been|is|was|were) _ (made|told|broken|crossed|betrayed|hurt|said|sent|exchanged|spent|taken|used|lost|hidden|deleted|damaged|caused|done|kept|concealed|violated|shared|read|developed|started|borrowed|gambled|blurred|ignored|committed|destroyed|formed|misused|abused|passed|gone|breached|given away|not told|not (disclosed|honoured|kept)|run up|diverted|misled|disclosed|drunk|neglected|wrecked|ruined|allowed|left out|transferred|entered into)`,
        "there (was|were) _ [a|a few|an|certain|lots of|some|various] _ [bad|inappropriate|poor|sexual] (lie|messages|sex|some)",
        "(certain|due) [\\S+] [\\S+] [\\S+] (got|was|were) _ [not] _ (?!(born|cancelled|cleaned|closed|paid|repaired) )(\\w+ed|done|met|cut)|(my|our|the|your) [\\S+] (account|money|pot|trust) _ (got|was) _ (broken|emptied|run|used)|disappeared _ [somehow|from|in|by|and|,|\\.]|it (did|made) itself",
      ].join(or),
    ),
    happened: form(
      [
        "it passed|(it|the inevitable) _ occurred|one thing [\\S+] [\\S+] (an|the|to)other|before anyone ~ realised",
        "(it|things) _ escalated|savings _ disappeared|boundaries [\\S+] (became|got) _ blurred|(an affair|errors of judgement|it|sex|stuff) _ [all|just|kind of|sort of] (happened|occurred|was happening)(?! (at|to) )(?! again)",
        "what [had|has|have] _ happened(?! to (my|the|you|your)) [between us|in \\S+|at \\S+|on \\S+]",
        "(it|one thing) _ (got|had gone|led|went) _ [a bit|into|out|so|to|too|way too] _ (too far|far|to another|there|\\.)",
        "somehow ~~ (ended up|was)|(i|we) _ (ended up|found myself|fell into) [apart|at|back|doing|having|in|in a|into|kissing|lying|on|sleeping|up|with]|before (i|we) (could|knew) ~ ",
        "(an affair|an intimate relationship|feelings) _ (came|developed|happened)|(our|some|the) money _ (got|had|has) _ (gone|gone missing)",
        "boundaries [\\S+] (blurred|slipped)|how it got ~|(the )?truth was not _ told",
      ].join(or),
    ),
  },
  unless: form(
    "(order|report|shop)|did not just happen|\\?|by me|nothing _ (actually )?happened|(can|will) ~ happen|happen again|(the car|the train)|loan (has been|is|was) paid",
  ),
  unlessBefore: form(
    "(he|i|she|we|you) _ [had|have] [always|could|keep|kept|used to|would] _ (said|say|told|wrote)|(ask|asked|asking|questions|speak|talk|talking|tell|told|write|written|wrote) [her|him|me|them|you] _ [about|down|exactly]",
  ),
  unlessItem: form("i made them|it did not just happen"),
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
