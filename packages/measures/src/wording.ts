/** One possible answer, as printed on the form. */
export type AnswerOption = { readonly value: number; readonly label: string };

export type WordingItem = {
  readonly n: number;
  readonly text: string;
  readonly options: readonly AnswerOption[];
  /** Two opposite words with unlabelled places between them. */
  readonly poles?: readonly string[];
};

/** A measure's questions, byte for byte as the rights holder gives them (ME4). The file beside the measure. */
export type Wording = {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly year: number;
  readonly language: string;
  readonly licence: string;
  readonly licenceSource: string;
  readonly attribution: string;
  readonly recallPeriod: string;
  readonly instructions?: string;
  readonly stem?: string;
  /** A line of the form that stands before an item. */
  readonly sections?: readonly { readonly beforeItem: number; readonly text: string }[];
  readonly items: readonly WordingItem[];
  /** Asked when the total is above 0, kept, and never scored. */
  readonly unscored?: readonly (WordingItem & { readonly askedWhen: string })[];
  readonly verified: boolean;
  readonly officialFormCompared: boolean;
};

/** Whether nothing that a person would read is missing. An empty `instructions` or `stem` is a missing text. */
export function isComplete(wording: Wording): boolean {
  const texts = [
    wording.instructions,
    wording.stem,
    ...(wording.sections ?? []).map(({ text }) => text),
    ...[...wording.items, ...(wording.unscored ?? [])].flatMap(({ text, options }) => [
      text,
      ...options.map(({ label }) => label),
    ]),
  ];
  return texts.every((text) => text === undefined || text.trim() !== "");
}
