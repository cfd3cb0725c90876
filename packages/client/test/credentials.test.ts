import {
  base64url,
  type CalendarDate,
  type DeviceId,
  type EntryHash,
  type EventId,
  fromBase64url,
  type Instant,
  type MemberId,
  type MemberRole,
  type RecordedEvent,
  type RoomEvent,
  type RoomFacts,
  type RoomId,
  type RoomKind,
  type ZoneId,
} from "@goldseam/core";
import { type ConfirmationFields, makeConfirmation } from "@goldseam/crypto/confirmation";
import { describe, expect, test } from "vitest";
import { type Person, person } from "../../crypto/test/couple.ts";
import {
  acceptanceOf,
  answerConfirmation,
  type Credentials,
  confirmedIn,
  credentials,
  giveConfirmation,
  hostKeyIn,
  introduce,
  isAccepted,
  openFor,
  takeConfirmation,
  tierOn,
} from "../src/credentials/public.ts";

const [host, otherHost, ana, ben, cleo, dan] = await Promise.all([901, 902, 11, 12, 13, 14].map(person));
const idOf = (one: Person | undefined): MemberId => base64url(one!.identity.publicBytes) as MemberId;
const [anaId, benId, cleoId, danId] = [idOf(ana), idOf(ben), idOf(cleo), idOf(dan)];

const member = (memberId: MemberId, role: MemberRole, until?: number) => ({
  memberId,
  role,
  since: 0 as Instant,
  ...(until === undefined ? {} : { until: until as Instant }),
});
const factsOf = (members: RoomFacts["members"], kind: RoomKind = "couple"): RoomFacts => ({
  roomId: "room" as RoomId,
  kind,
  zone: "Europe/Berlin" as ZoneId,
  members,
});
const couple = factsOf([
  member(anaId, "partner"),
  member(benId, "partner"),
  member(cleoId, "practitioner"),
  member(danId, "practitioner"),
]);

let count = 0;
const stamp = () => {
  count += 1;
  return { id: `event-${count}` as EventId, at: count as Instant };
};
const recorded = (event: RoomEvent, memberId: MemberId): RecordedEvent => ({
  event,
  by: { memberId, deviceId: "device" as DeviceId },
  at: event.at,
  received: event.at,
  n: count,
  entryHash: event.id as string as EntryHash,
});
type Written = readonly [MemberId, RoomEvent];
const folded = (written: readonly Written[], room = couple): Credentials =>
  written.reduce(
    (state, [by, event]) => credentials.evolve(state, recorded(event, by), room),
    credentials.empty,
  );
const refused = (state: Credentials, by: MemberId, event: RoomEvent, room = couple): string | undefined =>
  credentials.refusal(state, recorded(event, by), room)?.type;

const today = "2026-06-01" as CalendarDate;
const statementOf = async (change: Partial<ConfirmationFields> = {}, key = host!.identity): Promise<string> =>
  base64url(
    await makeConfirmation(
      {
        identity: cleo!.identity.publicBytes,
        thing: "tier A",
        title: "Psychotherapist",
        register: "Example Chamber",
        number: "17",
        date: "2026-01-01" as CalendarDate,
        end: "2026-12-31" as CalendarDate,
        ...change,
      },
      key,
    ),
  );

const [theirs, others] = [await statementOf(), await statementOf({}, otherHost!.identity)];

/** Cleo gives a statement, and these partners accept it. */
async function given(change: Partial<ConfirmationFields> = {}, by: readonly MemberId[] = [anaId, benId]) {
  const event = giveConfirmation(await statementOf(change), stamp());
  const words = by.map((one): Written => [one, answerConfirmation("accepted", event.id, stamp())]);
  return { id: event.id, written: [[cleoId, event], ...words] as readonly Written[] };
}

