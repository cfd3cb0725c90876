/**
 * Who gets what: every address of the wire, asked by everyone who might ask.
 *
 * A row says what each of them is answered. Beside it, each answer is searched for what its reader must not learn,
 * and a refusal is compared, byte for byte, with the refusal for something that does not exist.
 */
import { createECDH } from "node:crypto";
import { request as httpRequest } from "node:http";
import { type Bytes, utf8 } from "@goldseam/core";
import {
  decodePullAnswer,
  type EndpointName,
  encodeAppend,
  encodeJson,
  encodeLiveUp,
  encodePull,
  endpoints,
  paths,
  type RequestOf,
} from "@goldseam/sync";
import { afterEach, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { granted, TestClient } from "./test-client.ts";
import * as kit from "./test-kit.ts";
import { startTestServer, type TestServer } from "./test-server.ts";

const actors = [
  "stranger",
  "member",
  "who left",
  "member elsewhere",
  "practitioner",
  "practitioner who was ended",
  "ended device",
  "metrics reader",
] as const;
type Actor = (typeof actors)[number];

/** What was answered, with nothing left out but the date. */
type Answer = { readonly status: number; readonly headers: Record<string, string>; readonly body: Bytes };

const token = "t".repeat(40);

/** One couple's room with everyone who was ever in it, and the people around it. */
class World {
  server!: TestServer;
  readonly clients = {} as Record<Actor, TestClient>;
  room!: Bytes;
  readonly slot = {
    kind: "kit" as const,
    locator: kit.random(16),
    login: kit.random(32),
    wrapped: kit.random(64),
  };
  readonly preview = kit.random(24);
  readonly meeting = kit.random(16);
  /** What the member's reminders need: an address, and a push service's for the device. */
  readonly mailbox = "somebody@mail.example";
  readonly pushed = "https://fcm.googleapis.com/fcm/send/of-the-member";
  readonly invites = {} as Record<Actor, Bytes>;
  endOfMember!: Bytes;
  /** Bodies of entries, by who may read them. */
  readonly words = {
    first: kit.random(528),
    afterPractitioner: kit.random(528),
    afterPartner: kit.random(528),
  };
  newestN = 0;

  static async made(): Promise<World> {
    const world = new World();
    world.server = await startTestServer({ metrics: { host: "127.0.0.1", port: 0, token } });
    const { address } = world.server;
    for (const actor of actors) world.clients[actor] = new TestClient(address);
    const { member, "who left": left, practitioner, "member elsewhere": elsewhere } = world.clients;
    const ended = world.clients["practitioner who was ended"];
    for (const client of [member, left, practitioner, elsewhere, ended]) granted(await client.signUp());
    await elsewhere.newRoom();
    await world.#endDevice();
    await world.#live(member, left, ended, practitioner);
    granted(await member.ask("putSlot", { slot: world.slot }));
    granted(await member.ask("openMeeting", { meeting: world.meeting }));
    await world.#remind(member);
    for (const actor of actors) {
      const invite = kit.random(16);
      world.invites[actor] = invite;
      granted(
        await member.ask("makeInvite", { invite, room: world.room, lifeMs: 1_000, preview: world.preview }),
      );
    }
    return world;
  }

  async #remind(member: TestClient): Promise<void> {
    const { store, clock } = this.server;
    const identity = member.person.identity.publicKey;
    const now = clock.now;
    const asked = { identity, address: this.mailbox, number: "123456", tries: 5, expires: now + 1, now };
    await store.askToConfirm({ ...asked, sentMax: 3, sentMs: 1 });
    await store.confirmMail(identity, "123456", now);
    granted(await member.ask("putPush", subscriptionAt(this.pushed)));
  }

  /** A second device of the member's, which was added, held a session, and was ended. */
  async #endDevice(): Promise<void> {
    const { member } = this.clients;
    const ended = new TestClient(member.base, member.person);
    this.clients["ended device"] = ended;
    const first = kit.accountLogLink(member.person, member.device);
    const previous = kit.accountLogHash(first);
    const added = kit.accountLogLink(member.person, ended.device, { number: 2, previous, type: "byKit" });
    granted(await ended.ask("devices", { link: added, ...(await ended.proof()) }));
    const by = member.device;
    const place = { number: 3, previous: kit.accountLogHash(added), type: "ended" as const, by };
    granted(await member.ask("endDevice", { link: kit.accountLogLink(member.person, ended.device, place) }));
    const own = {
      number: 4,
      previous: kit.accountLogHash(kit.accountLogLink(member.person, ended.device, place)),
    };
    this.endOfMember = kit.accountLogLink(member.person, member.device, { ...own, type: "ended", by });
  }

  /** Ana founds the room; Ben joins; Carl comes and is ended; Ben leaves; Cleo comes. */
  async #live(ana: TestClient, ben: TestClient, carl: TestClient, cleo: TestClient): Promise<void> {
    const { room, genesis } = await ana.newRoom();
    this.room = room;
    let place = { number: 2, previous: genesis.hash, seen: { n: 0, head: room } };
    const link = async (by: TestClient, build: (at: typeof place) => kit.BuiltItem) => {
      const built = build(place);
      granted(await by.append(room, built));
      place = { ...place, number: place.number + 1, previous: built.hash };
    };
    const say = async (body: Bytes, epoch: number) =>
      granted(await ana.append(room, kit.entry(room, ana.device, { body, epoch })));
    const inviteKey = kit.keyPair();
    await link(ana, (at) => kit.addLink(room, ana.device, at, { joiner: ben.person, inviteKey }));
    granted(await ben.append(room, kit.certificate(room, ben.device, ben.person)));
    const approver = ben.device;
    await link(ana, (at) => kit.admitLink(room, ana.device, at, { joiner: carl.person, epoch: 1, approver }));
    await say(this.words.first, 1);
    const two = { leaving: carl.person, staying: [ana.person, ben.person], epoch: 2 };
    await link(ana, (at) => kit.removeLink(room, ana.device, at, two));
    await say(this.words.afterPractitioner, 2);
    const one = { leaving: ben.person, staying: [ana.person], epoch: 3 };
    await link(ben, (at) => kit.removeLink(room, ben.device, at, one));
    await link(ana, (at) => kit.admitLink(room, ana.device, at, { joiner: cleo.person, epoch: 3 }));
    await say(this.words.afterPartner, 3);
    granted(await cleo.append(room, kit.certificate(room, cleo.device, cleo.person)));
    this.newestN = granted(await ana.pull(room)).n;
  }

  /** What `actor` must never be sent, by a name for the report. */
  secretsFrom(actor: Actor): Map<string, Bytes> {
    const { member, "who left": left, practitioner, "member elsewhere": elsewhere } = this.clients;
    const all = new Map<string, Bytes>([
      ["words after the partner left", this.words.afterPartner],
      ["who came after the partner left", practitioner.person.identity.publicKey],
      ["words after the practitioner's end", this.words.afterPractitioner],
      ["words", this.words.first],
      ["the room", this.room],
      ["who is in it", member.person.identity.publicKey],
      ["who was in it", left.person.identity.publicKey],
      ["somebody elsewhere", elsewhere.person.identity.publicKey],
      ["the wrapped seed", this.slot.wrapped],
      ["a device's key", member.device.key.publicKey],
      ["the mailbox", utf8(this.mailbox)],
      ["where the device is pushed", utf8(this.pushed)],
    ]);
    const names: Record<Actor, readonly string[]> = {
      member: [...all.keys()].filter((name) => name !== "somebody elsewhere"),
      practitioner: [
        ...[...all.keys()].filter((name) => name.startsWith("w") || name === "the room"),
        "a device's key",
      ],
      "who left": [
        "words after the practitioner's end",
        "words",
        "the room",
        "who is in it",
        "who was in it",
        "a device's key",
      ],
      "practitioner who was ended": ["words", "the room", "who is in it", "who was in it", "a device's key"],
      "member elsewhere": ["somebody elsewhere"],
      stranger: [],
      "ended device": [],
      "metrics reader": [],
    };
    for (const known of names[actor]) all.delete(known);
    return all;
  }
}

