/**
 * What the relay keeps, as ports.
 *
 * Every method is asynchronous, so that a database in another process fits; every change is one transaction:
 * it happens whole or not at all, and has reached the disk when its answer comes. `Full` (no space, or a disk
 * that fails) always means that nothing changed. Anything else unexpected throws, and changed nothing either.
 *
 * Byte strings are `Bytes` here; the store reads none of them, apart from comparing them.
 */
import { type Bytes, dayMs, type Result } from "@goldseam/core";
import type { InviteState, SlotKind } from "@goldseam/sync";

export type Full = { readonly type: "Full" };
/** Someone else wrote first: look again and decide again. */
export type Moved = { readonly type: "Moved" };

// Rooms

/** What is needed to judge the next item of a room, whatever its length. */
export type StoredRoom = {
  readonly n: number;
  readonly t: number;
  readonly head: Bytes;
  /** What the judge last wrote about members, devices and epochs; the store does not read it. */
  readonly facts: Bytes;
  /** Header and signature of each device's newest item in this room. */
  readonly newestByDevice: readonly Bytes[];
};

/** An item about to be stored. A link has no device, no body, and is all in `item`. */
export type NewItem = {
  readonly n: number;
  readonly t: number;
  readonly head: Bytes;
  readonly hash: Bytes;
  readonly writer: { readonly device: Bytes; readonly seq: number } | null;
  /** Header and signature, or a whole link. */
  readonly item: Bytes;
  readonly body: Bytes;
};

/** A judged batch, which takes effect whole. */
export type NewBatch = {
  readonly room: Bytes;
  /** Numbered without gaps. The first number says where the writer believes that the room ends. */
  readonly items: readonly NewItem[];
  /**
   * The head right before the first item. With several processes a number says too little: a batch that follows one
   * of ours that failed would fit behind another's that took its number.
   */
  readonly previous?: Bytes;
  /** New facts, when a link or certificate is among the items; always with a genesis. */
  readonly facts: Bytes | null;
  /** Members who joined, or who left with the item `untilN`. */
  readonly members: readonly { readonly identity: Bytes; readonly untilN: number | null }[];
  /** Entries whose bodies are erased for good, if one of `devices` wrote them; bodies of this batch too. */
  readonly erase: readonly { readonly hashes: readonly Bytes[]; readonly devices: readonly Bytes[] }[];
  /** Members whose answered invites to this room are now used. */
  readonly joined: readonly Bytes[];
};

export type Place = { readonly n: number; readonly t: number };
export type Newest = { readonly n: number; readonly head: Bytes };

/** An item as stored: bytes as they travel, and the head after it. */
export type StoredItem = {
  readonly n: number;
  readonly t: number;
  readonly head: Bytes;
  readonly erased: boolean;
  readonly item: Bytes;
};

export type PageRequest = {
  readonly after: number;
  /** The last number that may be read. */
  readonly upTo: number;
  readonly most: number;
  /** The page ends before it holds more than this, but holds one item if there is one. */
  readonly bytesMax: number;
};

export interface RecordStore {
  /** What is needed to judge the room's next item, or null when there is no such room. */
  room(room: Bytes): Promise<StoredRoom | null>;

  /** The heads after the items with these numbers; numbers that the room does not have are left out. */
  headsAt(room: Bytes, numbers: readonly number[]): Promise<ReadonlyMap<number, Bytes>>;

  /** Where the items with these hashes stand, in order; null for those that the room does not hold. */
  placesOf(room: Bytes, hashes: readonly Bytes[]): Promise<readonly (Place | null)[]>;

  /**
   * Stores `batch`, if the room still ends right before its first item; else `Moved`, and nothing changed.
   *
   * Everything that the batch names happens in this one transaction: items, members, erasures, used invites.
   */
  append(batch: NewBatch): Promise<Result<void, Full | Moved>>;

  /** Items after a number, oldest first, and the newest item not above `upTo`. */
  page(
    room: Bytes,
    request: PageRequest,
  ): Promise<{ readonly items: readonly StoredItem[]; readonly newest: Newest }>;

