import { peopleOf, type Room } from "@goldseam/client";
import { isPresent, type MemberRole } from "@goldseam/core";
import { readersIn } from "@goldseam/practices/shared";
import { person } from "../person.svelte.ts";
import * as words from "./words.gen/words.ts";

let openedId = $state<string | undefined>();

/** The room with one person that is open, held here and not in an address: an address would say who talks to whom. */
export const talk = {
  get room(): Room | undefined {
    return person.state?.individual.find(({ roomId }) => roomId === openedId);
  },
  open(roomId: string): void {
    openedId = roomId;
  },
};

/** The other one in a room of two, also after their part has ended; undefined while nobody has come. */
export function otherIn(
  room: Pick<Room, "facts" | "folded" | "me">,
): { readonly name: string; readonly role: MemberRole; readonly isHere: boolean } | undefined {
  const other = room.facts.members.findLast(({ memberId }) => memberId !== room.me);
  if (other === undefined) return undefined;
  const unnamed = other.role === "practitioner" ? words.aPractitioner() : words.somebody();
  const name = peopleOf(room.folded).get(other.memberId) ?? unnamed;
  return { name, role: other.role, isHere: other.until === undefined && isPresent(room.facts, room.me) };
}

export const isOwner = ({ facts, me }: Pick<Room, "facts" | "me">): boolean =>
  facts.members.some(({ memberId, role }) => memberId === me && role === "owner");

/** Whom a new word in this room would reach, as the reader line names them. */
export const named = ({ facts, me }: Pick<Room, "facts" | "me">) => readersIn(facts, me);
