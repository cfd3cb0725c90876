import type { Room } from "@goldseam/client";
import { go } from "../navigation.svelte.ts";
import { person } from "../person.svelte.ts";

let aboutId = $state<string | undefined>();

/** Whose notes a practitioner has open, held here and not in an address: an address would say who helps whom. */
export const ownNotes = {
  get room(): Room | undefined {
    const { clients = [], individual = [] } = person.state ?? {};
    return [...clients, ...individual].find(({ roomId }) => roomId === aboutId);
  },
  /** Goes to the notes about the people in `room`; about nobody in particular without one. */
  open(room?: Room): void {
    aboutId = room?.roomId;
    go("/talk/own");
  },
};
