import {
  type Bytes,
  base64url,
  type Clock,
  type DeviceId,
  type EntryHash,
  err,
  type Instant,
  type Member,
  type MemberId,
  ok,
  type RandomBytes,
  type RecordedEvent,
  type Result,
  type RoomEvent,
  type RoomFacts,
  type RoomId,
  ruleTime,
} from "@goldseam/core";
import { type EpochKey, eventFits, importEpochKey, type KeyPair } from "@goldseam/crypto/open";
import { type CheckSignatures, emptyRecord, type Fault, type RecordState } from "@goldseam/crypto/verify";
import type { Practice } from "@goldseam/practices";
import type { PlacedItem } from "@goldseam/sync";
import type { Delivery, Transport, WireError } from "../net/transport.ts";
import type { Change } from "../store/local-store.ts";
import type { SealedStore } from "../store/sealed-store.ts";
import type { Locks } from "../surroundings.ts";
import { lostAfter, notAsBefore } from "./continuity.ts";
import { type Folded, factsOf, isPast } from "./fold.ts";
import { Meaning } from "./meaning.ts";
import {
  dropRows,
  isSealed,
  keepRows,
  type OutboxContent,
  type OutboxRow,
  redactionsOf,
  rowOfJson,
  sealRows,
  seqOfKey,
  unsealedRow,
  type WriterKeys,
  waitingEvents,
} from "./outbox.ts";
import {
  certificateSignatureOf,
  copyOf,
  epochKeyBytesOf,
  type HeldBefore,
  type Lost,
  type RoomCopy,
  recordOfCopy,
} from "./room-copy.ts";
import {
  beginFollowing,
  type EpochKeys,
  eventsOf,
  type Following,
  hasRedaction,
  type Reader,
  type RoomLog,
  type Row,
  redactedIn,
} from "./room-log.ts";
import { Segments } from "./segments.ts";
import { type Blocked, type Place, Sending } from "./sending.ts";

export type RoomSurroundings = {
  readonly store: SealedStore;
  readonly transport: Transport;
  readonly locks: Locks;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly checkSignatures: CheckSignatures;
  /** Called after every change that other tabs of this device should read again. */
  readonly changed: () => void;
};

/** One room as it is held at one moment, and where what was lost of it is fetched again. */
export type HeldRoom = Pick<RoomSurroundings, "store" | "transport"> & {
  readonly log: RoomLog;
  readonly segments: Segments;
};

/** Who writes and reads here. */
export type RoomKeys = Reader & { readonly device: KeyPair; readonly deviceId: Bytes };

/**
 * What a room will be once it comes, where that is known before: the person's own private room, on a device that the
 * server still keeps it back from. What is written meanwhile waits unsealed, in the device's sealed store.
 */
export type ExpectedRoom = Pick<RoomFacts, "kind" | "zone">;

/** Why something could not be written. */
export type NotWritten =
  | { readonly type: "RoomStopped"; readonly fault: Fault }
  | { readonly type: "NotAMember" }
  | { readonly type: "Locked" }
  | { readonly type: "TooLong" };

/**
 * One room as this device holds it: the verified record, what it means, and what waits to be sent.
 *
 * Everything shown comes from `folded`, which is the record's events and then the waiting ones. Only one tab at a
 * time receives and sends (the caller sees to it); any tab may write, under a lock.
 */
export class Room {
  readonly roomId: RoomId;
  readonly #around: RoomSurroundings;
  readonly #keys: RoomKeys;
  readonly #expected: ExpectedRoom | undefined;
  #log: RoomLog;
  #certificateSignature: Bytes | undefined;
  #lost: Lost | undefined;
  #fault: Fault | undefined;
  /** How far the record was held before its copy was damaged, until what is fetched again has come so far. */
  #before: HeldBefore | undefined;
  readonly #sending: Sending;
  #isForgotten = false;
  #waiting: readonly OutboxRow[] = [];
  readonly #segments: Segments;
  readonly #meaning = new Meaning();
  #facts: RoomFacts;
  #work: Promise<unknown> = Promise.resolve();
  /** Ends when the store has what was followed last, or has refused it. */
  #kept: Promise<void> = Promise.resolve();
  /** Deliveries that wait for their turn, in order. */
  readonly #delivered: Delivery[] = [];
  /** The next delivery, begun on what the one before it will leave behind if its signatures hold. */
  #ahead: { readonly on: Following["log"]; readonly following: Following } | undefined;
  readonly #listeners = new Set<() => void>();

