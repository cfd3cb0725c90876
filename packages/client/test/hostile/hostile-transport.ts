import { type Bytes, base64url } from "@goldseam/core";
import { hash, headAfter, type Item, parseItem } from "@goldseam/crypto/verify";
import type { AnswerOf, EndpointName, PlacedItem } from "@goldseam/sync";
import type { Delivery, LiveListener, Transport } from "../../src/index.ts";

/** What one device has been told of the couple's room, and what is kept from it. */
type Told = {
  /** The order that the honest server gave. */
  honest: PlacedItem[];
  /** The order that this device was shown last. */
  order: readonly PlacedItem[];
  isHeldBack: boolean;
  /** From when on this device's appends reach no honest server. */
  isTakenIn: boolean;
  listener: LiveListener | undefined;
  /** The room that the device asked for. */
  followed: Bytes | undefined;
};

type Lie = (name: EndpointName, answer: unknown) => unknown;

/**
 * A server that lies, in front of an honest one: it sees and changes everything that a real host could.
 *
 * It passes everything on until told otherwise. Orders that it makes up are as consistent as it can make them:
 * numbers run on and heads are computed, so that only what it cannot forge gives it away.
 */
export class HostileServer {
  readonly #told = new Map<string, Told>();
  readonly #waiting = new Set<() => void>();
  /** Rooms of one person that were founded through it: it lies about the couple's alone. */
  readonly #ownRooms = new Set<string>();
  /** What is changed in the answers to one device's questions. */
  readonly lies = new Map<string, Lie>();

  /** Stands between the device called `name` and the server. */
  readonly between =
    (name: string) =>
    (transport: Transport): Transport => ({
      origin: transport.origin,
      ask: async (endpoint, request) => {
        const answered = await transport.ask(endpoint, request);
        const lie = this.lies.get(name);
        if (!answered.ok || lie === undefined) return answered;
        return { ok: true, value: lie(endpoint, answered.value) as AnswerOf<typeof endpoint> };
      },
      pull: (room, after, most) => transport.pull(room, after, most),
      append: async (room, items) => {
        const told = this.#of(name);
        const first = parseItem(items[0]!);
        if (first.ok && first.value.kind === "link" && first.value.payload.type === "genesis")
          if (first.value.payload.roomKind !== "couple") this.#ownRooms.add(base64url(room));
        if (this.#isOwn(room)) return transport.append(room, items);
        if (!told.isTakenIn) {
          const answered = await transport.append(room, items);
          // A founder's device reads its genesis from itself: no delivery brings it.
          if (answered.ok)
            for (const [index, { n, t }] of answered.value.items.entries())
              told.honest[n - 1] ??= { n, t, erased: false, item: items[index]! };
          return answered;
        }
        const before = told.order.length;
        const t = told.order.at(-1)!.t;
        const placed = items.map((item, index) => ({ n: before + index + 1, t, erased: false, item }));
        this.tell(name, [...told.order, ...placed]);
        return { ok: true, value: { items: placed.map((one) => ({ n: one.n, t: one.t })) } };
      },
      live: (listener) => {
        const told = this.#of(name);
        const line = transport.live({
          ...listener,
          opened: () => listener.opened(),
          refused: (room) => listener.refused(room),
          accountChanged: () => listener.accountChanged(),
          closed: () => {
            if (told.listener === listener) told.listener = undefined;
            listener.closed();
          },
          delivered: (delivery) =>
            this.#isOwn(delivery.room) ? listener.delivered(delivery) : this.#passOn(told, delivery),
        });
        return {
          close: () => line.close(),
          follow: (room, after) => {
            if (!this.#isOwn(room)) {
              told.listener = listener;
              told.followed = room;
            }
            line.follow(room, after);
            this.#look();
          },
        };
      },
    });

  #isOwn(room: Bytes): boolean {
    return this.#ownRooms.has(base64url(room));
  }