describe("what practitioners say of themselves", () => {
  test("[CR1] they name their own profession from the list, and the latest counts", () => {
    const state = folded([
      [cleoId, introduce("coach", stamp())],
      [cleoId, introduce("counsellor", stamp())],
    ]);
    expect([...state.professions]).toEqual([[cleoId, "counsellor"]]);
    expect(refused(state, anaId, introduce("psychologist", stamp()))).toBe("NotAPractitioner");
    const invented = { ...introduce("coach", stamp()), data: { profession: "world's best healer" } };
    expect(refused(state, cleoId, invented)).toBe("Malformed");
  });

  test("[CR2] a statement is put in by who it is about, and by nobody else", async () => {
    const event = giveConfirmation(await statementOf(), stamp());
    expect(refused(credentials.empty, cleoId, event)).toBeUndefined();
    expect(refused(credentials.empty, danId, event)).toBe("NotYours");
    expect(refused(credentials.empty, anaId, event)).toBe("NotAPractitioner");
    expect(refused(credentials.empty, cleoId, { ...event, data: { statement: "AAAA" } })).toBe("Malformed");
    expect(refused(credentials.empty, cleoId, { ...event, v: 2 })).toBe("NewerVersion");
  });

  test("[CR2] it is kept in the practitioner's own room too, where nobody answers it", async () => {
    const own = factsOf([member(cleoId, "owner")], "practice");
    const event = giveConfirmation(await statementOf(), stamp());
    const state = folded([[cleoId, event]], own);
    expect(state.given.size).toBe(1);
    expect(refused(state, cleoId, answerConfirmation("accepted", event.id, stamp()), own)).toBe(
      "NotAPartner",
    );
  });
});

describe("what partners make of it", () => {
  test("[CR3] each speaks for themself, may change their word, and nobody else is asked", async () => {
    const { id, written } = await given({}, []);
    const state = folded(written);
    expect(openFor(state, anaId, couple).map((one) => one.id)).toEqual([id]);
    expect(openFor(state, cleoId, couple)).toEqual([]);
    expect(refused(state, cleoId, answerConfirmation("accepted", id, stamp()))).toBe("NotAPartner");
    expect(refused(state, anaId, answerConfirmation("accepted", "none" as EventId, stamp()))).toBe(
      "NoSuchConfirmation",
    );
    const answered = folded([...written, [anaId, answerConfirmation("accepted", id, stamp())]]);
    expect(openFor(answered, anaId, couple)).toEqual([]);
    expect(openFor(answered, benId, couple)).toHaveLength(1);
    const changed = folded([
      ...written,
      [anaId, answerConfirmation("accepted", id, stamp())],
      [anaId, answerConfirmation("declined", id, stamp())],
    ]);
    expect(changed.given.get(id)?.words).toEqual(new Map([[anaId, "declined"]]));
  });

  test("[CR4] it counts while every partner in the room accepts it", async () => {
    const one = await given({}, [anaId]);
    expect(tierOn((await confirmedIn(folded(one.written), couple)).get(cleoId)!, today)).toBe("C");
    const both = await given();
    const state = folded(both.written);
    expect(tierOn((await confirmedIn(state, couple)).get(cleoId)!, today)).toBe("A");
    const no = folded([...both.written, [benId, answerConfirmation("declined", both.id, stamp())]]);
    expect(tierOn((await confirmedIn(no, couple)).get(cleoId)!, today)).toBe("C");
    // Ben has left since: Ana's word is enough. Nobody left: nobody's is.
    const anaAlone = factsOf([
      member(anaId, "partner"),
      member(benId, "partner", 9),
      member(cleoId, "practitioner"),
    ]);
    expect(tierOn((await confirmedIn(folded(one.written), anaAlone)).get(cleoId)!, today)).toBe("A");
    expect(isAccepted([...state.given.values()][0]!, factsOf([member(cleoId, "practitioner")]))).toBe(false);
  });

  test("[CR4] a practitioner who has left has no credentials here", async () => {
    const gone = factsOf([
      member(anaId, "partner"),
      member(benId, "partner"),
      member(cleoId, "practitioner", 9),
    ]);
    const { written } = await given();
    expect((await confirmedIn(folded(written), gone)).size).toBe(0);
    expect(openFor(folded((await given({}, [])).written), anaId, gone)).toEqual([]);
  });

  test("[CR5] a statement with a forged signature does not count, though both accepted it", async () => {
    const bytes = fromBase64url(await statementOf());
    if (!bytes.ok) throw new Error("base64url");
    const forged = base64url(
      bytes.value.map((byte, at) => (at === bytes.value.length - 1 ? byte ^ 1 : byte)),
    );
    const event = giveConfirmation(forged, stamp());
    const state = folded([
      [cleoId, event],
      [anaId, answerConfirmation("accepted", event.id, stamp())],
      [benId, answerConfirmation("accepted", event.id, stamp())],
    ]);
    expect(state.given.size).toBe(1);
    expect(tierOn((await confirmedIn(state, couple)).get(cleoId)!, today)).toBe("C");
  });

  test("[CR6] the host's key is the one of the statement that was accepted last", async () => {
    expect(hostKeyIn(credentials.empty, couple)).toBeUndefined();
    const { written } = await given();
    const event = giveConfirmation(await statementOf({}, otherHost!.identity), stamp());
    const pending = folded([...written, [cleoId, event]]);
    expect(hostKeyIn(pending, couple)).toBe(idOf(host));
    const answers = [anaId, benId].map(
      (by): Written => [by, answerConfirmation("accepted", event.id, stamp())],
    );
    expect(hostKeyIn(folded([...written, [cleoId, event], ...answers]), couple)).toBe(idOf(otherHost));
  });

  test("[CR6] only what this place's host signed is offered, before and after a no; another key is said", async () => {
    const { id, written } = await given({}, []);
    const [own, foreign] = [idOf(host), idOf(otherHost)];
    const refused = folded([...written, [anaId, answerConfirmation("declined", id, stamp())]]);
    for (const state of [folded(written), refused]) {
      const one = state.given.get(id)!;
      expect(acceptanceOf(one, { hostKey: own, known: undefined })).toBe("offered");
      expect(acceptanceOf(one, { hostKey: own, known: own })).toBe("offered");
      expect(acceptanceOf(one, { hostKey: own, known: foreign })).toBe("another key than before");
      expect(acceptanceOf(one, { hostKey: foreign, known: own })).toBe("another host");
      expect(acceptanceOf(one, { hostKey: undefined, known: own })).toBe("host out of reach");
    }
  });

  test("[CR7] after its last day it is tier C", async () => {
    const { written } = await given();
    const confirmed = (await confirmedIn(folded(written), couple)).get(cleoId)!;
    expect(tierOn(confirmed, "2026-12-31" as CalendarDate)).toBe("A");
    expect(tierOn(confirmed, "2027-01-01" as CalendarDate)).toBe("C");
    expect(confirmed.tier?.confirmation.title).toBe("Psychotherapist");
  });

  test("[CR8] of two about the same thing the later counts, and a training is another thing", async () => {
    const [first, training, lower] = [
      await given(),
      await given({ thing: "sex-therapy training", title: "Certificate" }),
      await given({ thing: "tier B" }),
    ];
    const confirmed = (
      await confirmedIn(folded([...first.written, ...training.written, ...lower.written]), couple)
    ).get(cleoId)!;
    expect(tierOn(confirmed, today)).toBe("B");
    expect(confirmed.training?.confirmation.title).toBe("Certificate");
    expect((await confirmedIn(folded(first.written), couple)).get(danId)).toEqual({
      tier: undefined,
      training: undefined,
    });
  });
});

