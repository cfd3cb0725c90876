/**
 * Made the vectors of version 1, once. They are frozen: this script writes nothing that is already there.
 *
 * Everything comes from seeds but the grants, whose HPKE draws its own randomness; so a record was made once, and
 * what it holds is what every later version must still read. Run with `node test/vectors/make-record-v1.ts`.
 */
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import {
  type Bytes,
  base64url,
  concatBytes,
  hex,
  u32,
} from "@goldseam/core";
import { headWordsOf, kitWordsOf, verificationWordsOf } from "@goldseam/crypto/kit";
import {
  type AccountSeed,
  answerInvite,
  bodyKeyBytes,
  derive,
  importEpochKey,
  inviteFragmentOf,
  inviteKeysOf,
  kitSlotKeys,
  makeAccountLogLink,
  makeGrant,
  makeRedaction,
  makeSlot,
  openEntry,
  passwordSlotKeys,
  privateKeysOf,
  sealEntry,
  sealPreview,
  sharedKeysOf,
  sign,
  signHeader,
  signLink,
} from "@goldseam/crypto/open";
import { stretchPassword } from "@goldseam/crypto/stretch";
import {
  advance,
  type Entry,
  emptyRecord,
  epochCommitment,
  type Item,
  itemToBytes,
  type LinkPayload,
  parseItem,
  sessionMessage,
} from "@goldseam/crypto/verify";
import { derivationLabels } from "../../packages/crypto/src/labels.ts";
import { paddedLength } from "../../packages/crypto/src/padding.ts";
import { Couple, judge, type Person, person, seededRandom } from "../../packages/crypto/test/couple.ts";

function freeze(name: string, value: unknown): void {
  const file = path.join(import.meta.dirname, name);
  if (existsSync(file)) return console.log(`${name} is frozen; left as it is`);
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}

const memberOf = (who: Person) =>
  ({
    role: "partner",
    identity: who.identity.publicBytes,
    boxKey: who.shared.box.publicBytes,
  }) as const;

// --- Record ------------------------------------------------------------------------------------------------

const couple = await Couple.paired(1);
const { ana, ben } = couple;
const erased = new Set<number>();
const epochKeys = [couple.epochKeyBytes];

const link = (author: Person, epoch: number, payload: LinkPayload) =>
  signLink(
    {
      room: couple.room,
      number: couple.record.linkNumber + 1,
      previous: couple.record.linkHash,
      seenN: couple.record.n,
      seenHead: couple.record.head,
      device: author.deviceId,
      at: couple.record.t,
      epoch,
      payload,
    },
    author.device,
  );

await couple.write(ana, "I will be home by seven.");
await couple.write(ben, "Thank you for saying so. \u{1F331}");
const later = await couple.write(ana, "These words were erased later.");
erased.add(later.n);
await couple.append(await makeRedaction([later.item.hash], couple.place(ana), ana.device));
const second = couple.random(32);
epochKeys.push(second);
await couple.append(
  await link(ana, 2, {
    type: "rotate",
    revoked: [],
    newEpoch: { commitment: epochCommitment(couple.room, 2, second) },
    grants: [
      await makeGrant(couple.room, { epoch: 2, key: second }, memberOf(ana)),
      await makeGrant(couple.room, { epoch: 2, key: second }, memberOf(ben)),
    ],
  }),
);
const secondKey = await importEpochKey(2, second);
await couple.append(
  await sealEntry(
    couple.event("x".repeat(700)),
    couple.place(ben),
    { epochKey: secondKey, device: ben.device },
    couple.random,
  ),
);
const third = couple.random(32);
epochKeys.push(third);
await couple.append(
  await link(ben, 3, {
    type: "remove",
    identity: ben.identity.publicBytes,
    newEpoch: { commitment: epochCommitment(couple.room, 3, third) },
    grants: [await makeGrant(couple.room, { epoch: 3, key: third }, memberOf(ana))],
  }),
);

