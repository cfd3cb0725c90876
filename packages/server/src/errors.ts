import type { ApiError } from "@goldseam/sync";

/** The status of each refusal. The one place where a refusal becomes HTTP. */
export const statusByError = {
  Malformed: 400,
  NotSignedIn: 401,
  WrongOrigin: 403,
  NotSignedBy: 403,
  SlotNotOpened: 403,
  NotFound: 404,
  RoomNotFound: 404, // also for a room that exists: a stranger must not learn that it does
  InviteNotFound: 404,
  InviteUsed: 409,
  InviteExpired: 410,
  MeetingNotFound: 404,
  MeetingMoved: 409,
  TooNew: 403,
  StillMember: 409,
  PushNotAllowed: 403,
  MailNotOffered: 404,
  WrongNumber: 403,
  StaleLink: 409,
  ItemRefused: 409,
  DeviceForked: 409,
  AccountExists: 409,
  LocatorTaken: 409,
  TooLarge: 413,
  TooMany: 429,
  Full: 507,
  Broken: 500,
} satisfies Record<ApiError["type"], number>;
