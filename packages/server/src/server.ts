import type { IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { type Bytes, type Clock, err, ok, type RandomBytes, type Result } from "@goldseam/core";
import {
  type ApiError,
  type AppendRequest,
  decodeAppend,
  decodePull,
  type EndpointName,
  encodeJson,
  encodePullAnswer,
  endpoints,
  limits,
  parseRequest,
  paths,
} from "@goldseam/sync";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { WebSocketServer } from "ws";
import { accountHandlers } from "./accounts.ts";
import { AppFiles } from "./app-files.ts";
import type { Answered, OpenHandlers, OpenName, SignedInHandlers } from "./call.ts";
import type { ServerConfig } from "./config.ts";
import { statusByError } from "./errors.ts";
import { inviteHandlers } from "./invites.ts";
import { LiveHub } from "./live.ts";
import { meetingHandlers } from "./meetings.ts";
import { listenForMetrics } from "./metrics/listener.ts";
import { RelayMetrics } from "./metrics/relay-metrics.ts";
import { originIsRight } from "./origin.ts";
import { addressKey, type BucketSize, TokenBuckets } from "./rate-limits.ts";
import { reminderHandlers } from "./reminders/handlers.ts";
import { MailSender } from "./reminders/mail.ts";
import { PushSender, pushKeysOf } from "./reminders/push.ts";
import { ReminderSender } from "./reminders/sender.ts";
import { Rooms } from "./rooms.ts";
import { clearedCookie, type Session, Sessions } from "./sessions.ts";
import { checkerOnThisThread, type SignatureChecker } from "./signature-checker.ts";
import { SlotGuesses } from "./slot-guesses.ts";
import type { Place, Store } from "./store.ts";
import { isOpenTo } from "./waiting.ts";
import { watcherOf } from "./watcher.ts";

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
  const { store, clock, random, checker = checkerOnThisThread(), log } = parts;
  const bucketsOf = (size: BucketSize) => new TokenBuckets(size, { clock, keysMax: config.pace.keysMax });
  const pace = {
    strangerRequests: bucketsOf(config.pace.strangerRequests),
    accountsMade: bucketsOf(config.pace.accountsMade),
    slotOpenings: bucketsOf(config.pace.slotOpenings),
    slotGuesses: bucketsOf(config.pace.slotGuesses),
    accountRequests: bucketsOf(config.pace.accountRequests),
    accountItems: bucketsOf(config.pace.accountItems),
    accountBytes: bucketsOf(config.pace.accountBytes),
    numbersSent: bucketsOf(config.pace.numbersSent),
    numbersToOne: bucketsOf(config.pace.numbersToOne),
  };
  const secret = await store.secret("server", random(32));
  const sessions = new Sessions({ store, clock, random, secret, config: config.accounts });
  const brokenByRequest = new WeakMap<object, string>();
  const onBroken = (broken: string) =>
    log?.({ method: "GET", route: paths.live, status: 500, ms: 0, broken });
  const live = new LiveHub({
    store,
    clock,
    config: config.live,
    requests: pace.accountRequests,
    append: (session, batch, length) => appendAs(session, batch, length),
    onAnswered: (refused, ms) => {
      const status = refused === undefined ? 200 : statusByError[refused];
      log?.({ method: "POST", route: paths.append, status, ms });
      metrics?.answered({ route: paths.append, status, ms, refused });
    },
    onBroken,
  });
  const metrics =
    config.metrics === null
      ? null
      : new RelayMetrics({
          store,
          live: () => live.load,
          now: clock,
          lastBackupAt: parts.lastBackupAt ?? (() => null),
        });
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
  const appendAs = async (
    session: Session,
    batch: AppendRequest,
    length: number,
  ): Promise<Result<readonly Place[], ApiError>> => {
    const { memberId } = session;
    const retryAfterMs =
      pace.accountItems.take(memberId, batch.items.length) || pace.accountBytes.take(memberId, length);
    return retryAfterMs > 0 ? err({ type: "TooMany", retryAfterMs }) : rooms.append(session, batch);
  };
  await store.shared?.watch(watcherOf({ store, rooms, sessions, live, onBroken }));
  const app = newFastify(config);
  const gate = { config, sessions, pace };

  const accounts = accountHandlers({
    store,
    sessions,
    checker,
    live,
    config: config.accounts,
    accountsMade: pace.accountsMade,
    slotGuesses: new SlotGuesses({ here: pace.slotOpenings, everywhere: pace.slotGuesses }),
    clock,
    roomsDeleted: () => rooms.forgetAll(),
  });
  const meetings = meetingHandlers({ store, clock });
  const push = new PushSender(await pushKeysOf(store, random), config.push, config.listen.origins);
  const mail = config.mail === null ? null : new MailSender(config.mail);
  const sender = new ReminderSender({
    store,
    clock,
    push,
    mail,
    counted: (count, by) => metrics?.reminded(count, by),
    onBroken: (broken) =>
      log?.({ method: "POST", route: endpoints.planReminders.path, status: 500, ms: 0, broken }),
  });
  const reminders = reminderHandlers({
    store,
    clock,
    random,
    push,
    sender,
    offersMail: mail !== null,
    numbersSent: pace.numbersSent,
    numbersToOne: pace.numbersToOne,
  });
  const invites = inviteHandlers({ store, clock, checker, live, config: config.rooms });
  const open: OpenHandlers = {
    challenge: accounts.challenge,
    host: async () => ok({ answer: config.host.key === null ? {} : { key: config.host.key } }),
    accounts: accounts.accounts,
    devices: accounts.devices,
    sessions: accounts.sessions,
    openSlot: accounts.openSlot,
    lookAtInvite: invites.lookAtInvite,
    putInMeeting: meetings.putInMeeting,
    lookInMeeting: meetings.lookInMeeting,
  };
  const signedIn: SignedInHandlers = {
    endDevice: accounts.endDevice,
    endSession: accounts.endSession,
    putSlot: accounts.putSlot,
    pullAccountLog: accounts.pullAccountLog,
    makeInvite: invites.makeInvite,
    answerInvite: invites.answerInvite,
    myInvites: invites.myInvites,
    cancelInvite: invites.cancelInvite,
    myRooms: async ({ session }) => {
      const mine = await store.roomsOf(session.identity);
      const isOpen = await Promise.all(mine.map(({ room }) => isOpenTo(session, room, store, clock())));
      return ok({ answer: { rooms: mine.filter((_, index) => isOpen[index]) } });
    },
    openMeeting: meetings.openMeeting,
    endMeeting: meetings.endMeeting,
    ...reminders,
    deleteAccount: accounts.deleteAccount,
  };

  // The gate stands before the body: nothing is read from those who may not send.
  app.decorateRequest("passed");
  const passedOf = (request: FastifyRequest): Passed => request.passed!;
  const strangersOnly = async (request: FastifyRequest, reply: FastifyReply) => {
    const passed = passStranger(gate, request);
    if (!passed.ok) return refuse(reply, passed.error);
    request.passed = passed.value;
  };
  // With a callback, since a session that is at hand needs no wait: half of the gate's cost otherwise.
  const signedInOnly = (request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void) => {
    const finish = (passed: Result<Passed, ApiError>) => {
      if (!passed.ok) return refuse(reply, passed.error);
      request.passed = passed.value;
      done();
    };
    const passed = passSignedIn(gate, request);
    if (passed instanceof Promise) passed.then(finish).catch(done);
    else finish(passed);
  };

  for (const name of Object.keys(open) as OpenName[]) {
    app.post(endpoints[name].path, { onRequest: strangersOnly }, async (request, reply) => {
      const body = parseRequest(name, request.body);
      if (!body.ok) return refuse(reply, body.error);
      const handler = open[name] as (call: object) => Promise<Result<Answered<EndpointName>, ApiError>>;
      return answer(reply, await handler({ request: body.value, ...passedOf(request) }));
    });
  }

  for (const name of Object.keys(signedIn) as (keyof SignedInHandlers)[]) {
    app.post(endpoints[name].path, { onRequest: signedInOnly }, async (request, reply) => {
      const body = parseRequest(name, request.body);
      if (!body.ok) return refuse(reply, body.error);
      const handler = signedIn[name] as (call: object) => Promise<Result<Answered<EndpointName>, ApiError>>;
      return answer(reply, await handler({ request: body.value, ...passedOf(request) }));
    });
  }

  app.post(
    paths.append,
    { bodyLimit: limits.appendBytesMax, onRequest: signedInOnly },
    async (request, reply) => {
      const body = bytesOf(request);
      const batch = decodeAppend(body);
      if (!batch.ok) return refuse(reply, batch.error);
      const places = await appendAs(passedOf(request).session!, batch.value, body.length);
      if (!places.ok) return refuse(reply, places.error);
      return sendJson(reply, 200, JSON.stringify({ items: places.value }));
    },
  );

  app.post(paths.pull, { bodyLimit: 64, onRequest: signedInOnly }, async (request, reply) => {
    const asked = decodePull(bytesOf(request));
    if (!asked.ok) return refuse(reply, asked.error);
    const { room, after, most } = asked.value;
    const session = passedOf(request).session!;
    const { identity } = session;
    const membership = await store.membership(room, identity);
    if (membership === null || !(await isOpenTo(session, room, store, clock())))
      return refuse(reply, { type: "RoomNotFound" });
    const pageUpTo = (untilN: number | null) =>
      store.page(room, { after, upTo: untilN ?? 0xffff_ffff, most, bytesMax: limits.pullBytesMax });
    let page = await pageUpTo(membership.untilN);
    if (store.shared !== undefined && membership.untilN === null) {
      // They may have left at another process while the page was read.
      const left = await store.membership(room, identity);
      if (left !== null && left.untilN !== null) page = await pageUpTo(left.untilN);
    }
    const { items, newest } = page;
    const bytes = encodePullAnswer({ ...newest, placed: items });
    return reply.headers(bytesHeaders).send(Buffer.from(bytes.buffer));
  });

  app.get(paths.health, (_request, reply) => sendJson(reply, 200, '{"ok":true}'));

  // Exit: works without script, whatever the state of everything else, and leaves what the browser holds.
  app.get("/leave", async (request, reply) => {
    const session = await sessions.of(request.headers.cookie).catch(() => null);
    if (session !== null) {
      await store.endSession(session.tokenHash).catch(() => undefined);
      endEverywhere(session);
    }
    return reply
      .headers(apiHeaders)
      .header("set-cookie", clearedCookie)
      .header("referrer-policy", "no-referrer")
      .redirect(config.app.leaveTo, 303);
  });

  function endEverywhere({ tokenHash }: Session): void {
    const isIt = (one: Session) => Buffer.compare(one.tokenHash, tokenHash) === 0;
    sessions.forget(isIt);
    live.endLines(isIt);
  }

  const files = new AppFiles(config.app.directory);
  app.setNotFoundHandler((request, reply) => {
    const isRead = request.method === "GET" || request.method === "HEAD";
    const { "accept-encoding": acceptEncoding, "if-none-match": ifNoneMatch } = request.headers;
    const found = isRead
      ? files.answer(request.url.split("?")[0]!, {
          acceptEncoding: String(acceptEncoding ?? ""),
          ifNoneMatch,
        })
      : null;
    // A person who typed an address that is none reads the first page, with its Exit, and not a word for programs.
    const isPerson = isRead && String(request.headers.accept ?? "").includes("text/html");
    if (found === null && isPerson && config.app.directory !== null)
      return reply.code(303).header("location", "/").send();
    if (found === null) return refuse(reply, { type: "NotFound" });
    return reply.code(found.status).headers(found.headers).send(found.body);
  });

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

  if (metrics !== null) {
    app.addHook("onResponse", async (request, reply) => {
      const route = request.routeOptions.url ?? "app";
      const refused = refusedAs.get(reply);
      metrics.answered({ route, status: reply.statusCode, ms: reply.elapsedTime, refused });
    });
  }

  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.liveUpBytesMax,
    perMessageDeflate: false,
    clientTracking: false,
    // A device sends whole messages, and no pings: pongs would queue for one that does not read.
    maxFragments: 1,
    maxBufferedChunks: 64,
    autoPong: false,
  });
  app.server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on("error", () => socket.destroy());
    passUpgrade(gate, request, live).then(
      (passed) => {
        const refused = passed.ok ? undefined : passed.error.type;
        const status = refused === undefined ? 101 : statusByError[refused];
        metrics?.answered({ route: paths.live, status, ms: 0, refused });
        if (!passed.ok) return refuseUpgrade(socket, passed.error);
        sockets.handleUpgrade(request, socket, head, (line) => live.open(line, passed.value));
      },
      () => refuseUpgrade(socket, { type: "Broken" }),
    );
  });

  const sweeping = setInterval(() => {
    for (const buckets of Object.values(pace)) buckets.sweep();
    // What cannot be swept now is swept the next time.
    store.sweep(clock()).catch(() => undefined);
  }, config.time.sweepMs).unref();

  const reminding = setInterval(() => void sender.look(), config.time.remindMs).unref();

  // Before the app's port: whoever is told that the server runs can read them.
  const metricsListener =
    config.metrics === null
      ? null
      : await listenForMetrics(config.metrics, {
          text: () => metrics!.text(),
          isReady: () =>
            store.bytes().then(
              () => true,
              () => false,
            ),
        });
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

