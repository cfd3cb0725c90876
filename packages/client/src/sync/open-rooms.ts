import { type Bytes, base64url } from "@goldseam/core";
import type { Transport } from "../net/transport.ts";
import { type ExpectedRoom, Room, type RoomKeys } from "../room/room.ts";
import type { SealedStore } from "../store/sealed-store.ts";
import type { Surroundings } from "../surroundings.ts";
import { Connection, type ConnectionHost } from "./connection.ts";

/** What these rooms have in common. */
export type RoomsParts = {
  readonly around: Surroundings;
  /** Appends with a session, which is opened when there is none. */
  readonly append: Transport["append"];
  readonly keys: RoomKeys;
  readonly store: SealedStore;
  /** The name of their line: one tab of this device holds it. */
  readonly line: string;
};

/** Who looks after them. */
export type RoomsHost = Omit<ConnectionHost, "rooms"> & {
  /** One of them was opened, or holds something else. */
  changed(): void;
};

/** Rooms that are open together: under the same keys, in one sealed store, with one line. `close` ends all of it. */
export abstract class OpenRooms {
  readonly #parts: RoomsParts;
  readonly #host: RoomsHost;
  readonly #rooms = new Map<string, Room>();
  readonly #stop = new AbortController();
  #connection: Connection | undefined;

  constructor(parts: RoomsParts, host: RoomsHost) {
    this.#parts = parts;
    this.#host = host;
  }

  get rooms(): readonly Room[] {
    return [...this.#rooms.values()];
  }

  roomOf(roomId: string): Room | undefined {
    return this.#rooms.get(roomId);
  }

  get isClosed(): boolean {
    return this.#stop.signal.aborted;
  }

  /** Whether this tab is the one that holds the line. */
  get leads(): boolean {
    return this.#connection !== undefined;
  }

  /** The room as this device holds it. Once these rooms are closed it is empty, and not one of them. */
  async open(room: Bytes, expected?: ExpectedRoom): Promise<Room> {
    const roomId = base64url(room);
    const held = this.#rooms.get(roomId);
    if (held !== undefined) return held;
    const { around, append, keys, store } = this.#parts;
    const { transport, locks, clock, random, channel, checkSignatures } = around;
    const surroundings = {
      store,
      transport: { ...transport, append },
      locks,
      clock,
      random,
      checkSignatures,
      changed: () => channel.tell({ room: roomId }),
    };
    const opened = await Room.open(room, keys, surroundings, expected);
    const raced = this.#rooms.get(roomId);
    if (raced !== undefined) return raced;
    if (this.isClosed) await opened.forget();
    else {
      this.#rooms.set(roomId, opened);
      opened.subscribe(() => this.#host.changed());
    }
    return opened;
  }

  /** Leaves a room out from now on; it is not closed. */
  remove(roomId: string): void {
    this.#rooms.delete(roomId);
  }

  /** Holds the line once no other tab does. */
  lead(): void {
    const { locks, transport, timer } = this.#parts.around;
    const { signal } = this.#stop;
    const hold = (): Promise<void> => {
      this.#connection = new Connection(transport, timer, { ...this.#host, rooms: () => this.rooms });
      this.#connection.wake();
      return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
    };
    locks.lead(this.#parts.line, hold, signal);
  }

  sendSoon(room: Room): void {
    this.#connection?.flush(room);
  }

  /** Follows rooms that were opened since the line was. */
  followAll(): void {
    this.#connection?.followAll();
  }

  /** Another tab changed this room, or wrote something that is to be sent. */
  async reread(roomId: string): Promise<void> {
    const room = this.#rooms.get(roomId);
    await room?.reload();
    if (room !== undefined) this.sendSoon(room);
  }

  /** The device found its network. */
  wake(): void {
    this.#connection?.wake();
  }

  /** The device lost its network. */
  drop(): void {
    this.#connection?.drop();
  }

  /** Ends the line and lets go of the rooms. What is stored stays. */
  close(): void {
    this.#stop.abort();
    this.#connection?.end();
    this.#connection = undefined;
    this.#rooms.clear();
  }
}
