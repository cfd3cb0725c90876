import { type Bytes, err, ok, type Result } from "@goldseam/core";
import {
  type AppendRequest,
  appendAnswerSchema,
  decodeError,
  decodeLiveDown,
  decodePullAnswer,
  encodeAppend,
  encodeJson,
  encodeLiveUp,
  encodePull,
  endpoints,
  errorAnswerSchema,
  limits,
  parseAnswer,
  paths,
} from "@goldseam/sync";
import { safeParse } from "valibot";
import type { Timer } from "../surroundings.ts";
import type { LiveConnection, LiveListener, Transport, WireError } from "./transport.ts";

/** What the transport is made of; browsers and Node give the same shapes. */
export type Network = {
  /** The server's origin, for example `https://notes.example`. */
  readonly origin: string;
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  readonly openSocket: (address: string) => WebSocket;
  readonly timer: Timer;
};

const unreachable = err({ type: "Unreachable" } as const);

/** After so long without an answer a line is dead, whatever it says: a phone that changed its network is not told. */
const lineSilentMsMax = 20_000;

/**
 * The transport over HTTP and one WebSocket. Shape: docs/formats/wire.md.
 *
 * What is short is appended on the line while one is open, and else over HTTP; so is what a line broke on, since the
 * server at its end may be an older one, or a proxy may not let it pass.
 */
export function httpTransport({ origin, fetch, openSocket, timer }: Network): Transport {
  let line: Line | undefined;
  let hasBroken = false;
  const post = async (
    path: string,
    body: string | Bytes,
    read: (response: Response) => Promise<unknown> = (response) => response.json(),
  ): Promise<Result<unknown, WireError>> => {
    const contentType = typeof body === "string" ? "application/json" : "application/octet-stream";
    try {
      const response = await fetch(origin + path, {
        method: "POST",
        headers: { "content-type": contentType },
        credentials: "same-origin",
        cache: "no-store",
        body,
      });
      if (response.ok) return ok(await read(response));
      const refused = safeParse(errorAnswerSchema, await response.json());
      return refused.success ? err(refused.output.error) : unreachable;
    } catch {
      // A network failure and an answer that is no JSON (a proxy's page) are the same to a person: no server.
      return unreachable;
    }
  };
  return {
    origin,
    async ask(name, request) {
      const answered = await post(endpoints[name].path, encodeJson(request));
      if (!answered.ok) return answered;
      const parsed = parseAnswer(name, answered.value);
      return parsed.ok ? parsed : unreachable;
    },
    async pull(room, after, most) {
      const bytes = async (response: Response) =>
        decodePullAnswer(new Uint8Array(await response.arrayBuffer()));
      const answered = await post(paths.pull, encodePull({ room, after, most }), bytes);
      if (!answered.ok) return answered;
      const decoded = answered.value as ReturnType<typeof decodePullAnswer>;
      return decoded.ok ? decoded : unreachable;
    },
    async append(room, items) {
      const onLine = hasBroken ? undefined : line?.append({ room, items });
      if (onLine !== undefined) return onLine;
      const answered = await post(paths.append, encodeAppend({ room, items }));
      if (!answered.ok) return answered;
      hasBroken = false;
      const parsed = safeParse(appendAnswerSchema, answered.value);
      return parsed.success && parsed.output.items.length === items.length ? ok(parsed.output) : unreachable;
    },
    live(listener) {
      const socket = openSocket(origin.replace(/^http/, "ws") + paths.live);
      const opened: Line = openLine(socket, timer, listener, (unanswered) => {
        if (line === opened) line = undefined;
        hasBroken ||= unanswered > 0;
      });
      line = opened;
      return opened;
    },
  };
}

type Line = LiveConnection & {
  /** Sends a batch, or nothing where it is too long or the line is not open: then there is no answer to wait for. */
  append(batch: AppendRequest): ReturnType<Transport["append"]> | undefined;
};
type Answer = Awaited<ReturnType<Transport["append"]>>;
const answerOf = (error: ReturnType<typeof decodeError>): Answer =>
  error.ok ? err(error.value) : unreachable;

function openLine(
  socket: WebSocket,
  timer: Timer,
  listener: LiveListener,
  ended: (unanswered: number) => void,
): Line {
  let isOver = false;
  let asked = 0;
  /** Appends whose answer has not come, by their number on this line. */
  const waiting = new Map<number, (answer: Answer) => void>();
  const finish = (): void => {
    if (isOver) return;
    isOver = true;
    ended(waiting.size);
    listener.closed();
    for (const answer of [...waiting.values()]) answer(unreachable);
  };
  const drop = (): void => {
    finish();
    socket.close();
  };
  socket.binaryType = "arraybuffer";
  socket.onopen = () => listener.opened();
  socket.onclose = finish;
  socket.onerror = finish;
  socket.onmessage = ({ data }) => {
    if (isOver) return;
    const decoded = data instanceof ArrayBuffer ? decodeLiveDown(new Uint8Array(data)) : undefined;
    if (!decoded?.ok) return socket.close();
    const message = decoded.value;
    switch (message.type) {
      case "items":
        return listener.delivered(message);
      case "refused":
        return listener.refused(message.room);
      case "account changed":
        return listener.accountChanged();
      case "appended":
        return waiting.get(message.ask)?.(ok({ items: [...message.places] }));
      case "not appended":
        // An error that is not known here is the same as no answer, as over HTTP.
        return waiting.get(message.ask)?.(answerOf(decodeError(message.error)));
    }
  };
  return {
    follow: (room, after) => {
      if (socket.readyState === socket.OPEN) socket.send(encodeLiveUp({ type: "follow", room, after }));
    },
    append(batch) {
      if (isOver || socket.readyState !== socket.OPEN) return undefined;
      const ask = asked;
      const message = encodeLiveUp({ type: "append", ask, batch });
      if (message.length > limits.liveUpBytesMax) return undefined;
      asked += 1;
      return new Promise((resolve) => {
        const cancel = timer(drop, lineSilentMsMax);
        waiting.set(ask, (answer) => {
          waiting.delete(ask);
          cancel();
          resolve(answer.ok && answer.value.items.length !== batch.items.length ? unreachable : answer);
        });
        socket.send(message);
      });
    },
    close: drop,
  };
}
