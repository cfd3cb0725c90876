import { peopleOf, type Room } from "@goldseam/client";
import { partners } from "@goldseam/core";
import * as words from "../pair/words.gen/words.ts";
import { person } from "../person.svelte.ts";

let openedId = $state<string | undefined>();

/** The couple that a practitioner looks at, held here and not in an address: an address would say who helps whom. */
export const opened = {
  get room(): Room | undefined {
    return person.state?.clients.find(({ roomId }) => roomId === openedId);
  },
  open(roomId: string | undefined): void {
    openedId = roomId;
  },
};

/** The partners' names, in the order in which they joined. */
export function namesOf(room: Pick<Room, "facts" | "folded">): readonly [string, string] {
  const names = partners(room.facts).map((partner) => peopleOf(room.folded).get(partner) ?? words.noName());
  return [names[0] ?? words.noName(), names[1] ?? words.noName()];
}

export function pairOf(room: Pick<Room, "facts" | "folded">): string {
  const [first, second] = namesOf(room);
  return words.clientsPair({ first, second });
}
