import {
  type Bytes,
  base64url,
  type Clock,
  equalBytes,
  err,
  type Instant,
  ok,
  type Result,
} from "@goldseam/core";
import {
  type AccountLogLink,
  accountLogFaultOf,
  accountLogSignaturesOf,
  parseAccountLogLink,
  sessionMessage,
} from "@goldseam/crypto/verify";
import { type ApiError, limits, type Slot } from "@goldseam/sync";
import type { Call, OpenHandlers, Signed, SignedInHandlers } from "./call.ts";
import type { ServerConfig } from "./config.ts";
import type { LiveHub } from "./live.ts";
import type { TokenBuckets } from "./rate-limits.ts";
import { clearedCookie, type Sessions, sha256 } from "./sessions.ts";
import type { SignatureChecker } from "./signature-checker.ts";
import { loginOpens, type SlotGuesses } from "./slot-guesses.ts";
import type { LogLink, SpentChallenge, Store, StoredSlot } from "./store.ts";
import { tooNew } from "./waiting.ts";

export type AccountHandlers = Pick<
  OpenHandlers,
  "challenge" | "accounts" | "devices" | "sessions" | "openSlot"
> &
  Pick<SignedInHandlers, "endDevice" | "endSession" | "putSlot" | "pullAccountLog" | "deleteAccount">;

export type AccountsOptions = {
  readonly store: Store;
  readonly sessions: Sessions;
  readonly checker: SignatureChecker;
  readonly live: LiveHub;
  readonly config: ServerConfig["accounts"];
  readonly accountsMade: TokenBuckets;
  readonly slotGuesses: SlotGuesses;
  readonly clock: Clock;
  /** Rooms were deleted: what is known of them here is no more. */
  readonly roomsDeleted: () => void;
};

const zeros32 = new Uint8Array(32);

