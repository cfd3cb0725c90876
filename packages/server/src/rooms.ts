/**
 * Appending: the one place where a room grows.
 *
 * Each item is judged by the same `faultOf` that readers use, on a draft of the room's state. Batches of one room
 * are judged one after another, but do not wait for each other's disk: the next is judged on the draft of the
 * one before and lands in the same group commit. If a commit fails, everything judged after it is dropped by
 * the store's comparison of numbers (`Moved`) and judged again on what is really there. The same happens when
 * another process was faster; a batch that this befalls twice waits for its turn in the store, and then nobody
 * can be faster.
 *
 * The cost of an append does not depend on the room's length: what is kept in memory is the state of members
 * and devices and a few newest heads; an older head that an item names is one look-up by number.
 */
import { type Bytes, type Clock, err, type MemberId, ok, type Result } from "@goldseam/core";
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
import type { ApiError, AppendRequest } from "@goldseam/sync";
import type { ServerConfig } from "./config.ts";
import { HeadWindow } from "./heads.ts";
import { keyOf, Lru } from "./lru.ts";
import { type Appended, appendedOf, batchOf, newItemOf } from "./new-batch.ts";
import { draftOf, emptyDraft, recordOf } from "./room-facts.ts";
import type { SignatureChecker } from "./signature-checker.ts";
import type { Full, Moved, NewBatch, NewItem, Place, RecordStore, SharedStore, Store } from "./store.ts";
import { refusalWhileWaiting, type Waits } from "./waiting.ts";

export type RoomsOptions = {
  readonly store: Store;
  readonly clock: Clock;
  readonly checker: SignatureChecker;
  readonly config: ServerConfig["rooms"];
  /** Called once for each committed batch, in the order of the room. */
  readonly onAppended: (appended: Appended) => void;
};

/** Whose session a batch comes in. */
export type Author = { readonly identity: Bytes; readonly memberId: MemberId } & Waits;

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
  /** What is to be stored; absent when every item was there already. */
  readonly next?: { readonly state: RecordState; readonly batch: NewBatch; readonly appended: Appended };
};
/** A judged batch on its way to the disk. */
type Sent = {
  readonly places: readonly Place[];
  readonly stored?: Promise<Result<void, Full | Moved>>;
};

