/** Rounds and showings without the curve: bytes, windows, the fold, masks. Points: "@goldseam/rounds/points". */
export { draw } from "./draw.ts";
export {
  committedEvent,
  openedEvent,
  type RoundsEvent,
  type RoundsEventOf,
  type RoundsEventType,
  repliedEvent,
  revealEvents,
  roundsEventTypes,
  roundsEventVersion,
  sentEvent,
} from "./events.ts";
export { type RoundLimit, roundLimits } from "./limits.ts";
export { allowedIn, type Mask, maskLength, maskToBytes, parseMask, type Switches } from "./mask.ts";
export {
  lineSays,
  lineToBytes,
  type Malformed,
  type MessageAuthor,
  messageHash,
  messageToBytes,
  type PointsFault,
  parseLine,
  parseMessage,
  parseReply,
  type RoundLine,
  type RoundMessage,
  type RoundReply,
  replyToBytes,
} from "./message.ts";
export { disagreements, type Openness, opennessOf, type RoundReads, roundReads } from "./openings.ts";
export { nextQuickRound, nextStart, type Owed, owedBy, redactionsDue } from "./owed.ts";
export {
  commitmentOf,
  pacingSeedOf,
  pairingTopic,
  pairingWordsOf,
  type RevealWords,
  wishTopic,
} from "./reveal.ts";
export {
  dailyRound,
  indexOf,
  parseRef,
  quickRound,
  type RoundKind,
  type RoundRef,
  refKey,
  refToBytes,
  slotsOf,
  startRound,
  windowOf,
} from "./round-ref.ts";
export { type RoundsRefusal, rounds } from "./rounds.ts";
export { nextShowingStep, type Part, type Showing, type ShowingStep, showingOf } from "./showing.ts";
export * from "./slots.ts";
export { deadlineOf, type RevealInRecord, type RoundInRecord, type RoundsState } from "./state.ts";
export { firstWindowStart, type WindowSource, windowAt, windowEnd, windowStart } from "./windows.ts";
