import { type Bytes, concatBytes, u32 } from "@goldseam/core";
import type { SignatureCheck } from "@goldseam/crypto/verify";

const keyLength = 32;
const signatureLength = 64;
const fixedLength = keyLength + signatureLength + 4;

/**
 * Checks in one run of bytes, which is handed to another thread instead of copied: key, signature, length of the
 * message (u32), message. Views that are posted one by one would each take the whole delivery behind them along.
 */
export const packChecks = (checks: readonly SignatureCheck[]): Bytes =>
  concatBytes(
    ...checks.flatMap(({ publicKey, signature, message }) => [
      publicKey,
      signature,
      u32(message.length),
      message,
    ]),
  );

/** What `packChecks` packed. */
export function unpackChecks(packed: Bytes): SignatureCheck[] {
  const checks: SignatureCheck[] = [];
  const view = new DataView(packed.buffer, packed.byteOffset, packed.length);
  for (let offset = 0; offset < packed.length; ) {
    const message = offset + fixedLength;
    const end = message + view.getUint32(message - 4);
    checks.push({
      publicKey: packed.subarray(offset, offset + keyLength),
      signature: packed.subarray(offset + keyLength, message - 4),
      message: packed.subarray(message, end),
    });
    offset = end;
  }
  return checks;
}
