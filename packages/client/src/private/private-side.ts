import {
  type Bytes,
  base64url,
  isPrivateKind,
  ok,
  type Result,
  type RoomKind,
  type ZoneId,
} from "@goldseam/core";
import {
  type AccountSeed,
  ownRoomNonceOf,
  type PrivateKeys,
  privateKeysOf,
  privateRoomNonceOf,
  signCertificate,
} from "@goldseam/crypto/open";
import type { Device } from "../account/device.ts";
import type { Transport, WireError } from "../net/transport.ts";
import { type Founding, foundRoom, roomIdOfFounding } from "../room/genesis.ts";
import type { Room } from "../room/room.ts";
import { type SealedStore, sealedStore } from "../store/sealed-store.ts";
import type { Surroundings } from "../surroundings.ts";
import { OpenRooms } from "../sync/open-rooms.ts";

/** What the private side asks of the client that opened it. */
export type PrivateHost = {
  readonly around: Surroundings;
  /** The server, with a session that is opened when there is none. */
  readonly ask: Transport["ask"];
  readonly append: Transport["append"];
  /** Private rooms that this device knows of, beside the own one. */
  knownIds(): readonly Bytes[];
  /** Notes that a room belongs to Private, before anything of it is kept. */
  remember(room: Bytes): Promise<void>;
  /** Whether what is shared says that this person is a practitioner, who has a room for own notes. */
  isPractitioner(): boolean;
  /** Whether this device keeps out of everything but Private. */
  isPrivateOnly(): boolean;
  /** Told at each new connection and each change of the account, once rooms were looked at. */
  prepared(): Promise<void>;
  changed(): void;
  failed(error: unknown): void;
};

/** The zone of private rooms: their dates are this device's, and their id must be the same wherever it is derived. */
const privateZone = "UTC" as ZoneId;

/** Rooms that an account has once, and that any of its devices may found. */
type OwnKind = Extract<RoomKind, "private" | "doorstep" | "practice">;

/**
 * The rooms that open while Private is unlocked: the person's own one, and later those with a practitioner.
 *
 * They have keys, a sealed store and a line of their own. `close` ends all of it; what was written and not sent
 * waits, sealed, for the next unlock.
 */
export class PrivateSide extends OpenRooms {
  readonly #host: PrivateHost;
  readonly #device: Device;
  readonly #keys: PrivateKeys;
  readonly #foundings: Readonly<Record<OwnKind, Founding>>;
  readonly #sealed: SealedStore;
  #isMeeting = false;
  #prepared: Promise<boolean> = Promise.resolve(true);

  private constructor(
    host: PrivateHost,
    device: Device,
    keys: PrivateKeys,
    foundings: Readonly<Record<OwnKind, Founding>>,
  ) {
    const { around, append } = host;
    const sealed = sealedStore(around.store, keys.cacheKey, around.random);
    const own = { identity: keys.identity.publicBytes, box: keys.box };
    const roomKeys = { ...own, device: device.device, deviceId: device.deviceId };
    super(
      { around, append, keys: roomKeys, store: sealed, line: "private-line" },
      {
        prepare: () => this.#prepare(),
        accountChanged: async () => {
          await this.#prepare();
        },
        onlineChanged: () => undefined,
        changed: () => {
          host.changed();
          void this.#meetPractice().catch((error: unknown) => host.failed(error));
        },
        failed: (error) => host.failed(error),
      },
    );
    this.#host = host;
    this.#device = device;
    this.#keys = keys;
    this.#foundings = foundings;
    this.#sealed = sealed;
  }

  /** Opens what this device holds, works offline, and keeps a line of its own when there is a server. */
  static async open(account: AccountSeed, device: Device, host: PrivateHost): Promise<PrivateSide> {
    const keys = await privateKeysOf(account);
    const identity = keys.identity.publicBytes;
    const foundingOf = (roomKind: OwnKind, nonce: Bytes, boxKey: Bytes): Founding => ({
      roomKind,
      zone: privateZone,
      nonce,
      member: { role: "owner", identity, boxKey },
    });
    const own = keys.box.publicBytes;
    const side = new PrivateSide(host, device, keys, {
      private: foundingOf("private", await privateRoomNonceOf(account), own),
      // It must open while Private is locked: rounds run on a locked phone.
      doorstep: foundingOf(
        "doorstep",
        await ownRoomNonceOf(account, "doorstep"),
        device.shared.box.publicBytes,
      ),
      practice: foundingOf("practice", await ownRoomNonceOf(account, "practice"), own),
    });
    await side.#openKnown();
    side.lead();
    return side;
  }

