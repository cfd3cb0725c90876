import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** What the app may do in a browser. No inline anything. */
export const contentSecurityPolicy = (scriptSources: string): string =>
  [
    "default-src 'none'",
    `script-src ${scriptSources}`,
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types svelte-trusted-html goldseam",
  ].join("; ");

/** Headers of everything that a browser shows or runs. */
const pageHeaders: Readonly<Record<string, string>> = {
  "content-security-policy": contentSecurityPolicy("'self'"),
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-resource-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  // The camera reads square codes; nothing else is asked for.
  "permissions-policy":
    "camera=(self), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
};

/** Argon2 is WebAssembly, and runs in this worker alone. */
const stretchWorker = /^\/assets\/stretch\.worker-[A-Za-z0-9_-]+\.js$/;

/** Addresses that the app draws itself; they and everything below them are answered with its one page. */
const shellAddresses = ["/today", "/together", "/notes", "/talk", "/reading", "/i"];

const typeByEnding: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  json: "application/json; charset=utf-8",
  webmanifest: "application/manifest+json; charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
  ico: "image/x-icon",
  webp: "image/webp",
  woff2: "font/woff2",
  txt: "text/plain; charset=utf-8",
  wasm: "application/wasm",
};

const encodings = { br: ".br", gzip: ".gz" } as const;
type Encoding = keyof typeof encodings;

type AppFile = {
  readonly headers: Readonly<Record<string, string>>;
  readonly etag: string;
  readonly plain: Buffer;
  readonly encoded: Partial<Record<Encoding, Buffer>>;
};

export type AppAnswer = {
  readonly status: 200 | 304;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
};

/**
 * The built app, read once into memory.
 *
 * An address is looked up in a list of what there is, so that no address can name anything else on the disk.
 */
export class AppFiles {
  readonly #files = new Map<string, AppFile>();

  constructor(directory: string | null) {
    if (directory === null || !statSync(directory, { throwIfNoEntry: false })?.isDirectory()) return;
    for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || /\.(br|gz|map)$/.test(entry.name)) continue;
      const file = join(entry.parentPath, entry.name);
      const address = `/${relative(directory, file).split(sep).join("/")}`;
      this.#files.set(address, readAppFile(address, file));
    }
  }

  /** The answer to a GET of `address`, or null when the app has none there. */
  answer(
    address: string,
    asked: { readonly acceptEncoding: string | undefined; readonly ifNoneMatch: string | undefined },
  ): AppAnswer | null {
    const file = this.#files.get(isShell(address) ? "/index.html" : address);
    if (file === undefined) return null;
    const headers = { ...file.headers, etag: file.etag };
    if (asked.ifNoneMatch === file.etag) return { status: 304, headers, body: null };
    const encoding = (["br", "gzip"] as const).find(
      (name) => file.encoded[name] !== undefined && accepts(asked.acceptEncoding, name),
    );
    if (encoding === undefined) return { status: 200, headers, body: file.plain };
    return {
      status: 200,
      headers: { ...headers, "content-encoding": encoding },
      body: file.encoded[encoding]!,
    };
  }
}

const isShell = (address: string): boolean =>
  address === "/" || shellAddresses.some((shell) => address === shell || address.startsWith(`${shell}/`));

const accepts = (header: string | undefined, encoding: Encoding): boolean =>
  header
    ?.split(",")
    .some((part) => part.trim().split(";")[0] === encoding && !/;\s*q=0(\.0*)?\s*$/.test(part)) ?? false;

function readAppFile(address: string, file: string): AppFile {
  const read = (ending: string): Buffer | undefined =>
    statSync(file + ending, { throwIfNoEntry: false }) ? readFileSync(file + ending) : undefined;
  const encoded: AppFile["encoded"] = {};
  for (const name of ["br", "gzip"] as const) {
    const bytes = read(encodings[name]);
    if (bytes !== undefined) encoded[name] = bytes;
  }
  const { size, mtimeMs } = statSync(file);
  const isNamedByContent = address.startsWith("/assets/");
  const ending = address.slice(address.lastIndexOf(".") + 1);
  return {
    plain: readFileSync(file),
    encoded,
    etag: `"${size.toString(36)}-${Math.floor(mtimeMs).toString(36)}"`,
    headers: {
      ...pageHeaders,
      ...(stretchWorker.test(address) && {
        "content-security-policy": contentSecurityPolicy("'self' 'wasm-unsafe-eval'"),
      }),
      "content-type": typeByEnding[ending] ?? "application/octet-stream",
      "cache-control": isNamedByContent ? "public, max-age=31536000, immutable" : "no-cache",
      vary: "accept-encoding",
    },
  };
}
