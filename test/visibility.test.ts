import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  base64url,
  type CalendarDate,
  type EventId,
  fromBase64url,
  type MemberId,
  partners,
} from "@goldseam/core";
import { endpoints, paths } from "@goldseam/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exportRoom } from "../packages/client/src/export/public.ts";
import { type Client, peopleOf, type Room, stateOf } from "../packages/client/src/index.ts";
import { readersOf, share, sharedIn } from "../packages/client/src/sharing/sharing.ts";
import { must, type PairedDevices, pairedDevices, password, roomOf } from "../packages/client/test/couple.ts";
import { openDevice, type TestDevice, until } from "../packages/client/test/device.ts";
import {
  assignMeasure,
  finishMeasure,
  measureJournal,
  measureOf,
  readingsOf,
  shareable,
  sharedMeasures,
  shareReading,
  spokenChange,
  startMeasure,
} from "../packages/measures/src/index.ts";
import { keepDraft } from "../packages/practices/src/draft/draft.ts";
import { makePromise, markPromise, promise, type Schedule } from "../packages/practices/src/index.ts";
import { keepNote, processNote } from "../packages/practices/src/process-note/process-note.ts";
import { type LogLine, openSqliteStore } from "../packages/server/src/index.ts";
import { startTestServer, type TestServer } from "../packages/server/test/test-server.ts";

/** What people wrote in this test: nothing of it may stand anywhere but on their own devices, sealed. */
const secrets = {
  "a name": "Anastasia",
  "the other name": "Benedikt",
  "a promise's words": "be home before the bakery closes",
  "a sign before it": "ring you from the tram",
  "a note on a mark": "the tram was on time",
  "a draft in Private": "I lay awake because of Friday",
  "words for a practitioner alone": "I am afraid of the answer myself",
  "a practitioner's answer": "bring that along on Thursday",
  "a practitioner's own note": "she looked at the floor until the tram came",
  "a form that a practitioner brought": "how light were the mornings",
  "the name of its licence": "Licence of the Harbour Clinic",
  "a password": password,
} as const;

const folder = mkdtempSync(path.join(tmpdir(), "goldseam-visibility-"));
const log: LogLine[] = [];
let server: TestServer;
let couple: PairedDevices;
let kim: TestDevice;
/** What Ben's device held before and after all that Ana did with Kim. */
let bensBytes: readonly [Buffer, Buffer];
let bensRecord: readonly [string, string];
let stranger: TestDevice;

const room = ({ client }: TestDevice): Room => roomOf(client)!;

beforeAll(async () => {
  const store = openSqliteStore({ file: path.join(folder, "store.sqlite") });
  server = await startTestServer({}, { store, log: (line) => log.push(line) });
  const parts = { address: server.address, clock: server.clock.read };
  couple = await pairedDevices(parts, parts, [secrets["a name"], secrets["the other name"]]);
  await writePromise(couple.ana);
  await writeDraft(couple.ana);
  stranger = await openDevice(parts);
  await must(stranger.client.createAccount({ name: "Eve", door: "couple" }, password));
  await until(couple.ben.client, () => stateOf(room(couple.ben).folded, promise).promises.size === 1);
  kim = await openDevice(parts);
  await must(kim.client.createAccount({ name: "Kim", door: "practitioner" }, password));
  const ben = couple.ben.client;
  await until(ben, () => ben.state.private?.waiting.length === 0 && room(couple.ben).waiting.length === 0);
  await until(couple.ana.client, () => room(couple.ana).waiting.length === 0);
  const record = (): string => `${room(couple.ben).record.n} ${base64url(room(couple.ben).record.head)}`;
  const before = [await storeBytes(couple.ben), record()] as const;
  await talkWithKim();
  bensBytes = [before[0], await storeBytes(couple.ben)];
  bensRecord = [before[1], record()];
});
afterAll(async () => {
  await server.close();
  await server.store.close();
  rmSync(folder, { recursive: true });
});

