import type { OwnPush } from "@goldseam/client/reminders";
import type { Bytes } from "@goldseam/core";

/** What this browser can do about notifications, and does. `install`: only an app on the home screen may. */
export type PushHere = "none" | "install" | "denied" | "off" | "on";

/** Looks, and asks nobody. */
export async function pushHere(): Promise<PushHere> {
  if (!("PushManager" in window) || !("Notification" in window) || !("serviceWorker" in navigator))
    return isAppleTouch() && !isInstalled() ? "install" : "none";
  if (Notification.permission === "denied") return "denied";
  return (await subscription()) === null ? "off" : "on";
}

/**
 * Asks the person, and then the browser's push service, for what the server needs to push here.
 *
 * Call it from a press of theirs alone: a question that comes by itself says what this app could do.
 */
export async function subscribe(key: Bytes): Promise<OwnPush | "denied" | "unreachable"> {
  if ((await Notification.requestPermission()) !== "granted") return "denied";
  const { pushManager } = await navigator.serviceWorker.ready;
  try {
    const asked = { userVisibleOnly: true, applicationServerKey: key };
    // One that was made for another server's key cannot be used, and no second one beside it can be made.
    await (await pushManager.getSubscription())?.unsubscribe();
    return ownPushOf(await pushManager.subscribe(asked));
  } catch {
    // The browser's own service did not answer, or does not exist here.
    return "unreachable";
  }
}

/** Afterwards this browser takes no push for this app. */
export async function unsubscribe(): Promise<void> {
  await (await subscription())?.unsubscribe();
}

async function subscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker?.getRegistration();
  return (await registration?.pushManager?.getSubscription()) ?? null;
}

function ownPushOf(made: PushSubscription): OwnPush {
  const keyOf = (name: PushEncryptionKeyName): Bytes => new Uint8Array(made.getKey(name)!);
  return { endpoint: made.endpoint, p256dh: keyOf("p256dh"), auth: keyOf("auth") };
}

const isInstalled = (): boolean => matchMedia("(display-mode: standalone)").matches;
const isAppleTouch = (): boolean =>
  /iPhone|iPad/.test(navigator.userAgent) ||
  (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);