  private constructor(room: Bytes, keys: RoomKeys, around: RoomSurroundings, expected?: ExpectedRoom) {
    this.roomId = base64url(room) as RoomId;
    this.#around = around;
    this.#segments = new Segments(this.roomId, around.store);
    this.#sending = this.#newSending();
    this.#keys = keys;
    this.#expected = expected;
    this.#log = { record: emptyRecord(room), rows: [], epochKeys: new Map() };
    this.#facts = this.#factsNow();
  }

  /** The room as the store holds it; empty if the store knows nothing of it yet. */
  static async open(
    room: Bytes,
    keys: RoomKeys,
    around: RoomSurroundings,
    expected?: ExpectedRoom,
  ): Promise<Room> {
    const opened = new Room(room, keys, around, expected);
    await opened.reload();
    return opened;
  }

  get record(): RecordState {
    return this.#log.record;
  }
  get rows(): readonly Row[] {
    return this.#log.rows;
  }
  get epochKeys(): EpochKeys {
    return this.#log.epochKeys;
  }
  get facts(): RoomFacts {
    return this.#facts;
  }
  get folded(): Folded {
    return this.#meaning.folded;
  }
  get fault(): Fault | undefined {
    return this.#fault;
  }
  get blocked(): Blocked | undefined {
    return this.#sending.blocked;
  }
  get waiting(): readonly OutboxRow[] {
    return this.#waiting;
  }
  get events(): readonly RecordedEvent[] {
    return this.#meaning.settled;
  }
  /** What the record holds, and behind it what this device wrote and has not seen come back: all that is folded. */
  get heldEvents(): readonly RecordedEvent[] {
    return this.#meaning.events;
  }
  /** Something waits that could be sent now. */
  get hasToSend(): boolean {
    return this.#sending.hasToSend;
  }
  get me(): MemberId {
    return base64url(this.#keys.identity) as MemberId;
  }

  get #author(): RecordedEvent["by"] {
    return { memberId: this.me, deviceId: this.#deviceId };
  }
  get #deviceId(): DeviceId {
    return base64url(this.#keys.deviceId) as DeviceId;
  }

  /** This device's present moment, never before the newest receipt time that it holds. */
  now(): Instant {
    return Math.max(this.#around.clock(), this.#log.record.t) as Instant;
  }

  /** Whether the record lists this device, so that it needs no certificate to write. */
  knowsThisDevice(): boolean {
    return this.#log.record.devices.has(this.#deviceId);
  }

  /** Whether this device could write here now: it holds the key in force, and is known or signed for. */
  get canWrite(): boolean {
    const isSigned = !this.#needsCertificate() || this.#certificateSignature !== undefined;
    return this.#fault === undefined && isSigned && this.#writerKeys() !== undefined;
  }

  /**
   * Lets go of every key and word of this room. What the store is writing is finished; nothing begins any more.
   *
   * For private rooms when Private is locked: what rests on the device stays, sealed.
   */
  forget(): Promise<void> {
    this.#isForgotten = true;
    return this.#inTurn(async () => {
      for (const { bytes } of this.#log.epochKeys.values()) bytes.fill(0);
      this.#log = { record: emptyRecord(this.#log.record.room), rows: [], epochKeys: new Map() };
      this.#segments.startAgain();
      this.#waiting = [];
      this.#meaning.forget();
      this.#listeners.clear();
    });
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Runs acts on this room one after the other, so that none sees another half done or not yet in the store. */
  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.#work.then(() => this.#kept).then(act);
    this.#work = turn.catch(() => undefined);
    return turn;
  }

  /** Reads everything again from the store: at opening, and when another tab changed it. */
  reload(): Promise<void> {
    return this.#inTurn(() => this.#reload());
  }

  async #reload(): Promise<void> {
    if (this.#isForgotten) return;
    const { store } = this.#around;
    // The outbox first: a row that the tab with the line takes into the record meanwhile is then held twice and left
    // out below. The other way round it would be held by neither, and its number used again.
    const outbox = await store.listJson("outbox", `${this.roomId}/`);
    const waiting = outbox.flatMap(([, row]) => (row === undefined ? [] : [rowOfJson(row)]));
    const unreadable = outbox.flatMap(([key, row]) => (row === undefined ? [key] : []));
    const copy = (await store.readJson("rooms", this.roomId)) as RoomCopy | undefined;
    // A store that stands before this log was full when the log moved on; what it lacks is written with what follows.
    const isBehind = copy !== undefined && copy.n > this.#log.record.n;
    if (isBehind) this.#before = copy.before;
    if (isBehind) await this.#readRows(copy);
    if (copy !== undefined) {
      this.#certificateSignature = certificateSignatureOf(copy) ?? this.#certificateSignature;
      this.#fault ??= copy.fault;
      this.#lost = copy.lost;
    }
    if (unreadable.length > 0) await this.#loseWaiting(unreadable);
    this.#waiting = waiting.filter((row) => !isSealed(row) || row.seq > this.#ownSeq());
    this.#refold({ fromStart: isBehind });
  }

  /** Lets go of rows of the outbox that no longer open, and notes it. Those that the record has are not lost. */
  async #loseWaiting(keys: readonly string[]): Promise<void> {
    if (keys.some((key) => seqOfKey(key) > this.#ownSeq())) this.#lost = { isBroken: true, isTold: false };
    await this.#around.store.write([
      ...keys.map((key): Change => ({ table: "outbox", key, remove: true })),
      await this.#sealCopy(this.#copy()),
    ]);
  }

