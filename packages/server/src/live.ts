/**
 * The live line: one WebSocket for each open app, on which committed items arrive within milliseconds.
 *
 * Each follower is a cursor. While little is waiting on its line and its cursor stands right before a new
 * batch, the batch is sent as it was committed, encoded once for everyone. Else the room is marked as behind,
 * and the line is fed from the store, page by page, each page waiting until the one before has left this
 * process. A slow reader therefore holds a cursor and at most one page, never a queue.
 */
import { type Bytes, err, type MemberId, type Result } from "@goldseam/core";
import {
  type ApiError,
  type AppendRequest,
  decodeLiveUp,
  encodeError,
  encodeLiveDown,
  type LiveDown,
  type LiveUp,
  limits,
  liveRefusals,
} from "@goldseam/sync";
import type { WebSocket } from "ws";
import type { ServerConfig } from "./config.ts";
import { keyOf } from "./lru.ts";
import type { Appended } from "./new-batch.ts";
import type { TokenBuckets } from "./rate-limits.ts";
import type { Session } from "./sessions.ts";
import type { Place, Store } from "./store.ts";
import { isOpenTo } from "./waiting.ts";

/** A room on one line. */
type Follow = {
  readonly room: Bytes;
  readonly roomKey: string;
  /** The last number sent. */
  cursor: number;
  /** The last number that this member may read; null while they are a member. */
  untilN: number | null;
  /** Something may stand after the cursor that was not sent. */
  isBehind: boolean;
  /** A page is being read for it: what is committed meanwhile may be on that page or after it. */
  isBeingRead: boolean;
  /** Answers a new follow even when nothing is new, so that the device knows that it is up to date. */
  owesAnswer: boolean;
};

type LiveUpOf<Type extends LiveUp["type"]> = Extract<LiveUp, { type: Type }>;

type Line = {
  readonly socket: WebSocket;
  readonly session: Session;
  readonly follows: Map<string, Follow>;
  isFeeding: boolean;
  /** Answered the last ping. */
  isAlive: boolean;
};

export type LiveOptions = {
  readonly store: Store;
  readonly config: ServerConfig["live"];
  readonly requests: TokenBuckets;
  readonly clock: () => number;
  /** Stores a batch that came in `length` bytes, or says why not: the same as over HTTP. */
  readonly append: (
    session: Session,
    batch: AppendRequest,
    length: number,
  ) => Promise<Result<readonly Place[], ApiError>>;
  /** Told of each answered append: the refusal's type, if it was one, and how long it took. */
  readonly onAnswered: (refused: ApiError["type"] | undefined, ms: number) => void;
  /** Told of what should never happen: its name alone. */
  readonly onBroken: (name: string) => void;
};

/** Closing codes of a line. */
const closing = { leaving: 1001, notUnderstood: 1008, broken: 1011, tooMany: 1013, signedOut: 4401 } as const;

export class LiveHub {
  readonly #options: LiveOptions;
  readonly #lines = new Set<Line>();
  readonly #linesByMember = new Map<MemberId, Set<Line>>();
  readonly #linesByRoom = new Map<string, Set<Line>>();
  readonly #pinging: NodeJS.Timeout;

  constructor(options: LiveOptions) {
    this.#options = options;
    this.#pinging = setInterval(() => this.#ping(), options.config.pingMs).unref();
  }

