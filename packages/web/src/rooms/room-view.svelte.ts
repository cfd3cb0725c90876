import { peopleOf, stateOf } from "@goldseam/client";
import type { RoomView } from "@goldseam/practices";
import { type Practice, type PracticeKind, practices } from "@goldseam/practices";
import { type CoupleNow, person, viewOf } from "../person.svelte.ts";
import * as words from "./words.gen/words.ts";

/** The couple's room for a practice's screen, and that practice's state in it. */
export function practiceIn(
  room: CoupleNow,
  kind: PracticeKind,
): { readonly view: RoomView; readonly state: unknown } {
  const practice: Practice | undefined = practices.find((candidate) => candidate.kind === kind);
  if (practice === undefined) throw new Error(`no practice is called ${kind}`);
  const view = viewOf(room, person.client!, peopleOf(room.folded), words.noName());
  return { view, state: stateOf(room.folded, practice) };
}
