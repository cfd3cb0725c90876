import {
  type Bytes,
  base64url,
  type EntryHash,
  equalBytes,
  err,
  type Instant,
  newEventId,
  ok,
  type RandomBytes,
  type Result,
  type RoomEvent,
  textOf,
} from "@goldseam/core";
import { type AccountSeed, type KeyPair, privateKeysOf } from "@goldseam/crypto/open";
import { createAccount, joinByCode, type KitRefused, openWithKit, unlockSeed } from "./account/account.ts";
import { type Device, readDevice, type TakenOver, writeDevice } from "./account/device.ts";
import { DeviceKeeper } from "./account/device-keeper.ts";
import {
  eraseOwnWords,
  erasePastWords,
  jointlyErasedIn,
  type OwnWords,
  sharedWithOthers,
} from "./account/going.ts";
import { NewDeviceMeeting } from "./account/meeting.ts";
import { Session } from "./account/session.ts";
import { type ClientState, nobody, type Profile } from "./client-state.ts";
import { CoupleKeeper, type PairingNotes, readPairingNotes } from "./couple/couple-keeper.ts";
import { type Invitation, type InviteRefused, lookAtInvite } from "./couple/pairing.ts";
import { MemberKeeper, readPractitionerInvites } from "./members/keeper.ts";
import { OwnName } from "./members/own-name.ts";
import { tidyName } from "./members/people.ts";
import type { WireError } from "./net/transport.ts";
import { PrivateIds } from "./private/private-ids.ts";
import { PrivateSide } from "./private/private-side.ts";
import { Unfinished } from "./private/unfinished.ts";
import type { ReminderKeeper } from "./reminders/reminder-keeper.ts";
import type { Room } from "./room/room.ts";
import { SharedSide } from "./shared/shared-side.ts";
import { StoreFull } from "./store/local-store.ts";
import { type SealedStore, sealedStore } from "./store/sealed-store.ts";
import { storedBytes } from "./store/stored-bytes.ts";
import type { Surroundings } from "./surroundings.ts";

const storeFullOr = (error: unknown): "StoreFull" => {
  if (error instanceof StoreFull) return "StoreFull";
  throw error;
};

/**
 * One person's side of Goldseam on one device: account, rooms and the line to the server.
 *
 * It decides nothing that a rule decides and knows no screen. `subscribe` tells of every change of `state`.
 */