const keyOfEpoch = (epoch: number) => importEpochKey(epoch, epochKeys[epoch - 1]!);
const items = await Promise.all(
  couple.placed.map(async ({ n, t, item }) => {
    const head = hex(couple.record.heads.at(n)!);
    const place = { n, t, kind: item.kind, hash: hex(item.hash), head };
    if (item.kind !== "entry") return { ...place, item: hex(itemToBytes(item)) };
    if (erased.has(n)) return { ...place, erased: true, item: hex(itemToBytes({ ...item, body: undefined })) };
    const bodyKey = await bodyKeyBytes(item, await keyOfEpoch(item.header.epoch));
    return { ...place, item: hex(itemToBytes(item)), bodyKey: hex(bodyKey), event: await eventIn(item) };
  }),
);
async function eventIn(entry: Entry): Promise<unknown> {
  const opened = await openEntry({ ...entry, body: entry.body! }, await keyOfEpoch(entry.header.epoch));
  if (!opened.ok) throw new Error("an entry that was just sealed opens");
  return opened.value;
}

/** Each stands in the place of item `n` of the record above, and is refused there. */
const damaged: unknown[] = [];
async function damage(name: string, n: number, bytes: Bytes, expected: string, over: { n?: number; t?: number } = {}) {
  const record = emptyRecord(couple.room);
  for (const placed of couple.placed.slice(0, n - 1)) advance(record, placed);
  const parsed = parseItem(bytes);
  const placed = { n, t: couple.placed[n - 1]?.t ?? record.t, ...over };
  const fault = parsed.ok ? await judge(record, { ...placed, item: parsed.value }) : "Malformed";
  if (fault !== expected) throw new Error(`${name}: ${fault} instead of ${expected}`);
  damaged.push({ name, after: n - 1, n: placed.n, t: placed.t, item: hex(bytes), fault });
}
const at = (n: number): Item => couple.placed[n - 1]!.item;
const bytesAt = (n: number): Bytes => itemToBytes(at(n));
const flipped = (n: number, ...offsets: number[]): Bytes =>
  bytesAt(n).map((byte, index) => (offsets.includes(index) ? byte ^ 1 : byte)) as Bytes;
const resigned = async (n: number, change: Partial<Entry["header"]>, author: Person): Promise<Bytes> => {
  const entry = at(n) as Entry;
  return itemToBytes({
    kind: "entry",
    body: entry.body,
    ...(await signHeader({ ...entry.header, ...change }, author.device)),
  });
};

await damage("a format that is none", 4, flipped(4, 0).fill(0x09, 0, 1), "Malformed");
await damage("a byte too many", 4, concatBytes(bytesAt(4), new Uint8Array(1)), "Malformed");
await damage("a byte too few", 4, bytesAt(4).slice(0, -1), "Malformed");
await damage("a length that no padding gives", 4, flipped(4, 176), "Malformed");
await damage("a redaction with a salt", 7, flipped(7, 125), "Malformed");
await damage("a redaction of nothing", 7, bytesAt(7).fill(0, 241, 242), "Malformed");
await damage("a member of no known role", 1, flipped(1, 203).fill(9, 199, 200), "Malformed");
await damage("another room", 4, flipped(4, 1), "WrongRoom");
await damage("a genesis for other keys", 1, flipped(1, 201), "WrongRoom");
await damage("a number left out", 4, bytesAt(4), "OutOfOrder", { n: 5 });
await damage("a time before the last", 4, bytesAt(4), "TimeWentBack", { t: 1 });
await damage("a device that nobody vouched for", 4, flipped(4, 33), "UnknownDevice");
await damage("a changed salt", 4, flipped(4, 125), "BadSignature");
await damage("a changed signature", 4, flipped(4, 177), "BadSignature");
await damage("a changed signature of a link", 8, flipped(8, bytesAt(8).length - 1), "BadSignature");
await damage("another's signature by the invite key", 2, flipped(2, 136 + 65 + 32), "BadSignature");
await damage("the seq of the entry before", 4, flipped(4, 52), "ChainBroken");
await damage("an item told twice", 5, bytesAt(4), "ChainBroken");
await damage("seen ahead", 4, await resigned(4, { seenN: 9 }, ana), "SeenAhead");
await damage("another head", 4, await resigned(4, { seenHead: new Uint8Array(32).fill(9) }, ana), "Forked");
await damage("an epoch that never was", 4, await resigned(4, { epoch: 2 }, ana), "WrongEpoch");
await damage("an old epoch in new sight", 9, await resigned(9, { epoch: 1 }, ben), "WrongEpoch");
await damage("a changed body", 4, flipped(4, 241), "BodySwapped");
await damage("a link twice", 9, bytesAt(8), "LinkBroken");
await damage("a second genesis", 4, bytesAt(1), "LinkBroken");
await damage("a third partner", 9, itemToBytes(await thirdPartner()), "LinkRefused");
await damage("one partner removed by the other", 10, itemToBytes(await removedByOther()), "LinkRefused");
await damage("an entry after leaving", 11, itemToBytes(await afterLeaving()), "NotAMember");

