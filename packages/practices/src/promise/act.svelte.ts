import { focusTitle } from "@goldseam/ui";
import { announce } from "../announce.ts";
import type { RoomView } from "../screen.ts";
import type { Commanded, PromiseCommandRefusal } from "./commands.ts";
import { refusalSentence, writeSentence } from "./refusal-sentence.ts";
import { dateOf } from "./schedule.ts";

/** Who acts, when, and the id of what they do: the part that every command asks for. */
export const actOf = (room: RoomView) => ({
  by: { memberId: room.me },
  at: room.now,
  eventId: room.newId(),
});

/** One act of a person: asked of the rules, written, and told. */
export class Act {
  /** At work: a second press does nothing. */
  busy = $state(false);
  /** Why it did not happen, as a sentence; empty when it did or was not tried. */
  refused = $state("");

  /**
   * Writes what a command gave and says `told` to who listens.
   *
   * A refusal that `place` puts at a field is not shown here.
   *
   * - Errors: false when nothing was written.
   */
  async send(
    room: RoomView,
    commanded: Commanded,
    told: string,
    place?: (refused: PromiseCommandRefusal, sentence: string) => boolean,
  ): Promise<boolean> {
    if (this.busy) return false;
    const today = dateOf(room.now, room.zone);
    this.refused = "";
    if (!commanded.ok) {
      const sentence = refusalSentence(commanded.error, today);
      if (!place?.(commanded.error, sentence)) this.refused = sentence;
      return false;
    }
    this.busy = true;
    try {
      const written = await room.write(commanded.value);
      if (!written.ok) this.refused = writeSentence(written.error, today);
      else announce(told);
      return written.ok;
    } finally {
      this.busy = false;
    }
  }
}

/** When what held the focus is gone, the head of the screen takes it. Call it as the thing goes away. */
export function focusTitleIfLost(): void {
  setTimeout(() => {
    const here = document.activeElement;
    if (here === null || here === document.body) focusTitle();
  });
}