  /** How far a present or former member may read; null for anyone else, and for no such room. */
  membership(room: Bytes, identity: Bytes): Promise<{ readonly untilN: number | null } | null>;

  /** Rooms of which `identity` is or was a member, each with its newest item that they may read. */
  roomsOf(identity: Bytes): Promise<readonly ({ readonly room: Bytes } & Newest)[]>;
}

// Accounts

export type NewDevice = {
  readonly device: Bytes;
  readonly deviceKey: Bytes;
  /** Until when what is private is kept back from it; 0 when nothing is. */
  readonly waitsUntil: number;
};
export type StoredDevice = NewDeviceFacts & { readonly ended: boolean };
type NewDeviceFacts = { readonly identity: Bytes } & Pick<NewDevice, "deviceKey" | "waitsUntil">;
/** A link of an account log, and when it came. */
export type LogLink = { readonly link: Bytes; readonly t: number };
export type StoredSlot = {
  readonly kind: SlotKind;
  readonly locator: Bytes;
  readonly loginHash: Bytes;
  readonly wrapped: Bytes;
};
type SessionFacts = { readonly identity: Bytes; readonly device: Bytes; readonly expires: number };
/** A session, and until when its device waits for what is private. */
export type StoredSession = SessionFacts & { readonly waitsUntil: number };
export type NewSession = SessionFacts & { readonly tokenHash: Bytes };

/** A challenge that has served. Remembered until it could not be answered any more in any case. */
export type SpentChallenge = { readonly challenge: Bytes; readonly until: number };
export type Spent = { readonly type: "Spent" };
export type LocatorTaken = { readonly type: "LocatorTaken" };
export type AccountExists = { readonly type: "AccountExists" };
export type StillMember = { readonly type: "StillMember" };

/** `server` makes challenges; `push` is the key that push services know this server by. */
export type SecretName = "server" | "push";

export interface AccountStore {
  /** A secret of the server's own, by what it is for: `fresh` the first time, the same ever after. */
  secret(name: SecretName, fresh: Bytes): Promise<Bytes>;

  /** Makes an account with its first log link, device, slots and session. On any refusal nothing changed. */
  createAccount(account: {
    readonly identity: Bytes;
    readonly link: Bytes;
    readonly t: number;
    readonly device: NewDevice;
    readonly slots: readonly StoredSlot[];
    readonly session: NewSession;
    readonly spent: SpentChallenge;
  }): Promise<Result<void, Full | AccountExists | LocatorTaken | Spent>>;

  /** Links of an account's log after number `after`, at most `most`; none when there is no such account. */
  accountLog(identity: Bytes, after: number, most: number): Promise<readonly LogLink[]>;

  /** Adds the log link `number` with its device and first session; `Moved` when another has that number. */
  addDevice(added: {
    readonly identity: Bytes;
    readonly number: number;
    readonly link: Bytes;
    readonly t: number;
    readonly device: NewDevice;
    readonly session: NewSession;
    readonly spent: SpentChallenge;
  }): Promise<Result<void, Full | Moved | Spent>>;

  /** Adds the log link `number`, ends the device for ever and deletes its sessions, its subscription and its wake-ups. */
  endDevice(ended: {
    readonly identity: Bytes;
    readonly number: number;
    readonly link: Bytes;
    readonly t: number;
    readonly device: Bytes;
  }): Promise<Result<void, Full | Moved>>;

  /**
   * Deletes the account with its log, devices, slots, sessions, meeting and all that reminders need, and every room
   * that nobody else was ever in.
   *
   * Rooms that others are or were in stay as they are: what was written there is theirs to read. `StillMember` while
   * the account is in one of them, and nothing changed.
   */
  deleteAccount(identity: Bytes): Promise<Result<void, Full | StillMember>>;

  device(device: Bytes): Promise<StoredDevice | null>;

  slot(kind: SlotKind, locator: Bytes): Promise<(StoredSlot & { readonly identity: Bytes }) | null>;
  /** Puts `slot` in the place of the account's slot of that kind; one locator belongs to one account. */
  putSlot(identity: Bytes, slot: StoredSlot): Promise<Result<void, Full | LocatorTaken>>;

