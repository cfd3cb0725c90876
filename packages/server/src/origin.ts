import { Lru } from "./lru.ts";

/**
 * Whether a page of `origin` may use the server that was asked as `host`.
 *
 * A configured origin may; so may one whose own host is the one asked, over TLS, or over plain http on this
 * machine alone. No origin at all is refused: browsers always send one with what changes something.
 */
export function originIsRight(
  origin: string | undefined,
  { host, configured }: { host: string | undefined; configured: readonly string[] },
): origin is string {
  if (origin === undefined) return false;
  if (configured.includes(origin)) return true;
  const asked = `${origin} ${host}`;
  const known = judged.get(asked);
  if (known !== undefined) return known;
  const isRight = isOwnOrigin(origin, host);
  judged.set(asked, isRight);
  return isRight;
}

/** The answers last given: reading an address costs more than the rest of the gate, and few are ever asked. */
const judged = new Lru<boolean>(256);

function isOwnOrigin(origin: string, host: string | undefined): boolean {
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  if (url.origin !== origin || url.host !== host?.toLowerCase()) return false;
  return url.protocol === "https:" || (url.protocol === "http:" && isThisMachine(url.hostname));
}

/** Whether a URL's host name is this machine's own, wherever it is asked. */
export const isThisMachine = (hostname: string): boolean =>
  hostname === "localhost" ||
  hostname.endsWith(".localhost") ||
  hostname === "127.0.0.1" ||
  hostname === "[::1]";
