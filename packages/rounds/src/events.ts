import {
  type Bytes,
  base64url,
  type EventId,
  fromBase64url,
  type Instant,
  type RoomEvent,
  utf8,
} from "@goldseam/core";
import { roundLimits } from "./limits.ts";
import type { RoundLine, RoundMessage, RoundReply } from "./message.ts";
import { lineToBytes, messageToBytes, replyToBytes } from "./message.ts";
import { pairingTopic, type RevealWords, wishOf } from "./reveal.ts";

type Spelled = {
  /** base64url of a message, a reply or a line: docs/formats/rounds.md. */
  readonly bytes: string;
};
export type RoundsEvent =
  | RoomEvent<"round.sent", Spelled>
  | RoomEvent<"round.replied", Spelled>
  | RoomEvent<"round.opened", Spelled>
  | RoomEvent<"reveal.committed", { readonly topic: string; readonly commitment: string }>
  | RoomEvent<"reveal.opened", { readonly topic: string; readonly wordsId: EventId }>
  | RoomEvent<"reveal.worded", { readonly topic: string; readonly nonce: string; readonly value: string }>;
export type RoundsEventType = RoundsEvent["type"];
export type RoundsEventOf<Type extends RoundsEventType> = Extract<RoundsEvent, { readonly type: Type }>;

/** The version of every event above. */
export const roundsEventVersion = 1;

const isBytes = (value: unknown, length: number): value is string => {
  const bytes = typeof value === "string" ? fromBase64url(value) : undefined;
  return bytes?.ok === true && bytes.value.length === length;
};
const isTopic = (value: unknown): value is string =>
  typeof value === "string" && (value === pairingTopic || wishOf(value) !== null);
const isValue = (value: unknown): value is string =>
  typeof value === "string" && value.isWellFormed() && utf8(value).length <= roundLimits.revealValue.value;

const isSpelled = (value: unknown): boolean => typeof value === "string" && fromBase64url(value).ok;
const shapes: Readonly<Record<RoundsEventType, Readonly<Record<string, (value: unknown) => boolean>>>> = {
  "round.sent": { bytes: isSpelled },
  "round.replied": { bytes: isSpelled },
  "round.opened": { bytes: isSpelled },
  "reveal.committed": { topic: isTopic, commitment: (value) => isBytes(value, 32) },
  "reveal.opened": { topic: isTopic, wordsId: (value) => isBytes(value, 16) },
  "reveal.worded": { topic: isTopic, nonce: (value) => isBytes(value, 32), value: isValue },
};

/** The dotted types of this package. */
export const roundsEventTypes = Object.keys(shapes) as readonly RoundsEventType[];
export const isRoundsEventType = (type: string): type is RoundsEventType => Object.hasOwn(shapes, type);

/** The first field of `data` that is not what an event of this type holds there, or null. Never throws. */
export function faultIn(type: RoundsEventType, data: unknown): string | null {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return "data";
  for (const [field, isRight] of Object.entries(shapes[type])) {
    if (!Object.hasOwn(data, field) || !isRight((data as Record<string, unknown>)[field])) return field;
  }
  return null;
}

/** The bytes that a checked field spells. */
export function spelled(text: string): Bytes {
  const bytes = fromBase64url(text);
  if (!bytes.ok) throw new Error("a field that was not checked was read");
  return bytes.value;
}

type Stamp = { readonly id: EventId; readonly at: Instant };
const draft =
  <Type extends RoundsEventType>(type: Type, data: RoundsEventOf<Type>["data"]) =>
  ({ id, at }: Stamp): RoundsEventOf<Type> =>
    ({ v: roundsEventVersion, type, id, at, data }) as RoundsEventOf<Type>;

/** The event of a message; its sealed size is that of every message of its kind. */
export const sentEvent = (message: RoundMessage, stamp: Stamp): RoundsEventOf<"round.sent"> =>
  draft("round.sent", { bytes: base64url(messageToBytes(message)) })(stamp);
export const repliedEvent = (reply: RoundReply, stamp: Stamp): RoundsEventOf<"round.replied"> =>
  draft("round.replied", { bytes: base64url(replyToBytes(reply)) })(stamp);
export const openedEvent = (line: RoundLine, stamp: Stamp): RoundsEventOf<"round.opened"> =>
  draft("round.opened", { bytes: base64url(lineToBytes(line)) })(stamp);
export const committedEvent = (
  topic: string,
  commitment: Bytes,
  stamp: Stamp,
): RoundsEventOf<"reveal.committed"> =>
  draft("reveal.committed", { topic, commitment: base64url(commitment) })(stamp);
/** The two events that open a commitment, to be appended together: the fact, and the words that can be erased. */
export const revealEvents = (
  topic: string,
  { nonce, value }: RevealWords,
  stamp: Stamp & { readonly wordsId: EventId },
): readonly [RoundsEventOf<"reveal.opened">, RoundsEventOf<"reveal.worded">] => [
  draft("reveal.opened", { topic, wordsId: stamp.wordsId })(stamp),
  draft("reveal.worded", { topic, nonce: base64url(nonce), value })({ id: stamp.wordsId, at: stamp.at }),
];
