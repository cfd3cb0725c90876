import { type Bytes, base64url, isPrivateKind } from "@goldseam/core";
import type { Device } from "../account/device.ts";
import type { Transport } from "../net/transport.ts";
import type { PrivateIds } from "../private/private-ids.ts";
import type { Room } from "../room/room.ts";
import type { SealedStore } from "../store/sealed-store.ts";
import { storedBytes } from "../store/stored-bytes.ts";
import type { Surroundings } from "../surroundings.ts";
import { OpenRooms } from "../sync/open-rooms.ts";

/** What the shared side asks of the client that opened it. */
export type SharedHost = {
  readonly around: Surroundings;
  /** The server, with a session that is opened when there is none. */
  readonly ask: Transport["ask"];
  readonly append: Transport["append"];
  /** The rooms that are Private's, and never opened here. */
  readonly privateIds: PrivateIds;
  /** Whether this device keeps out of everything but Private. */
  isPrivateOnly(): boolean;
  /** A room came, went, or holds something else. */
  changed(): void;
  /** A room that came here turned out to be Private's, and was noted as such. */
  privateFound(): void;
  /** The rooms or invites of the account may be other ones now; its rooms are open already. */
  accountChanged(): Promise<void>;
  onlineChanged(isOnline: boolean): void;
  failed(error: unknown): void;
};

/**
 * The rooms of one account that are open while Private is locked: the couple's, those of a practitioner's couples, the
 * doorstep.
 */
export class SharedSide {
  readonly #host: SharedHost;
  readonly #open: OpenRooms;

  constructor({ shared, device, deviceId }: Device, sealed: SealedStore, host: SharedHost) {
    this.#host = host;
    const keys = { identity: shared.identity, box: shared.box, device, deviceId };
    const parts = { around: host.around, append: host.append, keys, store: sealed, line: "line" };
    this.#open = new OpenRooms(parts, {
      prepare: () => this.refresh(),
      accountChanged: async () => {
        await this.refresh();
        await host.accountChanged();
      },
      onlineChanged: (isOnline) => host.onlineChanged(isOnline),
      changed: () => this.#changed(),
      failed: (error) => host.failed(error),
    });
  }

  get rooms(): readonly Room[] {
    return this.#open.all;
  }

  /** Whether this tab is the one that holds the line. */
  get leads(): boolean {
    return this.#open.leads;
  }

  /** Opens the rooms that this device holds. */
  async openKnown(): Promise<void> {
    for (const [room] of await this.#host.around.store.list("rooms", ""))
      await this.#openIfShared(storedBytes(room));
  }

  /** Opens rooms that this account is in and this device does not hold yet. False when the server did not answer. */
  async refresh(): Promise<boolean> {
    const mine = await this.#host.ask("myRooms", {});
    if (!mine.ok || this.#open.isClosed) return false;
    // What another tab noted as private meanwhile is not opened among the shared ones.
    await this.#host.privateIds.read();
    for (const { room } of mine.value.rooms) await this.#openIfShared(room);
    this.#changed();
    return true;
  }

  async #openIfShared(room: Bytes): Promise<void> {
    // Before each room: the account may have gone from this browser while the one before was opened.
    const isShut = this.#open.isClosed || this.#host.isPrivateOnly();
    if (!isShut && !this.#host.privateIds.isKnown(base64url(room))) await this.#open.open(room);
  }

  open(room: Bytes): Promise<Room> {
    return this.#open.open(room);
  }

  #changed(): void {
    for (const room of this.rooms) {
      if (room.record.n === 0 || !isPrivateKind(room.record.kind)) continue;
      void this.#setAside(room).catch((error: unknown) => this.#host.failed(error));
    }
    this.#host.changed();
  }

  async #setAside(room: Room): Promise<void> {
    this.#open.remove(room.roomId);
    await this.#host.privateIds.setAside(room, this.#host.around.store);
    this.#host.privateFound();
  }

  /** Another tab changed this room, or wrote something that is to be sent. */
  async reread(room: Room): Promise<void> {
    await this.#open.reread(room);
    this.#changed();
  }

  /** Holds the line once no other tab does. */
  lead(): void {
    this.#open.lead();
  }

  sendSoon(room: Room): void {
    this.#open.sendSoon(room);
  }

  /** Follows rooms that were opened since the line was. */
  followAll(): void {
    this.#open.followAll();
  }

  /** The device found its network. */
  wake(): void {
    this.#open.wake();
  }

  /** The device lost its network. */
  drop(): void {
    this.#open.drop();
  }

  /** Ends the line and lets go of these rooms. What is stored stays. */
  close(): void {
    this.#open.close();
  }
}
