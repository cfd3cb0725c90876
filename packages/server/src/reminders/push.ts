import { createECDH, ECDH } from "node:crypto";
import { type Bytes, type RandomBytes, utf8 } from "@goldseam/core";
import type { PushSubscription, Store } from "../store.ts";
import { reminderText } from "./reminder-text.ts";

export type PushConfig = {
  /**
   * Push services that may be sent to: a host by its name, or `*.` and the end of one, over https; or one whole origin.
   * Default the services of Chrome, Firefox, Edge and Safari. A device names the address, and this server goes there:
   * what is not on the list is refused.
   */
  readonly services: readonly string[];
  /** Where a push service can reach the host: `https://…` or `mailto:…`. Default the first https origin. */
  readonly contact: string | null;
};

/** What became of one try to reach somebody. `later`: worth another try. `gone`: there is nobody to reach any more. */
export type Outcome = "sent" | "later" | "gone" | "refused";

/** The key that push services know this server by. The public half is what browsers subscribe with. */
export type PushKeys = { readonly privateKey: Bytes; readonly publicKey: Bytes };

/** What every push carries, whoever it is for. Its reader shows its own words whatever comes. */
export const pushPayload: Bytes = utf8(reminderText);

/** How long a push service may hold a push back: what came an hour late would be a reminder at the wrong time. */
const heldSecondsMax = 3_600;
const tryMs = 10_000;
/** The contact of a server that has no https origin: some services ask for one, and there is none to give. */
const nobody = "https://notes.invalid";

/** The keys that the store keeps; made the first time, so that several processes and a restored backup have the same. */
export async function pushKeysOf(store: Pick<Store, "secret">, random: RandomBytes): Promise<PushKeys> {
  const keys = pushKeysFrom(await store.secret("push", freshPrivateKey(random)));
  if (keys === null) throw new Error("the store holds a key for pushing that is none");
  return keys;
}

function freshPrivateKey(random: RandomBytes): Bytes {
  for (;;) {
    const tried = random(32);
    // One number in four thousand million is no key of this curve.
    if (publicKeyOf(tried) !== null) return tried;
  }
}

/** The pair of a kept private key; null when it is none. */
export function pushKeysFrom(privateKey: Bytes): PushKeys | null {
  const publicKey = publicKeyOf(privateKey);
  return publicKey && { privateKey, publicKey };
}

function publicKeyOf(privateKey: Bytes): Bytes | null {
  const curve = createECDH("prime256v1");
  try {
    curve.setPrivateKey(privateKey);
  } catch {
    return null;
  }
  return new Uint8Array(curve.getPublicKey()) as Bytes;
}

/** Whether `point` is a public key of the curve that browsers use. */
export function isPushPoint(point: Uint8Array): boolean {
  if (point[0] !== 4) return false;
  try {
    ECDH.convertKey(point, "prime256v1");
    return true;
  } catch {
    return false;
  }
}

/** Whether `services` has the address: only then does this server send anything there. */
export function isOfService(endpoint: string, services: PushConfig["services"]): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, hostname, port, origin, username, password } = new URL(endpoint);
  if (username !== "" || password !== "") return false;
  const isPlain = protocol === "https:" && port === "";
  return services.some((service) => {
    if (service.includes("://")) return service === origin;
    if (!isPlain) return false;
    return service.startsWith("*.") ? hostname.endsWith(service.slice(1)) : hostname === service;
  });
}

/** Whom push services are told to turn to; null when there is nobody to name. */
export const contactOf = ({ contact }: PushConfig, origins: readonly string[]): string | null =>
  contact ?? origins.find((origin) => origin.startsWith("https://")) ?? null;

/** Why pushes may not be sent so, as a sentence; null when they may. */
export function pushRefusal({ services, contact }: PushConfig): string | null {
  const wrong = services.find(
    (service) => !/^(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(service) && !isOrigin(service),
  );
  if (wrong !== undefined)
    return `'${wrong}' is no push service; one looks like push.example or *.push.example.`;
  if (contact !== null && !/^(?:https:\/\/|mailto:)./.test(contact))
    return `'${contact}' is no contact; one looks like https://… or mailto:….`;
  return null;
}
const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text;

/** Sends pushes that all say the same, sealed to each browser's own key and signed for its service. */
export class PushSender {
  readonly #keys: PushKeys;
  readonly #config: PushConfig;
  readonly #contact: string;

  constructor(keys: PushKeys, config: PushConfig, origins: readonly string[]) {
    this.#keys = keys;
    this.#config = config;
    this.#contact = contactOf(config, origins) ?? nobody;
  }

  get publicKey(): Bytes {
    return this.#keys.publicKey;
  }

  mayReach(endpoint: string): boolean {
    return isOfService(endpoint, this.#config.services);
  }

  /** One try. Never throws; a service that answers late, leads elsewhere or is away is for `later`. */
  async send({ endpoint, p256dh, auth }: PushSubscription, stop: AbortSignal): Promise<Outcome> {
    // The list may have been shortened since the subscription came.
    if (!this.mayReach(endpoint)) return "refused";
    try {
      const { method, headers, body } = await this.#requestFor({ endpoint, p256dh, auth });
      const response = await fetch(endpoint, {
        method,
        headers,
        body,
        redirect: "error",
        signal: AbortSignal.any([stop, AbortSignal.timeout(tryMs)]),
      });
      await response.body?.cancel();
      return outcomeOf(response.status);
    } catch {
      // No network, no answer in time, or a redirect: nothing says that the browser has gone.
      return "later";
    }
  }

  async #requestFor({ endpoint, p256dh, auth }: PushSubscription) {
    // Loaded with the first push: a server that sends none is smaller without it.
    const { default: webPush } = await import("web-push");
    const keys = { p256dh: textOf(p256dh), auth: textOf(auth) };
    const { method, headers, body } = webPush.generateRequestDetails(
      { endpoint, keys },
      Buffer.from(pushPayload),
      {
        vapidDetails: {
          subject: this.#contact,
          publicKey: textOf(this.#keys.publicKey),
          privateKey: textOf(this.#keys.privateKey),
        },
        TTL: heldSecondsMax,
        // Of several that a sleeping phone did not get, the last one is enough.
        topic: "reminder",
      },
    );
    const { "Content-Length": _, ...kept } = headers as Record<string, string>;
    return { method, headers: kept, body: new Uint8Array(body) };
  }
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");

function outcomeOf(status: number): Outcome {
  if (status >= 200 && status < 300) return "sent";
  if (status === 404 || status === 410) return "gone";
  return status === 429 || status >= 500 ? "later" : "refused";
}
