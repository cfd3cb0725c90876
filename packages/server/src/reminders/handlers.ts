import { type Clock, dayMs, err, ok, type RandomBytes } from "@goldseam/core";
import { type ApiError, limits } from "@goldseam/sync";
import type { SignedInHandlers } from "../call.ts";
import type { TokenBuckets } from "../rate-limits.ts";
import type { Session } from "../sessions.ts";
import type { Store } from "../store.ts";
import { tooNew } from "../waiting.ts";
import { isPushPoint, type PushSender } from "./push.ts";
import type { ReminderSender } from "./sender.ts";

export type ReminderHandlers = Pick<
  SignedInHandlers,
  "lookAtReminders" | "putPush" | "removePush" | "askMail" | "confirmMail" | "removeMail" | "planReminders"
>;

export type ReminderOptions = {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly push: PushSender;
  readonly sender: ReminderSender;
  readonly offersMail: boolean;
  /** Mails with a number, from this host together and to one address. */
  readonly numbersSent: TokenBuckets;
  readonly numbersToOne: TokenBuckets;
};

/**
 * Reminders: docs/formats/wire.md. Where to, and when; the server is never told why.
 *
 * A device of the first day gets none of it: whoever found the kit would learn an address, or lay one of their own.
 */
export function reminderHandlers(options: ReminderOptions): ReminderHandlers {
  const { store, clock, random, push, sender, offersMail, numbersSent, numbersToOne } = options;
  const refusalFor = (session: Session): ApiError | null => tooNew(session, clock());
  /** What lies in the past by this server's clock, or too far ahead, is left out: clocks differ. */
  const within = (instants: readonly number[]): readonly number[] => {
    const now = clock();
    return instants.filter((at) => at > now && at <= now + limits.wakeUpAheadMs);
  };

  return {
    async lookAtReminders({ session }) {
      const refused = refusalFor(session);
      if (refused !== null) return err(refused);
      const [held, address] = await Promise.all([
        store.pushOf(session.device),
        store.mailOf(session.identity),
      ]);
      const facts = { pushKey: push.publicKey, isPushed: held !== null, offersMail };
      return ok({ answer: address === null ? facts : { ...facts, address } });
    },

    async putPush({ request, session }) {
      const refused = refusalFor(session);
      if (refused !== null) return err(refused);
      if (!push.mayReach(request.endpoint)) return err({ type: "PushNotAllowed" });
      if (!isPushPoint(request.p256dh)) return err({ type: "Malformed", at: "p256dh" });
      const put = await store.putPush(session.identity, session.device, request);
      return put.ok ? ok({ answer: {} }) : put;
    },

    async removePush({ session }) {
      const removed = await store.removePush(session.device);
      return removed.ok ? ok({ answer: {} }) : removed;
    },

    async askMail({ request, session }) {
      const refused = refusalFor(session);
      if (refused !== null) return err(refused);
      if (!offersMail) return err({ type: "MailNotOffered" });
      const { address } = request;
      const retryAfterMs = numbersToOne.take(address.toLowerCase()) || numbersSent.take("host");
      if (retryAfterMs > 0) return err({ type: "TooMany", retryAfterMs });
      const now = clock();
      const number = sixDigits(random);
      const asked = await store.askToConfirm({
        identity: session.identity,
        address,
        number,
        tries: limits.mailNumberTries,
        expires: now + limits.mailNumberLifeMs,
        now,
        sentMax: limits.mailNumbersADay,
        sentMs: dayMs,
      });
      if (asked.ok) sender.sendNumber(address, number);
      if (asked.ok) return ok({ answer: {} });
      const { error } = asked;
      return err(error.type === "SentTooMany" ? { type: "TooMany", retryAfterMs: error.until - now } : error);
    },

    async confirmMail({ request, session }) {
      const refused = refusalFor(session);
      if (refused !== null) return err(refused);
      const confirmed = await store.confirmMail(session.identity, request.number, clock());
      return confirmed.ok ? ok({ answer: {} }) : confirmed;
    },

    async removeMail({ session }) {
      const refused = refusalFor(session);
      if (refused !== null) return err(refused);
      const removed = await store.removeMail(session.identity);
      return removed.ok ? ok({ answer: {} }) : removed;
    },

    async planReminders({ request, session }) {
      const refused = refusalFor(session);
      if (refused !== null) return err(refused);
      const uneven = (["push", "mail"] as const).find((list) =>
        request[list].some((at) => at % limits.wakeUpStepMs !== 0),
      );
      if (uneven !== undefined) return err({ type: "Malformed", at: uneven });
      const plan = { push: within(request.push), mail: within(request.mail) };
      const put = await store.putWakeUps(session.identity, session.device, plan);
      return put.ok ? ok({ answer: {} }) : put;
    },
  };
}

/** Bias of one in four thousand is nothing against five tries. */
function sixDigits(random: RandomBytes): string {
  const bytes = random(4);
  const drawn = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  return String(drawn % 1_000_000).padStart(6, "0");
}
