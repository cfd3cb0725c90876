import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { err, type Instant, ok, type Result } from "@goldseam/core";
import {
  checkerOnThisThread,
  checkerOnThreadPool,
  configFrom,
  defaultConfig,
  type MailConfig,
  type MetricsConfig,
  mailRefusal,
  metricsRefusal,
  openPostgresStore,
  openSqliteStore,
  type PushConfig,
  pushRefusal,
  type RunningServer,
  type ServerConfig,
  type Store,
  startServer,
} from "@goldseam/server";
import { readArguments, refuse } from "./arguments.ts";
import { backupAtOf } from "./backup-mark.ts";
import { databaseHelp, databaseOf, reasonOf } from "./database.ts";
import { hostKeyName, publicFileOf, readPublicKey } from "./host-key.ts";

const usage = `goldseam serve [--port N] [--host ADDRESS] [--data FOLDER | --database ADDRESS] [--origin ORIGIN]… [--leave-to ADDRESS] [--trust-proxy] [--metrics PORT]

Runs a relay and the app on this machine until it is told to stop (Ctrl-C).

  --port      TCP port, 0 for any free one     GOLDSEAM_PORT      ${defaultConfig.listen.port}
  --host      Address to listen on             GOLDSEAM_HOST      ${defaultConfig.listen.host}
  --data      Folder of the database           GOLDSEAM_DATA      ./data
  --database  A PostgreSQL database instead,   GOLDSEAM_DATABASE  none
              ${databaseHelp}; several processes may serve one
  --origin    An origin behind which it runs,  GOLDSEAM_ORIGIN    none
              such as https://goldseam.example; may be given several times, or with spaces between
  --leave-to  Where "Exit" goes                GOLDSEAM_LEAVE_TO  ${defaultConfig.app.leaveTo}
  --trust-proxy  Believe X-Forwarded-For       GOLDSEAM_TRUST_PROXY=1
              Only behind a proxy that overwrites it. Without it, limits count all strangers there as one.
  --host-key  The public half of the key by   GOLDSEAM_HOST_KEY_PUBLIC  host-key.pub
              which practitioners are confirmed; made by goldseam practitioner confirm      in the data folder
  --metrics   Metrics for Prometheus, on a     GOLDSEAM_METRICS   none
              port of their own of this machine, such as 9464. ADDRESS:PORT shows them to other machines, to who
              sends the token that is in GOLDSEAM_METRICS_TOKEN
  --mail      A mail server for reminders,     GOLDSEAM_MAIL      none
              smtps://HOST or smtp://HOST, which must then speak TLS; a port may follow. Where it asks who sends,
              in GOLDSEAM_MAIL_USER and GOLDSEAM_MAIL_PASSWORD
  --mail-from The address that they come from  GOLDSEAM_MAIL_FROM none
  --push-service  Where notifications may go,  GOLDSEAM_PUSH_SERVICES
              as push.example or *.push.example; may be given several times, or with spaces between
              ${defaultConfig.push.services.join(" ")}
  --push-contact  Whom push services turn to,  GOLDSEAM_PUSH_CONTACT
              https://… or mailto:…                               the first https origin

A flag counts before the environment.
`;

export const serveOptions = {
  port: { type: "string" },
  host: { type: "string" },
  data: { type: "string" },
  database: { type: "string" },
  origin: { type: "string", multiple: true },
  "leave-to": { type: "string" },
  "trust-proxy": { type: "boolean" },
  "host-key": { type: "string" },
  metrics: { type: "string" },
  mail: { type: "string" },
  "mail-from": { type: "string" },
  "push-service": { type: "string", multiple: true },
  "push-contact": { type: "string" },
  help: { type: "boolean" },
} as const;

type Choices = { readonly config: ServerConfig; readonly data: string; readonly database: string | null };

export const appDirectory = path.resolve(import.meta.dirname, "../../web/dist");

/** `goldseam serve`: answers once the server has ended. */
export async function serve(args: readonly string[]): Promise<number> {
  const read = readArguments(args, serveOptions);
  if (!read.ok) return refuse(`${read.error}\n\n${usage}`, 2);
  const { values, positionals } = read.value;
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  if (positionals.length > 0) return refuse(`'${positionals[0]}' is not understood.\n\n${usage}`, 2);
  const choices = choicesOf(values, process.env);
  if (!choices.ok) return refuse(`${choices.error}\n`, 2);
  const { config, data, database } = choices.value;
  const opened = database === null ? openFile(data) : await openDatabase(database);
  if (!opened.ok) return refuse(`${opened.error}\n`, 1);
  const store = opened.value;
  const started = await start(config, store, database === null ? data : null);
  if (!started.ok) {
    await store.close();
    return refuse(`${started.error}\n`, 1);
  }
  const stopped = stopSignal();
  const { metricsAddress } = started.value;
  const metricsLine = metricsAddress === null ? "" : `Metrics are at ${metricsAddress}\n`;
  process.stdout.write(`Goldseam is at ${addressOf(config, started.value)}\n${metricsLine}`);
  await stopped;
  await started.value.close();
  await store.close();
  return 0;
}

