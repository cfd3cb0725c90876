import { equalBytes } from "@goldseam/core";
import { memberIdOf } from "@goldseam/crypto/verify";
import type { LiveHub } from "./live.ts";
import type { Rooms } from "./rooms.ts";
import type { Sessions } from "./sessions.ts";
import type { Store, Watcher } from "./store.ts";

export type WatcherParts = {
  readonly store: Store;
  readonly rooms: Rooms;
  readonly sessions: Sessions;
  readonly live: LiveHub;
  /** Told of what should never happen: its name alone. */
  readonly onBroken: (name: string) => void;
};

/** What this process does about a change that another one made. */
export function watcherOf({ store, rooms, sessions, live, onBroken }: WatcherParts): Watcher {
  /** Closes the lines of sessions that ended while nobody told. */
  async function endLinesOfEndedSessions(): Promise<void> {
    for (const { tokenHash } of live.sessions) {
      if ((await store.session(tokenHash)) !== null) continue;
      live.endLines((session) => equalBytes(session.tokenHash, tokenHash));
    }
  }

  return {
    appended(room, n) {
      rooms.movedElsewhere(room, n);
      live.movedElsewhere(room, n);
    },
    accountChanged: (identity) => live.accountChanged([memberIdOf(identity)]),
    invitesChanged: (room) => live.roomChanged(room),
    deviceEnded(device) {
      sessions.forget((session) => equalBytes(session.device, device));
      live.endLines((session) => equalBytes(session.device, device));
    },
    sessionEnded(tokenHash) {
      sessions.forget((session) => equalBytes(session.tokenHash, tokenHash));
      live.endLines((session) => equalBytes(session.tokenHash, tokenHash));
    },
    missed() {
      rooms.forgetAll();
      sessions.forget(() => true);
      live.lookAgain();
      endLinesOfEndedSessions().catch((error) => onBroken(error instanceof Error ? error.name : "unknown"));
    },
  };
}
