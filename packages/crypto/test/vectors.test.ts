import { type Bytes, base64url, fromHex, hex, type RoomEvent } from "@goldseam/core";
import { describe, expect, test } from "vitest";
import { headWordsOf, kitCodeOf, kitWordsOf, verificationWordsOf } from "../src/kit.ts";
import {
  answerInvite,
  bodyKeyBytes,
  derive,
  identityOf,
  importEpochKey,
  inviteFragmentOf,
  inviteKeysOf,
  inviteSecretOf,
  kitSlotKeys,
  makeAccountLogLink,
  makeCertificate,
  makeRedaction,
  makeSlot,
  openBody,
  openEntry,
  openGrant,
  openPreview,
  openSlot,
  passwordSlotKeys,
  privateKeysOf,
  readAnswer,
  sealEntry,
  sealPreview,
  sharedKeysOf,
  sign,
  signingPairOf,
  signLink,
} from "../src/open.ts";
import { pad, paddedLength } from "../src/padding.ts";
import { stretchPassword } from "../src/stretch.ts";
import {
  accountLogFaultOf,
  accountLogSignaturesOf,
  advance,
  emptyRecord,
  faultOf,
  headAfter,
  type Item,
  itemToBytes,
  parseAccountLogLink,
  parseItem,
  sessionMessage,
  signaturesOf,
  verifySignature,
} from "../src/verify.ts";
import { accountVector, type ItemVector, inviteVector, paddingVector, recordVector } from "./vectors.ts";

const room = fromHex(recordVector.room);

function parsed({ item, erased = false }: Pick<ItemVector, "item"> & { erased?: boolean }): Item {
  const read = parseItem(fromHex(item), { bodyErased: erased });
  if (!read.ok) throw new Error(`no item: ${read.error.at}`);
  return read.value;
}

/** The state of a reader after the first `n` items. */
function after(n: number) {
  const record = emptyRecord(room);
  for (const one of recordVector.items.slice(0, n))
    advance(record, { n: one.n, t: one.t, item: parsed(one) });
  return record;
}

async function judge(
  record: ReturnType<typeof after>,
  one: { n: number; t: number; item: string; erased?: true },
) {
  const read = parseItem(fromHex(one.item), { bodyErased: one.erased === true });
  if (!read.ok) return read.error.type;
  const fault = faultOf(record, { n: one.n, t: one.t, item: read.value });
  if (fault !== null) return fault.type;
  const verdicts = await Promise.all(signaturesOf(record, read.value).map(verifySignature));
  return verdicts.every(Boolean) ? null : "BadSignature";
}

const people = Object.entries({ ana: recordVector.ana, ben: recordVector.ben });
const personOfDevice = (device: Uint8Array) =>
  people.find(([, { deviceId }]) => deviceId === hex(device))![1];