  startSession(session: NewSession, spent: SpentChallenge): Promise<Result<void, Full | Spent>>;
  session(tokenHash: Bytes): Promise<StoredSession | null>;
  /** Afterwards the session is gone, if there was one. */
  endSession(tokenHash: Bytes): Promise<Result<void, Full>>;
}

// Invites

export type StoredInvite = {
  readonly invite: Bytes;
  readonly room: Bytes;
  /** Never "expired": that is a matter of the clock. */
  readonly state: Exclude<InviteState, "expired">;
  readonly expires: number;
  readonly preview: Bytes;
  readonly answer: Bytes | null;
  readonly answeredBy: Bytes | null;
};

/** Milliseconds for which an invite that has expired still says so; then a sweep takes it. */
export const inviteKeptMs = 30 * dayMs;

export interface InviteStore {
  /** `Moved` when an invite of this id exists. */
  makeInvite(invite: {
    readonly invite: Bytes;
    readonly room: Bytes;
    readonly expires: number;
    readonly preview: Bytes;
  }): Promise<Result<void, Full | Moved>>;
  invite(invite: Bytes): Promise<StoredInvite | null>;
  /** All invites of a room, oldest first. */
  invitesOf(room: Bytes): Promise<readonly StoredInvite[]>;
  /** Answers an open invite, or again one that `by` answered; else `Moved`, and nothing changed. */
  answerInvite(
    invite: Bytes,
    answered: { readonly by: Bytes; readonly answer: Bytes },
  ): Promise<Result<void, Full | Moved>>;
  /** Cancels an open or answered invite; else `Moved`, and nothing changed. */
  cancelInvite(invite: Bytes): Promise<Result<void, Full | Moved>>;
}

// Meetings

export type StoredMeeting = {
  readonly identity: Bytes;
  readonly expires: number;
  /** Sealed messages, in order. */
  readonly messages: readonly Bytes[];
};

/** Where a new device and an own one leave messages for each other. An account has one meeting at most. */
export interface MeetingStore {
  /** Opens a meeting in the place of the account's one before; `Moved` when another account's has this id. */
  openMeeting(meeting: {
    readonly meeting: Bytes;
    readonly identity: Bytes;
    readonly expires: number;
  }): Promise<Result<void, Full | Moved>>;
  meeting(meeting: Bytes): Promise<StoredMeeting | null>;
  /** Adds a message if it is the next; else `Moved`, and nothing changed. From the first on it ends at `expires`. */
  putInMeeting(
    meeting: Bytes,
    put: { readonly place: number; readonly message: Bytes; readonly expires: number },
  ): Promise<Result<void, Full | Moved>>;
  /** Afterwards the account has no meeting. */
  endMeeting(identity: Bytes): Promise<Result<void, Full>>;
}

// Reminders

/** Where a device's browser is pushed to, and the two keys for what is sent there. */
export type PushSubscription = { readonly endpoint: string; readonly p256dh: Bytes; readonly auth: Bytes };

/** Whom a wake-up reaches: one device, or an account's mailbox. */
export type PushTarget = { readonly kind: "push"; readonly device: Bytes } & PushSubscription;
export type MailTarget = { readonly kind: "mail"; readonly identity: Bytes; readonly address: string };
export type WakeUpTarget = PushTarget | MailTarget;

export type TakenWakeUps = {
  /** Each target once, however many of its wake-ups were due. */
  readonly due: readonly WakeUpTarget[];
  /** Wake-ups that were taken too late, and reach nobody. */
  readonly late: Readonly<Record<WakeUpTarget["kind"], number>>;
  /** Whether more are due. */
  readonly isMore: boolean;
};

