import {
  base64url,
  type CalendarDate,
  err,
  fromBase64url,
  type MemberId,
  ok,
  presentMembers,
  type Result,
  type RoomFacts,
} from "@goldseam/core";
import {
  type Confirmation,
  type ConfirmedThing,
  isConfirmationSigned,
  readConfirmation,
} from "@goldseam/crypto/confirmation";
import { type Credentials, type Given, isAccepted, isInForce } from "./credentials.ts";

/** What couple work may open with a practitioner: A and B are confirmed, C is everybody else. */
export type Tier = "A" | "B" | "C";

/** What the host says of one practitioner and both partners have accepted, past its last day or not. */
export type Confirmed = {
  readonly tier: Given | undefined;
  readonly training: Given | undefined;
};

const isTier = (thing: ConfirmedThing): boolean => thing !== "sex-therapy training";

/**
 * What counts of the statements in a room, by practitioner who is here: signed, and accepted by both partners.
 *
 * Of two about the same thing, the one given later counts: a host may lower what it said before.
 */
export async function confirmedIn(
  state: Credentials,
  room: RoomFacts,
): Promise<ReadonlyMap<MemberId, Confirmed>> {
  const accepted = [...state.given.values()].filter((one) => isAccepted(one, room));
  const signed = await Promise.all(accepted.map(({ confirmation }) => isConfirmationSigned(confirmation)));
  const counting = accepted.filter((_one, index) => signed[index]);
  const latest = (by: MemberId, wanted: boolean): Given | undefined =>
    counting.findLast((one) => one.by === by && isTier(one.confirmation.thing) === wanted);
  return new Map(
    presentMembers(room)
      .filter(({ role }) => role === "practitioner")
      .map(({ memberId }) => [memberId, { tier: latest(memberId, true), training: latest(memberId, false) }]),
  );
}

/** The tier that somebody has on `today`: C without a statement in force. */
export function tierOn({ tier }: Pick<Confirmed, "tier">, today: CalendarDate): Tier {
  if (tier === undefined || !isInForce(tier.confirmation, today)) return "C";
  return tier.confirmation.thing === "tier A" ? "A" : "B";
}

/** Whether a partner's app offers to accept a statement, and what it says beside it (CR6). */
export type Acceptance = "host out of reach" | "another host" | "another key than before" | "offered";

/**
 * What this place's host key says of a statement: whoever said no before is asked the same.
 *
 * - Units: keys in base64url; `hostKey` is what the place gives out, `known` that of the statement accepted here last.
 */
export function acceptanceOf(
  { confirmation }: Pick<Given, "confirmation">,
  { hostKey, known }: { readonly hostKey: string | undefined; readonly known: string | undefined },
): Acceptance {
  if (hostKey === undefined) return "host out of reach";
  const key = base64url(confirmation.hostKey);
  if (key !== hostKey) return "another host";
  return known === undefined || known === key ? "offered" : "another key than before";
}

/** Why a pasted statement is not taken. */
export type NotTaken = {
  readonly type: "NotAConfirmation" | "NotYours" | "NotSigned" | "AnotherHost" | "Ended";
};

/** Reads what a practitioner was given by the host: theirs, signed by the host of this place, and still in force. */
export async function takeConfirmation(
  typed: string,
  { me, hostKey, today }: { readonly me: MemberId; readonly hostKey: string; readonly today: CalendarDate },
): Promise<Result<{ readonly statement: string; readonly confirmation: Confirmation }, NotTaken>> {
  const statement = typed.replace(/\s+/g, "");
  const bytes = fromBase64url(statement);
  const read = bytes.ok ? readConfirmation(bytes.value) : undefined;
  if (!read?.ok) return err({ type: "NotAConfirmation" });
  const confirmation = read.value;
  if (base64url(confirmation.identity) !== me) return err({ type: "NotYours" });
  if (base64url(confirmation.hostKey) !== hostKey) return err({ type: "AnotherHost" });
  if (!(await isConfirmationSigned(confirmation))) return err({ type: "NotSigned" });
  return isInForce(confirmation, today) ? ok({ statement, confirmation }) : err({ type: "Ended" });
}
