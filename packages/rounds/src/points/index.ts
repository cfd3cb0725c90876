/** The part of rounds that needs the curve. Loaded when a round is sent, answered or read, and never before. */
export * from "./protocol.ts";
export { type RoundSecret, roundSecretOf, type SecretPurpose } from "./secrets.ts";