/** Ana tries out words in her own room, and the server takes them in. */
async function writeDraft({ client }: TestDevice): Promise<void> {
  await until(client, () => client.state.private !== undefined);
  const { id, at } = client.stamp();
  const words = { use: "question", text: secrets["a draft in Private"], waved: [] } as const;
  const kept = keepDraft(words, { id: id as EventId, at });
  await must(client.write(client.state.private!, [kept!]));
  await until(client, () => client.state.private?.waiting.length === 0);
}

const withKim = (): Room => couple.ana.client.state.individual[0]!;
const kims = (): Room => kim.client.state.individual[0]!;

/** Ana and Kim in a room of their own: words, a form of Kim's, Ana's answers, and a reading that is shown, then taken back. */
async function talkWithKim(): Promise<void> {
  const { ana } = couple;
  const fragment = await must(
    ana.client.invitePractitioner("individual", { name: "Kim", sees: "everything" }),
  );
  await must(kim.client.acceptInvite(fragment));
  await until(ana.client, () => (ana.client.state.individual[0]?.facts.members.length ?? 0) === 2);
  await until(kim.client, () => kim.client.state.individual[0]?.facts.members.length === 2);
  await until(kim.client, () => (kim.client.state.practice?.record.n ?? 0) > 0);
  const { id, at } = kim.client.stamp();
  const noted = { about: kims().facts.roomId, text: secrets["a practitioner's own note"] };
  await must(kim.client.write(kim.client.state.practice!, [keepNote(noted, { id: id as EventId, at })!]));
  await until(kim.client, () => kim.client.state.practice!.waiting.length === 0);
  const making = (client: Client, where: Room) => ({
    now: where.now(),
    newId: () => client.stamp().id as EventId,
  });
  const say = (client: Client, where: Room, text: string) =>
    must(
      share(client, {
        use: "note",
        text,
        to: where,
        named: readersOf(where).map(({ memberId }) => memberId),
      }),
    );
  await say(ana.client, withKim(), secrets["words for a practitioner alone"]);
  await say(kim.client, kims(), secrets["a practitioner's answer"]);
  const form = secrets["a form that a practitioner brought"];
  const wording = {
    title: "Mornings",
    instructions: "",
    questions: Array<string>(5).fill(form),
    answers: ["0", "1", "2", "3", "4", "5"],
    licence: secrets["the name of its licence"],
  };
  const assigned = assignMeasure({ measure: "who5", rhythm: "once", wording }, making(kim.client, kims()));
  await must(kim.client.write(kims(), [assigned]));
  await until(ana.client, () => withKim().foldWith(sharedMeasures).assignments.size === 1);
  const own = ana.client.state.private!;
  const journal = () => own.foldWith(measureJournal);
  const [begun] = startMeasure(measureOf("phq9")!, making(ana.client, own));
  await must(ana.client.write(own, [begun!]));
  const on = new Date(own.now()).toISOString().slice(0, 10) as CalendarDate;
  const answered = { responses: [3, 2, 1, 0, 0, 0, 0, 0, 1], on };
  const sitting = journal().sittings.get(begun!.id)!;
  await must(ana.client.write(own, finishMeasure(sitting, answered, making(ana.client, own))));
  for (const level of ["answers", "word"] as const) {
    const readings = readingsOf(journal(), "phq9");
    const facts = shareable(readings[0]!, level, spokenChange(measureOf("phq9")!, readings))!;
    await must(ana.client.write(withKim(), [shareReading(facts, making(ana.client, withKim()))]));
    await until(kim.client, () => kims().foldWith(sharedMeasures).shown[0]?.level === level);
  }
  await must(ana.client.redact(withKim(), withKim().foldWith(sharedMeasures).toErase));
  await until(ana.client, () => withKim().waiting.length === 0 && own.waiting.length === 0);
  await until(kim.client, () => kims().record.n === withKim().record.n);
  // The words leave a device's copy once it has the redaction in its store.
  await until(kim.client, () => kims().rows.some(({ content }) => content.kind === "erased"));
}

