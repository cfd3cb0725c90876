import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { drawSeam, hash32, type SeamInjury, type SeamWeek, stream, weekWeight } from "./seam.ts";
import { goldWords, seamWords } from "./seam-words.ts";

const random = stream(hash32("seam tests"));
const someWeek = (): SeamWeek => ({
  kept: Math.floor(random() * 4),
  closed: Math.floor(random() * 2),
  wins: Math.floor(random() * 3),
});
const someWeeks = (count: number) => Array.from({ length: count }, someWeek);
const rooms = ["m2", "r1", "harbour", "olive", "ladder"];
const injury = (id: string, weeks: readonly SeamWeek[] = []): SeamInjury => ({ id, weeks });
const allPaths = (drawing: ReturnType<typeof drawSeam>) =>
  [
    ...Object.values(drawing.bowl),
    ...drawing.cracks.flatMap((crack) => [crack.hair, crack.gold?.path, crack.gold?.shine]),
  ]
    .filter((path) => typeof path === "string")
    .join("");

describe("the seam", () => {
  test("the same input gives the same paths, today and in ten years", () => {
    const weeks = Array.from({ length: 26 }, (_, week) => ({
      kept: week % 4,
      closed: week % 2,
      wins: week % 3,
    }));
    const record = { room: "m2", injuries: [injury("a", weeks), injury("b", weeks.slice(0, 20))] };
    expect(drawSeam(record)).toEqual(drawSeam(structuredClone(record)));
    // Changing this line redraws the bowl of every couple: gold that has been laid would move.
    expect(
      createHash("sha256")
        .update(allPaths(drawSeam(record)))
        .digest("hex")
        .slice(0, 16),
    ).toBe("41c9d769421f6de8");
  });

  test("the front never falls, and never reaches the end", () => {
    for (const room of rooms) {
      const weeks = someWeeks(120);
      let before = 0;
      for (let count = 0; count <= weeks.length; count += 3) {
        const [crack] = drawSeam({ room, injuries: [injury("a", weeks.slice(0, count))] }).cracks;
        expect(crack!.front).toBeGreaterThanOrEqual(before);
        expect(crack!.share).toBeLessThan(0.99);
        before = crack!.front;
      }
    }
  });

  test("a quiet week leaves no trace", () => {
    const weeks = someWeeks(9);
    const quiet = { kept: 0, closed: 0, wins: 0 };
    expect(weekWeight(quiet)).toBe(0);
    const front = (list: readonly SeamWeek[]) =>
      drawSeam({ room: "m2", injuries: [injury("a", list)] }).cracks[0]!.front;
    expect(front([...weeks, quiet])).toBe(front(weeks));
    expect(front([quiet])).toBe(0);
  });

  test("no week counts for more than its caps", () => {
    expect(weekWeight({ kept: 70, closed: 30, wins: 40 })).toBe(weekWeight({ kept: 7, closed: 3, wins: 4 }));
  });

  test("a new injury changes no path of the others", () => {
    for (const room of rooms) {
      const injuries = Array.from({ length: 7 }, (_, place) =>
        injury(`i${place}`, someWeeks(30 - 3 * place)),
      );
      for (let count = 1; count < injuries.length; count++) {
        const before = drawSeam({ room, injuries: injuries.slice(0, count) });
        const after = drawSeam({ room, injuries: injuries.slice(0, count + 1) });
        expect(after.cracks.slice(0, count)).toEqual(before.cracks);
        expect(after.bowl).toEqual(before.bowl);
      }
    }
  });

  test("naming the first injury changes no path", () => {
    for (const room of rooms) {
      const unnamed = drawSeam({ room, injuries: [] });
      const named = drawSeam({ room, injuries: [injury("anything at all")] });
      expect(unnamed.unnamed).toBe(true);
      expect(named.cracks).toEqual(unnamed.cracks);
      expect(named.bowl).toEqual(unnamed.bowl);
    }
  });

  test("there are seven cracks at most; later injuries lay their weeks on the seventh", () => {
    const seven = Array.from({ length: 7 }, (_, place) => injury(`i${place}`, someWeeks(4)));
    const before = drawSeam({ room: "m2", injuries: seven });
    const after = drawSeam({ room: "m2", injuries: [...seven, injury("eighth", [{ kept: 7 }])] });
    expect(after.cracks).toHaveLength(7);
    expect(after.cracks.slice(0, 6)).toEqual(before.cracks.slice(0, 6));
    expect(after.cracks[6]!.front).toBeGreaterThan(before.cracks[6]!.front);
  });

  test("two injuries at 52 weeks stay below 40 kB, seven at 520 below 80 kB", () => {
    const two = { room: "m2", injuries: [injury("a", someWeeks(52)), injury("b", someWeeks(52))] };
    const seven = {
      room: "m2",
      injuries: Array.from({ length: 7 }, (_, i) => injury(`i${i}`, someWeeks(520))),
    };
    expect(allPaths(drawSeam(two)).length).toBeLessThan(40_000);
    expect(allPaths(drawSeam(seven)).length).toBeLessThan(80_000);
  });
});

describe("the seam in words", () => {
  test("shares have words, never figures", () => {
    expect([0, 0.1, 0.3, 0.5, 0.8, 0.97].map(goldWords)).toEqual([
      "no gold yet",
      "the first gold at the rim",
      "gold a little way down",
      "gold about half of the way",
      "gold most of the way",
      "gold nearly all the way; the last of it stays open",
    ]);
  });

  test("before a name, one injury, and several", () => {
    expect(seamWords(drawSeam({ room: "m2", injuries: [] }))).toBe(
      "A bowl with one crack that has no name yet, and no gold yet.",
    );
    expect(seamWords(drawSeam({ room: "m2", injuries: [injury("a")] }))).toBe(
      "A bowl with one crack: it has no gold yet. Gold that has been laid stays.",
    );
    const two = drawSeam({ room: "m2", injuries: [injury("a", [{ kept: 1 }]), injury("b")] });
    expect(seamWords(two, [undefined, "The messages"])).toBe(
      "A bowl with two cracks: the first has the first gold at the rim; the second (The messages) has no gold yet. Gold that has been laid stays.",
    );
  });
});
