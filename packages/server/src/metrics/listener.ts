import { createHash, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { isThisMachine } from "../origin.ts";

export type MetricsConfig = {
  /** Address of the metrics' own listener. */
  readonly host: string;
  /** TCP port; 0 takes any free one. */
  readonly port: number;
  /** What a reader must send as `Authorization: Bearer …`; null asks for nothing, on this machine alone. */
  readonly token: string | null;
};

export const metricsTokenMin = 32;

/** Why metrics may not be shown so, as a sentence; null when they may. */
export function metricsRefusal({ host, token }: MetricsConfig): string | null {
  if (token !== null && token.length < metricsTokenMin)
    return `The token of the metrics must have ${metricsTokenMin} characters or more.`;
  if (token === null && !isThisMachine(host.includes(":") ? `[${host}]` : host))
    return `Metrics on ${host} can be read from other machines: they need a token.`;
  return null;
}

export type MetricsParts = {
  readonly text: () => Promise<string>;
  /** Whether the server can serve: its store answers. */
  readonly isReady: () => Promise<boolean>;
};

/**
 * Answers `GET /metrics` and `GET /ready` on a port of its own, which no proxy of the app passes on.
 *
 * Everything else, and every reader without the token where there is one, is answered alike. Without a token the
 * name that was asked for must be this machine's own, so that no page in a browser here can be led to it by a
 * name that resolves to it.
 */
export async function listenForMetrics(
  config: MetricsConfig,
  parts: MetricsParts,
): Promise<{ readonly address: string; close(): Promise<void> }> {
  const server = createServer({ requestTimeout: 5_000, headersTimeout: 5_000, keepAliveTimeout: 5_000 });
  server.maxConnections = 64;
  server.on("request", (request, response) => {
    reply(config, parts, request, response).catch(() => end(response, 500, ""));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(config.port, config.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const host = config.host.includes(":") ? `[${config.host}]` : config.host;
  return {
    address: `http://${host}:${port}/metrics`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function reply(
  config: MetricsConfig,
  { text, isReady }: MetricsParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const isRead = request.method === "GET" && mayRead(config, request.headers);
  if (isRead && request.url === "/metrics") return end(response, 200, await text());
  if (!isRead || request.url !== "/ready") return end(response, 404, "");
  const ready = await isReady();
  end(response, ready ? 200 : 503, ready ? "ready\n" : "not ready\n");
}

function mayRead({ token }: MetricsConfig, { authorization, host }: IncomingMessage["headers"]): boolean {
  if (token !== null) return timingSafeEqual(digestOf(`Bearer ${token}`), digestOf(authorization ?? ""));
  return (
    host !== undefined && URL.canParse(`http://${host}`) && isThisMachine(new URL(`http://${host}`).hostname)
  );
}

const digestOf = (text: string): Buffer => createHash("sha256").update(text).digest();

function end(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, {
    "content-type": "text/plain; version=0.0.4; charset=utf-8",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  response.end(body);
}
