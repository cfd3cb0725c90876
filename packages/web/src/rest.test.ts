import { describe, expect, test } from "vitest";
import { restFor, restLimits } from "./rest.ts";

const minutes = (count: number): number => count * 60_000;
const reading = { isWriting: false, unlockedFor: minutes(1) };
const writing = { isWriting: true, unlockedFor: minutes(1) };

describe("[DV.2] what quiet asks for", () => {
  test.each([
    ["a moment ago", reading, 0, "nothing"],
    ["just under two minutes", reading, minutes(2) - 1, "nothing"],
    ["two minutes", reading, minutes(2), "lock Private"],
    ["two minutes in the middle of a sentence", writing, minutes(2), "cover words"],
    ["just under ten minutes in the middle of a sentence", writing, minutes(10) - 1, "cover words"],
    ["ten minutes in the middle of a sentence", writing, minutes(10), "lock Private"],
    ["a quarter of an hour", writing, minutes(15), "cover all"],
    [
      "a quarter of an hour, with Private locked",
      { ...reading, unlockedFor: undefined },
      minutes(15),
      "cover all",
    ],
    ["ten minutes, with Private locked", { ...writing, unlockedFor: undefined }, minutes(10), "nothing"],
  ] as const)("%s", (_when, app, idle, rest) => {
    expect(restFor({ ...app, idle })).toBe(rest);
  });

  test("half an hour in Private ends it, whoever is writing", () => {
    const unlockedFor = restLimits.unlocked;
    for (const isWriting of [true, false]) {
      expect(restFor({ isWriting, unlockedFor: unlockedFor - 1, idle: 0 })).toBe("nothing");
      expect(restFor({ isWriting, unlockedFor, idle: 0 })).toBe("lock Private");
    }
  });
});
