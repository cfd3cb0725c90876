import { spokenChange } from "../change.ts";
import { type DiaryAnswer, type DiaryId, diaryIds, diaryItems } from "../diary/diary.ts";
import type { Measure } from "../measure.ts";
import { type MeasureId, measureOf, measures } from "../measures.ts";
import type { MeasureJournal } from "../record/journal.ts";
import { readingsOf, type ScoredReading } from "../record/readings.ts";
import {
  defaultSite,
  type ExportSite,
  fhirId,
  localCode,
  moment,
  patientOf,
  questionnaireOf,
  type Resource,
  responseOf,
  security,
  survey,
  totalObservationOf,
} from "./resources.ts";

/**
 * Everything that one person answered, as a FHIR R4 Bundle: their own measures and diary, and no one else's.
 *
 * Safety screens are in no export: their answers were never written. Each person has a Patient of their own, so a
 * bundle of two people cannot be made here.
 */
export function bundleOf(journal: MeasureJournal, site: ExportSite = defaultSite): Resource {
  const readings = measures.flatMap(({ id }) => readingsOf(journal, id));
  const answered = readings.filter(({ measure, sitting }) => measure === sitting.measure);
  const asked = [...new Set(answered.map(({ measure }) => measure))];
  const resources: readonly Resource[] = [
    { resourceType: "Patient", id: site.patient, meta: { security } },
    ...asked.map((id) => questionnaireOf(measureOf(id)!, site)),
    ...answered.map((reading) => responseOf(reading, site)),
    ...readings.map((reading) => totalObservationOf(reading, site)),
    ...asked.flatMap((id) => changeObservations(id, readingsOf(journal, id), site)),
    ...diaryIds.flatMap((id) =>
      (journal.diary.get(id) ?? []).flatMap((answer) => diaryObservations(id, answer, site)),
    ),
  ];
  return {
    resourceType: "Bundle",
    id: "measures",
    type: "collection",
    entry: resources.map((resource) => ({
      fullUrl: `${site.base}/${resource.resourceType}/${resource.id}`,
      resource,
    })),
  };
}

/** What the last reading says of change, with the threshold and how well it is known. None where no word is spoken. */
function changeObservations(
  id: MeasureId,
  readings: readonly ScoredReading[],
  site: ExportSite,
): readonly Resource[] {
  const measure: Measure = measureOf(id)!;
  const spoken = spokenChange(measure, readings);
  const last = readings.findLast(({ total }) => total !== null);
  if (spoken.says === "nothing" || !last || !measure.threshold) return [];
  const { value, status, source } = measure.threshold.step;
  return [
    {
      resourceType: "Observation",
      id: `change-${id}`,
      meta: { security },
      status: "final",
      category: [survey],
      code: { coding: [localCode(site, "reliable-change", "Reliable change")] },
      subject: patientOf(site),
      effectiveDateTime: moment(last.finished.finishedAt),
      valueCodeableConcept: { coding: [localCode(site, spoken.says)] },
      method: { text: `${id}: threshold ${value}, ${status} (${source})` },
      derivedFrom: [{ reference: `Observation/${fhirId(last.finished.eventId)}-${id}` }],
    },
  ];
}

function diaryObservations(id: DiaryId, { on, value }: DiaryAnswer, site: ExportSite): readonly Resource[] {
  if (value === null) return [];
  const isText = diaryItems[id].answer.kind === "text";
  return [
    {
      resourceType: "Observation",
      id: `diary-${id}-${on}`,
      meta: { security },
      status: "final",
      category: [survey],
      code: { coding: [localCode(site, id, "Own diary, not a validated test")] },
      subject: patientOf(site),
      effectiveDateTime: on,
      ...(isText ? { valueString: value } : { valueInteger: value }),
    },
  ];
}
