import type { Rule } from "../engine/rule.ts";
import { orthography } from "./orthography.ts";
import { rule as blameShift } from "./rules/blame-shift.ts";
import { rule as clarity } from "./rules/clarity.ts";
import { rule as commitment } from "./rules/commitment.ts";
import { rule as commitmentUntestable } from "./rules/commitment-untestable.ts";
import { rule as compassion } from "./rules/compassion.ts";
import { rule as conditionalApology } from "./rules/conditional-apology.ts";
import { rule as contempt } from "./rules/contempt.ts";
import { rule as criticism } from "./rules/criticism.ts";
import { rule as defensiveBut } from "./rules/defensive-but.ts";
import { rule as forgivenessDemand } from "./rules/forgiveness-demand.ts";
import { rule as irritated } from "./rules/irritated.ts";
import { rule as justification } from "./rules/justification.ts";
import { rule as minimising } from "./rules/minimising.ts";
import { rule as passiveEvasion } from "./rules/passive-evasion.ts";
import { rule as reassuring } from "./rules/reassuring.ts";
import { rule as stonewalling } from "./rules/stonewalling.ts";
import { rule as timelineDemand } from "./rules/timeline-demand.ts";
import { rule as vague } from "./rules/vague.ts";
import { rule as validating } from "./rules/validating.ts";
import { weighing } from "./weighing.ts";

/** In this order: a rule may look at what those before it found. */
const rules: readonly Rule[] = [
  clarity,
  contempt,
  conditionalApology,
  vague,
  irritated,
  timelineDemand,
  forgivenessDemand,
  passiveEvasion,
  compassion,
  validating,
  commitment,
  commitmentUntestable,
  blameShift,
  minimising,
  justification,
  criticism,
  stonewalling,
  reassuring,
  defensiveBut,
];

/** English, the one language that the coach speaks. */
export const english = { language: "en", orthography, rules, weighing } as const;
