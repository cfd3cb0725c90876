import { expect, test } from "vitest";
import { timeAttribute, timeWords } from "./time-words.ts";

test("a moment is said in the room's zone and the language's way", () => {
  const at = Date.UTC(2026, 2, 6, 17, 5);
  expect(timeWords(at, { zone: "Europe/Berlin", locale: "en" })).toBe("18:05");
  expect(timeWords(at, { show: "day", zone: "Europe/Berlin", locale: "en" })).toBe("Friday 6 March");
  expect(timeWords(at, { show: "date", zone: "Europe/Berlin", locale: "de" })).toBe("6. März 2026");
  expect(timeAttribute(at)).toBe("2026-03-06T17:05:00.000Z");
});

test("a calendar day is the same day in every zone", () => {
  expect(timeWords("2026-03-06", { show: "weekday", zone: "Pacific/Auckland", locale: "en" })).toBe("Friday");
  expect(timeAttribute("2026-03-06")).toBe("2026-03-06");
});
