import * as words from "./words.gen/words.ts";

/** What becomes of a person's words in rooms with others, where they leave. */
export const ownWordsOptions = () => [
  { value: "keep" as const, label: words.goneKeep(), note: words.goneKeepNote() },
  { value: "erase" as const, label: words.goneErase(), note: words.goneEraseNote() },
];

/** What a new device may be used for. Nobody else learns of one that is kept for Private alone. */
export const reachOptions = () => [
  { value: "all" as const, label: words.reachAll(), note: words.reachAllNote() },
  { value: "private" as const, label: words.reachPrivate(), note: words.reachPrivateNote() },
];
