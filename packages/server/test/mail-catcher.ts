/** A mail server of the tests' own, which keeps what it is sent. */
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import type { ServerConfig } from "../src/index.ts";

export type Caught = {
  readonly from: string;
  readonly to: readonly string[];
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
  /** All of it as it came, and what the client called itself. */
  readonly raw: string;
  readonly calledItself: string;
};

export const catcherLogin = { user: "host", password: "a password of the host's" };

export class MailCatcher {
  readonly caught: Caught[] = [];
  /** What recipients are answered; 250 takes the mail. */
  answer: () => number = () => 250;
  readonly #server: SMTPServer;
  #wake: () => void = () => undefined;

  private constructor() {
    this.#server = new SMTPServer({
      hideSTARTTLS: true,
      allowInsecureAuth: true,
      logger: false,
      onAuth: ({ username, password }, _session, done) => {
        const isRight = username === catcherLogin.user && password === catcherLogin.password;
        if (isRight) done(null, { user: username });
        else done(Object.assign(new Error("no"), { responseCode: 535 }));
      },
      onRcptTo: (_address, _session, done) => {
        const responseCode = this.answer();
        if (responseCode === 250) done();
        else done(Object.assign(new Error("no"), { responseCode }));
      },
      onData: (stream, { envelope, hostNameAppearsAs }, done) => {
        const parts: Buffer[] = [];
        stream.on("data", (part) => parts.push(part));
        stream.on("end", () => {
          const raw = Buffer.concat(parts).toString("utf8");
          const [head = "", ...body] = raw.split("\r\n\r\n");
          const headers = new Map(
            head.split("\r\n").map((line) => {
              const [name = "", ...value] = line.split(": ");
              return [name.toLowerCase(), value.join(": ")] as const;
            }),
          );
          this.caught.push({
            from: envelope.mailFrom ? envelope.mailFrom.address : "",
            to: envelope.rcptTo.map(({ address }) => address),
            headers,
            text: body.join("\r\n\r\n").replaceAll("\r\n", "\n").trim(),
            raw,
            calledItself: String(hostNameAppearsAs),
          });
          done();
          this.#wake();
        });
      },
    });
  }

  static async start(): Promise<MailCatcher> {
    const catcher = new MailCatcher();
    await new Promise<void>((resolve) => catcher.#server.listen(0, "127.0.0.1", resolve));
    return catcher;
  }

  get config(): NonNullable<ServerConfig["mail"]> {
    const { port } = this.#server.server.address() as AddressInfo;
    return { host: "127.0.0.1", port, tls: "none", login: catcherLogin, from: "post@notes.example" };
  }

  /** Resolves once `count` were caught in all, with the last of them. */
  async arrived(count: number): Promise<Caught> {
    while (this.caught.length < count)
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    return this.caught[count - 1]!;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}

/** The number in a mail that confirms an address. */
export const numberIn = ({ text }: Caught): string => /^\d{6}$/m.exec(text)![0];