describe("a record of version 1", () => {
  for (const one of recordVector.items) {
    test(`item ${one.n}, a ${one.kind}, reads, writes back the same bytes, and stands where it stood`, async () => {
      const item = parsed(one);
      expect(item.kind).toBe(one.kind);
      expect(hex(itemToBytes(item))).toBe(one.item);
      expect(hex(item.hash)).toBe(one.hash);
      const record = after(one.n - 1);
      expect(await judge(record, one)).toBeNull();
      expect(hex(headAfter(record.head, one.n, one.t, item.hash))).toBe(one.head);
    });

    test(`item ${one.n} is what its author's keys make of the same facts today`, async () => {
      const item = parsed(one);
      const author = personOfDevice(item.kind === "link" ? item.device : item.header.device);
      const device = await signingPairOf(fromHex(author.deviceSeed));
      if (item.kind === "link") return expect(hex((await signLink(item, device)).bytes)).toBe(one.item);
      const remade = await remake(item, one, device);
      expect(remade === undefined ? undefined : hex(itemToBytes(remade))).toBe(
        one.erased ? undefined : one.item,
      );
    });
  }

  async function remake(
    item: Exclude<Item, { kind: "link" }>,
    one: ItemVector,
    device: Awaited<ReturnType<typeof signingPairOf>>,
  ): Promise<Item | undefined> {
    if (one.erased) return undefined;
    if (item.kind === "redaction") return makeRedaction(item.hashes, item.header, device);
    if (item.kind === "certificate") return makeCertificate(item.header, { ...item, device });
    const epochKey = await epochKeyOf(item.header.epoch);
    const salt = () => item.header.salt;
    return sealEntry(one.event as RoomEvent, item.header, { epochKey, device }, salt);
  }

  const epochKeyOf = (epoch: number) => importEpochKey(epoch, fromHex(recordVector.epochKeys[epoch - 1]!));

  test("every entry opens, with the epoch's key and with the key of its body alone", async () => {
    const entries = recordVector.items.filter((one) => one.event !== undefined);
    expect(entries.length).toBe(3);
    for (const one of entries) {
      const item = parsed(one);
      if (item.kind !== "entry" || item.body === undefined) throw new Error("an entry with its body");
      const entry = { ...item, body: item.body };
      const epochKey = await epochKeyOf(item.header.epoch);
      expect(await openEntry(entry, epochKey)).toEqual({ ok: true, value: one.event });
      expect(hex(await bodyKeyBytes(entry, epochKey))).toBe(one.bodyKey);
      const key = await crypto.subtle.importKey("raw", fromHex(one.bodyKey!), "AES-GCM", false, ["decrypt"]);
      expect(await openBody(entry, key)).toEqual({ ok: true, value: one.event });
    }
  });

  test("every grant opens for its recipient, to the epoch's key, and for nobody else", async () => {
    const record = after(recordVector.n);
    let opened = 0;
    for (const item of recordVector.items.map(parsed)) {
      if (item.kind !== "link" || item.payload.type === "policy") continue;
      for (const grant of item.payload.grants) {
        for (const [, { seed, identity }] of people) {
          const { box } = await sharedKeysOf({ generation: 1, seed: fromHex(seed) });
          const own = { identity: fromHex(identity), box };
          const key = await openGrant(grant, room, own, record.commitments[grant.epoch - 1]!);
          const isFor = hex(grant.recipient) === identity;
          expect(key && hex(key)).toBe(isFor ? recordVector.epochKeys[grant.epoch - 1] : null);
          opened += isFor ? 1 : 0;
        }
      }
    }
    expect(opened).toBe(5);
  });

  test("its end is the same: head, head words, members, epoch, and no body missing", () => {
    const record = after(recordVector.n);
    expect(hex(record.head)).toBe(recordVector.head);
    expect(headWordsOf(room, record.n, record.head)).toEqual(recordVector.headWords);
    expect([record.epoch, record.linkNumber, record.missing.size]).toEqual([3, 4, 0]);
    const members = [...record.members.values()].map(({ memberId, untilN }) => [memberId, untilN]);
    expect(members).toEqual([
      [base64url(fromHex(recordVector.ana.identity)), undefined],
      [base64url(fromHex(recordVector.ben.identity)), 10],
    ]);
  });

  for (const [name, vector] of people) {
    test(`${name}'s keys come from the seed as they did`, async () => {
      const account = { generation: 1, seed: fromHex(vector.seed) };
      expect(hex((await identityOf(account)).publicBytes)).toBe(vector.identity);
      expect(hex((await sharedKeysOf(account)).box.publicBytes)).toBe(vector.boxKey);
      expect(hex((await signingPairOf(fromHex(vector.deviceSeed))).publicBytes)).toBe(vector.deviceKey);
    });
  }

  for (const one of recordVector.damaged) {
    test(`damaged: ${one.name} is ${one.fault}`, async () => {
      expect(await judge(after(one.after), one)).toBe(one.fault);
    });
  }

  test("the damaged ones name every fault that a single item can have", () => {
    expect([...new Set(recordVector.damaged.map(({ fault }) => fault))].sort()).toEqual([
      "BadSignature",
      "BodySwapped",
      "ChainBroken",
      "Forked",
      "LinkBroken",
      "LinkRefused",
      "Malformed",
      "NotAMember",
      "OutOfOrder",
      "SeenAhead",
      "TimeWentBack",
      "UnknownDevice",
      "WrongEpoch",
      "WrongRoom",
    ]);
  });
});

