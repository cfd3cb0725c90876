import { peopleOf, type Room } from "@goldseam/client";
import { type MemberId, partners, presentMembers } from "@goldseam/core";

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

/** Names of the practitioners in a room, as the reader line wants them; null while there is none. */
export function practitionersOf(room: Pick<Room, "facts" | "folded" | "me">, noName: string): string | null {
  const names = presentMembers(room.facts)
    .filter(({ role, memberId }) => role === "practitioner" && memberId !== room.me)
    .map(({ memberId }) => peopleOf(room.folded).get(memberId) ?? noName);
  return names.length === 0 ? null : new Intl.ListFormat("en", { type: "conjunction" }).format(names);
}
