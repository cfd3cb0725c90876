import type { EventId, Instant, RecordedEvent, RoomFacts, ZoneId } from "@goldseam/core";
import { dayMs, hourMs } from "@goldseam/core";
import { describe, expect, test } from "vitest";
import type { PromiseEventType } from "./events.ts";
import { history } from "./history.ts";
import { promise } from "./promise.ts";
import { at, jules, kim, recordedAs, robin, sampleId, samplePromiseId, sampleRoom } from "./samples.ts";
import {
  corrected,
  everyDay,
  given,
  ledgerOf,
  made,
  marked,
  morning,
  moved,
  noted,
  once,
  repaired,
  repairWorded,
  viewed,
  warned,
  withdrawn,
  worded,
} from "./scenario.ts";
import { counts, keptInWeek, promisesOf, showsBothTimes } from "./standing.ts";

const today = "2026-03-02";
const due = at(today, "18:00");
const evening = at(today, "20:00");
const stranger = "stranger".padEnd(43, "0") as typeof jules;

describe("who", () => {
  test("[P14.1] a promise has one maker and one witness, both partners", () => {
    for (const witness of [jules, kim, stranger]) {
      given()
        .when(made(once(today), { witness }))
        .thenRefused({ type: "NotTheOtherPartner" });
    }
    given()
      .when(made(once(today)))
      .thenAccepted();
    given()
      .when(made(once(today), { by: robin, witness: jules }))
      .thenAccepted();
  });

  test("[P14.1] nobody promises to a partner who is not in the room yet, or has left", () => {
    const withRobin = (since: Instant, until?: Instant): RoomFacts => ({
      ...sampleRoom,
      members: sampleRoom.members.map((member) =>
        member.memberId === robin ? { ...member, since, ...(until && { until }) } : member,
      ),
    });
    for (const room of [withRobin(evening), withRobin(0 as Instant, morning)]) {
      given()
        .in(room)
        .when(made(once(today)))
        .thenRefused({ type: "NotTheOtherPartner" });
    }
    given()
      .in(withRobin(0 as Instant, evening))
      .when(made(once(today)))
      .thenAccepted();
  });

  test("[P14.2] only the maker changes or withdraws it", () => {
    const theirs = { by: robin };
    const scene = given(made(once(today)));
    for (const event of [
      moved(today, morning, [today, "19:00"], theirs),
      withdrawn(morning, theirs),
      worded("x", theirs),
    ]) {
      scene.when(event).thenRefused({ type: "NotTheMaker", maker: jules });
    }
  });

  const everyType: Record<
    PromiseEventType,
    {
      before: readonly RecordedEvent[];
      event(by: typeof jules): RecordedEvent;
      who: "maker" | "witness" | "partners";
    }
  > = {
    "promise.made": {
      before: [],
      event: (by) => made(once(today), { by, witness: by === jules ? robin : jules }),
      who: "partners",
    },
    "promise.worded": { before: [made(once(today))], event: (by) => worded("be home", { by }), who: "maker" },
    "promise.heads-up": {
      before: [made(once(today))],
      event: (by) => warned(today, morning, { by }),
      who: "maker",
    },
    "promise.moved": {
      before: [made(once(today))],
      event: (by) => moved(today, morning, [today, "19:00"], { by }),
      who: "maker",
    },
    "promise.marked": {
      before: [made(once(today))],
      event: (by) => marked(today, evening, "kept", { by }),
      who: "maker",
    },
    "promise.corrected": {
      before: [made(once(today)), marked(today, evening, "kept")],
      event: (by) => corrected(today, evening, { by }),
      who: "maker",
    },
    "promise.viewed": {
      before: [made(once(today)), marked(today, evening, "kept")],
      event: (by) => viewed(today, evening, "same", { by }),
      who: "witness",
    },
    "promise.noted": {
      before: [made(once(today)), moved(today, morning, [today, "19:00"], { wordsId: "note" })],
      event: (by) => noted(today, morning, { by }),
      who: "maker",
    },
    "promise.repaired": {
      before: [made(once(today)), marked(today, evening, "missed")],
      event: (by) => repaired(today, evening, { by }),
      who: "maker",
    },
    "promise.repair-worded": {
      before: [made(once(today)), marked(today, evening, "missed"), repaired(today, evening)],
      event: (by) => repairWorded(today, evening, { by }),
      who: "maker",
    },
    "promise.withdrawn": {
      before: [made(once(today))],
      event: (by) => withdrawn(morning, { by }),
      who: "maker",
    },
  };
  for (const [type, { before, event, who }] of Object.entries(everyType)) {
    test(`[PR5] ${type}: ${who} may; a practitioner, a stranger and the other partner may not`, () => {
      const may = who === "partners" ? [jules, robin] : who === "maker" ? [jules] : [robin];
      for (const by of [jules, robin, kim, stranger]) {
        const scene = given(...before).when(event(by));
        if (may.includes(by)) scene.thenAccepted();
        else if (by === kim || by === stranger) scene.thenRefused({ type: "NotAPartner" });
        else if (type === "promise.noted") scene.thenRefused({ type: "WordsNotAwaited" });
        else if (who === "witness") scene.thenRefused({ type: "NotTheWitness", witness: robin });
        else scene.thenRefused({ type: "NotTheMaker", maker: jules });
      }
    });
  }

  test("[PR5] promises live in the couple's room alone", () => {
    for (const kind of ["private", "doorstep", "individual", "practice"] as const) {
      given()
        .in({ ...sampleRoom, kind })
        .when(made(once(today)))
        .thenRefused({ type: "NotACoupleRoom" });
    }
  });
});

