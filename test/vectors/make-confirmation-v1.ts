/**
 * Made the vectors of a host's statements, once. They are frozen: this script writes nothing that is already there.
 *
 * Run with `node test/vectors/make-confirmation-v1.ts`.
 */
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type CalendarDate, hex } from "@goldseam/core";
import { makeConfirmation } from "@goldseam/crypto/confirmation";
import { signingPairOf } from "@goldseam/crypto/open";
import { person, seededRandom } from "../../packages/crypto/test/couple.ts";

const file = path.join(import.meta.dirname, "confirmation-v1.json");
if (existsSync(file)) throw new Error("confirmation-v1.json is frozen");

const hostSeed = seededRandom(901)(32);
const host = await signingPairOf(hostSeed);
const { identity } = await person(902);
const own = { identity: identity.publicBytes };
const day = (text: string): CalendarDate => text as CalendarDate;
const statements = [
  {
    ...own,
    thing: "tier A",
    title: "Psychologische Psychotherapeutin",
    register: "Ärztekammer Beispielstadt",
    number: "PT-0042/17",
    date: day("2026-11-28"),
    end: day("2027-11-28"),
  },
  {
    ...own,
    thing: "tier B",
    title: "Accredited couple counsellor",
    register: "Example Association of Counsellors",
    number: "12345",
    date: day("2026-01-31"),
    end: day("2026-01-31"),
  },
  {
    ...own,
    thing: "sex-therapy training",
    title: "Certificate in sex therapy",
    register: "Example Institute",
    number: "2019-7",
    date: day("2024-02-29"),
    end: day("2025-02-28"),
  },
] as const;

const made = {
  hostSeed: hex(hostSeed),
  statements: await Promise.all(
    statements.map(async (fields) => ({
      fields: { ...fields, identity: hex(fields.identity) },
      bytes: hex(await makeConfirmation(fields, host)),
    })),
  ),
};
writeFileSync(file, `${JSON.stringify(made, null, 1)}\n`);
