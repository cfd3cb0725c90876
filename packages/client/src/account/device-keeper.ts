import { type Bytes, base64url, equalBytes, err, type Instant, ok, type Result, utf8 } from "@goldseam/core";
import {
  type AccountSeed,
  identityOf,
  type KeyPair,
  unwrapWithPasskey,
  wrapForPasskey,
} from "@goldseam/crypto/open";
import type { Transport, WireError } from "../net/transport.ts";
import type { Room } from "../room/room.ts";
import type { SealedStore } from "../store/sealed-store.ts";
import type { Surroundings } from "../surroundings.ts";
import { changePassword, makeKit } from "./account.ts";
import type { Device } from "./device.ts";
import { endDevice, isNewByKit, listDevices, type OwnDevice } from "./devices.ts";
import { OwnMeeting } from "./meeting.ts";

/** An own device as a person meets it in Private. */
export type ListedDevice = OwnDevice & {
  readonly isThis: boolean;
  /** This device has not been told of it before, or its person has not said that they know it. */
  readonly isNews: boolean;
};

export type DeviceRefused =
  | WireError
  | { readonly type: "Locked" | "AccountLogDamaged" | "TooNew" | "UnknownDevice" };

/** What keeping devices asks of the client. All of it is of the present moment. */
export type DevicesHost = {
  around(): Surroundings;
  readonly ask: Transport["ask"];
  /** Nothing while no account is open here. */
  device(): Device | undefined;
  /** The seed; nothing while Private is locked. */
  account(): AccountSeed | undefined;
  /** Notes that open with Private alone; nothing while it is locked. */
  privateNotes(): SealedStore | undefined;
  profile(): unknown;
  /** Keeps `device` as this browser's from now on. */
  keep(device: Device): Promise<void>;
  kitDueChanged(kitDue: Instant | undefined): void;
  newsChanged(news: readonly OwnDevice[]): void;
  /** Every room that is open here. */
  rooms(): readonly Room[];
  revokeIn(room: Room, deviceId: Bytes): Promise<Result<void, WireError | { readonly type: "Locked" }>>;
};

const knownNote = "known-devices";

/**
 * A person's own devices and the ways into the account: what can be done with them, and what is told of them.
 *
 * Everything here needs an unlock: nobody else who holds this device learns of another.
 */
export class DeviceKeeper {
  readonly #host: DevicesHost;

  constructor(host: DevicesHost) {
    this.#host = host;
  }

