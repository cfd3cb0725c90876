/** The tables of a device's own store. `device` alone holds keys, as objects that cannot be read out. */
export const tables = ["device", "rooms", "rows", "items", "outbox", "notes"] as const;
export type Table = (typeof tables)[number];

export type Change =
  | { readonly table: Table; readonly key: string; readonly value: unknown }
  | { readonly table: Table; readonly key: string; readonly remove: true };

/**
 * A device's own store: a cache of the record, and the outbox that is not yet in it.
 *
 * It knows neither rooms nor keys: everything but the `device` table arrives sealed. Values are what structured
 * cloning can carry.
 */
export type LocalStore = {
  /** The value under `key`, or undefined. */
  read(table: Table, key: string): Promise<unknown>;
  /** Every pair whose key begins with `prefix`, in the order of their keys. */
  list(table: Table, prefix: string): Promise<readonly (readonly [key: string, value: unknown])[]>;
  /**
   * Makes all `changes` or none of them, and resolves once they would outlive a closed tab.
   *
   * On failure (`StoreFull`, a closed store) it rejects and nothing is changed.
   */
  write(changes: readonly Change[]): Promise<void>;
  /** Forgets everything. Used when a person signs this device out for good. */
  clear(): Promise<void>;
  close(): void;
};

/** The store refused for want of room. Nothing was changed. */
export class StoreFull extends Error {
  constructor() {
    super("this device has no room left for the store");
  }
}