export class Client {
  readonly #around: Surroundings;
  #state: ClientState = { ...nobody, stage: "opening" };
  #device: Device | undefined;
  #sealed: SealedStore | undefined;
  #account: AccountSeed | undefined;
  #shared: SharedSide | undefined;
  #private: PrivateSide | undefined;
  readonly #privateIds = new PrivateIds(() => this.#sealed);
  #stop = new AbortController();
  readonly #listeners = new Set<() => void>();
  readonly #session: Session;
  readonly #members: MemberKeeper;
  readonly #couple: CoupleKeeper;
  readonly #ownName = new OwnName({
    random: (length) => this.#around.random(length),
    name: () => this.#state.profile?.name,
    write: (room, events) => this.write(room, events),
  });
  /** Own devices, passwords, kits: see its own methods. */
  readonly devices: DeviceKeeper;
  /** What screens of Private had in hand: see its own methods. */
  readonly unfinished = new Unfinished(() => this.#private?.notes);
  #reminders: Promise<ReminderKeeper> | undefined;

  private constructor(around: Surroundings) {
    this.#around = around;
    this.#session = new Session(around.transport, () => this.#device);
    this.#members = this.#newKeeper();
    this.#couple = this.#newCoupleKeeper();
    this.devices = this.#newDeviceKeeper();
  }

  /** Opens what this device holds; works offline. */
  static async open(around: Surroundings): Promise<Client> {
    const client = new Client(around);
    around.channel.onMessage(
      (message) => void client.#heard(message).catch((error: unknown) => client.#failed(error)),
    );
    const device = await readDevice(around.store);
    if (device === undefined) client.#set({ stage: "new" });
    else await client.#enter(device);
    return client;
  }

  get state(): ClientState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #set(change: Partial<ClientState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  /** Ends this tab's part: the line, the lead, the keys in memory. What is stored stays. */
  close(): void {
    this.#stop.abort();
    this.#shared?.close();
    this.lock();
    this.#around.channel.close();
    this.#around.store.close();
  }

  // --- Account -------------------------------------------------------------------------------------------

  /** Makes an account and unlocks it. The server must be reachable; nothing is kept if it is not. */
  async createAccount(
    profile: Profile,
    password: string,
  ): Promise<Result<void, WireError | { type: "NotAName" }>> {
    const name = tidyName(profile.name);
    if (name === null) return err({ type: "NotAName" });
    // Made in another tab meanwhile, perhaps: a second one would wipe the first, whose seed is nowhere else yet.
    if ((await readDevice(this.#around.store)) !== undefined) return err({ type: "AccountExists" });
    const made = await createAccount(password, this.#around);
    if (!made.ok) return made;
    await this.#begin(made.value.device, made.value.account, { ...profile, name });
    return ok(undefined);
  }

  /**
   * Opens an existing account on this browser with its recovery kit, under a password for this browser.
   *
   * What is private comes a day later; the couple's room at once, or never on a device kept for Private alone.
   */
  async signInWithKit(
    code: Bytes,
    password: string,
    { isPrivateOnly = false } = {},
  ): Promise<Result<void, KitRefused>> {
    const opened = await openWithKit(code, password, this.#around);
    if (!opened.ok) return opened;
    await this.#begin({ ...opened.value.device, isPrivateOnly }, opened.value.account, undefined);
    await this.#meetRooms();
    return ok(undefined);
  }

  /** Answers the code that an own device shows. What comes of it is in the meeting's state. */
  answerCode(fragment: string): ReturnType<typeof NewDeviceMeeting.answer> {
    return NewDeviceMeeting.answer(fragment, this.#around, (name, request) =>
      this.#around.transport.ask(name, request),
    );
  }

  /** Makes this browser a device of the account that was handed over, under a password for this browser. */
  async joinByCode(
    taken: TakenOver,
    password: string,
    { isPrivateOnly = false } = {},
  ): Promise<Result<void, WireError>> {
    const opened = await joinByCode(taken, password, this.#around);
    if (!opened.ok) return opened;
    const profile = profileIn(taken.profile);
    await this.#begin({ ...opened.value.device, isPrivateOnly }, opened.value.account, profile);
    await this.#meetRooms();
    return ok(undefined);
  }

  async #begin(device: Device, account: AccountSeed, profile: Profile | undefined): Promise<void> {
    this.#leaveDevice();
    await this.#around.store.clear();
    await writeDevice(this.#around.store, device);
    const sealed = this.#sealedStore(device);
    if (profile !== undefined) await sealed.write([await sealed.sealJson("notes", "profile", profile)]);
    await this.#enter(device);
    await this.#openPrivate(account);
    this.#around.channel.tell("entered");
  }

  /** Forgets the account that this tab was in: its line, its rooms and its keys are not the next one's. */
  #leaveDevice(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#shared?.close();
    this.#shared = undefined;
    this.lock();
    this.#privateIds.clear();
    this.#device = undefined;
    this.#sealed = undefined;
    this.#set({ ...nobody, isStoreFull: this.#state.isStoreFull });
  }

  async #enter(device: Device): Promise<void> {
    this.#device = device;
    const sealed = this.#sealedStore(device);
    this.#sealed = sealed;
    const profile = (await sealed.readJson("notes", "profile")) as Profile | undefined;
    await this.#privateIds.read();
    const shared = this.#newSharedSide(device, sealed);
    this.#shared = shared;
    await shared.openKnown();
    this.#set({ stage: "signed in", profile, ...factsOfDevice(device), ...(await this.#readNotes()) });
    this.#roomsChanged();
    this.#around.channel.tell("asking");
    shared.lead();
  }

  #sealedStore(device: Device): SealedStore {
    return sealedStore(this.#around.store, device.shared.cacheKey, this.#around.random);
  }

  /** Whether the password is this device's. Puts the private keys in memory when it is. Works offline. */
  async unlock(password: string): Promise<boolean> {
    if (this.#device === undefined) return false;
    const stop = this.#stop;
    const account = await unlockSeed(password, this.#device, this.#around);
    // Exit, or another account, may have come first: then nothing is put into memory any more.
    if (account === null || stop.signal.aborted) return false;
    await this.#openPrivate(account);
    return true;
  }

  /** Opens Private with what this device's passkey gave out. Works offline. */
  async unlockWithPasskey(secret: Bytes): Promise<boolean> {
    const stop = this.#stop;
    const account = await this.devices.seedOfPasskey(secret);
    if (account === null || stop.signal.aborted) return false;
    await this.#openPrivate(account);
    return true;
  }

  /**
   * Lets this device into the couple's room too. It cannot be kept out again: the room knows it from its first word.
   *
   * Does nothing while Private is locked.
   */
  async joinShared(): Promise<void> {
    if (this.#device === undefined || this.#account === undefined) return;
    await this.#keepDevice({ ...this.#device, isPrivateOnly: false });
    await this.#meetRooms();
  }

  /** Opens the shared rooms of the account and signs this device into them, as long as it may. */
  async #meetRooms(): Promise<void> {
    await this.#shared?.refresh();
    await this.#certifyShared();
  }

  async #keepDevice(device: Device): Promise<void> {
    this.#device = device;
    await writeDevice(this.#around.store, device);
    this.#set(factsOfDevice(device));
  }

  #newDeviceKeeper(): DeviceKeeper {
    return new DeviceKeeper({
      around: () => this.#around,
      ask: this.#session.ask,
      device: () => this.#device,
      account: () => this.#account,
      privateNotes: () => this.#private?.notes,
      profile: () => this.#state.profile,
      keep: (device) => this.#keepDevice(device),
      kitDueChanged: (kitDue) => this.#set({ kitDue }),
      newsChanged: (newDevices) => this.#set({ newDevices }),
      rooms: () => this.#allRooms,
      revokeIn: (room, deviceId) => this.#members.revoke(room, deviceId),
    });
  }

  /** When this person is reminded, and where: see its own methods. Fetched when it is needed; most people never do. */
  reminders(): Promise<ReminderKeeper> {
    this.#reminders ??= this.#newReminderKeeper().catch((error: unknown) => {
      this.#reminders = undefined;
      throw error;
    });
    return this.#reminders;
  }

  async #newReminderKeeper(): Promise<ReminderKeeper> {
    const { ReminderKeeper } = await import("./reminders/reminder-keeper.ts");
    return new ReminderKeeper({
      client: this,
      around: this.#around,
      ask: this.#session.ask,
      notes: () => this.#sealed,
    });
  }

  /** Only the tab with the line tells the server when to remind. What it could not tell now, it tells the next time. */
  #remindSoon(): void {
    if (!this.#shared?.leads || !this.#state.isOnline) return;
    // Where nothing was ever chosen, nothing of it is fetched either.
    if (!this.#state.doorstep?.events.some(({ event }) => event.type === "reminders.set")) return;
    void this.reminders()
      .then((reminders) => reminders.file())
      .catch((error: unknown) => this.#failed(error));
  }

  /** Whether the password is this device's; opens nothing. */
  async isPassword(password: string): Promise<boolean> {
    const account = this.#device && (await unlockSeed(password, this.#device, this.#around));
    account?.seed.fill(0);
    return account !== undefined && account !== null;
  }

  /** Drops the private keys from memory, and every private room with them. */
  lock(): void {
    this.#account?.seed.fill(0);
    this.#account = undefined;
    this.#private?.close();
    this.#private = undefined;
    if (this.#state.isUnlocked)
      this.#set({
        isUnlocked: false,
        private: undefined,
        practice: undefined,
        individual: [],
        newDevices: [],
      });
  }

  async #openPrivate(account: AccountSeed): Promise<void> {
    this.lock();
    this.#account = account;
    const device = this.#device!;
    const side = await PrivateSide.open(account, device, {
      around: this.#around,
      ...this.#session,
      knownIds: () => this.#privateIds.all,
      remember: (room) => this.#privateIds.add(room),
      isPractitioner: () => this.#state.profile?.door === "practitioner" || this.#state.clients.length > 0,
      isPrivateOnly: () => this.#device?.isPrivateOnly === true,
      prepared: async () => {
        await this.#meetRooms();
        // Only now is this device signed for in rooms that it met a moment ago, so that it may write there.
        for (const room of this.#private?.individual ?? []) await this.#ownName.giveIn(room);
        await this.devices.lookForNews();
      },
      changed: () => {
        const side = this.#private;
        if (side === undefined) return;
        this.#set({ private: side.own, practice: side.practice, individual: side.individual });
        for (const room of side.individual)
          void this.#ownName.giveIn(room).catch((error: unknown) => this.#failed(error));
        this.#settleSoon();
      },
      failed: (error) => this.#failed(error),
    });
    // A lock, or Exit, may have come while the rooms were opened.
    if (this.#account !== account) return side.close();
    this.#private = side;
    this.#set({
      isUnlocked: true,
      private: side.own,
      practice: side.practice,
      individual: side.individual,
    });
  }

  /** Has the private line begin anew, and so look at every private room that is known by now: an open one would not. */
  #meetPrivateRooms(): void {
    this.#private?.drop();
    this.#private?.wake();
  }

  // --- Pairing -------------------------------------------------------------------------------------------

  /** Makes the couple's room, with this person in it, and gives the own name there. */
  readonly startCouple: CoupleKeeper["start"] = (zone) => this.#couple.start(zone);

  /** Makes a one-use invite to the couple's room; one made before is cancelled. */
  readonly invite: CoupleKeeper["invite"] = () => this.#couple.invite();

  /** What an invite says. Needs no account. */
  lookAtInvite(fragment: string): Promise<Result<Invitation, InviteRefused>> {
    return lookAtInvite(fragment, (name, request) => this.#around.transport.ask(name, request));
  }

  /** Answers an invite; from then on this device waits to be let in. */
  readonly acceptInvite: CoupleKeeper["accept"] = (fragment) => this.#couple.accept(fragment);

  #newCoupleKeeper(): CoupleKeeper {
    return new CoupleKeeper({
      ...this.#session,
      random: (length) => this.#around.random(length),
      now: () => this.#around.clock(),
      held: () => this.#held(),
      unlockedKeys: () => this.#unlockedKeys(),
      couple: () => this.#state.couple,
      invite: () => this.#state.invite,
      roomOf: (roomId) => this.#shared?.roomOf(roomId),
      openRoom: (room) => this.#shared!.open(room),
      roomsAdded: async () => {
        await this.#shared?.refresh();
        this.#shared?.followAll();
      },
      rememberPrivate: (room) => this.#privateIds.add(room),
      privateAdded: () => this.#meetPrivateRooms(),
      notesChanged: () => this.#notesChanged(),
      keysSwapped: (keysSwapped) => this.#set({ keysSwapped }),
    });
  }

  /** What this device holds of the account that is open on it. */
  #held(): { readonly device: Device; readonly sealed: SealedStore; readonly name: string } | undefined {
    const [device, sealed] = [this.#device, this.#sealed];
    if (device === undefined || sealed === undefined) return undefined;
    return { device, sealed, name: this.#state.profile?.name ?? "" };
  }

  async #notesChanged(): Promise<void> {
    this.#set(await this.#readNotes());
    this.#around.channel.tell("notes");
  }

  async #unlockedKeys(): Promise<{ device: Device; identity: KeyPair; privateBoxKey: Bytes } | undefined> {
    if (this.#device === undefined || this.#account === undefined) return undefined;
    const { identity, box } = await privateKeysOf(this.#account);
    return { device: this.#device, identity, privateBoxKey: box.publicBytes };
  }

  // --- Practitioners and going ---------------------------------------------------------------------------

  /**
   * Makes an invite for a practitioner, whom this person calls `name`.
   *
   * `practitioner`: into the couple's room, seeing `sees`. `individual`: into a room of this person and them alone,
   * which is made with it and needs an unlock.
   */
  readonly invitePractitioner: MemberKeeper["invite"] = (kind, held) => this.#members.invite(kind, held);

  /** This person's word on the practitioner whom the other partner proposes, or takes back on their own proposal. */
  readonly decideOnPractitioner: MemberKeeper["decide"] = (word) => this.#members.decide(word);

  /** Ends a practitioner's part in `room`, or this person's own: leaving needs nobody's approval. */
  readonly endMembership: MemberKeeper["end"] = (room, memberId) => this.#members.end(room, memberId);

  /** Leaves `room`, at once. `words` says what becomes of what this person wrote there. */
  async leave(room: Room, words: OwnWords): Promise<Result<void, { readonly type: string }>> {
    const erased = words === "erase" ? await eraseOwnWords(room) : ok(undefined);
    return erased.ok ? this.#members.end(room, room.me) : erased;
  }

  /** Erases all of this person's own words in `room`, and stays. What was done stays too. */
  readonly eraseOwnWords = (room: Room): ReturnType<typeof eraseOwnWords> => eraseOwnWords(room);

  /**
   * Signs this device out for good and forgets everything that it holds. Needs an unlock and the server.
   *
   * The account goes on with its other devices and its kit; without either, nothing opens it any more.
   */
  async signOutHere(): Promise<Result<void, { readonly type: string }>> {
    if (this.#device === undefined) return err({ type: "Locked" });
    for (const room of this.#allRooms) {
      const unsent = await room.flush();
      if (unsent !== undefined) return err(unsent);
    }
    const ended = await this.devices.end([this.#device.deviceId]);
    if (!ended.ok) return ended;
    await this.#forgetAccount();
    return ok(undefined);
  }

  /**
   * Deletes the account: leaves every room that others are in, and takes everything else of it off the server and off
   * this device. Needs an unlock and the server.
   *
   * - Errors: `TooNew` in the first day of a device that was added with the kit; after any, some rooms may have been left.
   */
  async deleteAccount(words: OwnWords): Promise<Result<void, { readonly type: string }>> {
    const side = this.#private;
    if (this.#device === undefined || side === undefined) return err({ type: "Locked" });
    for (const room of sharedWithOthers(this.#allRooms)) {
      const left = await this.leave(room, words);
      if (!left.ok) return left;
    }
    const deleted = await this.#session.ask("deleteAccount", {});
    if (!deleted.ok) return deleted;
    await this.#forgetAccount();
    return ok(undefined);
  }

  async #forgetAccount(): Promise<void> {
    this.#leaveDevice();
    await this.#around.store.clear();
    this.#around.channel.tell("left");
  }

  #newKeeper(): MemberKeeper {
    return new MemberKeeper({
      ...this.#session,
      random: (length) => this.#around.random(length),
      held: () => this.#held(),
      couple: () => this.#state.couple,
      privateSide: () => this.#private,
      roomOf: (roomId) => this.#shared?.roomOf(roomId) ?? this.#private?.roomOf(roomId),
      invites: () => this.#state.practitionerInvites,
      notesChanged: () => this.#notesChanged(),
      keysSwapped: () => this.#set({ keysSwapped: true }),
      write: (room, events) => this.write(room, events),
    });
  }

  /** Only the tab with the line settles who is in a room, and erases what both partners asked to erase. */
  async #settle(isLate: boolean): Promise<void> {
    if (!this.#shared?.leads || !this.#state.isOnline) return;
    await this.#members.settle({ isLate });
    const { couple } = this.#state;
    const gone = couple === undefined ? [] : jointlyErasedIn(couple);
    if (couple !== undefined && gone.length > 0) await this.redact(couple, gone);
  }

  #settleSoon(): void {
    void this.#settle(false).catch((error: unknown) => this.#failed(error));
  }

  /** Signs this device into the shared rooms that do not know it yet, while the identity key is in memory. */
  async #certifyShared(): Promise<void> {
    const side = this.#private;
    if (side === undefined) return;
    for (const room of this.#shared?.rooms ?? []) {
      if (room.knowsThisDevice()) continue;
      await room.keepCertificate(await side.certificateFor(room));
      if (room.record.kind === "couple") await this.#ownName.giveIn(room);
    }
    this.#shared?.followAll();
  }

  /**
   * The key by which the host of this place signs what it confirms of practitioners, base64url; undefined where it has
   * none, or cannot be reached.
   */
  async hostKey(): Promise<string | undefined> {
    const asked = await this.#around.transport.ask("host", {});
    return asked.ok && asked.value.key !== undefined ? base64url(asked.value.key) : undefined;
  }

  // --- Writing -------------------------------------------------------------------------------------------

  /** A fresh id and the present moment, for commands. */
  stamp(): { id: ReturnType<typeof newEventId>; at: Instant } {
    return { id: newEventId(this.#around.random), at: this.#state.couple?.now() ?? this.#around.clock() };
  }

  get random(): RandomBytes {
    return this.#around.random;
  }

  /** Writes events into `room`; they are kept at once and sent when there is a line. */
  async write(room: Room, events: readonly RoomEvent[]): Promise<Result<void, { readonly type: string }>> {
    try {
      const written = await room.write(events);
      this.#sendSoon(room);
      return written;
    } catch (error) {
      return err({ type: storeFullOr(error) });
    }
  }

  /** Erases own entries of `room` everywhere: kept at once, and sent when there is a line. */
  async redact(room: Room, hashes: readonly EntryHash[]): Promise<Result<void, { readonly type: string }>> {
    try {
      const redacted = await room.redact(hashes);
      this.#sendSoon(room);
      return redacted;
    } catch (error) {
      return err({ type: storeFullOr(error) });
    }
  }

  #sendSoon(room: Room): void {
    if (this.#privateIds.has(room.roomId)) this.#private?.sendSoon(room);
    else this.#shared?.sendSoon(room);
    this.#around.channel.tell("flush");
  }

  // --- Line ----------------------------------------------------------------------------------------------

  /** The device found or lost its network: try now, or stop trying to use a dead line. */
  networkChanged(isUp: boolean): void {
    for (const side of [this.#shared, this.#private]) {
      if (isUp) side?.wake();
      else side?.drop();
    }
  }

  #newSharedSide(device: Device, sealed: SealedStore): SharedSide {
    return new SharedSide(device, sealed, {
      around: this.#around,
      ...this.#session,
      privateIds: this.#privateIds,
      isPrivateOnly: () => this.#device?.isPrivateOnly === true,
      changed: () => this.#roomsChanged(),
      privateFound: () => this.#meetPrivateRooms(),
      accountChanged: async () => {
        await this.#couple.letIn();
        await this.#settle(true);
        for (const room of this.#shared?.rooms ?? []) await erasePastWords(room);
      },
      onlineChanged: (isOnline) => {
        this.#set({ isOnline });
        this.#remindSoon();
        this.#around.channel.tell(isOnline ? "online" : "offline");
      },
      failed: (error) => this.#failed(error),
    });
  }

  /** Every room that is open now: the shared ones, and Private's while it is unlocked. */
  get #allRooms(): readonly Room[] {
    return [...(this.#shared?.rooms ?? []), ...(this.#private?.rooms ?? [])];
  }

  #failed(error: unknown): void {
    if (error instanceof StoreFull) this.#set({ isStoreFull: true });
    else reportError(error);
  }

  #roomsChanged(): void {
    const shared = this.#shared?.rooms ?? [];
    const rooms = shared.filter((room) => room.record.kind === "couple");
    const couple = rooms.find((room) => ownPart(room)?.role === "partner" && isPresent(room));
    const clients = rooms.filter((room) => ownPart(room)?.role === "practitioner" && isPresent(room));
    const former = rooms.filter((room) => ownPart(room) !== undefined && !isPresent(room));
    const isJoining = this.#state.isJoining && couple === undefined;
    const stopped = shared.find((room) => room.fault !== undefined);
    const doorstep = shared.find(({ record }) => record.kind === "doorstep");
    const joiningFault = isJoining ? stopped?.fault : undefined;
    this.#set({ couple, clients, former, doorstep, isJoining, joiningFault });
    for (const room of couple === undefined ? clients : [couple, ...clients])
      void this.#ownName.giveIn(room).catch((error: unknown) => this.#failed(error));
    this.#settleSoon();
    this.#remindSoon();
  }

  async #readNotes(): Promise<PairingNotes & Pick<ClientState, "practitionerInvites">> {
    if (this.#sealed === undefined) return { invite: undefined, isJoining: false, practitionerInvites: {} };
    return {
      ...(await readPairingNotes(this.#sealed, this.#state.couple)),
      practitionerInvites: await readPractitionerInvites(this.#sealed),
    };
  }

  /** A word from another tab of this device. */
  async #heard(message: unknown): Promise<void> {
    if (message === "flush") {
      for (const side of [this.#shared, this.#private])
        for (const { roomId } of side?.rooms ?? []) await side?.reread(roomId);
    }
    if (message === "online" || message === "offline") this.#set({ isOnline: message === "online" });
    if (message === "asking" && this.#shared?.leads) {
      this.#around.channel.tell(this.#state.isOnline ? "online" : "offline");
    }
    if (message === "left") this.#leaveDevice();
    if (message === "notes") this.#set(await this.#readNotes());
    if (message === "kit") await this.#readDeviceAgain();
    if (message === "entered") {
      const device = await readDevice(this.#around.store);
      const isOther = device !== undefined && !isSame(device, this.#device);
      if (isOther) {
        this.#leaveDevice();
        await this.#enter(device);
      }
    }
    const roomId = (message as { readonly room?: unknown } | null)?.room;
    const shared = this.#shared;
    if (typeof roomId !== "string" || shared === undefined) return;
    if (this.#privateIds.has(roomId)) await this.#private?.reread(roomId);
    else await shared.reread((await shared.open(storedBytes(roomId))).roomId);
  }

  /** Another tab changed what this device keeps of the account. */
  async #readDeviceAgain(): Promise<void> {
    const device = await readDevice(this.#around.store);
    if (device === undefined || !isSame(device, this.#device)) return;
    this.#device = device;
    this.#set(factsOfDevice(device));
  }
}

const ownPart = (room: Room) => room.facts.members.find(({ memberId }) => memberId === room.me);
const isPresent = (room: Room): boolean => ownPart(room)?.until === undefined;

const isSame = (device: Device, held: Device | undefined): boolean =>
  held !== undefined && equalBytes(device.deviceId, held.deviceId);

const factsOfDevice = ({ kitDue, isPrivateOnly, passkey }: Device) => ({
  kitDue,
  isPrivateOnly: isPrivateOnly === true,
  passkey: passkey && { credential: passkey.credential, salt: passkey.salt },
});

/** The profile that an own device handed over. A new one without it asks its rooms for the name. */
function profileIn(bytes: Bytes): Profile | undefined {
  const text = textOf(bytes);
  return text.ok ? ((JSON.parse(text.value) as Profile | null) ?? undefined) : undefined;
}
