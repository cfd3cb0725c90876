import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { type Bytes, type Clock, concatBytes, type MemberId, type RandomBytes, u64 } from "@goldseam/core";
import { memberIdOf } from "@goldseam/crypto/verify";
import { limits } from "@goldseam/sync";
import type { ServerConfig } from "./config.ts";
import { Lru } from "./lru.ts";
import type { NewSession, SpentChallenge, Store } from "./store.ts";

export type Session = {
  readonly identity: Bytes;
  readonly memberId: MemberId;
  readonly device: Bytes;
  readonly tokenHash: Bytes;
  readonly expires: number;
  /** Until when what is private is kept back from its device; 0 when nothing is. */
  readonly waitsUntil: number;
};

const cookieName = "__Host-session";
const cookieFacts = "Path=/; HttpOnly; Secure; SameSite=Strict";
/** Takes the session from the browser. */
export const clearedCookie = `${cookieName}=; ${cookieFacts}; Max-Age=0`;

export const sha256 = (bytes: Uint8Array): Bytes =>
  new Uint8Array(createHash("sha256").update(bytes).digest()) as Bytes;

/**
 * Challenges and sessions.
 *
 * A challenge carries its own time and a code made with the server's secret, so that asking for one stores
 * nothing: strangers cannot fill the disk, and any process behind a balancer knows one when it comes back. It is
 * stored as spent together with the session that it opens, which makes it good once.
 *
 * The cookie holds 32 random bytes; the store holds their hash, so that a copy of the store opens nothing.
 */
export class Sessions {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #random: RandomBytes;
  readonly #secret: Bytes;
  readonly #trustedMs: number;
  readonly #known: Lru<{ session: Session; checkedAt: number }>;

  constructor(options: {
    store: Store;
    clock: Clock;
    random: RandomBytes;
    secret: Bytes;
    config: ServerConfig["accounts"];
  }) {
    this.#store = options.store;
    this.#clock = options.clock;
    this.#random = options.random;
    this.#secret = options.secret;
    this.#trustedMs = options.config.sessionTrustedMs;
    this.#known = new Lru(options.config.sessionsCachedMax);
  }

  /** `u64 time | 8 random bytes | 16 bytes of an HMAC of both`. */
  newChallenge(): Bytes {
    const asked = concatBytes(u64(this.#clock()), this.#random(8));
    return concatBytes(asked, this.#codeOf(asked));
  }

  /** What to store as spent, if this server made the challenge and it can still be answered; else null. */
  spendable(challenge: Bytes): SpentChallenge | null {
    const asked = challenge.subarray(0, 16) as Bytes;
    if (!timingSafeEqual(this.#codeOf(asked), challenge.subarray(16))) return null;
    const made = Number(new DataView(asked.buffer, asked.byteOffset).getBigUint64(0));
    const until = made + limits.challengeLifeMs;
    const now = this.#clock();
    return now < until && made <= now + clocksApartMs ? { challenge, until } : null;
  }

  /** A session not yet stored, and the cookie that will open it. */
  newSession(identity: Bytes, device: Bytes): { session: NewSession; cookie: string } {
    const token = this.#random(32);
    const expires = this.#clock() + limits.sessionLifeMs;
    const text = Buffer.from(token).toString("base64url");
    const cookie = `${cookieName}=${text}; ${cookieFacts}; Max-Age=${limits.sessionLifeMs / 1_000}`;
    return { session: { identity, device, expires, tokenHash: sha256(token) }, cookie };
  }

  /** The session that the cookies open, if it is at hand; undefined when the store must be asked. */
  known(cookies: string | undefined): Session | undefined {
    const text = tokenIn(cookies);
    const known = text === undefined ? undefined : this.#known.get(text);
    if (known === undefined) return undefined;
    const now = this.#clock();
    const { session, checkedAt } = known;
    const isTrusted = checkedAt <= now && now < checkedAt + this.#trustedMs && isLive(session, now);
    return isTrusted ? session : undefined;
  }

  /** The session that the request's cookies open, or null. */
  async of(cookies: string | undefined): Promise<Session | null> {
    const known = this.known(cookies);
    if (known !== undefined) return known;
    const text = tokenIn(cookies);
    if (text === undefined) return null;
    const now = this.#clock();
    const tokenHash = sha256(Buffer.from(text, "base64url"));
    const stored = await this.#store.session(tokenHash);
    if (stored === null || !isLive(stored, now)) {
      this.#known.delete(text);
      return null;
    }
    const session = { ...stored, tokenHash, memberId: memberIdOf(stored.identity) };
    this.#known.set(text, { session, checkedAt: now });
    return session;
  }

  /** Forgets what is known about sessions that ended, so that they end here at once. */
  forget(isEnded: (session: Session) => boolean): void {
    this.#known.deleteWhere(({ session }) => isEnded(session));
  }

  #codeOf(asked: Bytes): Uint8Array {
    return createHmac("sha256", this.#secret)
      .update("goldseam/1/challenge\0")
      .update(asked)
      .digest()
      .subarray(0, 16);
  }
}

/** How far the clocks of two processes on one store may stand apart. */
const clocksApartMs = 60_000;

/**
 * Whether a session has neither ended nor begun yet: one that ends later than a session can was made while the clock
 * stood ahead, and its device signs in again by itself.
 */
const isLive = ({ expires }: { readonly expires: number }, now: number): boolean =>
  now < expires && expires <= now + limits.sessionLifeMs + clocksApartMs;

const tokenIn = (cookies: string | undefined): string | undefined =>
  cookies === undefined ? undefined : tokenPattern.exec(cookies)?.[1];
const tokenPattern = /(?:^|; )__Host-session=([A-Za-z0-9_-]{43})(?:;|$)/;
