import type { ZoneId } from "@goldseam/core";
import type { RunningServer } from "@goldseam/server";
import type { Client, Room } from "../src/index.ts";
import { type DeviceParts, openDevice, type TestDevice, until } from "./device.ts";

export const password = "four quiet harbour walls";

export type PairedDevices = { readonly ana: TestDevice; readonly ben: TestDevice };

/** Two people who made accounts and paired, each on one device, through the server. */
export async function pairedDevices(
  parts: DeviceParts,
  benParts: DeviceParts = parts,
  [anasName, bensName]: readonly [string, string] = ["Ana", "Ben"],
): Promise<PairedDevices> {
  const ana = await openDevice(parts);
  const ben = await openDevice(benParts);
  await must(ana.client.createAccount({ name: anasName, door: "couple" }, password));
  await must(ana.client.startCouple("Europe/Berlin" as ZoneId));
  const fragment = await must(ana.client.invite());
  await must(ben.client.createAccount({ name: bensName, door: "couple" }, password));
  await must(ben.client.acceptInvite(fragment));
  await until(ben.client, () => roomOf(ben.client)?.facts.members.length === 2);
  await until(ana.client, () => roomOf(ana.client)?.facts.members.length === 2);
  return { ana, ben };
}

export const roomOf = (client: Client): Room | undefined => client.state.couple;

export async function must<T>(
  asked: Promise<{ ok: true; value: T } | { ok: false; error: unknown }>,
): Promise<T> {
  const answered = await asked;
  if (!answered.ok) throw new Error(`refused: ${JSON.stringify(answered.error)}`);
  return answered.value;
}

export type { RunningServer };
