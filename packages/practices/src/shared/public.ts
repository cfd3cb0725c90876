export type { ForbiddenKind } from "../forbidden-words.ts";
export {
  keepShared,
  type NotShared,
  noteOrigin,
  readersIn,
  readersRefusal,
  shareWords,
  towardsTheCouple,
  wordingRefusal,
} from "./commands.ts";
export type { OriginKind, SharedUse } from "./events.ts";
export { sharedDays, sharedMs, sharedTextMax } from "./limits.ts";
export { type Origin, type Origins, origins, sharedFrom } from "./origins.ts";
export {
  isOver,
  overIn,
  readableIn,
  type Shared,
  type SharedItem,
  type SharedRefusal,
  shared,
} from "./shared.ts";
