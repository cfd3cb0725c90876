import {
  type Bytes,
  base64url,
  concatBytes,
  err,
  fromBase64url,
  memberRoles,
  ok,
  type RandomBytes,
  type Result,
  textOf,
  utf8,
} from "@goldseam/core";
import { ByteReader, Unreadable } from "./byte-reader.ts";
import { derive, unwrap, wrap } from "./derivation.ts";
import { type KeyPair, sign, signingPairOf } from "./key-pair.ts";
import { derivationLabels } from "./labels.ts";
import { joinMessage, type MemberKeys, memberToBytes } from "./link.ts";
import { verifySignature } from "./signature.ts";

/** What the fragment of an invite's address holds. Browsers never send a fragment to a server. */
export type InviteSecret = { readonly secret: Bytes; readonly room: Bytes };
export type InviteKeys = { readonly id: Bytes; readonly key: KeyPair; readonly previewKey: Bytes };
/** What the invited person reads before signing up. */
export type InvitePreview = { readonly name: string; readonly kind: InviteKind };
/** What the invited person is asked to be: the other partner, the couple's practitioner, or one person's. */
export const inviteKinds = ["couple", "practitioner", "individual"] as const;
export type InviteKind = (typeof inviteKinds)[number];
export type InviteAnswer = {
  readonly member: MemberKeys;
  readonly inviteSignature: Bytes;
  readonly identitySignature: Bytes;
};

export const inviteFragmentOf = ({ secret, room }: InviteSecret): string =>
  base64url(concatBytes(new Uint8Array([1]), secret, room));

/** Reads an invite's fragment; anything cut off, added or mistyped is `NotAnInvite`. */
export function inviteSecretOf(fragment: string): Result<InviteSecret, { readonly type: "NotAnInvite" }> {
  const bytes = fromBase64url(fragment);
  if (!bytes.ok || bytes.value.length !== 49 || bytes.value[0] !== 1) return err({ type: "NotAnInvite" });
  return ok({ secret: bytes.value.slice(1, 17), room: bytes.value.slice(17) });
}

/** The keys of an invite. The server is given the id alone. */
export async function inviteKeysOf(secret: Bytes): Promise<InviteKeys> {
  return {
    id: await derive(secret, derivationLabels.inviteId, 16),
    key: await signingPairOf(await derive(secret, derivationLabels.inviteKey, 32)),
    previewKey: await derive(secret, derivationLabels.invitePreview, 32),
  };
}

export const sealPreview = (preview: InvitePreview, keys: InviteKeys, random: RandomBytes): Promise<Bytes> =>
  wrap(keys.previewKey, random(12), utf8(JSON.stringify(preview)));

/** The preview, or null when the link's secret does not fit it. */
export async function openPreview(sealed: Bytes, keys: InviteKeys): Promise<InvitePreview | null> {
  const opened = await unwrap(keys.previewKey, sealed);
  const text = opened === null ? null : textOf(opened);
  if (text === null || !text.ok) return null;
  try {
    const preview = JSON.parse(text.value) as Record<string, unknown>;
    const kind = inviteKinds.find((known) => known === preview.kind);
    return typeof preview.name === "string" && kind !== undefined
      ? { name: preview.name.slice(0, 80), kind }
      : null;
  } catch {
    return null;
  }
}

/** The joiner's keys, signed with the invite key (only who holds the link can) and the identity key. */
export async function answerInvite(
  room: Bytes,
  member: MemberKeys,
  keys: { readonly invite: KeyPair; readonly identity: KeyPair },
): Promise<Bytes> {
  const message = joinMessage(room, member);
  return concatBytes(
    memberToBytes(member),
    await sign(keys.invite, message),
    await sign(keys.identity, message),
  );
}

/**
 * Reads an answer that came through the server, and checks both signatures.
 *
 * Null when either fails: somebody between put other keys in.
 */
export async function readAnswer(answer: Bytes, room: Bytes, inviteKey: Bytes): Promise<InviteAnswer | null> {
  const read = parseAnswer(answer);
  if (read === null) return null;
  const message = joinMessage(room, read.member);
  const holds = await Promise.all([
    verifySignature({ publicKey: inviteKey, signature: read.inviteSignature, message }),
    verifySignature({ publicKey: read.member.identity, signature: read.identitySignature, message }),
  ]);
  return holds.every(Boolean) ? read : null;
}

function parseAnswer(answer: Bytes): InviteAnswer | null {
  try {
    const reader = new ByteReader(answer);
    const role = memberRoles[reader.u8("role") - 1];
    if (role === undefined) return null;
    const member = { role, identity: reader.take(32, "identity"), boxKey: reader.take(32, "boxKey") };
    const inviteSignature = reader.take(64, "inviteSignature");
    const identitySignature = reader.take(64, "identitySignature");
    reader.end("answer");
    return { member, inviteSignature, identitySignature };
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}
