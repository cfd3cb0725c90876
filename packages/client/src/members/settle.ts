import {
  base64url,
  equalBytes,
  err,
  type Instant,
  newEventId,
  ok,
  partners,
  type RandomBytes,
  type Result,
  type RoomEvent,
} from "@goldseam/core";
import { inviteKeysOf, readAnswer, sign } from "@goldseam/crypto/open";
import { approvalMessage, type Sees } from "@goldseam/crypto/verify";
import type { Device } from "../account/device.ts";
import type { Transport } from "../net/transport.ts";
import { admissionOf, peopleOf } from "../room/fold.ts";
import type { Room } from "../room/room.ts";
import { hasCome, type Newcomer, openProposal, type Proposal, propose } from "./admission.ts";
import { admitLink, appendLink, type NotAppended, rotateLink } from "./links.ts";
import { carry } from "./people.ts";

/** An invite to a practitioner that this device made. */
export type PractitionerInvite = {
  readonly secret: Uint8Array<ArrayBuffer>;
  readonly room: Uint8Array<ArrayBuffer>;
  readonly expires: Instant;
  readonly name: string;
  readonly sees: Sees;
};

export type Settling = {
  readonly device: Device;
  readonly ask: Transport["ask"];
  readonly append: Transport["append"];
  readonly random: RandomBytes;
  write(events: readonly RoomEvent[]): Promise<Result<void, { readonly type: string }>>;
};

const signerOf = (room: Room, { device }: Settling) => ({
  device: device.device,
  deviceId: device.deviceId,
  at: room.now(),
});

/**
 * What a partner's device does by itself for who is in the room: the link that follows both yeses (MB5, MB6), and
 * another epoch after somebody has gone (MB9).
 *
 * The partner who joined first does the second at once; the other's device does it when it meets it undone at its next
 * connection, so that two do not race each time. A link that came second is refused as stale.
 */
export async function settleMembers(
  room: Room,
  host: Settling,
  isLate: boolean,
): Promise<Result<void, NotAppended>> {
  const { record, facts, me } = room;
  const own = record.members.get(me);
  const isPartner = own?.role === "partner" && own.untilN === undefined;
  if (room.fault !== undefined || !isPartner) return ok(undefined);
  const begun = record.epochStarts.at(-1);
  const isLeft = [...record.members.values()].some(({ untilN }) => untilN !== undefined && untilN === begun);
  if (isLeft && (isLate || partners(facts)[0] === me)) {
    return sent(
      await appendLink(room, await rotateLink(room, [], host.random), signerOf(room, host), host.append),
    );
  }
  const uncarried = uncarriedProposal(room);
  if (uncarried !== undefined) {
    const stamp = { id: newEventId(host.random), at: room.now() };
    await host.write([carry(peopleOf(room.folded), uncarried.id, stamp)]);
  }
  const proposal = openProposal(admissionOf(room.folded), facts);
  const yes = proposal?.by === me ? yesFor(proposal, room) : undefined;
  if (proposal === undefined || yes === undefined) return ok(undefined);
  const payload = await admitLink(room, proposal.newcomer, yes, host.random);
  return sent(await appendLink(room, payload, signerOf(room, host), host.append));
}

/** Someone whom this person let in from today on, and for whom nothing has been carried over yet (MB11). */
function uncarriedProposal(room: Room): Proposal | undefined {
  const come = [...admissionOf(room.folded).values()].filter(
    (one) => one.by === room.me && one.newcomer.sees === "from today" && hasCome(one, room.facts),
  );
  if (come.length === 0) return undefined;
  const waiting = room.waiting.flatMap(({ content }) => (content.kind === "event" ? [content.event] : []));
  const carried = [...room.events.map(({ event }) => event), ...waiting]
    .filter(({ type }) => type === "room.carried")
    .map(({ data }) => (data as { proposal?: unknown }).proposal);
  return come.find(({ id }) => !carried.includes(id));
}

const sent = (answered: Result<unknown, NotAppended>): Result<void, NotAppended> =>
  answered.ok || answered.error.type === "StaleLink" ? ok(undefined) : answered;

/** The other partner's yes, if it is for the link that would come now. */
export const yesFor = ({ yes }: Proposal, room: Room): Proposal["yes"] =>
  yes?.number === room.record.linkNumber + 1 ? yes : undefined;

/** The yes of this person, signed by this device for the room's next link. */
export async function signYes(
  room: Room,
  { newcomer }: Proposal,
  device: Device,
): Promise<{ readonly number: number; readonly signature: Uint8Array<ArrayBuffer> }> {
  const { record } = room;
  const number = record.linkNumber + 1;
  const asked = { room: record.room, number, previous: record.linkHash, ...newcomer };
  return { number, signature: await sign(device.device, approvalMessage(asked)) };
}

/**
 * Takes in a practitioner's answer to `invite`: proposes them to the other partner, or lets them in where there is none.
 *
 * - Errors: `KeysSwapped` when the answer was not signed with the invite's key: somebody between put in other keys.
 * - True once nothing is left to do for this invite.
 */
export async function takeAnswer(
  room: Room,
  invite: PractitionerInvite,
  host: Settling,
): Promise<Result<boolean, NotAppended | { readonly type: "KeysSwapped" }>> {
  const mine = await host.ask("myInvites", { room: invite.room });
  if (!mine.ok) return mine;
  const keys = await inviteKeysOf(invite.secret);
  const own = mine.value.invites.find((made) => equalBytes(made.invite, keys.id));
  if (own?.state === "used") return ok(true);
  if (own?.state !== "answered" || own.answer === undefined) return ok(false);
  const answer = await readAnswer(own.answer, invite.room, keys.key.publicBytes);
  if (answer === null || answer.member.role !== "practitioner") return err({ type: "KeysSwapped" });
  const newcomer: Newcomer = { ...answer, inviteKey: keys.key.publicBytes, sees: invite.sees };
  const other = partners(room.facts).find((partner) => partner !== room.me);
  if (room.record.kind !== "couple" || other === undefined) {
    const payload = await admitLink(room, newcomer, undefined, host.random);
    const admitted = sent(await appendLink(room, payload, signerOf(room, host), host.append));
    return admitted.ok ? ok(true) : admitted;
  }
  const known = [...admissionOf(room.folded).values()].some(
    (one) => base64url(one.newcomer.inviteKey) === base64url(newcomer.inviteKey),
  );
  if (known) return ok(true);
  const stamp = { id: newEventId(host.random), at: room.now() };
  const written = await host.write([propose(invite.name, newcomer, stamp)]);
  return ok(written.ok);
}
