import { globSync } from "node:fs";
import path from "node:path";
import { analyse } from "../src/index.ts";
import { developmentRows, isHeld, letterRows, type Row, sentenceRows } from "../test/rows.ts";
import { reportOf, score } from "../test/score.ts";

// node packages/wording/bench/score.ts [--table] [--misses dev|tune|<file>] : figures on every set; misses never of held rows.
const args = process.argv.slice(2);
const files = globSync("*.txt", { cwd: path.join(import.meta.dirname, "../test/sets") }).sort();
const own = files.flatMap((file) => (file.startsWith("letters") ? letterRows(file) : sentenceRows(file)));
const sets = new Map<string, readonly Row[]>([
  ["dev", developmentRows()],
  ["tune", own.filter((row) => !isHeld(row))],
  ["held", own.filter(isHeld)],
  ...files.map(
    (file) => [file, own.filter((row) => row.id.startsWith(`${path.basename(file, ".txt")}-`))] as const,
  ),
]);
const asked = args.includes("--misses") ? args[args.indexOf("--misses") + 1]! : "";
for (const [name, rows] of sets) {
  const found = score(rows, analyse);
  console.log(
    reportOf(name, found, args.includes("--table") && ["dev", "tune", "held", asked].includes(name)),
  );
  if (name === asked)
    for (const { row, missed, extra } of found.misses)
      if (name === "dev" || !isHeld(row))
        console.log(
          `    ${missed.map((label) => `-${label}`).join(" ")} ${extra.map((label) => `+${label}`).join(" ")} | ${row.speaker}${row.replyTo ? ` (${row.replyTo})` : ""} | ${row.part === "letter" ? row.id : row.text}`,
        );
}
