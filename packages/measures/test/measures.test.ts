import { readdirSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csi4 } from "../src/csi4/csi4.ts";
import { csi16 } from "../src/csi16/csi16.ts";
import { gad2 } from "../src/gad2/gad2.ts";
import { gad7 } from "../src/gad7/gad7.ts";
import {
  attributions,
  csi4Of,
  isComplete,
  isOffered,
  type Measure,
  measureOf,
  measures,
  type Responses,
  score,
  scoreCsi4FromCsi16,
} from "../src/index.ts";
import { phq2 } from "../src/phq2/phq2.ts";
import { phq4 } from "../src/phq4/phq4.ts";
import { phq9 } from "../src/phq9/phq9.ts";
import { answersOf } from "./measure-contract.ts";

const all: readonly Measure[] = measures;

describe("the list", () => {
  test("every folder of a measure is in it, under its own name", () => {
    const folders = readdirSync(path.join(import.meta.dirname, "../src"), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .filter(({ parentPath, name }) => readdirSync(path.join(parentPath, name)).includes("LICENSE"))
      .map(({ name }) => name);
    expect(all.map(({ id }) => id as string).sort()).toEqual(folders.sort());
    expect(measureOf("phq-9")).toBeUndefined();
    expect(measureOf("constructor")).toBeUndefined();
  });
  test("[ME2] what is offered has a checked wording and no empty text; CORE-10 and the slots are not", () => {
    const offered = all.filter(isOffered);
    expect(offered.map(({ id }) => id)).toEqual([
      "csi16",
      "csi4",
      "phq9",
      "phq2",
      "gad7",
      "gad2",
      "phq4",
      "hark",
      "pcl5",
    ]);
    for (const { wording } of offered)
      expect([wording!.verified, isComplete(wording!)]).toEqual([true, true]);
    const filled = { ...csi4, wording: { ...csi4.wording, verified: false } } as Measure;
    expect(isOffered(filled)).toBe(false);
  });
  test("[ME3] no wording has been compared with its official form yet, and each says so", () => {
    for (const { wording } of all) if (wording) expect(wording.officialFormCompared).toBe(false);
  });
  test("every wording has an attribution, a licence and where that was read; a slot has none of ours", () => {
    expect(attributions.map(({ id }) => id)).toEqual(
      all.filter(({ wording }) => wording !== undefined).map(({ id }) => id),
    );
    for (const { attribution, licence, licenceSource } of attributions)
      for (const text of [attribution, licence, licenceSource]) expect(text).not.toBe("");
  });
  test("[ME14] the numbers come from somewhere: each has a source and the day it was looked at", () => {
    for (const measure of all) {
      const { key, cut, bands, itemFlags, totalFlags, groupFlags, answerFlags, mayMiss, threshold } = measure;
      const numbers = [key, cut, bands, itemFlags, totalFlags, groupFlags, answerFlags, mayMiss];
      for (const number of [...numbers, threshold?.step, threshold?.sure]) {
        if (!number) continue;
        expect(number.source).not.toBe("");
        expect(number.checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }
    }
  });
});

describe("CSI-4 inside CSI-16", () => {
  test("worked out from the long form it is the same as asked", () => {
    fc.assert(
      fc.property(answersOf(csi16), (responses) => {
        expect(scoreCsi4FromCsi16(responses)).toEqual(score(csi4, csi4Of(responses)));
      }),
    );
    expect(csi4.wording.items.map(({ fromCsi16 }) => csi16.wording.items[fromCsi16 - 1]!.text)).toEqual(
      csi4.wording.items.map(({ text }) => text),
    );
  });
  test("[ME10] a refused answer outside of the four does not matter, one of the four does", () => {
    const refusing = (...items: number[]): Responses =>
      Array.from({ length: 16 }, (_, index) => (items.includes(index + 1) ? null : 3));
    const total = (responses: Responses) => {
      const result = scoreCsi4FromCsi16(responses);
      return result.ok ? result.value.total : result.error.type;
    };
    expect(total(refusing(2, 3, 4, 16))).toBe(12);
    for (const item of [1, 5, 7, 10]) expect(total(refusing(item))).toBeNull();
    expect(total(refusing().slice(1))).toBe("WrongLength");
    expect(total([...refusing().slice(0, 15), 6])).toBe("OutOfRange");
  });
});

describe("the short forms", () => {
  test("[ME4] hold the words of the long ones, letter for letter", () => {
    const texts = (measure: Measure) => measure.wording!.items.map(({ text, options }) => [text, options]);
    expect(texts(phq2)).toEqual(texts(phq9).slice(0, 2));
    expect(texts(gad2)).toEqual(texts(gad7).slice(0, 2));
    expect(texts(phq4)).toEqual([...texts(gad2), ...texts(phq2)]);
  });
  test("[ME4] the answer for 0 is 'Not at all', never 'Not at all sure'", () => {
    for (const { wording } of [phq9, phq2, gad7, gad2, phq4] as readonly Measure[])
      for (const { options } of wording!.items) expect(options[0]).toEqual({ value: 0, label: "Not at all" });
  });
});

test("[ME7] refusing is an answer of its own: null, and never the number 0", () => {
  fc.assert(
    fc.property(answersOf(phq9), fc.nat({ max: 8 }), (responses, index) => {
      const refused = score(phq9, (responses as (number | null)[]).with(index, null));
      expect(refused.ok && refused.value.total).toBeNull();
    }),
  );
});

test("[ME11] a safety screen is positive as soon as the answers given are enough, negative only when all are given", () => {
  for (const measure of all.filter(({ safetyScreen }) => safetyScreen)) {
    expect(measure.mayMiss).toBeUndefined();
    expect(measure.threshold).toBeUndefined();
    fc.assert(
      fc.property(answersOf(measure), fc.nat(), (responses, pick) => {
        const whole = score(measure, responses);
        const part = score(measure, (responses as (number | null)[]).with(pick % responses.length, null));
        if (!whole.ok || !part.ok) throw new Error("not scored");
        expect(part.value.positive).not.toBe(false);
        if (part.value.positive) expect(whole.value.positive).toBe(true);
        if (whole.value.positive === false) expect(part.value.positive).toBeNull();
      }),
    );
  }
});
