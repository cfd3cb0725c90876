import type { CalendarDate } from "@goldseam/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  baselineOf,
  changeBetween,
  changeByFormula,
  isProvisional,
  isRecovered,
  type Measure,
  mayBeSpoken,
  measureOf,
  measures,
  type Reading,
  smallestReliableStep,
  spokenChange,
  standardErrorOfDifference,
  totalRange,
  usualRange,
} from "../src/index.ts";
import { computed, pending, secondHand, verified } from "../src/sourced.ts";
import vector from "./vectors/jacobson-truax-1991-table-2.json" with { type: "json" };

const of = (id: string): Measure => measureOf(id)!;
const day = (n: number): CalendarDate =>
  new Date(Date.UTC(2026, 2, 2) + n * 86_400_000).toISOString().slice(0, 10) as CalendarDate;
/** One reading every `gap` days. */
const every = (gap: number, totals: readonly (number | null)[]): Reading[] =>
  totals.map((total, index) => ({ on: day(index * gap), total }));
const weekly = (...totals: (number | null)[]) => every(7, totals);
const monthly = (...totals: (number | null)[]) => every(28, totals);
const says = (id: string, readings: readonly Reading[]): string => {
  const spoken = spokenChange(of(id), readings);
  return spoken.says === "nothing" ? spoken.because : spoken.says;
};
const trended = measures.filter((measure: Measure) => measure.threshold) as readonly Measure[];

describe("the formula (Jacobson & Truax 1991)", () => {
  test("32.5 to 47.5, spread 7.5, reliability .80: error of a difference 4.743, improved", () => {
    expect(standardErrorOfDifference(7.5, 0.8)).toBeCloseTo(4.743, 3);
    const norms = { sd: 7.5, reliability: 0.8, higherIsBetter: true };
    expect(changeByFormula(32.5, 47.5, norms)).toBe("improved");
    expect(changeByFormula(32.5, 47.5, { ...norms, higherIsBetter: false })).toBe("deteriorated");
  });
  test("thirty spouses of the article's table 2: nineteen improved, ten unchanged, one worse", () => {
    const before = vector.pairs.map(([first]) => first!);
    const mean = before.reduce((sum, each) => sum + each, 0) / before.length;
    const sd = Math.sqrt(before.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (before.length - 1));
    const counts = { improved: 0, unchanged: 0, deteriorated: 0 };
    for (const [first, second] of vector.pairs)
      counts[
        changeByFormula(first!, second!, { sd, reliability: vector.reliability, higherIsBetter: true })
      ] += 1;
    expect(counts).toEqual(vector.expect);
  });
  test("exactly 1.96 errors apart is not beyond 1.96", () => {
    const norms = { sd: 1, reliability: 0.5, higherIsBetter: true };
    expect(changeByFormula(10, 11.96, norms)).toBe("unchanged");
    expect(changeByFormula(10, 11.97, norms)).toBe("improved");
    expect(changeByFormula(10, 8.03, norms)).toBe("deteriorated");
  });
  test("swapping before and after swaps better and worse", () => {
    const swapped = { improved: "deteriorated", unchanged: "unchanged", deteriorated: "improved" };
    for (const measure of trended) {
      const [min, max] = totalRange(measure);
      const total = fc.integer({ min, max });
      fc.assert(
        fc.property(total, total, (before, after) => {
          const there = changeBetween(measure, before, after);
          const back = changeBetween(measure, after, before);
          expect(back.ok && there.ok && back.value === swapped[there.value]).toBe(true);
        }),
      );
    }
  });
});