/** Tries on what is at hand. Alone, only a failing disk uses them up; beside other processes, a turn is taken then. */
const attemptsMax = { alone: 4, shared: 2 };

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
    const { shared } = this.#options.store;
    for (let attempt = 0; attempt < attemptsMax[shared ? "shared" : "alone"]; attempt += 1) {
      const sent = await this.#inTurn(request.room, (room, isFresh) =>
        this.#send(room, by, request.room, items, isFresh),
      );
      if (sent === "stale") continue;
      if (!sent.ok) return sent;
      const { places, stored } = sent.value;
      const result = await stored;
      if (result === undefined || result.ok) return ok(places);
      if (result.error.type === "Full") return err({ type: "Full" });
    }
    if (shared === undefined) throw new Error("a room kept moving while a batch was judged");
    return this.#appendInTurn(shared, by, request.room, items);
  }

  /** Another process moved the room: what is known about it is looked at again when it is next needed. */
  movedElsewhere(id: Bytes, n: number): void {
    this.#open.get(keyOf(id))?.then(
      (room) => {
        if ((room.state?.n ?? 0) < n) this.#forget(id, room);
      },
      () => undefined,
    );
  }

  /** Any room may have moved. */
  forgetAll(): void {
    this.#open.deleteWhere(() => true);
  }

  async #inTurn<T>(
    id: Bytes,
    judge: (room: OpenRoom, isFresh: boolean) => Promise<T | "stale">,
  ): Promise<T | "stale"> {
    const key = keyOf(id);
    const known = this.#open.get(key);
    const opening = known ?? this.#load(id, this.#options.store);
    if (known === undefined) {
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
      return room.isStale ? "stale" : await judge(room, known === undefined);
    } finally {
      room.waiting -= 1;
      if (room.waiting === 0) this.#inUse.delete(opening);
      // A room that does not exist takes no place: ids of nothing must not push real rooms out.
      if (room.state === null && room.waiting === 0) this.#open.delete(key);
      resolve();
    }
  }

  /** Judges a batch on the state at hand, which moves on at once, and sends it to the store. */
  async #send(
    room: OpenRoom,
    by: Author,
    id: Bytes,
    items: readonly Item[],
    isFresh: boolean,
  ): Promise<Result<Sent, ApiError> | "stale"> {
    const { store } = this.#options;
    const judged = await this.#judge(room, store, by, id, items);
    // A refusal on a state that was never stored says nothing: what it rests on may not be there.
    if (!judged.ok && room.isStale) return "stale";
    if (!judged.ok && store.shared !== undefined && !isFresh) {
      // Nor does one on a state that another process may have moved on. Own batches under way come first.
      await room.committed;
      const again = await this.#judge(await this.#load(id, store), store, by, id, items);
      if (!again.ok) return again;
      this.#forget(id, room);
      return "stale";
    }
    if (!judged.ok) return judged;
    const { places, next } = judged.value;
    if (next === undefined) return ok({ places });
    const { state, batch, appended } = next;
    room.state = state;
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
    return ok({ places, stored });
  }

  /** Judges and stores a batch while no other process can append to its room. */
  async #appendInTurn(
    shared: SharedStore,
    by: Author,
    id: Bytes,
    items: readonly Item[],
  ): Promise<Result<readonly Place[], ApiError>> {
    const done = await shared.inTurn(id, async (records) => {
      const judged = await this.#judge(await this.#load(id, records), records, by, id, items);
      if (!judged.ok || judged.value.next === undefined) return judged;
      const stored = await records.append(judged.value.next.batch);
      // Only a room that did not exist can have moved: there was nothing to hold.
      if (!stored.ok) throw new Error("a room was founded twice at once");
      return judged;
    });
    if (!done.ok) return done;
    if (!done.value.ok) return done.value;
    const { places, next } = done.value.value;
    if (next !== undefined) {
      this.movedElsewhere(id, next.appended.n);
      this.#options.onAppended(next.appended);
    }
    return ok(places);
  }

  async #load(id: Bytes, records: RecordStore): Promise<OpenRoom> {
    // Copied: the id given is a view of a request, and would keep all of it in memory.
    const own = id.slice() as Bytes;
    const heads = new HeadWindow(own, this.#options.config.headsKeptMax);
    const stored = await records.room(own);
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
    records: RecordStore,
    by: Author,
    id: Bytes,
    items: readonly Item[],
  ): Promise<Result<Judged, ApiError>> {
    // Nothing is waited for that is at hand: the usual entry is judged in one go.
    const refused = room.state
      ? this.#refusalOf(room.state, by, items)
      : await this.#refusalToFound(records, by, items);
    if (refused !== null) return err(refused);
    const known = mayHoldOneOf(items, room) ? await knownPlaces(room, records, id, items) : noPlaces;
    const { memberId } = by;
    const missing = headsMissing(room, items);
    const fetched = missing.length > 0 ? await fetchHeads(room, records, id, missing) : noHeads;
    const heads = room.heads.draft(room.state?.n ?? 0, fetched);
    const draft = room.state ? draftOf(room.state, heads) : emptyDraft(id.slice() as Bytes, heads);
    const places: Place[] = [];
    const added: Placed[] = [];
    const newItems: NewItem[] = [];
    const checks: SignatureCheck[] = [];
    /** Whose each check is, as an index of `items`. */
    const checkedOf: number[] = [];
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
      for (const check of signaturesOf(draft, item)) {
        checks.push(check);
        checkedOf.push(index);
      }
      advance(draft, placed);
      added.push(placed);
      places.push({ n: placed.n, t: placed.t });
      newItems.push(newItemOf(placed, draft.head));
    }
    if (newItems.length === 0) return ok({ places });
    const holds = await this.#options.checker.check(checks);
    const failed = holds.indexOf(false);
    if (failed >= 0) return err({ type: "ItemRefused", index: checkedOf[failed]!, fault: "BadSignature" });
    const batch = batchOf(draft, room.state?.head ?? id, newItems, added);
    const appended = appendedOf(draft, batch, added);
    heads.keep();
    return ok({ places, next: { state: draft, batch, appended } });
  }

  #forget(id: Bytes, room: OpenRoom): void {
    room.isStale = true;
    this.#open.delete(keyOf(id));
  }

  /** Why this account may not write to the room at all, or null. */
  #refusalOf(state: RecordState, by: Author, items: readonly Item[]): ApiError | null {
    if (!state.members.has(by.memberId)) return { type: "RoomNotFound" };
    return refusalWhileWaiting(by, state.kind, items, this.#options.clock());
  }

  /** Why this account may not found the room, or null. */
  async #refusalToFound(records: RecordStore, by: Author, items: readonly Item[]): Promise<ApiError | null> {
    const first = items[0]!;
    if (first.kind !== "link" || first.payload.type !== "genesis") return { type: "RoomNotFound" };
    if (memberIdOf(first.payload.member.identity) !== by.memberId) return { type: "NotSignedBy" };
    const refused = refusalWhileWaiting(by, first.payload.roomKind, [], this.#options.clock());
    if (refused !== null) return refused;
    const rooms = await records.roomsOf(by.identity);
    return rooms.length < this.#options.config.perAccountMax ? null : { type: "Full" };
  }
}