/** Which number may be tried for which address, how often and until when; and how many may be asked for. */
export type NewConfirmation = {
  readonly identity: Bytes;
  readonly address: string;
  readonly number: string;
  readonly tries: number;
  readonly expires: number;
  /** At most `sentMax` in `sentMs` from the first one. */
  readonly now: number;
  readonly sentMax: number;
  readonly sentMs: number;
};
export type SentTooMany = { readonly type: "SentTooMany"; readonly until: number };
/** No number waits, or it was another one; `left` tries are left. */
export type WrongNumber = { readonly type: "WrongNumber"; readonly left: number };

/** What reminders need: where to, and when. Never why. */
export interface ReminderStore {
  /** Puts the device's subscription in the place of its one before; another device's of the same endpoint goes. */
  putPush(identity: Bytes, device: Bytes, subscription: PushSubscription): Promise<Result<void, Full>>;
  pushOf(device: Bytes): Promise<PushSubscription | null>;
  /** Afterwards the device has no wake-ups and no subscription; with `endpoint`, only if it was that one. */
  removePush(device: Bytes, endpoint?: string): Promise<Result<void, Full>>;

  /** Keeps a number in the place of the one before. The address that is confirmed stays until another is. */
  askToConfirm(confirmation: NewConfirmation): Promise<Result<void, Full | SentTooMany>>;
  /** Makes the address that waits the account's, if `number` is its; else one try fewer is left. */
  confirmMail(identity: Bytes, number: string, now: number): Promise<Result<void, Full | WrongNumber>>;
  /** The confirmed address. */
  mailOf(identity: Bytes): Promise<string | null>;
  /** Afterwards the account has no address, none waits, and its mailbox has no wake-ups. */
  removeMail(identity: Bytes): Promise<Result<void, Full>>;

  /**
   * Puts `push` in the place of the device's wake-ups, and `mail` in the place of the mailbox's.
   *
   * A device without a subscription has none, and so has a mailbox without a confirmed address.
   */
  putWakeUps(
    identity: Bytes,
    device: Bytes,
    plan: { readonly push: readonly number[]; readonly mail: readonly number[] },
  ): Promise<Result<void, Full>>;
  /** Takes at most `most` wake-ups of `now` or before: each once, whoever asks. Those before `lateBefore` are late. */
  takeWakeUps(asked: {
    readonly now: number;
    readonly lateBefore: number;
    readonly most: number;
  }): Promise<Result<TakenWakeUps, Full>>;
}

// Several processes

/**
 * Told of what other processes changed in the same store.
 *
 * A call says where to look, never what is there: it may come twice, late, or for nothing.
 */
export interface Watcher {
  /** The room ends at `n` or later. */
  appended(room: Bytes, n: number): void;
  /** The account's devices, or the rooms that it is in. */
  accountChanged(identity: Bytes): void;
  invitesChanged(room: Bytes): void;
  deviceEnded(device: Bytes): void;
  sessionEnded(tokenHash: Bytes): void;
  /** Anything may have changed unheard: look at everything again. */
  missed(): void;
}

/** What a store that several processes share can do, and one of a single process has no need of. */
export interface SharedStore {
  /** From its end on, what others change is told to `watcher`, which takes the place of any before it. */
  watch(watcher: Watcher): Promise<void>;

  /**
   * Runs `work` while nobody else can append to the room, in whichever process; those who wait go in turn.
   *
   * What `work` appends is stored when the answer comes, and not before; nothing is, when it throws or the answer is
   * `Full`. `work` must use the records that it is given, and no others.
   */
  inTurn<T>(room: Bytes, work: (records: RecordStore) => Promise<T>): Promise<Result<T, Full>>;
}

export interface Store extends RecordStore, AccountStore, InviteStore, MeetingStore, ReminderStore {
  /** Present when other processes may write the same store. */
  readonly shared?: SharedStore;
  /** Bytes that it takes on its disk, or in memory where it has none; for metrics, so about right is right. */
  bytes(): Promise<number>;
  /**
   * Deletes sessions, meetings, numbers for addresses and spent challenges that ended before `now`, and open invites that
   * ended 30 days before.
   */
  sweep(now: number): Promise<Result<void, Full>>;
  /** Finishes what is under way and lets go of the store. */
  close(): Promise<void>;
}
