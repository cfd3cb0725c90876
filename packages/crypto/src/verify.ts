/**
 * Everything that judges a record and opens nothing: the part of this package that a server may use.
 *
 * What is absent matters: no epoch key, no seed and no sealed body can be opened with what this face exports,
 * nor with anything that it imports.
 */
export * from "./account-log.ts";
export { deviceIdOf, hash, headAfter } from "./hash.ts";
export * from "./item.ts";
export { labels } from "./labels.ts";
export * from "./link.ts";
export * from "./record.ts";
export * from "./signature.ts";