describe("how many", () => {
  const names = ["a", "b", "c", "d", "e", "f"];
  const several = (amount: number, when: Instant) =>
    names
      .slice(0, amount)
      .map((name, day) => made(once("2026-04-10", `1${day}:00`), { name, when }))
      .map((event, day) => ({
        ...event,
        event: {
          ...event.event,
          data: { ...(event.event.data as object), schedule: once(`2026-04-1${day}`) },
        },
      }));

  test("[P14.3] three active promises of one maker in the first four weeks, then five", () => {
    const early = at("2026-03-21", "09:59"); // Robin joined on 21 February at 10:00.
    const later = at("2026-03-21", "10:00");
    const fourth = (when: Instant) => made(once("2026-04-20"), { name: "fourth", when });
    given(several(3, early)).when(fourth(early)).thenRefused({ type: "TooManyActive", most: 3 });
    given(several(3, early)).when(fourth(later)).thenAccepted();
    given(several(5, later)).when(fourth(later)).thenRefused({ type: "TooManyActive", most: 5 });
    given(several(3, early))
      .when(made(once("2026-04-20"), { name: "x", by: robin, witness: jules, when: early }))
      .thenAccepted();
  });

  test("[PR1] a withdrawn promise, and one with nothing unmarked ahead, makes room", () => {
    const scene = several(3, morning);
    const next = made(once("2026-04-20"), { name: "next", when: evening });
    given(scene).when(next).thenRefused({ type: "TooManyActive", most: 3 });
    given(scene, withdrawn(evening, { name: "a" }))
      .when(next)
      .thenAccepted();
    given(scene, marked("2026-04-10", evening, "kept", { name: "a" }))
      .when(next)
      .thenAccepted();
    given(made(once(today)), scene.slice(0, 2))
      .when({ ...next, at: due })
      .thenAccepted();
  });

  test("[P14.10] one promise falls due at most twice a day, moves included", () => {
    const scene = given(
      made(everyDay(today, "2026-03-10")),
      moved("2026-03-03", morning, ["2026-03-05", "10:00"], { id: "one" }),
    );
    scene
      .when(moved("2026-03-04", morning, ["2026-03-05", "12:00"]))
      .thenRefused({ type: "TooOftenOnOneDay", date: "2026-03-05" as never, most: 2 });
    scene.when(moved("2026-03-04", morning, ["2026-03-06", "12:00"])).thenAccepted();
  });

  test("[P14.10] all promises of one maker fall due at most four times on any day until the horizon", () => {
    const last = "2026-04-27";
    const full = [
      made(everyDay(today, last, "18:00", { signalTime: "17:45", fallbackTime: "17:30" }), { name: "a" }),
      made(everyDay("2026-04-20", last, "19:00"), { name: "b" }),
      moved("2026-04-26", morning, [last, "09:00"], { name: "a", id: "one" }),
      moved("2026-04-26", morning, [last, "10:00"], { name: "b", id: "two" }),
    ];
    given(full)
      .when(made(everyDay("2026-03-20", last, "20:00"), { name: "c" }))
      .thenRefused({ type: "TooMuchOnOneDay", date: last as never, most: 4 });
    given(full)
      .when(made(everyDay("2026-03-20", "2026-04-26", "20:00"), { name: "c" }))
      .thenAccepted();
    given(full, made(once("2026-04-25"), { name: "c" }))
      .when(moved("2026-04-25", morning, [last, "12:00"], { name: "c" }))
      .thenRefused({ type: "TooMuchOnOneDay", date: last as never, most: 4 });
    given(full, withdrawn(morning, { name: "a" }))
      .when(made(once(last), { name: "c" }))
      .thenAccepted();
  });

  test("[P14.10] on a full day a due moment may still move within the day", () => {
    const full = ["10:00", "11:00", "12:00"].map((time, index) =>
      made(once(today, time), { name: names[index]! }),
    );
    given(full, withdrawn(at(today, "11:30"), { name: "a" }), made(once(today, "20:00"), { name: "p" }))
      .when(moved(today, at(today, "11:30"), [today, "21:00"]))
      .thenAccepted();
  });

  test("[P14.10] what fell due earlier on a day still counts when its promise is over or withdrawn", () => {
    const passed = ["10:00", "11:00", "12:00"].map((time, index) =>
      made(once(today, time), { name: names[index] }),
    );
    const noon = at(today, "12:30");
    given(passed, withdrawn(noon, { name: "a" }), made(once(today, "13:00"), { name: "d", when: noon }))
      .when(made(once(today, "14:00"), { name: "e", when: noon }))
      .thenRefused({ type: "TooMuchOnOneDay", date: today as never, most: 4 });
  });

  test("[PR15] a day is not too full in any zone that the maker has set", () => {
    // 18:00 on 9 April in Berlin is 04:00 on 10 April in Auckland, where that day is full.
    const auckland = "Pacific/Auckland" as ZoneId;
    const later = at("2026-04-01", "09:00");
    const four = ["09:00", "09:30", "10:00", "10:30"].map((time, index) =>
      made(once("2026-04-10", time, { zone: auckland }), { name: names[index], when: later }),
    );
    given(four)
      .when(made(once("2026-04-09", "18:00"), { name: "e", when: later }))
      .thenRefused({ type: "TooMuchOnOneDay", date: "2026-04-09" as never, most: 4 });
    given(four)
      .when(made(once("2026-04-10", "18:00"), { name: "e", when: later }))
      .thenAccepted();
  });

  test("[P14.11] nothing falls due later than the 56th day after the making, by schedule or by move", () => {
    const latest = "2026-04-27" as never;
    given()
      .when(made(once("2026-04-27")))
      .thenAccepted();
    given()
      .when(made(once("2026-04-28")))
      .thenRefused({ type: "PastTheHorizon", latest });
    given()
      .when(made(everyDay(today, "2026-04-28")))
      .thenRefused({ type: "PastTheHorizon", latest });
    given(made(once("2026-04-01")))
      .when(moved("2026-04-01", at("2026-03-30", "09:00"), ["2026-04-28", "18:00"]))
      .thenRefused({ type: "PastTheHorizon", latest });
  });

  test("[PR2] what would have been due before the making does not exist, and a promise needs something ahead", () => {
    given()
      .when(made(once(today, "08:00")))
      .thenRefused({ type: "NothingFallsDue" });
    given()
      .when(made(once(today, "09:00")))
      .thenRefused({ type: "NothingFallsDue" });
    const occurrences = given(made(everyDay("0001-01-01", "2026-03-03", "08:00")))
      .ledger()
      .promises.get(samplePromiseId("p"))!.occurrences;
    expect([...occurrences.keys()]).toEqual(["2026-03-03"]);
  });
});

