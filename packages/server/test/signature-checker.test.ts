import { describe, expect, test } from "vitest";
import { checkerOnThisThread, checkerOnThreadPool } from "../src/index.ts";
import { keyPair, random, signed } from "./test-kit.ts";

/** What every checker must do, wherever it checks. */
describe.each([
  ["on this thread", checkerOnThisThread],
  ["on the pool of threads", checkerOnThreadPool],
])("signatures checked %s", (_name, open) => {
  const [ana, ben] = [keyPair(), keyPair()];
  const message = random(193);
  const checkOf = (by: typeof ana, as: typeof ana = by) => ({
    publicKey: as.publicKey,
    signature: signed(by, message),
    message,
  });

  test("each is answered in its place, and one that fails says nothing of the others", async () => {
    const checker = open();
    expect(await checker.check([checkOf(ana), checkOf(ana, ben), checkOf(ben)])).toEqual([true, false, true]);
    expect(await checker.check([])).toEqual([]);
  });

  test("those who ask in one turn are each told of their own", async () => {
    const checker = open();
    const asked = [[checkOf(ana)], [checkOf(ben, ana)], [checkOf(ben), checkOf(ana)]];
    const answers = await Promise.all(asked.map((checks) => checker.check(checks)));
    expect(answers).toEqual([[true], [false], [true, true]]);
    expect(await checker.check([checkOf(ben)])).toEqual([true]);
  });

  test("what is no key, no signature and no point of the curve signs nothing", async () => {
    const checker = open();
    const [short, noPoint] = [random(31), new Uint8Array(32).fill(0xff)];
    const whole = checkOf(ana);
    const asked = [
      { ...whole, publicKey: short },
      { ...whole, publicKey: noPoint },
      { ...whole, signature: random(63) },
      { ...whole, signature: new Uint8Array(0) },
    ];
    expect(await checker.check(asked)).toEqual([false, false, false, false]);
  });
});