  /** The person's own room. It can be written in before it came: what is written waits for it. */
  get own(): Room | undefined {
    return this.roomOf(this.#idOf("private"));
  }

  /** A practitioner's room for own notes. */
  get practice(): Room | undefined {
    return this.roomOf(this.#idOf("practice"));
  }

  /** Opens the rooms that this device knows of, and the own ones. */
  async #openKnown(): Promise<void> {
    for (const room of this.#host.knownIds()) await this.#openRoom(room);
    for (const kind of this.#ownKinds()) {
      if (!isPrivateKind(kind)) continue;
      const id = roomIdOfFounding(this.#foundings[kind]);
      await this.#host.remember(id);
      await this.#openRoom(id);
    }
  }

  #idOf(kind: OwnKind): string {
    return base64url(roomIdOfFounding(this.#foundings[kind]));
  }

  #ownKinds(): readonly OwnKind[] {
    const doorstep = this.#host.isPrivateOnly() ? [] : (["doorstep"] as const);
    return ["private", ...doorstep, ...(this.#isPractitioner() ? (["practice"] as const) : [])];
  }

  #isPractitioner(): boolean {
    const isOne = ({ facts, me }: Room): boolean =>
      facts.members.some(({ memberId, role }) => memberId === me && role === "practitioner");
    return this.#host.isPractitioner() || this.individual.some(isOne);
  }

  /** An individual room may say only now that this person is its practitioner. */
  async #meetPractice(): Promise<void> {
    if (this.#isMeeting || this.practice !== undefined || !this.#isPractitioner()) return;
    this.#isMeeting = true;
    try {
      await this.#openKnown();
      await this.#prepare();
    } finally {
      this.#isMeeting = false;
    }
  }

  /** Rooms of one person and one practitioner, whichever of them this person is. */
  get individual(): readonly Room[] {
    return this.rooms.filter(({ record }) => record.kind === "individual");
  }

  /** Makes a room for this person and a practitioner who is still to come. */
  async foundIndividual(): Promise<Result<Room, WireError>> {
    const nonce = this.#host.around.random(16);
    const founding = { ...this.#foundings.private, roomKind: "individual", nonce } as const;
    const id = roomIdOfFounding(founding);
    await this.#host.remember(id);
    const founded = await foundRoom(founding, this.#signer(), this.#host.append, this.#host.around.random);
    if (!founded.ok) return founded;
    const room = await this.#openRoom(id);
    await room.receive(founded.value);
    this.followAll();
    return ok(room);
  }

  /** What this device notes for its person alone, and reads while Private is open. */
  get notes(): SealedStore {
    return this.#sealed;
  }

  /** Ends the line and lets every key and word of these rooms go from memory. */
  override close(): void {
    const { rooms } = this;
    super.close();
    for (const room of rooms) room.forget().catch((error: unknown) => this.#host.failed(error));
  }

  #openRoom(room: Bytes): Promise<Room> {
    const roomId = base64url(room);
    const ownKind = (["private", "practice"] as const).find((kind) => this.#idOf(kind) === roomId);
    return this.open(room, ownKind && { kind: ownKind, zone: privateZone });
  }

  /** See `#prepareNow`. One at a time: two at once would both make a room that is missing. */
  #prepare(): Promise<boolean> {
    const prepared = this.#prepared.then(() => !this.isClosed && this.#prepareNow());
    this.#prepared = prepared.catch(() => false);
    return prepared;
  }

  /** Makes the own rooms where they do not exist yet, and signs this device into every room that knows it not. */
  async #prepareNow(): Promise<boolean> {
    const mine = await this.#host.ask("myRooms", {});
    if (!mine.ok) return false;
    await this.#openKnown();
    const existing = new Set(mine.value.rooms.map(({ room }) => base64url(room)));
    for (const kind of this.#ownKinds()) {
      const held = this.roomOf(this.#idOf(kind))?.record.n ?? 0;
      if (!existing.has(this.#idOf(kind)) && held === 0) await this.#found(kind);
    }
    for (const room of this.rooms) {
      if (!room.knowsThisDevice()) {
        await room.keepCertificate(await this.certificateFor(room));
      }
    }
    await this.#host.prepared();
    return true;
  }

  /** What this device's identity signs for it in a shared room, so that it may write there. */
  certificateFor(room: Room): Promise<Bytes> {
    return signCertificate(room.record.room as Bytes, this.#device.device.publicBytes, this.#keys.identity);
  }

  #signer() {
    const { device, deviceId } = this.#device;
    return { device, deviceId, identity: this.#keys.identity, at: this.#host.around.clock() };
  }

  async #found(kind: OwnKind): Promise<void> {
    const { around, append } = this.#host;
    const founded = await foundRoom(this.#foundings[kind], this.#signer(), append, around.random);
    // Refused: another own device made it a moment ago, and the line brings that one; or this device still waits for it.
    if (founded.ok) await this.roomOf(this.#idOf(kind))?.receive(founded.value);
  }
}
