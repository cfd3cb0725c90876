import { type Bytes, equalBytes, err, type Instant, ok, type RandomBytes, type Result } from "@goldseam/core";
import {
  type AccountSeed,
  boxPairOf,
  handOver,
  identityOf,
  type MeetingKeys,
  type MeetingPlace,
  makeAccountLogLink,
  meetingCommitmentOf,
  meetingFragmentOf,
  meetingKeysOf,
  meetingNonceLength,
  meetingSecretLength,
  meetingSecretOf,
  meetingWordBits,
  type NewDeviceKeys,
  newDevicePair,
  openInMeeting,
  readNewDevice,
  sealInMeeting,
  showNewDevice,
  takeOver,
} from "@goldseam/crypto/open";
import { actedLinkLength, deviceIdOf, parseAccountLogLink } from "@goldseam/crypto/verify";
import type { Transport, WireError } from "../net/transport.ts";
import type { Surroundings } from "../surroundings.ts";
import type { Device, TakenOver } from "./device.ts";
import { pullLog } from "./devices.ts";

/** How often each side looks for the other's message. */
const lookMs = 1_000;

/** Where a meeting stands. `bits` are what both screens show as two words. */
export type MeetingStep =
  | { readonly step: "waiting" }
  | { readonly step: "compare"; readonly bits: Bytes }
  /** The account is handed over: the new device may choose its password, and the own one is done. */
  | { readonly step: "handed over" }
  | { readonly step: "over"; readonly why: "expired" | "swapped" | "refused" };

/** What both sides of a meeting have in common: the secret, the messages, and who is told of each step. */
class Meeting {
  readonly keys: MeetingKeys;
  readonly #around: Pick<Surroundings, "random" | "timer">;
  readonly #ask: Transport["ask"];
  #state: MeetingStep = { step: "waiting" };
  #cancelLook: () => void = () => undefined;
  readonly #listeners = new Set<() => void>();

  constructor(keys: MeetingKeys, around: Pick<Surroundings, "random" | "timer">, ask: Transport["ask"]) {
    this.keys = keys;
    this.#around = around;
    this.#ask = ask;
  }

