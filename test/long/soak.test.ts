import { expect, test } from "vitest";
import { soak } from "../soak/soak.ts";

test("for a minute and a half, couples write while servers are killed, lines drop and appends come twice: nothing is lost", async () => {
  const result = await soak({ minutes: 1.5, couples: 4, killEveryMs: 10_000, restMs: 300 });
  expect(result.wrong).toEqual([]);
  expect(result.notes).toBeGreaterThan(100);
  for (const fault of [result.kills, result.cuts, result.doubled, result.answersLost])
    expect(fault).toBeGreaterThan(0);
});
