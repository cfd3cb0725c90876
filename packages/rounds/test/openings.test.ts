import { dayMs, hourMs, type Instant } from "@goldseam/core";
import { describe, expect, test } from "vitest";
import { dailyRound, disagreements, quickRound, windowEnd, windowStart } from "../src/index.ts";
import { contact, daily, noon, noonOf, reads, rung, topic, window } from "./history.ts";
import { ana, ben, bothOpened, fold, lineOf, opened, paired, room, source } from "./scene.ts";

describe("what is open", () => {
  const next = windowStart(window + 1, source);
  test("[RD11] a topic opens with the first window after both lines say so, and not before", () => {
    const events = bothOpened(daily, noon, topic);
    expect(reads(events, topic, (next - 1) as Instant)).toBe("not-open");
    expect(reads(events, topic, next)).toBe("open");
    expect(reads(events, topic + 1, next)).toBe("not-open");
    expect(reads(events.slice(0, 1), topic, next)).toBe("not-open");
  });
  test("[RD11] the newest complete daily round rules, in whichever order rounds were completed", () => {
    const events = [
      ...bothOpened(dailyRound(window + 1), noonOf(window + 1), topic),
      ...bothOpened(daily, (noonOf(window + 1) + 1) as Instant),
    ];
    expect(reads(events, topic, noonOf(window + 2))).toBe("open");
  });
  test("[RD12] a newer round without both yeses closes from the first window after; one partner's line is enough", () => {
    const newer = dailyRound(window + 1);
    const open = bothOpened(daily, noon, topic);
    for (const closing of [
      bothOpened(newer, noonOf(window + 1)),
      [opened(ben, noonOf(window + 1), lineOf(newer))],
    ]) {
      const events = [...open, ...closing];
      expect(reads(events, topic, (windowStart(window + 2, source) - 1) as Instant)).toBe("open");
      expect(reads(events, topic, windowStart(window + 2, source))).toBe("not-open");
    }
    const saysYes = [...open, opened(ben, noonOf(window + 1), lineOf(newer, topic))];
    expect(reads(saysYes, topic, noonOf(window + 2))).toBe("open");
  });

  test("[RD13] a quick round adds a text at once, takes none away, and decides nothing but open texts", () => {
    const first = bothOpened(quickRound(window, 1), noon, 120, 114);
    expect(reads(first, 120, noon)).toBe("open");
    expect(reads(first, 114, noon)).toBe("not-open");
    const second = bothOpened(quickRound(window, 2), noon);
    expect(reads([...first, ...second], 120, noon)).toBe("open");
  });
  test("[RD13] a text ends with the daily round of a later window, never by one that was answered before it", () => {
    const text = bothOpened(quickRound(window, 1), noon, 120);
    const same = bothOpened(daily, noon);
    expect(reads([...text, ...same], 120, noonOf(window + 1))).toBe("open");
    const after = bothOpened(dailyRound(window + 1), noonOf(window + 1));
    expect(reads([...text, ...same, ...after], 120, noonOf(window + 2))).toBe("not-open");
  });
  test("[RD13] sexual contact reads paused at once after any round without both yeses, daily or quick", () => {
    const on = bothOpened(quickRound(window, 1), noon, contact);
    expect(reads(on, contact, noon)).toBe("open");
    expect(reads([...on, ...bothOpened(quickRound(window, 2), noon)], contact, noon)).toBe("not-open");
    const when = noonOf(window + 1);
    const dailyNo = [opened(ben, when, lineOf(dailyRound(window + 1)))];
    expect(reads([...on, ...dailyNo], contact, (when - 1) as Instant)).toBe("open");
    expect(reads([...on, ...dailyNo], contact, when)).toBe("not-open");
    const evening = (noon + 6 * hourMs) as Instant;
    const answeredBefore = bothOpened(daily, evening);
    expect(reads([...on, ...answeredBefore], contact, evening)).toBe("not-open");
    const again = bothOpened(quickRound(window, 2), (evening + 1) as Instant, contact);
    expect(reads([...on, ...answeredBefore, ...again], contact, (evening + 1) as Instant)).toBe("open");
  });

  test("[RD14] without a newer round a topic stays for seven days after its round's window, and closes at a window", () => {
    const events = bothOpened(daily, noon, topic);
    const end = windowEnd(window, source) + 7 * dayMs;
    const closes = [window + 8, window + 9]
      .map((each) => windowStart(each, source))
      .find((start) => start >= end)!;
    expect(reads(events, topic, (closes - 1) as Instant)).toBe("open");
    expect(reads(events, topic, closes)).toBe("not-open");
  });
  test("[RD14] sexual contact, openness and touch close at the first window 72 hours after the last round's window", () => {
    const end = windowEnd(window, source) + 72 * hourMs;
    const closes = [window + 4, window + 5]
      .map((each) => windowStart(each, source))
      .find((start) => start >= end)!;
    for (const slot of [contact, 64, 79, rung]) {
      const events = bothOpened(daily, noon, slot);
      expect(reads(events, slot, (closes - 1) as Instant)).toBe("open");
      expect(reads(events, slot, closes)).toBe("not-open");
    }
  });

  test("[RD15] where the two lines differ the topic is not open, and both are told that their devices disagree", () => {
    const events = [opened(ana, noon, lineOf(daily, topic)), opened(ben, noon, lineOf(daily, rung))];
    expect(reads(events, topic, next)).toBe("devices-disagree");
    expect(reads(events, rung, next)).toBe("devices-disagree");
    expect(reads(events, 3, next)).toBe("not-open");
    expect(disagreements(fold(events, paired), room)).toEqual([{ ref: daily, slots: [topic, rung] }]);
    expect(disagreements(fold(bothOpened(daily, noon, topic), paired), room)).toEqual([]);
  });
});