/** Places of items that the room holds already: sent again because an answer was lost. */
async function knownPlaces(
  room: OpenRoom,
  records: RecordStore,
  id: Bytes,
  items: readonly Item[],
): Promise<readonly (Place | null)[]> {
  await room.committed;
  return records.placesOf(
    id,
    items.map((item) => item.hash),
  );
}

const noPlaces: readonly (Place | null)[] = [];

/** Numbers of the heads that the items name and that are not at hand. */
function headsMissing({ state, heads }: OpenRoom, items: readonly Item[]): readonly number[] {
  const newestN = state?.n ?? 0;
  const missing: number[] = [];
  for (const item of items) {
    const { seenN } = item.kind === "link" ? item : item.header;
    if (seenN <= newestN && heads.get(seenN) === undefined) missing.push(seenN);
  }
  return missing;
}

async function fetchHeads(
  room: OpenRoom,
  records: RecordStore,
  id: Bytes,
  missing: readonly number[],
): Promise<ReadonlyMap<number, Bytes>> {
  // Heads not yet committed are in the window only if it is wide enough; else wait until the store has them.
  await room.committed;
  const fetched = await records.headsAt(id, [...new Set(missing)]);
  // Kept, since what a device wrote while it was away all names the same head.
  for (const [n, head] of fetched) room.heads.keep(n, head);
  return fetched;
}

const noHeads: ReadonlyMap<number, Bytes> = new Map();

const mayHoldOneOf = (items: readonly Item[], { state }: OpenRoom): boolean =>
  state !== null && items.some((item) => mayBeKnown(state, item));

function mayBeKnown(state: RecordState, item: Item): boolean {
  if (item.kind === "link") return item.number <= state.linkNumber;
  return item.header.seq <= (state.devices.get(item.deviceId)?.seq ?? 0);
}

function refusalFor(draft: RecordState, index: number, item: Item, fault: FaultType): ApiError {
  if (item.kind === "link" && fault === "LinkBroken" && draft.n > 0) return { type: "StaleLink" };
  const isTaken = item.kind !== "link" && item.header.seq <= (draft.devices.get(item.deviceId)?.seq ?? 0);
  if (fault === "ChainBroken" && isTaken) return { type: "DeviceForked", index };
  return { type: "ItemRefused", index, fault };
}
