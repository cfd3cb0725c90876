import { type Bytes, base64url, err, ok, type Result } from "@goldseam/core";
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
 * The transport over HTTP and WebSockets. Shape: docs/formats/wire.md.
 *
 * What is short is appended on the line that follows its room, and else over HTTP; so is what a line broke on, since the
 * server at its end may be an older one, or a proxy may not let it pass. A room never goes on another's line: Private has
 * one of its own, and what happens to it must not be felt in the couple's room.
 */
export function httpTransport({ origin, fetch, openSocket, timer }: Network): Transport {
  const lines = new Set<Line>();
  /** Rooms of which a line ended with something unanswered. */
  const broken = new Set<string>();
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
      const roomId = base64url(room);
      for (const line of broken.has(roomId) ? [] : lines) {
        const onLine = line.append({ room, items });
        if (onLine !== undefined) return onLine;
      }
      const answered = await post(paths.append, encodeAppend({ room, items }));
      if (!answered.ok) return answered;
      broken.delete(roomId);
      const parsed = safeParse(appendAnswerSchema, answered.value);
      return parsed.success && parsed.output.items.length === items.length ? ok(parsed.output) : unreachable;
    },
    live(listener) {
      const socket = openSocket(origin.replace(/^http/, "ws") + paths.live);
      const line: Line = openLine(socket, timer, listener, (unanswered) => {
        lines.delete(line);
        for (const roomId of unanswered) broken.add(roomId);
      });
      lines.add(line);
      return line;
    },
  };
}

type Line = LiveConnection & {
  /** Sends a batch, or nothing where it is too long or its room is not followed here: then there is no answer to wait for. */
  append(batch: AppendRequest): ReturnType<Transport["append"]> | undefined;
};
type Answer = Awaited<ReturnType<Transport["append"]>>;
const answerOf = (error: ReturnType<typeof decodeError>): Answer =>
  error.ok ? err(error.value) : unreachable;

function openLine(
  socket: WebSocket,
  timer: Timer,
  listener: LiveListener,
  ended: (unanswered: readonly string[]) => void,
): Line {
  let isOver = false;
  let asked = 0;
  const followed = new Set<string>();
  /** Appends whose answer has not come, by their number on this line. */
  const waiting = new Map<number, { readonly roomId: string; readonly answer: (answer: Answer) => void }>();
  const finish = (): void => {
    if (isOver) return;
    isOver = true;
    const unanswered = [...waiting.values()];
    ended(unanswered.map(({ roomId }) => roomId));
    listener.closed();
    for (const { answer } of unanswered) answer(unreachable);
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
        return waiting.get(message.ask)?.answer(ok({ items: [...message.places] }));
      case "not appended":
        // An error that is not known here is the same as no answer, as over HTTP.
        return waiting.get(message.ask)?.answer(answerOf(decodeError(message.error)));
    }
  };
  return {
    follow: (room, after) => {
      if (socket.readyState !== socket.OPEN) return;
      followed.add(base64url(room));
      socket.send(encodeLiveUp({ type: "follow", room, after }));
    },
    append(batch) {
      const roomId = base64url(batch.room);
      if (isOver || socket.readyState !== socket.OPEN || !followed.has(roomId)) return undefined;
      const ask = asked;
      const message = encodeLiveUp({ type: "append", ask, batch });
      if (message.length > limits.liveUpBytesMax) return undefined;
      asked += 1;
      return new Promise((resolve) => {
        const cancel = timer(drop, lineSilentMsMax);
        const answer = (given: Answer): void => {
          waiting.delete(ask);
          cancel();
          resolve(given.ok && given.value.items.length !== batch.items.length ? unreachable : given);
        };
        waiting.set(ask, { roomId, answer });
        socket.send(message);
      });
    },
    close: drop,
  };
}
