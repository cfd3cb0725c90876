import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const folder = path.dirname(import.meta.dirname);
const read = (file: string): string => readFileSync(path.join(folder, file), "utf8");
const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((found) => found[1]!);

test("every rule of the README has a test, and every test names a rule that exists", () => {
  const rules = all(read("README.md"), /^- \*\*([A-Z]+\d+)\*\*/gm);
  const tests = globSync("test/*.test.ts", { cwd: folder }).flatMap((file) =>
    all(read(file), /"\[([A-Z]+\d+)\] /g),
  );
  expect(rules.length).toBeGreaterThan(30);
  expect([...new Set(tests)].sort()).toEqual([...rules].sort());
});

test("the frozen numbers of slots in the document are those of the code", () => {
  const document = readFileSync(path.join(folder, "../../docs/formats/slots.md"), "utf8");
  for (const heading of ["0–25", "26–47", "48–63", "64–79", "112–127"]) {
    expect(document, heading).toContain(`## ${heading}`);
  }
  expect(document).toContain("**53 sexual contact**");
});
