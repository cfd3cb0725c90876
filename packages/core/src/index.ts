export * from "./bytes.ts";
export * from "./event.ts";
export * from "./ids.ts";
export * from "./result.ts";
export * from "./room.ts";
export * from "./text.ts";
export * from "./time.ts";
