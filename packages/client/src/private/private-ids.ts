import { type Bytes, base64url } from "@goldseam/core";
import type { Room } from "../room/room.ts";
import type { LocalStore } from "../store/local-store.ts";
import type { SealedStore } from "../store/sealed-store.ts";
import { storedBytes } from "../store/stored-bytes.ts";

const noteKey = "private-rooms";

/** Which rooms open with the private keys alone: noted on this device, so that they are never opened among the shared ones. */
export class PrivateIds {
  readonly #ids = new Map<string, Bytes>();
  /** Turned out to be private, and are being noted. */
  readonly #aside = new Set<string>();
  readonly #sealed: () => SealedStore | undefined;

  /** `sealed` is the store of the account that is open here. */
  constructor(sealed: () => SealedStore | undefined) {
    this.#sealed = sealed;
  }

  get all(): readonly Bytes[] {
    return [...this.#ids.values()];
  }

  has(roomId: string): boolean {
    return this.#ids.has(roomId);
  }

  /** Whether the room is private, or turned out to be. */
  isKnown(roomId: string): boolean {
    return this.has(roomId) || this.#aside.has(roomId);
  }

  /** Reads what was noted; another tab may have noted more. */
  async read(): Promise<void> {
    const noted = (await this.#sealed()?.readJson("notes", noteKey)) as string[] | undefined;
    for (const roomId of noted ?? []) this.#ids.set(roomId, storedBytes(roomId));
  }

  /** Notes that a room is private, before anything of it is kept. */
  async add(room: Bytes): Promise<void> {
    const [roomId, sealed] = [base64url(room), this.#sealed()];
    if (this.has(roomId) || sealed === undefined) return;
    // Another tab may have noted others meanwhile, and the note is written whole.
    await this.read();
    this.#ids.set(roomId, room);
    await sealed.write([await sealed.sealJson("notes", noteKey, [...this.#ids.keys()])]);
  }

  /**
   * Takes in a room that turned out to be private: what was kept of it without its keys goes, and is read again with them.
   *
   * All of it goes before the room is noted: what Private writes lies in the same places.
   */
  async setAside(room: Room, store: LocalStore): Promise<void> {
    this.#aside.add(room.roomId);
    await room.forget();
    const perRow = await Promise.all(
      (["rows", "items", "outbox"] as const).map(async (table) =>
        (await store.list(table, `${room.roomId}/`)).map(([key]) => ({ table, key, remove: true }) as const),
      ),
    );
    await store.write([{ table: "rooms", key: room.roomId, remove: true }, ...perRow.flat()]);
    await this.add(room.record.room as Bytes);
  }

  clear(): void {
    this.#ids.clear();
    this.#aside.clear();
  }
}
