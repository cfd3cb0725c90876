/**
 * Draws the three gold lines once: the seam's hand, laid straight.
 *
 *   node packages/ui/scripts/gold-lines.ts
 *
 * writes src/gold-lines.ts, which is kept in the repository. Run it again only to change the drawing.
 */
import { writeFileSync } from "node:fs";
import { hash32, ribbon, soften, stream } from "../src/seam.ts";

/** `along` is the number of the point. */
type Station = [x: number, y: number, along: number];

const length = 342;
const middle = 7;
const swing = 3;
const half = 1.25;
/** The gold ends here; the ink goes on, because mending is not finished. */
const goldShare = 0.9;

function goldLine(seed: string) {
  const random = stream(hash32(`line|${seed}`));
  const corners: [number, number][] = [[0, middle]];
  let x = 0;
  let side = 1;
  while (x < length - 26) {
    x += 24 + random() * 44;
    corners.push([Math.min(x, length - 8), middle + side * (0.5 + random() * swing)]);
    x += 8 + random() * 14;
    corners.push([Math.min(x, length - 4), middle - side * (random() * swing * 0.6)]);
    if (random() < 0.55) side = -side;
  }
  corners.push([length, middle]);

  const all: Station[] = [];
  for (let index = 1; index < corners.length; index++) {
    const [a, b] = corners[index - 1]!;
    const [c, d] = corners[index]!;
    const steps = Math.max(1, Math.round((c - a) / 3));
    for (let step = 0; step < steps; step++)
      all.push([a + ((c - a) * step) / steps, b + ((d - b) * step) / steps, all.length]);
  }
  all.push([length, middle, all.length]);

  const gold = soften(all.slice(0, Math.round(all.length * goldShare)));
  const wave = Array.from({ length: 64 }, random);
  const width = (index: number) => {
    const at = index / 5;
    const part = at % 1;
    const swell = wave[Math.floor(at) & 63]! * (1 - part) + wave[(Math.floor(at) + 1) & 63]! * part;
    return half * (0.72 + 0.62 * swell) * Math.min(1, 0.35 + index / 8, 0.4 + (gold.length - index) / 7);
  };
  const forks = corners
    .filter((_, index) => index > 1 && index < corners.length - 3 && random() < 0.28)
    .slice(0, 2)
    .map(([a, b], index) => {
      const way = index ? 1 : -1;
      const reach = 9 + random() * 9;
      return ribbon(
        [
          [a, b, 0],
          [a + reach * 0.5, b + way * 2.6, 1],
          [a + reach, b + way * 3.4, 2],
          [a + reach * 1.7, b + way * 6, 3],
        ],
        (_, at) => 0.42 * (1 - at / 4),
      );
    })
    .join("");
  const hairWidth = (index: number) => 0.5 * (1 - (0.7 * index) / all.length);
  return {
    hair: relative(ribbon(sparse(all, corners, 8), (index) => hairWidth(index)) + forks),
    gold: relative(ribbon(sparse(gold, corners, 2), width)),
  };
}

/** Fewer points where the line runs straight: every `step`th, and all beside a corner. `along` keeps the width. */
const sparse = (stations: readonly Readonly<Station>[], corners: readonly [number, number][], step: number) =>
  stations.filter(
    ([x], index) =>
      index % step === 0 ||
      index < 4 ||
      index > stations.length - 4 ||
      corners.some(([corner]) => Math.abs(corner - x) < 3.5),
  );

/** The same path in relative steps: half the bytes, and the rounding does not add up. */
function relative(path: string): string {
  let [x, y] = [0, 0];
  const tenth = (value: number) => String(Math.round(value * 10) / 10).replace(/^(-?)0\./, "$1.");
  const joined = (values: string[]) => values.join(" ").replaceAll(" -", "-");
  return path.replaceAll(/([MQ])([^MQZ]+)/g, (_, letter: string, rest: string) => {
    const [a = 0, b = 0, c = a, d = b] = rest.trim().split(/\s+/).map(Number);
    const step =
      letter === "M"
        ? `M${joined([tenth(a), tenth(b)])}`
        : `q${joined([a - x, b - y, c - x, d - y].map(tenth))}`;
    [x, y] = letter === "M" ? [a, b] : [c, d];
    return step;
  });
}

const lines = ["a", "b", "c"].map(goldLine);
const text = `// Drawn once by scripts/gold-lines.ts.\n\n/** Three gold lines in a box of ${length} × ${2 * middle}: an ink hairline, and gold that ends before it. */\nexport const goldLines = ${JSON.stringify(lines, null, 2)} as const;\n`;
writeFileSync(new URL("../src/gold-lines.ts", import.meta.url), text);
