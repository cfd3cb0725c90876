import type { Bytes } from "@goldseam/core";
import type { RecordState } from "@goldseam/crypto/verify";
import { limits } from "@goldseam/sync";
import type { Delivery, Transport, WireError } from "../net/transport.ts";
import { isSealed, type OutboxRow, sendableOf } from "./outbox.ts";

/** Why this device's waiting items cannot be sent, beside being offline. */
export type Blocked = "device forked" | "not a member" | "refused";

export type Place = { readonly n: number; readonly t: number };

/** The room whose waiting items are sent. */
type Sender = {
  readonly record: () => RecordState;
  readonly waiting: () => readonly OutboxRow[];
  /** Nothing of this room may be sent any more. */
  readonly isStopped: () => boolean;
  /** Something between what waits was lost, so that it holds no longer. */
  readonly isBroken: () => boolean;
  readonly receive: (delivery: Delivery) => Promise<void>;
  /** Notes where the server put what it took in. */
  readonly notePlaces: (batch: readonly OutboxRow[], places: readonly Place[]) => Promise<void>;
  /** Seals what waits anew, on the record as it is. False when that would change nothing. */
  readonly sealAgain: () => Promise<boolean>;
  readonly blockedChanged: () => void;
};

/** Brings what waits in one room to the server, in order, and knows why it does not get there. */
export class Sending {
  readonly #room: Sender;
  readonly #transport: Transport;
  #blocked: Blocked | undefined;

  constructor(room: Sender, transport: Transport) {
    this.#room = room;
    this.#transport = transport;
  }

  get blocked(): Blocked | undefined {
    return this.#blocked;
  }

  /** Something waits that could be sent now. */
  get hasToSend(): boolean {
    const isHere = this.#room.record().n > 0;
    return this.#room.waiting().some((row) => row.placed === undefined && (isSealed(row) || isHere));
  }

  /** See `Room.flush`. */
  async flush(): Promise<WireError | undefined> {
    const room = this.#room;
    const behind = room.isBroken() && this.hasToSend ? await this.#mend() : undefined;
    if (behind !== undefined) return behind;
    for (;;) {
      if (room.record().n > 0 && !room.waiting().every(isSealed)) await this.#sealAgain();
      const batch = sendableOf(room.waiting());
      if (batch.length === 0 || room.isStopped() || this.#blocked !== undefined) return undefined;
      const items = batch.map(({ item }) => item);
      const answered = await this.#transport.append(room.record().room, items);
      if (answered.ok) await room.notePlaces(batch, answered.value.items);
      else if (answered.error.type === "ItemRefused" && answered.error.fault === "WrongEpoch")
        await this.#sealAgain();
      else return this.#refused(answered.error);
    }
  }

  /** Lets what was refused be sent once more, as after a new connection: the server may judge it otherwise now. */
  tryAgain(): void {
    if (this.#blocked === "refused") this.#setBlocked(undefined);
  }

  /**
   * Chains what waits anew, after something between was lost.
   *
   * The record is caught up with first: what was lost here may have been sent, and its number must not be used again.
   */
  async #mend(): Promise<WireError | undefined> {
    for (;;) {
      const { room, n } = this.#room.record();
      const pulled = await this.#transport.pull(room, n, limits.pullItemsMax);
      if (!pulled.ok) return pulled.error;
      await this.#room.receive({ room: room as Bytes, ...pulled.value });
      if (this.#room.isStopped()) return undefined;
      if (this.#room.record().n >= pulled.value.n) break;
    }
    await this.#sealAgain();
    return undefined;
  }

  async #sealAgain(): Promise<void> {
    if (!(await this.#room.sealAgain())) this.#setBlocked("refused");
  }

  #refused(error: WireError): WireError {
    if (error.type === "DeviceForked") this.#setBlocked("device forked");
    if (error.type === "ItemRefused")
      this.#setBlocked(error.fault === "NotAMember" ? "not a member" : "refused");
    return error;
  }

  #setBlocked(blocked: Blocked | undefined): void {
    this.#blocked = blocked;
    this.#room.blockedChanged();
  }
}
