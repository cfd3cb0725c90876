import type { Bytes } from "@goldseam/core";

/** Thrown inside a parser and turned into a `Malformed` value at its face. Never leaves this package. */
export class Unreadable extends Error {
  readonly at: string;
  constructor(at: string) {
    super(at);
    this.at = at;
  }
}

/** Reads fixed layouts front to back; every read names the field, so that a refusal can say where. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #offset = 0;
  /** Copies what it is given: a `Buffer` hands out views where a plain array hands out copies. */
  constructor(bytes: Uint8Array) {
    this.#bytes = new Uint8Array(bytes);
  }
  get offset(): number {
    return this.#offset;
  }
  take(length: number, field: string): Bytes {
    const end = this.#offset + length;
    if (end > this.#bytes.length) throw new Unreadable(field);
    const taken = this.#bytes.slice(this.#offset, end) as Bytes;
    this.#offset = end;
    return taken;
  }
  u8(field: string): number {
    return this.take(1, field)[0]!;
  }
  u16(field: string): number {
    const bytes = this.take(2, field);
    return new DataView(bytes.buffer).getUint16(0);
  }
  u32(field: string): number {
    const bytes = this.take(4, field);
    return new DataView(bytes.buffer).getUint32(0);
  }
  u64(field: string): number {
    const bytes = this.take(8, field);
    const value = new DataView(bytes.buffer).getBigUint64(0);
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new Unreadable(field);
    return Number(value);
  }
  end(field: string): void {
    if (this.#offset !== this.#bytes.length) throw new Unreadable(field);
  }
}
