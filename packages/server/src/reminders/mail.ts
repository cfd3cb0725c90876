import { mailAddressPattern } from "@goldseam/sync";
import { isThisMachine } from "../origin.ts";
import type { Outcome } from "./push.ts";
import { reminderText } from "./reminder-text.ts";

export type MailConfig = {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte, TLS that is asked for and demanded, or none: that only on this machine. */
  readonly tls: "implicit" | "starttls" | "none";
  readonly login: { readonly user: string; readonly password: string } | null;
  /** The address that mails come from. Choose one that names neither the app nor what it is for. */
  readonly from: string;
};

/** Why mail may not be sent so, as a sentence; null when it may. */
export function mailRefusal({ host, tls, from }: MailConfig): string | null {
  if (!mailAddressPattern.test(from)) return `'${from}' is no address that mail can come from.`;
  if (tls === "none" && !isThisMachine(host.includes(":") ? `[${host}]` : host))
    return `Mail to ${host} would leave this machine in clear.`;
  return null;
}

const waitMs = 10_000;

/** Loaded with the first mail or check: most hosts send none, and it takes as much memory as the web server. */
async function transportTo({ host, port, tls, login, from }: MailConfig) {
  const { createTransport } = await import("nodemailer");
  return createTransport({
    pool: true,
    maxConnections: 4,
    host,
    port,
    secure: tls === "implicit",
    requireTLS: tls === "starttls",
    ignoreTLS: tls === "none",
    ...(login === null ? {} : { auth: { user: login.user, pass: login.password } }),
    // What a mail server writes into its headers: the domain of the address, and not this machine's name.
    name: from.split("@")[1]!,
    connectionTimeout: waitMs,
    greetingTimeout: waitMs,
    socketTimeout: waitMs,
    dnsTimeout: waitMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** What is asked for and sent, one mail at a time for each of a few connections. */
export class MailSender {
  readonly #config: MailConfig;
  #transport: ReturnType<typeof transportTo> | undefined;
  #isClosed = false;

  constructor(config: MailConfig) {
    this.#config = config;
  }

  /** One try. Never throws. With a `number`, it stands alone under the sentence. */
  async send(address: string, number?: string): Promise<Outcome> {
    try {
      const transport = await this.#connections();
      await transport.sendMail({
        from: this.#config.from,
        to: { name: "", address },
        subject: reminderText,
        text: number === undefined ? `${reminderText}\n` : `${reminderText}\n\n${number}\n`,
        xMailer: false,
        // Mailboxes do not answer it that their owner is away.
        headers: { "Auto-Submitted": "auto-generated" },
      });
      return "sent";
    } catch (error) {
      const { responseCode = 0 } = error as { readonly responseCode?: number };
      return responseCode >= 500 ? "refused" : "later";
    }
  }

  /** Connects and signs in, and sends nothing. Throws what the other side said. */
  async verify(): Promise<void> {
    const transport = await this.#connections();
    await transport.verify();
  }

  /** Ends every connection. What is under way is cut off. */
  close(): void {
    this.#isClosed = true;
    this.#transport?.then(
      (transport) => transport.close({ force: true }),
      () => undefined,
    );
  }

  async #connections() {
    if (this.#isClosed) throw new Error("this sender was closed");
    this.#transport ??= transportTo(this.#config);
    return this.#transport;
  }
}
