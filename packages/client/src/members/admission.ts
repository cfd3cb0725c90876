import {
  type Bytes,
  base64url,
  type EventId,
  fromBase64url,
  type Instant,
  type MemberId,
  type RecordedEvent,
  type RoomEvent,
  type RoomFacts,
} from "@goldseam/core";
import type { InviteAnswer } from "@goldseam/crypto/open";
import type { Approval, Sees } from "@goldseam/crypto/verify";
import type { Practice, Refusal } from "@goldseam/practices";
import { tidyName } from "./people.ts";

/** Somebody who answered an invite, as the link that lets them in names them. */
export type Newcomer = InviteAnswer & { readonly inviteKey: Bytes; readonly sees: Sees };

/** A practitioner whom one partner would let into the couple's room. */
export type Proposal = {
  readonly id: EventId;
  readonly by: MemberId;
  readonly at: Instant;
  /** What the partner who proposes calls them: nobody here has their own word for it yet. */
  readonly name: string;
  readonly newcomer: Newcomer;
  readonly state: "open" | "approved" | "declined" | "withdrawn";
  /** The other partner's yes, for one place of the room's links. */
  readonly yes: (Approval & { readonly number: number }) | undefined;
};

export type Admission = ReadonlyMap<EventId, Proposal>;

const eventTypes = [
  "practitioner.proposed",
  "practitioner.approved",
  "practitioner.declined",
  "practitioner.withdrawn",
] as const;
type AdmissionEventType = (typeof eventTypes)[number];

/** Letting a practitioner into the couple's room: the rules MB1–MB6 in README.md beside this file. */
export const admission: Practice<"admission", Admission> = {
  kind: "admission",
  rooms: ["couple"],
  types: eventTypes,
  empty: new Map(),
  refusal,
  evolve: (state, recorded, room) =>
    refusal(state, recorded, room) === null ? evolved(state, recorded) : state,
};

function refusal(state: Admission, recorded: RecordedEvent, room: RoomFacts): Refusal | null {
  const { event, by } = recorded;
  if (event.v !== 1) return { type: "NewerVersion" };
  // The record holds nothing of who was not there: whoever wrote this was a member then, whatever they are now.
  const author = room.members.find(({ memberId }) => memberId === by.memberId);
  if (author?.role !== "partner") return { type: "NotAPartner" };
  const type = event.type as AdmissionEventType;
  if (type === "practitioner.proposed") {
    if (readProposed(event) === null) return { type: "Malformed" };
    return openProposal(state, room) === undefined ? null : { type: "OneAtATime" };
  }
  const proposal = state.get(readProposalId(event) ?? ("" as EventId));
  if (proposal === undefined) return { type: "NoSuchProposal" };
  if (proposal.state === "declined" || proposal.state === "withdrawn") return { type: "AlreadyDecided" };
  if (type === "practitioner.withdrawn") return proposal.by === by.memberId ? null : { type: "NotYours" };
  if (proposal.by === by.memberId) return { type: "NotYours" };
  if (type === "practitioner.declined") return null;
  return readYes(recorded) === null ? { type: "Malformed" } : null;
}

function evolved(state: Admission, recorded: RecordedEvent): Admission {
  const { event, by, at } = recorded;
  const type = event.type as AdmissionEventType;
  if (type === "practitioner.proposed") {
    const read = readProposed(event)!;
    const proposal = { id: event.id, by: by.memberId, at, ...read, state: "open", yes: undefined } as const;
    return new Map(state).set(event.id, proposal);
  }
  const proposal = state.get(readProposalId(event)!)!;
  const decided: Proposal =
    type === "practitioner.approved"
      ? { ...proposal, state: "approved", yes: readYes(recorded)! }
      : { ...proposal, state: type === "practitioner.declined" ? "declined" : "withdrawn", yes: undefined };
  return new Map(state).set(proposal.id, decided);
}

/** The proposal that waits for a yes, or for the link that follows one. */
export const openProposal = (state: Admission, room: RoomFacts): Proposal | undefined =>
  [...state.values()].find(
    (one) => (one.state === "open" || one.state === "approved") && !hasCome(one, room),
  );

/** Whether the link that lets them in has come since. */
export const hasCome = ({ newcomer, at }: Proposal, room: RoomFacts): boolean =>
  room.members.some(({ memberId, since }) => memberId === base64url(newcomer.member.identity) && since >= at);

type Stamp = { readonly id: EventId; readonly at: Instant };

/** One partner would let this practitioner in. */
export const propose = (name: string, { member, ...newcomer }: Newcomer, { id, at }: Stamp): RoomEvent => ({
  v: 1,
  type: "practitioner.proposed",
  id,
  at,
  data: {
    name,
    identity: base64url(member.identity),
    boxKey: base64url(member.boxKey),
    inviteKey: base64url(newcomer.inviteKey),
    inviteSignature: base64url(newcomer.inviteSignature),
    identitySignature: base64url(newcomer.identitySignature),
    sees: newcomer.sees,
  },
});

/** The other partner's yes. `signature` is over `approvalMessage` for the link `number`. */
export const approve = (
  proposal: EventId,
  yes: { readonly number: number; readonly signature: Bytes },
  { id, at }: Stamp,
): RoomEvent => ({
  v: 1,
  type: "practitioner.approved",
  id,
  at,
  data: { proposal, number: yes.number, signature: base64url(yes.signature) },
});

/** No from the other partner, or the one who proposed takes it back. Neither gives a reason. */
export const endProposal = (
  how: "declined" | "withdrawn",
  proposal: EventId,
  { id, at }: Stamp,
): RoomEvent => ({ v: 1, type: `practitioner.${how}`, id, at, data: { proposal } });

type Data = Readonly<Record<string, unknown>>;
const dataOf = (event: RoomEvent): Data =>
  typeof event.data === "object" && event.data !== null ? (event.data as Data) : {};

function bytesIn(data: Data, name: string, length: number): Bytes | null {
  const text = data[name];
  const bytes = typeof text === "string" ? fromBase64url(text) : undefined;
  return bytes?.ok && bytes.value.length === length ? bytes.value : null;
}

function readProposed(event: RoomEvent): { readonly name: string; readonly newcomer: Newcomer } | null {
  const data = dataOf(event);
  const { name } = data;
  const sees = (["everything", "from today"] as const).find((known): known is Sees => known === data.sees);
  const identity = bytesIn(data, "identity", 32);
  const boxKey = bytesIn(data, "boxKey", 32);
  const inviteKey = bytesIn(data, "inviteKey", 32);
  const inviteSignature = bytesIn(data, "inviteSignature", 64);
  const identitySignature = bytesIn(data, "identitySignature", 64);
  if (typeof name !== "string" || tidyName(name) !== name || sees === undefined) return null;
  if (!identity || !boxKey || !inviteKey || !inviteSignature || !identitySignature) return null;
  const member = { role: "practitioner", identity, boxKey } as const;
  return { name, newcomer: { member, inviteKey, inviteSignature, identitySignature, sees } };
}

function readProposalId(event: RoomEvent): EventId | null {
  const { proposal } = dataOf(event);
  return typeof proposal === "string" ? (proposal as EventId) : null;
}

function readYes({ event, by }: RecordedEvent): Proposal["yes"] | null {
  const data = dataOf(event);
  const signature = bytesIn(data, "signature", 64);
  const device = fromBase64url(by.deviceId);
  const { number } = data;
  if (signature === null || !device.ok || typeof number !== "number" || !Number.isSafeInteger(number))
    return null;
  return { device: device.value, signature, number };
}
