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
  /** What is taken are copies, even of a `Buffer`, whose own `slice` hands out views. */
  constructor(bytes: Uint8Array) {
    this.#bytes = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  }
  get offset(): number {
    return this.#offset;
  }
  take(length: number, field: string): Bytes {
    const start = this.#advance(length, field);
    return this.#bytes.slice(start, start + length) as Bytes;
  }
  u8(field: string): number {
    return this.#bytes[this.#advance(1, field)]!;
  }
  u16(field: string): number {
    return this.u8(field) * 2 ** 8 + this.u8(field);
  }
  u32(field: string): number {
    return this.u16(field) * 2 ** 16 + this.u16(field);
  }
  /** Refuses what is above 2^53 − 1. */
  u64(field: string): number {
    const high = this.u32(field);
    const low = this.u32(field);
    if (high >= 2 ** 21) throw new Unreadable(field);
    return high * 2 ** 32 + low;
  }
  /** Everything that is left. */
  rest(): Bytes {
    return this.take(this.#bytes.length - this.#offset, "rest");
  }
  end(field: string): void {
    if (this.#offset !== this.#bytes.length) throw new Unreadable(field);
  }
  #advance(length: number, field: string): number {
    const start = this.#offset;
    if (start + length > this.#bytes.length) throw new Unreadable(field);
    this.#offset = start + length;
    return start;
  }
}
