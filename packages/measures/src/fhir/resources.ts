import { type Measure, totalRange } from "../measure.ts";
import { type MeasureId, measureOf } from "../measures.ts";
import type { ScoredReading } from "../record/readings.ts";
import type { Responses } from "../score.ts";
import type { WordingItem } from "../wording.ts";
import { hasLoincAnswers, localBase, loinc, loincAnswers, loincCodes, loincNotice } from "./codes.ts";

/** A FHIR R4 resource, as plain data. The tests hold it against the R4 definitions. */
export type Resource = { readonly resourceType: string; readonly id: string } & Readonly<
  Record<string, unknown>
>;
type Coding = Readonly<Record<string, unknown>>;

/** Where the resources say they are from, and whose they are. */
export type ExportSite = { readonly base: string; readonly patient: string };
export const defaultSite: ExportSite = { base: localBase, patient: "me" };

/** Restricted, and of the kind that says psychiatric: whoever receives it is told how to treat it. */
export const security = [
  { system: "http://terminology.hl7.org/CodeSystem/v3-Confidentiality", code: "R" },
  { system: "http://terminology.hl7.org/CodeSystem/v3-ActCode", code: "PSY" },
];
export const declined = {
  url: "http://hl7.org/fhir/StructureDefinition/data-absent-reason",
  valueCode: "asked-declined",
};
const declinedConcept = {
  coding: [{ system: "http://terminology.hl7.org/CodeSystem/data-absent-reason", code: "asked-declined" }],
};
export const survey = {
  coding: [{ system: "http://terminology.hl7.org/CodeSystem/observation-category", code: "survey" }],
};

/** A name of ours for FHIR: event ids hold a character that its ids do not. */
export const fhirId = (id: string): string => id.replaceAll("_", ".");
export const localCode = ({ base }: ExportSite, code: string, display?: string): Coding => ({
  system: `${base}/code`,
  code,
  ...(display === undefined ? {} : { display }),
});
export const moment = (at: number): string => new Date(at).toISOString();
export const patientOf = ({ patient }: ExportSite): Coding => ({ reference: `Patient/${patient}` });

/** The version of a wording file in a form that a canonical address may hold. A slot has none of ours. */
const versionOf = ({ wording }: Measure): string =>
  wording ? wording.version.replaceAll(/[^A-Za-z0-9]+/g, "-").replace(/-$/, "") : "slot";

const canonicalOf = (measure: Measure, { base }: ExportSite): string => `${base}/Questionnaire/${measure.id}`;

/** The code of a measure's total: LOINC where it was seen, else ours. Never the code of a panel. */
const totalCode = (measure: Measure<MeasureId>, site: ExportSite): Coding => {
  const codes = loincCodes[measure.id];
  return codes ? { system: loinc, code: codes.total } : localCode(site, `${measure.id}-total`);
};

function answerCoding(
  measure: Measure<MeasureId>,
  item: number,
  option: { readonly value: number; readonly label?: string },
  site: ExportSite,
): Coding {
  const display = option.label ? { display: option.label } : {};
  const code =
    hasLoincAnswers(measure.id) && item <= measure.key.value.items.length
      ? { system: loinc, code: loincAnswers[option.value], ...display }
      : { ...localCode(site, `${measure.id}-${item}-${option.value}`), ...display };
  const ordinal = { url: "http://hl7.org/fhir/StructureDefinition/ordinalValue", valueDecimal: option.value };
  return { ...code, extension: [ordinal] };
}

/** The options of an item: those of the form, or in a slot the numbers alone. */
function optionsOf(measure: Measure, item: number, asked?: WordingItem) {
  if (asked) return asked.options;
  const [min, max] = measure.key.value.items[item - 1]!;
  return Array.from({ length: max - min + 1 }, (_, index) => ({ value: min + index }));
}

