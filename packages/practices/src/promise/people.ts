import { isPresent, type MemberId, type MemberRole, partners, presentMembers } from "@goldseam/core";
import type { RoomView } from "../screen.ts";
import { listOf } from "./when.ts";
import * as words from "./words.gen/words.ts";

/** The other partner of this room, while there is one. */
export const partnerIn = ({ facts, me }: RoomView): MemberId | undefined =>
  partners(facts).includes(me) ? partners(facts).find((memberId) => memberId !== me) : undefined;

/** Whether my part in this room goes on. Who has left, or was taken out, reads what they keep and writes nothing. */
export const isHere = ({ facts, me }: RoomView): boolean => isPresent(facts, me);

/** Who can read what is in this room, as the reader line wants them. */
export type ReadersHere = {
  readonly partner?: string | null;
  readonly practitioner?: string | null;
  /** For who is no partner in it: the two who are. */
  readonly partners?: readonly [string | null, string | null];
  /** "Robin and Kim" */
  readonly names: string;
};

export function readersOf({ facts, me, nameOf }: RoomView): ReadersHere {
  const others = presentMembers(facts).filter(({ memberId }) => memberId !== me);
  const namesOf = (role: MemberRole): readonly string[] =>
    others.filter((one) => one.role === role).map(({ memberId }) => nameOf(memberId));
  const isPartner = facts.members.some(({ memberId, role }) => memberId === me && role === "partner");
  const practitioners = namesOf("practitioner");
  const [first = null, second = null] = isPartner
    ? [namesOf("partner")[0], practitioners.length > 0 ? listOf(practitioners) : null]
    : namesOf("partner");
  const names = first && second ? words.nameAnd({ first, second }) : (first ?? second ?? "");
  return isPartner ? { partner: first, practitioner: second, names } : { partners: [first, second], names };
}

/** How a sentence speaks of someone: "You", or by name. */
export const who = ({ me }: RoomView, memberId: MemberId): "me" | "other" =>
  memberId === me ? "me" : "other";