describe("thresholds", () => {
  test("a difference counts from the threshold on, one point less does not, in both directions", () => {
    const steps = { csi16: 7, csi4: 4, phq9: 6, gad7: 4, core10: 6, pcl5: 15 };
    expect(Object.fromEntries(trended.map(({ id, threshold }) => [id, threshold!.step.value]))).toEqual(
      steps,
    );
    for (const [id, step] of Object.entries(steps)) {
      const [up, down] = of(id).higherIsBetter
        ? (["improved", "deteriorated"] as const)
        : (["deteriorated", "improved"] as const);
      const change = (before: number, after: number) => {
        const result = changeBetween(of(id), before, after);
        return result.ok ? result.value : result.error.type;
      };
      expect(change(0, step - 1)).toBe("unchanged");
      expect(change(0, step)).toBe(up);
      expect(change(0, step + 1)).toBe(up);
      expect(change(step, 1)).toBe("unchanged");
      expect(change(step, 0)).toBe(down);
      expect(change(step, -1)).toBe("OutOfRange");
    }
  });
  test("those of the satisfaction index are worked out from figures named beside them", () => {
    expect([smallestReliableStep(17, 0.98), smallestReliableStep(17, 0.9)]).toEqual([7, 15]);
    expect([smallestReliableStep(4.7, 0.94), smallestReliableStep(4.7, 0.85)]).toEqual([4, 6]);
    expect(of("csi16").threshold!.sure!.value).toBe(15);
    expect(of("csi4").threshold!.sure!.value).toBe(6);
  });
  test("a difference written in decimals is not cut by binary fractions", () => {
    for (const before of [0.1, 1.1, 4.3, 8.1]) {
      const result = changeBetween(of("phq9"), before, Number((before + 6).toFixed(1)));
      expect(result).toEqual({ ok: true, value: "deteriorated" });
    }
  });
});

test("[ME1] a number that nobody read in a source drives no sentence by itself, and the sentence is marked", () => {
  expect(isProvisional(verified(1, "a"))).toBe(false);
  expect(isProvisional(secondHand(1, "a"))).toBe(false);
  expect(isProvisional(pending(1, "a"))).toBe(true);
  expect(isProvisional(computed(1, "a", [verified(1, "b"), secondHand(1, "b")]))).toBe(false);
  expect(isProvisional(computed(1, "a", [verified(1, "b"), computed(1, "c", [pending(1, "d")])]))).toBe(true);
  expect(mayBeSpoken(pending(4, "a"), false)).toBe(false);
  expect(mayBeSpoken(pending(4, "a"), true)).toBe(true);
  const invented: Measure = {
    ...of("phq9"),
    threshold: { step: pending(6, "remembered"), readings: 1, baselineWithin: 14 },
  };
  expect(spokenChange(invented, monthly(14, 2))).toEqual({ says: "unchanged", isProvisional: true });
  expect(spokenChange(of("csi4"), weekly(16, 15, 11, 11))).toEqual({
    says: "deteriorated",
    isProvisional: true,
  });
  expect(spokenChange(of("phq9"), monthly(14, 2))).toEqual({ says: "improved", isProvisional: false });
});

