import { peopleOf, type Room } from "@goldseam/client";
import { partners } from "@goldseam/core";
import * as words from "../pair/words.gen/words.ts";
import { person } from "../person.svelte.ts";

let openedId = $state<string | undefined>();

/**
 * The room for two that is looked at from outside it: a practitioner's couple, or one that this person's part in has ended.
 *
 * Held here and not in an address: an address would say who helps whom, and who left whom.
 */
export const opened = {
  get room(): Room | undefined {
    const { clients = [], former = [] } = person.state ?? {};
    return [...clients, ...former].find(({ roomId }) => roomId === openedId);
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