export type Values = Readonly<
  Partial<
    Record<
      | "port"
      | "host"
      | "data"
      | "database"
      | "leave-to"
      | "metrics"
      | "mail"
      | "mail-from"
      | "push-contact"
      | "host-key",
      string
    >
  > & {
    origin?: readonly string[];
    "push-service"?: readonly string[];
    "trust-proxy"?: boolean;
  }
>;

/** Flags, then the environment, then the defaults; or the sentence that says which of them cannot be. */
export function choicesOf(values: Values, environment: NodeJS.ProcessEnv): Result<Choices, string> {
  const portText = values.port ?? environment.GOLDSEAM_PORT ?? String(defaultConfig.listen.port);
  const port = Number(portText);
  if (!/^\d{1,5}$/.test(portText) || port > 65_535) return err(`'${portText}' is not a port.`);
  const host = values.host ?? environment.GOLDSEAM_HOST ?? defaultConfig.listen.host;
  const data = path.resolve(values.data ?? environment.GOLDSEAM_DATA ?? "data");
  if (values.data !== undefined && values.database !== undefined)
    return err("Choose one of --data and --database.");
  const database = databaseOf(values.data === undefined ? values.database : "", environment);
  if (!database.ok) return database;
  const origins = values.origin ?? (environment.GOLDSEAM_ORIGIN ?? "").split(/[\s,]+/).filter(Boolean);
  const notAnOrigin = origins.find((origin) => !URL.canParse(origin) || new URL(origin).origin !== origin);
  if (notAnOrigin !== undefined) {
    return err(`'${notAnOrigin}' is not an origin; one looks like https://goldseam.example.`);
  }
  const leaveTo = values["leave-to"] ?? environment.GOLDSEAM_LEAVE_TO ?? defaultConfig.app.leaveTo;
  if (!/^https?:/.test(leaveTo) || !URL.canParse(leaveTo)) return err(`'${leaveTo}' is not an address.`);
  const trustProxy = values["trust-proxy"] ?? environment.GOLDSEAM_TRUST_PROXY === "1";
  const metrics = metricsOf(
    values.metrics ?? environment.GOLDSEAM_METRICS,
    environment.GOLDSEAM_METRICS_TOKEN,
  );
  if (!metrics.ok) return metrics;
  const hostKeyFile = path.resolve(
    values["host-key"] ?? environment.GOLDSEAM_HOST_KEY_PUBLIC ?? path.join(data, publicFileOf(hostKeyName)),
  );
  const key = readPublicKey(hostKeyFile);
  if (!key.ok) return key;
  const mail = mailOf(values.mail ?? environment.GOLDSEAM_MAIL, {
    from: values["mail-from"] ?? environment.GOLDSEAM_MAIL_FROM,
    user: environment.GOLDSEAM_MAIL_USER,
    password: environment.GOLDSEAM_MAIL_PASSWORD,
  });
  if (!mail.ok) return mail;
  const push = pushOf(values, environment);
  if (!push.ok) return push;
  const directory = existsSync(appDirectory) ? appDirectory : null;
  const config = configFrom({
    listen: { host, port, origins, trustProxy },
    app: { directory, leaveTo },
    host: { key: key.value },
    metrics: metrics.value,
    mail: mail.value,
    push: push.value,
  });
  return ok({ config, data, database: database.value });
}

/** `PORT` of this machine, or `ADDRESS:PORT`; an address that others reach needs the token. */
function metricsOf(text = "", token = ""): Result<MetricsConfig | null, string> {
  if (text === "") return ok(null);
  const [, host = "127.0.0.1", port = ""] = /^(?:\[?([^\]]+)\]?:)?(\d{1,5})$/.exec(text) ?? [];
  if (port === "" || Number(port) > 65_535) return err(`'${text}' is no port for metrics.`);
  const metrics = { host, port: Number(port), token: token === "" ? null : token };
  const refusal = metricsRefusal(metrics);
  return refusal === null ? ok(metrics) : err(`${refusal} Put it into GOLDSEAM_METRICS_TOKEN.`);
}

