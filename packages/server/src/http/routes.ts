import type { Bytes, Clock, Result } from "@goldseam/core";
import {
  type ApiError,
  type AppendRequest,
  decodeAppend,
  decodePull,
  type EndpointName,
  encodePullAnswer,
  endpoints,
  limits,
  parseRequest,
  paths,
} from "@goldseam/sync";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Answered, OpenHandlers, SignedInHandlers } from "../call.ts";
import type { Session } from "../sessions.ts";
import type { Place, Store } from "../store.ts";
import { isOpenTo } from "../waiting.ts";
import { answer, refuse, sendBytes, sendJson } from "./answers.ts";
import type { Gate, Passed } from "./gate.ts";

const passedOf = (request: FastifyRequest): Passed => request.passed!;

/** Serves the endpoints that speak JSON: those for anyone, and those for who is signed in. */
export function serveEndpoints(
  app: FastifyInstance,
  gate: Gate,
  handlers: { readonly open: OpenHandlers; readonly signedIn: SignedInHandlers },
): void {
  for (const [hook, group] of [
    [gate.anyone, handlers.open],
    [gate.signedIn, handlers.signedIn],
  ] as const) {
    for (const [name, handler] of Object.entries(group) as [EndpointName, AnyHandler][]) {
      app.post(endpoints[name].path, { onRequest: hook }, async (request, reply) => {
        const body = parseRequest(name, request.body);
        if (!body.ok) return refuse(reply, body.error);
        return answer(reply, await handler({ request: body.value, ...passedOf(request) }));
      });
    }
  }
}

type AnyHandler = (call: object) => Promise<Result<Answered<EndpointName>, ApiError>>;

export type RecordParts = {
  readonly store: Store;
  readonly clock: Clock;
  /** Stores a batch that came in `length` bytes, or says why not. */
  readonly append: (
    session: Session,
    batch: AppendRequest,
    length: number,
  ) => Promise<Result<readonly Place[], ApiError>>;
};

/** Serves what travels as bytes: appending to a record, and reading it. */
export function serveRecords(app: FastifyInstance, gate: Gate, { store, clock, append }: RecordParts): void {
  app.post(
    paths.append,
    { bodyLimit: limits.appendBytesMax, onRequest: gate.signedIn },
    async (request, reply) => {
      const body = bytesOf(request);
      const batch = decodeAppend(body);
      if (!batch.ok) return refuse(reply, batch.error);
      const places = await append(passedOf(request).session!, batch.value, body.length);
      if (!places.ok) return refuse(reply, places.error);
      return sendJson(reply, 200, JSON.stringify({ items: places.value }));
    },
  );

  app.post(paths.pull, { bodyLimit: 64, onRequest: gate.signedIn }, async (request, reply) => {
    const asked = decodePull(bytesOf(request));
    if (!asked.ok) return refuse(reply, asked.error);
    const { room, after, most } = asked.value;
    const session = passedOf(request).session!;
    const { identity } = session;
    const membership = await store.membership(room, identity);
    if (membership === null || !(await isOpenTo(session, room, store, clock())))
      return refuse(reply, { type: "RoomNotFound" });
    const pageUpTo = (untilN: number | null) =>
      store.page(room, { after, upTo: untilN ?? 0xffff_ffff, most, bytesMax: limits.pullBytesMax });
    let page = await pageUpTo(membership.untilN);
    if (store.shared !== undefined && membership.untilN === null) {
      // They may have left at another process while the page was read.
      const left = await store.membership(room, identity);
      if (left !== null && left.untilN !== null) page = await pageUpTo(left.untilN);
    }
    const { items, newest } = page;
    return sendBytes(reply, encodePullAnswer({ ...newest, placed: items }));
  });
}

/**
 * A body of bytes; nothing when another kind was sent, which no decoder takes.
 *
 * A view that is no `Buffer`: a Buffer's `slice` copies nothing, and parsers rely on a copy.
 */
const bytesOf = ({ body }: FastifyRequest): Bytes =>
  body instanceof Uint8Array
    ? (new Uint8Array(body.buffer, body.byteOffset, body.length) as Bytes)
    : new Uint8Array();
