import { type Clock, equalBytes, err, type Instant, ok } from "@goldseam/core";
import { limits } from "@goldseam/sync";
import type { OpenHandlers, SignedInHandlers } from "./call.ts";
import type { Store } from "./store.ts";
import { tooNew } from "./waiting.ts";

export type MeetingHandlers = Pick<OpenHandlers, "putInMeeting" | "lookInMeeting"> &
  Pick<SignedInHandlers, "openMeeting" | "endMeeting">;

/**
 * Meetings: docs/formats/wire.md. A place for four sealed messages between an own device and a new one.
 *
 * Whoever knows the id may look and add the next message; the id comes from the square code alone. A code that nobody
 * answers within its minute is over.
 */
export function meetingHandlers({ store, clock }: { store: Store; clock: Clock }): MeetingHandlers {
  const going = async (meeting: Uint8Array<ArrayBuffer>) => {
    const found = await store.meeting(meeting);
    return found !== null && clock() < found.expires ? found : null;
  };

  return {
    async openMeeting({ request, session }) {
      const refused = tooNew(session, clock());
      if (refused !== null) return err(refused);
      const expires = (clock() + limits.meetingCodeLifeMs) as Instant;
      const { meeting } = request;
      const opened = await store.openMeeting({ meeting, identity: session.identity, expires });
      if (opened.ok) return ok({ answer: { expires } });
      return err(opened.error.type === "Moved" ? { type: "MeetingMoved" } : opened.error);
    },

    async putInMeeting({ request }) {
      const { meeting, place, message } = request;
      const found = await going(meeting);
      if (found === null) return err({ type: "MeetingNotFound" });
      const known = found.messages[place - 1];
      // Sent again because the answer was lost.
      if (known !== undefined && equalBytes(known, message)) return ok({ answer: {} });
      const expires = Math.max(found.expires, clock() + (place === 1 ? limits.meetingLifeMs : 0));
      const put = await store.putInMeeting(meeting, { place, message, expires });
      if (put.ok) return ok({ answer: {} });
      return err(put.error.type === "Moved" ? { type: "MeetingMoved" } : put.error);
    },

    async lookInMeeting({ request }) {
      const found = await going(request.meeting);
      if (found === null) return err({ type: "MeetingNotFound" });
      return ok({ answer: { messages: [...found.messages], expires: found.expires as Instant } });
    },

    async endMeeting({ session }) {
      const ended = await store.endMeeting(session.identity);
      return ended.ok ? ok({ answer: {} }) : ended;
    },
  };
}
