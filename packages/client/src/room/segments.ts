import type { Bytes, RoomId } from "@goldseam/core";
import { headerLength, signatureLength } from "@goldseam/crypto/verify";
import { decodePlaced, encodePlaced, type PlacedItem } from "@goldseam/sync";
import type { Change } from "../store/local-store.ts";
import type { SealedStore } from "../store/sealed-store.ts";
import type { Row } from "./room-log.ts";

/** Rows of one sealed segment: reading 500 at once costs a seventh of reading them one by one. */
export const segmentRows = 500;

/** Stands for an item that the store no longer has. */
const lost: Bytes = new Uint8Array();
export const isLost = (item: Bytes): boolean => item.length === 0;

/** The number of the first row in the segment that holds row `n`. */
const firstOfSegment = (n: number): number => Math.floor((n - 1) / segmentRows) * segmentRows + 1;

type Segment = { readonly firstN: number; readonly rows: Row[]; items: Bytes[] };

/**
 * A record's rows and items in the device's store: in sealed segments, each rewritten whole as it grows.
 *
 * The last one is held here too, so that what comes is added without reading it. The caller does one thing after the
 * other, and writes what it is given before it asks for the next.
 */
export class Segments {
  readonly #roomId: RoomId;
  readonly #store: SealedStore;
  #tail: Segment = { firstN: 1, rows: [], items: [] };

  constructor(roomId: RoomId, store: SealedStore) {
    this.#roomId = roomId;
    this.#store = store;
  }

  /**
   * The rows of every segment up to the one that holds row `n`, in order. A segment that no longer opens is missing.
   *
   * Each is asked for by itself, so that one is opened and parsed while the next is being read.
   */
  async readRows(n: number): Promise<Row[]> {
    const firsts = Array.from({ length: Math.ceil(n / segmentRows) }, (_, index) => 1 + index * segmentRows);
    const segments = await Promise.all(
      firsts.map((firstN) => this.#store.readJson("rows", this.#key(firstN))),
    );
    return segments.flatMap((segment) => (segment as Row[] | undefined) ?? []);
  }

  /** From now on what comes follows `rows`, which is all that the store holds. */
  async goOnAfter(rows: readonly Row[]): Promise<void> {
    const firstN = firstOfSegment(Math.max(1, rows.length));
    const last = rows.slice(firstN - 1);
    this.#tail = { firstN, rows: [...last], items: await this.items(firstN, last.length) };
  }

  /** From now on what comes is the record's beginning. Also lets go of every word that is held here. */
  startAgain(): void {
    this.#tail = { firstN: 1, rows: [], items: [] };
  }

  /** Adds rows with their items; what the store is to write. */
  async add(rows: readonly Row[], items: readonly PlacedItem[]): Promise<Change[]> {
    const changes: Change[] = [];
    let left = rows.map((row, index) => [row, encodePlaced(items[index]!)] as const);
    while (left.length > 0) {
      const space = segmentRows - this.#tail.rows.length;
      for (const [row, item] of left.slice(0, space)) {
        this.#tail.rows.push(row);
        this.#tail.items.push(item);
      }
      left = left.slice(space);
      changes.push(...(await this.#sealed(this.#tail)));
      if (this.#tail.rows.length === segmentRows)
        this.#tail = { firstN: this.#tail.firstN + segmentRows, rows: [], items: [] };
    }
    return changes;
  }

  /**
   * The segments that hold rows number `ns`, without the bodies of what `rows`, all of the record's, calls erased; what
   * the store is to write.
   */
  async withoutWords(ns: readonly number[], rows: readonly Row[]): Promise<Change[]> {
    const firsts = [...new Set(ns.map(firstOfSegment))];
    return (await Promise.all(firsts.map((firstN) => this.#withoutWordsIn(firstN, rows)))).flat();
  }

  async #withoutWordsIn(firstN: number, all: readonly Row[]): Promise<Change[]> {
    const isTail = firstN === this.#tail.firstN;
    const rows = all.slice(firstN - 1, firstN - 1 + segmentRows);
    const held = isTail ? this.#tail.items : await this.items(firstN, rows.length);
    const items = held.map((item, index) =>
      rows[index]?.content.kind === "erased" && !isLost(item) ? withoutBody(item) : item,
    );
    const segment = { firstN, rows, items };
    if (isTail) this.#tail = segment;
    return this.#sealed(segment);
  }

  /**
   * `count` items of the segment that begins with number `firstN`, as they came. `isLost` is true of one that the store
   * does not hold, or that does not open.
   */
  async items(firstN: number, count: number): Promise<Bytes[]> {
    const sealed = await this.#store.readBytes("items", this.#key(firstN));
    const held = sealed === undefined ? [] : splitLengths(sealed);
    return Array.from({ length: count }, (_, index) => held[index] ?? lost);
  }

  /** Puts items in the place of those of a segment that lost some; what the store is to write. */
  replaceItems(firstN: number, items: readonly Bytes[]): Promise<Change> {
    if (firstN === this.#tail.firstN) this.#tail.items = [...items];
    return this.#store.sealBytes("items", this.#key(firstN), joinLengths(items));
  }

  async #sealed({ firstN, rows, items }: Segment): Promise<Change[]> {
    const key = this.#key(firstN);
    return [
      await this.#store.sealJson("rows", key, rows),
      await this.#store.sealBytes("items", key, joinLengths(items)),
    ];
  }

  #key(firstN: number): string {
    return `${this.#roomId}/${String(firstN).padStart(10, "0")}`;
  }
}

/** A placed entry as the server gives it once its words are erased: header and signature. */
function withoutBody(placed: Bytes): Bytes {
  const decoded = decodePlaced(placed);
  if (!decoded.ok) throw new Error("the store holds an item that was checked and no longer parses");
  const { n, t, item } = decoded.value;
  return encodePlaced({ n, t, erased: true, item: item.slice(0, headerLength + signatureLength) });
}

function joinLengths(parts: readonly Bytes[]): Bytes {
  const joined = new Uint8Array(parts.reduce((total, part) => total + 4 + part.length, 0));
  const view = new DataView(joined.buffer);
  let offset = 0;
  for (const part of parts) {
    view.setUint32(offset, part.length);
    joined.set(part, offset + 4);
    offset += 4 + part.length;
  }
  return joined;
}

function splitLengths(joined: Bytes): Bytes[] {
  const parts: Bytes[] = [];
  const view = new DataView(joined.buffer, joined.byteOffset, joined.length);
  for (let offset = 0; offset < joined.length; ) {
    const length = view.getUint32(offset);
    parts.push(joined.slice(offset + 4, offset + 4 + length));
    offset += 4 + length;
  }
  return parts;
}
