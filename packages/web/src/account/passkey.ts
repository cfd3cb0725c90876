import type { Bytes } from "@goldseam/core";

/** What a passkey of this device gave out for a salt, and how to find it again. */
export type PasskeySecret = { readonly credential: Bytes; readonly salt: Bytes; readonly secret: Bytes };

/** The passkey's name where the browser lists it: it says nothing. */
const shownName = "Notes";
const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));

/** Whether this browser can ask this device's own lock (finger, face, code). What it gives out shows only in trying. */
export const hasDeviceLock = async (): Promise<boolean> =>
  typeof PublicKeyCredential !== "undefined" &&
  (await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable().catch(() => false));

/**
 * Makes a passkey on this device and asks it for a secret. Null when the person turned away, or the device has none to give.
 *
 * The secret comes from the passkey's pseudo-random function (WebAuthn level 3): no server ever sees it.
 */
export async function makePasskey(): Promise<PasskeySecret | null> {
  const salt = random(32);
  const made = await attempt(() =>
    navigator.credentials.create({
      publicKey: {
        challenge: random(32),
        rp: { name: shownName },
        user: { id: random(16), name: shownName, displayName: shownName },
        pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: "public-key", alg })),
        authenticatorSelection: {
          authenticatorAttachment: "platform",
          userVerification: "required",
          residentKey: "discouraged",
        },
        extensions: { prf: { eval: { first: salt } } },
      },
    }),
  );
  if (made === null) return null;
  const credential = new Uint8Array(made.rawId);
  // Some give the secret out at once, others at the first use.
  const secret = secretIn(made) ?? (await askPasskey({ credential, salt }));
  return secret === null ? null : { credential, salt, secret };
}

/** Asks this device's passkey for its secret. Null when the person turned away. */
export async function askPasskey({ credential, salt }: Omit<PasskeySecret, "secret">): Promise<Bytes | null> {
  const got = await attempt(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: random(32),
        allowCredentials: [{ type: "public-key", id: credential }],
        userVerification: "required",
        extensions: { prf: { eval: { first: salt } } },
      },
    }),
  );
  return got && secretIn(got);
}

function secretIn(credential: PublicKeyCredential): Bytes | null {
  const first = credential.getClientExtensionResults().prf?.results?.first;
  if (first === undefined) return null;
  return ArrayBuffer.isView(first)
    ? new Uint8Array(first.buffer as ArrayBuffer, first.byteOffset, first.byteLength).slice()
    : new Uint8Array(first as ArrayBuffer);
}

async function attempt(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential | null> {
  try {
    return (await ask()) as PublicKeyCredential | null;
  } catch (error) {
    // Turned away, timed out, or not to be had here: all one to the person, who has the password.
    if (error instanceof DOMException) return null;
    throw error;
  }
}
