import type { Bytes } from "@goldseam/core";
import {
  type AnswerOf,
  type ApiError,
  decodeLiveDown,
  decodePullAnswer,
  type EndpointName,
  encodeAppend,
  encodeJson,
  encodeLiveUp,
  encodePull,
  endpoints,
  errorAnswerSchema,
  type LiveDown,
  type LiveUp,
  type PullAnswer,
  parseAnswer,
  paths,
  type RequestOf,
} from "@goldseam/sync";
import * as v from "valibot";
import { WebSocket } from "ws";
import * as kit from "./test-kit.ts";

export type Refused = { readonly status: number; readonly error: ApiError };
export type Answer<T> = { readonly ok: T } | { readonly refused: Refused };

/** The value of an answer that must have been given. */
export function granted<T>(answer: Answer<T>): T {
  if ("refused" in answer) throw new Error(`refused: ${JSON.stringify(answer.refused)}`);
  return answer.ok;
}

/** One device of one person, speaking to a server as a browser would. */
export class TestClient {
  readonly base: string;
  readonly origin: string;
  readonly person: kit.Person;
  readonly device: kit.Device;
  cookie = "";

  constructor(base: string, person = kit.newPerson(), device = kit.newDevice()) {
    this.base = base;
    this.origin = base;
    this.person = person;
    this.device = device;
  }

  /** A client with an account and a session. */
  static async signedUp(base: string): Promise<TestClient> {
    const client = new TestClient(base);
    granted(await client.signUp());
    return client;
  }

  async send(path: string, body: string | Bytes, headers: Record<string, string> = {}): Promise<Response> {
    const type = typeof body === "string" ? "application/json" : "application/octet-stream";
    const response = await fetch(this.base + path, {
      method: "POST",
      body,
      headers: { "content-type": type, origin: this.origin, cookie: this.cookie, ...headers },
    });
    const cookie = response.headers.get("set-cookie");
    if (cookie !== null) this.cookie = cookie.split(";")[0]!;
    return response;
  }

  async ask<Name extends EndpointName>(
    name: Name,
    request: RequestOf<Name>,
  ): Promise<Answer<AnswerOf<Name>>> {
    const response = await this.send(endpoints[name].path, encodeJson(request));
    if (!response.ok) return { refused: await refusedOf(response) };
    const answer = parseAnswer(name, await response.json());
    if (!answer.ok) throw new Error(`the answer of ${name} is not the document's: ${answer.error.at}`);
    return { ok: answer.value };
  }

  async proof(device = this.device): Promise<{ challenge: Bytes; signature: Bytes }> {
    const { challenge } = granted(await this.ask("challenge", {}));
    return { challenge, signature: kit.sessionSignature(device, challenge, this.origin) };
  }

  slot(kind: "password" | "kit" = "password") {
    return { kind, locator: kit.random(16), login: kit.random(32), wrapped: kit.random(64) };
  }

  async signUp(slots = [this.slot()]): Promise<Answer<AnswerOf<"accounts">>> {
    return this.ask("accounts", {
      identity: this.person.identity.publicKey,
      link: kit.accountLogLink(this.person, this.device),
      slots,
      ...(await this.proof()),
    });
  }

  async signIn(): Promise<Answer<AnswerOf<"sessions">>> {
    return this.ask("sessions", { device: this.device.id, ...(await this.proof()) });
  }

  async append(
    room: Bytes,
    ...items: readonly { readonly bytes: Bytes }[]
  ): Promise<Answer<{ n: number; t: number }[]>> {
    const response = await this.send(
      paths.append,
      encodeAppend({ room, items: items.map(({ bytes }) => bytes) }),
    );
    if (!response.ok) return { refused: await refusedOf(response) };
    return { ok: ((await response.json()) as { items: { n: number; t: number }[] }).items };
  }

  async pull(room: Bytes, after = 0, most = 1_000): Promise<Answer<PullAnswer>> {
    const response = await this.send(paths.pull, encodePull({ room, after, most }));
    if (!response.ok) return { refused: await refusedOf(response) };
    const answer = decodePullAnswer(new Uint8Array(await response.arrayBuffer()));
    if (!answer.ok) throw new Error(`a pull's answer is not the document's: ${answer.error.at}`);
    return { ok: answer.value };
  }

  /** A couple's room of this person alone. */
  async newRoom(
    kind: keyof typeof kit.roomKinds = "couple",
  ): Promise<{ room: Bytes; genesis: kit.BuiltItem }> {
    const genesis = kit.genesis(this.person, this.device, { kind });
    granted(await this.append(genesis.room, genesis));
    return { room: genesis.room, genesis };
  }

  async live(): Promise<TestLine> {
    const socket = new WebSocket(this.base.replace("http", "ws") + paths.live, {
      headers: { cookie: this.cookie, origin: this.origin },
    });
    return TestLine.opened(socket);
  }
}

/** What a refusal says, which must be one of the document's. */
export async function refusedOf(response: Response): Promise<Refused> {
  return { status: response.status, error: v.parse(errorAnswerSchema, await response.json()).error };
}

/** A live line that keeps what arrives until it is asked for. */
export class TestLine {
  readonly socket: WebSocket;
  readonly #arrived: LiveDown[] = [];
  #wake: () => void = () => {};
  readonly closed: Promise<number>;

  private constructor(socket: WebSocket) {
    this.socket = socket;
    this.closed = new Promise((resolve) => socket.on("close", resolve));
    socket.on("message", (data: Buffer) => {
      const message = decodeLiveDown(new Uint8Array(data));
      if (!message.ok) throw new Error(`a live message is not the document's: ${message.error.at}`);
      this.#arrived.push(message.value);
      this.#wake();
    });
  }

  static opened(socket: WebSocket): Promise<TestLine> {
    const line = new TestLine(socket);
    return new Promise((resolve, reject) => {
      socket.on("open", () => resolve(line));
      socket.on("error", reject);
    });
  }

  say(message: LiveUp): void {
    this.socket.send(encodeLiveUp(message));
  }

  /** The next message, whenever it comes. */
  async next(): Promise<LiveDown> {
    while (this.#arrived.length === 0) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return this.#arrived.shift()!;
  }

  async nextItems(): Promise<Extract<LiveDown, { type: "items" }>> {
    const message = await this.next();
    if (message.type !== "items") throw new Error(`expected items, got ${message.type}`);
    return message;
  }
}