/** Ana promises, keeps it at once, and says a word about it. */
async function writePromise({ client }: TestDevice): Promise<void> {
  const held = roomOf(client)!;
  const by = { memberId: held.me };
  const witness = partners(held.facts).find((member) => member !== held.me) as MemberId;
  const [promiseId, wordsId, markId, noteId] = [
    client.stamp().id,
    client.stamp().id,
    client.stamp().id,
    client.stamp().id,
  ];
  const date = new Date(held.now() + 86_400_000).toISOString().slice(0, 10);
  const schedule = {
    kind: "once",
    date,
    time: "18:00",
    zone: "Europe/Berlin",
    signalTime: "17:00",
  } as Schedule;
  const words = { act: secrets["a promise's words"], signal: secrets["a sign before it"], fallback: "" };
  const ledger = () => stateOf(held.folded, promise);
  const made = makePromise(ledger(), held.facts, {
    by,
    at: held.now(),
    eventId: promiseId,
    witness,
    schedule,
    wordsId,
    words,
  });
  if (!made.ok) throw new Error(made.error.type);
  await must(client.write(held, made.value));
  const occurrence = date as never;
  const brings = { wordsId: noteId, text: secrets["a note on a mark"] };
  const marked = markPromise(ledger(), held.facts, {
    by,
    at: held.now(),
    eventId: markId,
    promiseId: promiseId as never,
    occurrence,
    mark: "kept",
    brings,
  });
  if (!marked.ok) throw new Error(marked.error.type);
  await must(client.write(held, marked.value));
}

/** Everything that each party holds, as bytes to search. */
async function heldBy(party: string): Promise<Buffer> {
  switch (party) {
    case "the server's files":
      return Buffer.concat(readdirSync(folder).map((file) => readFileSync(path.join(folder, file))));
    case "the server's log":
      return Buffer.from(JSON.stringify(log));
    case "a stranger's device":
      return storeBytes(stranger);
    case "a partner's device at rest":
      return storeBytes(couple.ben);
    case "the other partner's export":
      return Buffer.from(await exportText(couple.ben));
    default:
      throw new Error(`nobody is called ${party}`);
  }
}

async function storeBytes({ store }: TestDevice): Promise<Buffer> {
  const tables = await Promise.all(
    (["rooms", "rows", "items", "outbox", "notes"] as const).map((table) => store.list(table, "")),
  );
  return Buffer.concat(tables.flat().map(([, value]) => Buffer.from(value as Uint8Array)));
}

/** The export with every base64url text opened up, so that words cannot hide behind an encoding. */
async function exportText(device: TestDevice): Promise<string> {
  const exported = await must(exportRoom(room(device), device.client.stamp().at));
  const opened = exported.items
    .flatMap(({ item, sealed, key }) => [item, sealed, key])
    .map((text) => {
      const bytes = fromBase64url(text ?? "");
      return bytes.ok ? Buffer.from(bytes.value).toString("latin1") : "";
    });
  return JSON.stringify(exported) + opened.join("");
}

const parties = [
  "the server's files",
  "the server's log",
  "a stranger's device",
  "a partner's device at rest",
  "the other partner's export",
];

describe("who can read what", () => {
  test.each(parties.flatMap((party) => Object.keys(secrets).map((item) => [party, item] as const)))(
    "%s does not show %s",
    async (party, item) => {
      const text = secrets[item as keyof typeof secrets];
      const bytes = await heldBy(party);
      expect(bytes.length).toBeGreaterThan(0);
      for (const spelled of [
        Buffer.from(text),
        Buffer.from(text, "utf16le"),
        Buffer.from(base64url(new TextEncoder().encode(text))),
      ]) {
        expect(bytes.includes(spelled)).toBe(false);
      }
    },
  );

  test("both partners read the promise, its mark and each other's name", () => {
    for (const device of [couple.ana, couple.ben]) {
      const [made] = [...stateOf(room(device).folded, promise).promises.values()];
      expect(JSON.stringify(made, (_, value) => (value instanceof Map ? [...value] : value))).toContain(
        secrets["a promise's words"],
      );
      expect([...peopleOf(room(device).folded).values()].sort()).toEqual([
        secrets["a name"],
        secrets["the other name"],
      ]);
    }
  });

  test("a stranger with an account learns of no room", async () => {
    expect(stranger.client.state.couple).toBeUndefined();
    await until(stranger.client, () => hasOwnRooms(stranger.client));
    expect(await roomsOn(stranger)).toEqual(ownRoomsOf(stranger.client));
  });

  test("the partner's device knows of no room but the one they share and its owner's own", async () => {
    await until(couple.ben.client, () => hasOwnRooms(couple.ben.client));
    const known = await roomsOn(couple.ben);
    expect(known).toEqual([room(couple.ben).roomId, ...ownRoomsOf(couple.ben.client)].sort());
    for (const others of ownRoomsOf(couple.ana.client)) expect(known).not.toContain(others);
  });
});

