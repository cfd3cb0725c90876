import { type Bytes, base64url } from "@goldseam/core";
import type { LiveConnection, Transport } from "../net/transport.ts";
import type { Room } from "../room/room.ts";
import type { Timer } from "../surroundings.ts";

const retryMsMin = 500;
const retryMsMax = 30_000;

/** What a connection asks of its owner. */
export type ConnectionHost = {
  /** Signs in if need be and gives the rooms to follow; false when there is no server to talk to. */
  prepare(): Promise<boolean>;
  rooms(): readonly Room[];
  /** The rooms or invites of the account are other ones now. */
  accountChanged(): Promise<void>;
  onlineChanged(isOnline: boolean): void;
  /** A bug or a full store, met outside any person's act. */
  failed(error: unknown): void;
};

/**
 * Keeps one live line open while it can: follows every room from where its record ends, sends what waits, and comes
 * back by itself, later and later, after a line that broke.
 */
export class Connection {
  readonly #transport: Transport;
  readonly #timer: Timer;
  readonly #host: ConnectionHost;
  #live: LiveConnection | undefined;
  #isOpen = false;
  #isEnded = false;
  #isConnecting = false;
  #retryMs = retryMsMin;
  #cancelRetry: () => void = () => undefined;
  readonly #flushing = new Set<Room>();
  readonly #followed = new Set<Room>();

  constructor(transport: Transport, timer: Timer, host: ConnectionHost) {
    this.#transport = transport;
    this.#timer = timer;
    this.#host = host;
  }

  /** Connects now, whatever the waiting time was. Does nothing while a line is open. */
  wake(): void {
    // A line that is being opened counts: a second one would deliver everything twice, and outlive the first.
    if (this.#isEnded || this.#live !== undefined || this.#isConnecting) return;
    this.#cancelRetry();
    this.#isConnecting = true;
    this.#connect()
      .catch((error: unknown) => {
        this.#host.failed(error);
        this.#later();
      })
      .finally(() => {
        this.#isConnecting = false;
      });
  }

  /** Lets the line go, as when the device says that it is offline. */
  drop(): void {
    this.#live?.close();
  }

  end(): void {
    this.#isEnded = true;
    this.#cancelRetry();
    this.#live?.close();
  }

  async #connect(): Promise<void> {
    if (!(await this.#host.prepare())) return this.#later();
    if (this.#isEnded) return;
    this.#live = this.#transport.live({
      opened: () => this.#opened(),
      delivered: (delivery) => {
        const room = this.#host.rooms().find(({ roomId }) => roomId === base64url(delivery.room));
        room?.receive(delivery).then(
          () => this.flush(room),
          (error: unknown) => this.#host.failed(error),
        );
      },
      // Not let in yet: followed again when the server says that the account's rooms changed.
      refused: (room) => this.#forget(room),
      accountChanged: () => void this.#run(this.#host.accountChanged().then(() => this.followAll())),
      closed: () => this.#closed(),
    });
  }

  #opened(): void {
    this.#isOpen = true;
    this.#retryMs = retryMsMin;
    this.#host.onlineChanged(true);
    for (const room of this.#host.rooms()) room.tryAgain();
    this.followAll();
    void this.#run(this.#host.accountChanged().then(() => this.followAll()));
  }

  #closed(): void {
    this.#isOpen = false;
    this.#live = undefined;
    this.#followed.clear();
    this.#host.onlineChanged(false);
    this.#later();
  }

  #later(): void {
    if (this.#isEnded) return;
    this.#cancelRetry();
    this.#cancelRetry = this.#timer(() => this.wake(), this.#retryMs);
    this.#retryMs = Math.min(this.#retryMs * 2, retryMsMax);
  }

  /** Follows the rooms that this line does not follow yet, and sends what waits in all of them. */
  followAll(): void {
    if (!this.#isOpen) return;
    for (const room of this.#host.rooms()) {
      if (!this.#followed.has(room) && room.fault === undefined) {
        this.#followed.add(room);
        this.#live?.follow(room.record.room as Bytes, room.record.n);
      }
      this.flush(room);
    }
  }

  #forget(refused: Bytes): void {
    const roomId = base64url(refused);
    for (const room of this.#followed) if (room.roomId === roomId) this.#followed.delete(room);
  }

  /** Sends what waits in `room`, once at a time. */
  flush(room: Room): void {
    if (!this.#isOpen || this.#flushing.has(room) || !room.hasToSend) return;
    this.#flushing.add(room);
    const flushed = room
      .flush()
      .finally(() => this.#flushing.delete(room))
      .then((error) => {
        if (error?.type === "TooMany") this.#timer(() => this.flush(room), error.retryAfterMs);
        else if (error?.type === "NotSignedIn" || error?.type === "Unreachable") this.#live?.close();
        // Trouble of the server's own, a full disk among them: it may be over soon, and nobody else will ask again.
        else if (error?.type === "Full" || error?.type === "Broken")
          this.#timer(() => this.flush(room), retryMsMax);
        else if (error === undefined && room.blocked === undefined && room.fault === undefined)
          this.flush(room);
      });
    void this.#run(flushed);
  }

  #run(act: Promise<unknown>): Promise<unknown> {
    return act.catch((error: unknown) => this.#host.failed(error));
  }
}
