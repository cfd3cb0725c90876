import {
  type Bytes,
  base64url,
  type EventId,
  type Instant,
  type RandomBytes,
  type RoomEvent,
} from "@goldseam/core";
import {
  type AccountSeed,
  answerInvite,
  type EpochKey,
  identityOf,
  importEpochKey,
  inviteKeysOf,
  type KeyPair,
  makeCertificate,
  makeGrant,
  type Place,
  type SharedKeys,
  sealEntry,
  sharedKeysOf,
  signCertificate,
  signingPairOf,
  signLink,
} from "../src/open.ts";
import {
  advance,
  deviceIdOf,
  emptyRecord,
  epochCommitment,
  faultOf,
  type Item,
  itemToBytes,
  type Link,
  memberIdOf,
  type Placed,
  parseItem,
  type RecordState,
  roomIdOf,
  signaturesOf,
  verifySignature,
} from "../src/verify.ts";

/** Bytes that look random and are the same in every run: SHA-256 would do as well, this is shorter. */
export function seededRandom(seed: number): RandomBytes {
  let state = seed >>> 0;
  return (length) =>
    Uint8Array.from({ length }, () => {
      state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
      return (state ^ (state >>> 13)) & 0xff;
    });
}

export type Person = {
  readonly account: AccountSeed;
  readonly identity: KeyPair;
  readonly shared: SharedKeys;
  readonly device: KeyPair;
  readonly deviceId: Bytes;
};

export async function person(seed: number): Promise<Person> {
  const random = seededRandom(seed);
  const account = { generation: 1, seed: random(32) };
  const device = await signingPairOf(random(32));
  return {
    account,
    identity: await identityOf(account),
    shared: await sharedKeysOf(account),
    device,
    deviceId: deviceIdOf(device.publicBytes),
  };
}

const partnerOf = ({ identity, shared }: Person) =>
  ({ role: "partner", identity: identity.publicBytes, boxKey: shared.box.publicBytes }) as const;

/** An honest server and two honest devices in a few lines: what the tests then damage. */
export class Couple {
  readonly ana: Person;
  readonly ben: Person;
  readonly room: Bytes;
  readonly genesis: Link;
  readonly epochKey: EpochKey;
  readonly epochKeyBytes: Bytes;
  readonly placed: Placed[] = [];
  record: RecordState;
  readonly random: RandomBytes;
  #t = 1_800_000_000_000;

  private constructor(
    parts: Pick<Couple, "ana" | "ben" | "room" | "genesis" | "epochKey" | "epochKeyBytes" | "random">,
  ) {
    this.ana = parts.ana;
    this.ben = parts.ben;
    this.room = parts.room;
    this.genesis = parts.genesis;
    this.epochKey = parts.epochKey;
    this.epochKeyBytes = parts.epochKeyBytes;
    this.random = parts.random;
    this.record = emptyRecord(parts.room);
  }

  /** A couple whose room holds genesis (1), Ben's joining (2) and Ben's certificate (3). */
  static async paired(seed = 1): Promise<Couple> {
    const random = seededRandom(seed);
    const [ana, ben] = [await person(seed + 100), await person(seed + 200)];
    const core = {
      roomKind: "couple",
      zone: "Europe/Berlin",
      policyHash: new Uint8Array(32),
      nonce: random(16),
      member: partnerOf(ana),
    } as const;
    const room = roomIdOf(core);
    const epochKeyBytes = random(32);
    const genesis = await signLink(
      {
        room,
        number: 1,
        previous: new Uint8Array(32),
        seenN: 0,
        seenHead: room,
        device: ana.deviceId,
        at: 1_800_000_000_000,
        epoch: 1,
        payload: {
          type: "genesis",
          ...core,
          deviceKey: ana.device.publicBytes,
          certificateSignature: await signCertificate(room, ana.device.publicBytes, ana.identity),
          newEpoch: { commitment: epochCommitment(room, 1, epochKeyBytes) },
          grants: [await makeGrant(room, { epoch: 1, key: epochKeyBytes }, partnerOf(ana))],
        },
      },
      ana.device,
    );
    const couple = new Couple({
      ana,
      ben,
      room,
      genesis,
      random,
      epochKeyBytes,
      epochKey: await importEpochKey(1, epochKeyBytes),
    });
    await couple.append(genesis);
    await couple.append(await couple.joining(ben));
    await couple.append(await couple.certificate(ben));
    return couple;
  }

  async joining(joiner: Person, inviteSecret: Bytes = new Uint8Array(16).fill(7)): Promise<Link> {
    const invite = await inviteKeysOf(inviteSecret);
    const answer = await answerInvite(this.room, partnerOf(joiner), {
      invite: invite.key,
      identity: joiner.identity,
    });
    return signLink(
      {
        room: this.room,
        number: this.record.linkNumber + 1,
        previous: this.record.linkHash,
        seenN: this.record.n,
        seenHead: this.record.head,
        device: this.ana.deviceId,
        at: this.#t,
        epoch: this.record.epoch,
        payload: {
          type: "add",
          member: partnerOf(joiner),
          inviteKey: invite.key.publicBytes,
          inviteSignature: answer.slice(65, 129),
          identitySignature: answer.slice(129),
          sees: "everything",
          newEpoch: undefined,
          grants: [await makeGrant(this.room, { epoch: 1, key: this.epochKeyBytes }, partnerOf(joiner))],
        },
      },
      this.ana.device,
    );
  }

  place(author: Person, record = this.record): Place {
    const own = record.devices.get(base64url(author.deviceId) as never);
    return {
      room: this.room,
      device: author.deviceId,
      seq: (own?.seq ?? 0) + 1,
      prev: own?.lastHash ?? new Uint8Array(32),
      seenN: record.n,
      seenHead: record.head,
    };
  }

  async certificate(of: Person): Promise<Item> {
    const certificateSignature = await signCertificate(this.room, of.device.publicBytes, of.identity);
    return makeCertificate(this.place(of), {
      device: of.device,
      identity: of.identity.publicBytes,
      certificateSignature,
    });
  }

  event(text: string): RoomEvent {
    return {
      v: 1,
      type: "note.written",
      id: base64url(this.random(16)) as EventId,
      at: this.#t as Instant,
      data: { text },
    };
  }

  entry(author: Person, text: string, place = this.place(author)): Promise<Item & { kind: "entry" }> {
    return sealEntry(
      this.event(text),
      place,
      { epochKey: this.epochKey, device: author.device },
      this.random,
    );
  }

  /** What an honest server does: give the item the next place. */
  async append(item: Item): Promise<Placed> {
    this.#t += 1000;
    const placed = { n: this.record.n + 1, t: this.#t, item };
    const fault = await judge(this.record, placed);
    if (fault !== null) throw new Error(`an honest item was refused: ${fault}`);
    advance(this.record, placed);
    this.placed.push(placed);
    return placed;
  }

  async write(author: Person, text: string): Promise<Placed> {
    return this.append(await this.entry(author, text));
  }
}

/** The whole judgement of one item, as a reader makes it: structure, then signatures. */
export async function judge(record: RecordState, placed: Placed): Promise<string | null> {
  const parsed = parseItem(itemToBytes(placed.item), {
    bodyErased: placed.item.kind === "entry" && placed.item.body === undefined,
  });
  if (!parsed.ok) return "Malformed";
  const fault = faultOf(record, { ...placed, item: parsed.value });
  if (fault !== null) return fault.type;
  const verdicts = await Promise.all(signaturesOf(record, parsed.value).map(verifySignature));
  return verdicts.every(Boolean) ? null : "BadSignature";
}

export { memberIdOf };
