import { describe, expect, test } from "vitest";
import {
  type DiaryAnswer,
  diaryCounts,
  diaryIds,
  diaryItems,
  diaryRange,
  diarySpoken,
  intake,
  isDiaryValue,
  mayAsk,
  monthly,
  type Step,
  weekly,
} from "../src/index.ts";
import { on } from "./journal.ts";

const daily = (from: number, values: readonly (number | null)[]): DiaryAnswer[] =>
  values.map((value, index) => ({ on: on(from + index), value }));
const weeklyAnswers = (values: readonly (number | null)[]): DiaryAnswer[] =>
  values.map((value, index) => ({ on: on(7 * index), value }));
const said = (
  answers: readonly DiaryAnswer[],
  today: number,
  rhythm: "daily" | "weekly" = "daily",
): string => {
  const spoken = diarySpoken(diaryItems.e1, answers, { today: on(today), rhythm });
  return spoken.says === "nothing" ? spoken.because : spoken.says;
};

describe("our own diary", () => {
  const low = [4, 3, 4, 5, 4, 4, 3, 4, 4, 5, 4, 4, 4, 4];
  test("[ME19] the first fourteen days are getting to know one's usual: nothing is shown as change", () => {
    expect(said(daily(0, low), 13)).toBe("first fortnight");
    expect(said([], 99)).toBe("first fortnight");
    expect(said(daily(0, [1, 9, 9, 9]), 3)).toBe("first fortnight");
  });
  test("[ME19] then the last fourteen days are compared with the first, and a word needs six answers in both", () => {
    expect(said([...daily(0, low), ...daily(20, Array(6).fill(8))], 30)).toBe("improved");
    expect(said([...daily(0, low), ...daily(20, Array(5).fill(8))], 30)).toBe("too few");
    expect(said([...daily(0, [4, 4, 4, 4, 4]), ...daily(20, Array(6).fill(8))], 30)).toBe("too few");
    expect(said([...daily(0, low), ...daily(20, Array(6).fill(1))], 30)).toBe("deteriorated");
  });
  test("[ME19] the means must differ by more than one's own spread, and by 1.5 points at least", () => {
    const steady = Array(14).fill(4);
    expect(said([...daily(0, steady), ...daily(20, Array(6).fill(5))], 30)).toBe("unchanged");
    expect(said([...daily(0, steady), ...daily(20, [5, 6, 5, 6, 5, 6])], 30)).toBe("improved");
    const wild = [0, 9, 1, 10, 0, 9, 1, 10, 0, 9, 1, 10, 0, 9];
    expect(said([...daily(0, wild), ...daily(20, Array(6).fill(8))], 30)).toBe("unchanged");
  });
  test("[ME19] weekly items use windows of four weeks and three answers", () => {
    expect(said(weeklyAnswers([4, 4, 4, 4, 7, 7, 7]), 42, "weekly")).toBe("improved");
    expect(said(weeklyAnswers([4, 4, 4, 4, null, null, 7]), 42, "weekly")).toBe("too few");
  });
  test("[ME19] of counts and monthly items no word of change is ever said", () => {
    for (const id of ["e2", "e4", "e5", "e6", "e7"] as const)
      expect(
        diarySpoken(diaryItems[id], weeklyAnswers([0, 0, 0, 0, 5, 5, 5]), {
          today: on(42),
          rhythm: "weekly",
        }),
      ).toEqual({ says: "nothing", because: "never spoken" });
  });
  test("counts are those of the last four weeks, refused answers left out", () => {
    const counts = diaryCounts(weeklyAnswers([5, 5, 1, null, 2, 0]), on(35));
    expect(counts).toEqual({
      weeks: 3,
      sum: 3,
      byValue: new Map([
        [1, 1],
        [2, 1],
        [0, 1],
      ]),
    });
  });
  test("the usual range is known once the first window holds enough", () => {
    expect(diaryRange(daily(0, [4, 4, 4]), "daily")).toBeUndefined();
    expect(diaryRange(daily(0, Array(6).fill(4)), "daily")).toEqual([2.5, 5.5]);
  });
  test("an answer is one of the item's own, or 'not this week'", () => {
    for (const id of diaryIds) expect(isDiaryValue(diaryItems[id], null)).toBe(true);
    expect([0, 10, 11, 1.5, "4"].map((value) => isDiaryValue(diaryItems.e1, value))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(isDiaryValue(diaryItems.e4, 5) && !isDiaryValue(diaryItems.e4, 6)).toBe(true);
    expect(["tea", "", "x".repeat(601)].map((value) => isDiaryValue(diaryItems.e7, value))).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe("what is asked, in order", () => {
  const names = (steps: readonly Step[]): readonly string[] =>
    steps.map((step) => ("id" in step ? step.id : step.kind));
  const hurt = { sides: ["hurt"] } as const;
  const caused = { sides: ["caused"] } as const;

  test("intake: the safety screen, mood, then the relationship, in at most three sittings", () => {
    expect(intake(hurt).map(names)).toEqual([
      ["safety screen"],
      ["phq9", "gad7"],
      ["csi16", "e1", "e2", "e3", "e4"],
    ]);
    expect(intake({ ...hurt, isUnitedKingdom: true })[1]).toEqual(intake(hurt)[1]);
  });
  test("weekly: CSI-4 or derived, the diary, one neutral tap; every second week PHQ-4", () => {
    expect(names(weekly({ ...hurt, week: 1, hasCsi16: false }))).toEqual([
      "csi4",
      "e1",
      "e2",
      "e3",
      "e4",
      "safety tap",
    ]);
    const second = weekly({ ...caused, week: 2, hasCsi16: true, daily: ["e1"] });
    expect(second[0]).toEqual({ kind: "derived", id: "csi4" });
    expect(names(second)).toEqual(["csi4", "phq4", "e2", "e3m", "e4", "safety tap"]);
  });
  test("every four weeks: CSI-16, mood, two diary items", () => {
    expect(names(monthly(hurt))).toEqual(["csi16", "phq9", "gad7", "e5", "e6"]);
    expect(names(monthly(caused))).toEqual(["csi16", "phq9", "gad7", "e6"]);
    expect(names(monthly({ sides: ["hurt", "caused"] }))).toEqual(["csi16", "phq9", "gad7", "e5", "e6"]);
  });
  test("[ME20] both partners are asked the same on the same days, whatever either answered", () => {
    const measuresOf = (steps: readonly Step[]) => steps.filter(({ kind }) => kind !== "diary");
    for (let week = 1; week <= 12; week++) {
      const asked = { week, hasCsi16: week % 4 === 0 };
      expect(measuresOf(weekly({ ...hurt, ...asked }))).toEqual(measuresOf(weekly({ ...caused, ...asked })));
    }
    expect(measuresOf(monthly(hurt))).toEqual(measuresOf(monthly(caused)));
  });
  test("[ME22] PHQ-9 and GAD-7 are not asked again within 13 days, unless the person opens them", () => {
    for (const id of ["phq9", "gad7"] as const) {
      expect(mayAsk(id, { today: on(0) })).toBe(true);
      expect(mayAsk(id, { last: on(0), today: on(13) })).toBe(false);
      expect(mayAsk(id, { last: on(0), today: on(14) })).toBe(true);
      expect(mayAsk(id, { last: on(0), today: on(1), isOpened: true })).toBe(true);
    }
    expect(mayAsk("csi4", { last: on(0), today: on(1) })).toBe(true);
  });
});
