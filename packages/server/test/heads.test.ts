import { expect, test } from "vitest";
import { HeadWindow } from "../src/heads.ts";
import { random } from "./test-kit.ts";

test("the newest heads are at hand, and one older one, whichever was asked for last", () => {
  const room = random(32);
  const window = new HeadWindow(room, 4);
  const heads = Array.from({ length: 20 }, () => random(32));
  for (let n = 1; n <= 10; n += 1) window.keep(n, heads[n]!);
  expect([6, 7, 10].map((n) => window.get(n))).toEqual([undefined, heads[7], heads[10]]);
  window.keep(2, heads[2]!);
  window.keep(3, heads[3]!);
  expect([2, 3, 7, 10].map((n) => window.get(n))).toEqual([undefined, heads[3], heads[7], heads[10]]);
  window.keep(11, heads[11]!);
  expect([3, 7, 11].map((n) => window.get(n))).toEqual([heads[3], undefined, heads[11]]);
  expect(window.get(0)).toEqual(room);
});
