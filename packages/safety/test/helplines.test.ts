import type { CalendarDate } from "@goldseam/core";
import { describe, expect, test } from "vitest";
import { countries, freshDays, helplines, linesEverywhere, linesFor, outdated } from "../src/index.ts";

const today = "2026-12-01" as CalendarDate;
const numbers = (lines: readonly { readonly channels: readonly { readonly at: string }[] }[]): string[] =>
  lines.flatMap(({ channels }) => channels.map(({ at }) => at));

describe("lines to ring", () => {
  test("[HL.1] the list is that of the country somebody chose, and no other", () => {
    const ireland = linesFor("IE", { today });
    expect(numbers(ireland)).toContain("116 123");
    expect(numbers(ireland)).not.toContain("988");
    for (const line of ireland) expect(line.countries).toContain("IE");
  });
  test("[HL.1] nobody's page is empty: without a country the lines of every country are there", () => {
    for (const [country, lines] of linesEverywhere(countries, today))
      expect(lines.length, country).toBeGreaterThan(0);
  });
  test("[HL.4] every country has an emergency number or a directory, and it comes first", () => {
    for (const country of countries) {
      const [first] = linesFor(country, { today });
      expect(first!.kind, country).toBe(country === "elsewhere" ? "crisis" : "emergency");
    }
  });
  test("[HL.5] a row that nobody saw on a page is hidden while the country has another of its kind", () => {
    const belgium = numbers(linesFor("BE", { today }));
    expect(belgium).toEqual(expect.arrayContaining(["112", "1813", "1712"]));
    expect(numbers(linesFor("DE", { today, kinds: ["crisis"] }))).toEqual([
      "0800 111 0 111",
      "0800 111 0 222",
    ]);
    expect(numbers(linesFor("CA", { today }))).not.toContain("1-866-863-0511");
    expect(numbers(linesFor("NL", { today }))).not.toContain("0800-0188");
  });
  test("[HL.5] where there is no other it is shown as not confirmed", () => {
    for (const [country, number] of [
      ["AT", "142"],
      ["CH", "143"],
      ["NZ", "1737"],
      ["IE", "999"],
    ] as const) {
      const line = linesFor(country, { today }).find(({ channels }) => channels[0]!.at === number)!;
      expect(line.isUnconfirmed, country).toBe(true);
    }
    const samaritans = linesFor("GB", { today }).find(({ service }) => service === "Samaritans")!;
    expect(samaritans.isUnconfirmed).toBe(false);
  });
  test("[HL.3] lines about one's own behaviour are in the same list", () => {
    expect(linesFor("GB", { today }).map(({ service }) => service)).toContain("Respect");
  });
  test("[FR.1] each row has the day it was checked; after 90 days it may be out of date, and nothing breaks", () => {
    for (const { checked, source } of helplines) {
      expect(checked).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(source).not.toBe("");
    }
    const at = (day: string) => linesFor("US", { today: day as CalendarDate });
    expect(freshDays.value).toBe(90);
    expect(at("2027-02-19").some(({ mayBeOutOfDate }) => mayBeOutOfDate)).toBe(false);
    expect(at("2027-02-20").every(({ mayBeOutOfDate }) => mayBeOutOfDate)).toBe(true);
    expect(at("2199-01-01")).toHaveLength(at("2026-11-21").length);
    expect(outdated("2027-02-20" as CalendarDate)).toHaveLength(helplines.length);
    expect(outdated(today)).toEqual([]);
  });
});