  #of(name: string): Told {
    const known = this.#told.get(name);
    if (known !== undefined) return known;
    const told: Told = {
      honest: [],
      order: [],
      isHeldBack: false,
      isTakenIn: false,
      listener: undefined,
      followed: undefined,
    };
    this.#told.set(name, told);
    return told;
  }

  #passOn(told: Told, delivery: Delivery): void {
    for (const placed of delivery.placed) told.honest[placed.n - 1] = placed;
    if (!told.isHeldBack && !told.isTakenIn) {
      told.order = [...told.honest];
      told.listener?.delivered(delivery);
    }
    this.#look();
  }

  #look(): void {
    for (const look of this.#waiting) look();
  }

  #until(isTrue: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!isTrue()) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
  }

  /** Resolves once the device has asked for a room: from then on it can be told something. */
  async asked(name: string): Promise<Bytes> {
    const told = this.#of(name);
    await this.#until(() => told.followed !== undefined && told.listener !== undefined);
    return told.followed!;
  }

  /** From now on the device gets nothing but what the test tells it. */
  holdBack(name: string): void {
    this.#of(name).isHeldBack = true;
  }

  /** From now on this server alone takes in what the device writes: the honest one never sees it. */
  takeIn(name: string): void {
    const told = this.#of(name);
    told.isHeldBack = true;
    told.isTakenIn = true;
  }

  /** The order that the honest server has sent for this device, once it holds `count` items. */
  async honestOrder(name: string, count: number): Promise<PlacedItem[]> {
    const { honest } = this.#of(name);
    await this.#until(() => honest.length >= count);
    return honest.slice(0, count);
  }

  /** The order that this device was shown last. */
  shownTo(name: string): readonly PlacedItem[] {
    return this.#of(name).order;
  }

  /** Shows the device `order` as the room's whole record: numbered from 1, with the heads that this gives. */
  tell(name: string, order: readonly PlacedItem[], claims: Partial<Delivery> = {}): void {
    const told = this.#of(name);
    const from = commonLength(told.order, order);
    told.order = numbered(order);
    const delivery = { ...deliveryOf(told.followed!, order, Math.min(from, order.length)), ...claims };
    told.listener!.delivered(delivery);
  }
}

/** How many items at the front both orders share: the device holds those already. */
function commonLength(before: readonly PlacedItem[], after: readonly PlacedItem[]): number {
  const differs = before.findIndex((placed, index) => after[index] !== placed);
  return differs < 0 ? before.length : differs;
}

/** A delivery of everything in `order` after number `after`, as an honest server would send that order. */
function deliveryOf(room: Bytes, order: readonly PlacedItem[], after = 0): Delivery {
  let head = room;
  for (const [index, placed] of order.entries()) head = headAfter(head, index + 1, placed.t, hashOf(placed));
  return { room, n: order.length, head, placed: numbered(order).slice(after) };
}

/** The same items with numbers from 1 and receipt times that never go back. */
function numbered(order: readonly PlacedItem[]): PlacedItem[] {
  return order.map((placed, index) => (placed.n === index + 1 ? placed : { ...placed, n: index + 1 }));
}

export function itemOf(placed: PlacedItem): Item {
  const parsed = parseItem(placed.item, { bodyErased: placed.erased });
  if (!parsed.ok) throw new Error("an item that the honest server took in parses");
  return parsed.value;
}

/** The item's hash as a reader computes it; of bytes that are no item, any hash will do. */
function hashOf(placed: PlacedItem): Bytes {
  const parsed = parseItem(placed.item, { bodyErased: placed.erased });
  return parsed.ok ? parsed.value.hash : hash(placed.item);
}

/** `placed` with one bit of its bytes changed. */
export function withBitFlipped(placed: PlacedItem, at: number): PlacedItem {
  return { ...placed, item: placed.item.map((byte, index) => (index === at ? byte ^ 1 : byte)) as Bytes };
}
