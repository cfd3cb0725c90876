import * as blameShift from "../src/en/rules/blame-shift.ts";
import * as clarity from "../src/en/rules/clarity.ts";
import * as commitment from "../src/en/rules/commitment.ts";
import * as commitmentUntestable from "../src/en/rules/commitment-untestable.ts";
import * as compassion from "../src/en/rules/compassion.ts";
import * as conditionalApology from "../src/en/rules/conditional-apology.ts";
import * as contempt from "../src/en/rules/contempt.ts";
import * as criticism from "../src/en/rules/criticism.ts";
import * as defensiveBut from "../src/en/rules/defensive-but.ts";
import * as forgivenessDemand from "../src/en/rules/forgiveness-demand.ts";
import * as irritated from "../src/en/rules/irritated.ts";
import * as justification from "../src/en/rules/justification.ts";
import * as minimising from "../src/en/rules/minimising.ts";
import * as passiveEvasion from "../src/en/rules/passive-evasion.ts";
import * as reassuring from "../src/en/rules/reassuring.ts";
import * as stonewalling from "../src/en/rules/stonewalling.ts";
import * as timelineDemand from "../src/en/rules/timeline-demand.ts";
import * as vague from "../src/en/rules/vague.ts";
import * as validating from "../src/en/rules/validating.ts";
import type { Examples, Rule } from "../src/engine/rule.ts";

/** Every rule with its own examples. A new rule file needs a line here; the tests compare this with the folder. */
export const rulesWithExamples: readonly { readonly rule: Rule; readonly examples: Examples }[] = [
  { rule: blameShift.rule, examples: blameShift.examples },
  { rule: clarity.rule, examples: clarity.examples },
  { rule: commitment.rule, examples: commitment.examples },
  { rule: commitmentUntestable.rule, examples: commitmentUntestable.examples },
  { rule: compassion.rule, examples: compassion.examples },
  { rule: conditionalApology.rule, examples: conditionalApology.examples },
  { rule: contempt.rule, examples: contempt.examples },
  { rule: criticism.rule, examples: criticism.examples },
  { rule: defensiveBut.rule, examples: defensiveBut.examples },
  { rule: forgivenessDemand.rule, examples: forgivenessDemand.examples },
  { rule: irritated.rule, examples: irritated.examples },
  { rule: justification.rule, examples: justification.examples },
  { rule: minimising.rule, examples: minimising.examples },
  { rule: passiveEvasion.rule, examples: passiveEvasion.examples },
  { rule: reassuring.rule, examples: reassuring.examples },
  { rule: stonewalling.rule, examples: stonewalling.examples },
  { rule: timelineDemand.rule, examples: timelineDemand.examples },
  { rule: vague.rule, examples: vague.examples },
  { rule: validating.rule, examples: validating.examples },
];
