import { hourMs, type Instant } from "@goldseam/core";
import {
  dailyRound,
  messageHash,
  messageToBytes,
  opennessOf,
  type RoundMessage,
  type RoundRef,
  type RoundReply,
  refKey,
  slotsOf,
  windowAt,
  windowStart,
} from "../src/index.ts";
import { ana, anyMessage, at, ben, bytesOf, fold, paired, replied, room, sent, source } from "./scene.ts";

export const window = windowAt(at("2026-03-10", "12:00"), source);
export const noonOf = (which: number): Instant => (windowStart(which, source) + 6 * hourMs) as Instant;
export const noon = noonOf(window);
export const daily = dailyRound(window);
export const contact = 53;
export const topic = 17;
export const rung = 27;

export const replyTo = (
  own: RoundMessage,
  theirs: RoundMessage,
  by: typeof ana,
  from: typeof ana,
): RoundReply => ({
  ref: own.ref,
  ownMessage: messageHash(room.roomId, by, messageToBytes(own)),
  theirMessage: messageHash(room.roomId, from, messageToBytes(theirs)),
  points: slotsOf(own.ref).map((slot) => bytesOf(`reply of ${by.memberId} ${slot}`)),
});
/** Both messages and both replies of a round. */
export function exchanged(ref: RoundRef, when: Instant) {
  const [a, b] = [anyMessage(ref, `ana ${refKey(ref)}`), anyMessage(ref, `ben ${refKey(ref)}`)];
  return [
    sent(ana, when, a),
    sent(ben, when, b),
    replied(ana, when, replyTo(a, b, ana, ben)),
    replied(ben, when, replyTo(b, a, ben, ana)),
  ];
}
export const reads = (events: Parameters<typeof fold>[0], slot: number, when: Instant) =>
  opennessOf(fold(events, paired), slot, room, when).reads;
