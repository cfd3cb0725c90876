import { readFileSync } from "node:fs";
import path from "node:path";
import { fromHex } from "@goldseam/core";
import { ristretto255 } from "@noble/curves/ed25519.js";
import { expect, test } from "vitest";
import { parseLine, parseMessage, parseReply } from "../src/index.ts";
import { roundsVector } from "./vectors.ts";

const text = readFileSync(path.join(import.meta.dirname, "../../../test/vectors/rounds-v1.json"), "utf8");
const frozen = JSON.parse(text) as Awaited<ReturnType<typeof roundsVector>>;

test("everything frozen in version 1 is computed alike today", async () => {
  expect(await roundsVector()).toEqual(frozen);
});

test("the frozen start is read, and its worked example stands in docs/formats/rounds.md", () => {
  const [start] = frozen.rounds;
  const [message, reply] = [start!.messages[0] as string, start!.replies[0] as string];
  expect(parseMessage(fromHex(message)).ok).toBe(true);
  expect(parseReply(fromHex(reply)).ok).toBe(true);
  expect(parseLine(fromHex(start!.line))).toMatchObject({ value: { bits: Uint8Array.of(0x80) } });
  const document = readFileSync(path.join(import.meta.dirname, "../../../docs/formats/rounds.md"), "utf8");
  const inDocument = document.replaceAll(/[`\s|]/g, "");
  for (const part of [
    start!.reference,
    ...start!.secrets,
    start!.firstYesPoint,
    ...start!.messageHashes,
    start!.line,
    message.slice(-64),
    reply.slice(-64),
  ]) {
    expect(inDocument).toContain(part);
  }
});

test("the curve is ristretto255: the first multiples of its generator are those of RFC 9496, appendix A.1", () => {
  const { BASE } = ristretto255.Point;
  expect(BASE.toHex()).toBe("e2f2ae0a6abc4e71a884a961c500515f58e30b6aa582dd8db6a65945e08d2d76");
  expect(BASE.multiply(2n).toHex()).toBe("6a493210f7499cd17fecb510ae0cea23a110e8d5b901f8acadd3095c73a3b919");
});
