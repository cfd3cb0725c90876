import {
  type Bytes,
  base64url,
  type DeviceId,
  err,
  fromBase64url,
  type Instant,
  type MemberId,
  newEventId,
  ok,
  type RandomBytes,
  type Result,
  type RoomEvent,
} from "@goldseam/core";
import { inviteKeysOf } from "@goldseam/crypto/open";
import type { Sees } from "@goldseam/crypto/verify";
import type { Device } from "../account/device.ts";
import { makeInvite } from "../couple/pairing.ts";
import type { Transport, WireError } from "../net/transport.ts";
import type { PrivateSide } from "../private/private-side.ts";
import { admissionOf } from "../room/fold.ts";
import type { Room } from "../room/room.ts";
import type { SealedStore } from "../store/sealed-store.ts";
import { approve, endProposal, openProposal } from "./admission.ts";
import { appendLink, removeLink, rotateLink } from "./links.ts";
import { tidyName } from "./people.ts";
import { type PractitionerInvite, settleMembers, signYes, takeAnswer } from "./settle.ts";

const inviteKinds = ["practitioner", "individual"] as const;
type Kind = (typeof inviteKinds)[number];
/** Invites that this device made to practitioners and that nobody has come in by so far. */
export type PractitionerInvites = Readonly<Partial<Record<Kind, PractitionerInvite>>>;

/** What keeping members asks of the client. All of it is of the present moment. */
export type MembersHost = {
  readonly ask: Transport["ask"];
  readonly append: Transport["append"];
  readonly random: RandomBytes;
  /** Nothing while no account is open here. */
  held(): { readonly device: Device; readonly sealed: SealedStore; readonly name: string } | undefined;
  couple(): Room | undefined;
  privateSide(): PrivateSide | undefined;
  roomOf(roomId: string): Room | undefined;
  invites(): PractitionerInvites;
  /** The notes of this device changed. */
  notesChanged(): Promise<void>;
  keysSwapped(): void;
  write(room: Room, events: readonly RoomEvent[]): Promise<Result<void, { readonly type: string }>>;
};

/** Who comes into this person's rooms and who goes: what a device does when asked, and what it does by itself. */
export class MemberKeeper {
  readonly #host: MembersHost;
  #isSettling = false;
  #again: { readonly isLate: boolean } | undefined;

  constructor(host: MembersHost) {
    this.#host = host;
  }

