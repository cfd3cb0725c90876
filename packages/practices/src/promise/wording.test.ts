import { readFileSync } from "node:fs";
import type { PromiseId } from "@goldseam/core";
import { describe, expect, test } from "vitest";
import { forbiddenWordsIn } from "../forbidden-words.ts";
import { bindsTheOther } from "./binds-the-other.ts";
import { headsUp, makePromise, markPromise, movePromise, repairPromise, viewPromise } from "./commands.ts";
import { at, authorOf, jules, robin, sampleId, samplePromiseId, sampleRoom } from "./samples.ts";
import { given, ledgerOf, made, marked, morning, once, worded } from "./scenario.ts";

/** A heading `# kind` and its sentences; harmless sentences stand under `# passes`. */
const corpus = readFileSync(new URL("wording.samples.txt", import.meta.url), "utf8")
  .split(/^# /m)
  .filter((part) => part.trim() !== "")
  .map((part) => part.trim().split("\n"));
const demand = "share my live location with you";
const today = "2026-03-02";

describe("OL.12", () => {
  for (const [kind, ...sentences] of corpus) {
    test(`[P14.10] in English, German and Dutch: ${kind}`, () => {
      for (const sentence of sentences) {
        const found = forbiddenWordsIn(sentence);
        if (kind === "passes") expect(found, sentence).toBeNull();
        else expect(found, sentence).not.toBeNull();
      }
    });
  }

  test("[P14.10] capitals, accents, dashes and invisible characters do not hide a word", () => {
    for (const text of ["PASSWORT", "pass\u00adword", "pa\u200bssword", "Pass-Wort", "ｐａｓｓｗｏｒｄ"]) {
      expect(forbiddenWordsIn(`my ${text}`), text).toBe("passwords");
    }
  });

  test("[P14.10] it is asked of every field of every command", () => {
    const ledger = ledgerOf([made(once(today)), marked(today, at(today, "19:00"), "missed")]);
    const fresh = ledgerOf([made(once(today))]);
    const asked = {
      by: authorOf(jules),
      at: at(today, "10:00"),
      eventId: sampleId("e"),
      promiseId: samplePromiseId("p"),
      occurrence: today as never,
    };
    const evening = { ...asked, at: at(today, "20:00") };
    const note = { wordsId: sampleId("w"), text: demand };
    const lines = { what: "x", effect: "y", next: "z" };
    const make = (words: object) =>
      makePromise(ledgerOf([]), sampleRoom, {
        ...asked,
        witness: robin,
        wordsId: sampleId("w"),
        schedule: once(today, "18:00", { signalTime: "17:45", fallbackTime: "17:30" }),
        words: { act: "be home", signal: "text you", fallback: "you will hear", ...words },
      });
    const stopped = [
      make({ act: demand }),
      make({ signal: demand }),
      make({ fallback: demand }),
      movePromise(fresh, sampleRoom, {
        ...asked,
        to: { date: today as never, time: "20:00" as never },
        note,
      }),
      headsUp(fresh, sampleRoom, { ...asked, note }),
      markPromise(fresh, sampleRoom, { ...evening, mark: "kept", brings: note }),
      viewPromise(ledger, sampleRoom, { ...evening, by: authorOf(robin), view: "different", note }),
      ...Object.keys(lines).map((field) =>
        repairPromise(ledger, sampleRoom, {
          ...evening,
          wordsId: sampleId("w"),
          lines: { ...lines, [field]: demand },
        }),
      ),
    ];
    for (const result of stopped)
      expect(result).toMatchObject({ ok: false, error: { type: "ForbiddenWords", kind: "tracking" } });
    expect(make({})).toMatchObject({ ok: true });
  });

  test("[PR8] the wording is never judged on replay", () => {
    given(made(once(today)))
      .when(worded(demand))
      .thenAccepted();
  });

  test("[PR8] the check takes little time, whatever the text", () => {
    const start = performance.now();
    for (const text of [
      "a ".repeat(300),
      "never ".repeat(100),
      "my phone ".repeat(66),
      "mein handy nicht ".repeat(35),
    ])
      forbiddenWordsIn(text);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe("own act", () => {
  test("[PR14] an act that binds the other is asked to be said as one's own", () => {
    const binding = [
      "if you go out, I will call",
      "you must be home by ten",
      "you text me every hour",
      "stay calm unless you start again",
      "I want you to stop",
      "Wenn du ausgehst, rufe ich an",
      "du musst um zehn zu Hause sein",
      "ich will, dass du anrufst",
      "als je uitgaat bel ik",
      "jij belt me elk uur",
      "je moet om tien uur thuis zijn",
    ];
    for (const text of binding) expect(bindsTheOther(text), text).toBe(true);
    for (const text of corpus.find(([kind]) => kind === "passes")!.slice(1))
      expect(bindsTheOther(text), text).toBe(false);
  });

  test("[PR14] it is asked of the act and the sign, and never of the word in time", () => {
    const make = (words: { act: string; fallback?: string }) =>
      makePromise(ledgerOf([]), sampleRoom, {
        by: authorOf(jules),
        at: morning,
        eventId: sampleId("p"),
        wordsId: sampleId("w"),
        witness: robin,
        words,
        schedule: once(today, "18:00", words.fallback ? { fallbackTime: "17:00" } : {}),
      });
    expect(make({ act: "call if you go out" })).toEqual({
      ok: false,
      error: { type: "BindsTheOther", field: "act" },
    });
    const result = make({ act: " be home ", fallback: "you will hear" });
    expect(result.ok && result.value.map(({ type }) => type)).toEqual(["promise.made", "promise.worded"]);
    expect(result.ok && result.value[1]!.data).toEqual({
      promiseId: sampleId("p") as string as PromiseId,
      act: "be home",
      fallback: "you will hear",
    });
  });

  test("[PR10] a sign, or a word in time, has words and a time or neither", () => {
    const make = (words: object, times: object) =>
      makePromise(ledgerOf([]), sampleRoom, {
        by: authorOf(jules),
        at: morning,
        eventId: sampleId("p"),
        wordsId: sampleId("w"),
        witness: robin,
        words: { act: "be home", ...words },
        schedule: once(today, "18:00", times),
      });
    expect(make({ signal: "text you" }, {})).toEqual({
      ok: false,
      error: { type: "HalfFilled", field: "signal" },
    });
    expect(make({ signal: "  " }, { signalTime: "17:45" })).toEqual({
      ok: false,
      error: { type: "HalfFilled", field: "signal" },
    });
    expect(make({}, { fallbackTime: "17:30" })).toEqual({
      ok: false,
      error: { type: "HalfFilled", field: "fallback" },
    });
  });
});
