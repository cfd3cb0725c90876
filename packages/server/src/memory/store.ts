import { type Bytes, concatBytes, err, ok } from "@goldseam/core";
import type {
  LogLink,
  NewDevice,
  NewItem,
  NewSession,
  SpentChallenge,
  Store,
  StoredInvite,
  StoredSlot,
} from "../store.ts";
import { remindersInMemory } from "./reminders.ts";

type MemoryItem = NewItem & { erased: boolean };
type MemoryRoom = { room: Bytes; facts: Bytes; items: MemoryItem[]; members: Map<string, number | null> };
type MemoryAccount = { identity: Bytes; log: LogLink[]; slots: Map<string, StoredSlot> };
type MemoryMeeting = { id: Bytes; identity: Bytes; expires: number; messages: Bytes[] };

const keyOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");
const own = (bytes: Uint8Array): Bytes => bytes.slice() as Bytes;

/** A store that forgets everything at the end: for tests and for looking around. */
export function openMemoryStore(): Store {
  const rooms = new Map<string, MemoryRoom>();
  const accounts = new Map<string, MemoryAccount>();
  const devices = new Map<string, NewDevice & { identity: Bytes; ended: boolean }>();
  const sessions = new Map<string, Pick<NewSession, "identity" | "device" | "expires">>();
  const meetings = new Map<string, MemoryMeeting>();
  const spentUntil = new Map<string, number>();
  const invites = new Map<string, StoredInvite>();
  const secrets = new Map<string, Bytes>();
  const reminders = remindersInMemory();

  const isSpent = ({ challenge }: SpentChallenge) => spentUntil.has(keyOf(challenge));
  const slotOf = (kind: string, locator: Bytes) => {
    for (const { identity, slots } of accounts.values()) {
      const slot = slots.get(kind);
      if (slot !== undefined && keyOf(slot.locator) === keyOf(locator)) return { ...slot, identity };
    }
    return null;
  };
  const isTaken = (identity: Bytes, slot: StoredSlot): boolean => {
    const holder = slotOf(slot.kind, slot.locator);
    return holder !== null && keyOf(holder.identity) !== keyOf(identity);
  };
  const begin = (
    { tokenHash, identity, device, expires }: NewSession,
    { challenge, until }: SpentChallenge,
  ) => {
    sessions.set(keyOf(tokenHash), { identity, device, expires });
    spentUntil.set(keyOf(challenge), until);
  };
  const readable = ({ items }: MemoryRoom, upTo: number) => items.slice(0, upTo);

  return {
    async room(room) {
      const found = rooms.get(keyOf(room));
      if (found === undefined) return null;
      const { n, t, head } = found.items.at(-1)!;
      const newest = new Map<string, Bytes>();
      for (const { writer, item } of found.items) if (writer !== null) newest.set(keyOf(writer.device), item);
      return { n, t, head, facts: found.facts, newestByDevice: [...newest.values()] };
    },
    async headsAt(room, numbers) {
      const items = rooms.get(keyOf(room))?.items ?? [];
      return new Map(numbers.flatMap((n) => (items[n - 1] ? [[n, items[n - 1]!.head]] : [])));
    },
    async placesOf(room, hashes) {
      const items = rooms.get(keyOf(room))?.items ?? [];
      return hashes.map((hash) => {
        const found = items.find((item) => keyOf(item.hash) === keyOf(hash));
        return found === undefined ? null : { n: found.n, t: found.t };
      });
    },
    async append(batch) {
      const known = rooms.get(keyOf(batch.room));
      if ((known?.items.length ?? 0) !== batch.items[0]!.n - 1) return err({ type: "Moved" });
      const room: MemoryRoom = known ?? {
        room: own(batch.room),
        facts: own(batch.facts!),
        items: [],
        members: new Map(),
      };
      rooms.set(keyOf(batch.room), room);
      for (const item of batch.items) {
        room.items.push({ ...item, item: own(item.item), body: own(item.body), erased: false });
      }
      if (batch.facts !== null) room.facts = own(batch.facts);
      for (const { identity, untilN } of batch.members) room.members.set(keyOf(identity), untilN);
      for (const { hashes, devices: writers } of batch.erase) {
        for (const item of room.items) {
          const isNamed = hashes.some((hash) => keyOf(hash) === keyOf(item.hash));
          const isOwn = writers.some((device) => item.writer && keyOf(device) === keyOf(item.writer.device));
          if (isNamed && isOwn && item.item[0] === 1)
            Object.assign(item, { erased: true, body: new Uint8Array() });
        }
      }
      for (const [key, invite] of invites) {
        const by = invite.answeredBy;
        const hasJoined = by !== null && batch.joined.some((identity) => keyOf(identity) === keyOf(by));
        if (hasJoined && invite.state === "answered" && keyOf(invite.room) === keyOf(batch.room)) {
          invites.set(key, { ...invite, state: "used" });
        }
      }
      return ok(undefined);
    },
    async page(room, { after, upTo, most, bytesMax }) {
      const found = rooms.get(keyOf(room));
      if (found === undefined) return { items: [], newest: { n: 0, head: room } };
      let bytes = 0;
      const items = readable(found, upTo)
        .slice(after, after + most)
        .map(({ n, t, head, erased, item, body }) => ({ n, t, head, erased, item: concatBytes(item, body) }))
        .filter(({ item }, index) => {
          bytes += item.length;
          return index === 0 || bytes <= bytesMax;
        });
      const newest = readable(found, upTo).at(-1)!;
      return { items, newest: { n: newest.n, head: newest.head } };
    },
    async membership(room, identity) {
      const untilN = rooms.get(keyOf(room))?.members.get(keyOf(identity));
      return untilN === undefined ? null : { untilN };
    },
    async roomsOf(identity) {
      return [...rooms.values()].flatMap((room) => {
        const untilN = room.members.get(keyOf(identity));
        if (untilN === undefined) return [];
        const { n, head } = readable(room, untilN ?? room.items.length).at(-1)!;
        return [{ room: room.room, n, head }];
      });
    },

    async secret(name, fresh) {
      const kept = secrets.get(name) ?? own(fresh);
      secrets.set(name, kept);
      return kept;
    },
    async createAccount({ identity, link, t, device, slots, session, spent }) {
      if (isSpent(spent)) return err({ type: "Spent" });
      if (accounts.has(keyOf(identity))) return err({ type: "AccountExists" });
      if (slots.some((slot) => isTaken(identity, slot))) return err({ type: "LocatorTaken" });
      const slotsByKind = new Map(slots.map((slot) => [slot.kind as string, slot]));
      accounts.set(keyOf(identity), { identity, log: [{ link, t }], slots: slotsByKind });
      devices.set(keyOf(device.device), { ...device, identity, ended: false });
      begin(session, spent);
      return ok(undefined);
    },
    async accountLog(identity, after, most) {
      return accounts.get(keyOf(identity))?.log.slice(after, after + most) ?? [];
    },
    async addDevice({ identity, number, link, t, device, session, spent }) {
      if (isSpent(spent)) return err({ type: "Spent" });
      const account = accounts.get(keyOf(identity));
      if (account?.log.length !== number - 1 || devices.has(keyOf(device.device)))
        return err({ type: "Moved" });
      account.log.push({ link, t });
      devices.set(keyOf(device.device), { ...device, identity, ended: false });
      begin(session, spent);
      return ok(undefined);
    },
    async endDevice({ identity, number, link, t, device }) {
      const account = accounts.get(keyOf(identity));
      if (account?.log.length !== number - 1) return err({ type: "Moved" });
      account.log.push({ link, t });
      const found = devices.get(keyOf(device));
      if (found !== undefined) found.ended = true;
      for (const [key, session] of sessions)
        if (keyOf(session.device) === keyOf(device)) sessions.delete(key);
      return reminders.port.removePush(device);
    },
    async device(device) {
      const found = devices.get(keyOf(device));
      if (found === undefined) return null;
      const { identity, deviceKey, waitsUntil, ended } = found;
      return { identity, deviceKey, waitsUntil, ended };
    },
    async deleteAccount(identity) {
      const key = keyOf(identity);
      const own = [...rooms].filter(([, room]) => room.members.has(key));
      const shared = own.filter(([, room]) => room.members.size > 1);
      if (shared.some(([, room]) => room.members.get(key) === null)) return err({ type: "StillMember" });
      for (const [room, { members }] of own) if (members.size === 1) rooms.delete(room);
      accounts.delete(key);
      meetings.delete(key);
      reminders.forget(identity);
      for (const held of [devices, sessions])
        for (const [one, its] of held) if (keyOf(its.identity) === key) held.delete(one);
      return ok(undefined);
    },
    async slot(kind, locator) {
      return slotOf(kind, locator);
    },
    async putSlot(identity, slot) {
      if (isTaken(identity, slot)) return err({ type: "LocatorTaken" });
      accounts.get(keyOf(identity))!.slots.set(slot.kind, slot);
      return ok(undefined);
    },
    async startSession(session, spent) {
      if (isSpent(spent)) return err({ type: "Spent" });
      begin(session, spent);
      return ok(undefined);
    },
    async session(tokenHash) {
      const session = sessions.get(keyOf(tokenHash));
      if (session === undefined) return null;
      return { ...session, waitsUntil: devices.get(keyOf(session.device))?.waitsUntil ?? 0 };
    },
    async endSession(tokenHash) {
      sessions.delete(keyOf(tokenHash));
      return ok(undefined);
    },

    async makeInvite(invite) {
      if (invites.has(keyOf(invite.invite))) return err({ type: "Moved" });
      invites.set(keyOf(invite.invite), { ...invite, state: "open", answer: null, answeredBy: null });
      return ok(undefined);
    },
    async invite(invite) {
      return invites.get(keyOf(invite)) ?? null;
    },
    async invitesOf(room) {
      return [...invites.values()].filter((invite) => keyOf(invite.room) === keyOf(room));
    },
    async answerInvite(id, { by, answer }) {
      const invite = invites.get(keyOf(id));
      const isAgain = invite?.state === "answered" && keyOf(invite.answeredBy!) === keyOf(by);
      if (invite === undefined || (invite.state !== "open" && !isAgain)) return err({ type: "Moved" });
      invites.set(keyOf(id), { ...invite, state: "answered", answer, answeredBy: by });
      return ok(undefined);
    },
    async cancelInvite(id) {
      const invite = invites.get(keyOf(id));
      if (invite?.state !== "open" && invite?.state !== "answered") return err({ type: "Moved" });
      invites.set(keyOf(id), { ...invite, state: "cancelled" });
      return ok(undefined);
    },

    async openMeeting({ meeting, identity, expires }) {
      for (const [key, { id }] of meetings)
        if (keyOf(id) === keyOf(meeting) && key !== keyOf(identity)) return err({ type: "Moved" });
      meetings.set(keyOf(identity), { id: own(meeting), identity, expires, messages: [] });
      return ok(undefined);
    },
    async meeting(id) {
      const found = [...meetings.values()].find((meeting) => keyOf(meeting.id) === keyOf(id));
      if (found === undefined) return null;
      return { identity: found.identity, expires: found.expires, messages: [...found.messages] };
    },
    async putInMeeting(id, { place, message, expires }) {
      const found = [...meetings.values()].find((meeting) => keyOf(meeting.id) === keyOf(id));
      if (found?.messages.length !== place - 1) return err({ type: "Moved" });
      found.messages.push(own(message));
      found.expires = expires;
      return ok(undefined);
    },
    async endMeeting(identity) {
      meetings.delete(keyOf(identity));
      return ok(undefined);
    },

    ...reminders.port,

    async bytes() {
      let bytes = 0;
      for (const { items } of rooms.values())
        for (const { item, body } of items) bytes += item.length + body.length;
      return bytes;
    },
    async sweep(now) {
      for (const [key, { expires }] of meetings) if (expires <= now) meetings.delete(key);
      for (const [key, { expires }] of sessions) if (expires <= now) sessions.delete(key);
      reminders.sweep(now);
      for (const [key, until] of spentUntil) if (until <= now) spentUntil.delete(key);
      for (const [key, { state, expires }] of invites) {
        if (state === "open" && expires <= now - 30 * 24 * 60 * 60 * 1_000) invites.delete(key);
      }
      return ok(undefined);
    },
    async close() {},
  };
}
