/**
 * Appending: the one place where a room grows.
 *
 * Each item is judged by the same `faultOf` that readers use, on a draft of the room's state. Batches of one room
 * are judged one after another, but do not wait for each other's disk: the next is judged on the draft of the
 * one before and lands in the same group commit. If a commit fails, everything judged after it is dropped by
 * the store's comparison of numbers (`Moved`) and judged again on what is really there.
 *
 * The cost of an append does not depend on the room's length: what is kept in memory is the state of members
 * and devices and a few newest heads; an older head that an item names is one look-up by number.
 */
import { type Bytes, type Clock, type DeviceId, err, type MemberId, ok, type Result } from "@goldseam/core";
import {
  advance,
  type FaultType,
  faultOf,
  type Item,
  memberIdOf,
  type Placed,
  parseItem,
  type RecordState,
  type SignatureCheck,
  signaturesOf,
} from "@goldseam/crypto/verify";
import { type ApiError, type AppendRequest, encodeLiveDown, type PlacedItem } from "@goldseam/sync";
import type { ServerConfig } from "./config.ts";
import { HeadWindow } from "./heads.ts";
import { keyOf, Lru } from "./lru.ts";
import { draftOf, emptyDraft, factsOf, recordOf } from "./room-facts.ts";
import type { SignatureChecker } from "./signature-checker.ts";
import type { Full, Moved, NewBatch, NewItem, Place, Store } from "./store.ts";

/** What a committed batch means for those who follow the room. */
export type Appended = {
  readonly room: Bytes;
  readonly roomKey: string;
  readonly firstN: number;
  readonly n: number;
  /** Makes the live message that holds the whole batch; null when it must be read from the store. */
  readonly message: (() => Bytes) | null;
  /** Members who left with this batch, and with which item. */
  readonly left: readonly { readonly memberId: MemberId; readonly untilN: number }[];
  /** Members whose list of rooms changed. */
  readonly changed: readonly MemberId[];
};

export type RoomsOptions = {
  readonly store: Store;
  readonly clock: Clock;
  readonly checker: SignatureChecker;
  readonly config: ServerConfig["rooms"];
  /** Called once for each committed batch, in the order of the room. */
  readonly onAppended: (appended: Appended) => void;
};

/** Whose session a batch comes in. */
export type Author = { readonly identity: Bytes; readonly memberId: MemberId };

type OpenRoom = {
  state: RecordState | null;
  readonly heads: HeadWindow;
  /** Ends when the batch before is judged. */
  turn: Promise<void>;
  waiting: number;
  /** Ends when everything judged so far is committed or refused. */
  committed: Promise<unknown>;
  /** A commit failed: this state was never stored. */
  isStale: boolean;
};

type Judged = {
  readonly places: readonly Place[];
  /** Absent when every item was there already. */
  readonly batch?: { readonly stored: Promise<Result<void, Full | Moved>>; readonly appended: Appended };
};

const attemptsMax = 4;

export class Rooms {
  readonly #options: RoomsOptions;
  readonly #open: Lru<Promise<OpenRoom>>;
  readonly #inUse = new WeakSet<Promise<OpenRoom>>();

  constructor(options: RoomsOptions) {
    this.#options = options;
    this.#open = new Lru(options.config.cachedMax, (room) => !this.#inUse.has(room));
  }

