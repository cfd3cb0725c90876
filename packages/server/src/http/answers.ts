import type { Result } from "@goldseam/core";
import { type ApiError, type EndpointName, encodeJson } from "@goldseam/sync";
import type { FastifyReply } from "fastify";
import type { Answered } from "../call.ts";
import { statusByError } from "../errors.ts";

export const apiHeaders = { "cache-control": "no-store", "x-content-type-options": "nosniff" };
const jsonHeaders = { ...apiHeaders, "content-type": "application/json; charset=utf-8" };
const bytesHeaders = { ...apiHeaders, "content-type": "application/octet-stream" };

/** Which refusal an answer was, for metrics. */
const refusals = new WeakMap<FastifyReply, ApiError["type"]>();

export const refusedAs = (reply: FastifyReply): ApiError["type"] | undefined => refusals.get(reply);

export function refuse(reply: FastifyReply, error: ApiError): FastifyReply {
  refusals.set(reply, error.type);
  return sendJson(reply, statusByError[error.type], JSON.stringify({ error }));
}

export function answer(reply: FastifyReply, handled: Result<Answered<EndpointName>, ApiError>): FastifyReply {
  if (!handled.ok) return refuse(reply, handled.error);
  const { answer: facts, cookie } = handled.value;
  if (cookie !== undefined) reply.header("set-cookie", cookie);
  return sendJson(reply, 200, encodeJson(facts));
}

export const sendJson = (reply: FastifyReply, status: number, text: string): FastifyReply =>
  reply.code(status).headers(jsonHeaders).send(text);

export const sendBytes = (reply: FastifyReply, bytes: Uint8Array<ArrayBuffer>): FastifyReply =>
  reply.headers(bytesHeaders).send(Buffer.from(bytes.buffer));
