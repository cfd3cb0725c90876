import { base64url, fromHex, instantMax } from "@goldseam/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recordVector } from "../../crypto/test/vectors.ts";
import { type ExportedRoom, exportFaultTypes, exportRoom, verifyExport } from "../src/export/public.ts";
import { must } from "./couple.ts";
import { damagedExports, exportText } from "./damaged-exports.ts";
import { until } from "./device.ts";
import { openScene, room, textsIn, write } from "./hostile/scene.ts";

const idOf = (hexadecimal: string): string => base64url(fromHex(hexadecimal));

test("the export of version 1 still verifies, and says what it covers", async () => {
  const [first, last] = [recordVector.items[0]!.t, recordVector.items.at(-1)!.t];
  expect(await verifyExport(exportText)).toEqual({
    ok: true,
    value: {
      room: idOf(recordVector.room),
      kind: "couple",
      zone: "Europe/Berlin",
      exporter: idOf(recordVector.ana.identity),
      exportedAt: 1_800_000_600_000,
      n: 10,
      items: { links: 4, certificates: 1, entries: 4, redactions: 1 },
      bodies: { own: 1, withheld: 2, erased: 1 },
      members: [
        { memberId: idOf(recordVector.ana.identity), role: "partner", since: first, until: undefined },
        {
          memberId: idOf(recordVector.ben.identity),
          role: "partner",
          since: recordVector.items[1]!.t,
          until: last,
        },
      ],
      received: { first, last },
      headWordsInput: { room: fromHex(recordVector.room), n: 10, head: fromHex(recordVector.head) },
    },
  });
});

describe("a damaged export", () => {
  for (const { name, text, fault } of damagedExports) {
    test(`${name}: ${fault.type}`, async () => {
      expect(await verifyExport(text)).toEqual({ ok: false, error: fault });
    });
  }
  test("has every fault that only a file can have somewhere above", () => {
    const named = new Set<string>(damagedExports.map(({ fault }) => fault.type));
    expect(exportFaultTypes.filter((type) => !named.has(type))).toEqual([]);
  });
  test("of any kind at all is answered with a value", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string()), async (text) => !(await verifyExport(text)).ok),
      { seed: 17, numRuns: 300 },
    );
    const whole = JSON.parse(exportText) as Record<string, unknown>;
    const anything = fc.oneof(fc.jsonValue(), fc.constantFrom(instantMax, -0, 1e308, "__proto__", "A"));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(whole)), anything, async (field, value) => {
        const checked = await verifyExport(JSON.stringify({ ...whole, [field]: value }));
        return !checked.ok || field === "at";
      }),
      { seed: 18, numRuns: 300 },
    );
  });
});

test("what a browser exports verifies: own words open, the other's withheld, the erased gone", async () => {
  const { server, ana, ben } = await openScene();
  await write(ana.client, "to be erased");
  await until(ana.client, () => textsIn(ana.client).length === 3);
  const own = room(ana.client);
  const erased = own.events.find(({ event }) => (event.data as { text?: string }).text === "to be erased")!;
  await must(own.redact([erased.entryHash]));
  await write(ana.client, "after it");
  await until(ana.client, () => textsIn(ana.client).includes("after it") && own.waiting.length === 0);
  await until(ben.client, () => room(ben.client).record.n === own.record.n);
  for (const [{ client }, bodies] of [
    [ana, { own: 3, withheld: 2, erased: 1 }],
    [ben, { own: 2, withheld: 3, erased: 1 }],
  ] as const) {
    const exported: ExportedRoom = await must(exportRoom(room(client), client.stamp().at));
    const text = JSON.stringify(exported);
    const checked = await verifyExport(text);
    expect(checked.ok && checked.value).toMatchObject({
      n: own.record.n,
      exporter: room(client).me,
      bodies,
      headWordsInput: { head: own.record.head },
    });
    expect(text).not.toContain("kept by");
  }
  ana.client.close();
  ben.client.close();
  await server.close();
});