  /** Stores a batch whole, or nothing of it, and answers with the place of each item. */
  async append(by: Author, request: AppendRequest): Promise<Result<readonly Place[], ApiError>> {
    const items: Item[] = [];
    for (const [index, bytes] of request.items.entries()) {
      const item = parseItem(bytes);
      if (!item.ok) return err({ type: "ItemRefused", index, fault: "Malformed" });
      if (item.value.kind === "link" && index > 0) return err({ type: "Malformed", at: "frames" });
      items.push(item.value);
    }
    for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
      const judged = await this.#inTurn(request.room, async (room) => {
        const result = await this.#judge(room, by, request.room, items);
        // A refusal on a state that was never stored says nothing: what it rests on may not be there.
        return !result.ok && room.isStale ? "stale" : result;
      });
      if (judged === "stale") continue;
      if (!judged.ok) return judged;
      const { places, batch } = judged.value;
      if (batch === undefined) return ok(places);
      const stored = await batch.stored;
      if (stored.ok) return ok(places);
      if (stored.error.type === "Full") return err({ type: "Full" });
    }
    throw new Error("a room kept moving while a batch was judged");
  }

  async #inTurn<T>(id: Bytes, judge: (room: OpenRoom) => Promise<T>): Promise<T | "stale"> {
    const key = keyOf(id);
    let opening = this.#open.get(key);
    if (opening === undefined) {
      opening = this.#load(id);
      this.#open.set(key, opening);
      opening.catch(() => this.#open.delete(key));
    }
    const room = await opening;
    const before = room.turn;
    const { promise, resolve } = Promise.withResolvers<void>();
    room.turn = promise;
    room.waiting += 1;
    this.#inUse.add(opening);
    try {
      await before;
      return room.isStale ? "stale" : await judge(room);
    } finally {
      room.waiting -= 1;
      if (room.waiting === 0) this.#inUse.delete(opening);
      // A room that does not exist takes no place: ids of nothing must not push real rooms out.
      if (room.state === null && room.waiting === 0) this.#open.delete(key);
      resolve();
    }
  }

  async #load(id: Bytes): Promise<OpenRoom> {
    // Copied: the id given is a view of a request, and would keep all of it in memory.
    const own = id.slice() as Bytes;
    const heads = new HeadWindow(own, this.#options.config.headsKeptMax);
    const stored = await this.#options.store.room(own);
    if (stored !== null) heads.keep(stored.n, stored.head);
    const state = stored && recordOf(own, stored, heads.draft(stored.n, new Map()));
    return {
      state,
      heads,
      turn: Promise.resolve(),
      waiting: 0,
      committed: Promise.resolve(),
      isStale: false,
    };
  }

  async #judge(
    room: OpenRoom,
    by: Author,
    id: Bytes,
    items: readonly Item[],
  ): Promise<Result<Judged, ApiError>> {
    const { store } = this.#options;
    const refused = await this.#refusalOf(room, by, items);
    if (refused !== null) return err(refused);
    const known = await this.#knownPlaces(room, id, items);
    const { memberId } = by;
    const fetched = await this.#fetchHeads(room, id, items);
    const heads = room.heads.draft(room.state?.n ?? 0, fetched);
    const draft = room.state ? draftOf(room.state, heads) : emptyDraft(id.slice() as Bytes, heads);
    const places: Place[] = [];
    const added: Placed[] = [];
    const newItems: NewItem[] = [];
    const checks: { index: number; check: SignatureCheck }[] = [];
    const now = this.#options.clock();
    for (const [index, item] of items.entries()) {
      const place = known[index];
      if (place) {
        places.push(place);
        continue;
      }
      // Someone who has left may ask again where their last items went, and nothing more.
      if (room.state && room.state.members.get(memberId)?.untilN !== undefined)
        return err({ type: "RoomNotFound" });
      const placed = { n: draft.n + 1, t: Math.max(draft.t, now), item };
      const fault = faultOf(draft, placed);
      if (fault !== null) return err(refusalFor(draft, index, item, fault.type));
      for (const check of signaturesOf(draft, item)) checks.push({ index, check });
      advance(draft, placed);
      added.push(placed);
      places.push({ n: placed.n, t: placed.t });
      newItems.push(newItemOf(placed, draft.head));
    }
    if (newItems.length === 0) return ok({ places });
    const holds = await this.#options.checker.check(checks.map(({ check }) => check));
    const failed = holds.indexOf(false);
    if (failed >= 0) return err({ type: "ItemRefused", index: checks[failed]!.index, fault: "BadSignature" });
    const batch = batchOf(draft, newItems, added);
    const appended = appendedOf(draft, batch, added);
    room.state = draft;
    heads.keep();
    const stored = store.append(batch).then(
      (result) => {
        if (result.ok) this.#options.onAppended(appended);
        else this.#forget(id, room);
        return result;
      },
      (error) => {
        this.#forget(id, room);
        throw error;
      },
    );
    room.committed = stored.catch(() => undefined);
    return ok({ places, batch: { stored, appended } });
  }

  #forget(id: Bytes, room: OpenRoom): void {
    room.isStale = true;
    this.#open.delete(keyOf(id));
  }

  /** Why this account may not write here at all, or null. */
  async #refusalOf(
    room: OpenRoom,
    { memberId, identity }: Author,
    items: readonly Item[],
  ): Promise<ApiError | null> {
    if (room.state !== null) return room.state.members.has(memberId) ? null : { type: "RoomNotFound" };
    const first = items[0]!;
    if (first.kind !== "link" || first.payload.type !== "genesis") return { type: "RoomNotFound" };
    if (memberIdOf(first.payload.member.identity) !== memberId) return { type: "NotSignedBy" };
    const rooms = await this.#options.store.roomsOf(identity);
    return rooms.length < this.#options.config.perAccountMax ? null : { type: "Full" };
  }

  /** Places of items that the room holds already: sent again because an answer was lost. */
  async #knownPlaces(room: OpenRoom, id: Bytes, items: readonly Item[]): Promise<readonly (Place | null)[]> {
    const { state } = room;
    if (state === null || !items.some((item) => mayBeKnown(state, item))) return [];
    await room.committed;
    return this.#options.store.placesOf(
      id,
      items.map((item) => item.hash),
    );
  }

  /** Heads that the items name and that are not at hand. */
  async #fetchHeads(room: OpenRoom, id: Bytes, items: readonly Item[]): Promise<ReadonlyMap<number, Bytes>> {
    const newestN = room.state?.n ?? 0;
    const missing = items
      .map((item) => (item.kind === "link" ? item.seenN : item.header.seenN))
      .filter((seenN) => seenN <= newestN && room.heads.get(seenN) === undefined);
    if (missing.length === 0) return noHeads;
    // Heads not yet committed are in the window only if it is wide enough; else wait until the store has them.
    await room.committed;
    const fetched = await this.#options.store.headsAt(id, [...new Set(missing)]);
    // Kept, since what a device wrote while it was away all names the same head.
    for (const [n, head] of fetched) room.heads.keep(n, head);
    return fetched;
  }
}

