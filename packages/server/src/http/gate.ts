import type { IncomingMessage } from "node:http";
import { err, ok, type Result } from "@goldseam/core";
import { type ApiError, paths } from "@goldseam/sync";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { ServerConfig } from "../config.ts";
import type { LiveHub } from "../live.ts";
import { originIsRight } from "../origin.ts";
import type { Pace } from "../pace.ts";
import { addressKey } from "../rate-limits.ts";
import type { Session, Sessions } from "../sessions.ts";
import { refuse } from "./answers.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** What the gate let through; set before any handler runs. */
    passed?: Passed;
  }
}

export type Passed = { readonly origin: string; readonly address: string; readonly session?: Session };

/** Stands before the body: nothing is read from those who may not send. Its hooks are for `onRequest`. */
export class Gate {
  readonly #origins: ServerConfig["listen"]["origins"];
  readonly #sessions: Sessions;
  readonly #pace: Pace;

  constructor(origins: ServerConfig["listen"]["origins"], sessions: Sessions, pace: Pace) {
    this.#origins = origins;
    this.#sessions = sessions;
    this.#pace = pace;
  }

  /** Lets anyone pass who comes from a right origin and not too often. */
  readonly anyone = async (request: FastifyRequest, reply: FastifyReply) => {
    const passed = this.#passStranger(request);
    if (!passed.ok) return refuse(reply, passed.error);
    request.passed = passed.value;
  };

  /**
   * Lets those pass who are signed in too.
   *
   * With a callback, since a session that is at hand needs no wait: half of the gate's cost otherwise.
   */
  readonly signedIn = (request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void): void => {
    const finish = (passed: Result<Passed, ApiError>) => {
      if (!passed.ok) return refuse(reply, passed.error);
      request.passed = passed.value;
      done();
    };
    const passed = this.#passSignedIn(request);
    if (passed instanceof Promise) passed.then(finish).catch(done);
    else finish(passed);
  };

  /** Lets a device open its live line. */
  async upgrade(request: IncomingMessage, live: LiveHub): Promise<Result<Session, ApiError>> {
    if (request.url !== paths.live) return err({ type: "NotFound" });
    const origin = this.#originOf(request.headers);
    if (!origin.ok) return origin;
    const session = await this.#sessions.of(request.headers.cookie);
    if (session === null) return err({ type: "NotSignedIn" });
    const retryAfterMs = this.#pace.accountRequests.take(session.memberId);
    if (retryAfterMs > 0) return err({ type: "TooMany", retryAfterMs });
    return live.hasRoomFor(session.memberId) ? ok(session) : err({ type: "TooMany", retryAfterMs: 1_000 });
  }

  #originOf({ origin, host }: IncomingMessage["headers"]): Result<string, ApiError> {
    return originIsRight(origin, { host, configured: this.#origins })
      ? ok(origin)
      : err({ type: "WrongOrigin" });
  }

  #passStranger(request: FastifyRequest): Result<Passed, ApiError> {
    const origin = this.#originOf(request.headers);
    if (!origin.ok) return origin;
    const address = addressKey(request.ip);
    const retryAfterMs = this.#pace.strangerRequests.take(address);
    return retryAfterMs > 0 ? err({ type: "TooMany", retryAfterMs }) : ok({ origin: origin.value, address });
  }

  #passSignedIn(request: FastifyRequest): Result<Passed, ApiError> | Promise<Result<Passed, ApiError>> {
    const origin = this.#originOf(request.headers);
    if (!origin.ok) return origin;
    const passAs = (session: Session | null): Result<Passed, ApiError> => {
      if (session === null) return err({ type: "NotSignedIn" });
      const retryAfterMs = this.#pace.accountRequests.take(session.memberId);
      if (retryAfterMs > 0) return err({ type: "TooMany", retryAfterMs });
      return ok({ origin: origin.value, address: request.ip, session });
    };
    const { cookie } = request.headers;
    const known = this.#sessions.known(cookie);
    return known === undefined ? this.#sessions.of(cookie).then(passAs) : passAs(known);
  }
}