describe("an account of version 1", () => {
  const { generation } = accountVector;
  const account = { generation, seed: fromHex(accountVector.seed) };
  const secretKey = fromHex(accountVector.secretKey);
  const stretch = async (password: string, salt: Bytes): Promise<Bytes> => {
    expect([password, hex(salt)]).toEqual([accountVector.password, accountVector.passwordSalt]);
    return fromHex(accountVector.stretched);
  };
  const labelled = async (label: string): Promise<string> => {
    const info = new TextEncoder().encode(`goldseam/1/${label}\0\0\0\0\x01`);
    return hex(await derive(account.seed, info, 32));
  };

  test("every key comes from the seed as it did", async () => {
    const [shared, secret] = [await sharedKeysOf(account), await privateKeysOf(account)];
    expect(hex(shared.identity)).toBe(accountVector.identity);
    expect(hex(secret.identity.publicBytes)).toBe(accountVector.identity);
    expect(hex(shared.box.publicBytes)).toBe(accountVector.sharedBox);
    expect(hex(secret.box.publicBytes)).toBe(accountVector.privateBox);
    expect(await labelled("identity")).toBe(accountVector.identityPrivate);
    expect(await labelled("shared-box")).toBe(accountVector.sharedBoxPrivate);
    expect(await labelled("private-box")).toBe(accountVector.privateBoxPrivate);
    expect(await labelled("shared-cache")).toBe(accountVector.sharedCache);
    expect(await labelled("private-cache")).toBe(accountVector.privateCache);
    expect(verificationWordsOf(shared.identity)).toEqual(accountVector.verificationWords);
  });

  test("the password is stretched as it was", async () => {
    const stretched = await stretchPassword(accountVector.password, fromHex(accountVector.passwordSalt));
    expect(hex(stretched)).toBe(accountVector.stretched);
  });

  const slots = [
    [
      "password",
      accountVector.passwordSlot,
      () => passwordSlotKeys(accountVector.password, secretKey, stretch),
    ],
    ["kit", accountVector.kitSlot, () => kitSlotKeys(fromHex(accountVector.kitCode))],
  ] as const;
  for (const [kind, vector, keysOf] of slots) {
    test(`the ${kind} slot is found, opened and made as it was`, async () => {
      const keys = await keysOf();
      expect([hex(keys.locator), hex(keys.login), hex(keys.wrapKey)]).toEqual([
        vector.locator,
        vector.login,
        vector.wrapKey,
      ]);
      const opened = await openSlot(keys, fromHex(vector.wrapped));
      expect(opened && hex(opened.account.seed)).toBe(accountVector.seed);
      expect(opened?.secretKey && hex(opened.secretKey)).toBe(
        kind === "kit" ? accountVector.secretKey : undefined,
      );
      const nonce = () => fromHex(vector.wrapped).slice(0, 12);
      expect(hex((await makeSlot(keys, { account, secretKey }, nonce)).wrapped)).toBe(vector.wrapped);
      const damaged = fromHex(vector.wrapped);
      damaged[20]! ^= 1;
      expect(await openSlot(keys, damaged)).toBeNull();
    });
  }

  test("the kit's words are its code's", () => {
    expect(kitWordsOf(fromHex(accountVector.kitCode))).toEqual(accountVector.kitWords);
    const back = kitCodeOf(accountVector.kitWords.join(" "));
    expect(back.ok && hex(back.value)).toBe(accountVector.kitCode);
  });

  const linkOf = (bytes: string) => {
    const link = parseAccountLogLink(fromHex(bytes));
    if (!link.ok) throw new Error(`no link: ${link.error.at}`);
    return link.value;
  };
  const logTo = (n: number) => accountVector.log.slice(0, n).map(({ link }) => linkOf(link));

  test("every link of the log reads, writes back the same bytes, and follows the one before", async () => {
    const { identity } = await privateKeysOf(account);
    for (const [index, one] of accountVector.log.entries()) {
      const link = linkOf(one.link);
      expect([link.type, hex(link.hash)]).toEqual([one.type, one.hash]);
      expect(accountLogFaultOf(logTo(index), link)).toBeNull();
      const checks = accountLogSignaturesOf(logTo(index), link);
      expect(await Promise.all(checks.map(verifySignature))).toEqual(checks.map(() => true));
      expect(hex((await makeAccountLogLink(link, identity)).bytes)).toBe(one.link);
    }
  });
  for (const one of accountVector.damagedLog) {
    test(`damaged: ${one.name} is ${one.fault}`, async () => {
      const link = parseAccountLogLink(fromHex(one.link));
      const fault = link.ok ? accountLogFaultOf(logTo(one.after), link.value) : link.error.type;
      const holds =
        link.ok && (await verifySignature(accountLogSignaturesOf(logTo(one.after), link.value)[0]!));
      expect(fault ?? (holds ? null : "BadSignature")).toBe(one.fault);
    });
  }

  test("a session is opened with the signature that opened it then, at that origin alone", async () => {
    const { challenge, origin, deviceSeed, message, signature } = accountVector.session;
    const device = await signingPairOf(fromHex(deviceSeed));
    expect(hex(sessionMessage(fromHex(challenge), origin))).toBe(message);
    expect(hex(await sign(device, fromHex(message)))).toBe(signature);
    expect(hex(sessionMessage(fromHex(challenge), `${origin}.evil`))).not.toBe(message);
  });
});

