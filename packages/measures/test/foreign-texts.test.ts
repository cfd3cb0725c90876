import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { foreignDigests } from "./foreign-digests.ts";

const root = path.join(import.meta.dirname, "../../..");
const wordsInARow = 5;

/** Every five words in a row of a text, as the digests were made. */
function* rowsOf(text: string): Generator<string> {
  const words = text
    .toLowerCase()
    .replaceAll(/['’]/g, "")
    .split(/[^a-z]+/)
    .filter((word) => word !== "");
  for (let start = 0; start + wordsInARow <= words.length; start++)
    yield words.slice(start, start + wordsInARow).join(" ");
}
const digestOf = (row: string): string => createHash("sha256").update(row).digest("hex").slice(0, 16);

test("[ME4] no words of a slot, or of a measure that is never used, are in this tree", () => {
  const foreign = new Map(
    Object.entries(foreignDigests).flatMap(([id, all]) => all.map((each) => [each, id])),
  );
  expect(foreign.size).toBeGreaterThan(40);
  const files = globSync(["packages/**/*.{ts,svelte,json,md}", "docs/**/*.md", "test/**/*.ts", "*.md"], {
    cwd: root,
    exclude: ["**/node_modules/**", "**/dist/**", "**/words.gen/**"],
  });
  expect(files.length).toBeGreaterThan(300);
  const seen = new Set<string>();
  const found = files.flatMap((file) =>
    [...rowsOf(readFileSync(path.join(root, file), "utf8"))].flatMap((row) => {
      if (seen.has(row)) return [];
      seen.add(row);
      const id = foreign.get(digestOf(row));
      return id === undefined ? [] : [`${file}: ${id}`];
    }),
  );
  expect(found).toEqual([]);
});

test("[ME4] a text that must not be here would be noticed", () => {
  const sample = "a row of five words";
  expect([...rowsOf(`Some ${sample}, and more`)]).toContain(sample);
  expect(digestOf(sample)).toMatch(/^[0-9a-f]{16}$/);
});
