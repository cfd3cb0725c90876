/** Everything that holds, makes or opens a secret. A server imports none of it, directly or through another package. */
export * from "./account.ts";
export * from "./body.ts";
export * from "./clear-item.ts";
export * from "./derivation.ts";
export * from "./grant.ts";
export * from "./invite.ts";
export * from "./key-pair.ts";
export * from "./link-signing.ts";
export * from "./meeting.ts";
export * from "./slot.ts";
