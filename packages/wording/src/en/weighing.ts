import type { Weighing } from "../engine/weighing.ts";
import { weightsOf } from "../engine/weighing.ts";
import type { Label } from "../labels.ts";
import { disowned, form, reported } from "./forms.ts";
import { weights } from "./weights.ts";

/** Meanings that say something of a label, whatever the word that carries them. */
const names = [
  "act",
  "act.ing",
  "amount",
  "apology",
  "bare",
  "checkable",
  "clock",
  "dear",
  "deep",
  "feel",
  "harm",
  "insult",
  "mend",
  "month",
  "neg",
  "number",
  "otherPerson",
  "past_when",
  "place",
  "quality",
  "role",
  "secret",
  "weak.past",
  "weekday",
  "when",
  "wrong.ing",
  "wrong.past",
] as const;

/** Excuses and blame that are reported or disowned are looked at, not said (WR4). */
const takenBack: ReadonlySet<Label> = new Set([
  "blame_shift",
  "minimising",
  "justification",
  "defensive_but",
]);
/** What only the one who did the wrong can write. */
const ofHarmer: ReadonlySet<Label> = new Set([
  "clarity",
  "vague",
  "compassion",
  "commitment",
  "commitment_untestable",
  "defensive_but",
  "blame_shift",
  "minimising",
  "conditional_apology",
  "passive_evasion",
  "justification",
  "timeline_demand",
  "forgiveness_demand",
]);

/** What is held against a person names no feeling of theirs, and makes nothing safe. */
const heldAgainst = ["criticism", "contempt", "irritated"] as const;

/** English words, weighed. */
export const weighing: Weighing = {
  weights: weightsOf(weights),
  meanings: names.map((name) => [name, form(`<${name}>`)]),
  stem: (word) =>
    word.length <= 4
      ? word
      : word
          .replace(/ies$/, "y")
          .replace(/(?:ing|edly|ed|es|s|ly|er|est)$/, "")
          .replace(/(.)\1$/, "$1"),
  ownership: / (?:sorry|know|admit|apolog\w+) /,
  rivals: [
    ["compassion", [...heldAgainst, "blame_shift", "timeline_demand", "forgiveness_demand"]],
    ["reassuring", heldAgainst],
    ["validating", heldAgainst],
  ],
  withheld: (label, { text, sentence }, { speaker }) =>
    (speaker === "hurt" && ofHarmer.has(label)) ||
    (label === "compassion" && !/ you(?:rs?|rself)? /.test(text)) ||
    (takenBack.has(label) && (reported.test(sentence.text) || disowned.test(text))),
};
