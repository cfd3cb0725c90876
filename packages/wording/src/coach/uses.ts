import type { Label, Speaker } from "../labels.ts";

/** What a person writes when the coach is there. */
export const uses = [
  "apology",
  "first-words",
  "flare-reply",
  "soft-start",
  "question",
  "impact-letter",
  "promise",
  "appreciation",
] as const;
export type Use = (typeof uses)[number];

/** Every note that the coach has, the most useful first: what can hurt comes before what could be clearer. */
export const noteNames = [
  "threat",
  "children-used",
  "contempt",
  "forgiveness_demand",
  "timeline_demand",
  "irritated",
  "defensive_but",
  "blame_shift",
  "conditional_apology",
  "minimising",
  "stonewalling",
  "criticism",
  "passive_evasion",
  "justification",
  "no-clarity",
  "no-compassion",
  "no-commitment",
  "no-answer",
  "no-validating",
  "no-offer",
  "vague",
  "commitment_untestable",
  "not-own",
  "not-observable",
  "not-specific",
  "not-small",
  "no-detail",
] as const;
export type NoteName = (typeof noteNames)[number];

type Rules = {
  readonly speaker: Speaker;
  readonly part: "sentence" | "letter";
  /** Labels that become notes. */
  readonly notes: readonly (Label & NoteName)[];
  /** What is looked for in the whole text: found, or a note that asks for it. */
  readonly elements: readonly {
    readonly name: string;
    readonly labels: readonly Label[];
    readonly missing: NoteName;
  }[];
  readonly threats?: boolean;
};

const backTaken = [
  "contempt",
  "defensive_but",
  "blame_shift",
  "minimising",
  "stonewalling",
  "criticism",
] as const;
export const rulesOf: Readonly<Record<Use, Rules>> = {
  apology: {
    speaker: "harmer",
    part: "letter",
    notes: [
      ...backTaken,
      "forgiveness_demand",
      "timeline_demand",
      "conditional_apology",
      "passive_evasion",
      "justification",
      "vague",
      "commitment_untestable",
    ],
    elements: [
      { name: "clarity", labels: ["clarity"], missing: "no-clarity" },
      { name: "compassion", labels: ["compassion"], missing: "no-compassion" },
      { name: "commitment", labels: ["commitment"], missing: "no-commitment" },
    ],
    threats: true,
  },
  "first-words": {
    speaker: "either",
    part: "sentence",
    notes: ["forgiveness_demand", "timeline_demand", "contempt", "defensive_but", "blame_shift"],
    elements: [],
    threats: true,
  },
  "flare-reply": {
    speaker: "harmer",
    part: "sentence",
    notes: [...backTaken, "irritated", "timeline_demand", "forgiveness_demand", "justification"],
    elements: [
      { name: "validating", labels: ["validating"], missing: "no-validating" },
      { name: "answer", labels: ["reassuring", "clarity", "commitment"], missing: "no-answer" },
    ],
  },
  "soft-start": {
    speaker: "either",
    part: "sentence",
    notes: ["contempt", "criticism", "stonewalling", "irritated"],
    elements: [],
    threats: true,
  },
  question: {
    speaker: "hurt",
    part: "sentence",
    notes: ["contempt", "criticism"],
    elements: [],
    threats: true,
  },
  // The anger of who was hurt is no fault: only threats, name-calling and children used.
  "impact-letter": { speaker: "hurt", part: "letter", notes: [], elements: [], threats: true },
  promise: { speaker: "harmer", part: "sentence", notes: ["commitment_untestable"], elements: [] },
  appreciation: { speaker: "either", part: "sentence", notes: ["contempt", "criticism"], elements: [] },
};