declare module "fastify" {
  interface FastifyRequest {
    /** What the gate let through; set before any handler runs. */
    passed?: Passed;
  }
}

type Passed = { readonly origin: string; readonly address: string; readonly session?: Session };

type Gate = {
  readonly config: ServerConfig;
  readonly sessions: Sessions;
  readonly pace: { readonly strangerRequests: TokenBuckets; readonly accountRequests: TokenBuckets };
};

function newFastify({ listen, time }: ServerConfig): FastifyInstance {
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
  return app;
}

function originOf({ listen }: ServerConfig, headers: IncomingMessage["headers"]): Result<string, ApiError> {
  const { origin, host } = headers;
  return originIsRight(origin, { host, configured: listen.origins })
    ? ok(origin)
    : err({ type: "WrongOrigin" });
}

function passStranger({ config, pace }: Gate, request: FastifyRequest): Result<Passed, ApiError> {
  const origin = originOf(config, request.headers);
  if (!origin.ok) return origin;
  const address = addressKey(request.ip);
  const retryAfterMs = pace.strangerRequests.take(address);
  return retryAfterMs > 0 ? err({ type: "TooMany", retryAfterMs }) : ok({ origin: origin.value, address });
}

function passSignedIn(
  { config, sessions, pace }: Gate,
  request: FastifyRequest,
): Result<Passed, ApiError> | Promise<Result<Passed, ApiError>> {
  const origin = originOf(config, request.headers);
  if (!origin.ok) return origin;
  const passAs = (session: Session | null): Result<Passed, ApiError> => {
    if (session === null) return err({ type: "NotSignedIn" });
    const retryAfterMs = pace.accountRequests.take(session.memberId);
    if (retryAfterMs > 0) return err({ type: "TooMany", retryAfterMs });
    return ok({ origin: origin.value, address: request.ip, session });
  };
  const { cookie } = request.headers;
  const known = sessions.known(cookie);
  return known === undefined ? sessions.of(cookie).then(passAs) : passAs(known);
}