describe("what a practitioner pastes", () => {
  const own = { me: cleoId, hostKey: idOf(host), today };

  test("is taken when it is theirs, the host's, and in force; spaces and lines in it do no harm", async () => {
    const statement = await statementOf();
    const taken = await takeConfirmation(`\n ${statement.slice(0, 40)}\n${statement.slice(40)} `, own);
    expect(taken).toMatchObject({
      ok: true,
      value: { statement, confirmation: { title: "Psychotherapist" } },
    });
  });

  test.each([
    ["NotAConfirmation", "hello", own],
    ["NotAConfirmation", "", own],
    ["NotYours", theirs, { ...own, me: danId }],
    ["AnotherHost", others, own],
    ["Ended", theirs, { ...own, today: "2027-02-01" as CalendarDate }],
  ])("%s", async (type, typed, asked) => {
    expect(await takeConfirmation(typed, asked)).toEqual({ ok: false, error: { type } });
  });

  test("NotSigned", async () => {
    const bytes = fromBase64url(await statementOf());
    if (!bytes.ok) throw new Error("base64url");
    const last = bytes.value.length - 1;
    const changed = base64url(bytes.value.map((byte, at) => (at === last ? byte ^ 1 : byte)));
    expect(await takeConfirmation(changed, own)).toEqual({ ok: false, error: { type: "NotSigned" } });
  });
});