describe("marks", () => {
  test("[P14.4] moved before the due time reads moved and counts as kept, before and after the new due time", () => {
    const scene = given(made(once(today)), moved(today, at(today, "17:59"), [today, "20:00"]));
    for (const now of [at(today, "17:59"), at(today, "21:00"), at("2026-03-05", "09:00")]) {
      scene.thenReads(today, now, "moved");
      expect(counts(scene.ledger().promises.get(samplePromiseId("p"))!, scene.occurrence(today), now)).toBe(
        "for",
      );
    }
  });

  test("[P14.4] at or after the due time it cannot be moved; a move gives a new due time, before which it may move again", () => {
    const scene = given(made(once(today)));
    scene.when(moved(today, due, [today, "20:00"])).thenRefused({ type: "AlreadyDue" });
    const once_moved = scene.when(moved(today, morning, [today, "20:00"])).thenAccepted();
    once_moved
      .when(moved(today, at(today, "19:00"), ["2026-03-03", "20:00"], { id: "again" }))
      .thenAccepted();
    once_moved.when(moved(today, at(today, "19:00"), [today, "20:00"])).thenRefused({ type: "NothingMoved" });
    once_moved
      .when(moved(today, at(today, "19:00"), [today, "18:30"]))
      .thenRefused({ type: "NothingFallsDue" });
  });

  test("[P14.4] what was moved and then missed at its new due time reads missed", () => {
    given(
      made(once(today)),
      moved(today, morning, [today, "20:00"]),
      marked(today, at(today, "21:00"), "missed"),
    ).thenReads(today, evening, "missed");
    given(
      made(once(today)),
      moved(today, morning, [today, "20:00"]),
      marked(today, at(today, "21:00"), "kept-late"),
    ).thenReads(today, evening, "late");
    given(
      made(once(today)),
      moved(today, morning, [today, "20:00"]),
      marked(today, at(today, "21:00"), "kept"),
    ).thenReads(today, evening, "moved");
  });

  test("[P14.5] mark and view both stand, and neither changes the other", () => {
    const scene = given(
      made(once(today)),
      marked(today, evening, "kept"),
      viewed(today, evening, "different"),
    );
    scene.thenReads(today, evening, "kept");
    const [shown] = promisesOf(scene.ledger(), sampleRoom, evening);
    expect(shown!.past[0]).toMatchObject({ standing: { reads: "kept" }, view: { view: "different" } });
    given(made(once(today)))
      .when(viewed(today, evening, "different"))
      .thenRefused({ type: "NotMarked" });
  });

  test("[P14.5] both times show where claimed and received differ by more than five minutes", () => {
    const late = (minutes: number) =>
      given(
        made(once(today)),
        marked(today, evening, "kept", { received: (evening + minutes * 60_000) as Instant }),
      ).occurrence(today).marks[0]!;
    expect(showsBothTimes(late(5))).toBe(false);
    expect(showsBothTimes(late(6))).toBe(true);
    expect(showsBothTimes({ ...late(6), n: undefined })).toBe(false);
  });

  test("[P14.6] of two marks the first in record order stands and the later one shows as a correction", () => {
    const scene = given(
      made(once(today)),
      marked(today, evening, "missed", { id: "first" }),
      marked(today, at(today, "19:00"), "kept", { id: "second" }),
    );
    scene.thenReads(today, evening, "missed");
    const [shown] = promisesOf(scene.ledger(), sampleRoom, evening);
    expect(shown!.past[0]!.corrections.map(({ mark }) => mark)).toEqual(["kept"]);
  });

  test("[P14.6] a marked occurrence never reopens", () => {
    const scene = given(made(once(today)), marked(today, at(today, "12:00"), "kept"));
    scene.when(moved(today, at(today, "13:00"), [today, "20:00"])).thenRefused({ type: "AlreadyMarked" });
    scene.when(warned(today, at(today, "13:00"))).thenRefused({ type: "AlreadyMarked" });
    scene.thenReads(today, at("2026-03-20", "09:00"), "kept");
  });

  test("[P14.7] without a mark it reads not marked from 24 hours after the due time, never missed", () => {
    given(made(once(today)))
      .thenReads(today, due, "awaiting-mark")
      .thenReads(today, (due + dayMs - 1) as Instant, "awaiting-mark")
      .thenReads(today, (due + dayMs) as Instant, "not-marked")
      .thenReads(today, (due + 30 * dayMs) as Instant, "not-marked");
  });

  test("[P14.7] a mark that comes later is shown beside not marked and changes nothing", () => {
    for (const mark of ["kept", "kept-late", "missed"] as const) {
      const scene = given(made(once(today)), marked(today, (due + dayMs) as Instant, mark));
      expect(scene.standing(today, (due + 2 * dayMs) as Instant)).toMatchObject({
        reads: "not-marked",
        saidLater: { mark },
      });
    }
  });

  test("[P14.9] the maker's later word that a mark was not true stands beside it, and takes the kept back", () => {
    const scene = given(
      made(once(today)),
      marked(today, evening, "kept"),
      corrected(today, at(today, "21:00")),
    );
    scene.thenReads(today, evening, "kept");
    expect(scene.occurrence(today).corrected).toBeDefined();
    expect(history(scene.ledger(), { maker: jules, now: evening })).toEqual([]);
    scene.when(corrected(today, at(today, "22:00"), { id: "again" })).thenRefused({ type: "AlreadySaid" });
    given(made(once(today)))
      .when(corrected(today, evening))
      .thenRefused({ type: "NotMarked" });
  });

  test("[PR7] what the maker says later takes a kept back and never adds one", () => {
    const count = (...events: RecordedEvent[]) => {
      const scene = given(made(once(today)), ...events);
      return counts(scene.ledger().promises.get(samplePromiseId("p"))!, scene.occurrence(today), evening);
    };
    expect(count(marked(today, due, "kept"))).toBe("for");
    expect(count(marked(today, due, "kept"), marked(today, evening, "missed", { id: "x" }))).toBe("neither");
    expect(count(marked(today, due, "missed"), marked(today, evening, "kept", { id: "x" }))).toBe("against");
    expect(count(marked(today, due, "kept-late"), marked(today, evening, "kept", { id: "x" }))).toBe(
      "neither",
    );
    expect(
      count(moved(today, morning, [today, "19:00"]), marked(today, (due + 3 * dayMs) as Instant, "missed")),
    ).toBe("neither");
  });

  test("[P14.14] kept after the due time and marked so within 24 hours reads late, and counts neither way", () => {
    const scene = given(made(once(today)), marked(today, (due + dayMs - 1) as Instant, "kept-late"));
    scene.thenReads(today, evening, "late");
    expect(counts(scene.ledger().promises.get(samplePromiseId("p"))!, scene.occurrence(today), evening)).toBe(
      "neither",
    );
    given(made(once(today)), marked(today, (due + hourMs) as Instant, "kept")).thenReads(
      today,
      evening,
      "kept",
    );
  });

  test("[P14.14] before the due time only kept can be said", () => {
    const scene = given(made(once(today)));
    const early = (due - 1) as Instant;
    scene.when(marked(today, early, "missed")).thenRefused({ type: "NotDueYet" });
    scene.when(marked(today, early, "kept-late")).thenRefused({ type: "NotDueYet" });
    scene
      .when(marked(today, early, "kept"))
      .thenAccepted()
      .thenReads(today, early, "kept");
    scene.when(marked(today, due, "missed")).thenAccepted();
  });

  test("[P14.15] each date of a repeat has its own marks, and keeps its name when it moves", () => {
    const scene = given(
      made(everyDay(today, "2026-03-06")),
      moved(today, morning, ["2026-03-03", "10:00"]),
      marked(today, at("2026-03-03", "11:00"), "missed"),
    );
    scene
      .thenReads(today, evening, "missed")
      .thenReads("2026-03-03", at("2026-03-03", "19:00"), "awaiting-mark");
    scene.when(marked("2026-03-20", evening, "kept")).thenRefused({ type: "NoSuchOccurrence" });
  });
});