async function post(client: TestClient, path: string, body: string | Bytes, extra = {}): Promise<Answer> {
  const before = client.cookie;
  const response = await client.send(path, body, extra);
  client.cookie = before;
  return answerOf(response);
}

async function answerOf(response: Response): Promise<Answer> {
  const headers = Object.fromEntries([...response.headers].filter(([name]) => name !== "date"));
  return { status: response.status, headers, body: new Uint8Array(await response.arrayBuffer()) };
}

const textOf = ({ body }: Answer): string => Buffer.from(body).toString("latin1");
const outcomeOf = (answer: Answer): string => {
  if (answer.status < 400) return "ok";
  const text = textOf(answer);
  return text.startsWith("{") ? JSON.parse(text).error.type : String(answer.status);
};

/** The answer to an upgrade, or the first message on the line that it opened and on which `said` was said. */
function live(client: TestClient, said: Parameters<typeof encodeLiveUp>[0], headers = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(client.base.replace("http", "ws") + paths.live, {
      headers: { cookie: client.cookie, origin: client.origin, ...headers },
    });
    socket.on("open", () => socket.send(encodeLiveUp(said)));
    socket.on("message", (data: Buffer) => {
      socket.terminate();
      // A refused follow is one byte, the room that was asked for, and a code; a refused append ends with its error.
      const isRefused = data[0] === 2 || data[0] === 5;
      const error = data[0] === 5 ? data.subarray(7) : '{"type":"RoomNotFound"}';
      const body = isRefused ? Buffer.from(`{"error":${error}}`) : data;
      resolve({ status: isRefused ? 404 : 200, headers: {}, body: new Uint8Array(body) });
    });
    socket.on("unexpected-response", (_request, response) => {
      const parts: Buffer[] = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () =>
        resolve({ status: response.statusCode!, headers: {}, body: new Uint8Array(Buffer.concat(parts)) }),
      );
    });
    socket.on("error", reject);
  });
}