  /** This person's devices, oldest first, those that have ended too. */
  async list(): Promise<Result<readonly ListedDevice[], DeviceRefused>> {
    const [device, account] = [this.#host.device(), this.#host.account()];
    if (device === undefined || account === undefined) return err({ type: "Locked" });
    const listed = await listDevices(device.shared.identity, this.#host.ask);
    if (!listed.ok) return listed;
    const known = await this.#known();
    return ok(
      listed.value.map((one) => {
        const isThis = equalBytes(one.deviceId, device.deviceId);
        const isNews = !isThis && !one.ended && known !== undefined && !known.has(base64url(one.deviceId));
        return { ...one, isThis, isNews };
      }),
    );
  }

  /** Looks whether a device was added that this one has not told of, and says so. Does nothing while locked. */
  async lookForNews(): Promise<void> {
    const listed = await this.list();
    if (!listed.ok) return;
    if ((await this.#known()) === undefined) return this.#noteKnown(listed.value);
    this.#host.newsChanged(listed.value.filter(({ isNews }) => isNews));
  }

  /** The person has seen the list: what is on it is no news any more, on this device. */
  async acknowledge(): Promise<void> {
    const listed = await this.list();
    if (!listed.ok) return;
    await this.#noteKnown(listed.value);
    this.#host.newsChanged([]);
  }

  async #known(): Promise<ReadonlySet<string> | undefined> {
    const known = (await this.#host.privateNotes()?.readJson("notes", knownNote)) as string[] | undefined;
    return known && new Set(known);
  }

  async #noteKnown(devices: readonly OwnDevice[]): Promise<void> {
    const notes = this.#host.privateNotes();
    const ids = devices.map(({ deviceId }) => base64url(deviceId));
    await notes?.write([await notes.sealJson("notes", knownNote, ids)]);
  }

  /**
   * Signs own devices out for good, and begins a new epoch in every room that knew them; for this one, others do that.
   *
   * - Errors: `TooNew` in the first day of a device that was added with the kit.
   */
  async end(deviceIds: readonly Bytes[]): Promise<Result<void, DeviceRefused>> {
    const held = await this.#unlocked();
    if (held === undefined) return err({ type: "Locked" });
    const { device, identity } = held;
    const own = { own: device.deviceId, device: device.device, identity, now: this.#host.around().clock() };
    for (const deviceId of deviceIds) {
      const ended = await endDevice(deviceId, own, this.#host.ask);
      if (!ended.ok) return ended;
      // With its own session this device can begin no epoch any more, and it forgets the keys that it had.
      if (equalBytes(deviceId, device.deviceId)) continue;
      for (const room of this.#host.rooms()) {
        const rotated = await this.#host.revokeIn(room, deviceId);
        if (!rotated.ok) return rotated;
      }
    }
    return ok(undefined);
  }

  /**
   * A new password for this device. Needs the server.
   *
   * - Errors: `TooNew` in the first day of a device that was added with the kit.
   */
  async changePassword(password: string): Promise<Result<void, DeviceRefused>> {
    const { ask } = this.#host;
    const changed = await this.#withSeed((device, account) =>
      changePassword(password, { device, account }, ask, this.#host.around()),
    );
    if (!changed.ok) return changed;
    await this.#host.keep(changed.value);
    return ok(undefined);
  }

  /** A new recovery kit; the one before ends. Needs the server. */
  async makeKit(): Promise<Result<Bytes, DeviceRefused>> {
    const wasProved = this.#host.device()?.kitDue === undefined;
    const [around, ask] = [this.#host.around(), this.#host.ask];
    return this.#withSeed(async (device, account) => {
      // Noted first: an answer that is lost on its way, or a tab that closes now, leaves a kit that nobody has seen.
      if (wasProved) await this.#setKitDue(around.clock());
      const made = await makeKit({ device, account }, ask, around.random);
      if (!made.ok && made.error.type !== "Unreachable" && wasProved) await this.#setKitDue(undefined);
      return made;
    });
  }

  /** Notes that the person proved the kit by entering part of it. */
  async kitProved(): Promise<void> {
    if (this.#host.device() !== undefined) await this.#setKitDue(undefined);
  }

  async #setKitDue(kitDue: Instant | undefined): Promise<void> {
    const { kitDue: _, ...device } = this.#host.device()!;
    await this.#host.keep(kitDue === undefined ? device : { ...device, kitDue });
    this.#host.kitDueChanged(kitDue);
    this.#host.around().channel.tell("kit");
  }

  /** Opens a meeting with a new device: shows a code for a minute. Ask for the password before: it hands over all. */
  async meet(): Promise<Result<OwnMeeting, DeviceRefused>> {
    const [device, account] = [this.#host.device(), this.#host.account()];
    if (device === undefined || account === undefined) return err({ type: "Locked" });
    const [around, ask] = [this.#host.around(), this.#host.ask];
    const profile = utf8(JSON.stringify(this.#host.profile() ?? null));
    return OwnMeeting.open(
      { account: { ...account, seed: account.seed.slice() }, device, profile },
      around,
      ask,
    );
  }

  /**
   * Lets a passkey of this device open Private too. `secret` is what the passkey gave out for `salt`.
   *
   * - Errors: `TooNew` in the first day of a device that was added with the kit.
   */
  async addPasskey(passkey: {
    readonly credential: Bytes;
    readonly salt: Bytes;
    readonly secret: Bytes;
  }): Promise<Result<void, DeviceRefused>> {
    const { credential, salt, secret } = passkey;
    const wrapped = await this.#withSeed(async (_, account) =>
      ok(await wrapForPasskey(secret, account, this.#host.around().random)),
    );
    if (!wrapped.ok) return wrapped;
    await this.#host.keep({ ...this.#host.device()!, passkey: { credential, salt, wrapped: wrapped.value } });
    return ok(undefined);
  }

  /** From now on the password alone opens Private here. */
  async removePasskey(): Promise<void> {
    const held = this.#host.device();
    if (held === undefined) return;
    const { passkey: _, ...device } = held;
    await this.#host.keep(device);
  }

  /** The account, if `secret` is what this device's passkey gives out. Works offline. */
  async seedOfPasskey(secret: Bytes): Promise<AccountSeed | null> {
    const passkey = this.#host.device()?.passkey;
    return passkey === undefined ? null : unwrapWithPasskey(secret, passkey.wrapped);
  }

  /**
   * Runs `act` with a seed of its own: a lock meanwhile (idleness, Exit) wipes the client's, and what is made of it would
   * hold zeros. Wiped afterwards. Refused in the first day of a device that was added with the kit.
   */
  async #withSeed<T>(
    act: (device: Device, account: AccountSeed) => Promise<Result<T, DeviceRefused>>,
  ): Promise<Result<T, DeviceRefused>> {
    const [device, account] = [this.#host.device(), this.#host.account()];
    if (device === undefined || account === undefined) return err({ type: "Locked" });
    const own = { ...account, seed: account.seed.slice() };
    try {
      const listed = await listDevices(device.shared.identity, this.#host.ask);
      if (!listed.ok) return listed;
      if (isNewByKit(listed.value, device.deviceId, this.#host.around().clock()))
        return err({ type: "TooNew" });
      return await act(device, own);
    } finally {
      own.seed.fill(0);
    }
  }

  async #unlocked(): Promise<{ readonly device: Device; readonly identity: KeyPair } | undefined> {
    const [device, account] = [this.#host.device(), this.#host.account()];
    if (device === undefined || account === undefined) return undefined;
    return { device, identity: await identityOf(account) };
  }
}