async function placeAfter(n: number, author: Person) {
  const record = emptyRecord(couple.room);
  for (const placed of couple.placed.slice(0, n)) advance(record, placed);
  return { record, place: couple.place(author, record) };
}
async function thirdPartner(): Promise<Item> {
  const { record } = await placeAfter(8, ana);
  const joiner = await person(900);
  const invite = await inviteKeysOf(new Uint8Array(16).fill(8));
  const answer = await answerInvite(couple.room, memberOf(joiner), {
    invite: invite.key,
    identity: joiner.identity,
  });
  return signLink(
    {
      room: couple.room,
      number: record.linkNumber + 1,
      previous: record.linkHash,
      seenN: record.n,
      seenHead: record.head,
      device: ana.deviceId,
      at: record.t,
      epoch: 2,
      payload: {
        type: "add",
        member: memberOf(joiner),
        inviteKey: invite.key.publicBytes,
        inviteSignature: answer.slice(65, 129),
        identitySignature: answer.slice(129),
        sees: "everything",
        newEpoch: undefined,
        grants: [
          await makeGrant(couple.room, { epoch: 1, key: epochKeys[0]! }, memberOf(joiner)),
          await makeGrant(couple.room, { epoch: 2, key: epochKeys[1]! }, memberOf(joiner)),
        ],
      },
    },
    ana.device,
  );
}
async function removedByOther(): Promise<Item> {
  const { record } = await placeAfter(9, ana);
  return signLink(
    {
      room: couple.room,
      number: record.linkNumber + 1,
      previous: record.linkHash,
      seenN: record.n,
      seenHead: record.head,
      device: ana.deviceId,
      at: record.t,
      epoch: 3,
      payload: {
        type: "remove",
        identity: ben.identity.publicBytes,
        newEpoch: { commitment: epochCommitment(couple.room, 3, third) },
        grants: [await makeGrant(couple.room, { epoch: 3, key: third }, memberOf(ana))],
      },
    },
    ana.device,
  );
}
async function afterLeaving(): Promise<Item> {
  const { place } = await placeAfter(10, ben);
  return sealEntry(
    couple.event("still here"),
    place,
    { epochKey: secondKey, device: ben.device },
    couple.random,
  );
}

const seeds = (seed: number) => {
  const random = seededRandom(seed);
  return { seed: hex(random(32)), deviceSeed: hex(random(32)) };
};
const personOf = (who: Person, seed: number) => ({
  ...seeds(seed),
  identity: hex(who.identity.publicBytes),
  boxKey: hex(who.shared.box.publicBytes),
  deviceKey: hex(who.device.publicBytes),
  deviceId: hex(who.deviceId),
});

freeze("record-v1.json", {
  format: "goldseam-vectors/record/1",
  room: hex(couple.room),
  ana: personOf(ana, 101),
  ben: personOf(ben, 201),
  inviteSecret: hex(new Uint8Array(16).fill(7)),
  epochKeys: epochKeys.map(hex),
  items,
  n: couple.record.n,
  head: hex(couple.record.head),
  headWords: headWordsOf(couple.room, couple.record.n, couple.record.head),
  damaged,
});

