import { afterEach, describe, expect, test } from "vitest";
import {
  type ConfigChoices,
  checkerOnThisThread,
  defaultConfig,
  openMemoryStore,
  type Store,
} from "../src/index.ts";
import { TokenBuckets } from "../src/rate-limits.ts";
import { loginOpens, SlotGuesses } from "../src/slot-guesses.ts";
import { granted, TestClient } from "./test-client.ts";
import * as kit from "./test-kit.ts";
import { startTestServer, TestClock, type TestServer } from "./test-server.ts";

let running: TestServer[] = [];
afterEach(async () => {
  await Promise.all(running.map((server) => server.close()));
  running = [];
});

const { slotOpenings, slotGuesses } = defaultConfig.pace;

/** A server behind a proxy, so that a test can come from any address. */
async function serve(choices: ConfigChoices["pace"] = { slotOpenings, slotGuesses }, store?: Store) {
  const parts = store === undefined ? {} : { store };
  const server = await startTestServer({ listen: { trustProxy: true }, pace: choices }, parts);
  running.push(server);
  const ana = await TestClient.signedUp(server.address);
  const slot = ana.slot("kit");
  granted(await ana.ask("putSlot", { slot }));
  const open = async (address: string, login = kit.random(32), locator = slot.locator): Promise<number> => {
    const request = { kind: "kit", locator: text(locator), login: text(login) };
    const headers = { "x-forwarded-for": address };
    const response = await ana.send("/api/slots/open", JSON.stringify(request), headers);
    await response.arrayBuffer();
    return response.status;
  };
  return { server, ana, slot, open };
}
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");
const addresses = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `198.51.${index >> 8}.${index & 255}`);

describe("guessing at a slot", () => {
  test("[SG1] an address that was wrong waits, and waits no longer than it is told", async () => {
    const { server, open } = await serve();
    for (let tries = 0; tries < slotOpenings.atOnce; tries += 1) expect(await open("192.0.2.1")).toBe(403);
    expect(await open("192.0.2.1")).toBe(429);
    server.clock.pass(1_000 / slotOpenings.perSecond);
    expect(await open("192.0.2.1")).toBe(403);
    expect(await open("192.0.2.1")).toBe(429);
  });

  test("[SG2] a right opening costs nothing, however often", async () => {
    const { slot, open } = await serve();
    for (let times = 0; times < 3 * slotOpenings.atOnce; times += 1)
      expect(await open("192.0.2.1", slot.login)).toBe(200);
    expect(await open("192.0.2.1")).toBe(403);
  });

  test("[SG3] the owner gets in from elsewhere while one address guesses, and while a thousand do", async () => {
    const { slot, open } = await serve();
    for (let tries = 0; tries < 3 * slotOpenings.atOnce; tries += 1) await open("192.0.2.1");
    expect(await open("203.0.113.9", slot.login)).toBe(200);
    const many = addresses(1_000);
    for (const address of many) await open(address);
    // Beyond what all of them may try together, each had one guess and no second.
    for (const address of many.slice(-50)) expect(await open(address)).toBe(429);
    expect(await open("203.0.113.9", slot.login)).toBe(200);
    expect(await open("203.0.113.10", slot.login)).toBe(200);
  });

  test("[SG3] the owner who mistypes once under a flood is told to wait, and gets in from another address", async () => {
    const { slot, open } = await serve();
    for (const address of addresses(200)) await open(address);
    expect(await open("203.0.113.9")).toBe(403);
    expect(await open("203.0.113.9", slot.login)).toBe(429);
    expect(await open("203.0.113.10", slot.login)).toBe(200);
  });

  test("[SG4] guesses at one slot slow nobody down at another", async () => {
    const { ana, slot, open } = await serve();
    for (const address of addresses(200)) await open(address, kit.random(32), kit.random(16));
    for (let tries = 0; tries < 50; tries += 1) await open("203.0.113.9", kit.random(32), kit.random(16));
    expect(await open("203.0.113.9", slot.login)).toBe(200);
    expect((await ana.ask("myRooms", {})) as object).toHaveProperty("ok");
  });

  test("[SG5] many at the same moment count as many", async () => {
    const { open } = await serve();
    const answers = await Promise.all(Array.from({ length: 60 }, () => open("192.0.2.1")));
    expect(answers.filter((status) => status === 403)).toHaveLength(slotOpenings.atOnce);
  });

  test("[SG5] one IPv6 subscriber is one address", async () => {
    const { open } = await serve();
    const many = Array.from({ length: 30 }, (_, index) => `2001:db8:1:2::${index.toString(16)}`);
    const answers = await Promise.all(many.map((address) => open(address)));
    expect(answers.filter((status) => status === 403)).toHaveLength(slotOpenings.atOnce);
  });

  test("a wrong opening that was right after all is given back at the address and for the slot", () => {
    const clock = new TestClock();
    const buckets = () =>
      new TokenBuckets({ atOnce: 1, perSecond: 0.001 }, { clock: clock.read, keysMax: 9 });
    const guesses = new SlotGuesses({ here: buckets(), everywhere: buckets() });
    const locator = kit.random(16);
    for (let times = 0; times < 5; times += 1) {
      expect(guesses.begin("here", locator)).toBe(0);
      guesses.wasRight("here", locator);
    }
    expect(guesses.begin("here", locator)).toBe(0);
    expect(guesses.begin("here", locator)).toBeGreaterThan(0);
  });
});

