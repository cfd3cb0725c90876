import { hex, utf8 } from "@goldseam/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sha256Of as portable } from "../src/sha256.ts";
import { sha256Of as nodes } from "../src/sha256-node.ts";

const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

test("both ways give the digest of FIPS 180-2, however the text is cut", () => {
  for (const sha256Of of [portable, nodes])
    for (const parts of [["abc"], ["a", "bc"], ["", "a", "b", "c"]])
      expect(hex(sha256Of(parts.map(utf8)))).toBe(abc);
});

test("both ways answer alike, at any length and number of parts, and change nothing that they were given", () => {
  const part = fc.uint8Array({ maxLength: 700 });
  fc.assert(
    fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
      const before = parts.map((one) => one.slice());
      const digest = nodes(parts);
      expect(digest).toEqual(portable(parts));
      expect(parts).toEqual(before);
      // Memory of its own: what is hashed next does not reach it.
      nodes([utf8("another")]);
      expect(digest).toEqual(portable(parts));
      expect(digest.buffer.byteLength).toBe(32);
    }),
  );
});
