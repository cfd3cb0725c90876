import { type Bytes, dayMs, err, type Instant, ok, type Result, type RoomEvent } from "@goldseam/core";
import { dueMomentsOf, promise } from "@goldseam/practices";
import type { AnswerOf } from "@goldseam/sync";
import type { Transport, WireError } from "../net/transport.ts";
import { stateOf } from "../room/fold.ts";
import type { Room } from "../room/room.ts";
import type { SealedStore } from "../store/sealed-store.ts";
import type { Surroundings } from "../surroundings.ts";
import { wakeUpsOf } from "./plan.ts";
import { noReminders, type ReminderSetting, setReminders } from "./setting.ts";
import { reminderSettingOf } from "./setting-of.ts";

/** What a browser gives for being pushed to. */
export type OwnPush = { readonly endpoint: string; readonly p256dh: Bytes; readonly auth: Bytes };

export type RemindersRefused = WireError | { readonly type: string };

/** What keeping reminders asks of the client. All of it is of the present moment. */
export type RemindersHost = {
  readonly client: {
    /** The doorstep is not there on a device that is kept for Private alone. */
    readonly state: { readonly doorstep: Room | undefined; readonly couple: Room | undefined };
    stamp(): Parameters<typeof setReminders>[1];
    write(room: Room, events: readonly RoomEvent[]): Promise<Result<void, { readonly type: string }>>;
  };
  readonly around: Pick<Surroundings, "clock" | "zone" | "locks">;
  readonly ask: Transport["ask"];
  /** Nothing while no account is open here. */
  notes(): SealedStore | undefined;
};

/** What this device has filed: whether it is pushed to, and of which plan and when. */
type Note = { readonly isHere: boolean; readonly filed?: { readonly plan: string; readonly at: Instant } };
const noteKey = "reminders";
const nothingNoted: Note = { isHere: false };

/**
 * When a person is reminded, and where: the setting in their doorstep, and what the server is told because of it.
 *
 * The server is told moments and no more (RM6). It is told again when they change, and once a day (RM7).
 */
export class ReminderKeeper {
  readonly #host: RemindersHost;

  constructor(host: RemindersHost) {
    this.#host = host;
  }

  /** What the server has of this device and account. */
  look(): Promise<Result<AnswerOf<"lookAtReminders">, WireError>> {
    return this.#host.ask("lookAtReminders", {});
  }

  /** Keeps the setting for all own devices, and files what comes of it here. Kept also where the server is not reached. */
  async set(setting: ReminderSetting): Promise<Result<void, RemindersRefused>> {
    const { client } = this.#host;
    const { doorstep } = client.state;
    if (doorstep === undefined) return err({ type: "Locked" });
    const written = await client.write(doorstep, [setReminders(setting, client.stamp())]);
    return written.ok ? this.file() : written;
  }

  /** From now on this device is pushed to. */
  async turnOnHere(push: OwnPush): Promise<Result<void, RemindersRefused>> {
    const put = await this.#host.ask("putPush", push);
    return put.ok ? this.#turned(true) : put;
  }

  /** From now on this device is not pushed to, and the server forgets where that was. */
  async turnOffHere(): Promise<Result<void, RemindersRefused>> {
    const removed = await this.#host.ask("removePush", {});
    return removed.ok ? this.#turned(false) : removed;
  }

  #turned(isHere: boolean): Promise<Result<void, RemindersRefused>> {
    const store = this.#host.notes();
    if (store === undefined) return Promise.resolve(err({ type: "Locked" }));
    return this.#exclusively(async () => {
      // What was filed is told again: the server keeps no plan of a device that it does not push to.
      await this.#note(store, { isHere });
      return this.#file();
    });
  }

  /** Has a number sent to the address. Whether it arrives, only its reader knows. */
  async askMail(address: string): Promise<Result<void, WireError>> {
    const asked = await this.#host.ask("askMail", { address });
    return asked.ok ? ok(undefined) : asked;
  }

  /** Proves the address with the number that was sent there, and turns mail on. */
  async confirmMail(number: string): Promise<Result<void, RemindersRefused>> {
    const confirmed = await this.#host.ask("confirmMail", { number });
    return confirmed.ok
      ? this.set({ ...(reminderSettingOf(this.#host.client.state.doorstep) ?? noReminders), mail: true })
      : confirmed;
  }

  /** Turns mail off; the server forgets the address. */
  async removeMail(): Promise<Result<void, RemindersRefused>> {
    const removed = await this.#host.ask("removeMail", {});
    return removed.ok
      ? this.set({ ...(reminderSettingOf(this.#host.client.state.doorstep) ?? noReminders), mail: false })
      : removed;
  }

  /**
   * Tells the server the moments, if they are others than it was told, or it was told more than a day ago.
   *
   * Asks nothing of it where nobody has chosen reminders (RM1). What could not be told is told the next time.
   */
  file(): Promise<Result<void, RemindersRefused>> {
    return this.#exclusively(() => this.#file());
  }

  async #file(): Promise<Result<void, RemindersRefused>> {
    const [store, setting] = [this.#host.notes(), reminderSettingOf(this.#host.client.state.doorstep)];
    if (store === undefined || setting === undefined) return ok(undefined);
    const isChosen = setting.times.length > 0 || setting.beforePromises !== null;
    const note = await this.#read(store);
    const isOn = isChosen && (note.isHere || setting.mail);
    if (!isOn && note.filed === undefined) return ok(undefined);
    const [now, zone] = [this.#host.around.clock(), this.#host.around.zone()];
    const due = isOn && setting.beforePromises !== null ? this.#ownDue(now) : [];
    const plan = JSON.stringify([setting, zone, due, note.isHere]);
    const isFresh = note.filed !== undefined && note.filed.at <= now && now < note.filed.at + dayMs;
    if (isOn && isFresh && note.filed?.plan === plan) return ok(undefined);
    const moments = isOn ? [...wakeUpsOf(setting, { now, zone, due })] : [];
    const told = { push: note.isHere ? moments : [], mail: setting.mail ? moments : [] };
    const filed = await this.#host.ask("planReminders", told);
    if (!filed.ok) return filed;
    await this.#note(store, { isHere: note.isHere, ...(isOn && { filed: { plan, at: now } }) });
    return ok(undefined);
  }

  /** One at a time among all tabs: of two plans, the one that is made later is filed later. */
  #exclusively<T>(act: () => Promise<T>): Promise<T> {
    return this.#host.around.locks.exclusively("reminders", act);
  }

  #ownDue(now: Instant): readonly Instant[] {
    const couple = this.#host.client.state.couple;
    return couple === undefined ? [] : dueMomentsOf(stateOf(couple.folded, promise), couple.me, now);
  }

  async #read(store: SealedStore): Promise<Note> {
    return ((await store.readJson("notes", noteKey)) as Note | undefined) ?? nothingNoted;
  }

  async #note(store: SealedStore, note: Note): Promise<void> {
    await store.write([await store.sealJson("notes", noteKey, note)]);
  }
}
