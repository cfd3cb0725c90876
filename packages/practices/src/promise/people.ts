import { type MemberId, partners, presentMembers } from "@goldseam/core";
import type { RoomView } from "../screen.ts";
import { listOf } from "./when.ts";
import * as words from "./words.gen/words.ts";

/** The other partner of this room, while there is one. */
export const partnerIn = ({ facts, me }: RoomView): MemberId | undefined =>
  partners(facts).includes(me) ? partners(facts).find((memberId) => memberId !== me) : undefined;

/** Who can read what is in this room, as the reader line wants them. */
export function readersOf(room: RoomView): {
  readonly partner: string | null;
  readonly practitioner: string | null;
  /** "Robin and Kim" */
  readonly names: string;
} {
  const partner = partnerIn(room);
  const practitioners = presentMembers(room.facts)
    .filter(({ role, memberId }) => role === "practitioner" && memberId !== room.me)
    .map(({ memberId }) => room.nameOf(memberId));
  const [first, second] = [
    partner === undefined ? null : room.nameOf(partner),
    practitioners.length > 0 ? listOf(practitioners) : null,
  ];
  return {
    partner: first,
    practitioner: second,
    names: first && second ? words.nameAnd({ first, second }) : (first ?? second ?? ""),
  };
}

/** How a sentence speaks of someone: "You", or by name. */
export const who = ({ me }: RoomView, memberId: MemberId): "me" | "other" =>
  memberId === me ? "me" : "other";
