import path from "node:path";

/** What is known of a frozen store; byte strings in hexadecimal. The people in it were invented for it. */
export type FrozenStore = {
  /** The clock when it was frozen. */
  readonly at: number;
  readonly identitySeed: string;
  readonly deviceSeed: string;
  readonly boxKey: string;
  readonly cookie: string;
  readonly slot: { readonly locator: string; readonly login: string; readonly wrapped: string };
  readonly room: string;
  /** Where the device's own chain in the room stood. */
  readonly chain: { readonly seq: number; readonly prev: string };
  readonly n: number;
  readonly head: string;
  readonly items: readonly { readonly t: number; readonly erased: boolean; readonly item: string }[];
};

/** The files of the store that was frozen when `step` was the newest step of its tables. */
export const frozenStoreFile = (step: number): { readonly store: string; readonly facts: string } => ({
  store: path.join(import.meta.dirname, `store-step-${step}.sqlite.gz`),
  facts: path.join(import.meta.dirname, `store-step-${step}.json`),
});

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
