/** A push service of the tests' own: takes what a server sends, checks who signed it, and opens it as a browser would. */
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Bytes, base64url, concatBytes, fromBase64url, utf8 } from "@goldseam/core";
import { random } from "./test-kit.ts";

export type Received = { readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: Bytes };

/** What a browser holds of a subscription: what it tells the server, and the key that it keeps. */
export type Browser = {
  readonly endpoint: string;
  readonly p256dh: Bytes;
  readonly auth: Bytes;
  readonly privateKey: CryptoKey;
};

const curve = { name: "ECDH", namedCurve: "P-256" } as const;

export class TestPushService {
  readonly origin: string;
  readonly received: Received[] = [];
  /** What it answers; a function may answer each differently, or never. */
  answer: () => number | null = () => 201;
  readonly #server: Server;
  #wake: () => void = () => undefined;

  private constructor(server: Server) {
    this.#server = server;
    this.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  static async start(): Promise<TestPushService> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const service = new TestPushService(server);
    server.on("request", (request, response) => {
      const parts: Buffer[] = [];
      request.on("data", (part) => parts.push(part));
      request.on("end", () => {
        const { url = "", headers } = request;
        service.received.push({ path: url, headers, body: new Uint8Array(Buffer.concat(parts)) as Bytes });
        const status = service.answer();
        if (status !== null) response.writeHead(status, { location: `${service.origin}/elsewhere` }).end();
        service.#wake();
      });
    });
    return service;
  }

  async subscribed(): Promise<Browser> {
    const pair = await crypto.subtle.generateKey(curve, true, ["deriveBits"]);
    const p256dh = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey)) as Bytes;
    const endpoint = `${this.origin}/${base64url(random(12))}`;
    return { endpoint, p256dh, auth: random(16), privateKey: pair.privateKey };
  }

  /** Resolves once `count` were received in all. */
  async arrived(count: number): Promise<void> {
    while (this.received.length < count)
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

const bytesIn = (text: string): Bytes => {
  const bytes = fromBase64url(text);
  if (!bytes.ok) throw new Error(`no base64url: ${text}`);
  return bytes.value;
};

/**
 * Who signed a push, and for what: RFC 8292. Throws where the signature is not the named key's.
 *
 * `key` is the one that the header names, which must be the one that the browser subscribed with.
 */
export async function signedBy({
  headers,
}: Received): Promise<{ key: Bytes; claims: Record<string, unknown> }> {
  const [, jwt = "", named = ""] = /^vapid t=([^,]+), k=(\S+)$/.exec(headers.authorization ?? "") ?? [];
  const [head = "", claims = "", signature = ""] = jwt.split(".");
  const key = bytesIn(named);
  const ecdsa = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
  const verifier = await crypto.subtle.importKey("raw", key, ecdsa, false, ["verify"]);
  const isSigned = await crypto.subtle.verify(ecdsa, verifier, bytesIn(signature), utf8(`${head}.${claims}`));
  if (!isSigned) throw new Error("the push is not signed by the key that it names");
  return { key, claims: JSON.parse(Buffer.from(bytesIn(claims)).toString()) };
}

/** Opens a push with the browser's keys: RFC 8291 and RFC 8188. Throws where it was not sealed to them. */
export async function openedBy(browser: Browser, { body }: Received): Promise<Bytes> {
  const salt = body.slice(0, 16);
  const senderEnd = 21 + body[20]!;
  const sender = body.slice(21, senderEnd);
  const senderKey = await crypto.subtle.importKey("raw", sender, curve, false, []);
  const shared = await crypto.subtle.deriveBits({ name: "ECDH", public: senderKey }, browser.privateKey, 256);
  const info = concatBytes(utf8("WebPush: info\0"), browser.p256dh, sender as Bytes);
  const secret = await derived(new Uint8Array(shared), browser.auth, info, 32);
  const key = await derived(secret, salt, utf8("Content-Encoding: aes128gcm\0"), 16);
  const nonce = await derived(secret, salt, utf8("Content-Encoding: nonce\0"), 12);
  const aes = await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["decrypt"]);
  const sealed = body.slice(senderEnd);
  const padded = new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv: nonce }, aes, sealed));
  return padded.slice(0, padded.lastIndexOf(2)) as Bytes;
}

async function derived(
  secret: Uint8Array<ArrayBuffer>,
  salt: Uint8Array<ArrayBuffer>,
  info: Uint8Array<ArrayBuffer>,
  length: number,
): Promise<Bytes> {
  const key = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  const bits = await crypto.subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt, info }, key, 8 * length);
  return new Uint8Array(bits) as Bytes;
}
