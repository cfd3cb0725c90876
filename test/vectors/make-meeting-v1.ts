/**
 * Made the vectors of own devices that act and meet, once. They are frozen: this script writes nothing that is already
 * there. Everything comes from seeds but the last message, whose HPKE draws its own randomness.
 *
 * Run with `node test/vectors/make-meeting-v1.ts`.
 */
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { hex, utf8 } from "@goldseam/core";
import { meetingWordsOf } from "@goldseam/crypto/kit";
import {
  boxPairOf,
  handOver,
  identityOf,
  makeAccountLogLink,
  meetingCommitmentOf,
  meetingFragmentOf,
  meetingKeysOf,
  meetingWordBits,
  ownRoomNonceOf,
  sealInMeeting,
  showNewDevice,
  wrapForPasskey,
} from "@goldseam/crypto/open";
import { deviceIdOf } from "@goldseam/crypto/verify";
import { person, seededRandom } from "../../packages/crypto/test/couple.ts";

const file = path.join(import.meta.dirname, "meeting-v1.json");
if (existsSync(file)) throw new Error("meeting-v1.json is frozen");

const random = seededRandom(777);
const account = { generation: 1, seed: random(32) };
const identity = await identityOf(account);
const [own, added] = [await person(301), await person(302)];
const first = await makeAccountLogLink(
  {
    identity: identity.publicBytes,
    number: 1,
    previous: new Uint8Array(32),
    type: "first device",
    at: 1_800_000_000_000,
    device: deviceIdOf(own.device.publicBytes),
    deviceKey: own.device.publicBytes,
  },
  identity,
);
const acted = (type: "device by code" | "device ended", number: number, previous: Uint8Array<ArrayBuffer>) =>
  makeAccountLogLink(
    {
      identity: identity.publicBytes,
      number,
      previous,
      type,
      at: 1_800_000_000_000 + number * 1_000,
      device: deviceIdOf(added.device.publicBytes),
      deviceKey: added.device.publicBytes,
      by: deviceIdOf(own.device.publicBytes),
    },
    identity,
    own.device,
  );
const byCode = await acted("device by code", 2, first.hash);
const ended = await acted("device ended", 3, byCode.hash);

const secret = random(32);
const keys = await meetingKeysOf(secret);
const boxSeed = random(32);
const device = {
  deviceKey: added.device.publicBytes,
  boxKey: (await boxPairOf(boxSeed)).publicBytes,
  nonce: random(16),
};
const ownNonce = random(16);
const commitment = meetingCommitmentOf(device);
const bits = meetingWordBits(keys, ownNonce, device);
const secretKey = random(16);
const profile = utf8('{"name":"Ana","door":"alone"}');
const boxed = await handOver({ link: byCode.bytes, account, secretKey, profile }, keys, device.boxKey);
const passkeySecret = random(32);
const texts = [commitment, ownNonce, showNewDevice(device), boxed];
const messages: string[] = [];
for (const [index, text] of texts.entries())
  messages.push(hex(await sealInMeeting(keys, (index + 1) as 1 | 2 | 3 | 4, text, random)));

const value = {
  format: "goldseam-vectors/meeting/1",
  seed: hex(account.seed),
  identity: hex(identity.publicBytes),
  log: [first, byCode, ended].map((link) => ({ type: link.type, link: hex(link.bytes), hash: hex(link.hash) })),
  doorstepNonce: hex(await ownRoomNonceOf(account, "doorstep")),
  practiceNonce: hex(await ownRoomNonceOf(account, "practice")),
  passkey: { secret: hex(passkeySecret), wrapped: hex(await wrapForPasskey(passkeySecret, account, random)) },
  meeting: {
    secret: hex(secret),
    fragment: meetingFragmentOf(secret),
    id: hex(keys.id),
    key: hex(keys.key),
    boxSeed: hex(boxSeed),
    deviceKey: hex(device.deviceKey),
    nonce: hex(device.nonce),
    ownNonce: hex(ownNonce),
    commitment: hex(commitment),
    words: meetingWordsOf(bits),
    secretKey: hex(secretKey),
    profile: hex(profile),
    messages,
  },
};
writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
