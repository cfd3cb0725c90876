import type { Client, ClientState, Room } from "@goldseam/client";
import type { CalendarDate, EventId, Instant, MemberId, RoomEvent, ZoneId } from "@goldseam/core";
import type { RoomView } from "@goldseam/practices";
import { restFor } from "./rest.ts";

const coverMark = "c";
const tickMs = 20_000;

let client = $state.raw<Client | undefined>();
let isCovered = $state(readMark());
let areWordsCovered = $state(false);
let present = $state(Date.now());
/** Counts changes of the client, which is no rune itself: whoever reads it here is drawn again after each. */
let changes = $state(0);

/** Whether the cover stands. A browser that refuses storage has none, and no account that it could cover. */
function readMark(): boolean {
  try {
    return localStorage.getItem(coverMark) !== null;
  } catch {
    return false;
  }
}

/**
 * Whether this browser holds an account that can be opened: asked before anything large is loaded.
 *
 * A browser that refuses storage (some private windows do), or cannot open it, counts as a stranger's: what needs
 * no account, the help for a hard moment first, must stand there all the same.
 */
export async function holdsAccount(): Promise<boolean> {
  try {
    // Older browsers cannot list what they hold: there the app is opened to see.
    const databases = (await indexedDB.databases?.()) ?? [{ name: "notes" }];
    return databases.some(({ name }) => name === "notes") && (await reachClient()) !== undefined;
  } catch {
    return false;
  }
}

let opening: Promise<Client> | undefined;

/** The client of this tab; loaded and opened at the first call. */
export function openClient(): Promise<Client> {
  opening ??= open().catch((error: unknown) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

/** The client, or undefined when the app's own files could not be fetched: offline, on a first visit. */
export const reachClient = (): Promise<Client | undefined> => openClient().catch(() => undefined);

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
  // Exit in one tab covers the others: they hear of the mark.
  addEventListener("storage", ({ key, newValue }) => {
    if (key !== coverMark) return;
    isCovered = newValue !== null;
    if (isCovered) opened.lock();
  });
  watchIdleness(opened);
  let { stage } = opened.state;
  opened.subscribe(() => {
    changes += 1;
    // The account has gone from this browser: what pushes to it was its.
    if (stage === "signed in" && opened.state.stage === "new")
      void import("./reminders/push.ts").then(({ unsubscribe }) => unsubscribe());
    stage = opened.state.stage;
  });
  client = opened;
  return opened;
}

const writings = new Set<() => Promise<unknown>>();

/**
 * While a screen holds words that may not be kept yet: Private locks later, and `keep` seals them before it does.
 *
 * Returns what ends it.
 */
export function holdWriting(keep: () => Promise<unknown>): () => void {
  writings.add(keep);
  return () => writings.delete(keep);
}

/** Covers words, locks Private and covers the rest by the times of `rest.ts`. The cover is no key. */
function watchIdleness(opened: Client): void {
  let lastAct = Date.now();
  let unlockedAt: number | undefined;
  const acted = (event: Event): void => {
    lastAct = Date.now();
    // What the first key would do cannot be seen: it only takes the cover away.
    if (areWordsCovered && event.type === "keydown") event.preventDefault();
    areWordsCovered = false;
  };
  for (const kind of ["pointerdown", "keydown", "scroll"]) addEventListener(kind, acted, { capture: true });
  opened.subscribe(() => {
    unlockedAt = opened.state.isUnlocked ? (unlockedAt ?? Date.now()) : undefined;
  });
  setInterval(() => {
    const now = Date.now();
    const rest = restFor({
      idle: now - lastAct,
      unlockedFor: unlockedAt === undefined ? undefined : now - unlockedAt,
      isWriting: writings.size > 0,
    });
    areWordsCovered = rest === "cover words";
    if (rest === "lock Private") void lockPrivate(opened);
    if (rest === "cover all" && opened.state.stage === "signed in") void lockPrivate(opened).then(cover);
  }, 5_000);
}

let locking: Promise<void> | undefined;

async function sealWritings(opened: Client): Promise<void> {
  if (!opened.state.isUnlocked) return;
  const kept = await Promise.allSettled([...writings].map((keep) => keep()));
  for (const one of kept) if (one.status === "rejected") reportError(one.reason);
}

/**
 * Seals what is being written, then drops the keys. Asked again meanwhile, it is the same lock: a second one would not
 * wait for what the first is sealing. A failure to keep it holds nobody's Private open.
 */
function lockPrivate(opened: Client): Promise<void> {
  locking ??= sealWritings(opened).finally(() => {
    locking = undefined;
    opened.lock();
  });
  return locking;
}

export type CoupleNow = Pick<Room, "me" | "facts" | "folded" | "fault" | "blocked" | "record"> & {
  readonly room: Room;
  readonly n: number;
};

/** What screens draw from: the client's state, read so that a change draws them again. */
export const person = {
  get client(): Client | undefined {
    return client;
  },
  get state(): ClientState | undefined {
    void changes;
    return client?.state;
  },
  /** The couple's room as it is now: another object after every change, so that what is drawn from it follows. */
  get couple(): CoupleNow | undefined {
    void changes;
    const room = client?.state.couple;
    return room && roomNow(room);
  },
  get isCovered(): boolean {
    return isCovered;
  },
  /** What is being written is not to be read just now: the next act of a hand shows it again. */
  get areWordsCovered(): boolean {
    return areWordsCovered;
  },
  /** The present moment of this device; moves on by itself while a screen is open. */
  get now(): Instant {
    return present as Instant;
  },
};

/** A room as it is now: another object after every change of it. */
export function roomNow(room: Room): CoupleNow {
  const { me, facts, folded, fault, blocked, record } = room;
  return { room, me, facts, folded, fault, blocked, record, n: record.n };
}

/** Hides everything behind the password, until `uncover`. */
export function cover(): void {
  isCovered = true;
  client?.lock();
  try {
    localStorage.setItem(coverMark, "");
  } catch {
    // A full storage: this tab is covered, others and the next start are not. Exit must go on.
  }
}

/** Takes the cover away when the password is right. */
export async function uncover(password: string): Promise<boolean> {
  const opened = await openClient();
  if (!(await opened.isPassword(password))) return false;
  localStorage.removeItem(coverMark);
  isCovered = false;
  return true;
}

/** What Exit does first: keys out of memory, and a cover for whoever comes back. */
export function exit(): void {
  if (client?.state.stage === "signed in") cover();
  client?.close();
}

export const ownZone = (): ZoneId => Intl.DateTimeFormat().resolvedOptions().timeZone as ZoneId;

/** The date where this device is. */
export const today = (): CalendarDate =>
  Temporal.Instant.fromEpochMilliseconds(person.now)
    .toZonedDateTimeISO(ownZone())
    .toPlainDate()
    .toString() as CalendarDate;

/** A room as practices' screens meet it. */
export function viewOf(
  { room, facts, me }: CoupleNow,
  opened: Client,
  names: ReadonlyMap<MemberId, string>,
  noName: string,
): RoomView {
  return {
    facts,
    me,
    nameOf: (memberId) => names.get(memberId) ?? noName,
    now: Math.max(person.now, room.record.t) as Instant,
    zone: ownZone(),
    newId: () => opened.stamp().id as EventId,
    write: (events: readonly RoomEvent[]) => opened.write(room, events),
  };
}
