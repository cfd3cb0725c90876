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
export class SharedSide extends OpenRooms {
  readonly #host: SharedHost;

  constructor({ shared, device, deviceId }: Device, sealed: SealedStore, host: SharedHost) {
    const keys = { identity: shared.identity, box: shared.box, device, deviceId };
    const parts = { around: host.around, append: host.append, keys, store: sealed, line: "line" };
    super(parts, {
      prepare: () => this.refresh(),
      accountChanged: async () => {
        await this.refresh();
        await host.accountChanged();
      },
      onlineChanged: (isOnline) => host.onlineChanged(isOnline),
      changed: () => this.#changed(),
      failed: (error) => host.failed(error),
    });
    this.#host = host;
  }

  /** Opens the rooms that this device holds. */
  async openKnown(): Promise<void> {
    for (const [room] of await this.#host.around.store.list("rooms", ""))
      await this.#openIfShared(storedBytes(room));
  }

  /** Opens rooms that this account is in and this device does not hold yet. False when the server did not answer. */
  async refresh(): Promise<boolean> {
    const mine = await this.#host.ask("myRooms", {});
    if (!mine.ok || this.isClosed) return false;
    // What another tab noted as private meanwhile is not opened among the shared ones.
    await this.#host.privateIds.read();
    for (const { room } of mine.value.rooms) await this.#openIfShared(room);
    this.#changed();
    return true;
  }

  async #openIfShared(room: Bytes): Promise<void> {
    // Before each room: the account may have gone from this browser while the one before was opened.
    const isShut = this.isClosed || this.#host.isPrivateOnly();
    if (!isShut && !this.#host.privateIds.isKnown(base64url(room))) await this.open(room);
  }

  override async reread(roomId: string): Promise<void> {
    await super.reread(roomId);
    this.#changed();
  }

  #changed(): void {
    for (const room of this.rooms) {
      if (room.record.n === 0 || !isPrivateKind(room.record.kind)) continue;
      void this.#setAside(room).catch((error: unknown) => this.#host.failed(error));
    }
    this.#host.changed();
  }

  async #setAside(room: Room): Promise<void> {
    this.remove(room.roomId);
    await this.#host.privateIds.setAside(room, this.#host.around.store);
    this.#host.privateFound();
  }
}
