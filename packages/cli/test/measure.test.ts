import { describe, expect, test } from "vitest";
import { run, start } from "./command.ts";

/** Feeds lines to the real command and gives its answers in their order. */
async function measured(input: string) {
  const { child, ended } = start(["measure"]);
  child.stdin.end(input);
  const ran = await ended;
  return {
    ...ran,
    answers:
      ran.out === ""
        ? []
        : ran.out
            .trimEnd()
            .split("\n")
            .map((line) => JSON.parse(line)),
  };
}
const lines = (asked: readonly unknown[]): string =>
  asked.map((each) => `${JSON.stringify(each)}\n`).join("");

const threes = Array(16).fill(3);
const pcl5 = Array(20).fill(0).with(0, 3);
for (const item of [7, 8, 9, 15, 16]) pcl5[item - 1] = 2;

/** The public vectors: what is asked; score, band, positive, flags. */
const scored: readonly (readonly [string, readonly (number | null)[], readonly unknown[]])[] = [
  ["phq9", [2, 1, 3, 1, 0, 1, 2, 0, 0], [10, "moderate", true, []]],
  ["phq9", [1, 1, 0, 0, 0, 0, 0, 0, 2], [4, "minimal", false, ["phq9-item9", "phq9-item9-high"]]],
  ["phq9", [2, 2, 2, 2, 2, 2, null, 2, 1], [null, null, null, ["phq9-item9"]]],
  ["gad7", [1, 1, 1, 2, 2, 0, 0], [7, "mild", false, []]],
  ["csi16", threes, [48, "notable-dissatisfaction", true, []]],
  ["csi4-from-csi16", threes, [12, "notable-dissatisfaction", true, []]],
  ["phq4", [2, 1, 0, 1], [4, "mild", true, ["phq4-anxiety"]]],
  ["hark", [0, null, 0, 1], [null, null, true, ["hark-item4", "hark-refused"]]],
  ["hark", [0, 0, null, 0], [null, null, null, ["hark-refused"]]],
  ["core10", [1, 3, 2, null, 1, 0, 2, 1, 2, 0], [11.11, "mild", true, ["core10-prorated"]]],
  [
    "pcl5",
    pcl5,
    [
      13,
      null,
      false,
      ["pcl5-cluster-b", "pcl5-cluster-c", "pcl5-cluster-d", "pcl5-cluster-e", "pcl5-clusters-met"],
    ],
  ],
  ["dts", [2, 2, 6, 6, 6, 2, 6, 6], [48, null, null, []]],
  ["sscs-s", [4, 2, 4, 2, 3, 4], [3.83, null, null, []]],
];