/** A GET with whatever headers: `fetch` would follow the way out of `/leave`. */
function get(address: string, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    httpRequest(address, { headers }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () =>
        resolve({ status: response.statusCode!, headers: {}, body: new Uint8Array(Buffer.concat(parts)) }),
      );
    })
      .on("error", reject)
      .end();
  });
}

type Asked = {
  readonly world: World;
  readonly actor: Actor;
  readonly client: TestClient;
  readonly headers: object;
};
type Row = {
  /** Asks for what is there. */
  readonly ask: (asked: Asked) => Promise<Answer>;
  /** Asks for something that does not exist, where the address names anything. */
  readonly askForNothing?: (asked: Asked) => Promise<Answer>;
  /** What each is answered: "ok" or the type of the refusal. */
  readonly answers: Readonly<Record<Actor, string>>;
  /** What must be true of a granted answer besides. */
  readonly holds?: (asked: Asked, answer: Answer) => void;
};

/** The same for everyone who has no session, and `others` as given; who is not named is answered `rest`. */
const signedIn = (rest: string, others: Partial<Record<Actor, string>> = {}): Record<Actor, string> => ({
  ...(Object.fromEntries(actors.map((actor) => [actor, rest])) as Record<Actor, string>),
  ...others,
  stranger: "NotSignedIn",
  "ended device": "NotSignedIn",
  "metrics reader": "NotSignedIn",
});
const everyone = (rest: string, others: Partial<Record<Actor, string>> = {}): Record<Actor, string> => ({
  ...(Object.fromEntries(actors.map((actor) => [actor, rest])) as Record<Actor, string>),
  ...others,
});
const present = { member: "ok", practitioner: "ok" };
const everIn = { ...present, "who left": "ok", "practitioner who was ended": "ok" };

const asking =
  <Name extends EndpointName>(
    name: Name,
    request: (asked: Asked) => RequestOf<Name> | Promise<RequestOf<Name>>,
  ) =>
  async (asked: Asked): Promise<Answer> =>
    post(asked.client, endpoints[name].path, encodeJson(await request(asked)), asked.headers);

/** What an actor would sign to speak for the member's account: their own keys, or the member's if it is theirs. */
const linkSignedBy = (client: TestClient, world: World, device: kit.Device): Bytes => {
  const { person } = world.clients.member;
  const isOwn = client === world.clients.member;
  const signer = isOwn ? person : { ...client.person, identity: { ...client.device.key } };
  const previous = kit.accountLogHash(
    kit.accountLogLink(person, world.clients["ended device"].device, {
      number: 3,
      previous: kit.accountLogHash(
        kit.accountLogLink(person, world.clients["ended device"].device, {
          number: 2,
          previous: kit.accountLogHash(kit.accountLogLink(person, world.clients.member.device)),
          type: "byKit",
        }),
      ),
      type: "ended",
      by: world.clients.member.device,
    }),
  );
  const forged = {
    identity: { publicKey: person.identity.publicKey, privateKey: signer.identity.privateKey },
  };
  return kit.accountLogLink({ ...person, ...forged }, device, { number: 4, previous, type: "byKit" });
};

