import { equalBytes, type MemberId, type RecordedEvent, type RoomFacts } from "@goldseam/core";
import {
  faultIn,
  isRoundsEventType,
  type RoundsEvent,
  type RoundsEventOf,
  roundsEventTypes,
  roundsEventVersion,
  spelled,
} from "./events.ts";
import {
  lineSays,
  type Malformed,
  messageHash,
  type PointsFault,
  parseLine,
  parseMessage,
  parseReply,
  pointsFault,
  type RoundReply,
} from "./message.ts";
import { commitmentOf, pacingSeedOf, pairingTopic, wishOf } from "./reveal.ts";
import { indexOf, type RoundRef, refKey, windowOf } from "./round-ref.ts";
import {
  bothLines,
  deadlineOf,
  emptyRounds,
  lineDeadlineOf,
  pairOf,
  type RevealInRecord,
  type RoundInRecord,
  type RoundsState,
  windowSourceOf,
} from "./state.ts";
import { windowStart } from "./windows.ts";

/** Why an item of a round or of a showing changes nothing. */
export type RoundsRefusal =
  | { readonly type: "NewerVersion"; readonly v: number }
  | Malformed
  | PointsFault
  | { readonly type: "NotACoupleRoom" }
  | { readonly type: "NotAPartner" }
  | { readonly type: "NotPaired" }
  | { readonly type: "WindowNotBegun" }
  | { readonly type: "RoundLapsed" }
  | { readonly type: "AlreadySent" }
  | { readonly type: "Superseded" }
  | { readonly type: "OtherMessages" }
  | { readonly type: "NotBothWished" }
  | { readonly type: "NotBothCommitted" }
  | { readonly type: "WordsNotAwaited" }
  | { readonly type: "DoesNotFit" };

/** The fold of rounds and showings, as the shared code sees it. */
export const rounds = {
  kind: "rounds",
  rooms: ["couple"],
  types: roundsEventTypes,
  empty: emptyRounds,
  refusal,
  evolve,
} as const;

/** Why this event may not happen, by the rules of README.md, or null. Never throws, whatever `data` holds. */
export function refusal(state: RoundsState, recorded: RecordedEvent, room: RoomFacts): RoundsRefusal | null {
  const { v, type, data } = recorded.event;
  if (v > roundsEventVersion) return { type: "NewerVersion", v };
  if (!isRoundsEventType(type)) return { type: "Malformed", field: "type" };
  const fault = faultIn(type, data);
  if (fault !== null) return { type: "Malformed", field: fault };
  if (room.kind !== "couple") return { type: "NotACoupleRoom" };
  if (!pairOf(room)?.includes(recorded.by.memberId)) return { type: "NotAPartner" };
  const event = recorded.event as RoundsEvent;
  switch (event.type) {
    case "round.sent":
      return messageRefusal(state, event, recorded, room);
    case "round.replied":
      return replyRefusal(state, event, recorded, room);
    case "round.opened":
      return lineRefusal(state, event, recorded, room);
    default:
      return revealRefusal(state, event, recorded.by.memberId, room);
  }
}

function messageRefusal(
  state: RoundsState,
  { data }: RoundsEventOf<"round.sent">,
  recorded: RecordedEvent,
  room: RoomFacts,
): RoundsRefusal | null {
  const parsed = parseMessage(spelled(data.bytes));
  if (!parsed.ok) return parsed.error;
  const { ref, points } = parsed.value;
  const { memberId } = recorded.by;
  const early = timeRefusal(state, ref, recorded, room, deadlineOf);
  if (early !== null) return early;
  const round = state.rounds.get(refKey(ref));
  if (round?.messages.has(memberId)) return { type: "AlreadySent" };
  if (ref.kind !== "daily" && indexOf(ref) < lastIndexOf(state, ref)) return { type: "Superseded" };
  const others = [...(round?.messages.values() ?? [])].flatMap(({ message }) => message.points);
  return pointsFault(ref, points, others);
}

