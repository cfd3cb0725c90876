/**
 * What the coach can find in a text. Each is said of what the words do to the reader, never of the writer.
 *
 * - Source: docs/decisions/0014-writing-coach.md, with the rule that decides each of them.
 */
export const labels = [
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
  "forgiveness_demand",
  "timeline_demand",
  "criticism",
  "contempt",
  "stonewalling",
  "validating",
  "reassuring",
  "irritated",
] as const;
export type Label = (typeof labels)[number];

/** What helps a reader. All other labels mark something to look at again. */
export const helpful: ReadonlySet<Label> = new Set([
  "clarity",
  "compassion",
  "commitment",
  "validating",
  "reassuring",
]);

/** Whose words these are. `either` where it makes no difference or is not known. */
export type Speaker = "harmer" | "hurt" | "either";
/** A whole letter, or one sentence or short message. */
export type Part = "sentence" | "letter";

/** A label on the words from `start` to `end`, in UTF-16 code units of the text that was given. */
export type Finding = {
  readonly label: Label;
  readonly start: number;
  readonly end: number;
  /** Name of the form that was recognised, for whoever works on the rules. */
  readonly note?: string;
};

export type Context = {
  /** The partner's question that the text answers. */
  readonly replyTo?: string;
  readonly speaker?: Speaker;
  readonly part?: Part;
};
