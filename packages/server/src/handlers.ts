import { type Clock, ok, type RandomBytes } from "@goldseam/core";
import { accountHandlers } from "./accounts.ts";
import type { OpenHandlers, SignedInHandlers } from "./call.ts";
import type { ServerConfig } from "./config.ts";
import { inviteHandlers } from "./invites.ts";
import type { LiveHub } from "./live.ts";
import { meetingHandlers } from "./meetings.ts";
import type { Pace } from "./pace.ts";
import { reminderHandlers } from "./reminders/handlers.ts";
import type { PushSender } from "./reminders/push.ts";
import type { ReminderSender } from "./reminders/sender.ts";
import type { Sessions } from "./sessions.ts";
import type { SignatureChecker } from "./signature-checker.ts";
import { SlotGuesses } from "./slot-guesses.ts";
import type { Store } from "./store.ts";
import { isOpenTo } from "./waiting.ts";

export type HandlersOptions = {
  readonly config: ServerConfig;
  readonly store: Store;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly checker: SignatureChecker;
  readonly sessions: Sessions;
  readonly live: LiveHub;
  readonly pace: Pace;
  readonly push: PushSender;
  readonly sender: ReminderSender;
  readonly roomsDeleted: () => void;
};

/** What answers each endpoint that speaks JSON. */
export function handlersOf(options: HandlersOptions): {
  readonly open: OpenHandlers;
  readonly signedIn: SignedInHandlers;
} {
  const { config, store, clock, random, checker, sessions, live, pace, push, sender, roomsDeleted } = options;
  const accounts = accountHandlers({
    store,
    sessions,
    checker,
    live,
    config: config.accounts,
    accountsMade: pace.accountsMade,
    slotGuesses: new SlotGuesses({ here: pace.slotOpenings, everywhere: pace.slotGuesses }),
    clock,
    roomsDeleted,
  });
  const meetings = meetingHandlers({ store, clock });
  const invites = inviteHandlers({ store, clock, checker, live, config: config.rooms });
  const reminders = reminderHandlers({
    store,
    clock,
    random,
    push,
    sender,
    offersMail: config.mail !== null,
    numbersSent: pace.numbersSent,
    numbersToOne: pace.numbersToOne,
  });
  return {
    open: {
      challenge: accounts.challenge,
      host: async () => ok({ answer: config.host.key === null ? {} : { key: config.host.key } }),
      accounts: accounts.accounts,
      devices: accounts.devices,
      sessions: accounts.sessions,
      openSlot: accounts.openSlot,
      lookAtInvite: invites.lookAtInvite,
      putInMeeting: meetings.putInMeeting,
      lookInMeeting: meetings.lookInMeeting,
    },
    signedIn: {
      endDevice: accounts.endDevice,
      endSession: accounts.endSession,
      putSlot: accounts.putSlot,
      pullAccountLog: accounts.pullAccountLog,
      makeInvite: invites.makeInvite,
      answerInvite: invites.answerInvite,
      myInvites: invites.myInvites,
      cancelInvite: invites.cancelInvite,
      myRooms: async ({ session }) => {
        const mine = await store.roomsOf(session.identity);
        const isOpen = await Promise.all(mine.map(({ room }) => isOpenTo(session, room, store, clock())));
        return ok({ answer: { rooms: mine.filter((_, index) => isOpen[index]) } });
      },
      openMeeting: meetings.openMeeting,
      endMeeting: meetings.endMeeting,
      ...reminders,
      deleteAccount: accounts.deleteAccount,
    },
  };
}
