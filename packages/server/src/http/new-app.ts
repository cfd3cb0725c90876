import { limits } from "@goldseam/sync";
import Fastify, { type FastifyInstance } from "fastify";
import type { ServerConfig } from "../config.ts";
import type { Answered } from "../metrics/relay-metrics.ts";
import { refuse, refusedAs } from "./answers.ts";

/** One answered request: nothing that names a person, a room or what was said. */
export type LogLine = {
  readonly method: string;
  /** The pattern of the address, never the address. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
  /** Name of the error behind a `Broken`. */
  readonly broken?: string;
};

/** Who is told of each answered request. */
export type Observers = {
  readonly log: ((line: LogLine) => void) | undefined;
  readonly answered: ((request: Answered) => void) | undefined;
};

/** An app without routes: what it reads, how long it waits, and how it answers what went wrong. */
export function newApp({ listen, time }: ServerConfig, { log, answered }: Observers): FastifyInstance {
  const app = Fastify({
    logger: false,
    trustProxy: listen.trustProxy,
    bodyLimit: limits.jsonBytesMax,
    requestTimeout: time.requestMs,
    http: { headersTimeout: time.headMs, connectionsCheckingInterval: time.lookMs },
    keepAliveTimeout: time.keepAliveMs,
    forceCloseConnections: "idle",
    exposeHeadRoutes: false,
    return503OnClosing: true,
    routerOptions: { maxParamLength: 64 },
  });
  app.decorateRequest("passed");
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "string" }, (_request, text, done) => {
    try {
      done(null, JSON.parse(text as string));
    } catch {
      done(Object.assign(new Error("not JSON"), { statusCode: 400 }));
    }
  });
  app.addContentTypeParser("application/octet-stream", { parseAs: "buffer" }, (_request, bytes, done) => {
    done(null, bytes);
  });

  const brokenByRequest = new WeakMap<object, string>();
  app.setErrorHandler((error: Error & { code?: string; statusCode?: number }, request, reply) => {
    if (error.code === "FST_ERR_CTP_BODY_TOO_LARGE") return refuse(reply, { type: "TooLarge" });
    if (error.statusCode !== undefined && error.statusCode < 500) {
      return refuse(reply, { type: "Malformed", at: "body" });
    }
    brokenByRequest.set(request, error.name);
    return refuse(reply, { type: "Broken" });
  });

  if (log !== undefined) {
    app.addHook("onResponse", async (request, reply) => {
      const broken = brokenByRequest.get(request);
      const route = request.routeOptions.url ?? "app";
      const { method } = request;
      log({ method, route, status: reply.statusCode, ms: reply.elapsedTime, ...(broken && { broken }) });
    });
  }
  if (answered !== undefined) {
    app.addHook("onResponse", async (request, reply) => {
      const route = request.routeOptions.url ?? "app";
      answered({ route, status: reply.statusCode, ms: reply.elapsedTime, refused: refusedAs(reply) });
    });
  }
  return app;
}
