import type { Bytes } from "@goldseam/core";
import { ristretto255 } from "@noble/curves/ed25519.js";
import fc from "fast-check";
import {
  lineSays,
  quickRound,
  quickSlots,
  type RoundLine,
  type RoundReply,
  startRound,
} from "../src/index.ts";
import { makeReply, type RoundSecret, readRound, type SentMessage } from "../src/points/index.ts";
import { idOf, roundOf } from "./scene.ts";

export type Player = { readonly secret: RoundSecret; readonly sent: SentMessage };
export const quick = quickRound(20_522, 1);
export const start = startRound(20_522, 1, idOf("a run"), 17);

export function replyOf(own: Player, theirs: SentMessage): RoundReply {
  const reply = makeReply(own.sent, theirs, own, roundOf(own.sent.message.ref));
  if (!reply.ok) throw new Error(`void: ${reply.error.type}`);
  return reply.value;
}
export const reading = (own: Player, ownReply: RoundReply, theirs: SentMessage, theirReply: RoundReply) =>
  readRound({ own: own.sent, ownReply, theirs, theirReply }, own, roundOf(own.sent.message.ref));

/** A whole round of two honest clients. */
export function played(one: Player, two: Player) {
  const replies = [replyOf(one, two.sent), replyOf(two, one.sent)] as const;
  const lines = [
    reading(one, replies[0], two.sent, replies[1]),
    reading(two, replies[1], one.sent, replies[0]),
  ].map((line) => {
    if (!line.ok) throw new Error(`void: ${line.error.type}`);
    return line.value;
  });
  return { replies, lines: lines as [RoundLine, RoundLine] };
}
export const saidIn = (line: RoundLine) => quickSlots.filter((slot) => lineSays(line, slot));
export const points = (sent: SentMessage) => sent.message.points;
export const withPoints = (player: Player, change: (point: Bytes, index: number) => Bytes): Player => ({
  ...player,
  sent: {
    ...player.sent,
    message: { ...player.sent.message, points: points(player.sent).map(change) },
  },
});
export const times = (point: Bytes, scalar: bigint): Bytes =>
  ristretto255.Point.fromBytes(point).multiply(scalar).toBytes() as Bytes;
export const choices = fc.subarray([...quickSlots]);