  /**
   * Whether something that waited here to be sent was lost: a damaged store no longer gave it out.
   *
   * What was lost cannot be named any more. What waited behind it is sent all the same. `forgetLost` ends it.
   */
  get lostWaiting(): boolean {
    return this.#lost?.isTold === false;
  }

  /** The person has been told. */
  forgetLost(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#reload();
      if (this.#isForgotten || this.#lost === undefined) return;
      this.#lost = this.#lost.isBroken ? { isBroken: true, isTold: true } : undefined;
      await this.#around.store.write([await this.#sealCopy(this.#copy())]);
      this.#refold();
      this.#around.changed();
    });
  }

  /** What rules may know of this room; of one that is still to come, that it is this person's own. */
  #factsNow(): RoomFacts {
    const { record } = this.#log;
    if (record.n > 0 || this.#expected === undefined) return factsOf(record);
    const own: Member = { memberId: this.me, role: "owner", since: 0 as Instant };
    return { roomId: this.roomId, ...this.#expected, members: [own] };
  }

  /** Number of this device's last item in the record. */
  #ownSeq(): number {
    return this.#log.record.devices.get(this.#deviceId)?.seq ?? 0;
  }

  async #readRows(copy: RoomCopy): Promise<void> {
    const rows = await this.#segments.readRows(copy.n);
    const isWhole = rows.length >= copy.n && rows.every((row, index) => row.n === index + 1);
    // A segment that no longer opens is fetched again from the server, from the start, rather than guessed at.
    if (!isWhole) return this.#startAgain(copy);
    const epochKeys = new Map<number, EpochKey & { readonly bytes: Bytes }>();
    for (const [epoch, bytes] of epochKeyBytesOf(copy)) {
      epochKeys.set(epoch, { ...(await importEpochKey(epoch, bytes)), bytes });
    }
    const kept = rows.slice(0, copy.n);
    this.#log = { record: recordOfCopy(copy, kept), rows: kept, epochKeys };
    await this.#segments.goOnAfter(kept);
    await this.#eraseRedacted();
  }

  /** Forgets the record, but not how far it went: the next line brings it again. */
  #startAgain(copy: RoomCopy): void {
    const { n, head } = copy;
    if (this.#before === undefined || n > this.#before.n) this.#before = { n, head };
    this.#log = { record: emptyRecord(this.#log.record.room), rows: [], epochKeys: new Map() };
    this.#segments.startAgain();
    this.#certificateSignature = certificateSignatureOf(copy);
  }

  /** Folds the rows that are not folded yet; all of them when the log was replaced or words were erased. */
  #refold({ fromStart = false } = {}): void {
    this.#facts = this.#factsNow();
    const now = this.now();
    const waiting = waitingEvents(this.#waiting, this.#log.record, this.#author, now);
    this.#meaning.refold(this.#log, waiting, { facts: this.#facts, now, fromStart });
    for (const listener of this.#listeners) listener();
  }

  /** Own entries whose words' time is over and that are not erased yet, oldest first. */
  pastWords(): EntryHash[] {
    const now = this.now();
    return eventsOf(this.#log)
      .filter((event) => event.by.memberId === this.me && isPast(event, now))
      .map(({ entryHash }) => entryHash);
  }

  /**
   * What `practice` makes of everything here, waiting events last, as `folded` does for the practices that every
   * device folds. For one that is loaded only where it is shown; works from the first event each time.
   *
   * Its empty state when it has no place in this kind of room, and after `forget`.
   */
  foldWith<State>(practice: Practice<string, State>): State {
    return this.#meaning.foldWith(practice, this.#facts);
  }

  /** What an act of this person, now, would look like to a rule before it is written. */
  asRecorded(event: RoomEvent): RecordedEvent {
    const { record } = this.#log;
    const received = this.now();
    const at = ruleTime(event.at, { seen: record.t as Instant, received });
    const by = this.#author;
    return { event, by, at, received, n: undefined, entryHash: event.id as unknown as EntryHash };
  }

  /**
   * Seals `events` behind what this device wrote before and keeps them until the record shows them.
   *
   * Resolves once they would survive a closed tab or a power cut; sending is another matter. All or none.
   */
  write(events: readonly RoomEvent[]): Promise<Result<void, NotWritten>> {
    return this.#enqueue(events.map((event) => ({ kind: "event", event })));
  }

  /**
   * Erases own entries, all or none: the words go from every device and from the server, the seals stay.
   *
   * What a waiting redaction names already is not named again.
   */
  redact(hashes: readonly EntryHash[]): Promise<Result<void, NotWritten>> {
    const named = new Set(
      this.#waiting.flatMap(({ content }) => (content.kind === "redaction" ? content.hashes : [])),
    );
    const left = hashes.filter((hash) => !named.has(hash));
    if (left.length === 0) return Promise.resolve(ok(undefined));
    return this.#enqueue(redactionsOf(left));
  }

  /**
   * Makes sure that the room knows this device, as whoever signs a link of it must be known. Undefined once it does.
   *
   * - Errors: `Locked` before this device was signed for at an unlock; the wire's.
   */
  async vouch(): Promise<WireError | { readonly type: "Locked" } | undefined> {
    if (this.knowsThisDevice()) return undefined;
    const kept = await this.#enqueue([]);
    return kept.ok ? this.flush() : { type: "Locked" };
  }

  #enqueue(contents: readonly OutboxContent[]): Promise<Result<void, NotWritten>> {
    const tooLong = contents.some((content) => content.kind === "event" && !eventFits(content.event));
    if (tooLong) return Promise.resolve(err({ type: "TooLong" }));
    const { locks } = this.#around;
    return this.#inTurn(() =>
      locks.exclusively(`write/${this.roomId}`, async () => {
        await this.#reload();
        if (this.#isForgotten) return err({ type: "Locked" });
        if (this.#fault !== undefined) return err({ type: "RoomStopped", fault: this.#fault });
        if (this.#log.record.n === 0 && this.#expected !== undefined) return this.#keepUnsealed(contents);
        const keys = this.#writerKeys();
        if (keys === undefined) return err({ type: "NotAMember" });
        // Signed at an unlock: until then this device reads here and cannot vouch for itself.
        if (this.#needsCertificate() && this.#certificateSignature === undefined)
          return err({ type: "Locked" });
        if (this.#waiting.some((row) => !isSealed(row))) await this.#sealUnsent(keys);
        const all = this.#needsCertificate() ? [{ kind: "certificate" } as const, ...contents] : contents;
        const rows = await sealRows(all, this.#log.record, this.#waiting, keys, this.#around.random);
        await this.#around.store.write(await this.#keepRows(rows));
        this.#waiting = [...this.#waiting, ...rows];
        this.#refold();
        this.#around.changed();
        return ok(undefined);
      }),
    );
  }

  /** Keeps contents for a room that is still to come: sealed in the store alone, and for the record once it is here. */
  async #keepUnsealed(contents: readonly OutboxContent[]): Promise<Result<void, NotWritten>> {
    const events = contents.filter((content) => content.kind === "event");
    // What nobody has seen yet needs no redaction: it is simply not kept.
    const erased = new Set(
      contents.flatMap((content) => (content.kind === "redaction" ? content.hashes : [])),
    );
    const newest = this.#waiting.at(-1)?.seq ?? 0;
    const rows = events.map(({ event }, index) => unsealedRow(event, newest + 1 + index));
    const gone = this.#waiting.filter(({ hash }) => erased.has(hash));
    await this.#around.store.write([...(await this.#keepRows(rows)), ...dropRows(this.roomId, gone)]);
    this.#waiting = [...this.#waiting.filter(({ hash }) => !erased.has(hash)), ...rows];
    this.#refold();
    this.#around.changed();
    return ok(undefined);
  }

  #needsCertificate(): boolean {
    return !this.knowsThisDevice() && !this.#waiting.some((row) => row.content.kind === "certificate");
  }

  #writerKeys() {
    const { record, epochKeys } = this.#log;
    const epochKey = epochKeys.get(record.epoch);
    const member = record.members.get(this.me);
    if (epochKey === undefined || member === undefined || member.untilN !== undefined) return undefined;
    return { ...this.#keys, certificateSignature: this.#certificateSignature, epochKey };
  }

  #keepRows(rows: readonly OutboxRow[]): Promise<Change[]> {
    return keepRows(this.#around.store, this.roomId, rows);
  }

  /** Keeps what this device's identity signed for it here, until the device's first item carries it. */
  keepCertificate(signature: Bytes): Promise<void> {
    return this.#inTurn(async () => {
      // Read again first: the tab with the line may have taken in more than this one knows.
      await this.#reload();
      if (this.#isForgotten) return;
      this.#certificateSignature = signature;
      await this.#around.store.write([await this.#sealCopy(this.#copy())]);
      this.#around.changed();
    });
  }

  #copy(): RoomCopy {
    const held = {
      epochKeys: this.#log.epochKeys,
      certificateSignature: this.#certificateSignature,
      fault: this.#fault,
      before: this.#before,
      lost: this.#lost,
    };
    return copyOf(this.#log.record, held);
  }

  #sealCopy(copy: RoomCopy): Promise<Change> {
    return this.#around.store.sealJson("rooms", this.roomId, copy);
  }

  /**
   * Takes in what the server delivered. Everything before the first fault is kept; after one the room stops, says
   * so in `fault`, and takes in nothing more.
   *
   * Resolves once the store has it. The store writes one delivery while the next is being followed.
   */
  async receive(delivery: Delivery): Promise<void> {
    this.#delivered.push(delivery);
    const turn = this.#work.then(() => this.#follow(delivery));
    this.#work = turn.catch(() => undefined);
    const { kept } = await turn;
    await kept;
  }

  async #follow(delivery: Delivery): Promise<{ readonly kept: Promise<void> }> {
    this.#delivered.shift();
    const ahead = this.#ahead;
    this.#ahead = undefined;
    if (this.#fault !== undefined || this.#isForgotten) return { kept: this.#kept };
    const begin = (on: Following["log"], what: Delivery): Following =>
      beginFollowing(on, what, this.#keys, this.#around.checkSignatures);
    // What was begun ahead stands on another record where the delivery before it did not end as it promised.
    const isOnThis = ahead?.on.record === this.#log.record && ahead.on.epochKeys === this.#log.epochKeys;
    const following = isOnThis ? ahead.following : begin(this.#log, delivery);
    const next = following.canGoOn ? this.#delivered[0] : undefined;
    this.#ahead = next && { on: following.log, following: begin(following.log, next) };
    const followed = await following.followed(this.#log.rows);
    const { rows, items } = followed;
    const { record } = followed.log;
    const fault =
      followed.fault ??
      notAsBefore(this.#before, record, delivery.n) ??
      lostAfter(this.#waiting, record.n, rows);
    if (this.#before !== undefined && record.n >= this.#before.n) this.#before = undefined;
    if (rows.length === 0 && fault === null) return { kept: this.#kept };
    await this.#kept;
    const known = new Set(rows.map((row) => row.hash));
    const arrived = this.#waiting.filter((row) => known.has(row.hash));
    this.#log = followed.log;
    // Who is here is known with the record, before the store has it: whoever asks meanwhile must not hear the old list.
    this.#facts = this.#factsNow();
    this.#fault = fault ?? undefined;
    this.#waiting = this.#waiting.filter((row) => !known.has(row.hash));
    const kept = this.#keep({ rows, items, arrived });
    this.#kept = kept.catch(() => undefined);
    // What follows is built on the log as it is: words are taken out of it before the next delivery is added.
    if (hasRedaction(rows)) await kept;
    return { kept };
  }

  async #keep(came: {
    readonly rows: readonly Row[];
    readonly items: readonly PlacedItem[];
    readonly arrived: readonly OutboxRow[];
  }): Promise<void> {
    const { rows, items, arrived } = came;
    await this.#around.store.write([
      ...(await this.#segments.add(rows, items)),
      await this.#sealCopy(this.#copy()),
      ...dropRows(this.roomId, arrived),
    ]);
    if (hasRedaction(rows)) await this.#eraseRedacted();
    this.#refold();
    this.#around.changed();
  }

  /**
   * Takes the words of redacted entries out of this device's own copy. The seals stay.
   *
   * Done again at opening if need be: a power cut between the redaction's arrival and this leaves no words behind.
   */
  async #eraseRedacted(): Promise<void> {
    const redacted = redactedIn(this.#log.rows);
    if (redacted.size === 0) return;
    const holdsWords = (row: Row): boolean => row.content.kind === "event" && redacted.has(row.hash);
    const ns = this.#log.rows.filter(holdsWords).map(({ n }) => n);
    if (ns.length === 0) return;
    const erased = { kind: "erased" } as const;
    const rows = this.#log.rows.map((row) => (holdsWords(row) ? { ...row, content: erased } : row));
    this.#log = { ...this.#log, rows };
    await this.#around.store.write(await this.#segments.withoutWords(ns, rows));
  }

  /** Runs `read` on all that is held of one moment: until it ends, nothing arrives here and nothing is written. */
  whileStill<T>(read: (held: HeldRoom) => Promise<T>): Promise<T> {
    const { store, transport } = this.#around;
    return this.#inTurn(() => read({ log: this.#log, segments: this.#segments, store, transport }));
  }

  /**
   * Sends what waits, in order, and notes where the server put it.
   *
   * - Errors: the wire's, after which everything still waits. `undefined` when nothing is left to send.
   */
  flush(): Promise<WireError | undefined> {
    return this.#sending.flush();
  }

  /** Lets what was refused be sent once more, as after a new connection: the server may judge it otherwise now. */
  tryAgain(): void {
    this.#sending.tryAgain();
  }

  #newSending(): Sending {
    return new Sending(
      {
        record: () => this.#log.record,
        waiting: () => this.#waiting,
        isStopped: () => this.#fault !== undefined || this.#isForgotten,
        isBroken: () => this.#lost?.isBroken === true,
        receive: (delivery) => this.receive(delivery),
        notePlaces: (batch, places) => this.#notePlaces(batch, places),
        sealAgain: () => this.#sealAgain(),
        blockedChanged: () => this.#refold(),
      },
      this.#around.transport,
    );
  }

  #notePlaces(batch: readonly OutboxRow[], places: readonly Place[]): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#isForgotten) return;
      const placeOf = new Map(batch.map((row, index) => [row.hash, places[index]]));
      this.#waiting = this.#waiting.map((row) => ({ ...row, placed: placeOf.get(row.hash) ?? row.placed }));
      const still = this.#waiting.filter((row) => placeOf.has(row.hash));
      await this.#around.store.write(await this.#keepRows(still));
      this.#refold();
    });
  }

  /**
   * Seals the same contents again under the epoch now in force: the room's key changed while they waited.
   *
   * False when this device may not write here, or nothing has changed that a new seal would follow.
   */
  #sealAgain(): Promise<boolean> {
    const { locks } = this.#around;
    return this.#inTurn(() =>
      locks.exclusively(`write/${this.roomId}`, async () => {
        // Another tab may have written behind these rows: all of the chain is sealed again, or none of it holds.
        await this.#reload();
        if (this.#isForgotten) return true;
        const keys = this.#writerKeys();
        const unsent = this.#waiting.filter((row) => row.placed === undefined);
        const isOld = this.#lost?.isBroken === true || unsent.some((row) => row.seenN < this.#log.record.n);
        if (keys === undefined || !isOld) return false;
        await this.#sealUnsent(keys);
        this.#refold();
        return true;
      }),
    );
  }

  /** Seals what was not sent, from the record as it is now. Under the lock of writing. */
  async #sealUnsent(keys: WriterKeys): Promise<void> {
    const unsent = this.#waiting.filter((row) => row.placed === undefined);
    const sent = this.#waiting.filter((row) => row.placed !== undefined);
    const certificate = this.#needsCertificate() ? [{ kind: "certificate" } as const] : [];
    const contents = [...certificate, ...unsent.map((row) => row.content)];
    const rows = await sealRows(contents, this.#log.record, sent, keys, this.#around.random);
    const taken = new Set(rows.map(({ seq }) => seq));
    const gone = unsent.filter(({ seq }) => !taken.has(seq));
    const mended = this.#lost?.isBroken === true;
    if (mended) this.#lost = this.#lost?.isTold ? undefined : { isBroken: false, isTold: false };
    await this.#around.store.write([
      ...(mended ? [await this.#sealCopy(this.#copy())] : []),
      ...(await this.#keepRows(rows)),
      ...dropRows(this.roomId, gone),
    ]);
    this.#waiting = [...sent, ...rows];
  }
}
