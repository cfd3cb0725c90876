/**
 * Every address of a running server, sent what is nearly right: answered in the document's words, never with 5xx,
 * and never so that the next request finds something broken. Run short by endpoints.test.ts, and for longer by
 * test/long/fuzz.test.ts.
 */
import { randomBytes } from "node:crypto";
import { type Bytes, concatBytes } from "@goldseam/core";
import {
  type EndpointName,
  encodeAppend,
  encodeJson,
  encodeLiveUp,
  encodePull,
  endpoints,
  paths,
} from "@goldseam/sync";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { granted, refusedOf, TestClient } from "../../packages/server/test/test-client.ts";
import * as kit from "../../packages/server/test/test-kit.ts";
import { startTestServer, type TestServer } from "../../packages/server/test/test-server.ts";
import { nearly, nearlyJson } from "./mutations.ts";

const seed = 20_261_129;

/** Feeds every address `runs` requests. */
export function describeEndpoints(runs: number): void {
  describe("whatever is sent: refused in the document's words or obeyed, never broken, and the next one is served", () => {
    let server: TestServer;
    let ana: TestClient;
    let room: Bytes;
    const brokenBy: string[] = [];

    beforeAll(async () => {
      server = await startTestServer(
        { pace: { slotOpenings: { atOnce: 1e9, perSecond: 1e9 } } },
        { log: ({ broken }) => broken && brokenBy.push(broken) },
      );
      ana = await TestClient.signedUp(server.address);
      const made = await ana.newRoom();
      room = made.room;
      // With somebody else in it, so that her account is not deleted under the other tests.
      const place = { number: 2, previous: made.genesis.hash, seen: { n: 0, head: room } };
      const joining = { joiner: kit.newPerson(), inviteKey: kit.keyPair() };
      granted(await ana.append(room, kit.addLink(room, ana.device, place, joining)));
      granted(await ana.append(room, kit.entry(room, ana.device)));
    });
    afterAll(() => server.close());

    /** What the address is sent when all is well, as JSON. */
    async function samples(): Promise<Record<EndpointName, object>> {
      const proof = await ana.proof();
      const link = kit.accountLogLink(ana.person, kit.newDevice(), { number: 2, type: "byKit" });
      const invite = randomBytes(16);
      const slot = ana.slot();
      const answer = kit.inviteAnswer(room, ana.person, kit.keyPair());
      return {
        challenge: {},
        host: {},
        accounts: { identity: ana.person.identity.publicKey, link, slots: [slot], ...proof },
        devices: { link, ...proof },
        endDevice: { link },
        sessions: { device: ana.device.id, ...proof },
        endSession: {},
        openSlot: { kind: slot.kind, locator: slot.locator, login: slot.login },
        putSlot: { slot },
        pullAccountLog: { after: 0 },
        myRooms: {},
        makeInvite: { invite, room, lifeMs: 1_000, preview: randomBytes(20) },
        lookAtInvite: { invite },
        answerInvite: { invite, answer },
        myInvites: { room },
        cancelInvite: { invite },
        openMeeting: { meeting: invite },
        putInMeeting: { meeting: invite, place: 1, message: randomBytes(60) },
        lookInMeeting: { meeting: invite },
        endMeeting: {},
        lookAtReminders: {},
        putPush: {
          endpoint: "https://fcm.googleapis.com/fcm/send/x",
          p256dh: randomBytes(65),
          auth: randomBytes(16),
        },
        removePush: {},
        askMail: { address: "ana@example.org" },
        confirmMail: { number: "123456" },
        removeMail: {},
        planReminders: { push: [1_800_000_300_000], mail: [1_800_000_300_000] },
        deleteAccount: {},
      };
    }

    async function expectAnswered(response: Response): Promise<void> {
      expect(response.status).toBeLessThan(500);
      if (response.ok) await response.arrayBuffer();
      else expect((await refusedOf(response)).error.type).not.toBe("Broken");
      // A request that happened to be right may have ended the session.
      if (response.headers.get("set-cookie")?.includes("Max-Age=0")) granted(await ana.signIn());
    }

    for (const name of Object.keys(endpoints) as EndpointName[]) {
      test(`[FZ2] ${endpoints[name].path}`, async () => {
        const sample = JSON.parse(encodeJson((await samples())[name]));
        const type = fc.constantFrom("application/json", "application/json; charset=utf-8", "text/plain", "");
        await fc.assert(
          fc.asyncProperty(nearlyJson([sample]), type, fc.nat(20), async (text, contentType, rare) => {
            const headers: Record<string, string> = rare === 0 ? { "content-type": contentType } : {};
            await expectAnswered(await ana.send(endpoints[name].path, text, headers));
          }),
          { seed, numRuns: runs },
        );
      });
    }

    test(`[FZ2] ${paths.append}`, async () => {
      const device = { ...ana.device, chains: new Map(ana.device.chains) };
      const items = [
        kit.entry(room, device),
        kit.redaction(room, device, [kit.random(32)]),
        kit.certificate(room, kit.newDevice(), ana.person),
      ].map(({ bytes }) => bytes);
      const other = kit.genesis(ana.person, kit.newDevice());
      const whole = [
        ...items.map((item) => encodeAppend({ room, items: [item] })),
        encodeAppend({ room, items }),
        encodeAppend({ room: other.room, items: [other.bytes] }),
      ];
      await fc.assert(
        fc.asyncProperty(nearly(whole), async (bytes) => {
          await expectAnswered(await ana.send(paths.append, bytes));
        }),
        { seed, numRuns: runs },
      );
      // What was taken in is an honest record all the same.
      const { n, head, placed } = granted(await ana.pull(room));
      let computed = room;
      for (const one of placed) computed = kit.headAfter(computed, one.n, one.t, kit.hashOf(one.item));
      expect([placed.length, computed]).toEqual([n, head]);
    });

    test(`[FZ2] ${paths.pull}`, async () => {
      const whole = [
        encodePull({ room, after: 0, most: 1_000 }),
        encodePull({ room, after: 0xffff_ffff, most: 1 }),
      ];
      await fc.assert(
        fc.asyncProperty(nearly(whole), async (bytes) => {
          await expectAnswered(await ana.send(paths.pull, bytes));
        }),
        { seed, numRuns: runs },
      );
    });

    test(`[FZ2] ${paths.live}`, async () => {
      const whole = [
        encodeLiveUp({ type: "follow", room, after: 0 }),
        encodeLiveUp({ type: "follow", room, after: 0xffff_ffff }),
        encodeLiveUp({ type: "unfollow", room }),
        encodeLiveUp({ type: "append", ask: 1, batch: { room, items: [kit.entry(room, ana.device).bytes] } }),
        concatBytes(kit.random(64)),
      ];
      await fc.assert(
        fc.asyncProperty(fc.array(nearly(whole), { minLength: 1, maxLength: 6 }), async (messages) => {
          const line = await ana.live();
          for (const message of messages) line.socket.send(message);
          line.socket.close();
          expect([1005, 1008, 1009]).toContain(await line.closed);
        }),
        { seed, numRuns: Math.ceil(runs / 4) },
      );
    });

    test("[FZ2] afterwards the server serves as before, and nothing in it broke", async () => {
      expect(brokenBy).toEqual([]);
      const ben = await TestClient.signedUp(server.address);
      const own = await ben.newRoom();
      expect(granted(await ben.append(own.room, kit.entry(own.room, ben.device)))[0]!.n).toBe(2);
    });
  });
}
