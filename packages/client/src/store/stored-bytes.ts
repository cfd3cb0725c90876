import { type Bytes, fromBase64url } from "@goldseam/core";

/** The bytes of a text that this device wrote into its own store. Throws for another text: it was never written here. */
export function storedBytes(text: string): Bytes {
  const bytes = fromBase64url(text);
  if (!bytes.ok) throw new Error("the device's store holds a text that is no bytes");
  return bytes.value;
}
