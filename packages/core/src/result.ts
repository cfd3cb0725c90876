/**
 * What can be expected to go wrong is a value, never an exception.
 *
 * `E` is a union of plain objects with a `type` in words from the glossary and the facts a caller needs.
 * It holds no prose: people's sentences live in `words/en.json` of the feature.
 */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });
export const err = <E>(error: E): Result<never, E> => ({ ok: false, error });

/** Fails at once with `sentence` when a fact that the types cannot prove does not hold: a bug, not a refusal. */
export function assert(fact: unknown, sentence: string): asserts fact {
  if (!fact) throw new Error(sentence);
}