describe("ending, repairing, warning, bringing", () => {
  test("[P14.12] withdrawing is never refused to the maker, asks nothing, and reads ended", () => {
    for (const when of [morning, due, evening, at("2026-06-01", "09:00")]) {
      given(made(once(today)))
        .when(withdrawn(when))
        .thenAccepted();
    }
    const scene = given(made(everyDay(today, "2026-03-06")), withdrawn(evening));
    scene
      .thenReads("2026-03-03", at("2026-03-09", "09:00"), "ended")
      .thenReads(today, evening, "awaiting-mark");
    expect(promisesOf(scene.ledger(), sampleRoom, evening)[0]).toMatchObject({
      status: "ended",
      past: [{ asks: "nothing" }],
    });
    scene.when(withdrawn(evening, { id: "again" })).thenRefused({ type: "PromiseEnded" });
    scene.when(marked("2026-03-03", at("2026-03-03", "19:00"), "kept")).thenRefused({ type: "PromiseEnded" });
    scene.when(moved("2026-03-03", evening, ["2026-03-03", "19:00"])).thenRefused({ type: "PromiseEnded" });
    scene.when(marked(today, evening, "missed")).thenAccepted();
  });

  test("[PR11] a heads-up is said once, before the due time, and changes no reading", () => {
    const scene = given(made(once(today)));
    scene.when(warned(today, due)).thenRefused({ type: "AlreadyDue" });
    const said = scene.when(warned(today, at(today, "16:00"))).thenAccepted();
    said.thenReads(today, at(today, "16:00"), "due-soon");
    said.when(warned(today, at(today, "16:30"), { id: "again" })).thenRefused({ type: "AlreadySaid" });
  });

  test("[PR12] three lines repair a miss, or a mark told to be untrue, once", () => {
    const scene = given(made(once(today)));
    scene.when(repaired(today, evening)).thenRefused({ type: "NothingToRepair" });
    given(made(once(today)), marked(today, evening, "kept"))
      .when(repaired(today, evening))
      .thenRefused({ type: "NothingToRepair" });
    given(made(once(today)), marked(today, evening, "kept"), corrected(today, evening))
      .when(repaired(today, evening))
      .thenAccepted();
    given(made(once(today)), marked(today, (due + 3 * dayMs) as Instant, "missed"))
      .when(repaired(today, evening))
      .thenAccepted();
    const done = given(
      made(once(today)),
      marked(today, evening, "missed"),
      repaired(today, evening),
      repairWorded(today, evening),
    );
    expect(done.occurrence(today).repair?.lines).toEqual({
      what: "I forgot.",
      effect: "You waited.",
      next: "I set an alarm.",
    });
    done.when(repaired(today, evening, { id: "again" })).thenRefused({ type: "AlreadySaid" });
    done.when(repairWorded(today, evening)).thenRefused({ type: "WordsNotAwaited" });
    done.thenReads(today, evening, "missed");
  });

  test("[PR13] only a one-off promise that was kept brings something back", () => {
    const brings = { wordsId: "note" };
    given(made(everyDay(today, "2026-03-06")))
      .when(marked(today, evening, "kept", brings))
      .thenRefused({ type: "NothingToBring" });
    given(made(once(today)))
      .when(marked(today, evening, "missed", brings))
      .thenRefused({ type: "NothingToBring" });
    const scene = given(
      made(once(today)),
      marked(today, evening, "kept", brings),
      noted(today, evening, { text: "Three names." }),
    );
    expect(promisesOf(scene.ledger(), sampleRoom, evening)[0]!.past[0]!.brought).toBe("Three names.");
  });

  test("[PR10] a sign and a word in time come before the due time, and a move takes them away", () => {
    for (const field of ["signalTime", "fallbackTime"] as const) {
      given()
        .when(made(once(today, "18:00", { [field]: "18:00" })))
        .thenRefused({ type: "NotBeforeDue", field });
    }
    const scene = given(made(once(today, "18:00", { signalTime: "17:45", fallbackTime: "17:30" })));
    expect(scene.occurrence(today)).toMatchObject({
      signal: at(today, "17:45"),
      fallback: at(today, "17:30"),
    });
    const after = scene
      .when(moved(today, morning, [today, "20:00"]))
      .thenAccepted()
      .occurrence(today);
    expect(after.signal ?? after.fallback).toBeUndefined();
  });
});