/** The highest index of a round with a message in the window of `ref`: of quick rounds, or of starts of the same run. */
function lastIndexOf(state: RoundsState, ref: RoundRef): number {
  const run = ref.kind === "start" ? ref.run : null;
  let last = 0;
  for (const { ref: each, messages } of state.rounds.values()) {
    const isOfSeries =
      each.kind === ref.kind &&
      windowOf(each) === windowOf(ref) &&
      (each.kind === "start" ? each.run : null) === run;
    if (isOfSeries && messages.size > 0) last = Math.max(last, indexOf(each));
  }
  return last;
}

function replyRefusal(
  state: RoundsState,
  { data }: RoundsEventOf<"round.replied">,
  recorded: RecordedEvent,
  room: RoomFacts,
): RoundsRefusal | null {
  const parsed = parseReply(spelled(data.bytes));
  if (!parsed.ok) return parsed.error;
  const { ref, points } = parsed.value;
  const { memberId } = recorded.by;
  const early = timeRefusal(state, ref, recorded, room, deadlineOf);
  if (early !== null) return early;
  const round = state.rounds.get(refKey(ref));
  if (round?.replies.has(memberId)) return { type: "AlreadySent" };
  // Messages are erased after a while and the rest must fold alike, so only what is there is compared.
  if (round !== undefined && !namesMessagesOf(round, parsed.value, memberId))
    return { type: "OtherMessages" };
  const sent = [...(round?.messages.values() ?? [])].flatMap(({ message }) => message.points);
  const replied = [...(round?.replies.values() ?? [])].flatMap(({ reply }) => reply.points);
  return pointsFault(ref, points, sent, replied);
}

function namesMessagesOf(round: RoundInRecord, reply: RoundReply, author: MemberId): boolean {
  return [...round.messages.values()].every(({ by, hash }) => {
    const named = by.memberId === author ? reply.ownMessage : reply.theirMessage;
    return equalBytes(named, hash);
  });
}

function lineRefusal(
  state: RoundsState,
  { data }: RoundsEventOf<"round.opened">,
  recorded: RecordedEvent,
  room: RoomFacts,
): RoundsRefusal | null {
  const parsed = parseLine(spelled(data.bytes));
  if (!parsed.ok) return parsed.error;
  const { ref } = parsed.value;
  const early = timeRefusal(state, ref, recorded, room, lineDeadlineOf);
  if (early !== null) return early;
  const isSecond = state.rounds.get(refKey(ref))?.lines.has(recorded.by.memberId);
  return isSecond ? { type: "AlreadySent" } : null;
}

function timeRefusal(
  state: RoundsState,
  ref: RoundRef,
  { at }: RecordedEvent,
  room: RoomFacts,
  endOf: typeof deadlineOf,
): RoundsRefusal | null {
  const source = windowSourceOf(state, room);
  if (source === null) return { type: "NotPaired" };
  if (at < windowStart(windowOf(ref), source)) return { type: "WindowNotBegun" };
  return at < endOf(ref, source) ? null : { type: "RoundLapsed" };
}

type RevealEvent = RoundsEventOf<"reveal.committed" | "reveal.opened" | "reveal.worded">;

function revealRefusal(
  state: RoundsState,
  event: RevealEvent,
  author: MemberId,
  room: RoomFacts,
): RoundsRefusal | null {
  const { topic } = event.data;
  const reveal = state.reveals.get(topic);
  switch (event.type) {
    case "reveal.committed":
      if (reveal?.commitments.has(author)) return { type: "AlreadySent" };
      return isWished(state, topic, room) ? null : { type: "NotBothWished" };
    case "reveal.opened":
      if (reveal?.commitments.size !== 2) return { type: "NotBothCommitted" };
      return reveal.openings.has(author) ? { type: "AlreadySent" } : null;
    case "reveal.worded": {
      const isAwaited = reveal?.openings.get(author)?.wordsId === event.id && !reveal.words.has(author);
      if (!isAwaited) return { type: "WordsNotAwaited" };
      const { value } = event.data;
      const nonce = spelled(event.data.nonce);
      const commitment = commitmentOf({ roomId: room.roomId, topic, memberId: author }, { nonce, value });
      const fits = equalBytes(commitment, reveal.commitments.get(author)!.commitment);
      if (!fits) return { type: "DoesNotFit" };
      return topic === pairingTopic && !/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/.test(value)
        ? { type: "Malformed", field: "value" }
        : null;
    }
  }
}