describe("an invite of version 1", () => {
  const [secret, inviteRoom] = [fromHex(inviteVector.secret), fromHex(inviteVector.room)];
  test("its address and keys are as they were", async () => {
    expect(inviteFragmentOf({ secret, room: inviteRoom })).toBe(inviteVector.fragment);
    expect(inviteSecretOf(inviteVector.fragment)).toEqual({ ok: true, value: { secret, room: inviteRoom } });
    for (const fragment of inviteVector.damagedFragments)
      expect(inviteSecretOf(fragment)).toEqual({ ok: false, error: { type: "NotAnInvite" } });
    const keys = await inviteKeysOf(secret);
    expect([hex(keys.id), hex(keys.key.publicBytes), hex(keys.previewKey)]).toEqual([
      inviteVector.id,
      inviteVector.inviteKey,
      inviteVector.previewKey,
    ]);
    const pair = await signingPairOf(fromHex(inviteVector.inviteKeyPrivate));
    expect(hex(pair.publicBytes)).toBe(inviteVector.inviteKey);
  });
  test("its preview opens, and is sealed as it was", async () => {
    const keys = await inviteKeysOf(secret);
    const sealed = fromHex(inviteVector.sealedPreview);
    expect(await openPreview(sealed, keys)).toEqual(inviteVector.preview);
    expect(hex(await sealPreview(inviteVector.preview, keys, () => sealed.slice(0, 12)))).toBe(
      inviteVector.sealedPreview,
    );
  });
  test("its answer reads, is made as it was, and every damaged one is refused", async () => {
    const invite = fromHex(inviteVector.inviteKey);
    const read = await readAnswer(fromHex(inviteVector.answer), inviteRoom, invite);
    const keys = await inviteKeysOf(secret);
    const identity = await identityOf({ generation: 1, seed: fromHex(inviteVector.joiner) });
    expect(read && hex(read.member.identity)).toBe(hex(identity.publicBytes));
    const again = await answerInvite(inviteRoom, read!.member, { invite: keys.key, identity });
    expect(hex(again)).toBe(inviteVector.answer);
    for (const { name, answer } of inviteVector.damagedAnswers)
      expect(await readAnswer(fromHex(answer), inviteRoom, invite), name).toBeNull();
  });
});

test("texts are padded to the lengths of version 1", () => {
  for (const { length, padded } of paddingVector.classes) {
    expect(paddedLength(length)).toBe(padded);
    if (length >= 4) expect(pad(new Uint8Array(length - 4)).length).toBe(padded);
  }
});
