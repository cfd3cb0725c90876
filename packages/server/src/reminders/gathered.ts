import { type Bytes, base64url } from "@goldseam/core";
import type { TakenWakeUps, WakeUpTarget } from "../store.ts";

/** A wake-up that was taken, with what its target is, where there still is one. An empty device is the mailbox. */
export type WakeUpRow = {
  readonly identity: Bytes;
  readonly device: Bytes;
  readonly at: number;
  readonly endpoint: string | null;
  readonly p256dh: Bytes | null;
  readonly auth: Bytes | null;
  readonly address: string | null;
};

/** Whom the taken rows wake: each target once, and none for a wake-up before `lateBefore`. */
export function gathered(
  rows: readonly WakeUpRow[],
  { lateBefore, isMore }: { readonly lateBefore: number; readonly isMore: boolean },
): TakenWakeUps {
  const due = new Map<string, WakeUpTarget>();
  const late = { push: 0, mail: 0 };
  for (const row of rows) {
    const target = targetOf(row);
    if (row.at < lateBefore) late[row.device.length === 0 ? "mail" : "push"] += 1;
    else if (target !== null) due.set(base64url(target.kind === "push" ? row.device : row.identity), target);
  }
  return { due: [...due.values()], late, isMore };
}

function targetOf({ identity, device, endpoint, p256dh, auth, address }: WakeUpRow): WakeUpTarget | null {
  if (device.length === 0) return address === null ? null : { kind: "mail", identity, address };
  if (endpoint === null || p256dh === null || auth === null) return null;
  return { kind: "push", device, endpoint, p256dh, auth };
}
