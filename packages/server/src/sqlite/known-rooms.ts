import type { Bytes } from "@goldseam/core";
import { keyOf, Lru } from "../lru.ts";
import type { SqliteDatabase } from "./database.ts";

/** A room by the short numbers that it and its devices have in this file. */
export type KnownRoom = {
  readonly key: number;
  /** Number of the newest item. Another process may have moved it on: ask for it in a transaction alone. */
  n: number;
  /** Keys of devices, each under `keyOf` its id. */
  readonly devices: Map<string, number>;
};

const roomsKnownMax = 20_000;

/**
 * What a store remembers of rooms, so that an append asks the database nothing.
 *
 * It holds while only this process writes and nothing is undone. So all of it is forgotten when a transaction begins
 * after another process has written, and when one is undone.
 */
export class KnownRooms {
  readonly #database: SqliteDatabase;
  readonly #rooms = new Lru<KnownRoom>(roomsKnownMax);
  #version: unknown;

  constructor(database: SqliteDatabase) {
    this.#database = database;
  }

  /** To be called when a transaction that writes has begun. */
  begun(): void {
    // Moves when another connection has committed, and never by what this one does.
    const version = this.#database.get("PRAGMA data_version")!.data_version;
    if (version !== this.#version) this.forget();
    this.#version = version;
  }

  forget(): void {
    this.#rooms.deleteWhere(() => true);
  }

  get(id: Bytes): KnownRoom | undefined {
    const name = keyOf(id);
    const known = this.#rooms.get(name);
    if (known !== undefined) return known;
    const row = this.#database.get(
      `SELECT room_key, coalesce((SELECT n FROM items WHERE items.room_key = rooms.room_key
         ORDER BY n DESC LIMIT 1), 0) AS n FROM rooms WHERE room = ?`,
      id,
    );
    if (row === undefined) return undefined;
    const room = { key: row.room_key as number, n: row.n as number, devices: new Map<string, number>() };
    this.#rooms.set(name, room);
    return room;
  }

  /** The device's number in `room`, or undefined when it has written nothing there. */
  deviceKey(room: KnownRoom, device: Bytes): number | undefined {
    const name = keyOf(device);
    const known = room.devices.get(name);
    if (known !== undefined) return known;
    const found = this.#database.get(
      "SELECT device_key FROM room_devices WHERE room_key = ? AND device = ?",
      room.key,
      device,
    )?.device_key as number | undefined;
    if (found !== undefined) room.devices.set(name, found);
    return found;
  }
}
