import { getContext, type Snippet, setContext } from "svelte";

const noticeKey = Symbol("notice");

/** Draws `notice` on every screen below that has none of its own: whole-page trouble is said everywhere. */
export const provideNotice = (notice: () => Snippet | undefined): void => {
  setContext(noticeKey, notice);
};
export const noticeHere = (): (() => Snippet | undefined) =>
  getContext<(() => Snippet | undefined) | undefined>(noticeKey) ?? (() => undefined);
