import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Measure, totalRange } from "../src/measure.ts";
import type { Samples } from "../src/samples.ts";
import { keyed, type Responses, score } from "../src/score.ts";
import { recordedDigests } from "./digests.ts";

export const answersOf = (measure: Measure): fc.Arbitrary<number[]> =>
  fc.tuple(...measure.key.value.items.map(([min, max]) => fc.integer({ min, max })));

/** Answers that come to this total, low items first, so that no item of its own raises a flag where it can be avoided. */
export function answersWithTotal(measure: Measure, total: number): number[] {
  const { items, total: kind } = measure.key.value;
  let left = (kind === "four times the sum" ? total / 4 : total) - items.reduce((sum, [min]) => sum + min, 0);
  return items.map(([min, max], index) => {
    const more = Math.min(left, max - min);
    left -= more;
    return keyed(measure, index + 1, min + more);
  });
}

const scored = (measure: Measure, responses: Responses) => {
  const result = score(measure, responses);
  if (!result.ok) throw new Error(`not scored: ${result.error.type}`);
  return result.value;
};

/** Everything that holds for every measure, and the samples of this one. */
export function measureContract(measure: Measure, { answers, totals }: Samples): void {
  const folder = path.join(import.meta.dirname, "../src", measure.id);
  const [min, max] = totalRange(measure);

  describe(`${measure.id}: answers worked out by hand`, () => {
    for (const { responses, ...expected } of answers)
      test(`${JSON.stringify(responses)} comes to ${expected.total}`, () => {
        const { flags, ...found } = scored(measure, responses);
        expect({ ...found, flags: [...flags].sort() }).toEqual({
          ...expected,
          flags: [...expected.flags].sort(),
        });
      });
    for (const { total, band, positive, flags } of totals)
      test(`[ME13] a total of ${total} reads ${band}, positive ${positive}`, () => {
        const totalFlags = (measure.totalFlags?.value ?? []).map(({ flag }) => flag);
        const found = scored(measure, answersWithTotal(measure, total!));
        expect({ ...found, flags: found.flags.filter((flag) => totalFlags.includes(flag)) }).toEqual({
          total,
          band,
          positive,
          flags,
        });
      });
  });

  describe(`${measure.id}: what holds for any answers`, () => {
    test("a total is inside its range, and the ends are reached", () => {
      fc.assert(
        fc.property(answersOf(measure), (responses) => {
          const { total } = scored(measure, responses);
          expect(total).toBeGreaterThanOrEqual(min);
          expect(total).toBeLessThanOrEqual(max);
        }),
      );
      const ends = measure.key.value.items.map(([low, high]) => [low, high] as const);
      const at = (end: 0 | 1) => ends.map((range, index) => keyed(measure, index + 1, range[end]));
      expect([scored(measure, at(0)).total, scored(measure, at(1)).total]).toEqual([min, max]);
    });
    test("more of one answer, as it counts, never makes the total smaller", () => {
      fc.assert(
        fc.property(answersOf(measure), fc.nat(), (responses, pick) => {
          const index = pick % responses.length;
          const counted = keyed(measure, index + 1, responses[index]!);
          if (counted === measure.key.value.items[index]![1]) return;
          const more = responses.with(index, keyed(measure, index + 1, counted + 1));
          expect(scored(measure, more).total!).toBeGreaterThan(scored(measure, responses).total!);
        }),
      );
    });
    test("[ME9] reversing twice gives the answer back", () => {
      fc.assert(
        fc.property(answersOf(measure), (responses) => {
          responses.forEach((value, index) => {
            expect(keyed(measure, index + 1, keyed(measure, index + 1, value))).toBe(value);
          });
        }),
      );
    });
    test("[ME10] a refused answer is never counted as the lowest one", () => {
      fc.assert(
        fc.property(answersOf(measure), fc.nat(), (responses, pick) => {
          const refused: (number | null)[] = [...responses];
          refused[pick % responses.length] = null;
          const { total, band } = scored(measure, refused);
          if (measure.mayMiss) expect(total).not.toBeNull();
          else expect([total, band]).toEqual([null, null]);
        }),
      );
    });
    test("[ME10] a flag of one answer stands with and without a total", () => {
      for (const each of measure.itemFlags?.value ?? []) {
        const responses: (number | null)[] = measure.key.value.items.map(() => null);
        if ("from" in each) responses[each.item - 1] = each.from;
        expect(scored(measure, responses).flags).toContain(each.flag);
      }
    });
    test("[ME12] a wrong number of answers, a fraction or a value outside is an error, and nothing is flagged", () => {
      const low = measure.key.value.items.map(([least]) => least);
      const wrong: readonly (readonly [Responses, string])[] = [
        [low.slice(1), "WrongLength"],
        [[...low, 1], "WrongLength"],
        [low.with(0, 1.5), "NotWhole"],
        [low.with(0, measure.key.value.items[0]![1] + 1), "OutOfRange"],
        [low.with(0, measure.key.value.items[0]![0] - 1), "OutOfRange"],
        [low.with(0, Number.POSITIVE_INFINITY), "OutOfRange"],
        [low.with(0, Number.NaN), "OutOfRange"],
      ];
      for (const [responses, type] of wrong)
        expect(score(measure, responses)).toEqual({ ok: false, error: { type } });
    });
    test("the same flag is raised once", () => {
      fc.assert(
        fc.property(answersOf(measure), (responses) => {
          const { flags } = scored(measure, responses);
          expect(new Set(flags).size).toBe(flags.length);
        }),
      );
    });
  });

  describe(`${measure.id}: its folder`, () => {
    test("has a README, and a licence with its source, attribution and the day it was checked", () => {
      expect(readFileSync(path.join(folder, "README.md"), "utf8")).toMatch(/When not to use/);
      const licence = readFileSync(path.join(folder, "LICENSE"), "utf8");
      for (const part of ["Licence:", "Source:", "Attribution:", "Checked on: 2026-"]) {
        expect(licence).toContain(part);
      }
    });
    test("[ME4] the wording is the recorded file, byte for byte; a slot has none", () => {
      const file = path.join(folder, "wording.json");
      expect(existsSync(file)).toBe(measure.wording !== undefined);
      if (!measure.wording) return;
      const digest = createHash("sha256").update(readFileSync(file)).digest("hex");
      expect(digest).toBe(recordedDigests[measure.id]);
      const licence = readFileSync(path.join(folder, "LICENSE"), "utf8");
      expect(licence).toContain(measure.wording.licence);
      expect(licence).toContain(measure.wording.attribution);
    });
    test("[ME4] the form's answers are the ones that the key counts, in whichever order they are shown", () => {
      if (!measure.wording) return;
      const ranges = measure.wording.items.map(({ options }) => {
        const values = options.map(({ value }) => value).sort((one, other) => one - other);
        expect(values).toEqual(Array.from({ length: values.length }, (_, place) => values[0]! + place));
        return [values[0], values.at(-1)];
      });
      expect(ranges).toEqual(measure.key.value.items);
      expect(measure.wording.items.map(({ n }) => n)).toEqual(ranges.map((_, index) => index + 1));
    });
  });
}
