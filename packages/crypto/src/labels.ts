import { type Bytes, concatBytes, utf8 } from "@goldseam/core";

/**
 * The bytes that open everything hashed, signed or derived: the label's ASCII text and one zero byte.
 *
 * Bytes made for one purpose therefore mean nothing for another.
 */
const label = (text: string): Bytes => concatBytes(utf8(text), new Uint8Array(1));

export const labels = {
  device: label("goldseam/1/device"),
  item: label("goldseam/1/item"),
  itemHash: label("goldseam/1/item-hash"),
  body: label("goldseam/1/body"),
  certificate: label("goldseam/1/certificate"),
  link: label("goldseam/1/link"),
  linkHash: label("goldseam/1/link-hash"),
  room: label("goldseam/1/room"),
  join: label("goldseam/1/join"),
  approval: label("goldseam/1/approval"),
  epoch: label("goldseam/1/epoch"),
  grant: label("goldseam/1/grant"),
  head: label("goldseam/1/head"),
  session: label("goldseam/1/session"),
  accountLog: label("goldseam/1/account-log"),
  accountLogHash: label("goldseam/1/account-log-hash"),
  slot: label("goldseam/1/slot"),
  words: label("goldseam/1/words"),
  headWords: label("goldseam/1/head-words"),
  meetingCommitment: label("goldseam/1/meeting-commitment"),
  meetingWords: label("goldseam/1/meeting-words"),
  confirmation: label("goldseam/1/confirmation"),
} as const;

/** Labels of key derivation: the `info` of HKDF. */
export const derivationLabels = {
  identity: label("goldseam/1/identity"),
  sharedBox: label("goldseam/1/shared-box"),
  privateBox: label("goldseam/1/private-box"),
  sharedCache: label("goldseam/1/shared-cache"),
  privateCache: label("goldseam/1/private-cache"),
  privateRoom: label("goldseam/1/private-room"),
  doorstep: label("goldseam/1/doorstep-room"),
  practice: label("goldseam/1/practice-room"),
  passkeyWrap: label("goldseam/1/passkey-wrap"),
  meetingId: label("goldseam/1/meeting-id"),
  meetingKey: label("goldseam/1/meeting-key"),
  passwordSalt: label("goldseam/1/password-salt"),
  slotLogin: label("goldseam/1/slot-login"),
  slotWrap: label("goldseam/1/slot-wrap"),
  slotLocator: label("goldseam/1/slot-locator"),
  inviteId: label("goldseam/1/invite-id"),
  inviteKey: label("goldseam/1/invite-key"),
  invitePreview: label("goldseam/1/invite-preview"),
} as const;