async function passUpgrade(
  gate: Gate,
  request: IncomingMessage,
  live: LiveHub,
): Promise<Result<Session, ApiError>> {
  if (request.url !== paths.live) return err({ type: "NotFound" });
  const origin = originOf(gate.config, request.headers);
  if (!origin.ok) return origin;
  const session = await gate.sessions.of(request.headers.cookie);
  if (session === null) return err({ type: "NotSignedIn" });
  const retryAfterMs = gate.pace.accountRequests.take(session.memberId);
  if (retryAfterMs > 0) return err({ type: "TooMany", retryAfterMs });
  return live.hasRoomFor(session.memberId) ? ok(session) : err({ type: "TooMany", retryAfterMs: 1_000 });
}

function refuseUpgrade(socket: Duplex, error: ApiError): void {
  const body = JSON.stringify({ error });
  socket.end(
    `HTTP/1.1 ${statusByError[error.type]} Refused\r\nconnection: close\r\ncache-control: no-store\r\n` +
      `content-type: application/json; charset=utf-8\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    // The other side may never close its half, and nothing else watches this socket any more.
    () => socket.destroy(),
  );
}

/**
 * A body of bytes; nothing when another kind was sent, which no decoder takes.
 *
 * A view that is no `Buffer`: a Buffer's `slice` copies nothing, and parsers rely on a copy.
 */
const bytesOf = ({ body }: FastifyRequest): Bytes =>
  body instanceof Uint8Array
    ? (new Uint8Array(body.buffer, body.byteOffset, body.length) as Bytes)
    : new Uint8Array();

/** Which refusal an answer was, for metrics. */
const refusedAs = new WeakMap<FastifyReply, ApiError["type"]>();

function refuse(reply: FastifyReply, error: ApiError): FastifyReply {
  refusedAs.set(reply, error.type);
  return sendJson(reply, statusByError[error.type], JSON.stringify({ error }));
}

function answer(reply: FastifyReply, handled: Result<Answered<EndpointName>, ApiError>): FastifyReply {
  if (!handled.ok) return refuse(reply, handled.error);
  const { answer: facts, cookie } = handled.value;
  if (cookie !== undefined) reply.header("set-cookie", cookie);
  return sendJson(reply, 200, encodeJson(facts));
}

const apiHeaders = { "cache-control": "no-store", "x-content-type-options": "nosniff" };
const jsonHeaders = { ...apiHeaders, "content-type": "application/json; charset=utf-8" };
const bytesHeaders = { ...apiHeaders, "content-type": "application/octet-stream" };

const sendJson = (reply: FastifyReply, status: number, text: string): FastifyReply =>
  reply.code(status).headers(jsonHeaders).send(text);
