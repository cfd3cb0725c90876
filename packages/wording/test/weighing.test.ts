import { describe, expect, test } from "vitest";
import { weighing } from "../src/en/weighing.ts";
import { weights } from "../src/en/weights.ts";
import { weigh, weightsOf } from "../src/engine/weighing.ts";
import { analyse } from "../src/index.ts";
import { labels } from "../src/labels.ts";

const labelsOf = (text: string, context: Parameters<typeof analyse>[1] = { speaker: "harmer" }) =>
  analyse(text, context).map(({ label }) => label);
const biases = labels.map(() => "0").join(" ");

describe("[WR13] words are weighed beside the forms:", () => {
  test("a line of weights is a sign and its labels: small letters speak for, capitals against, in halves", () => {
    const { of, bias, sure } = weightsOf(`${biases} 150\nyou never\tn4G\nwhatever\tp`);
    expect(sure).toBe(1.5);
    expect(bias.criticism).toBe(0);
    expect(of.get("you never")).toEqual([
      ["criticism", 2],
      ["blame_shift", -0.5],
    ]);
    expect(of.get("whatever")).toEqual([["stonewalling", 0.5]]);
  });
  test("signs that are not known weigh nothing; the others are added up", () => {
    const known = weightsOf(`${biases} 100\na\tn2\nb\tn3N`);
    expect(weigh(known, ["a", "b", "z"]).criticism).toBe(2);
    expect(weigh(known, ["z"]).criticism).toBe(0);
  });
  test("every line of the shipped weights can be read, and none weighs nothing", () => {
    const lines = weights.split("\n").slice(1);
    expect(lines.filter((line) => !/^[^\t]+\t(?:[A-Sa-s]\d*)+$/.test(line))).toEqual([]);
    expect(weighing.weights.of.size).toBe(lines.length);
    for (const [, found] of weighing.weights.of)
      for (const [, weight] of found) expect(Math.abs(weight)).toBeGreaterThanOrEqual(0.5);
  });
  test("what words alone find has a place, and says which of them weighed most", () => {
    const text = "It rained all day. From now on there will be no more secrets.";
    const [found, ...others] = analyse(text, { speaker: "harmer" });
    expect(others).toEqual([]);
    expect(found).toMatchObject({ label: "commitment_untestable", note: "words: will, no more, from" });
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
