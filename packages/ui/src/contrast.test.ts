import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

// The bounds of the design: text 4.5, lines and marks 3, on every paper, by day and by night.

const tokens = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const colours = new Map<string, { light: string; dark: string }>();
for (const [, name, light, dark] of tokens.matchAll(
  /--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g,
))
  if (name && light && dark && !colours.has(name)) colours.set(name, { light, dark });

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(front: string, ground: string, scheme: "light" | "dark"): number {
  const [one, other] = [front, ground].map((name) => {
    const colour = colours.get(name);
    if (!colour) throw new Error(`tokens.css has no --${name}`);
    return luminance(colour[scheme]);
  }) as [number, number];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

const papers = ["paper", "paper-private", "paper-practitioner"];
const sheets = ["sheet", "sheet-private", "sheet-practitioner", "sheet-sunk"];
const tintedWells = ["sunk-private", "sunk-practitioner"];
const washes = ["gold-wash", "blue-wash", "clay-wash"];
const grounds = [...papers, ...sheets, ...tintedWells, ...washes];

const pairs = [
  ...["ink", "ink-soft", "ink-quiet", "gold-ink", "blue", "clay"].flatMap((front) =>
    grounds.map((ground) => ({ front, ground, least: 4.5 })),
  ),
  ...["edge", "gold", "focus"].flatMap((front) =>
    grounds
      .filter((ground) => front === "focus" || !tintedWells.includes(ground)) // no gold and no edge on a tinted well
      .map((ground) => ({ front, ground, least: 3 })),
  ),
  { front: "on-ink", ground: "ink", least: 4.5 },
  { front: "on-ink", ground: "ink-press", least: 4.5 },
];

test.each(pairs)("$front on $ground is at least $least", ({ front, ground, least }) => {
  expect(contrast(front, ground, "light")).toBeGreaterThanOrEqual(least);
  expect(contrast(front, ground, "dark")).toBeGreaterThanOrEqual(least);
});

test("the components write no colour of their own", () => {
  const style = readFileSync(new URL("./style.css", import.meta.url), "utf8");
  const written = style.match(/#[0-9a-f]{3,8}\b|rgba?\(|oklch\(|hsl\(/gi) ?? [];
  expect(written.filter((colour) => colour !== "#fff")).toEqual([]); // white paper in the printer
});
