import { type Bytes, type Clock, equalBytes, err, memberRoles, ok } from "@goldseam/core";
import { joinMessage } from "@goldseam/crypto/verify";
import type { ApiError, InviteState } from "@goldseam/sync";
import type { OpenHandlers, SignedInHandlers } from "./call.ts";
import type { ServerConfig } from "./config.ts";
import type { LiveHub } from "./live.ts";
import type { Session } from "./sessions.ts";
import type { SignatureChecker } from "./signature-checker.ts";
import type { Store, StoredInvite } from "./store.ts";

export type InviteHandlers = Pick<OpenHandlers, "lookAtInvite"> &
  Pick<SignedInHandlers, "makeInvite" | "answerInvite" | "myInvites" | "cancelInvite">;

export type InvitesOptions = {
  readonly store: Store;
  readonly clock: Clock;
  readonly checker: SignatureChecker;
  readonly live: LiveHub;
  readonly config: ServerConfig["rooms"];
};

/** Invites: docs/formats/wire.md. The server finds one by its id and can neither open nor answer it. */
export function inviteHandlers({ store, clock, checker, live, config }: InvitesOptions): InviteHandlers {
  const stateOf = ({ state, expires }: StoredInvite): InviteState =>
    state === "open" && clock() >= expires ? "expired" : state;

  const isPresent = async (room: Bytes, { identity }: Session): Promise<boolean> =>
    (await store.membership(room, identity))?.untilN === null;

  return {
    async makeInvite({ request, session }) {
      const { invite, room, lifeMs, preview } = request;
      const expires = clock() + lifeMs;
      if (!(await isPresent(room, session))) return err({ type: "RoomNotFound" });
      if ((await store.invitesOf(room)).length >= config.invitesMax) return err({ type: "Full" });
      const made = await store.makeInvite({ invite, room, expires, preview });
      if (made.ok) return ok({ answer: { expires } });
      if (made.error.type === "Full") return err({ type: "Full" });
      // Asked again because the answer was lost: the same invite is there already.
      const known = await store.invite(invite);
      const isSame = known && equalBytes(known.room, room) && equalBytes(known.preview, preview);
      return isSame ? ok({ answer: { expires: known.expires } }) : err({ type: "InviteUsed" });
    },

    async lookAtInvite({ request }) {
      const invite = await store.invite(request.invite);
      if (invite === null) return err({ type: "InviteNotFound" });
      const { expires, preview } = invite;
      return ok({ answer: { state: stateOf(invite), expires, preview } });
    },

    async answerInvite({ request, session }) {
      const answered = readAnswer(request.answer);
      if (answered === null) return err({ type: "Malformed", at: "answer" });
      if (!equalBytes(answered.member.identity, session.identity)) return err({ type: "NotSignedBy" });
      const invite = await store.invite(request.invite);
      if (invite === null) return err({ type: "InviteNotFound" });
      const state = stateOf(invite);
      if (state === "expired" || state === "cancelled") return err({ type: "InviteExpired" });
      // The invite key is not the server's to know, so that signature is for the members to check.
      const [holds] = await checker.check([
        {
          publicKey: session.identity,
          signature: answered.identitySignature,
          message: joinMessage(invite.room, answered.member),
        },
      ]);
      if (!holds) return err({ type: "NotSignedBy" });
      const stored = await store.answerInvite(request.invite, {
        by: session.identity,
        answer: request.answer,
      });
      if (!stored.ok)
        return err(stored.error.type === "Full" ? { type: "Full" } : await whyNotOpen(request.invite));
      live.roomChanged(invite.room);
      return ok({ answer: {} });
    },

    async myInvites({ request, session }) {
      if (!(await isPresent(request.room, session))) return err({ type: "RoomNotFound" });
      const invites = await store.invitesOf(request.room);
      return ok({
        answer: {
          invites: invites.map((one) => {
            const { invite, expires, preview, answer } = one;
            return { invite, state: stateOf(one), expires, preview, ...(answer === null ? {} : { answer }) };
          }),
        },
      });
    },

    async cancelInvite({ request, session }) {
      const invite = await store.invite(request.invite);
      if (invite === null || !(await isPresent(invite.room, session))) return err({ type: "InviteNotFound" });
      const cancelled = await store.cancelInvite(request.invite);
      if (!cancelled.ok && cancelled.error.type === "Full") return err({ type: "Full" });
      if (!cancelled.ok && (await store.invite(request.invite))?.state === "used")
        return err({ type: "InviteUsed" });
      live.roomChanged(invite.room);
      return ok({ answer: {} });
    },
  };

  async function whyNotOpen(id: Bytes): Promise<ApiError> {
    const invite = await store.invite(id);
    return invite?.state === "cancelled" ? { type: "InviteExpired" } : { type: "InviteUsed" };
  }
}

/** `role | identity | box key | signature by the invite key | signature by the identity key`. */
function readAnswer(answer: Bytes) {
  const role = memberRoles[answer[0]! - 1];
  if (role === undefined) return null;
  const part = (from: number, to: number) => answer.slice(from, to) as Bytes;
  return {
    member: { role, identity: part(1, 33), boxKey: part(33, 65) },
    identitySignature: part(129, 193),
  };
}
