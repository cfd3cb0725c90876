import type { Bytes, Result } from "@goldseam/core";
import type {
  AnswerOf,
  ApiError,
  AppendAnswer,
  EndpointName,
  PlacedItem,
  PullAnswer,
  RequestOf,
} from "@goldseam/sync";

/** No answer came: offline, a closed server, or bytes that are not this wire's. */
export type Unreachable = { readonly type: "Unreachable" };
export type WireError = ApiError | Unreachable;

/** Newest place of a room and the items up to it, as they come over the live connection. */
export type Delivery = {
  readonly room: Bytes;
  readonly n: number;
  readonly head: Bytes;
  readonly placed: readonly PlacedItem[];
};

export type LiveListener = {
  opened(): void;
  delivered(delivery: Delivery): void;
  refused(room: Bytes): void;
  accountChanged(): void;
  closed(): void;
};

export type LiveConnection = {
  follow(room: Bytes, after: number): void;
  close(): void;
};

/** The way to the server: one connection per program, whatever it is made of. */
export type Transport = {
  /** The origin that sessions are bound to. */
  readonly origin: string;
  ask<Name extends EndpointName>(
    name: Name,
    request: RequestOf<Name>,
  ): Promise<Result<AnswerOf<Name>, WireError>>;
  /** Items after a number, at most `most`: what a device that lost some asks for again. */
  pull(room: Bytes, after: number, most: number): Promise<Result<PullAnswer, WireError>>;
  append(room: Bytes, items: readonly Bytes[]): Promise<Result<AppendAnswer, WireError>>;
  live(listener: LiveListener): LiveConnection;
};
