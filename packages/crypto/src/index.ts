export * from "./open.ts";
export * from "./verify.ts";
