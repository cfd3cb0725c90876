import { type Bytes, base64url, equalBytes, err, ok, type Result } from "@goldseam/core";
import {
  type AccountLogLink,
  accountLogFaultOf,
  accountLogSignatureOf,
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
import type { SpentChallenge, Store, StoredSlot } from "./store.ts";

export type AccountHandlers = Pick<
  OpenHandlers,
  "challenge" | "accounts" | "devices" | "sessions" | "openSlot"
> &
  Pick<SignedInHandlers, "endDevice" | "endSession" | "putSlot" | "pullAccountLog">;

export type AccountsOptions = {
  readonly store: Store;
  readonly sessions: Sessions;
  readonly checker: SignatureChecker;
  readonly live: LiveHub;
  readonly config: ServerConfig["accounts"];
  readonly accountsMade: TokenBuckets;
  readonly slotGuesses: SlotGuesses;
};

const zeros32 = new Uint8Array(32);

/** Accounts, their devices, slots and sessions: docs/formats/account.md and wire.md. */
export function accountHandlers(options: AccountsOptions): AccountHandlers {
  const { store, sessions, checker, live, config, accountsMade, slotGuesses } = options;

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

  /** An account log link whose identity signed it. Whether it may follow is asked of the log. */
  async function signedLink(bytes: Bytes): Promise<Result<AccountLogLink, ApiError>> {
    const link = parseAccountLogLink(bytes);
    if (!link.ok) return err({ type: "Malformed", at: `link.${link.error.at}` });
    const [holds] = await checker.check([accountLogSignatureOf(link.value)]);
    return holds ? link : err({ type: "NotSignedBy" });
  }

  async function logOf(identity: Bytes): Promise<AccountLogLink[]> {
    const links = await store.accountLog(identity, 0, config.logLinksMax + 1);
    return links.map((bytes) => {
      const link = parseAccountLogLink(bytes);
      if (!link.ok) throw new Error("stored account log links are links");
      return link.value;
    });
  }

  /** Why `link` cannot be the account's next, or null. */
  async function linkRefusal(link: AccountLogLink, ends: boolean): Promise<ApiError | null> {
    if ((link.type === "device ended") !== ends) return { type: "Malformed", at: "link.type" };
    const log = await logOf(link.identity);
    if (log.length === 0) return { type: "NotSignedBy" };
    if (log.length >= config.logLinksMax) return { type: "Full" };
    const fault = accountLogFaultOf(log, link);
    if (fault === null) return null;
    return fault === "LinkBroken" ? { type: "StaleLink" } : { type: "Malformed", at: "link.device" };
  }

  return {
    async challenge() {
      return ok({ answer: { challenge: sessions.newChallenge() } });
    },

    async accounts({ request, origin, address }: Call<"accounts">) {
      const kinds = new Set(request.slots.map((slot) => slot.kind));
      if (kinds.size !== request.slots.length) return err({ type: "Malformed", at: "slots" });
      const link = await signedLink(request.link);
      if (!link.ok) return link;
      const { identity, device, deviceKey } = link.value;
      if (!equalBytes(identity, request.identity)) return err({ type: "Malformed", at: "identity" });
      if (accountLogFaultOf([], link.value) !== null) return err({ type: "Malformed", at: "link" });
      const spent = await proofOf(request, { deviceKey, origin });
      if (spent === null) return err({ type: "NotSignedBy" });
      const retryAfterMs = accountsMade.take(address);
      if (retryAfterMs > 0) return err({ type: "TooMany", retryAfterMs });
      const { session, cookie } = sessions.newSession(identity, device);
      const slots = request.slots.map(storedSlotOf);
      const made = await store.createAccount({
        identity,
        link: request.link,
        device: { device, deviceKey },
        slots,
        session,
        spent,
      });
      if (made.ok) return ok({ answer: { expires: session.expires }, cookie });
      return err(made.error.type === "Spent" ? { type: "NotSignedBy" } : made.error);
    },

    async devices({ request, origin }) {
      const link = await signedLink(request.link);
      if (!link.ok) return link;
      const { identity, number, device, deviceKey } = link.value;
      const spent = await proofOf(request, { deviceKey, origin });
      if (spent === null) return err({ type: "NotSignedBy" });
      const refused = await linkRefusal(link.value, false);
      if (refused !== null) return err(refused);
      const { session, cookie } = sessions.newSession(identity, device);
      const added = await store.addDevice({
        identity,
        number,
        link: request.link,
        device: { device, deviceKey },
        session,
        spent,
      });
      if (!added.ok) return err(refusalOfChange(added.error));
      live.accountChanged([base64url(identity)]);
      return ok({ answer: { expires: session.expires }, cookie });
    },

    async endDevice({ request, session }) {
      const link = await signedLink(request.link);
      if (!link.ok) return link;
      const { identity, number, device } = link.value;
      if (!equalBytes(identity, session.identity)) return err({ type: "NotSignedBy" });
      const refused = await linkRefusal(link.value, true);
      if (refused !== null) return err(refused);
      const ended = await store.endDevice({ identity, number, link: request.link, device });
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
      return ok({ answer: { wrapped: slot.wrapped, identity: slot.identity, log: [...log] } });
    },

    async putSlot({ request, session }) {
      const put = await store.putSlot(session.identity, storedSlotOf(request.slot));
      return put.ok ? ok({ answer: {} }) : put;
    },

    async pullAccountLog({ request, session }) {
      const links = await store.accountLog(session.identity, request.after, limits.accountLogPageMax);
      return ok({ answer: { links: [...links] } });
    },
  };
}

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