const noHeads: ReadonlyMap<number, Bytes> = new Map();

function deviceOf(state: RecordState, item: Item) {
  const id = item.kind === "link" ? item.device : item.header.device;
  return state.devices.get(
    Buffer.from(id.buffer, id.byteOffset, id.length).toString("base64url") as DeviceId,
  );
}

function mayBeKnown(state: RecordState, item: Item): boolean {
  if (item.kind === "link") return item.number <= state.linkNumber;
  return item.header.seq <= (deviceOf(state, item)?.seq ?? 0);
}

function refusalFor(draft: RecordState, index: number, item: Item, fault: FaultType): ApiError {
  if (item.kind === "link" && fault === "LinkBroken" && draft.n > 0) return { type: "StaleLink" };
  const isTaken = item.kind !== "link" && item.header.seq <= (deviceOf(draft, item)?.seq ?? 0);
  if (fault === "ChainBroken" && isTaken) return { type: "DeviceForked", index };
  return { type: "ItemRefused", index, fault };
}

function newItemOf({ n, t, item }: Placed, head: Bytes): NewItem {
  const place = { n, t, head, hash: item.hash };
  if (item.kind === "link") return { ...place, writer: null, item: item.bytes, body: noBody };
  const { headerBytes, signature, header } = item;
  const signed = new Uint8Array(headerBytes.length + signature.length);
  signed.set(headerBytes);
  signed.set(signature, headerBytes.length);
  return {
    ...place,
    writer: { device: header.device, seq: header.seq },
    item: signed,
    body: item.body ?? noBody,
  };
}

const noBody = new Uint8Array(0);

function batchOf(draft: RecordState, items: readonly NewItem[], added: readonly Placed[]): NewBatch {
  const members: { identity: Bytes; untilN: number | null }[] = [];
  const joined: Bytes[] = [];
  const erase: { hashes: readonly Bytes[]; devices: readonly Bytes[] }[] = [];
  let facts: Bytes | null = null;
  for (const { n, item } of added) {
    if (item.kind === "entry") continue;
    if (item.kind === "redaction") {
      const author = deviceOf(draft, item)?.memberId;
      const own = [...draft.devices.values()].filter((device) => device.memberId === author);
      erase.push({
        hashes: item.hashes,
        devices: own.map((device) => new Uint8Array(Buffer.from(device.deviceId, "base64url"))),
      });
      continue;
    }
    facts ??= factsOf(draft);
    if (item.kind === "certificate") continue;
    const { payload } = item;
    if (payload.type === "genesis") members.push({ identity: payload.member.identity, untilN: null });
    if (payload.type === "remove") members.push({ identity: payload.identity, untilN: n });
    if (payload.type === "add") {
      members.push({ identity: payload.member.identity, untilN: null });
      joined.push(payload.member.identity);
    }
  }
  return { room: draft.room, items, facts, members, erase, joined };
}

function appendedOf(draft: RecordState, batch: NewBatch, added: readonly Placed[]): Appended {
  const { room } = batch;
  const left = batch.members.flatMap(({ identity, untilN }) =>
    untilN === null ? [] : [{ memberId: memberIdOf(identity), untilN }],
  );
  // Words that are erased in the batch that brings them are sent to nobody.
  const message = batch.erase.length > 0 ? null : () => liveMessage(draft, batch, added);
  const changed = batch.members.map(({ identity }) => memberIdOf(identity));
  return { room, roomKey: keyOf(room), firstN: added[0]!.n, n: draft.n, message, left, changed };
}

function liveMessage({ n, head }: RecordState, { room, items }: NewBatch, added: readonly Placed[]): Bytes {
  const placed: PlacedItem[] = added.map((one, index) => {
    const { item, body } = items[index]!;
    return { n: one.n, t: one.t, erased: false, item: Buffer.concat([item, body]) as unknown as Bytes };
  });
  return encodeLiveDown({ type: "items", room, n, head, placed });
}
