import type { Bytes } from "@goldseam/core";

/**
 * Reads fixed layouts front to back without ever throwing.
 *
 * A read past the end gives zeros or nothing and leaves `failedAt` set to the first field that failed, which the
 * caller asks once at the end. Nothing is allocated from a length that the input claims: reads are views.
 */
export class WireReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #offset = 0;
  #failedAt: string | undefined;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get failedAt(): string | undefined {
    return this.#failedAt;
  }

  /** Bytes not yet read; none once a read has failed, so that loops over the rest end. */
  get left(): number {
    return this.#failedAt === undefined ? this.#bytes.length - this.#offset : 0;
  }

  fail(field: string): void {
    this.#failedAt ??= field;
  }

  take(length: number, field: string): Bytes {
    const at = this.#advance(length, field);
    return (at < 0 ? new Uint8Array() : this.#bytes.subarray(at, at + length)) as Bytes;
  }

  u8(field: string): number {
    const at = this.#advance(1, field);
    return at < 0 ? 0 : this.#view.getUint8(at);
  }

  u16(field: string): number {
    const at = this.#advance(2, field);
    return at < 0 ? 0 : this.#view.getUint16(at);
  }

  u32(field: string): number {
    const at = this.#advance(4, field);
    return at < 0 ? 0 : this.#view.getUint32(at);
  }

  /** A u64 of the formats stays below 2^53: anything above is a failure of `field`. */
  u64(field: string): number {
    const at = this.#advance(8, field);
    if (at < 0) return 0;
    const high = this.#view.getUint32(at);
    if (high >= 2 ** 21) this.fail(field);
    return high * 2 ** 32 + this.#view.getUint32(at + 4);
  }

  /** Nothing may follow. */
  end(field: string): void {
    if (this.left > 0) this.fail(field);
  }

  #advance(length: number, field: string): number {
    if (this.#failedAt !== undefined || this.#offset + length > this.#bytes.length) {
      this.fail(field);
      return -1;
    }
    const at = this.#offset;
    this.#offset += length;
    return at;
  }
}
