import {
  base64url,
  type DeviceId,
  type EntryHash,
  type EventId,
  type Instant,
  type MemberId,
  type RecordedEvent,
  type RoomEvent,
  type RoomFacts,
  type RoomId,
  utf8,
  type ZoneId,
} from "@goldseam/core";
import { importEpochKey } from "@goldseam/crypto/open";
import { hash } from "@goldseam/crypto/verify";
import {
  commitmentOf,
  committedEvent,
  openedEvent,
  pairingTopic,
  pairingWordsOf,
  type RoundLine,
  type RoundMessage,
  type RoundRef,
  type RoundReply,
  type RoundsRefusal,
  type RoundsState,
  repliedEvent,
  revealEvents,
  rounds,
  sentEvent,
  slotsOf,
} from "../src/index.ts";
import { bitsOf } from "../src/message.ts";
import {
  makeMessage,
  type Round,
  type RoundSecret,
  roundSecretOf,
  type SentMessage,
} from "../src/points/index.ts";

/** People, a room and rounds for the tests. Nobody here is real. */
export const bytesOf = (name: string, length = 32) => hash(utf8(name)).slice(0, length);
export const idOf = (name: string): EventId => base64url(bytesOf(name, 16)) as EventId;
const person = (name: string) => ({
  memberId: base64url(bytesOf(name)) as MemberId,
  deviceId: base64url(bytesOf(`${name}'s phone`, 16)) as DeviceId,
});
export const ana = person("ana");
export const ben = person("ben");
/** The practitioner. */
export const kim = person("kim");
export const berlin = "Europe/Berlin" as ZoneId;

export const at = (date: string, time: string, zone: string = berlin): Instant =>
  Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone).epochMilliseconds as Instant;

export const room: RoomFacts = {
  roomId: base64url(bytesOf("room")) as RoomId,
  kind: "couple",
  zone: berlin,
  members: [
    { memberId: ana.memberId, role: "partner", since: at("2026-03-01", "10:00") },
    { memberId: ben.memberId, role: "partner", since: at("2026-03-01", "11:00") },
    { memberId: kim.memberId, role: "practitioner", since: at("2026-03-01", "12:00") },
  ],
};

let count = 0;
/** One event as it stands in the record. */
export function recorded(by: typeof ana, when: Instant, event: RoomEvent): RecordedEvent {
  count += 1;
  const entryHash = base64url(bytesOf(`entry ${count}`)) as EntryHash;
  return { event, by, at: when, received: when, n: count, entryHash };
}
function stamp(when: Instant) {
  count += 1;
  return { id: idOf(`event ${count}`), at: when };
}
export const sent = (by: typeof ana, when: Instant, message: RoundMessage) =>
  recorded(by, when, sentEvent(message, stamp(when)));
export const replied = (by: typeof ana, when: Instant, reply: RoundReply) =>
  recorded(by, when, repliedEvent(reply, stamp(when)));
export const opened = (by: typeof ana, when: Instant, line: RoundLine) =>
  recorded(by, when, openedEvent(line, stamp(when)));
/** The line of a round that says yes for these slots. */
export const lineOf = (ref: RoundRef, ...yes: readonly number[]): RoundLine => ({
  ref,
  bits: bitsOf(slotsOf(ref).map((slot) => yes.includes(slot))),
});
/** Both lines of a round, alike. */
export const bothOpened = (ref: RoundRef, when: Instant, ...yes: readonly number[]) => [
  opened(ana, when, lineOf(ref, ...yes)),
  opened(ben, when, lineOf(ref, ...yes)),
];

export const fold = (events: readonly RecordedEvent[], before: RoundsState = rounds.empty, facts = room) =>
  events.reduce((state, event) => rounds.evolve(state, event, facts), before);

/** What the rules say to `event` after `events`; checks that a refused one changes nothing. */
export function refused(state: RoundsState, event: RecordedEvent, facts = room): RoundsRefusal | null {
  const refusal = rounds.refusal(state, event, facts);
  const after = rounds.evolve(state, event, facts);
  if ((refusal === null) === (after === state)) throw new Error("refusal and evolve disagree");
  return refusal;
}

const doorstep = (name: string) => importEpochKey(1, bytesOf(`${name}'s doorstep`));
export const doorsteps = { ana: await doorstep("ana"), ben: await doorstep("ben") };

/** The draw of pairing, at 12:00 on 1 March 2026. */
export const pairedAt = at("2026-03-01", "12:00");
export async function pairing(): Promise<RecordedEvent[]> {
  const people = await Promise.all(
    (
      [
        ["ana", ana],
        ["ben", ben],
      ] as const
    ).map(async ([name, by]) => {
      const where = { roomId: room.roomId, topic: pairingTopic, memberId: by.memberId };
      return { by, where, words: await pairingWordsOf(doorsteps[name], where) };
    }),
  );
  return [
    ...people.map(({ by, where, words }) =>
      recorded(by, pairedAt, committedEvent(pairingTopic, commitmentOf(where, words), stamp(pairedAt))),
    ),
    ...people.flatMap(({ by, words }) =>
      revealEvents(pairingTopic, words, { ...stamp(pairedAt), wordsId: idOf(`words of ${by.memberId}`) }).map(
        (event) => recorded(by, pairedAt, event),
      ),
    ),
  ];
}
export const pairingEvents = await pairing();
export const paired = fold(pairingEvents);
export const source = { zone: berlin, pacingSeed: paired.paired!.pacingSeed };

/** A message that the rules let pass; its points are any 32 bytes, since folds have no curve. */
export const anyMessage = (ref: RoundRef, name: string): RoundMessage => ({
  ref,
  epoch: 1,
  salt: bytesOf(`salt ${name}`, 16),
  points: slotsOf(ref).map((slot) => bytesOf(`${name} ${slot}`)),
});

export const saltOf = (name: string) => bytesOf(`salt of ${name}`, 16);
export const roundOf = (ref: RoundRef): Round => ({ roomId: room.roomId, ref, about: () => ({}) });
export const secretOf = (name: "ana" | "ben", ref: RoundRef, salt = saltOf(name)): Promise<RoundSecret> =>
  roundSecretOf(doorsteps[name], {
    roomId: room.roomId,
    ref,
    deviceId: (name === "ana" ? ana : ben).deviceId,
    salt,
  });
/** One person's honest message, with the secret behind it. */
export async function messageOf(
  name: "ana" | "ben",
  ref: RoundRef,
  yes: readonly number[],
  salt = saltOf(name),
) {
  const secret = await secretOf(name, ref, salt);
  const message = makeMessage(new Set(yes), { secret, epoch: 1, salt }, roundOf(ref));
  const own: SentMessage = { by: name === "ana" ? ana : ben, message };
  return { secret, sent: own };
}