describe("goldseam measure", () => {
  test("scores the public vectors, one line each, with nothing else on standard output", async () => {
    const asked = scored.map(([measure, responses], id) => ({ id, measure, responses }));
    const ran = await measured(lines(asked));
    expect(ran).toMatchObject({ code: 0, error: "" });
    expect(ran.answers).toEqual(
      scored.map(([, , [score, band, positive, flags]], id) => ({
        id,
        score,
        band,
        positive,
        flags,
        error: null,
      })),
    );
  });

  test("compares two numbers, by threshold or by formula", async () => {
    const rci = { sd: 7.5, reliability: 0.8, higherIsBetter: true };
    const asked = [
      { id: "a", measure: "csi4", before: 15.5, after: 11.5, change: "deteriorated" },
      { id: "b", measure: "phq9", before: 14, after: 9, change: "unchanged" },
      { id: "c", measure: "core10", before: 22, after: 16, change: "improved" },
      { id: "d", measure: "rci", before: 32.5, after: 47.5, ...rci, change: "improved" },
      {
        id: "e",
        measure: "rci",
        before: 0,
        after: 1.96,
        sd: 1,
        reliability: 0.5,
        higherIsBetter: true,
        change: "unchanged",
      },
      { id: "f", measure: "pcl5", before: 40, after: 26, change: "unchanged" },
    ];
    const { answers } = await measured(lines(asked.map(({ change: _, ...each }) => each)));
    expect(answers).toEqual(asked.map(({ id, change }) => ({ id, change, error: null })));
  });

  test("says what is wrong with a line, the first that applies, and goes on", async () => {
    const rci = { measure: "rci", before: 1, after: 2, sd: 1, reliability: 0.5, higherIsBetter: true };
    const wrong: readonly (readonly [object, string])[] = [
      [{ measure: "phq-9", responses: [] }, "unknown-measure"],
      [{ measure: "__proto__", responses: [1] }, "unknown-measure"],
      [{ measure: "rci", responses: [1] }, "unknown-measure"],
      [{ measure: 9, before: 1, after: 2 }, "unknown-measure"],
      [{ responses: [1] }, "unknown-measure"],
      [{ measure: "hark", before: 0, after: 2 }, "not-trended"],
      [{ measure: "csi4-from-csi16", before: 0, after: 2 }, "not-trended"],
      [{ measure: "phq4", before: "x", after: 2 }, "not-trended"],
      [{ measure: "phq9" }, "bad-input"],
      [{ measure: "phq9", before: 3 }, "bad-input"],
      [{ measure: "phq9", before: "3", after: 4 }, "bad-input"],
      [{ measure: "phq9", responses: null }, "bad-input"],
      [{ measure: "phq9", responses: { length: 9 } }, "bad-input"],
      [{ measure: "phq9", responses: ["1"] }, "bad-input"],
      [{ measure: "phq9", responses: [true] }, "bad-input"],
      [{ ...rci, sd: 0 }, "bad-input"],
      [{ ...rci, sd: "1" }, "bad-input"],
      [{ ...rci, reliability: 1 }, "bad-input"],
      [{ ...rci, reliability: -0.1 }, "bad-input"],
      [{ ...rci, higherIsBetter: "yes" }, "bad-input"],
      [{ measure: "phq9", responses: [9, 1.5] }, "wrong-length"],
      [{ measure: "phq9", responses: [1.5, 9, 0, 0, 0, 0, 0, 0, 0] }, "not-whole"],
      [{ measure: "gad7", responses: [0, 0, 0, 0, 0, 0, 4] }, "out-of-range"],
      [{ measure: "dts", responses: [0, 2, 6, 6, 6, 2, 6, 6] }, "out-of-range"],
      [{ measure: "phq9", before: 0, after: 28 }, "out-of-range"],
      [{ measure: "csi4", before: -1, after: 3 }, "out-of-range"],
    ];
    const { answers, code } = await measured(lines(wrong.map(([each], id) => ({ id, ...each }))));
    expect(code).toBe(0);
    expect(answers.map(({ error }) => error)).toEqual(wrong.map(([, error]) => error));
    expect(answers.map(({ id }) => id)).toEqual(wrong.map((_, id) => id));
    for (const each of answers) {
      for (const field of ["score", "band", "positive", "change"]) expect(each[field] ?? null).toBeNull();
      expect(each.flags ?? []).toEqual([]);
    }
  });

  test("a line that is no object is answered without an id; so is an empty line", async () => {
    const { answers, code } = await measured('not json\n[1]\nnull\n"phq9"\n\n{"measure":');
    expect(code).toBe(0);
    expect(answers).toHaveLength(6);
    for (const each of answers) expect(each).toMatchObject({ id: null, error: "bad-input" });
  });

  test("the last line need not end, and a line may hold what other programs take for an end", async () => {
    const input = `${JSON.stringify({ id: "a\u2028b\r", measure: "ios", responses: [3] })}\r\n${JSON.stringify({ id: 2, measure: "ios", responses: [4] })}`;
    const { answers } = await measured(input);
    expect(answers).toMatchObject([
      { id: "a\u2028b\r", score: 3 },
      { id: 2, score: 4 },
    ]);
  });

  test("no input, no output", async () => {
    expect(await measured("")).toMatchObject({ code: 0, out: "", error: "" });
  });

  test("ten thousand lines are answered, each once", async () => {
    const asked = Array.from({ length: 10_000 }, (_, id) => ({
      id,
      measure: "phq2",
      responses: [id % 4, 1],
    }));
    const { answers } = await measured(lines(asked));
    expect(answers.map(({ id, score }) => [id, score])).toEqual(asked.map(({ id }) => [id, (id % 4) + 1]));
  });

  test("what is not understood ends with 2; help is no mistake", async () => {
    expect(await run(["measure", "file"])).toMatchObject({ code: 2, out: "" });
    expect(await run(["measure", "--help"])).toMatchObject({ code: 0, error: "" });
  });
});
