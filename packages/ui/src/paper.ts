import { getContext, setContext } from "svelte";

/** The sheet of paper that tells which room one is in. */
export type Paper = "shared" | "private" | "practitioner";

const paperKey = Symbol("paper");
export const providePaper = (paper: () => Paper): void => {
  setContext(paperKey, paper);
};
export const paperHere = (): (() => Paper) =>
  getContext<(() => Paper) | undefined>(paperKey) ?? (() => "shared");
