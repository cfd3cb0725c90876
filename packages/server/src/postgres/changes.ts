import { type Bytes, base64url, fromBase64url } from "@goldseam/core";
import type { Client } from "pg";
import type { Watcher } from "../store.ts";
import { newClient, type PostgresConfig } from "./connections.ts";

const channel = "goldseam";

/** What one process tells the others. Ids and numbers alone, no content. */
export type Told =
  | { readonly kind: "room"; readonly id: Bytes; readonly n: number }
  | { readonly kind: "account" | "invites" | "device" | "session"; readonly id: Bytes };

/** Statement that tells; its value is what `Changes.tell` makes. */
export const tellText = `SELECT pg_notify('${channel}', told) FROM unnest($1::text[]) AS told`;
/** As part of another statement: one row for each that is told, if the row `moved` is there. */
export const tellIfMoved = (parameter: number): string =>
  `SELECT pg_notify('${channel}', told) FROM moved, unnest($${parameter}::text[]) AS told`;

/** Milliseconds before a lost line is opened again: soon at first, then ever slower. */
const delaysMs = [50, 200, 1_000, 3_000];

/**
 * The line of changes: `LISTEN` on a connection of its own.
 *
 * What is told is part of the transaction that changes, so that nobody hears of what was undone and nothing
 * that was stored goes untold. A line that was lost is opened again, and its watcher told that changes may
 * have gone by.
 */
export class Changes {
  readonly #config: PostgresConfig;
  /** Marks what this process told, which it knows already. */
  readonly #process: number;
  #watcher: Watcher | undefined;
  #client: Client | undefined;
  #beat: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(config: PostgresConfig, process: number) {
    this.#config = config;
    this.#process = process;
  }

  tell(...told: readonly Told[]): readonly string[] {
    return told.map((one) =>
      [this.#process, one.kind, base64url(one.id), ...(one.kind === "room" ? [one.n] : [])].join(" "),
    );
  }

  /** Resolves once the line is open. Later calls put another watcher in the place of the one before. */
  async watch(watcher: Watcher): Promise<void> {
    const isOpen = this.#watcher !== undefined;
    this.#watcher = watcher;
    if (isOpen) return;
    await this.#open();
    const beatMs = this.#config.beatMs ?? 10_000;
    this.#beat = setInterval(() => this.#look(beatMs / 2), beatMs).unref();
  }

  /** A transaction of this process ended without an answer: it may have moved the room. */
  unsure(room: Bytes, n: number): void {
    this.#watcher?.appended(room, n);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#beat);
    await this.#client?.end();
  }

  async #open(): Promise<void> {
    const client = newClient(this.#config);
    client.on("notification", ({ payload = "" }) => this.#hear(payload));
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.query(`LISTEN ${channel}`);
    } catch (error) {
      letGo(client);
      throw error;
    }
    this.#client = client;
    client.once("end", () => this.#reopen(0));
    if (this.#isClosed) letGo(client);
  }

  #reopen(tries: number): void {
    if (this.#isClosed) return;
    const delayMs = delaysMs[Math.min(tries, delaysMs.length - 1)];
    setTimeout(() => {
      if (this.#isClosed) return;
      this.#open().then(
        () => this.#watcher?.missed(),
        () => this.#reopen(tries + 1),
      );
    }, delayMs).unref();
  }

  /** A line can be dead without anyone having said so. */
  #look(silentMs: number): void {
    const client = this.#client!;
    const silent = setTimeout(() => letGo(client), silentMs).unref();
    client.query("SELECT 1").then(
      () => clearTimeout(silent),
      () => letGo(client),
    );
  }

  #hear(payload: string): void {
    const watcher = this.#watcher;
    const [process, kind, text = "", n] = payload.split(" ");
    const id = fromBase64url(text);
    if (watcher === undefined || Number(process) === this.#process || !id.ok) return;
    if (kind === "room") watcher.appended(id.value, Number(n));
    else if (kind === "account") watcher.accountChanged(id.value);
    else if (kind === "invites") watcher.invitesChanged(id.value);
    else if (kind === "device") watcher.deviceEnded(id.value);
    else if (kind === "session") watcher.sessionEnded(id.value);
  }
}

/** Ends the connection without waiting for a goodbye. Failing at that, it is gone already. */
const letGo = (client: Client): void => void client.end().catch(() => undefined);