/** Rooms that an account has once, as its device holds them: the private one and the doorstep. */
const ownRoomsOf = ({ state }: TestDevice["client"]): string[] =>
  [state.private!.roomId, state.doorstep!.roomId].sort();
const hasOwnRooms = ({ state }: TestDevice["client"]): boolean =>
  (state.private?.record.n ?? 0) > 0 && (state.doorstep?.record.n ?? 0) > 0;
const roomsOn = async ({ store }: TestDevice): Promise<string[]> =>
  (await store.list("rooms", "")).map(([roomId]) => roomId).sort();

describe("a room of one person and one practitioner", () => {
  test("both read what either wrote there, and the form; a reading holds what its owner shows now and no more", () => {
    for (const where of [withKim(), kims()]) {
      expect(sharedIn(where, where.now()).map(({ text }) => text)).toEqual([
        secrets["words for a practitioner alone"],
        secrets["a practitioner's answer"],
      ]);
      expect(JSON.stringify([...where.foldWith(sharedMeasures).assignments.values()])).toContain(
        secrets["a form that a practitioner brought"],
      );
    }
    expect(
      kims()
        .foldWith(sharedMeasures)
        .shown.map(({ level }) => level),
    ).toEqual(["word"]);
    expect(JSON.stringify(kims().rows)).not.toContain('"responses"');
  });

  test("the person's device holds nothing of the practitioner's own room, and reads no note of theirs", async () => {
    const own = kim.client.state.practice!;
    const texts = [...own.foldWith(processNote).texts.values()].map(({ text }) => text);
    expect(texts).toEqual([secrets["a practitioner's own note"]]);
    expect(await roomsOn(couple.ana)).not.toContain(own.roomId);
    expect(withKim().foldWith(processNote).texts.size).toBe(0);
    const shown = JSON.stringify(withKim().events.map(({ event }) => event));
    expect(shown).not.toContain(secrets["a practitioner's own note"]);
  });

  test("the practitioner's device holds nothing of the person's own room", () => {
    const known = kim.client.state.individual.map(({ roomId }) => roomId);
    expect(known).toEqual([withKim().roomId]);
    expect(JSON.stringify(kims().rows)).not.toContain(secrets["a draft in Private"]);
  });

  test("[ME24] [ME25] the partner's device holds the same bytes after all of it, and the couple's record is the same", () => {
    expect(bensBytes[1].equals(bensBytes[0])).toBe(true);
    expect(bensRecord[1]).toBe(bensRecord[0]);
    expect(JSON.stringify(room(couple.ana).events.map(({ event }) => event.type))).not.toMatch(
      /measure|reading|diary|self-check|origin/,
    );
  });
});

test("a log line is a method, a pattern, a status and a duration, and nothing else", () => {
  const patterns = new Set<string>([
    ...Object.values(endpoints).map((endpoint) => endpoint.path),
    ...Object.values(paths),
  ]);
  expect(log.length).toBeGreaterThan(20);
  for (const line of log) {
    expect(Object.keys(line).sort()).toEqual(["method", "ms", "route", "status"]);
    expect(patterns.has(line.route), line.route).toBe(true);
  }
});