// --- Export ------------------------------------------------------------------------------------------------

const exportedItems = await Promise.all(
  couple.placed.map(async ({ n, t, item }) => {
    if (item.kind !== "entry") return { n, t, item: base64url(itemToBytes(item)), body: "clear" };
    const seal = { n, t, item: base64url(itemToBytes({ ...item, body: undefined })) };
    if (erased.has(n)) return { ...seal, body: "erased" };
    if (hex(item.header.device) !== hex(ana.deviceId)) return { ...seal, body: "withheld" };
    const key = await bodyKeyBytes(item, await keyOfEpoch(item.header.epoch));
    return { ...seal, body: "own", sealed: base64url(item.body!), key: base64url(key) };
  }),
);
freeze("export-v1.json", {
  format: "goldseam-export/1",
  room: base64url(couple.room),
  member: base64url(ana.identity.publicBytes),
  at: 1_800_000_600_000,
  n: couple.record.n,
  head: base64url(couple.record.head),
  items: exportedItems,
});

// --- Account -----------------------------------------------------------------------------------------------

const random = seededRandom(5);
const account: AccountSeed = { generation: 1, seed: random(32) };
const [secretKey, kitCode] = [random(16), random(20)];
const password = "caf\u00e9 am Fluss";
const salt = await derive(secretKey, derivationLabels.passwordSalt, 16);
const stretched = await stretchPassword(password.normalize("NFKC"), salt);
const passwordKeys = await passwordSlotKeys(password, secretKey, async () => stretched);
const kitKeys = await kitSlotKeys(kitCode);
const [shared, secret] = [await sharedKeysOf(account), await privateKeysOf(account)];
const derived = (label: Bytes) => derive(account.seed, concatBytes(label, u32(1)), 32).then(hex);
const slotOf = async (keys: typeof kitKeys) => {
  const slot = await makeSlot(keys, { account, secretKey }, random);
  return {
    locator: hex(keys.locator),
    login: hex(keys.login),
    wrapKey: hex(keys.wrapKey),
    wrapped: hex(slot.wrapped),
  };
};
const devices = [await person(101), await person(201)];
const firstLink = await makeAccountLogLink(
  {
    identity: shared.identity,
    number: 1,
    previous: new Uint8Array(32),
    type: "first device",
    at: 1_800_000_000_000,
    device: devices[0]!.deviceId,
    deviceKey: devices[0]!.device.publicBytes,
  },
  secret.identity,
);
const secondLink = await makeAccountLogLink(
  {
    identity: shared.identity,
    number: 2,
    previous: firstLink.hash,
    type: "device by kit",
    at: 1_800_000_001_000,
    device: devices[1]!.deviceId,
    deviceKey: devices[1]!.device.publicBytes,
  },
  secret.identity,
);
const thirdLink = await makeAccountLogLink(
  {
    identity: shared.identity,
    number: 3,
    previous: secondLink.hash,
    type: "device ended",
    at: 1_800_000_002_000,
    device: devices[0]!.deviceId,
    deviceKey: devices[0]!.device.publicBytes,
  },
  secret.identity,
);
const challenge = random(32);
freeze("account-v1.json", {
  format: "goldseam-vectors/account/1",
  generation: 1,
  seed: hex(account.seed),
  identityPrivate: await derived(derivationLabels.identity),
  identity: hex(shared.identity),
  sharedBoxPrivate: await derived(derivationLabels.sharedBox),
  sharedBox: hex(shared.box.publicBytes),
  privateBoxPrivate: await derived(derivationLabels.privateBox),
  privateBox: hex(secret.box.publicBytes),
  sharedCache: await derived(derivationLabels.sharedCache),
  privateCache: await derived(derivationLabels.privateCache),
  password,
  secretKey: hex(secretKey),
  passwordSalt: hex(salt),
  stretched: hex(stretched),
  passwordSlot: await slotOf(passwordKeys),
  kitCode: hex(kitCode),
  kitWords: kitWordsOf(kitCode),
  kitSlot: await slotOf(kitKeys),
  verificationWords: verificationWordsOf(shared.identity),
  log: [firstLink, secondLink, thirdLink].map((one) => ({
    link: hex(one.bytes),
    hash: hex(one.hash),
    type: one.type,
  })),
  damagedLog: [
    { name: "a number left out", after: 1, link: hex(thirdLink.bytes), fault: "LinkBroken" },
    { name: "a first device again", after: 1, link: hex(firstLink.bytes), fault: "LinkBroken" },
    {
      name: "another identity",
      after: 1,
      link: hex(secondLink.bytes.map((byte, index) => (index === 1 ? byte ^ 1 : byte))),
      fault: "WrongAccount",
    },
    {
      name: "an id that is not the key's",
      after: 1,
      link: hex(secondLink.bytes.map((byte, index) => (index === 78 ? byte ^ 1 : byte))),
      fault: "UnknownDevice",
    },
    {
      name: "a changed time",
      after: 1,
      link: hex(secondLink.bytes.map((byte, index) => (index === 77 ? byte ^ 1 : byte))),
      fault: "BadSignature",
    },
    { name: "a byte too few", after: 1, link: hex(secondLink.bytes.slice(0, -1)), fault: "Malformed" },
  ],
  session: {
    challenge: hex(challenge),
    origin: "https://goldseam.example",
    deviceSeed: seeds(101).deviceSeed,
    message: hex(sessionMessage(challenge, "https://goldseam.example")),
    signature: hex(await sign(devices[0]!.device, sessionMessage(challenge, "https://goldseam.example"))),
  },
});