describe("when a word is spoken", () => {
  test("[ME15] CSI-4: only when two complete readings in a row agree", () => {
    expect(says("csi4", weekly(16))).toBe("first look");
    expect(says("csi4", weekly(16, 15))).toBe("first look");
    expect(says("csi4", weekly(16, 15, 12))).toBe("unchanged");
    expect(says("csi4", weekly(16, 15, 11))).toBe("unchanged");
    expect(says("csi4", weekly(16, 15, 11, 11))).toBe("deteriorated");
    expect(says("csi4", weekly(16, 15, 11, null, 11))).toBe("deteriorated");
    expect(says("csi4", weekly(16, 15, 11, 20))).toBe("unchanged");
    expect(says("csi4", weekly(16, 15, 11, 11, 13))).toBe("unchanged");
    expect(says("csi4", weekly(16, 15, 20, 20))).toBe("improved");
  });
  test("[ME15] CSI-4: the two are at most 21 days apart; even a large single difference waits", () => {
    const apart = (days: number): Reading[] => [...weekly(16, 15, 11), { on: day(14 + days), total: 11 }];
    expect(says("csi4", apart(21))).toBe("deteriorated");
    expect(says("csi4", apart(22))).toBe("unchanged");
    expect(says("csi4", weekly(16, 15, 2))).toBe("unchanged");
  });
  test("[ME16] CSI-16: at once from 15, from 7 to 14 when two in a row agree; always provisional", () => {
    expect(says("csi16", monthly(50))).toBe("first look");
    expect(says("csi16", monthly(50, 64))).toBe("unchanged");
    expect(says("csi16", monthly(50, 65))).toBe("improved");
    expect(says("csi16", monthly(50, 57, 57))).toBe("improved");
    expect(says("csi16", monthly(50, 57, 56))).toBe("unchanged");
    expect(says("csi16", monthly(50, 43, 57))).toBe("unchanged");
    for (const totals of [
      [50, 65],
      [50, 57, 57],
      [50, 51],
    ])
      expect(spokenChange(of("csi16"), monthly(...totals))).toMatchObject({ isProvisional: true });
  });
  test("[ME17] PHQ-9, GAD-7, CORE-10: one reading is enough", () => {
    expect(says("phq9", monthly(14, 9))).toBe("unchanged");
    expect(says("phq9", monthly(14, 8))).toBe("improved");
    expect(says("gad7", monthly(10, 14))).toBe("deteriorated");
    expect(says("gad7", monthly(10, 13))).toBe("unchanged");
    expect(says("core10", monthly(22, 16))).toBe("improved");
    expect(says("core10", monthly(22, 17))).toBe("unchanged");
  });
  test("PCL-5, screens, short forms and slots: no word is spoken to the person", () => {
    for (const id of [
      "pcl5",
      "hark",
      "hits",
      "ehits",
      "phq2",
      "gad2",
      "phq4",
      "dts",
      "who5",
      "sscs-s",
      "ios",
    ])
      expect(says(id, monthly(1, 1, 4))).toBe("never spoken");
  });
  test("[ME27] nothing is called a change in the first fortnight", () => {
    expect(says("csi4", every(3, [16, 15, 5, 5]))).toBe("first fortnight");
    expect(
      says("phq9", [
        { on: day(0), total: 3 },
        { on: day(5), total: 3 },
        { on: day(13), total: 20 },
      ]),
    ).toBe("first fortnight");
    expect(
      says("phq9", [
        { on: day(0), total: 3 },
        { on: day(5), total: 3 },
        { on: day(14), total: 20 },
      ]),
    ).toBe("deteriorated");
  });
});

describe("the baseline", () => {
  test("[ME27] is the mean of the first two complete readings; monthly ones at most 14 days apart, else the first", () => {
    const { threshold: weeklyRule } = of("csi4");
    const { threshold: monthlyRule } = of("phq9");
    expect(baselineOf(weekly(null, 16, null, 15), weeklyRule!)).toEqual({
      mean: 15.5,
      since: day(7),
      readings: 2,
    });
    expect(baselineOf(every(14, [10, 13]), monthlyRule!)).toMatchObject({ mean: 11.5, readings: 2 });
    expect(baselineOf(every(15, [10, 13]), monthlyRule!)).toMatchObject({ mean: 10, readings: 1 });
    expect(baselineOf(weekly(16), weeklyRule!)).toBeUndefined();
  });
  test("the usual range is the baseline and the threshold on both sides, inside the range of the total", () => {
    expect(usualRange(of("csi4"), { mean: 15.5, since: day(0), readings: 2 })).toEqual([11.5, 19.5]);
    expect(usualRange(of("phq9"), { mean: 3, since: day(0), readings: 1 })).toEqual([0, 9]);
    expect(usualRange(of("phq4"), { mean: 3, since: day(0), readings: 1 })).toBeUndefined();
  });
});

test("[ME18] 'recovered' needs a reliable change and the cut crossed, and is worked out when it is looked at", () => {
  expect(isRecovered(of("phq9"), 15, 9)).toBe(true);
  expect(isRecovered(of("phq9"), 17, 11)).toBe(false);
  expect(isRecovered(of("phq9"), 12, 9)).toBe(false);
  expect(isRecovered(of("csi16"), 40, 52)).toBe(true);
  expect(isRecovered(of("csi16"), 40, 51)).toBe(false);
});

test("[ME8] higher is better for satisfaction, trust, well-being and self-compassion; lower for all others", () => {
  const up = measures.filter(({ higherIsBetter }) => higherIsBetter).map(({ id }) => id);
  expect(up.sort()).toEqual(["csi16", "csi4", "dts", "ios", "sscs-s", "who5"]);
});
