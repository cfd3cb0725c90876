import { describe, expect, test } from "vitest";
import { packed } from "../bench/pack.ts";
import { weighing } from "../src/en/weighing.ts";
import { weights } from "../src/en/weights.ts";
import { numberOf, type Weights, weigh, weightsOf, withoutOutweighed } from "../src/engine/weighing.ts";
import { analyse } from "../src/index.ts";
import { type Label, labels } from "../src/labels.ts";

const labelsOf = (text: string, context: Parameters<typeof analyse>[1] = { speaker: "harmer" }) =>
  analyse(text, context).map(({ label }) => label);
const none = Object.fromEntries(labels.map((label) => [label, 0])) as Weights["bias"];
/** As they are after they were written and read again. */
const known = (signs: Readonly<Record<string, readonly (readonly [Label, number])[]>>): Weights =>
  weightsOf(
    packed({
      of: new Map(Object.entries(signs).map(([sign, found]) => [numberOf(sign), found])),
      bias: { ...none, vague: -3.47 },
      sure: 1.5,
    }),
  );

describe("[WR14] words that are held against a person", () => {
  const rival = { criticism: 2, compassion: 1.9, reassuring: 2.1 };
  test("are said as what weighs more, and stand as they are where the kind one does", () => {
    const sums = { ...none, ...rival };
    expect(withoutOutweighed(sums, weighing.rivals)).toEqual({
      ...sums,
      compassion: Number.NEGATIVE_INFINITY,
      validating: Number.NEGATIVE_INFINITY,
    });
    expect(withoutOutweighed(sums, [])).toEqual(sums);
  });
  test.each([
    "You never cared how I slept, you only ever think about yourself.",
    "Now you have to do your part and trust me again.",
  ])("are no feeling for them: %s", (text) => {
    expect(labelsOf(text)).not.toContain("compassion");
  });
  test.each([
    "You lie awake until four and you have stopped singing in the car.",
    "You check the post before you take your coat off, and your hands shake.",
  ])("are not what tells how it is for them: %s", (text) => {
    expect(labelsOf(text)).toContain("compassion");
  });
});

describe("[WR13] words are weighed beside the forms:", () => {
  test("weights are read as they were written", () => {
    const { of, bias, sure } = known({
      "you never": [
        ["blame_shift", -1 / 3],
        ["criticism", 2],
      ],
      whatever: [["stonewalling", 12]],
    });
    expect(sure).toBe(1.5);
    expect(bias).toEqual({ ...none, vague: -3.47 });
    expect(of.size).toBe(2);
    expect(of.get(numberOf("you never"))).toEqual([
      ["blame_shift", -1 / 3],
      ["criticism", 2],
    ]);
    expect(of.get(numberOf("whatever"))).toEqual([["stonewalling", 12]]);
  });
  test("signs that are not known weigh nothing; the others are added up", () => {
    const weights = known({
      a: [["criticism", 1]],
      b: [
        ["blame_shift", 2],
        ["criticism", 1],
      ],
    });
    expect(weigh(weights, ["a", "b", "z"]).criticism).toBe(2);
    expect(weigh(weights, ["z"]).criticism).toBe(0);
  });
  test("what is shipped is what was written, and no weight in it is nothing", () => {
    expect(packed(weighing.weights)).toBe(weights);
    for (const [, found] of weighing.weights.of)
      for (const [, weight] of found) expect(Math.abs(weight)).toBeGreaterThanOrEqual(0.3);
  });
  test("a clause of a long sentence is found by itself", () => {
    const text =
      "We had dinner at my mother's on Sunday, the children were asleep in the back, and you never think of anybody but yourself.";
    const [found] = analyse(text, { speaker: "hurt" }).filter(({ label }) => label === "criticism");
    expect(text.slice(found!.start, found!.end)).toMatch(/^(?:and )?you never think of anybody/);
  });
  test("what words alone find has a place, and says which of them weighed most", () => {
    const text = "It rained all day. From now on there will be no more secrets.";
    const [found, ...others] = analyse(text, { speaker: "harmer" });
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      label: "commitment_untestable",
      note: expect.stringMatching(/^words: \S+.*, .+, /),
    });
    expect(text.slice(found!.start, found!.end)).toBe("From now on there will be no more secrets.");
  });
  test("what is quoted, and what another person has to own, is not said by words either", () => {
    expect(labelsOf("She wrote: “It was only a few texts, it meant nothing, you are overreacting.”")).toEqual(
      [],
    );
    expect(
      labelsOf("You slept with Anna at the hotel in March and told me you were at work.", {
        speaker: "hurt",
      }),
    ).not.toContain("clarity");
  });
  test("a form is not believed where the words around it speak clearly against it", () => {
    expect(labelsOf("I'm sorry if this is hard to read, my pen is running out.")).not.toContain(
      "conditional_apology",
    );
  });
});
