import { createPublicKey, verify } from "node:crypto";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { DatabaseSync } from "node:sqlite";
import type { Bytes } from "@goldseam/core";
import { type MailConfig, MailSender } from "./mail.ts";
import { pushKeysFrom } from "./push.ts";

/** Why mail would not be sent: nobody has that name, answers there, shows a certificate that counts, or lets us in. */
export type MailFault = {
  readonly type: "NoSuchHost" | "NoAnswer" | "NoTls" | "SignInRefused" | "NotUnderstood";
};

/** Connects to the mail server and signs in, as the first mail would; sends nothing. Null when all is well. */
export async function checkMail(config: MailConfig): Promise<MailFault | null> {
  const sender = new MailSender(config);
  try {
    await sender.verify();
    return null;
  } catch (error) {
    return { type: faultOf(error as { readonly code?: string; readonly message?: string }) };
  } finally {
    sender.close();
  }
}

function faultOf({ code = "", message = "" }: { readonly code?: string; readonly message?: string }) {
  if (code === "EAUTH") return "SignInRefused";
  if (code === "EDNS" || /ENOTFOUND|EAI_AGAIN/.test(message)) return "NoSuchHost";
  if (code === "ETLS" || /certificate|self-signed|SSL|TLS|wrong version/i.test(message)) return "NoTls";
  return /^(ECONNECTION|ETIMEDOUT|ESOCKET|ECONNREFUSED)$/.test(code) ? "NoAnswer" : "NotUnderstood";
}

/**
 * Whether the key for pushing in an SQLite store signs as push services ask. `none` where the store has none yet: the
 * server makes it when it starts. Changes nothing.
 */
export function checkPushKey(file: string): "signs" | "broken" | "none" {
  if (!existsSync(file)) return "none";
  const database = new DatabaseSync(file, { readOnly: true, timeout: 10_000 });
  try {
    const row = database.prepare("SELECT value FROM secrets WHERE name = 'push'").get();
    if (row === undefined) return "none";
    return signs(row.value as Bytes) ? "signs" : "broken";
  } finally {
    database.close();
  }
}

function signs(kept: Bytes): boolean {
  const keys = pushKeysFrom(kept);
  if (keys === null) return false;
  const [publicKey, privateKey] = [textOf(keys.publicKey), textOf(keys.privateKey)];
  // Loaded when it is asked for, and at once: a server that checks nothing does without it.
  const webPush: typeof import("web-push") = createRequire(import.meta.url)("web-push");
  const headers = webPush.getVapidHeaders(
    "https://push.example",
    "https://notes.example",
    publicKey,
    privateKey,
    "aes128gcm",
  );
  const [head, claims, signature] = /t=([^,]+)/.exec(headers.Authorization)![1]!.split(".");
  const [x, y] = [keys.publicKey.slice(1, 33), keys.publicKey.slice(33)].map(textOf);
  const key = createPublicKey({ key: { kty: "EC", crv: "P-256", x: x!, y: y! }, format: "jwk" });
  const signed = Buffer.from(`${head}.${claims}`);
  return verify("sha256", signed, { key, dsaEncoding: "ieee-p1363" }, Buffer.from(signature!, "base64url"));
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");
