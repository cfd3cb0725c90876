import { onDestroy, onMount } from "svelte";
import { holdWriting, openClient } from "../person.svelte.ts";

/** From the last key until what stands there is kept. */
const pauseMs = 1_000;

type Words<Value> = {
  /** Where they are kept on this device: no name in it, and none that says what is written. */
  readonly key: string;
  /** What stands in the screen now; undefined when nothing does. */
  read(): Value | undefined;
  /** Puts back what stood there. */
  restore(kept: Value): void;
};

/**
 * Keeps what stands in a screen of Private and is not sent: it is there again after another page, a closed tab and a lock.
 *
 * To be called while a component is made. What it returns keeps at once: to be called after words were sent, so that
 * they do not come back.
 */
export function keepUnfinished<Value>({ key, read, restore }: Words<Value>): () => Promise<void> {
  let isRead = false;
  const keep = async (): Promise<void> => {
    const value = read();
    // Left before what was kept had come: that is still to be read.
    if (isRead || value !== undefined) await (await openClient()).unfinished.keep(key, value);
  };
  const keepSoon = (): void => void keep().catch(reportError);
  const onhidden = (): void => {
    if (document.visibilityState === "hidden") keepSoon();
  };
  onMount(() => {
    void openClient()
      .then((client) => client.unfinished.read(key))
      .then((kept) => {
        isRead = true;
        if (kept !== undefined) restore(kept as Value);
      })
      .catch(reportError);
    document.addEventListener("visibilitychange", onhidden);
    return () => document.removeEventListener("visibilitychange", onhidden);
  });
  $effect(() => {
    if (read() !== undefined) return holdWriting(keep);
  });
  // Exit, and a browser that ends, ask nobody: what stood there a moment before is kept already.
  $effect(() => {
    read();
    const id = setTimeout(keepSoon, pauseMs);
    return () => clearTimeout(id);
  });
  onDestroy(keepSoon);
  return keep;
}