// --- Invite ------------------------------------------------------------------------------------------------

const inviteRandom = seededRandom(8);
const [inviteSecret, inviteRoom] = [inviteRandom(16), inviteRandom(32)];
const invite = await inviteKeysOf(inviteSecret);
const answer = await answerInvite(inviteRoom, memberOf(ben), { invite: invite.key, identity: ben.identity });
freeze("invite-v1.json", {
  format: "goldseam-vectors/invite/1",
  secret: hex(inviteSecret),
  room: hex(inviteRoom),
  fragment: inviteFragmentOf({ secret: inviteSecret, room: inviteRoom }),
  id: hex(invite.id),
  inviteKeyPrivate: hex(await derive(inviteSecret, derivationLabels.inviteKey, 32)),
  inviteKey: hex(invite.key.publicBytes),
  previewKey: hex(invite.previewKey),
  preview: { name: "Ana", kind: "couple" },
  sealedPreview: hex(await sealPreview({ name: "Ana", kind: "couple" }, invite, inviteRandom)),
  joiner: seeds(201).seed,
  answer: hex(answer),
  damagedAnswers: [
    ["another box key", 40],
    ["another identity", 2],
    ["another signature by the invite key", 70],
    ["another signature by the identity", 140],
  ].map(([name, offset]) => ({
    name,
    answer: hex(answer.map((byte, index) => (index === offset ? byte ^ 1 : byte))),
  })),
  damagedFragments: [
    inviteFragmentOf({ secret: inviteSecret, room: inviteRoom }).slice(0, -1),
    `${inviteFragmentOf({ secret: inviteSecret, room: inviteRoom })}A`,
    `B${inviteFragmentOf({ secret: inviteSecret, room: inviteRoom }).slice(1)}`,
  ],
});

// --- Padding -----------------------------------------------------------------------------------------------

const edges = [0, 1, 511, 512, 513, 544, 545, 1023, 1024, 1025, 2049, 4097, 10_000, 32_769, 65_000, 65_536];
freeze("padding-v1.json", {
  format: "goldseam-vectors/padding/1",
  classes: edges.map((length) => ({ length, padded: paddedLength(length) })),
});

