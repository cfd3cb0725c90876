import type {
  Author,
  DeviceId,
  EntryHash,
  EventId,
  Instant,
  MemberId,
  MemberRole,
  RecordedEvent,
  RoomEvent,
  RoomFacts,
  RoomId,
  RoomKind,
  ZoneId,
} from "@goldseam/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { askToErase, erasedByBoth, isErasedByBoth, type JointErasures, joint } from "./public.ts";

const [ana, ben, cleo] = ["ana", "ben", "cleo"] as [MemberId, MemberId, MemberId];
const subject = "promise-promise-promis";
const other = "another-another-anothe";
const factsOf = (kind: RoomKind = "couple"): RoomFacts => ({
  roomId: "room" as RoomId,
  kind,
  zone: "Europe/Berlin" as ZoneId,
  members: (
    [
      [ana, "partner"],
      [ben, "partner"],
      [cleo, "practitioner"],
    ] as const
  ).map(([memberId, role]: readonly [MemberId, MemberRole]) => ({ memberId, role, since: 0 as Instant })),
});
const couple = factsOf();
let count = 0;
const stamp = () => {
  count += 1;
  return { id: `event-${count}` as EventId, at: count as Instant };
};
const recorded = (event: RoomEvent, memberId: MemberId): RecordedEvent => ({
  event,
  by: { memberId, deviceId: "device" as DeviceId } satisfies Author,
  at: event.at,
  received: event.at,
  n: count,
  entryHash: event.id as string as EntryHash,
});
const asks = (by: MemberId, what = subject) => recorded(askToErase(what, stamp()), by);
const takesBack = (by: MemberId) => recorded(askToErase(subject, stamp(), { isTakenBack: true }), by);
const folded = (...all: readonly RecordedEvent[]): JointErasures =>
  all.reduce((state, one) => joint.evolve(state, one, couple), joint.empty);
const refused = (state: JointErasures, one: RecordedEvent, room = couple) =>
  joint.refusal(state, one, room)?.type;

describe("erasing what belongs to both", () => {
  test("[JE1] only partners ask, and only in the couple's room", () => {
    expect(refused(joint.empty, asks(ana))).toBeUndefined();
    expect(refused(joint.empty, asks(cleo))).toBe("NotAPartner");
    expect(refused(joint.empty, asks("somebody" as MemberId))).toBe("NotAPartner");
    for (const kind of ["private", "individual", "practice", "doorstep"] as const)
      expect(refused(joint.empty, asks(ana), factsOf(kind))).toBe("WrongRoom");
  });

  test("[JE2] each asks once, and takes only their own ask back, before the other asks", () => {
    const one = folded(asks(ana));
    expect(refused(one, asks(ana))).toBe("AlreadyAsked");
    expect(refused(one, takesBack(ben))).toBe("NotAsked");
    const none = folded(asks(ana), takesBack(ana));
    expect(isErasedByBoth(joint.evolve(none, asks(ben), couple), subject)).toBe(false);
    expect(refused(none, takesBack(ana))).toBe("NotAsked");
  });

  test("[JE3] it takes two partners; a practitioner's word does not count", () => {
    expect([...erasedByBoth(folded(asks(ana), asks(ana), asks(cleo)))]).toEqual([]);
    expect([...erasedByBoth(folded(asks(ana), asks(ben), asks(ana, other)))]).toEqual([subject]);
  });

  test("[JE4] once both have asked, nothing changes it", () => {
    const both = folded(asks(ana), asks(ben));
    expect(refused(both, takesBack(ana))).toBe("AlreadyErased");
    expect(refused(both, asks(ben))).toBe("AlreadyErased");
    expect(isErasedByBoth(folded(asks(ana), asks(ben), takesBack(ben), takesBack(ana)), subject)).toBe(true);
  });

  test("[JE4] in any order of asks and withdrawals, what both once asked for stays so", () => {
    const act = fc.tuple(fc.constantFrom(ana, ben, cleo), fc.boolean());
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        let state = joint.empty;
        let wasBoth = false;
        for (const [by, isAsk] of acts) {
          state = joint.evolve(state, isAsk ? asks(by) : takesBack(by), couple);
          wasBoth ||= isErasedByBoth(state, subject);
          expect(isErasedByBoth(state, subject)).toBe(wasBoth);
        }
      }),
    );
  });

  test("[JE5] an ask holds the subject's id and nothing else", () => {
    expect(askToErase(subject, stamp()).data).toEqual({ subject });
    for (const data of [null, {}, { subject: 7 }, { subject: "too short" }, { subject: `${subject}x` }])
      expect(refused(joint.empty, recorded({ ...askToErase(subject, stamp()), data }, ana))).toBe(
        "Malformed",
      );
    expect(refused(joint.empty, recorded({ ...askToErase(subject, stamp()), v: 2 }, ana))).toBe(
      "NewerVersion",
    );
  });
});
