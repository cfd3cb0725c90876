import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.join(import.meta.dirname, "..");
const read = (file: string): string => readFileSync(path.join(root, file), "utf8");

test("every rule of the README has a test, and every test names a rule that exists", () => {
  const rules = [...read("README.md").matchAll(/^- \*\*([A-Z]+\d+)\*\*/gm)].map((match) => match[1]!);
  const tested = globSync(["src/**/*.test.ts", "test/*.ts"], { cwd: root })
    .map(read)
    .flatMap((source) => [...source.matchAll(/\btest\(\s*["'`]((?:\[[A-Z]+\d+\])+)/g)])
    .flatMap((match) => [...match[1]!.matchAll(/[A-Z]+\d+/g)].map(([id]) => id));
  expect(new Set(tested)).toEqual(new Set(rules));
});

test("[ME14] the public face needs no compiled words, no clock, storage or network", () => {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file) || !file.endsWith(".ts")) return;
    seen.add(file);
    for (const [, to] of read(file).matchAll(/from "(\.[^"]+)"/g)) visit(path.join(path.dirname(file), to!));
  };
  visit("src/index.ts");
  expect(seen.size).toBeGreaterThan(30);
  for (const file of seen) {
    expect(file).not.toContain("words.gen");
    expect(read(file)).not.toMatch(
      /Date\.now\(|new Date\(\)|Math\.random|\bfetch\(|localStorage|\bconsole\./,
    );
  }
});