const batchOf = ({ client }: Asked, room: Bytes) => ({
  room,
  items: [kit.entry(room, client.device, { epoch: 3 }).bytes],
});
const appendOf = (asked: Asked, room: Bytes): Bytes => encodeAppend(batchOf(asked, room));
const follow = (room: Bytes) => ({ type: "follow", room, after: 0 }) as const;

const rows: Record<
  EndpointName | keyof typeof paths | "append on the line" | "leave" | "metrics" | "ready" | "app",
  Row
> = {
  host: { ask: asking("host", () => ({})), answers: everyone("ok") },
  challenge: { ask: asking("challenge", () => ({})), answers: everyone("ok") },
  accounts: {
    // The member's own account, made again by whoever asks, with the member's public first link.
    ask: asking("accounts", async ({ world: { clients }, client }) => ({
      identity: clients.member.person.identity.publicKey,
      link: kit.accountLogLink(clients.member.person, clients.member.device),
      slots: [client.slot()],
      ...(await client.proof()),
    })),
    answers: everyone("NotSignedBy", { member: "AccountExists" }),
  },
  devices: {
    ask: asking("devices", async ({ world, client }) => {
      const device = kit.newDevice();
      return { link: linkSignedBy(client, world, device), ...(await client.proof(device)) };
    }),
    answers: everyone("NotSignedBy", { member: "ok" }),
  },
  sessions: {
    ask: asking("sessions", async ({ world, actor, client }) => ({
      device: actor === "ended device" ? client.device.id : world.clients.member.device.id,
      ...(await client.proof()),
    })),
    askForNothing: asking("sessions", async ({ client }) => ({
      device: kit.random(16),
      ...(await client.proof()),
    })),
    answers: everyone("NotSignedBy", { member: "ok" }),
  },
  openSlot: {
    ask: asking("openSlot", ({ world: { slot }, actor }) => ({
      kind: slot.kind,
      locator: slot.locator,
      login: actor === "member" ? slot.login : kit.random(32),
    })),
    askForNothing: asking("openSlot", ({ world: { slot } }) => ({
      kind: slot.kind,
      locator: kit.random(16),
      login: kit.random(32),
    })),
    answers: everyone("SlotNotOpened", { member: "ok" }),
  },
  lookAtInvite: {
    // Whoever holds an invite's address may look: state, end and a sealed preview, and nothing of the room.
    ask: asking("lookAtInvite", ({ world, actor }) => ({ invite: world.invites[actor] })),
    answers: everyone("ok"),
    holds: (_asked, answer) =>
      expect(Object.keys(JSON.parse(textOf(answer))).sort()).toEqual(["expires", "preview", "state"]),
  },
  endDevice: {
    // The member's genuine link, sent by others.
    ask: asking("endDevice", ({ world }) => ({ link: world.endOfMember })),
    answers: signedIn("NotSignedBy", { member: "ok" }),
  },
  endSession: { ask: asking("endSession", () => ({})), answers: signedIn("ok") },
  openMeeting: {
    ask: asking("openMeeting", () => ({ meeting: kit.random(16) })),
    answers: signedIn("ok"),
    holds: (_asked, answer) => expect(Object.keys(JSON.parse(textOf(answer)))).toEqual(["expires"]),
  },
  putInMeeting: {
    // The member's own meeting: its id comes from the square code alone, and nobody else can know it.
    ask: asking("putInMeeting", ({ world, actor }) => ({
      meeting: actor === "member" ? world.meeting : kit.random(16),
      place: 1,
      message: kit.random(60),
    })),
    askForNothing: asking("putInMeeting", () => ({
      meeting: kit.random(16),
      place: 1,
      message: kit.random(60),
    })),
    answers: everyone("MeetingNotFound", { member: "ok" }),
  },
  lookInMeeting: {
    ask: asking("lookInMeeting", ({ world, actor }) => ({
      meeting: actor === "member" ? world.meeting : kit.random(16),
    })),
    askForNothing: asking("lookInMeeting", () => ({ meeting: kit.random(16) })),
    answers: everyone("MeetingNotFound", { member: "ok" }),
    holds: (_asked, answer) =>
      expect(JSON.parse(textOf(answer))).toEqual({ messages: [], expires: expect.any(Number) }),
  },
  endMeeting: { ask: asking("endMeeting", () => ({})), answers: signedIn("ok") },
  lookAtReminders: {
    ask: asking("lookAtReminders", () => ({})),
    answers: signedIn("ok"),
    holds: ({ world, actor }, answer) => {
      const { address, isPushed } = JSON.parse(textOf(answer));
      expect([address, isPushed]).toEqual(actor === "member" ? [world.mailbox, true] : [undefined, false]);
    },
  },
  putPush: {
    ask: asking("putPush", ({ actor }) =>
      subscriptionAt(`https://fcm.googleapis.com/fcm/send/${actor.replaceAll(" ", "-")}`),
    ),
    answers: signedIn("ok"),
  },
  removePush: { ask: asking("removePush", () => ({})), answers: signedIn("ok") },
  // This server sends no mail: whether an address is known to it, its answer does not say.
  askMail: {
    ask: asking("askMail", ({ world }) => ({ address: world.mailbox })),
    askForNothing: asking("askMail", () => ({ address: "nobody@mail.example" })),
    answers: signedIn("MailNotOffered"),
  },
  confirmMail: {
    ask: asking("confirmMail", () => ({ number: "123456" })),
    answers: signedIn("WrongNumber"),
  },
  removeMail: { ask: asking("removeMail", () => ({})), answers: signedIn("ok") },
  planReminders: { ask: asking("planReminders", () => ({ push: [], mail: [] })), answers: signedIn("ok") },
  deleteAccount: {
    // Each asks for their own: nothing in the request names an account.
    ask: asking("deleteAccount", () => ({})),
    answers: signedIn("ok", { member: "StillMember", practitioner: "StillMember" }),
  },
  putSlot: {
    // In the place of the member's: a locator of 16 random bytes, which nobody else can know.
    ask: asking("putSlot", ({ world }) => ({ slot: world.slot })),
    answers: signedIn("LocatorTaken", { member: "ok" }),
  },
  pullAccountLog: {
    ask: asking("pullAccountLog", () => ({ after: 0 })),
    answers: signedIn("ok"),
    holds: ({ actor }, answer) =>
      expect(JSON.parse(textOf(answer)).links).toHaveLength(actor === "member" ? 3 : 1),
  },
  myRooms: {
    ask: asking("myRooms", () => ({})),
    answers: signedIn("ok"),
    holds: ({ world, actor, client }, answer) => {
      const { rooms } = JSON.parse(textOf(answer)) as { rooms: { room: string; n: number }[] };
      expect(rooms).toHaveLength(1);
      const isTheRoom = rooms[0]!.room === Buffer.from(world.room).toString("base64url");
      expect(isTheRoom).toBe(client !== world.clients["member elsewhere"]);
      if (actor === "who left" || actor === "practitioner who was ended")
        expect(rooms[0]!.n).toBeLessThan(world.newestN - 2);
    },
  },
  makeInvite: {
    ask: asking("makeInvite", ({ world: { room } }) => inviteTo(room)),
    askForNothing: asking("makeInvite", () => inviteTo(kit.random(32))),
    answers: signedIn("RoomNotFound", present),
  },
  answerInvite: {
    ask: asking("answerInvite", ({ world, actor, client }) => ({
      invite: world.invites[actor],
      answer: kit.inviteAnswer(world.room, client.person, kit.keyPair(), 2),
    })),
    answers: signedIn("ok"),
  },
  myInvites: {
    ask: asking("myInvites", ({ world: { room } }) => ({ room })),
    askForNothing: asking("myInvites", () => ({ room: kit.random(32) })),
    answers: signedIn("RoomNotFound", present),
  },
  cancelInvite: {
    ask: asking("cancelInvite", ({ world, actor }) => ({ invite: world.invites[actor] })),
    askForNothing: asking("cancelInvite", () => ({ invite: kit.random(16) })),
    answers: signedIn("InviteNotFound", present),
  },
  append: {
    ask: (asked) => post(asked.client, paths.append, appendOf(asked, asked.world.room), asked.headers),
    askForNothing: (asked) =>
      post(asked.client, paths.append, appendOf(asked, kit.random(32)), asked.headers),
    answers: signedIn("RoomNotFound", present),
  },
  pull: {
    ask: ({ world: { room }, client, headers }) =>
      post(client, paths.pull, encodePull({ room, after: 0, most: 1_000 }), headers),
    askForNothing: ({ client, headers }) =>
      post(client, paths.pull, encodePull({ room: kit.random(32), after: 0, most: 1_000 }), headers),
    answers: signedIn("RoomNotFound", everIn),
    holds: ({ world, actor }, { body }) => {
      const answer = decodePullAnswer(body);
      if (!answer.ok) throw new Error(answer.error.at);
      expect(answer.value.placed.at(-1)!.n).toBe(answer.value.n);
      if (actor in present) expect(answer.value.n).toBe(world.newestN);
      else expect(answer.value.n).toBeLessThan(world.newestN - 2);
    },
  },
  live: {
    ask: ({ world: { room }, client, headers }) => live(client, follow(room), headers),
    askForNothing: ({ client, headers }) => live(client, follow(kit.random(32)), headers),
    answers: signedIn("RoomNotFound", everIn),
  },
  "append on the line": {
    ask: (asked) =>
      live(asked.client, { type: "append", ask: 1, batch: batchOf(asked, asked.world.room) }, asked.headers),
    askForNothing: (asked) =>
      live(asked.client, { type: "append", ask: 1, batch: batchOf(asked, kit.random(32)) }, asked.headers),
    answers: signedIn("RoomNotFound", present),
  },
  health: {
    ask: async ({ client, headers }) =>
      answerOf(await fetch(client.base + paths.health, { headers: { cookie: client.cookie, ...headers } })),
    answers: everyone("ok"),
    holds: (_asked, answer) => expect(textOf(answer)).toBe('{"ok":true}'),
  },
  leave: {
    ask: ({ client, headers }) => get(`${client.base}/leave`, { cookie: client.cookie, ...headers }),
    answers: everyone("ok"),
    holds: (_asked, answer) => expect(textOf(answer)).toBe(""),
  },
  app: {
    ask: ({ client, headers }) => get(`${client.base}/together`, { cookie: client.cookie, ...headers }),
    answers: everyone("NotFound"), // no app is built into this server
  },
  metrics: {
    ask: ({ world, client, headers }) =>
      get(world.server.metricsAddress!, { cookie: client.cookie, ...headers }),
    askForNothing: ({ world, client, headers }) =>
      get(world.server.metricsAddress!.replace("/metrics", "/none"), { cookie: client.cookie, ...headers }),
    answers: everyone("404", { "metrics reader": "ok" }),
  },
  ready: {
    ask: ({ world, client, headers }) =>
      get(world.server.metricsAddress!.replace("/metrics", "/ready"), { cookie: client.cookie, ...headers }),
    answers: everyone("404", { "metrics reader": "ok" }),
    holds: (_asked, answer) => expect(textOf(answer)).toBe("ready\n"),
  },
};