describe("words and facts", () => {
  test("[PR4] words are taken once, from their author, under the id that the fact names", () => {
    const scene = given(made(once(today)));
    scene.when(worded("be home", { id: "other" })).thenRefused({ type: "WordsNotAwaited" });
    scene.when(noted(today, morning)).thenRefused({ type: "WordsNotAwaited" });
    scene.when(worded()).thenAccepted().when(worded("be early")).thenRefused({ type: "WordsNotAwaited" });
    given().when(worded()).thenRefused({ type: "NoSuchPromise" });
  });

  test("[PR6] an event of a newer version is kept unread and changes nothing", () => {
    const newer = made(once(today));
    given()
      .when({ ...newer, event: { ...newer.event, v: 2 } })
      .thenRefused({ type: "NewerVersion", v: 2 });
  });

  test("[PR6] a promise is made once under its own id", () => {
    given(made(once(today)))
      .when(made(once(today)))
      .thenRefused({ type: "AlreadyMade" });
    const another = recordedAs(jules, morning, "promise.made", "q", {
      promiseId: samplePromiseId("p"),
      witness: robin,
      schedule: once(today),
      wordsId: sampleId("w"),
    });
    given().when(another).thenRefused({ type: "Malformed", field: "promiseId" });
  });

  test("[P14.13] a week of the couple counts what was kept or moved in time by either, by its due moment in the couple's zone", () => {
    const sunday = "2026-03-08";
    const ledger = ledgerOf([
      made(everyDay(today, "2026-03-09")),
      marked(today, evening, "kept", { id: "a" }),
      moved("2026-03-03", morning, ["2026-03-09", "10:00"], { id: "b" }),
      marked("2026-03-04", at("2026-03-04", "19:00"), "kept-late", { id: "c" }),
      marked("2026-03-05", at("2026-03-05", "19:00"), "missed", { id: "d" }),
      made(once(sunday, "23:59"), { name: "q", by: robin, witness: jules }),
      marked(sunday, at("2026-03-09", "00:10"), "kept", { name: "q", by: robin, id: "e" }),
    ]);
    const { zone } = sampleRoom;
    expect(keptInWeek(ledger, { monday: today as never, zone })).toBe(2);
    expect(keptInWeek(ledger, { monday: "2026-03-09" as never, zone })).toBe(1);
  });
});

test("[PR17] words are kept for twelve months from when they were written, and can be read line by line", () => {
  const year = 365 * 86_400_000;
  expect(promise.keptMs).toEqual({
    "promise.worded": year,
    "promise.noted": year,
    "promise.repair-worded": year,
  });
  const said = (type: string, data: object) =>
    promise.textIn({ v: 1, type, id: "A".repeat(22) as EventId, at: 1 as Instant, data });
  const ref = { promiseId: "A".repeat(22), occurrence: "2027-01-20" };
  expect(said("promise.worded", { promiseId: ref.promiseId, act: "be home", signal: "ring" })).toEqual([
    "be home",
    "ring",
  ]);
  expect(said("promise.noted", { ...ref, text: "it was late" })).toEqual(["it was late"]);
  expect(said("promise.noted", { ...ref, text: 7 })).toEqual([]);
});
