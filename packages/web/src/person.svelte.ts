import type { Client, ClientState, Room } from "@goldseam/client";
import type { EventId, Instant, MemberId, RoomEvent, ZoneId } from "@goldseam/core";
import type { RoomView } from "@goldseam/practices";
import { createSubscriber } from "svelte/reactivity";

const coverMark = "c";
const idleLockMs = 2 * 60_000;
const idleCoverMs = 15 * 60_000;
const tickMs = 20_000;

let client = $state.raw<Client | undefined>();
let isCovered = $state(localStorage.getItem(coverMark) !== null);
let present = $state(Date.now());

/** Whether this browser holds an account: asked before anything large is loaded. */
export async function holdsAccount(): Promise<boolean> {
  const databases = await indexedDB.databases();
  return databases.some(({ name }) => name === "notes");
}

let opening: Promise<Client> | undefined;

/** The client of this tab; loaded and opened at the first call. */
export function openClient(): Promise<Client> {
  opening ??= open();
  return opening;
}

async function open(): Promise<Client> {
  const [{ Client }, { browserSurroundings }] = await Promise.all([
    import("@goldseam/client"),
    import("./surroundings.ts"),
  ]);
  const opened = await Client.open(await browserSurroundings());
  addEventListener("online", () => opened.networkChanged(true));
  addEventListener("offline", () => opened.networkChanged(false));
  addEventListener("visibilitychange", () => {
    present = Date.now();
    if (document.visibilityState === "visible") opened.networkChanged(navigator.onLine);
  });
  setInterval(() => {
    present = Date.now();
  }, tickMs);
  watchIdleness(opened);
  client = opened;
  return opened;
}

/** Locks Private after two quiet minutes and covers the rest after fifteen (DV.2). The cover is no key. */
function watchIdleness(opened: Client): void {
  let lastAct = Date.now();
  const acted = (): void => {
    lastAct = Date.now();
  };
  for (const kind of ["pointerdown", "keydown", "scroll"]) addEventListener(kind, acted, { passive: true });
  setInterval(() => {
    const idle = Date.now() - lastAct;
    if (idle >= idleLockMs) opened.lock();
    if (idle >= idleCoverMs && opened.state.stage === "signed in") cover();
  }, 5_000);
}

const subscribe = createSubscriber((update) => client?.subscribe(update));

/** What screens draw from: the client's state, read so that a change draws them again. */
export const person = {
  get client(): Client | undefined {
    return client;
  },
  get state(): ClientState | undefined {
    subscribe();
    return client?.state;
  },
  get isCovered(): boolean {
    return isCovered;
  },
  /** The present moment of this device; moves on by itself while a screen is open. */
  get now(): Instant {
    return present as Instant;
  },
};

/** Hides everything behind the password, until `uncover`. */
export function cover(): void {
  localStorage.setItem(coverMark, "");
  isCovered = true;
  client?.lock();
}

/** Takes the cover away when the password is right. */
export async function uncover(password: string): Promise<boolean> {
  const opened = await openClient();
  if (!(await opened.unlock(password))) return false;
  localStorage.removeItem(coverMark);
  isCovered = false;
  opened.lock();
  return true;
}

/** What Exit does first: keys out of memory, and a cover for whoever comes back. */
export function exit(): void {
  if (client?.state.stage === "signed in") cover();
  client?.close();
}

export const ownZone = (): ZoneId => Intl.DateTimeFormat().resolvedOptions().timeZone as ZoneId;

/** A room as practices' screens meet it. */
export function viewOf(
  room: Room,
  opened: Client,
  names: ReadonlyMap<MemberId, string>,
  noName: string,
): RoomView {
  return {
    facts: room.facts,
    me: room.me,
    nameOf: (memberId) => names.get(memberId) ?? noName,
    now: Math.max(person.now, room.record.t) as Instant,
    zone: ownZone(),
    newId: () => opened.stamp().id as EventId,
    write: (events: readonly RoomEvent[]) => opened.write(room, events),
  };
}
