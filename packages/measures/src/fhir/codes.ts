import type { MeasureId } from "../measures.ts";

export const loinc = "http://loinc.org";
/** The host sets its own base; this one leads nowhere. */
export const localBase = "https://goldseam.invalid/fhir";

/** LOINC codes that were seen with these items in this order. Where public sources differ, none is given. */
export type LoincCodes = {
  readonly panel: string;
  readonly items: readonly string[];
  /** The code of the total, never that of the panel. */
  readonly total: string;
  /** Of questions that are asked and not scored. */
  readonly unscored?: readonly string[];
};

export const loincCodes: Readonly<Partial<Record<MeasureId, LoincCodes>>> = {
  phq9: {
    panel: "44249-1",
    items: [
      "44250-9",
      "44255-8",
      "44259-0",
      "44254-1",
      "44251-7",
      "44258-2",
      "44252-5",
      "44253-3",
      "44260-8",
    ],
    total: "44261-6",
    unscored: ["69722-7"],
  },
  phq2: { panel: "55757-9", items: ["44250-9", "44255-8"], total: "55758-7" },
  gad7: {
    panel: "69737-5",
    items: ["69725-0", "68509-9", "69733-4", "69734-2", "69735-9", "69689-8", "69736-7"],
    total: "70274-6",
  },
};

/** LOINC answers 0 to 3 of the PHQ and GAD forms. */
export const loincAnswers = ["LA6568-5", "LA6569-3", "LA6570-1", "LA6571-9"] as const;

/** The forms whose answers these are. */
export const hasLoincAnswers = (id: MeasureId): boolean => id === "phq9" || id === "phq2" || id === "gad7";

/** What has to stand beside LOINC codes wherever they go. */
export const loincNotice =
  "This material contains content from LOINC (http://loinc.org). LOINC is copyright © Regenstrief Institute, Inc. and the Logical Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost under the license at http://loinc.org/license. LOINC does not license the text of any item here.";
