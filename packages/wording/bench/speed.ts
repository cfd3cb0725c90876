import { analyse } from "../src/index.ts";
import { letterRows } from "../test/rows.ts";

// node packages/wording/bench/speed.ts : the time for 400 words, and for a letter of 1,500, on one core.
const words = letterRows("letters.txt")
  .map((row) => row.text)
  .join("\n")
  .split(/(?<=\s)/);
const textOf = (count: number): string => words.slice(0, count).join("");
for (const count of [400, 1500]) {
  const text = textOf(count);
  for (let round = 0; round < 20; round += 1) analyse(text, { speaker: "harmer", part: "letter" });
  const times = Array.from({ length: 30 }, () => {
    const before = performance.now();
    analyse(text, { speaker: "harmer", part: "letter" });
    return performance.now() - before;
  }).sort((one, other) => one - other);
  console.log(
    `${count} words: median ${times[15]!.toFixed(1)} ms, slowest of 30 ${times.at(-1)!.toFixed(1)} ms`,
  );
}
