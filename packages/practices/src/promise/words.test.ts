import { readdirSync, readFileSync } from "node:fs";
import { parse } from "@formatjs/icu-messageformat-parser";
import { expect, test } from "vitest";
import { historyWords } from "./history.ts";
import { promiseLimits } from "./limits.ts";
import { refusalWords } from "./refusal-words.ts";

const here = new URL(".", import.meta.url);
const words: Record<string, string> = JSON.parse(readFileSync(new URL("words/en.json", here), "utf8"));
const readme = readFileSync(new URL("README.md", here), "utf8");

test("[PR16] every refusal and history word has a sentence", () => {
  const keys = [
    ...Object.values(refusalWords),
    ...Object.values(historyWords).flatMap((amounts) => Object.values(amounts)),
  ];
  for (const key of keys) expect(words[key], key).toBeTypeOf("string");
});

test("[PR16] every sentence is a well-formed message under a camel-case key", () => {
  for (const [key, message] of Object.entries(words)) {
    expect(key).toMatch(/^[a-z]+([A-Z][a-z]*)*$/);
    expect(() => parse(message), key).not.toThrow();
  }
});

test("[P14.8] no sentence of the history holds a figure or a percentage", () => {
  for (const [key, message] of Object.entries(words))
    if (key.startsWith("history")) expect(message).not.toMatch(/[0-9%{]/);
});

test("[PR16] every number lies in its range", () => {
  for (const { value, min, max } of Object.values(promiseLimits))
    expect(value >= min && value <= max).toBe(true);
});

test("[PR16] every rule of the README has a test, and every test names a rule of the README", () => {
  const tests = readdirSync(here)
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => readFileSync(new URL(file, here), "utf8"))
    .join("\n");
  const idsIn = (text: string, form: RegExp) =>
    [...new Set([...text.matchAll(form)].map((match) => match[1]))].sort();
  expect(idsIn(tests, /test\([`"]\[(P14\.\d+|PR\d+)\]/g)).toEqual(
    idsIn(readme, /^- \*\*(P14\.\d+|PR\d+)\*\*/gm),
  );
});
