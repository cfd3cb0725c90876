import { readFileSync } from "node:fs";
import type { Bytes } from "@goldseam/core";
import { beforeEach, describe, expect, test } from "vitest";
import { answerInvite, inviteKeysOf, makeGrant, openGrant, sign, signLink } from "../src/open.ts";
import {
  advance,
  approvalMessage,
  emptyRecord,
  epochCommitment,
  type Link,
  type LinkPayload,
  type MemberKeys,
  memberIdOf,
  parseItem,
  type Sees,
} from "../src/verify.ts";
import { Couple, judge, type Person, person } from "./couple.ts";

let couple: Couple;
let cleo: Person;
beforeEach(async () => {
  couple = await Couple.paired(3);
  cleo = await person(900);
});

const keysOf = ({ identity, shared }: Person, role: MemberKeys["role"] = "practitioner"): MemberKeys => ({
  role,
  identity: identity.publicBytes,
  boxKey: shared.box.publicBytes,
});
const newKey = new Uint8Array(32).fill(9);

type Asked = {
  readonly author?: Person;
  readonly approver?: Person | null;
  readonly sees?: Sees;
  readonly member?: MemberKeys;
  /** What the approver's device signs for, where that is not what the link says. */
  readonly approvedFor?: Partial<{ sees: Sees; number: number; member: MemberKeys }>;
  readonly grantsTo?: readonly MemberKeys[];
};

/** Ana lets Cleo in, with Ben's yes, unless told otherwise. */
async function admit({
  author = couple.ana,
  approver = couple.ben,
  sees = "everything",
  member = keysOf(cleo),
  approvedFor = {},
  grantsTo,
}: Asked = {}): Promise<Link> {
  const { record, room } = couple;
  const invite = await inviteKeysOf(new Uint8Array(16).fill(5));
  const answer = await answerInvite(room, member, { invite: invite.key, identity: cleo.identity });
  const isNew = sees === "from today";
  const epoch = isNew ? record.epoch + 1 : record.epoch;
  const key = isNew ? newKey : couple.epochKeyBytes;
  const everyone = [keysOf(couple.ana, "partner"), keysOf(couple.ben, "partner"), member];
  const recipients = grantsTo ?? (isNew ? everyone : [member]);
  const number = record.linkNumber + 1;
  const message = approvalMessage({
    room,
    number,
    previous: record.linkHash,
    member,
    inviteKey: invite.key.publicBytes,
    sees,
    ...approvedFor,
  });
  const payload: LinkPayload = {
    type: "admit",
    member,
    inviteKey: invite.key.publicBytes,
    inviteSignature: answer.slice(65, 129),
    identitySignature: answer.slice(129),
    sees,
    newEpoch: isNew ? { commitment: epochCommitment(room, epoch, key) } : undefined,
    grants: await Promise.all(recipients.map((recipient) => makeGrant(room, { epoch, key }, recipient))),
    approval:
      approver === null
        ? undefined
        : { device: approver.deviceId, signature: await sign(approver.device, message) },
  };
  return linkBy(author, payload, epoch);
}

const linkBy = (author: Person, payload: LinkPayload, epoch: number): Promise<Link> =>
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

async function remove(author: Person, whom: Person, staying: readonly MemberKeys[]): Promise<Link> {
  const epoch = couple.record.epoch + 1;
  const grants = staying.map((member) => makeGrant(couple.room, { epoch, key: newKey }, member));
  const newEpoch = { commitment: epochCommitment(couple.room, epoch, newKey) };
  const identity: Bytes = whom.identity.publicBytes;
  return linkBy(author, { type: "remove", identity, newEpoch, grants: await Promise.all(grants) }, epoch);
}

const verdictOn = (item: Link) =>
  judge(couple.record, { n: couple.record.n + 1, t: couple.record.t + 1, item });

describe("a practitioner comes into a couple's room", () => {
  test("by both partners' yes on one link, either of them its author, and opens every epoch", async () => {
    const link = await admit();
    await couple.append(link);
    const member = couple.record.members.get(memberIdOf(cleo.identity.publicBytes));
    expect([member?.role, member?.sinceN]).toEqual(["practitioner", 4]);
    const [grant] = link.payload.type === "admit" ? link.payload.grants : [];
    const own = { identity: cleo.identity.publicBytes, box: cleo.shared.box };
    expect(await openGrant(grant!, couple.room, own, couple.record.commitments[0]!)).toEqual(
      couple.epochKeyBytes,
    );
    const other = await Couple.paired(3);
    couple = other;
    expect(await verdictOn(await admit({ author: other.ben, approver: other.ana }))).toBeNull();
  });

  test("who sees from today starts an epoch that everyone opens, and gets none before it", async () => {
    await couple.append(await admit({ sees: "from today" }));
    expect(couple.record.epoch).toBe(2);
  });

  test.each<[string, Asked | (() => Asked)]>([
    ["without the other partner's yes", { approver: null }],
    ["with the author's own yes twice", () => ({ approver: couple.ana })],
    ["with a yes of the one who comes", () => ({ approver: cleo })],
    ["as a third partner", () => ({ member: keysOf(cleo, "partner") })],
    [
      "from today, with a grant of the new epoch for nobody who is here",
      () => ({ sees: "from today", grantsTo: [keysOf(cleo)] }),
    ],
    ["from everything on, with no grant", { grantsTo: [] }],
  ])("but not %s", async (_how, asked) => {
    expect(await verdictOn(await admit(typeof asked === "function" ? asked() : asked))).toBe("LinkRefused");
  });

  test.each<[string, Asked["approvedFor"] | (() => Asked["approvedFor"])]>([
    ["another reach", { sees: "from today" }],
    ["another place of the room's links", { number: 9 }],
    ["other keys", () => ({ member: { ...keysOf(cleo), boxKey: couple.ana.shared.box.publicBytes } })],
  ])("but not with a yes that was given for %s", async (_what, approvedFor) => {
    const given = typeof approvedFor === "function" ? approvedFor() : approvedFor;
    expect(await verdictOn(await admit({ approvedFor: given }))).toBe("BadSignature");
  });

  test("once: who is there is not let in again", async () => {
    await couple.append(await admit());
    expect(await verdictOn(await admit())).toBe("LinkRefused");
  });
});