/** Accounts, their devices, slots and sessions: docs/formats/account.md and wire.md. */
export function accountHandlers(options: AccountsOptions): AccountHandlers {
  const { store, sessions, checker, live, config, accountsMade, slotGuesses, clock, roomsDeleted } = options;

  /** The challenge to be spent, when the device of `deviceKey` signed it for this site. */
  async function proofOf(
    { challenge, signature }: Signed,
    { deviceKey, origin }: { deviceKey: Bytes; origin: string },
  ): Promise<SpentChallenge | null> {
    const spent = sessions.spendable(challenge);
    if (spent === null) return null;
    const message = sessionMessage(challenge, origin);
    const [holds] = await checker.check([{ publicKey: deviceKey, signature, message }]);
    return holds ? spent : null;
  }

  async function logOf(identity: Bytes): Promise<AccountLogLink[]> {
    const links = await store.accountLog(identity, 0, config.logLinksMax + 1);
    return links.map(({ link: bytes }) => {
      const link = parseAccountLogLink(bytes);
      if (!link.ok) throw new Error("stored account log links are links");
      return link.value;
    });
  }

  /** A link that its identity signed, and the own device that acted in it, with the log that it is to follow. */
  async function signedLink(
    bytes: Bytes,
  ): Promise<Result<{ readonly link: AccountLogLink; readonly log: readonly AccountLogLink[] }, ApiError>> {
    const link = parseAccountLogLink(bytes);
    if (!link.ok) return err({ type: "Malformed", at: `link.${link.error.at}` });
    const log = await logOf(link.value.identity);
    const holds = await checker.check([...accountLogSignaturesOf(log, link.value)]);
    return holds.every(Boolean) ? ok({ link: link.value, log }) : err({ type: "NotSignedBy" });
  }

  /** Why `link` cannot be the account's next, or null. */
  async function linkRefusal(
    { link, log }: { readonly link: AccountLogLink; readonly log: readonly AccountLogLink[] },
    ends: boolean,
  ): Promise<ApiError | null> {
    if ((link.type === "device ended") !== ends) return { type: "Malformed", at: "link.type" };
    if (log.length === 0) return { type: "NotSignedBy" };
    if (log.length >= config.logLinksMax) return { type: "Full" };
    const fault = accountLogFaultOf(log, link);
    if (fault === "LinkBroken") return { type: "StaleLink" };
    if (fault !== null) return { type: "Malformed", at: "link.device" };
    // Who acts is said by every link made now; without it a device of the first day could end the others.
    if (ends && link.by === undefined) return { type: "Malformed", at: "link.by" };
    const acting = link.by === undefined ? null : await store.device(link.by);
    return acting === null ? null : tooNew(acting, clock());
  }

  return {
    async challenge() {
      return ok({ answer: { challenge: sessions.newChallenge() } });
    },

    async accounts({ request, origin, address }: Call<"accounts">) {
      const kinds = new Set(request.slots.map((slot) => slot.kind));
      if (kinds.size !== request.slots.length) return err({ type: "Malformed", at: "slots" });
      const signed = await signedLink(request.link);
      if (!signed.ok) return signed;
      const { link } = signed.value;
      const { identity, device, deviceKey } = link;
      if (!equalBytes(identity, request.identity)) return err({ type: "Malformed", at: "identity" });
      if (accountLogFaultOf([], link) !== null) return err({ type: "Malformed", at: "link" });
      const spent = await proofOf(request, { deviceKey, origin });
      if (spent === null) return err({ type: "NotSignedBy" });
      const retryAfterMs = accountsMade.take(address);
      if (retryAfterMs > 0) return err({ type: "TooMany", retryAfterMs });
      const { session, cookie } = sessions.newSession(identity, device);
      const slots = request.slots.map(storedSlotOf);
      const made = await store.createAccount({
        identity,
        link: request.link,
        t: clock(),
        device: { device, deviceKey, waitsUntil: 0 },
        slots,
        session,
        spent,
      });
      if (made.ok) return ok({ answer: { expires: session.expires }, cookie });
      return err(made.error.type === "Spent" ? { type: "NotSignedBy" } : made.error);
    },

    async devices({ request, origin }) {
      const signed = await signedLink(request.link);
      if (!signed.ok) return signed;
      const { identity, number, device, deviceKey, type } = signed.value.link;
      const spent = await proofOf(request, { deviceKey, origin });
      if (spent === null) return err({ type: "NotSignedBy" });
      const refused = await linkRefusal(signed.value, false);
      if (refused !== null) return err(refused);
      const { session, cookie } = sessions.newSession(identity, device);
      const added = await store.addDevice({
        identity,
        number,
        link: request.link,
        t: clock(),
        device: {
          device,
          deviceKey,
          waitsUntil: type === "device by kit" ? clock() + limits.newDeviceWaitMs : 0,
        },
        session,
        spent,
      });
      if (!added.ok) return err(refusalOfChange(added.error));
      live.accountChanged([base64url(identity)]);
      return ok({ answer: { expires: session.expires }, cookie });
    },

    async endDevice({ request, session }) {
      const signed = await signedLink(request.link);
      if (!signed.ok) return signed;
      const { identity, number, device } = signed.value.link;
      if (!equalBytes(identity, session.identity)) return err({ type: "NotSignedBy" });
      const refused = await linkRefusal(signed.value, true);
      if (refused !== null) return err(refused);
      const ended = await store.endDevice({ identity, number, link: request.link, t: clock(), device });
      if (!ended.ok) return err(refusalOfChange(ended.error));
      sessions.forget((known) => equalBytes(known.device, device));
      live.endLines((line) => equalBytes(line.device, device));
      live.accountChanged([session.memberId]);
      return ok({ answer: {} });
    },

    async sessions({ request, origin }) {
      const found = await store.device(request.device);
      // An unknown device costs the same check as a known one, and is answered alike.
      const spent = await proofOf(request, { deviceKey: found?.deviceKey ?? zeros32, origin });
      if (found === null || found.ended || spent === null) return err({ type: "NotSignedBy" });
      const { session, cookie } = sessions.newSession(found.identity, request.device);
      const started = await store.startSession(session, spent);
      if (!started.ok) return err(started.error.type === "Spent" ? { type: "NotSignedBy" } : started.error);
      return ok({ answer: { expires: session.expires }, cookie });
    },

    async endSession({ session }) {
      const ended = await store.endSession(session.tokenHash);
      if (!ended.ok) return ended;
      sessions.forget((known) => equalBytes(known.tokenHash, session.tokenHash));
      live.endLines((line) => equalBytes(line.tokenHash, session.tokenHash));
      return ok({ answer: {}, cookie: clearedCookie });
    },

    async openSlot({ request, address }) {
      const { kind, locator, login } = request;
      const retryAfterMs = slotGuesses.begin(address, locator);
      if (retryAfterMs > 0) return err({ type: "TooMany", retryAfterMs });
      const slot = await store.slot(kind, locator);
      if (!loginOpens(login, slot)) return err({ type: "SlotNotOpened" });
      slotGuesses.wasRight(address, locator);
      const log = await store.accountLog(slot.identity, 0, config.logLinksMax);
      return ok({ answer: { wrapped: slot.wrapped, identity: slot.identity, ...inColumns(log) } });
    },

    async putSlot({ request, session }) {
      const refused = tooNew(session, clock());
      if (refused !== null) return err(refused);
      const put = await store.putSlot(session.identity, storedSlotOf(request.slot));
      return put.ok ? ok({ answer: {} }) : put;
    },

    async pullAccountLog({ request, session }) {
      const links = await store.accountLog(session.identity, request.after, limits.accountLogPageMax);
      const { log, times } = inColumns(links);
      return ok({ answer: { links: log, times } });
    },

    async deleteAccount({ session }) {
      const refused = tooNew(session, clock());
      if (refused !== null) return err(refused);
      const deleted = await store.deleteAccount(session.identity);
      if (!deleted.ok) return deleted;
      const isTheirs = (known: { readonly identity: Bytes }) => equalBytes(known.identity, session.identity);
      sessions.forget(isTheirs);
      live.endLines(isTheirs);
      roomsDeleted();
      return ok({ answer: {}, cookie: clearedCookie });
    },
  };
}

const inColumns = (links: readonly LogLink[]) => ({
  log: links.map(({ link }) => link),
  times: links.map(({ t }) => t as Instant),
});

const storedSlotOf = ({ kind, locator, login, wrapped }: Slot): StoredSlot => ({
  kind,
  locator,
  loginHash: sha256(login),
  wrapped,
});

/** What a change that lost a race, or a challenge that has served, is answered with. */
function refusalOfChange({ type }: { readonly type: "Full" | "Moved" | "Spent" }): ApiError {
  if (type === "Moved") return { type: "StaleLink" };
  return type === "Spent" ? { type: "NotSignedBy" } : { type: "Full" };
}