/** Whether both said yes to showing it. Pairing needs no wish. */
function isWished(state: RoundsState, topic: string, room: RoomFacts): boolean {
  if (topic === pairingTopic) return true;
  const wish = wishOf(topic);
  if (wish === null) return false;
  const round = state.rounds.get(refKey({ kind: wish.kind, number: wish.number }));
  return bothLines(round, room)?.every(({ line }) => lineSays(line, wish.slot)) ?? false;
}

/** Applies one recorded event. One that the rules refuse stays in the record and changes nothing. Never throws. */
export function evolve(state: RoundsState, recorded: RecordedEvent, room: RoomFacts): RoundsState {
  if (refusal(state, recorded, room) !== null) return state;
  const event = recorded.event as RoundsEvent;
  switch (event.type) {
    case "round.sent":
    case "round.replied":
    case "round.opened":
      return withRound(state, event, recorded, room);
    default:
      return withReveal(state, event, recorded, room);
  }
}

function withRound(
  state: RoundsState,
  event: RoundsEventOf<"round.sent" | "round.replied" | "round.opened">,
  { by, at, entryHash }: RecordedEvent,
  room: RoomFacts,
): RoundsState {
  const bytes = spelled(event.data.bytes);
  const change = (ref: RoundRef, with_: (before: RoundInRecord) => RoundInRecord): RoundsState => {
    const key = refKey(ref);
    const empty = { ref, messages: new Map(), replies: new Map(), lines: new Map() };
    return { ...state, rounds: new Map(state.rounds).set(key, with_(state.rounds.get(key) ?? empty)) };
  };
  switch (event.type) {
    case "round.sent": {
      const message = checked(parseMessage(bytes));
      const sent = { by, at, entryHash, message, hash: messageHash(room.roomId, by, bytes) };
      return change(message.ref, (round) => ({
        ...round,
        messages: new Map(round.messages).set(by.memberId, sent),
      }));
    }
    case "round.replied": {
      const reply = checked(parseReply(bytes));
      const replied = { at, entryHash, reply };
      return change(reply.ref, (round) => ({
        ...round,
        replies: new Map(round.replies).set(by.memberId, replied),
      }));
    }
    case "round.opened": {
      const line = checked(parseLine(bytes));
      return change(line.ref, (round) => ({
        ...round,
        lines: new Map(round.lines).set(by.memberId, { at, line }),
      }));
    }
  }
}

function withReveal(
  state: RoundsState,
  event: RevealEvent,
  { by: { memberId }, at }: RecordedEvent,
  room: RoomFacts,
): RoundsState {
  const { topic } = event.data;
  const before: RevealInRecord = state.reveals.get(topic) ?? {
    topic,
    commitments: new Map(),
    openings: new Map(),
    words: new Map(),
  };
  const after = changedReveal(before, event, memberId, at);
  const reveals = new Map(state.reveals).set(topic, after);
  const values = (pairOf(room) ?? []).map((partner) => after.words.get(partner)?.value);
  const [first, second] = values;
  if (topic !== pairingTopic || first === undefined || second === undefined) return { ...state, reveals };
  return { ...state, reveals, paired: { pacingSeed: pacingSeedOf(spelled(first), spelled(second)), at } };
}

function changedReveal(
  before: RevealInRecord,
  event: RevealEvent,
  memberId: MemberId,
  at: RecordedEvent["at"],
): RevealInRecord {
  switch (event.type) {
    case "reveal.committed": {
      const commitment = spelled(event.data.commitment);
      return { ...before, commitments: new Map(before.commitments).set(memberId, { at, commitment }) };
    }
    case "reveal.opened": {
      const { wordsId } = event.data;
      return { ...before, openings: new Map(before.openings).set(memberId, { at, wordsId }) };
    }
    case "reveal.worded": {
      const { nonce, value } = event.data;
      return { ...before, words: new Map(before.words).set(memberId, { nonce: spelled(nonce), value }) };
    }
  }
}

function checked<T>(parsed: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!parsed.ok) throw new Error("an event that the rules let pass was read");
  return parsed.value;
}
