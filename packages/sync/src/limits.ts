import { dayMs, minuteMs } from "@goldseam/core";

/**
 * What one request or message may hold. Both sides use these: the client to cut its batches, the server to refuse.
 *
 * A number here belongs to version 1 of the wire: a smaller one later would refuse what older devices send.
 */
export const limits = {
  /** Bytes of one item: an entry of the largest body is 65,793; a link of the largest payload 32,968. */
  itemBytesMax: 66_048,
  /** Items of one append. */
  appendItemsMax: 100,
  /** Bytes of one append: several of the largest items, and a hundred of the usual 800 bytes. */
  appendBytesMax: 1_048_576,
  /** Items that one pull may ask for. */
  pullItemsMax: 1_000,
  /** Bytes at which an answer or a live message ends early; one item is always whole. */
  pullBytesMax: 1_048_576,
  /** Bytes of one JSON request. */
  jsonBytesMax: 16_384,
  /** Bytes of one message that a device sends on the live line: a few usual items. What is longer goes over HTTP. */
  liveUpBytesMax: 16_384,
  /** Rooms that one live line follows. */
  followedMax: 256,
  /** Bytes of a wrapped seed: a password slot has 64, a kit slot 80. */
  wrappedBytesMin: 32,
  wrappedBytesMax: 256,
  /** Bytes of an invite's sealed preview: a name and a kind. */
  previewBytesMax: 1_024,
  /** How far ahead an invite may expire. */
  inviteLifeMaxMs: 30 * dayMs,
  /** How long a square code for a new device can be answered. */
  meetingCodeLifeMs: minuteMs,
  /** How long a meeting may take once it was answered: two words are compared, and a password is chosen. */
  meetingLifeMs: 15 * minuteMs,
  /** How long a device that was added with the kit waits for private rooms, and for what could shut others out. */
  newDeviceWaitMs: dayMs,
  /** Moments at which one device, or one mailbox, is to be reminded: two a day for a month. */
  wakeUpsMax: 64,
  /** How far ahead a wake-up may stand. A plan ends by itself where the app is not opened any more. */
  wakeUpAheadMs: 35 * dayMs,
  /** Wake-ups stand on whole five minutes: a finer time would say more than is needed. */
  wakeUpStepMs: 5 * minuteMs,
  /** Characters of the address of a push service, and of a mail address. */
  pushEndpointMax: 1_024,
  mailAddressMax: 254,
  /** How long the number that confirms an address can be typed, how often it may be wrong, and how many are sent in a day. */
  mailNumberLifeMs: 15 * minuteMs,
  mailNumberTries: 5,
  mailNumbersADay: 3,
  /** Links in one answer about the account log. */
  accountLogPageMax: 500,
  /** How long a challenge can be answered. */
  challengeLifeMs: 2 * minuteMs,
  /** How long a session lasts, whatever it is used for. */
  sessionLifeMs: 30 * dayMs,
} as const;
