import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CheckAnswer, checks, presenceOf, sentencesIn, summarise } from "../src/index.ts";

describe("checks of our own", () => {
  test("signs: four groups of three everyday sentences; impact: nine for one side, three for the other", () => {
    expect(checks.signs.groups).toHaveLength(4);
    expect([sentencesIn("signs"), sentencesIn("impact-hurt"), sentencesIn("impact-caused")]).toEqual([
      12, 9, 3,
    ]);
  });
  test("[SC1] a group reads as most days, now and then, or hardly: in words, by what was said most", () => {
    expect(presenceOf([2, 2, 0])).toBe("most days");
    expect(presenceOf([2, 0, 0])).toBe("now and then");
    expect(presenceOf([1, 0, 0])).toBe("now and then");
    expect(presenceOf([0, 0, 0])).toBe("hardly");
    expect(presenceOf([null, 0, null])).toBe("hardly");
    expect(presenceOf([null, 2, null])).toBe("most days");
    expect(presenceOf([null, null, null])).toBe("not answered");
  });
  test("[SC1] at most two groups stand out, and the first of them gives the first step", () => {
    const read = summarise("signs", [2, 2, 1, 1, 0, 0, 2, 2, 2, 0, 0, 0]);
    expect(read.standsOut).toEqual(["circles", "apart"]);
    expect(read.first).toBe("circles");
    expect(summarise("signs", Array(12).fill(2)).standsOut).toEqual(["circles", "checking"]);
    expect(summarise("signs", [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]).standsOut).toEqual(["checking"]);
    expect(summarise("signs", Array(12).fill(0)).first).toBeUndefined();
    expect(summarise("impact-hurt", []).standsOut).toEqual([]);
  });
  test("[SC1] there is no total, cut-off or number in what comes out", () => {
    const answer = fc.constantFrom<CheckAnswer>(0, 1, 2, null);
    fc.assert(
      fc.property(fc.array(answer, { minLength: 12, maxLength: 12 }), (answers) => {
        expect(JSON.stringify(summarise("signs", answers))).not.toMatch(/\d/);
      }),
    );
  });
});