/** `smtps://HOST[:PORT]`, or `smtp://HOST[:PORT]`, which speaks TLS from STARTTLS on unless it is this machine. */
export function mailOf(
  text = "",
  { from = "", user = "", password = "" }: { from?: string; user?: string; password?: string } = {},
): Result<MailConfig | null, string> {
  if (text === "") return ok(null);
  const [, scheme, bracketed, named, portText] =
    /^(smtps?):\/\/(?:\[([0-9a-f:]+)\]|([A-Za-z0-9.-]+))(?::(\d{1,5}))?\/?$/.exec(text) ?? [];
  const host = bracketed ?? named;
  if (host === undefined)
    return err(
      "GOLDSEAM_MAIL is no mail server; one looks like smtps://mail.example. Who sends stands apart.",
    );
  const isImplicit = scheme === "smtps";
  const port = Number(portText ?? (isImplicit ? 465 : 587));
  if (port > 65_535) return err(`'${portText}' is not a port.`);
  const isHere = /^(?:127\.\d+\.\d+\.\d+|::1|localhost)$/.test(host);
  const tls = isImplicit ? "implicit" : isHere ? "none" : "starttls";
  if (from === "") return err("Mail needs an address that it comes from. Put it into GOLDSEAM_MAIL_FROM.");
  const mail: MailConfig = { host, port, tls, login: user === "" ? null : { user, password }, from };
  const refusal = mailRefusal(mail);
  return refusal === null ? ok(mail) : err(refusal);
}

function pushOf(values: Values, environment: NodeJS.ProcessEnv): Result<PushConfig, string> {
  const named =
    values["push-service"] ?? (environment.GOLDSEAM_PUSH_SERVICES ?? "").split(/[\s,]+/).filter(Boolean);
  const push = {
    services: named.length > 0 ? named : defaultConfig.push.services,
    contact: values["push-contact"] ?? environment.GOLDSEAM_PUSH_CONTACT ?? null,
  };
  const refusal = pushRefusal(push);
  return refusal === null ? ok(push) : err(refusal);
}

/** The store in `data`, which is made where it is missing; or the sentence that says that it cannot be. */
function openFile(data: string): Result<Store, string> {
  try {
    mkdirSync(data, { recursive: true, mode: 0o700 });
    return ok(openSqliteStore({ file: path.join(data, "goldseam.sqlite") }));
  } catch {
    return err(`The folder ${data} is not writable, or its database cannot be opened.`);
  }
}

async function openDatabase(url: string): Promise<Result<Store, string>> {
  try {
    return ok(await openPostgresStore({ url }));
  } catch (error) {
    return err(`The database cannot be opened: ${reasonOf(error)}.`);
  }
}

async function start(
  config: ServerConfig,
  store: Store,
  data: string | null,
): Promise<Result<RunningServer, string>> {
  const clock = () => Date.now() as Instant;
  const random = (length: number) => new Uint8Array(randomBytes(length));
  try {
    const lastBackupAt = () => (data === null ? null : backupAtOf(data));
    // Where there is one core, handing signatures to other threads is work and helps nobody.
    const checker = availableParallelism() > 1 ? checkerOnThreadPool() : checkerOnThisThread();
    return ok(await startServer(config, { store, clock, random, checker, lastBackupAt }));
  } catch (error) {
    const { code, port = config.listen.port } = error as NodeJS.ErrnoException & { port?: number };
    const { host } = config.listen;
    if (code === "EADDRINUSE") return err(`Port ${port} is taken. Choose another with --port.`);
    if (code === "EACCES")
      return err(`Port ${port} may not be used by this user. Choose another with --port.`);
    if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
      return err(`'${host}' is no address of this machine.`);
    throw error;
  }
}

/** Browsers give a page of `localhost` what they give one over TLS; a bare address of this machine, not all do. */
function addressOf({ listen }: ServerConfig, { address }: RunningServer): string {
  const isHere = ["127.0.0.1", "0.0.0.0", "::", "::1", "localhost"].includes(listen.host);
  return isHere ? `http://localhost:${new URL(address).port}` : address;
}

/** Resolves at the first SIGINT or SIGTERM. A second one ends the process at once, as it would by itself. */
const stopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    const stop = (): void => {
      process.off("SIGINT", stop).off("SIGTERM", stop);
      resolve();
    };
    process.on("SIGINT", stop).on("SIGTERM", stop);
  });
