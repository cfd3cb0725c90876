import {
  base64url,
  type CalendarDate,
  type EventId,
  fromBase64url,
  type Instant,
  type MemberId,
  partners,
  presentMembers,
  type RecordedEvent,
  type RoomEvent,
  type RoomFacts,
} from "@goldseam/core";
import { type Confirmation, readConfirmation } from "@goldseam/crypto/confirmation";
import type { Practice, Refusal } from "@goldseam/practices";
import { credentialTypes } from "./types.ts";

/** What somebody who helps couples may call their own work. A claim: a host confirms it, or nobody does. */
export const professions = [
  "couple therapist",
  "psychotherapist",
  "psychologist",
  "sex therapist",
  "counsellor",
  "coach",
  "social worker",
  "faith guide",
  "peer",
] as const;
export type Profession = (typeof professions)[number];

/** A host's statement, as the practitioner whom it is about put it into this room. */
export type Given = {
  readonly id: EventId;
  readonly by: MemberId;
  readonly at: Instant;
  readonly confirmation: Confirmation;
  /** The bytes themselves, base64url: to be given elsewhere too. */
  readonly statement: string;
  /** Each partner's latest word on it. */
  readonly words: ReadonlyMap<MemberId, "accepted" | "declined">;
};

export type Credentials = {
  readonly professions: ReadonlyMap<MemberId, Profession>;
  /** In the order in which they were given. */
  readonly given: ReadonlyMap<EventId, Given>;
};

/**
 * What practitioners say of themselves, and what a host says of them: the rules CR1–CR4 in README.md beside this file.
 *
 * It judges no signature, which takes time that a fold does not have: see `confirmedIn`.
 */
export const credentials: Practice<"credentials", Credentials> = {
  kind: "credentials",
  rooms: ["couple", "individual", "practice"],
  types: credentialTypes,
  empty: { professions: new Map(), given: new Map() },
  refusal,
  evolve: (state, recorded, room) =>
    refusal(state, recorded, room) === null ? evolved(state, recorded) : state,
};

function refusal(state: Credentials, { event, by }: RecordedEvent, room: RoomFacts): Refusal | null {
  if (event.v !== 1) return { type: "NewerVersion" };
  const role = room.members.find(({ memberId }) => memberId === by.memberId)?.role;
  const isOwnRoom = room.kind === "practice";
  switch (event.type as (typeof credentialTypes)[number]) {
    case "practitioner.introduced":
      if (professionIn(event) === null) return { type: "Malformed" };
      return role === "practitioner" || isOwnRoom ? null : { type: "NotAPractitioner" };
    case "confirmation.given": {
      const confirmation = statementIn(event)?.confirmation;
      if (confirmation === undefined) return { type: "Malformed" };
      if (role !== "practitioner" && !isOwnRoom) return { type: "NotAPractitioner" };
      return base64url(confirmation.identity) === by.memberId ? null : { type: "NotYours" };
    }
    default:
      if (role !== "partner" || room.kind !== "couple") return { type: "NotAPartner" };
      return state.given.has(confirmationNamed(event)) ? null : { type: "NoSuchConfirmation" };
  }
}

function evolved(state: Credentials, { event, by, at }: RecordedEvent): Credentials {
  if (event.type === "practitioner.introduced")
    return { ...state, professions: new Map(state.professions).set(by.memberId, professionIn(event)!) };
  const given = new Map(state.given);
  if (event.type === "confirmation.given") {
    const read = statementIn(event)!;
    given.set(event.id, { id: event.id, by: by.memberId, at, ...read, words: new Map() });
    return { ...state, given };
  }
  const one = given.get(confirmationNamed(event))!;
  const word = event.type === "confirmation.accepted" ? "accepted" : "declined";
  given.set(one.id, { ...one, words: new Map(one.words).set(by.memberId, word) });
  return { ...state, given };
}

type Data = Readonly<Record<string, unknown>>;
const dataOf = (event: RoomEvent): Data =>
  typeof event.data === "object" && event.data !== null ? (event.data as Data) : {};

const professionIn = (event: RoomEvent): Profession | null =>
  professions.find((known) => known === dataOf(event).profession) ?? null;

const confirmationNamed = (event: RoomEvent): EventId => dataOf(event).confirmation as EventId;

function statementIn(event: RoomEvent): Pick<Given, "confirmation" | "statement"> | undefined {
  const { statement } = dataOf(event);
  if (typeof statement !== "string") return undefined;
  const bytes = fromBase64url(statement);
  const read = bytes.ok ? readConfirmation(bytes.value) : undefined;
  return read?.ok ? { confirmation: read.value, statement } : undefined;
}

/** Whether every partner who is here has accepted it: nobody else's word makes it count. */
export function isAccepted({ words }: Given, room: RoomFacts): boolean {
  const here = partners(room);
  return here.length > 0 && here.every((partner) => words.get(partner) === "accepted");
}

/** The key of the host whose statement was accepted here last, base64url; undefined before the first. */
export const hostKeyIn = ({ given }: Credentials, room: RoomFacts): string | undefined => {
  const last = [...given.values()].findLast((one) => isAccepted(one, room));
  return last && base64url(last.confirmation.hostKey);
};

/** Statements that this partner has said nothing to, of practitioners who are here. */
export const openFor = ({ given }: Credentials, me: MemberId, room: RoomFacts): readonly Given[] => {
  if (!partners(room).includes(me)) return [];
  const here = new Set(presentMembers(room).map(({ memberId }) => memberId));
  return [...given.values()].filter(({ by, words }) => here.has(by) && !words.has(me));
};

/** Whether its last day has not passed on `today`. */
export const isInForce = ({ end }: Pick<Confirmation, "end">, today: CalendarDate): boolean => today <= end;

type Stamp = { readonly id: EventId; readonly at: Instant };

/** The author's own profession. */
export const introduce = (profession: Profession, { id, at }: Stamp): RoomEvent => ({
  v: 1,
  type: "practitioner.introduced",
  id,
  at,
  data: { profession },
});

/** Puts a host's statement about the author into a room. `statement` is its bytes, base64url. */
export const giveConfirmation = (statement: string, { id, at }: Stamp): RoomEvent => ({
  v: 1,
  type: "confirmation.given",
  id,
  at,
  data: { statement },
});

/** A partner's word on it. */
export const answerConfirmation = (
  word: "accepted" | "declined",
  confirmation: EventId,
  { id, at }: Stamp,
): RoomEvent => ({ v: 1, type: `confirmation.${word}`, id, at, data: { confirmation } });