describe("the frozen record of a practitioner let in from today on", () => {
  type Frozen = {
    readonly room: string;
    readonly items: readonly { readonly n: number; readonly t: number; readonly hex: string }[];
    readonly head: string;
  };
  const frozen = JSON.parse(
    readFileSync(new URL("../../../test/vectors/admit-v1.json", import.meta.url), "utf8"),
  ) as Frozen;

  test("is read and judged honest, item by item, and ends at the frozen head", async () => {
    const record = emptyRecord(new Uint8Array(Buffer.from(frozen.room, "hex")));
    for (const { n, t, hex } of frozen.items) {
      const item = parseItem(new Uint8Array(Buffer.from(hex, "hex")));
      if (!item.ok) throw new Error(item.error.at);
      expect(await judge(record, { n, t, item: item.value })).toBeNull();
      advance(record, { n, t, item: item.value });
    }
    expect(Buffer.from(record.head).toString("hex")).toBe(frozen.head);
    expect([...record.members.values()].map(({ role }) => role)).toEqual([
      "partner",
      "partner",
      "practitioner",
    ]);
    expect(record.epoch).toBe(2);
  });

  test("is refused with any bit of the approval changed, and one byte longer or shorter", async () => {
    const last = frozen.items.at(-1)!;
    const bytes = new Uint8Array(Buffer.from(last.hex, "hex"));
    expect(parseItem(bytes.slice(0, -1)).ok).toBe(false);
    expect(parseItem(new Uint8Array([...bytes, 0])).ok).toBe(false);
    const item = parseItem(bytes);
    if (!item.ok || item.value.kind !== "link" || item.value.payload.type !== "admit")
      throw new Error("an admission");
    const approvedAt = bytes.length - 64 - 64;
    const changed = bytes.map((byte, at) => (at === approvedAt + 5 ? byte ^ 1 : byte)) as Bytes;
    const other = parseItem(changed);
    if (!other.ok) throw new Error(other.error.at);
    const record = emptyRecord(new Uint8Array(Buffer.from(frozen.room, "hex")));
    for (const { n, t, hex } of frozen.items.slice(0, -1)) {
      const earlier = parseItem(new Uint8Array(Buffer.from(hex, "hex")));
      if (earlier.ok) advance(record, { n, t, item: earlier.value });
    }
    expect(await judge(record, { n: last.n, t: last.t, item: other.value })).toBe("BadSignature");
  });
});

describe("a practitioner's part in a couple's room", () => {
  const partners = () => [keysOf(couple.ana, "partner"), keysOf(couple.ben, "partner")];

  test("is ended by either partner alone, with a new epoch that the practitioner does not get", async () => {
    await couple.append(await admit());
    await couple.append(await remove(couple.ben, cleo, partners()));
    expect(couple.record.members.get(memberIdOf(cleo.identity.publicBytes))?.untilN).toBe(5);
    expect(couple.record.epoch).toBe(2);
  });

  test("is not ended with a grant left for them", async () => {
    await couple.append(await admit());
    expect(await verdictOn(await remove(couple.ana, cleo, [...partners(), keysOf(cleo)]))).toBe(
      "LinkRefused",
    );
  });

  test("may begin again after it ended", async () => {
    await couple.append(await admit());
    await couple.append(await remove(couple.ana, cleo, partners()));
    expect(await verdictOn(await admit({ sees: "from today" }))).toBeNull();
  });

  test("gives no right over partners: nobody removes a partner but that partner", async () => {
    await couple.append(await admit());
    await couple.append(await couple.certificate(cleo));
    const left = [keysOf(couple.ana, "partner"), keysOf(cleo)];
    expect(await verdictOn(await remove(cleo, couple.ben, left))).toBe("LinkRefused");
    expect(await verdictOn(await remove(couple.ana, couple.ben, left))).toBe("LinkRefused");
    expect(await verdictOn(await remove(couple.ben, couple.ben, left))).toBeNull();
    expect(await verdictOn(await admit({ author: cleo, member: keysOf(await person(901)) }))).toBe(
      "LinkRefused",
    );
  });
});