const subscriptionAt = (endpoint: string) => {
  const curve = createECDH("prime256v1");
  return { endpoint, p256dh: new Uint8Array(curve.generateKeys()) as Bytes, auth: kit.random(16) };
};
const inviteTo = (room: Bytes) => ({ invite: kit.random(16), room, lifeMs: 1_000, preview: kit.random(9) });

let world: World | undefined;
afterEach(async () => {
  await world?.server.close();
  world = undefined;
});

test("[AC1] every address of the wire has its row", () => {
  for (const name of [...Object.keys(endpoints), ...Object.keys(paths)]) expect(rows).toHaveProperty(name);
});

describe("[AC1] each is answered what is theirs, and [AC2] learns nothing else", () => {
  for (const [name, row] of Object.entries(rows)) {
    test(name, async () => {
      const here = await World.made();
      world = here;
      for (const actor of actors) {
        const headers = actor === "metrics reader" ? { authorization: `Bearer ${token}` } : {};
        const asked = { world: here, actor, client: here.clients[actor], headers };
        const answer = await row.ask(asked);
        expect([actor, outcomeOf(answer)]).toEqual([actor, row.answers[actor]]);
        const said = textOf(answer) + JSON.stringify(answer.headers);
        for (const [secret, bytes] of here.secretsFrom(actor)) {
          for (const encoding of ["latin1", "hex", "base64url"] as const) {
            const isSaid = said.includes(Buffer.from(bytes).toString(encoding));
            expect(isSaid && `${actor} is told ${secret}`).toBe(false);
          }
        }
        if (row.answers[actor] === "ok") row.holds?.(asked, answer);
        else if (row.askForNothing) expect(await row.askForNothing(asked)).toEqual(answer);
      }
    });
  }
});