  get state(): MeetingStep {
    return this.#state;
  }
  get isOver(): boolean {
    return this.#state.step === "over" || this.#state.step === "handed over";
  }
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  move(state: MeetingStep): void {
    if (this.isOver) return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
  end(why: "expired" | "swapped" | "refused"): void {
    this.#cancelLook();
    this.move({ step: "over", why });
  }

  async put(place: MeetingPlace, text: Bytes): Promise<boolean> {
    const message = await sealInMeeting(this.keys, place, text, this.#around.random);
    const put = await this.#ask("putInMeeting", { meeting: this.keys.id, place, message });
    // Somebody else stood here first, or the code is too old: nothing was told to whoever it is.
    if (!put.ok) this.end(put.error.type === "MeetingMoved" ? "swapped" : "expired");
    return put.ok;
  }

  /** Calls `take` with the message at `place` once it is there, looking again and again until the meeting is over. */
  lookFor(place: MeetingPlace, take: (text: Bytes) => Promise<void>): void {
    const again = (): void => {
      this.#cancelLook = this.#around.timer(() => void look().catch(() => this.end("refused")), lookMs);
    };
    const look = async (): Promise<void> => {
      if (this.isOver) return;
      const looked = await this.#ask("lookInMeeting", { meeting: this.keys.id });
      if (this.isOver) return;
      if (!looked.ok) return looked.error.type === "Unreachable" ? again() : this.end("expired");
      const sealed = looked.value.messages[place - 1];
      if (sealed === undefined) return again();
      const text = await openInMeeting(this.keys, place, sealed);
      // What does not open was not sealed by who holds the code.
      if (text === null) return this.end("swapped");
      await take(text);
    };
    again();
  }
}

/** An own device's side: shows a code, compares two words, and lets the new device in. */
export class OwnMeeting {
  readonly fragment: string;
  readonly expires: Instant;
  readonly #meeting: Meeting;
  readonly #account: AccountSeed;
  readonly #device: Device;
  readonly #profile: Bytes;
  readonly #ask: Transport["ask"];
  readonly #clock: Surroundings["clock"];
  #newDevice: NewDeviceKeys | undefined;

  private constructor(
    held: { fragment: string; expires: Instant; meeting: Meeting },
    own: { account: AccountSeed; device: Device; profile: Bytes },
    around: { ask: Transport["ask"]; clock: Surroundings["clock"] },
  ) {
    this.fragment = held.fragment;
    this.expires = held.expires;
    this.#meeting = held.meeting;
    this.#account = own.account;
    this.#device = own.device;
    this.#profile = own.profile;
    this.#ask = around.ask;
    this.#clock = around.clock;
  }

  /**
   * Opens a meeting: a code that one device can answer, once, within a minute.
   *
   * `account` is this meeting's own copy, and is wiped when it ends.
   *
   * - Errors: `TooNew` in the first day of a device that was added with the kit.
   */
  static async open(
    own: { account: AccountSeed; device: Device; profile: Bytes },
    around: Pick<Surroundings, "random" | "timer" | "clock">,
    ask: Transport["ask"],
  ): Promise<Result<OwnMeeting, WireError>> {
    const secret = around.random(meetingSecretLength);
    const keys = await meetingKeysOf(secret);
    const opened = await ask("openMeeting", { meeting: keys.id });
    if (!opened.ok) {
      own.account.seed.fill(0);
      return opened;
    }
    const meeting = new Meeting(keys, around, ask);
    const expires = opened.value.expires as Instant;
    const held = { fragment: meetingFragmentOf(secret), expires, meeting };
    const made = new OwnMeeting(held, own, { ask, clock: around.clock });
    meeting.lookFor(1, (commitment) => made.#answer(commitment, around.random));
    return ok(made);
  }

  get state(): MeetingStep {
    return this.#meeting.state;
  }
  subscribe(listener: () => void): () => void {
    return this.#meeting.subscribe(listener);
  }

  async #answer(commitment: Bytes, random: RandomBytes): Promise<void> {
    const nonce = random(meetingNonceLength);
    if (!(await this.#meeting.put(2, nonce))) return;
    this.#meeting.lookFor(3, async (text) => {
      const device = readNewDevice(text, commitment);
      if (device === null) return this.#meeting.end("swapped");
      this.#newDevice = device;
      this.#meeting.move({ step: "compare", bits: meetingWordBits(this.#meeting.keys, nonce, device) });
    });
  }

  /** The person saw the same two words on both screens: the new device is let in. */
  async confirm(): Promise<Result<void, WireError | { type: "AccountLogDamaged" | "MeetingOver" }>> {
    const device = this.#newDevice;
    if (device === undefined || this.#meeting.isOver) return err({ type: "MeetingOver" });
    const identity = await identityOf(this.#account);
    const log = await pullLog(identity.publicBytes, this.#ask);
    if (!log.ok) return log;
    const link = await makeAccountLogLink(
      {
        identity: identity.publicBytes,
        number: log.value.length + 1,
        previous: log.value.at(-1)!.link.hash,
        type: "device by code",
        at: this.#clock(),
        device: deviceIdOf(device.deviceKey),
        deviceKey: device.deviceKey,
        by: this.#device.deviceId,
      },
      identity,
      this.#device.device,
    );
    const held = {
      link: link.bytes,
      account: this.#account,
      secretKey: this.#device.secretKey,
      profile: this.#profile,
    };
    const isPut = await this.#meeting.put(4, await handOver(held, this.#meeting.keys, device.boxKey));
    if (!isPut) return err({ type: "MeetingOver" });
    this.#meeting.move({ step: "handed over" });
    this.#account.seed.fill(0);
    return ok(undefined);
  }

  /** Ends it: the words differed, the person went away, or Private was locked. Nothing was handed over. */
  async end(): Promise<void> {
    this.#account.seed.fill(0);
    if (this.#meeting.isOver) return;
    this.#meeting.end("refused");
    await this.#ask("endMeeting", {});
  }
}

/** The new device's side: answers a code, shows two words, and is handed the account. */
export class NewDeviceMeeting {
  readonly #meeting: Meeting;
  #taken: TakenOver | undefined;

  private constructor(meeting: Meeting) {
    this.#meeting = meeting;
  }

  static async answer(
    fragment: string,
    around: Pick<Surroundings, "random" | "timer">,
    ask: Transport["ask"],
  ): Promise<Result<NewDeviceMeeting, WireError | { type: "NotAMeeting" }>> {
    const secret = meetingSecretOf(fragment);
    if (!secret.ok) return secret;
    const { random } = around;
    const meeting = new Meeting(await meetingKeysOf(secret.value), around, ask);
    const [device, box] = [await newDevicePair(), await boxPairOf(random(32))];
    const own: NewDeviceKeys = {
      deviceKey: device.publicBytes,
      boxKey: box.publicBytes,
      nonce: random(meetingNonceLength),
    };
    const made = new NewDeviceMeeting(meeting);
    if (!(await meeting.put(1, meetingCommitmentOf(own)))) return ok(made);
    meeting.lookFor(2, async (nonce) => {
      if (!(await meeting.put(3, showNewDevice(own)))) return;
      meeting.move({ step: "compare", bits: meetingWordBits(meeting.keys, nonce, own) });
      meeting.lookFor(4, async (boxed) => {
        const taken = await takeOver(boxed, meeting.keys, box, actedLinkLength);
        const link = taken && parseAccountLogLink(taken.link);
        const isOurs = link?.ok && equalBytes(link.value.deviceKey, device.publicBytes);
        if (taken === null || !isOurs) return meeting.end("swapped");
        made.#taken = { ...taken, device };
        meeting.move({ step: "handed over" });
      });
    });
    return ok(made);
  }

  get state(): MeetingStep {
    return this.#meeting.state;
  }
  /** Present once the account was handed over. */
  get taken(): TakenOver | undefined {
    return this.#taken;
  }
  subscribe(listener: () => void): () => void {
    return this.#meeting.subscribe(listener);
  }
  /** The person went away. */
  end(): void {
    this.#taken?.account.seed.fill(0);
    this.#meeting.end("refused");
  }
}
