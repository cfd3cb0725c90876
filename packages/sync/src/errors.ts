import { type Bytes, err, ok, type Result } from "@goldseam/core";
import * as v from "valibot";

/** Faults that the server may name; the meanings are in docs/formats/record.md. */
export const wireFaults = [
  "Malformed",
  "WrongRoom",
  "OutOfOrder",
  "TimeWentBack",
  "UnknownDevice",
  "BadSignature",
  "ChainBroken",
  "SeenAhead",
  "Forked",
  "NotAMember",
  "WrongEpoch",
  "BodySwapped",
  "BodyMissing",
  "LinkBroken",
  "LinkRefused",
  "HeadMismatch",
  "RolledBack",
] as const;
export type WireFault = (typeof wireFaults)[number];

const itemIndex = v.pipe(v.number(), v.integer(), v.minValue(0));
const plain = <Type extends string>(type: Type) => v.object({ type: v.literal(type) });

/** Every refusal of the server: a type from docs/formats/wire.md and the facts that it names there. */
export const apiErrorSchema = v.variant("type", [
  v.object({ type: v.literal("Malformed"), at: v.pipe(v.string(), v.maxLength(64)) }),
  plain("NotSignedIn"),
  plain("WrongOrigin"),
  plain("NotSignedBy"),
  plain("SlotNotOpened"),
  plain("NotFound"),
  plain("RoomNotFound"),
  plain("InviteNotFound"),
  plain("InviteUsed"),
  plain("InviteExpired"),
  plain("MeetingNotFound"),
  plain("MeetingMoved"),
  v.object({ type: v.literal("TooNew"), until: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  plain("StillMember"),
  plain("PushNotAllowed"),
  plain("MailNotOffered"),
  v.object({ type: v.literal("WrongNumber"), left: itemIndex }),
  plain("StaleLink"),
  v.object({ type: v.literal("ItemRefused"), index: itemIndex, fault: v.picklist(wireFaults) }),
  v.object({ type: v.literal("DeviceForked"), index: itemIndex }),
  plain("AccountExists"),
  plain("LocatorTaken"),
  plain("TooLarge"),
  v.object({ type: v.literal("TooMany"), retryAfterMs: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  plain("Full"),
  plain("Broken"),
]);
export type ApiError = v.InferOutput<typeof apiErrorSchema>;
export type ApiErrorOf<Type extends ApiError["type"]> = Extract<ApiError, { type: Type }>;
export type Malformed = ApiErrorOf<"Malformed">;

export const errorAnswerSchema = v.object({ error: apiErrorSchema });

/** An error as it stands in a message of the live line. */
export const encodeError = (error: ApiError): Bytes => new TextEncoder().encode(JSON.stringify(error));

/** Facts that are not known here are left out, as from an answer over HTTP; an unknown error is none. */
export function decodeError(bytes: Bytes): Result<ApiError, Malformed> {
  try {
    const parsed = v.safeParse(apiErrorSchema, JSON.parse(new TextDecoder().decode(bytes)));
    if (parsed.success) return ok(parsed.output);
  } catch {
    // No JSON: as little an error as JSON that is none.
  }
  return err({ type: "Malformed", at: "error" });
}
