import { fromHex, hex, ok } from "@goldseam/core";
import { describe, expect, test } from "vitest";
import { meetingWordsOf } from "../src/kit.ts";
import {
  boxPairOf,
  meetingCommitmentOf,
  meetingFragmentOf,
  meetingKeysOf,
  meetingSecretOf,
  meetingWordBits,
  openInMeeting,
  ownRoomNonceOf,
  readNewDevice,
  sealInMeeting,
  takeOver,
  unwrapWithPasskey,
} from "../src/open.ts";
import {
  type AccountLogLink,
  accountLogFaultOf,
  accountLogSignaturesOf,
  actedLinkLength,
  parseAccountLogLink,
  verifySignature,
} from "../src/verify.ts";
import { seededRandom } from "./couple.ts";
import { vectorText } from "./vector-text.ts";

const vector = JSON.parse(vectorText("meeting-v1.json")) as {
  readonly seed: string;
  readonly log: readonly { readonly type: string; readonly link: string; readonly hash: string }[];
  readonly doorstepNonce: string;
  readonly practiceNonce: string;
  readonly passkey: { readonly secret: string; readonly wrapped: string };
  readonly meeting: Readonly<
    Record<
      | "secret"
      | "fragment"
      | "id"
      | "key"
      | "boxSeed"
      | "deviceKey"
      | "nonce"
      | "ownNonce"
      | "commitment"
      | "secretKey"
      | "profile",
      string
    >
  > & { readonly words: readonly string[]; readonly messages: readonly string[] };
};
const account = { generation: 1, seed: fromHex(vector.seed) };
const { meeting } = vector;

function linkOf(text: string): AccountLogLink {
  const link = parseAccountLogLink(fromHex(text));
  if (!link.ok) throw new Error(link.error.at);
  return link.value;
}
const log = vector.log.map(({ link }) => linkOf(link));

describe("links in which an own device acts", () => {
  test("read, follow one another, and carry two signatures that hold", async () => {
    for (const [index, link] of log.entries()) {
      expect([link.type, hex(link.hash)]).toEqual([vector.log[index]!.type, vector.log[index]!.hash]);
      expect(accountLogFaultOf(log.slice(0, index), link)).toBeNull();
      const checks = accountLogSignaturesOf(log.slice(0, index), link);
      expect(checks).toHaveLength(link.by === undefined ? 1 : 2);
      expect(await Promise.all(checks.map(verifySignature))).not.toContain(false);
    }
  });

  test("any changed bit breaks the form, the order, or one of the signatures", async () => {
    const bytes = fromHex(vector.log[1]!.link);
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));
      const link = parseAccountLogLink(changed);
      if (!link.ok || accountLogFaultOf(log.slice(0, 1), link.value) !== null) continue;
      const checks = accountLogSignaturesOf(log.slice(0, 1), link.value);
      expect(await Promise.all(checks.map(verifySignature)), `bit at ${at}`).toContain(false);
    }
  });

  test("say who acted where that is asked for, and only there; who acts is there and has not ended", () => {
    const [first, byCode] = log as [AccountLogLink, AccountLogLink];
    const { by: _, ...unsaid } = byCode;
    expect(accountLogFaultOf([first], unsaid)).toBe("NobodyActed");
    expect(accountLogFaultOf([first], { ...byCode, type: "device by kit" })).toBe("NobodyActed");
    expect(accountLogFaultOf([first], { ...byCode, by: byCode.device })).toBe("UnknownDevice");
    const after = {
      ...log[2]!,
      number: 4,
      previous: log[2]!.hash,
      device: first.device,
      deviceKey: first.deviceKey,
    };
    expect(accountLogFaultOf(log, { ...after, by: byCode.device })).toBe("DeviceEnded");
  });
});

describe("a meeting", () => {
  test("is found and read by whoever holds its secret, as it was then", async () => {
    const keys = await meetingKeysOf(fromHex(meeting.secret));
    expect([hex(keys.id), hex(keys.key)]).toEqual([meeting.id, meeting.key]);
    expect(meetingSecretOf(meeting.fragment)).toEqual(ok(fromHex(meeting.secret)));
    expect(meetingFragmentOf(fromHex(meeting.secret))).toBe(meeting.fragment);
    const [commitment, nonce, shown, boxed] = await Promise.all(
      meeting.messages.map((sealed, index) => openInMeeting(keys, (index + 1) as 1, fromHex(sealed))),
    );
    expect([hex(commitment!), hex(nonce!)]).toEqual([meeting.commitment, meeting.ownNonce]);
    const device = readNewDevice(shown!, commitment!)!;
    expect(hex(device.deviceKey)).toBe(meeting.deviceKey);
    expect(meetingWordsOf(meetingWordBits(keys, nonce!, device))).toEqual(meeting.words);
    const taken = await takeOver(boxed!, keys, await boxPairOf(fromHex(meeting.boxSeed)), actedLinkLength);
    expect(taken?.account).toEqual(account);
    expect([hex(taken!.link), hex(taken!.secretKey), hex(taken!.profile)]).toEqual([
      vector.log[1]!.link,
      meeting.secretKey,
      meeting.profile,
    ]);
    expect(
      await takeOver(boxed!, keys, await boxPairOf(fromHex(meeting.secret)), actedLinkLength),
    ).toBeNull();
  });

  test("a message opens at its own place alone; other keys do not open the commitment; a cut secret is none", async () => {
    const keys = await meetingKeysOf(fromHex(meeting.secret));
    expect(await openInMeeting(keys, 2, fromHex(meeting.messages[0]!))).toBeNull();
    const sealed = await sealInMeeting(keys, 1, new Uint8Array(32), seededRandom(1));
    expect(await openInMeeting(keys, 1, sealed)).toEqual(new Uint8Array(32));
    const other = new Uint8Array(80).fill(1);
    expect(readNewDevice(other, fromHex(meeting.commitment))).toBeNull();
    expect(readNewDevice(other.slice(1), fromHex(meeting.commitment))).toBeNull();
    const device = { deviceKey: other.slice(0, 32), boxKey: other.slice(32, 64), nonce: other.slice(64) };
    expect(readNewDevice(other, meetingCommitmentOf(device))).toEqual(device);
    expect(meetingSecretOf(meeting.fragment.slice(1))).toEqual({ ok: false, error: { type: "NotAMeeting" } });
  });
});

test("the rooms that an account has once are the same wherever they are derived; a passkey opens its seed", async () => {
  expect(hex(await ownRoomNonceOf(account, "doorstep"))).toBe(vector.doorstepNonce);
  expect(hex(await ownRoomNonceOf(account, "practice"))).toBe(vector.practiceNonce);
  const { secret, wrapped } = vector.passkey;
  expect(await unwrapWithPasskey(fromHex(secret), fromHex(wrapped))).toEqual(account);
  expect(await unwrapWithPasskey(fromHex(vector.seed), fromHex(wrapped))).toBeNull();
});