/** A measure as a FHIR Questionnaire: its words as they are, or for a slot no text at all. */
export function questionnaireOf(measure: Measure<MeasureId>, site: ExportSite = defaultSite): Resource {
  const { wording } = measure;
  const codes = loincCodes[measure.id];
  const lines = [wording?.instructions, wording?.stem].filter((text) => text !== undefined && text !== "");
  const choice = (item: number, asked: WordingItem | undefined, code: string | undefined) => ({
    linkId: String(item),
    ...(code ? { code: [{ system: loinc, code }] } : {}),
    ...(asked ? { text: asked.text } : {}),
    type: "choice",
    answerOption: optionsOf(measure, item, asked).map((option) => ({
      valueCoding: answerCoding(measure, item, option, site),
    })),
  });
  const section = (item: number) =>
    (wording?.sections ?? [])
      .filter(({ beforeItem }) => beforeItem === item)
      .map(({ text }) => ({ linkId: `before-${item}`, text, type: "display" }));
  return {
    resourceType: "Questionnaire",
    id: measure.id,
    url: canonicalOf(measure, site),
    version: versionOf(measure),
    status: "active",
    ...(wording ? { title: wording.title, language: wording.language } : {}),
    ...(wording
      ? { copyright: [wording.licence, wording.attribution, ...(codes ? [loincNotice] : [])].join("\n\n") }
      : {}),
    ...(codes ? { code: [{ system: loinc, code: codes.panel }] } : {}),
    subjectType: ["Patient"],
    item: [
      ...lines.map((text, index) => ({ linkId: `line-${index + 1}`, text, type: "display" })),
      ...measure.key.value.items.flatMap((_, index) => [
        ...section(index + 1),
        choice(index + 1, wording?.items[index], codes?.items[index]),
      ]),
      ...(wording?.unscored ?? []).map((asked, index) => choice(asked.n, asked, codes?.unscored?.[index])),
      {
        linkId: "total",
        code: [totalCode(measure, site)],
        type: Number.isInteger(totalRange(measure)[1]) && !mayBeFraction(measure) ? "integer" : "decimal",
        readOnly: true,
      },
    ],
  };
}

const mayBeFraction = ({ mayMiss, key }: Measure): boolean =>
  mayMiss !== undefined || key.value.total === "mean";

/** What somebody answered, as a FHIR QuestionnaireResponse. A refused question says so. */
export function responseOf(reading: ScoredReading, site: ExportSite = defaultSite): Resource {
  const measure = measureOf(reading.measure)!;
  const { finished, responses, total } = reading;
  const labels = (item: number, value: number): string | undefined =>
    [...(measure.wording?.items ?? []), ...(measure.wording?.unscored ?? [])]
      .find(({ n }) => n === item)
      ?.options.find((option) => option.value === value)?.label;
  const answered = (values: Responses, first: number) =>
    values.map((value, index) => {
      const item = first + index;
      if (value === null) return { linkId: String(item), extension: [declined] };
      const label = labels(item, value);
      const option = { value, ...(label === undefined ? {} : { label }) };
      return { linkId: String(item), answer: [{ valueCoding: answerCoding(measure, item, option, site) }] };
    });
  const totalItems = total === null ? [] : [{ linkId: "total", answer: [totalAnswer(measure, total)] }];
  return {
    resourceType: "QuestionnaireResponse",
    id: fhirId(finished.eventId),
    meta: { security },
    questionnaire: `${canonicalOf(measure, site)}|${versionOf(measure)}`,
    status: "completed",
    subject: patientOf(site),
    author: patientOf(site),
    source: patientOf(site),
    authored: moment(finished.finishedAt),
    item: [
      ...answered(responses, 1),
      ...answered(finished.unscored, measure.key.value.items.length + 1),
      ...totalItems,
    ],
  };
}

const totalAnswer = (measure: Measure, total: number): Coding =>
  mayBeFraction(measure) ? { valueDecimal: rounded(total) } : { valueInteger: total };

const rounded = (total: number): number => Math.round(total * 100) / 100;

/** The total of a reading as a FHIR Observation; without a total it says that answers were declined. */
export function totalObservationOf(reading: ScoredReading, site: ExportSite = defaultSite): Resource {
  const measure = measureOf(reading.measure)!;
  const { finished } = reading;
  return {
    resourceType: "Observation",
    id: `${fhirId(finished.eventId)}-${measure.id}`,
    meta: { security },
    status: "final",
    category: [survey],
    code: { coding: [totalCode(measure, site)] },
    subject: patientOf(site),
    effectiveDateTime: moment(finished.finishedAt),
    // CSI-4 that was worked out from CSI-16 points to the answers of CSI-16.
    derivedFrom: [{ reference: `QuestionnaireResponse/${fhirId(finished.eventId)}` }],
    ...totalValue(reading),
  };
}

function totalValue({ total, responses }: ScoredReading): Readonly<Record<string, unknown>> {
  if (total === null) return { dataAbsentReason: declinedConcept };
  if (Number.isInteger(total) && !responses.includes(null)) return { valueInteger: total };
  const unit = { system: "http://unitsofmeasure.org", code: "{score}", unit: "{score}" };
  return { valueQuantity: { value: rounded(total), ...unit } };
}
