import type { Bytes, Result } from "@goldseam/core";
import type { AnswerOf, ApiError, EndpointName, RequestOf } from "@goldseam/sync";
import type { Session } from "./sessions.ts";

/** A request that has passed the gate: read, paced, from a right origin, and signed in where that is needed. */
export type Call<Name extends EndpointName> = {
  readonly request: RequestOf<Name>;
  readonly origin: string;
  readonly address: string;
};
export type SignedInCall<Name extends EndpointName> = Call<Name> & { readonly session: Session };

/** What a handler gives back: the answer, and a cookie to set if there is one. */
export type Answered<Name extends EndpointName> = {
  readonly answer: AnswerOf<Name>;
  readonly cookie?: string;
};
export type Handled<Name extends EndpointName> = Promise<Result<Answered<Name>, ApiError>>;

/** A handler of each endpoint, by whether it asks for a session. The compiler keeps both lists complete. */
export type OpenName =
  | "challenge"
  | "host"
  | "accounts"
  | "devices"
  | "sessions"
  | "openSlot"
  | "lookAtInvite"
  | "putInMeeting"
  | "lookInMeeting";
export type OpenHandlers = { readonly [Name in OpenName]: (call: Call<Name>) => Handled<Name> };
export type SignedInHandlers = {
  readonly [Name in Exclude<EndpointName, OpenName>]: (call: SignedInCall<Name>) => Handled<Name>;
};

/** A signature and what it must be over. */
export type Signed = { readonly challenge: Bytes; readonly signature: Bytes };