  /** Lines open now, bytes that wait on them here, and rooms followed. For metrics: says nothing about anyone. */
  get load(): { readonly lines: number; readonly waitingBytes: number; readonly rooms: number } {
    let waitingBytes = 0;
    for (const { socket } of this.#lines) waitingBytes += socket.bufferedAmount;
    return { lines: this.#lines.size, waitingBytes, rooms: this.#linesByRoom.size };
  }

  hasRoomFor(memberId: MemberId): boolean {
    return (this.#linesByMember.get(memberId)?.size ?? 0) < this.#options.config.linesPerAccountMax;
  }

  /** Serves `socket` until it closes. */
  open(socket: WebSocket, session: Session): void {
    const line: Line = { socket, session, follows: new Map(), isFeeding: false, isAlive: true };
    this.#lines.add(line);
    addTo(this.#linesByMember, session.memberId, line);
    let turn = Promise.resolve();
    let waiting = 0;
    const answered = (): void => {
      waiting -= 1;
      if (socket.isPaused) socket.resume();
    };
    socket.on("message", (data, isBinary) => {
      // A view that is no `Buffer`: a Buffer's `slice` copies nothing, and parsers rely on a copy.
      const { buffer, byteOffset, length } = data as Buffer<ArrayBuffer>;
      const message = isBinary ? decodeLiveUp(new Uint8Array(buffer, byteOffset, length)) : undefined;
      if (!message?.ok) return socket.close(closing.notUnderstood);
      waiting += 1;
      if (waiting === 32) socket.pause();
      const { value } = message;
      if (value.type === "append") return void this.#append(line, value, length).then(answered);
      if (this.#options.requests.take(session.memberId) > 0) return socket.close(closing.tooMany);
      turn = turn.then(() => this.#obey(line, value)).catch((error) => this.#break(line, error));
      turn.finally(answered);
    });
    socket.on("pong", () => {
      line.isAlive = true;
    });
    socket.on("error", () => socket.terminate());
    socket.on("close", () => this.#forget(line));
  }

  /** Passes a committed batch on to everyone who follows its room. */
  appended({ roomKey, firstN, n, message, left, changed }: Appended): void {
    let encoded: Bytes | undefined;
    for (const line of this.#linesByRoom.get(roomKey) ?? []) {
      const follow = line.follows.get(roomKey)!;
      const untilN = left.find(({ memberId }) => memberId === line.session.memberId)?.untilN;
      if (untilN !== undefined) follow.untilN = untilN;
      const isNext = !follow.isBehind && !follow.isBeingRead && follow.cursor === firstN - 1;
      const isLight = line.socket.bufferedAmount < this.#options.config.waitingBytesMax;
      if (message !== null && isNext && isLight && follow.untilN === null) {
        follow.cursor = n;
        encoded ??= message();
        line.socket.send(encoded);
      } else if (follow.cursor < Math.min(n, follow.untilN ?? n)) {
        follow.isBehind = true;
        this.#feed(line);
      }
    }
    if (changed.length > 0) this.accountChanged(changed);
  }

  /** Another process moved the room to `n` or further: those who follow it are fed from the store. */
  movedElsewhere(room: Bytes, n: number): void {
    const roomKey = keyOf(room);
    for (const line of this.#linesByRoom.get(roomKey) ?? []) {
      const follow = line.follows.get(roomKey)!;
      if (follow.cursor >= Math.min(n, follow.untilN ?? n)) continue;
      follow.isBehind = true;
      this.#feed(line);
    }
  }

  /** Anything may have changed unheard: every room is looked at again, and every device told to ask again. */
  lookAgain(): void {
    for (const line of this.#lines) {
      for (const follow of line.follows.values()) follow.isBehind = true;
      this.#feed(line);
      send(line, { type: "account changed" });
    }
  }

  /** Sessions of the lines open now. */
  get sessions(): readonly Session[] {
    return [...this.#lines].map(({ session }) => session);
  }

  /** Tells all lines of these members to ask again for their rooms and invites. */
  accountChanged(members: readonly string[]): void {
    const message = encodeLiveDown({ type: "account changed" });
    for (const member of members) {
      for (const { socket } of this.#linesByMember.get(member as MemberId) ?? []) socket.send(message);
    }
  }

  /** Tells everyone who follows the room to ask again: its invites changed. */
  roomChanged(room: Bytes): void {
    const members = new Set<MemberId>();
    for (const { session } of this.#linesByRoom.get(keyOf(room)) ?? []) members.add(session.memberId);
    this.accountChanged([...members]);
  }

  /** Closes the lines of sessions that ended. */
  endLines(isEnded: (session: Session) => boolean): void {
    for (const { session, socket } of this.#lines) if (isEnded(session)) socket.close(closing.signedOut);
  }

  /** Closes every line; a device connects again by itself. */
  close(): void {
    clearInterval(this.#pinging);
    for (const { socket } of this.#lines) socket.close(closing.leaving);
    setTimeout(() => {
      for (const { socket } of this.#lines) socket.terminate();
    }, 1_000).unref();
  }

  /** Appends do not wait for one another, nor for what is followed: each is answered when its commit is done. */
  async #append(line: Line, { ask, batch }: LiveUpOf<"append">, length: number): Promise<void> {
    const { config, onAnswered } = this.#options;
    const { session, socket } = line;
    const start = performance.now();
    const appended = await this.#judge(session, batch, length).catch((error: unknown) => {
      this.#options.onBroken(nameOf(error));
      return err({ type: "Broken" } as const);
    });
    onAnswered(appended.ok ? undefined : appended.error.type, performance.now() - start);
    const answer = encodeLiveDown(
      appended.ok
        ? { type: "appended", ask, places: appended.value }
        : { type: "not appended", ask, error: encodeError(appended.error) },
    );
    // Who asks and does not read is not read from either, once their answers wait here.
    if (socket.bufferedAmount > config.waitingBytesMax) return sent(line, answer);
    socket.send(answer);
  }

  /** What the gate of a request asks each time, asked of each message; then the batch. */
  async #judge(
    session: Session,
    batch: AppendRequest,
    length: number,
  ): Promise<Result<readonly Place[], ApiError>> {
    const { requests, clock, append } = this.#options;
    const retryAfterMs = requests.take(session.memberId);
    if (session.expires <= clock()) return err({ type: "NotSignedIn" });
    if (retryAfterMs > 0) return err({ type: "TooMany", retryAfterMs });
    return append(session, batch, length);
  }

  async #obey(line: Line, message: LiveUpOf<"follow" | "unfollow">): Promise<void> {
    const roomKey = keyOf(message.room);
    if (message.type === "unfollow") {
      line.follows.delete(roomKey);
      removeFrom(this.#linesByRoom, roomKey, line);
      return;
    }
    const room = message.room.slice() as Bytes;
    const { store, clock } = this.#options;
    const membership = await store.membership(room, line.session.identity);
    // What a new device waits for is not there for it: told alike, and asked for again when the wait is over.
    if (membership === null || !(await isOpenTo(line.session, room, store, clock())))
      return send(line, { type: "refused", room, reason: liveRefusals[0] });
    const isNew = !line.follows.has(roomKey);
    if (isNew && line.follows.size >= limits.followedMax) {
      return send(line, { type: "refused", room, reason: liveRefusals[1] });
    }
    if (!this.#lines.has(line)) return;
    const { untilN } = membership;
    const follow = {
      room,
      roomKey,
      cursor: message.after,
      untilN,
      isBehind: true,
      isBeingRead: false,
      owesAnswer: true,
    };
    line.follows.set(roomKey, follow);
    addTo(this.#linesByRoom, roomKey, line);
    this.#feed(line);
  }

  #feed(line: Line): void {
    if (line.isFeeding) return;
    line.isFeeding = true;
    this.#feedUntilEven(line).catch((error) => this.#break(line, error));
  }

  /** Takes the rooms that are behind in turn, one page each, until none is. */
  async #feedUntilEven(line: Line): Promise<void> {
    try {
      for (;;) {
        const behind = [...line.follows.values()].filter((follow) => follow.isBehind);
        if (behind.length === 0 || line.socket.readyState !== line.socket.OPEN) return;
        for (const follow of behind) await this.#feedPage(line, follow);
      }
    } finally {
      // In the same turn as the last look: a batch committed after it must be able to start again.
      line.isFeeding = false;
    }
  }

  async #feedPage(line: Line, follow: Follow): Promise<void> {
    // Cleared before the store is asked: a batch committed meanwhile sets it again.
    follow.isBehind = false;
    follow.isBeingRead = true;
    const { items, newest } = await this.#options.store.page(follow.room, {
      after: follow.cursor,
      upTo: follow.untilN ?? 0xffff_ffff,
      most: limits.pullItemsMax,
      bytesMax: this.#options.config.waitingBytesMax,
    });
    const isToReadAgain = await this.#hasLeftMeanwhile(line, follow);
    follow.isBeingRead = false;
    if (isToReadAgain || line.follows.get(follow.roomKey) !== follow) return;
    const { n, head } = newest;
    follow.cursor = items.at(-1)?.n ?? follow.cursor;
    if (follow.cursor < newest.n) follow.isBehind = true;
    if (items.length === 0 && !follow.owesAnswer) return;
    follow.owesAnswer = false;
    await sent(line, encodeLiveDown({ type: "items", room: follow.room, n, head, placed: items }));
  }

  /**
   * Whether the page just read may hold more than its reader may see, and is to be read again.
   *
   * In this process a batch is passed on before anyone can read it; another process's batch can be read first.
   */
  async #hasLeftMeanwhile({ session }: Line, follow: Follow): Promise<boolean> {
    const { store } = this.#options;
    if (store.shared === undefined || follow.untilN !== null) return false;
    const untilN = (await store.membership(follow.room, session.identity))?.untilN ?? null;
    follow.untilN = untilN;
    follow.isBehind ||= untilN !== null;
    return untilN !== null;
  }

  #ping(): void {
    const now = this.#options.clock();
    for (const line of this.#lines) {
      if (line.session.expires <= now) line.socket.close(closing.signedOut);
      else if (!line.isAlive) line.socket.terminate();
      else {
        line.isAlive = false;
        line.socket.ping();
      }
    }
  }

  #forget(line: Line): void {
    this.#lines.delete(line);
    removeFrom(this.#linesByMember, line.session.memberId, line);
    for (const roomKey of line.follows.keys()) removeFrom(this.#linesByRoom, roomKey, line);
    line.follows.clear();
  }

  #break(line: Line, error: unknown): void {
    this.#options.onBroken(nameOf(error));
    line.socket.close(closing.broken);
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "unknown");

const send = (line: Line, message: LiveDown): void => line.socket.send(encodeLiveDown(message));

/** Ends when the message has left this process, or the line has closed. */
const sent = (line: Line, message: Bytes): Promise<void> =>
  new Promise((resolve) => {
    line.socket.send(message, () => resolve());
  });

function addTo<Key>(lines: Map<Key, Set<Line>>, key: Key, line: Line): void {
  const known = lines.get(key);
  if (known === undefined) lines.set(key, new Set([line]));
  else known.add(line);
}

function removeFrom<Key>(lines: Map<Key, Set<Line>>, key: Key, line: Line): void {
  const known = lines.get(key);
  known?.delete(line);
  if (known?.size === 0) lines.delete(key);
}