describe("[SV1] what is not there costs the same work as what is wrong", () => {
  /** A store that notes what it is asked. */
  function noting(): { store: Store; asked: string[] } {
    const asked: string[] = [];
    const store = new Proxy(openMemoryStore(), {
      get: (target, name, receiver) => {
        const found = Reflect.get(target, name, receiver);
        if (typeof found !== "function") return found;
        return (...args: unknown[]) => {
          asked.push(String(name));
          return found.apply(target, args);
        };
      },
    });
    return { store, asked };
  }

  test("opening a slot asks the store the same, in the same order", async () => {
    const { store, asked } = noting();
    const { slot, open } = await serve(undefined, store);
    const askedBy = async (login: Uint8Array, locator: Uint8Array) => {
      asked.length = 0;
      expect(await open("192.0.2.1", login as never, locator as never)).toBe(403);
      return [...asked];
    };
    const wrong = await askedBy(kit.random(32), slot.locator);
    expect(wrong).toEqual(["slot"]);
    expect(await askedBy(kit.random(32), kit.random(16))).toEqual(wrong);
  });

  test("a login is hashed and compared whether there is a slot or none", () => {
    const compared: [number, number][] = [];
    const isSame = (one: Uint8Array, other: Uint8Array): boolean => {
      compared.push([one.length, other.length]);
      return true;
    };
    const login = kit.random(32);
    expect(loginOpens(login, null, isSame)).toBe(false);
    expect(loginOpens(login, { loginHash: kit.random(32) }, isSame)).toBe(true);
    expect(compared).toEqual([
      [32, 32],
      [32, 32],
    ]);
  });

  test("a session of an unknown device, an ended one and a wrong key cost one check of a signature each", async () => {
    const { store, asked } = noting();
    const here = checkerOnThisThread();
    let checks = 0;
    const checker = {
      check: (all: Parameters<typeof here.check>[0]) => {
        checks += all.length;
        return here.check(all);
      },
    };
    const server = await startTestServer({}, { store, checker });
    running.push(server);
    const ana = await TestClient.signedUp(server.address);
    const phone = new TestClient(server.address, ana.person);
    const first = kit.accountLogHash(kit.accountLogLink(ana.person, ana.device));
    const added = kit.accountLogLink(ana.person, phone.device, { number: 2, previous: first, type: "byKit" });
    granted(await phone.ask("devices", { link: added, ...(await phone.proof()) }));
    const previous = kit.accountLogHash(added);
    const ended = kit.accountLogLink(ana.person, phone.device, {
      number: 3,
      previous,
      type: "ended",
      by: ana.device,
    });
    granted(await ana.ask("endDevice", { link: ended }));
    const costs: unknown[] = [];
    for (const [device, by] of [
      [kit.random(16), ana.device],
      [phone.device.id, phone.device],
      [ana.device.id, phone.device],
    ] as const) {
      const proof = await ana.proof(by);
      [checks, asked.length] = [0, 0];
      const answer = await ana.ask("sessions", { device, ...proof });
      costs.push({ checks, asked: [...asked], answer });
    }
    expect(costs[0]).toMatchObject({ checks: 1, asked: ["device"] });
    expect(costs[1]).toEqual(costs[0]);
    expect(costs[2]).toEqual(costs[0]);
  });
});
