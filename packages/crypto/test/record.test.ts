import { type Bytes, base64url } from "@goldseam/core";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { makeGrant, makeRedaction, openEntry, openGrant, signHeader, signLink } from "../src/open.ts";
import {
  advance,
  copyRecord,
  type Entry,
  emptyRecord,
  epochCommitment,
  headAfter,
  itemToBytes,
  labels,
  type Placed,
  parseItem,
} from "../src/verify.ts";
import { Couple, judge, person } from "./couple.ts";

let couple: Couple;
beforeAll(async () => {
  couple = await Couple.paired();
  for (const text of ["one", "two", "three"]) {
    await couple.write(couple.ana, text);
    await couple.write(couple.ben, text);
  }
});

/** The state of a reader before item `n`. */
function before(n: number) {
  const record = emptyRecord(couple.room);
  for (const placed of couple.placed.slice(0, n - 1)) advance(record, placed);
  return record;
}
const changed = (bytes: Uint8Array, at: number): Bytes =>
  Uint8Array.from(bytes, (byte, i) => (i === at ? byte ^ 1 : byte));
const at = (n: number): Placed => couple.placed[n - 1]!;

describe("an honest record", () => {
  test("every item parses and encodes to the same bytes", () => {
    for (const { item } of couple.placed) {
      const bytes = itemToBytes(item);
      const parsed = parseItem(bytes);
      expect(parsed.ok && base64url(itemToBytes(parsed.value))).toBe(base64url(bytes));
    }
  });
  test("the head is the chain of every place", () => {
    let head = couple.room;
    for (const { n, t, item } of couple.placed) head = headAfter(head, n, t, item.hash);
    expect(base64url(head)).toBe(base64url(couple.record.head));
  });
  test("both partners open what either wrote, with the key their grant holds", async () => {
    const add = at(2).item;
    if (add.kind !== "link" || add.payload.type !== "add")
      throw new Error("the second item is Ben's joining");
    const key = await openGrant(
      add.payload.grants[0]!,
      couple.room,
      { identity: couple.ben.identity.publicBytes, box: couple.ben.shared.box },
      couple.record.commitments[0]!,
    );
    expect(key && base64url(key)).toBe(base64url(couple.epochKeyBytes));
    const opened = await openEntry(at(4).item as Entry & { body: Bytes }, couple.epochKey);
    expect(opened.ok && opened.value.data).toEqual({ text: "one" });
  });
});

describe("what a reader refuses", () => {
  test("an item in another's place, twice, or out of order", async () => {
    expect(await judge(before(5), { ...at(5), n: 6 })).toBe("OutOfOrder");
    expect(await judge(before(5), { ...at(4), n: 5 })).toBe("ChainBroken");
    expect(await judge(before(5), { ...at(7), n: 5 })).toBe("SeenAhead");
  });
  test("a receipt time before the last one", async () => {
    expect(await judge(before(5), { ...at(5), t: at(4).t - 1 })).toBe("TimeWentBack");
  });
  test("an item of another room", async () => {
    const other = await Couple.paired(50);
    const record = before(5);
    expect(await judge(record, { n: 5, t: at(5).t, item: await other.entry(other.ana, "elsewhere") })).toBe(
      "WrongRoom",
    );
  });
  test("every flipped bit of an entry, wherever it lies", async () => {
    const record = before(5);
    const bytes = itemToBytes(at(5).item);
    for (let offset = 0; offset < bytes.length; offset += offset < 241 ? 1 : 61) {
      const parsed = parseItem(changed(bytes, offset));
      if (!parsed.ok) continue;
      expect(await judge(record, { ...at(5), item: parsed.value }), `offset ${offset}`).not.toBeNull();
    }
  });
  test("a body laid under another header", async () => {
    const item = { ...(at(5).item as Entry), body: (at(6).item as Entry).body };
    expect(await judge(before(5), { ...at(5), item })).toBe("BodySwapped");
  });
  test("an author nobody let in, and one who signs as somebody else", async () => {
    const stranger = await person(900);
    const record = couple.record;
    const next = { n: record.n + 1, t: record.t };
    expect(await judge(record, { ...next, item: await couple.entry(stranger, "hello") })).toBe(
      "UnknownDevice",
    );
    const forged = await couple.entry({ ...couple.ana, device: stranger.device }, "I said this");
    expect(await judge(record, { ...next, item: forged })).toBe("BadSignature");
    expect(await judge(record, { ...next, item: await couple.certificate(stranger) })).toBe("NotAMember");
  });
  test("a certificate that the member's identity did not sign", async () => {
    const stranger = await person(901);
    const item = await couple.certificate({
      ...stranger,
      identity: { ...stranger.identity, publicBytes: couple.ben.identity.publicBytes },
    });
    expect(await judge(couple.record, { n: couple.record.n + 1, t: couple.record.t, item })).toBe(
      "BadSignature",
    );
  });
  test("an author who was shown another record", async () => {
    const place = { ...couple.place(couple.ben), seenHead: new Uint8Array(32).fill(9) };
    const item = await couple.entry(couple.ben, "from a fork", place);
    expect(await judge(couple.record, { n: couple.record.n + 1, t: couple.record.t, item })).toBe("Forked");
  });
  test("an entry under an epoch that never was", async () => {
    const entry = await couple.entry(couple.ana, "x");
    const header = { ...entry.header, epoch: 2 };
    const item: Entry = { kind: "entry", body: entry.body, ...(await signHeader(header, couple.ana.device)) };
    expect(await judge(couple.record, { n: couple.record.n + 1, t: couple.record.t, item })).toBe(
      "WrongEpoch",
    );
  });
  test("a third partner, for ever", async () => {
    const third = await person(902);
    expect(
      await judge(couple.record, {
        n: couple.record.n + 1,
        t: couple.record.t,
        item: await couple.joining(third),
      }),
    ).toBe("LinkRefused");
  });
  test("a link on an older link, and a second genesis", async () => {
    const record = couple.record;
    expect(await judge(record, { n: record.n + 1, t: record.t, item: at(2).item })).toBe("LinkBroken");
    expect(await judge(record, { n: record.n + 1, t: record.t, item: couple.genesis })).toBe("LinkBroken");
  });
  test("a grant of another key than the one committed to", async () => {
    const member = { identity: couple.ben.identity.publicBytes, boxKey: couple.ben.shared.box.publicBytes };
    const grant = await makeGrant(couple.room, { epoch: 1, key: new Uint8Array(32).fill(3) }, member);
    const opened = await openGrant(
      grant,
      couple.room,
      { identity: member.identity, box: couple.ben.shared.box },
      couple.record.commitments[0]!,
    );
    expect(opened).toBeNull();
  });
  test("arbitrary bytes never throw", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 900 }), fc.constantFrom(1, 2, 3, 16), (bytes, format) => {
        bytes[0] = format;
        return typeof parseItem(bytes).ok === "boolean";
      }),
      { seed: 7, numRuns: 2000 },
    );
  });
});

