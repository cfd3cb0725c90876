import type { AddressInfo } from "node:net";
import { type Clock, err, type RandomBytes } from "@goldseam/core";
import { endpoints, paths } from "@goldseam/sync";
import type { ServerConfig } from "./config.ts";
import { statusByError } from "./errors.ts";
import { handlersOf } from "./handlers.ts";
import { Gate } from "./http/gate.ts";
import { type LogLine, newApp } from "./http/new-app.ts";
import { servePages } from "./http/pages.ts";
import { type RecordParts, serveEndpoints, serveRecords } from "./http/routes.ts";
import { takeUpgrades } from "./http/upgrades.ts";
import { LiveHub } from "./live.ts";
import { listenForMetrics } from "./metrics/listener.ts";
import { RelayMetrics } from "./metrics/relay-metrics.ts";
import { paceOf } from "./pace.ts";
import { MailSender } from "./reminders/mail.ts";
import { PushSender, pushKeysOf } from "./reminders/push.ts";
import { ReminderSender } from "./reminders/sender.ts";
import { Rooms } from "./rooms.ts";
import { type Session, Sessions } from "./sessions.ts";
import { checkerOnThisThread, type SignatureChecker } from "./signature-checker.ts";
import type { Store } from "./store.ts";
import { watcherOf } from "./watcher.ts";

export type ServerParts = {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: RandomBytes;
  /** Where signatures are checked. Default: on this thread. */
  readonly checker?: SignatureChecker;
  /** Told of each answered request. Default: nobody. */
  readonly log?: (line: LogLine) => void;
  /** When the last backup was finished, in milliseconds, for metrics; null when nobody knows. Default: nobody does. */
  readonly lastBackupAt?: () => number | null;
};

export type RunningServer = {
  /** For example `http://127.0.0.1:7424`. */
  readonly address: string;
  /** Where metrics are read, if they are configured. */
  readonly metricsAddress: string | null;
  /** Lines open now, bytes that wait on them, and rooms that they follow. */
  readonly load: () => LiveHub["load"];
  /** Answers what has begun, takes nothing new, and ends. The store stays open: it is the caller's. */
  close(): Promise<void>;
};

/** Starts the relay. Everything that it may touch is an argument. */
export async function startServer(config: ServerConfig, parts: ServerParts): Promise<RunningServer> {
  const { store, clock, random, checker = checkerOnThisThread(), log, lastBackupAt = () => null } = parts;
  const pace = paceOf(config.pace, clock);
  const secret = await store.secret("server", random(32));
  const sessions = new Sessions({ store, clock, random, secret, config: config.accounts });
  const broken = (method: string, route: string) => (name: string) =>
    log?.({ method, route, status: 500, ms: 0, broken: name });

  const live = new LiveHub({
    store,
    clock,
    config: config.live,
    requests: pace.accountRequests,
    append: (session, batch, length) => append(session, batch, length),
    onAnswered: (refused, ms) => {
      const status = refused === undefined ? 200 : statusByError[refused];
      log?.({ method: "POST", route: paths.append, status, ms });
      metrics?.answered({ route: paths.append, status, ms, refused });
    },
    onBroken: broken("GET", paths.live),
  });
  const metrics =
    config.metrics === null
      ? undefined
      : new RelayMetrics({ store, live: () => live.load, now: clock, lastBackupAt });
  const rooms = new Rooms({
    store,
    clock,
    checker,
    config: config.rooms,
    onAppended: (batch) => {
      live.appended(batch);
      metrics?.appended(batch.n - batch.firstN + 1);
    },
  });
  /** The one way in, for HTTP and the line alike. */
  const append: RecordParts["append"] = async (session, batch, length) => {
    const { memberId } = session;
    const retryAfterMs =
      pace.accountItems.take(memberId, batch.items.length) || pace.accountBytes.take(memberId, length);
    return retryAfterMs > 0 ? err({ type: "TooMany", retryAfterMs }) : rooms.append(session, batch);
  };
  await store.shared?.watch(watcherOf({ store, rooms, sessions, live, onBroken: broken("GET", paths.live) }));

  const push = new PushSender(await pushKeysOf(store, random), config.push, config.listen.origins);
  const sender = new ReminderSender({
    store,
    clock,
    push,
    mail: config.mail === null ? null : new MailSender(config.mail),
    counted: (count, by) => metrics?.reminded(count, by),
    onBroken: broken("POST", endpoints.planReminders.path),
  });

  const app = newApp(config, { log, answered: metrics && ((request) => metrics.answered(request)) });
  const gate = new Gate(config.listen.origins, sessions, pace);
  const roomsDeleted = () => rooms.forgetAll();
  serveEndpoints(
    app,
    gate,
    handlersOf({ config, store, clock, random, checker, sessions, live, pace, push, sender, roomsDeleted }),
  );
  serveRecords(app, gate, { store, clock, append });
  servePages(app, config.app, async (cookie) => {
    const session = await sessions.of(cookie).catch(() => null);
    if (session === null) return;
    await store.endSession(session.tokenHash).catch(() => undefined);
    const isIt = (one: Session) => Buffer.compare(one.tokenHash, session.tokenHash) === 0;
    sessions.forget(isIt);
    live.endLines(isIt);
  });
  takeUpgrades(app.server, gate, live, (status, refused) =>
    metrics?.answered({ route: paths.live, status, ms: 0, refused }),
  );

  const sweeping = setInterval(() => {
    for (const buckets of Object.values(pace)) buckets.sweep();
    // What cannot be swept now is swept the next time.
    store.sweep(clock()).catch(() => undefined);
  }, config.time.sweepMs).unref();
  const reminding = setInterval(() => void sender.look(), config.time.remindMs).unref();

  // Before the app's port: whoever is told that the server runs can read them.
  const metricsListener =
    config.metrics && metrics
      ? await listenForMetrics(config.metrics, {
          text: () => metrics.text(),
          isReady: () =>
            store.bytes().then(
              () => true,
              () => false,
            ),
        })
      : null;
  try {
    await app.listen({ host: config.listen.host, port: config.listen.port });
  } catch (error) {
    clearInterval(sweeping);
    clearInterval(reminding);
    await Promise.all([metricsListener?.close(), sender.close()]);
    throw error;
  }
  const { port } = app.server.address() as AddressInfo;
  const host = config.listen.host.includes(":") ? `[${config.listen.host}]` : config.listen.host;
  return {
    address: `http://${host}:${port}`,
    metricsAddress: metricsListener?.address ?? null,
    load: () => live.load,
    async close() {
      clearInterval(sweeping);
      clearInterval(reminding);
      live.close();
      metrics?.close();
      await Promise.all([app.close(), metricsListener?.close(), sender.close()]);
    },
  };
}
