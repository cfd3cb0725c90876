export * from "./endpoints.ts";
export {
  type ApiError,
  type ApiErrorOf,
  apiErrorSchema,
  decodeError,
  encodeError,
  errorAnswerSchema,
  type Malformed,
  type WireFault,
  wireFaults,
} from "./errors.ts";
export {
  type AppendRequest,
  decodeAppend,
  decodePlaced,
  decodePull,
  decodePullAnswer,
  encodeAppend,
  encodePlaced,
  encodePull,
  encodePullAnswer,
  type PlacedItem,
  type PullAnswer,
  type PullRequest,
  placedOverhead,
} from "./frames.ts";
export { encodeJson } from "./json.ts";
export { limits } from "./limits.ts";
export {
  decodeLiveDown,
  decodeLiveUp,
  encodeLiveDown,
  encodeLiveUp,
  type LiveDown,
  type LiveUp,
  liveRefusals,
} from "./live.ts";
