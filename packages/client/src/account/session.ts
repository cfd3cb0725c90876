import type { Result } from "@goldseam/core";
import type { Transport, WireError } from "../net/transport.ts";
import { openSession } from "./account.ts";
import type { Device } from "./device.ts";

/** The server, asked with a session: when it has ended, one is opened and the same is asked again, once. */
export class Session {
  readonly #transport: Transport;
  readonly #device: () => Device | undefined;

  /** Without a `device` nobody can be signed in: the server's refusal stands. */
  constructor(transport: Transport, device: () => Device | undefined) {
    this.#transport = transport;
    this.#device = device;
  }

  readonly ask: Transport["ask"] = (name, request) =>
    this.#signedIn(() => this.#transport.ask(name, request));

  readonly append: Transport["append"] = (room, items) =>
    this.#signedIn(() => this.#transport.append(room, items));

  async #signedIn<Answer>(ask: () => Promise<Result<Answer, WireError>>): Promise<Result<Answer, WireError>> {
    const answered = await ask();
    const device = this.#device();
    if (answered.ok || answered.error.type !== "NotSignedIn" || device === undefined) return answered;
    const opened = await openSession(device, this.#transport);
    return opened.ok ? ask() : opened;
  }
}
