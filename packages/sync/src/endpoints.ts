/**
 * Every JSON request of the wire and its answer, once, for both sides.
 *
 * A schema reads what the other side's `encodeJson` wrote; unknown fields are refused in requests, where they
 * would be a mistake, and dropped from answers, so that a server may say more to newer devices.
 *
 * - Source: docs/formats/wire.md.
 */
import { err, ok, type Result } from "@goldseam/core";
import * as v from "valibot";
import type { Malformed } from "./errors.ts";
import { bytesBetween, bytesOf, count, instant } from "./json.ts";
import { limits } from "./limits.ts";

export const slotKinds = ["password", "kit"] as const;
export type SlotKind = (typeof slotKinds)[number];
export const inviteStates = ["open", "answered", "used", "cancelled", "expired"] as const;
export type InviteState = (typeof inviteStates)[number];

/** A link of the account log; one that an own device acted in is longer. */
export const accountLogLinkBytes = { min: 190, max: 270 } as const;
/** One message of a meeting, sealed: the longest hands the account over. */
export const meetingMessageBytesMax = 1_024;
/** `role | identity | box key | signature by the invite key | signature by the identity key`. */
export const inviteAnswerBytes = 193;

/** Printable letters of ASCII with one `@`: nothing in it can end a line or begin another address. */
export const mailAddressPattern = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/;

const nothing = v.strictObject({});
const slotKind = v.picklist(slotKinds);
const link = bytesBetween(accountLogLinkBytes.min, accountLogLinkBytes.max);
const wrapped = bytesBetween(limits.wrappedBytesMin, limits.wrappedBytesMax);
const preview = bytesBetween(0, limits.previewBytesMax);
const slot = v.strictObject({ kind: slotKind, locator: bytesOf(16), login: bytesOf(32), wrapped });
const challengeSigned = { challenge: bytesOf(32), signature: bytesOf(64) };
const mailAddress = v.pipe(v.string(), v.maxLength(limits.mailAddressMax), v.regex(mailAddressPattern));
const wakeUps = v.pipe(v.array(instant), v.maxLength(limits.wakeUpsMax));
const sessionAnswer = v.object({ expires: instant });

export type Slot = v.InferOutput<typeof slot>;