describe("changes of the room", () => {
  test("leaving ends the right to write and starts an epoch for who stays", async () => {
    const room = await Couple.paired(20);
    const key = new Uint8Array(32).fill(5);
    const staying = { identity: room.ana.identity.publicBytes, boxKey: room.ana.shared.box.publicBytes };
    const old = await room.entry(room.ana, "queued before the leaving");
    const leave = (grants: Awaited<ReturnType<typeof makeGrant>>[]) =>
      signLink(
        {
          room: room.room,
          number: room.record.linkNumber + 1,
          previous: room.record.linkHash,
          seenN: room.record.n,
          seenHead: room.record.head,
          device: room.ben.deviceId,
          at: room.record.t,
          epoch: 2,
          payload: {
            type: "remove",
            identity: room.ben.identity.publicBytes,
            newEpoch: { commitment: epochCommitment(room.room, 2, key) },
            grants,
          },
        },
        room.ben.device,
      );
    expect(await judge(room.record, { n: 4, t: room.record.t, item: await leave([]) })).toBe("LinkRefused");
    await room.append(await leave([await makeGrant(room.room, { epoch: 2, key }, staying)]));
    expect(
      await judge(room.record, { n: 5, t: room.record.t, item: await room.entry(room.ben, "still here") }),
    ).toBe("NotAMember");
    await room.append(old);
    expect(
      await judge(room.record, {
        n: 6,
        t: room.record.t,
        item: await room.entry(room.ana, "old key, new sight"),
      }),
    ).toBe("WrongEpoch");
  });
  test("a partner cannot remove the other", async () => {
    const link = await signLink(
      {
        room: couple.room,
        number: couple.record.linkNumber + 1,
        previous: couple.record.linkHash,
        seenN: couple.record.n,
        seenHead: couple.record.head,
        device: couple.ana.deviceId,
        at: couple.record.t,
        epoch: 2,
        payload: {
          type: "remove",
          identity: couple.ben.identity.publicBytes,
          newEpoch: { commitment: new Uint8Array(32) },
          grants: [],
        },
      },
      couple.ana.device,
    );
    expect(await judge(couple.record, { n: couple.record.n + 1, t: couple.record.t, item: link })).toBe(
      "LinkRefused",
    );
  });
  test("a missing body is excused by its author's redaction and by nobody else's", async () => {
    const room = await Couple.paired(30);
    const reader = copyRecord(room.record);
    const written = await room.write(room.ana, "words");
    advance(reader, { ...written, item: { ...(written.item as Entry), body: undefined } });
    expect(reader.missing.size).toBe(1);
    const byBen = await room.append(
      await makeRedaction([written.item.hash], room.place(room.ben), room.ben.device),
    );
    advance(reader, byBen);
    expect(reader.missing.size).toBe(1);
    const byAna = await room.append(
      await makeRedaction([written.item.hash], room.place(room.ana), room.ana.device),
    );
    advance(reader, byAna);
    expect(reader.missing.size).toBe(0);
  });
});

test("no two labels are the same, and none begins another", () => {
  const all = Object.values(labels).map(base64url);
  expect(new Set(all).size).toBe(all.length);
});