  /** See `Client.invitePractitioner`. */
  async invite(
    kind: Kind,
    { name, sees }: { readonly name: string; readonly sees: Sees },
  ): Promise<Result<string, WireError | { type: "NoRoom" | "NotAName" | "Locked" }>> {
    const tidy = tidyName(name);
    if (tidy === null) return err({ type: "NotAName" });
    const room = kind === "practitioner" ? ok(this.#host.couple()) : await this.#individualRoom();
    if (!room.ok) return room;
    const held = this.#host.held();
    if (room.value === undefined || held === undefined) return err({ type: "NoRoom" });
    const id = room.value.record.room as Bytes;
    const made = await makeInvite({ room: id, name: held.name, kind }, this.#host.ask, this.#host.random);
    if (!made.ok) return made;
    const before = this.#host.invites()[kind];
    if (before !== undefined)
      await this.#host.ask("cancelInvite", { invite: (await inviteKeysOf(before.secret)).id });
    const { secret, expires } = made.value;
    const note = { secret: base64url(secret), room: base64url(id), expires, name: tidy, sees };
    await held.sealed.write([await held.sealed.sealJson("notes", `${kind}-invite`, note)]);
    await this.#host.notesChanged();
    return ok(made.value.fragment);
  }

  async #individualRoom(): Promise<Result<Room, WireError | { type: "Locked" }>> {
    const side = this.#host.privateSide();
    if (side === undefined) return err({ type: "Locked" });
    // An individual room that no practitioner has come into yet is used again.
    const empty = side.individual.find((room) => room.facts.members.length === 1);
    return empty !== undefined ? ok(empty) : side.foundIndividual();
  }

  /** See `Client.decideOnPractitioner`. */
  async decide(
    word: "approved" | "declined" | "withdrawn",
  ): Promise<Result<void, { readonly type: string }>> {
    const [couple, held] = [this.#host.couple(), this.#host.held()];
    const proposal = couple && openProposal(admissionOf(couple.folded), couple.facts);
    if (couple === undefined || proposal === undefined || held === undefined)
      return err({ type: "NoSuchProposal" });
    const stamp = { id: newEventId(this.#host.random), at: couple.now() };
    if (word !== "approved") return this.#host.write(couple, [endProposal(word, proposal.id, stamp)]);
    return this.#host.write(couple, [
      approve(proposal.id, await signYes(couple, proposal, held.device), stamp),
    ]);
  }

  /** See `Client.endMembership`. */
  async end(room: Room, memberId: MemberId): Promise<Result<void, WireError | { type: "Locked" }>> {
    const held = this.#host.held();
    if (held === undefined) return err({ type: "Locked" });
    // What was written before goes first: after leaving, nothing more is taken in from here.
    const unsent = await room.flush();
    if (unsent !== undefined) return err(unsent);
    const payload = await removeLink(room, memberId, this.#host.random);
    const { device, deviceId } = held.device;
    const ended = await appendLink(room, payload, { device, deviceId, at: room.now() }, this.#host.append);
    return ended.ok ? ok(undefined) : ended;
  }

  /** Ends an own device in `room`, if the room knows it, with a new epoch. */
  async revoke(room: Room, deviceId: Bytes): Promise<Result<void, WireError | { type: "Locked" }>> {
    const held = this.#host.held();
    if (held === undefined) return err({ type: "Locked" });
    const known = room.record.devices.get(base64url(deviceId) as DeviceId);
    const isMember = room.record.members.get(room.me)?.untilN === undefined;
    if (known === undefined || known.revokedN !== undefined || !isMember) return ok(undefined);
    const payload = await rotateLink(room, [deviceId], this.#host.random);
    const { device, deviceId: own } = held.device;
    const ended = await appendLink(
      room,
      payload,
      { device, deviceId: own, at: room.now() },
      this.#host.append,
    );
    return ended.ok ? ok(undefined) : ended;
  }

  /**
   * Takes in practitioners' answers, and does what follows for who is in a room. One at a time; asked meanwhile, it
   * looks once more. `isLate`: a new connection, or the rooms changed (see `settleMembers`).
   */
  async settle({ isLate }: { readonly isLate: boolean }): Promise<void> {
    if (this.#isSettling) {
      this.#again = { isLate: isLate || this.#again?.isLate === true };
      return;
    }
    this.#isSettling = true;
    try {
      await this.#settleOnce(isLate);
      while (this.#again !== undefined) {
        const next = this.#again;
        this.#again = undefined;
        await this.#settleOnce(next.isLate);
      }
    } finally {
      this.#isSettling = false;
    }
  }

  async #settleOnce(isLate: boolean): Promise<void> {
    const held = this.#host.held();
    if (held === undefined) return;
    const { ask, append, random, write } = this.#host;
    const settling = (room: Room) => ({
      device: held.device,
      ask,
      append,
      random,
      write: (events: readonly RoomEvent[]) => write(room, events),
    });
    const couple = this.#host.couple();
    if (couple !== undefined) await settleMembers(couple, settling(couple), isLate);
    for (const kind of inviteKinds) {
      const invite = this.#host.invites()[kind];
      const room = invite && this.#host.roomOf(base64url(invite.room));
      if (invite === undefined || room === undefined) continue;
      const taken = await takeAnswer(room, invite, settling(room));
      if (!taken.ok && taken.error.type === "KeysSwapped") this.#host.keysSwapped();
      if (!taken.ok || !taken.value) continue;
      await held.sealed.write([{ table: "notes", key: `${kind}-invite`, remove: true }]);
      await this.#host.notesChanged();
    }
  }
}

/** The invites to practitioners that this device's notes hold. */
export async function readPractitionerInvites(sealed: SealedStore): Promise<PractitionerInvites> {
  const invites: Partial<Record<Kind, PractitionerInvite>> = {};
  for (const kind of inviteKinds) {
    const note = (await sealed.readJson("notes", `${kind}-invite`)) as
      | (Omit<PractitionerInvite, "secret" | "room" | "expires"> & {
          readonly secret: string;
          readonly room: string;
          readonly expires: Instant;
        })
      | undefined;
    const [secret, room] = [note && fromBase64url(note.secret), note && fromBase64url(note.room)];
    if (note !== undefined && secret?.ok && room?.ok)
      invites[kind] = { ...note, secret: secret.value, room: room.value };
  }
  return invites;
}
