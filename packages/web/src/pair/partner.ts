import { peopleOf, type Room } from "@goldseam/client";
import { type MemberId, partners } from "@goldseam/core";

/** The other partner of a couple's room; undefined while there is none. */
export function partnerOf(
  room: Pick<Room, "facts" | "folded" | "me">,
  noName: string,
): { readonly memberId: MemberId; readonly name: string } | undefined {
  const memberId = partners(room.facts).find((partner) => partner !== room.me);
  return memberId === undefined
    ? undefined
    : { memberId, name: peopleOf(room.folded).get(memberId) ?? noName };
}
