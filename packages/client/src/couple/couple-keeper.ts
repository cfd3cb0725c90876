import {
  type Bytes,
  base64url,
  equalBytes,
  err,
  type Instant,
  ok,
  type RandomBytes,
  type Result,
  type ZoneId,
} from "@goldseam/core";
import { inviteKeysOf, type KeyPair } from "@goldseam/crypto/open";
import type { Device } from "../account/device.ts";
import type { Transport, WireError } from "../net/transport.ts";
import type { Room } from "../room/room.ts";
import type { SealedStore } from "../store/sealed-store.ts";
import { storedBytes } from "../store/stored-bytes.ts";
import {
  acceptInvite,
  type InviteRefused,
  lookAtInvite,
  makeInvite,
  sealIn,
  startCouple,
} from "./pairing.ts";

/** An invite that this device made and that nobody was let in by so far. */
export type OwnInvite = { readonly secret: Bytes; readonly room: Bytes; readonly expires: Instant };

/** What this device notes of pairing. */
export type PairingNotes = {
  readonly invite: OwnInvite | undefined;
  /** Answered an invite; the inviter's device has not let them in yet. */
  readonly isJoining: boolean;
};

type UnlockedKeys = {
  readonly device: Device;
  readonly identity: KeyPair;
  readonly privateBoxKey: Bytes;
};

/** What pairing asks of the client. All of it is of the present moment. */
export type CoupleHost = {
  readonly ask: Transport["ask"];
  readonly append: Transport["append"];
  readonly random: RandomBytes;
  now(): Instant;
  /** Nothing while no account is open here. */
  held(): { readonly device: Device; readonly sealed: SealedStore; readonly name: string } | undefined;
  /** Nothing while Private is locked. */
  unlockedKeys(): Promise<UnlockedKeys | undefined>;
  couple(): Room | undefined;
  /** As it was noted last. */
  invite(): OwnInvite | undefined;
  roomOf(roomId: string): Room | undefined;
  openRoom(room: Bytes): Promise<Room>;
  /** The line looks for rooms that came. */
  roomsAdded(): Promise<void>;
  /** Notes a room of Private before anything of it is kept, and `privateAdded` has its line look for it. */
  rememberPrivate(room: Bytes): Promise<void>;
  privateAdded(): void;
  /** The notes of this device changed. */
  notesChanged(): Promise<void>;
  keysSwapped(isSo: boolean): void;
};

/** How a couple's room begins: founding it, inviting into it, answering an invite, and letting in who answered. */
export class CoupleKeeper {
  readonly #host: CoupleHost;

  constructor(host: CoupleHost) {
    this.#host = host;
  }

  /** See `Client.startCouple`. */
  async start(zone: ZoneId): Promise<Result<void, WireError | { type: "Locked" }>> {
    const keys = await this.#host.unlockedKeys();
    if (keys === undefined) return err({ type: "Locked" });
    const founding = { ...keys, zone, at: this.#host.now() };
    const made = await startCouple(founding, this.#host.append, this.#host.random);
    if (!made.ok) return made;
    const room = await this.#host.openRoom(made.value.room);
    await room.receive(made.value);
    await this.#host.roomsAdded();
    return ok(undefined);
  }

  /** See `Client.invite`. */
  async invite(): Promise<Result<string, WireError | { type: "NoRoom" }>> {
    const [couple, held] = [this.#host.couple(), this.#host.held()];
    if (couple === undefined || held === undefined) return err({ type: "NoRoom" });
    const room = couple.record.room as Bytes;
    await this.#cancel();
    const made = await makeInvite(
      { room, name: held.name, kind: "couple" },
      this.#host.ask,
      this.#host.random,
    );
    if (!made.ok) return made;
    const { secret, expires } = made.value;
    const invite = { secret: base64url(secret), room: base64url(room), expires };
    await held.sealed.write([await held.sealed.sealJson("notes", "invite", invite)]);
    this.#host.keysSwapped(false);
    await this.#host.notesChanged();
    return ok(made.value.fragment);
  }

  /** Ends the invite made before, if it can still be answered: whoever holds its link is told so. */
  async #cancel(): Promise<void> {
    const invite = this.#host.invite();
    if (invite === undefined) return;
    const { id } = await inviteKeysOf(invite.secret);
    await this.#host.ask("cancelInvite", { invite: id });
  }

  /** See `Client.acceptInvite`. */
  async accept(
    fragment: string,
  ): Promise<Result<void, InviteRefused | { type: "Locked" | "AlreadyPaired" }>> {
    const [keys, held] = [await this.#host.unlockedKeys(), this.#host.held()];
    if (keys === undefined || held === undefined) return err({ type: "Locked" });
    const looked = await lookAtInvite(fragment, this.#host.ask);
    if (!looked.ok) return looked;
    const { kind } = looked.value.preview;
    if (kind === "couple" && this.#host.couple() !== undefined) return err({ type: "AlreadyPaired" });
    // Noted first: whoever invited may let this person in before the server's answer is here.
    if (kind === "individual") await this.#host.rememberPrivate(looked.value.room);
    const answered = await acceptInvite(fragment, kind, keys, this.#host.ask);
    if (!answered.ok) return answered;
    if (kind === "individual") {
      this.#host.privateAdded();
      return ok(undefined);
    }
    const room = await this.#host.openRoom(answered.value.room);
    await room.keepCertificate(answered.value.certificateSignature);
    if (kind === "couple")
      await held.sealed.write([await held.sealed.sealJson("notes", "joining", { room: room.roomId })]);
    await this.#host.notesChanged();
    await this.#host.roomsAdded();
    return ok(undefined);
  }

  /** Lets in who answered this device's invite. */
  async letIn(): Promise<void> {
    const [invite, held] = [this.#host.invite(), this.#host.held()];
    const room = invite && this.#host.roomOf(base64url(invite.room));
    if (invite === undefined || room === undefined || held === undefined) return;
    const mine = await this.#host.ask("myInvites", { room: invite.room });
    const { id } = await inviteKeysOf(invite.secret);
    const own = mine.ok ? mine.value.invites.find((made) => equalBytes(made.invite, id)) : undefined;
    const answer = own?.state === "answered" ? own.answer : undefined;
    if (answer === undefined) return;
    const answered = { answer, secret: invite.secret, device: held.device, at: room.now() };
    const sealed = await sealIn(room, answered, this.#host.append);
    if (!sealed.ok && sealed.error.type === "KeysSwapped") return this.#host.keysSwapped(true);
    if (!sealed.ok) return;
    await held.sealed.write([{ table: "notes", key: "invite", remove: true }]);
    await this.#host.notesChanged();
  }
}

/** What this device noted of pairing. Whoever is in a couple's room waits for none. */
export async function readPairingNotes(sealed: SealedStore, couple: Room | undefined): Promise<PairingNotes> {
  const invite = (await sealed.readJson("notes", "invite")) as
    | { readonly secret: string; readonly room: string; readonly expires: Instant }
    | undefined;
  const joining = await sealed.readJson("notes", "joining");
  return {
    invite: invite && {
      secret: storedBytes(invite.secret),
      room: storedBytes(invite.room),
      expires: invite.expires,
    },
    isJoining: joining !== undefined && couple === undefined,
  };
}