export const endpoints = {
  challenge: {
    path: "/api/challenge",
    request: nothing,
    answer: v.object({ challenge: bytesOf(32) }),
  },
  host: {
    path: "/api/host",
    request: nothing,
    answer: v.object({ key: v.optional(bytesOf(32)) }),
  },
  accounts: {
    path: "/api/accounts",
    request: v.strictObject({
      identity: bytesOf(32),
      link,
      slots: v.pipe(v.array(slot), v.minLength(1), v.maxLength(slotKinds.length)),
      ...challengeSigned,
    }),
    answer: sessionAnswer,
  },
  devices: {
    path: "/api/devices",
    request: v.strictObject({ link, ...challengeSigned }),
    answer: sessionAnswer,
  },
  endDevice: {
    path: "/api/devices/end",
    request: v.strictObject({ link }),
    answer: v.object({}),
  },
  sessions: {
    path: "/api/sessions",
    request: v.strictObject({ device: bytesOf(16), ...challengeSigned }),
    answer: sessionAnswer,
  },
  endSession: {
    path: "/api/sessions/end",
    request: nothing,
    answer: v.object({}),
  },
  openSlot: {
    path: "/api/slots/open",
    request: v.strictObject({ kind: slotKind, locator: bytesOf(16), login: bytesOf(32) }),
    answer: v.object({ wrapped, identity: bytesOf(32), log: v.array(link), times: v.array(instant) }),
  },
  putSlot: {
    path: "/api/slots/put",
    request: v.strictObject({ slot }),
    answer: v.object({}),
  },
  pullAccountLog: {
    path: "/api/account-log/pull",
    request: v.strictObject({ after: count }),
    answer: v.object({ links: v.array(link), times: v.array(instant) }),
  },
  openMeeting: {
    path: "/api/meetings/open",
    request: v.strictObject({ meeting: bytesOf(16) }),
    answer: v.object({ expires: instant }),
  },
  putInMeeting: {
    path: "/api/meetings/put",
    request: v.strictObject({
      meeting: bytesOf(16),
      place: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4)),
      message: bytesBetween(1, meetingMessageBytesMax),
    }),
    answer: v.object({}),
  },
  lookInMeeting: {
    path: "/api/meetings/look",
    request: v.strictObject({ meeting: bytesOf(16) }),
    answer: v.object({ messages: v.array(bytesBetween(1, meetingMessageBytesMax)), expires: instant }),
  },
  endMeeting: {
    path: "/api/meetings/end",
    request: nothing,
    answer: v.object({}),
  },
  lookAtReminders: {
    path: "/api/reminders/look",
    request: nothing,
    answer: v.object({
      pushKey: bytesOf(65),
      isPushed: v.boolean(),
      offersMail: v.boolean(),
      address: v.optional(v.string()),
    }),
  },
  putPush: {
    path: "/api/reminders/push/put",
    request: v.strictObject({
      endpoint: v.pipe(v.string(), v.maxLength(limits.pushEndpointMax)),
      p256dh: bytesOf(65),
      auth: bytesOf(16),
    }),
    answer: v.object({}),
  },
  removePush: {
    path: "/api/reminders/push/remove",
    request: nothing,
    answer: v.object({}),
  },
  askMail: {
    path: "/api/reminders/mail/ask",
    request: v.strictObject({ address: mailAddress }),
    answer: v.object({}),
  },
  confirmMail: {
    path: "/api/reminders/mail/confirm",
    request: v.strictObject({ number: v.pipe(v.string(), v.regex(/^\d{6}$/)) }),
    answer: v.object({}),
  },
  removeMail: {
    path: "/api/reminders/mail/remove",
    request: nothing,
    answer: v.object({}),
  },
  planReminders: {
    path: "/api/reminders/plan",
    request: v.strictObject({ push: wakeUps, mail: wakeUps }),
    answer: v.object({}),
  },
  deleteAccount: {
    path: "/api/accounts/delete",
    request: nothing,
    answer: v.object({}),
  },
  myRooms: {
    path: "/api/rooms/mine",
    request: nothing,
    answer: v.object({ rooms: v.array(v.object({ room: bytesOf(32), n: count, head: bytesOf(32) })) }),
  },
  makeInvite: {
    path: "/api/invites/make",
    request: v.strictObject({
      invite: bytesOf(16),
      room: bytesOf(32),
      lifeMs: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limits.inviteLifeMaxMs)),
      preview,
    }),
    answer: v.object({ expires: instant }),
  },
  lookAtInvite: {
    path: "/api/invites/look",
    request: v.strictObject({ invite: bytesOf(16) }),
    answer: v.object({ state: v.picklist(inviteStates), expires: instant, preview }),
  },
  answerInvite: {
    path: "/api/invites/answer",
    request: v.strictObject({ invite: bytesOf(16), answer: bytesOf(inviteAnswerBytes) }),
    answer: v.object({}),
  },
  myInvites: {
    path: "/api/invites/mine",
    request: v.strictObject({ room: bytesOf(32) }),
    answer: v.object({
      invites: v.array(
        v.object({
          invite: bytesOf(16),
          state: v.picklist(inviteStates),
          expires: instant,
          answer: v.optional(bytesOf(inviteAnswerBytes)),
          preview,
        }),
      ),
    }),
  },
  cancelInvite: {
    path: "/api/invites/cancel",
    request: v.strictObject({ invite: bytesOf(16) }),
    answer: v.object({}),
  },
} as const;

export type EndpointName = keyof typeof endpoints;
export type RequestOf<Name extends EndpointName> = v.InferOutput<(typeof endpoints)[Name]["request"]>;
export type AnswerOf<Name extends EndpointName> = v.InferOutput<(typeof endpoints)[Name]["answer"]>;

/** The addresses that carry bytes, and those that are no requests at all. */
export const paths = {
  append: "/api/append",
  pull: "/api/pull",
  live: "/api/live",
  health: "/health",
} as const;

/** What an append is answered with: the place of each item, in the order in which they were sent. */
export const appendAnswerSchema = v.object({ items: v.array(v.object({ n: count, t: instant })) });
export type AppendAnswer = v.InferOutput<typeof appendAnswerSchema>;

/** A request read by its schema. `at` names the first field that is wrong, never its value. */
export const parseRequest = <Name extends EndpointName>(
  name: Name,
  value: unknown,
): Result<RequestOf<Name>, Malformed> =>
  parseWith(endpoints[name].request, value) as Result<RequestOf<Name>, Malformed>;

/** An answer read by its schema: a server that answers otherwise is not this version's. */
export const parseAnswer = <Name extends EndpointName>(
  name: Name,
  value: unknown,
): Result<AnswerOf<Name>, Malformed> =>
  parseWith(endpoints[name].answer, value) as Result<AnswerOf<Name>, Malformed>;

function parseWith(schema: v.GenericSchema, value: unknown): Result<unknown, Malformed> {
  const parsed = v.safeParse(schema, value, { abortEarly: true, abortPipeEarly: true });
  if (parsed.success) return ok(parsed.output);
  return err({ type: "Malformed", at: fieldOf(parsed.issues[0]) });
}

/** The dotted place of an issue. A name that the document does not hold is the sender's text: left out. */
function fieldOf(issue: v.BaseIssue<unknown>): string {
  const named = issue.path?.filter((part) => part.type === "array" || part.type === "object") ?? [];
  const field = issue.expected === "never" ? named.slice(0, -1) : named;
  return (
    field
      .map((part) => String(part.key))
      .join(".")
      .slice(0, 64) || "body"
  );
}
