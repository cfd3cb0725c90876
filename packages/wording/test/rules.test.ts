import { globSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { english } from "../src/en/index.ts";
import type { Example, Rule } from "../src/engine/rule.ts";
import { analyse } from "../src/index.ts";
import { labels } from "../src/labels.ts";
import { developmentRows, isHeld, letterRows, sentenceRows } from "./rows.ts";
import { rulesWithExamples } from "./rules-with-examples.ts";
import { score } from "./score.ts";

const folder = path.join(import.meta.dirname, "../src/en/rules");
const asExample = (example: string | Example): Example =>
  typeof example === "string" ? { text: example } : example;
const has = (rule: Rule, example: string | Example): boolean => {
  const { text, ...context } = asExample(example);
  return analyse(text, context).some((finding) => finding.label === rule.label);
};

describe("[WR1] every label has one rule, in a file with its reason, its sources and its examples:", () => {
  test("none is missing and none stands twice", () => {
    expect(rulesWithExamples).toHaveLength(globSync("*.ts", { cwd: folder }).length);
    expect(rulesWithExamples.map(({ rule }) => rule.label).sort()).toEqual([...labels].sort());
    expect(english.rules.map(({ label }) => label).sort()).toEqual([...labels].sort());
  });
  for (const { rule, examples } of rulesWithExamples) {
    describe(rule.name, () => {
      test("says why, and on what evidence", () => {
        expect(examples.reason.length).toBeGreaterThan(20);
        expect(rule.sources.length).toBeGreaterThan(0);
      });
      test.each(examples.flags.map(asExample))("flags: $text", (example) =>
        expect(has(rule, example)).toBe(true),
      );
      test.each(examples.passes.map(asExample))("passes: $text", (example) =>
        expect(has(rule, example)).toBe(false),
      );
    });
  }
});

describe("[WR2] places", () => {
  const text = "Écoute 🙂 chérie — “it just happened”, I said. I’m sorry if I hurt you… Please forgive me!";
  test("are UTF-16 code units of the text that was given", () => {
    const found = analyse(text, { speaker: "harmer" });
    const at = found.find(({ label }) => label === "conditional_apology")!;
    expect(text.slice(at.start, at.end)).toBe("I’m sorry if I hurt you…");
  });
  test("lie within the text and are not empty, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (any) => {
        for (const { start, end } of analyse(`I lied to you. ${any} Sorry if it hurt you.`, {
          speaker: "harmer",
        })) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(`I lied to you. ${any} Sorry if it hurt you.`.length);
        }
      }),
      { numRuns: 150 },
    );
  });
  test("stay right where a sentence without an end is cut", () => {
    const before = "and so on ".repeat(400);
    const found = analyse(`${before}. Please forgive me.`, { speaker: "harmer" });
    expect(found.map(({ label, start }) => [label, start])).toEqual([
      ["forgiveness_demand", before.length + 2],
    ]);
  });
  test("the same text always gives the same findings", () => {
    expect(analyse(text, { speaker: "harmer" })).toEqual(analyse(text, { speaker: "harmer" }));
  });
});

describe("[WR3] spellings of messages are read as the words that they stand for:", () => {
  test.each([
    ["im sorry if i hurt u", "conditional_apology"],
    ["pls forgiv me", "forgiveness_demand"],
    ["u never listen", "criticism"],
    ["it wasnt even that deep", "minimising"],
    ["I’m sooooo sorry for everything I’ve done", "vague"],
    ["i aint talkin bout this", "stonewalling"],
  ] as const)("%s", (text, label) => {
    expect(analyse(text, { speaker: "harmer" }).map((finding) => finding.label)).toContain(label);
  });
});

test("[WR4] what is quoted, reported or disowned is not said", () => {
  for (const text of [
    "I used to say that it was only lunch.",
    "My dad always said 'you made me do it'.",
    "I was drunk, but that is no excuse.",
    "I told myself that it meant nothing.",
  ])
    expect(
      analyse(text, { speaker: "harmer" }).filter(({ label }) =>
        ["minimising", "blame_shift", "justification", "defensive_but"].includes(label),
      ),
    ).toEqual([]);
});

test("[WR5] the figures do not fall: on the development set, on our own texts, and on the half that is not looked at", () => {
  const own = [
    ...["a.txt", "b.txt", "c.txt", "d.txt", "e.txt", "f.txt", "g.txt", "h.txt", "i.txt", "j.txt"].flatMap(
      sentenceRows,
    ),
    ...["letters.txt", "letters2.txt", "letters3.txt"].flatMap(letterRows),
  ];
  const development = score(developmentRows(), analyse);
  const held = score(own.filter(isHeld), analyse);
  expect(own.length).toBeGreaterThan(500);
  expect(development.macroF1).toBeGreaterThan(0.9);
  expect(held.macroF1).toBeGreaterThan(0.85);
  expect(held.problemPrecision).toBeGreaterThan(0.9);
  expect(held.falseOnHardNegatives).toBeLessThan(0.05);
  expect(held.falseOnNone).toBeLessThan(0.08);
});
