import { type Bytes, err, ok, type Result } from "@goldseam/core";
import {
  appendAnswerSchema,
  decodeLiveDown,
  decodePullAnswer,
  encodeAppend,
  encodeJson,
  encodeLiveUp,
  encodePull,
  endpoints,
  errorAnswerSchema,
  parseAnswer,
  paths,
} from "@goldseam/sync";
import { safeParse } from "valibot";
import type { LiveConnection, LiveListener, Transport, WireError } from "./transport.ts";

/** What the transport is made of; browsers and Node give the same shapes. */
export type Network = {
  /** The server's origin, for example `https://notes.example`. */
  readonly origin: string;
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  readonly openSocket: (address: string) => WebSocket;
};

const unreachable = err({ type: "Unreachable" } as const);

/** The transport over HTTP and one WebSocket. Shape: docs/formats/wire.md. */
export function httpTransport({ origin, fetch, openSocket }: Network): Transport {
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
      const answered = await post(paths.append, encodeAppend({ room, items }));
      if (!answered.ok) return answered;
      const parsed = safeParse(appendAnswerSchema, answered.value);
      return parsed.success && parsed.output.items.length === items.length ? ok(parsed.output) : unreachable;
    },
    live: (listener) => openLive(openSocket(origin.replace(/^http/, "ws") + paths.live), listener),
  };
}

function openLive(socket: WebSocket, listener: LiveListener): LiveConnection {
  let isOver = false;
  const finish = (): void => {
    if (isOver) return;
    isOver = true;
    listener.closed();
  };
  socket.binaryType = "arraybuffer";
  socket.onopen = () => listener.opened();
  socket.onclose = finish;
  socket.onerror = finish;
  socket.onmessage = ({ data }) => {
    if (isOver) return;
    const message = data instanceof ArrayBuffer ? decodeLiveDown(new Uint8Array(data)) : undefined;
    if (!message?.ok) return socket.close();
    switch (message.value.type) {
      case "items":
        return listener.delivered(message.value);
      case "refused":
        return listener.refused(message.value.room);
      case "account changed":
        return listener.accountChanged();
    }
  };
  return {
    follow: (room, after) => {
      if (socket.readyState === socket.OPEN) socket.send(encodeLiveUp({ type: "follow", room, after }));
    },
    close: () => {
      finish();
      socket.close();
    },
  };
}
