import type { EventId, RoomEvent } from "@goldseam/core";
import { headWordsOf } from "@goldseam/crypto/kit";
import type { PlacedItem } from "@goldseam/sync";
import { expect } from "vitest";
import { startTestServer, type TestServer } from "../../../server/test/test-server.ts";
import { type Client, peopleOf, type Room } from "../../src/index.ts";
import { must, pairedDevices, roomOf } from "../couple.ts";
import { type DeviceParts, openDevice, type TestDevice, until } from "../device.ts";
import { HostileServer } from "./hostile-transport.ts";

/** Two paired people who hold a few words of each other's, and a server that is honest so far. */
export type Scene = {
  readonly server: TestServer;
  readonly evil: HostileServer;
  readonly ana: TestDevice;
  readonly ben: TestDevice;
  /** How many items both hold. */
  readonly held: number;
  readonly parts: (name: string) => DeviceParts;
};

export const heldTexts = ["kept by Ana", "kept by Ben"];

export async function openScene(): Promise<Scene> {
  const server = await startTestServer();
  const evil = new HostileServer();
  const parts = (name: string): DeviceParts => ({
    address: server.address,
    clock: server.clock.read,
    between: evil.between(name),
  });
  const { ana, ben } = await pairedDevices(parts("ana"), parts("ben"));
  for (const { client } of [ana, ben]) await until(client, () => peopleOf(room(client).folded).size === 2);
  await write(ana.client, "kept by Ana");
  await until(ben.client, () => textsIn(ben.client).length === 1);
  await write(ben.client, "kept by Ben");
  for (const { client } of [ana, ben])
    await until(client, () => textsIn(client).length === 2 && room(client).waiting.length === 0);
  return { server, evil, ana, ben, held: room(ana.client).record.n, parts };
}

export function room(client: Client): Room {
  const couple = roomOf(client);
  if (couple === undefined) throw new Error("this person is in a couple's room");
  return couple;
}

export function note(client: Client, text: string): RoomEvent {
  const { id, at } = client.stamp();
  return { v: 1, type: "note.written", id: id as EventId, at, data: { text } };
}

/** Writes notes in one act, so that each is written on what the device held before the first. */
export const write = (client: Client, ...texts: string[]): Promise<void> =>
  must(
    client.write(
      room(client),
      texts.map((text) => note(client, text)),
    ),
  );

/** The notes of the verified record, in its order. */
export const textsIn = (client: Client): string[] =>
  room(client)
    .events.filter(({ event }) => event.type === "note.written")
    .map(({ event }) => (event.data as { text: string }).text);

export const headWords = (client: Client): string => {
  const { room: id, n, head } = room(client).record;
  return headWordsOf(id as Uint8Array<ArrayBuffer>, n, head).join(" ");
};

/** Ben's `texts`, written in one act and held back from Ana: what the server can now lie about. */
export async function bensWords(
  { evil, ben, held }: Scene,
  ...texts: string[]
): Promise<readonly PlacedItem[]> {
  evil.holdBack("ana");
  await write(ben.client, ...texts);
  return evil.honestOrder("ana", held + texts.length);
}

/**
 * The room has stopped at `fault`: nothing held was lost, nothing but `arrived` came in, nothing can be written,
 * and all of that is still so after the device was closed and opened again.
 */
export async function expectStopped(
  { ana, parts }: Scene,
  fault: { readonly type: string; readonly n: number },
  arrived: readonly string[] = [],
): Promise<void> {
  await until(ana.client, () => room(ana.client).fault !== undefined);
  const stopped = async (client: Client): Promise<void> => {
    expect(room(client).fault).toEqual(fault);
    expect(textsIn(client)).toEqual([...heldTexts, ...arrived]);
    const before = room(client).waiting.length;
    expect(await client.write(room(client), [note(client, "on unsound ground")])).toEqual({
      ok: false,
      error: { type: "RoomStopped", fault },
    });
    expect(room(client).waiting.length).toBe(before);
  };
  await stopped(ana.client);
  const waiting = room(ana.client).waiting.length;
  ana.client.close();
  const again = await openDevice({ ...parts("ana"), store: ana.store });
  await stopped(again.client);
  expect(room(again.client).waiting.length).toBe(waiting);
  again.client.close();
}
