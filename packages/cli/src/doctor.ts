import { accessSync, constants, existsSync, statfsSync, statSync } from "node:fs";
import path from "node:path";
import { dayMs } from "@goldseam/core";
import {
  checkMail,
  checkPushKey,
  checkSqlite,
  contactOf,
  type MailFault,
  type ServerConfig,
} from "@goldseam/server";
import { readArguments, refuse } from "./arguments.ts";
import { backupAtOf } from "./backup-mark.ts";
import { appDirectory, choicesOf, serveOptions } from "./serve.ts";

const usage = `goldseam doctor [the settings of goldseam serve]

Looks at what the server would run on, changes nothing, and says a line for each thing. Ends with 1 when one of them is
a fault. It says nothing of anyone's: counts at most.
`;

/** Bytes that should be free where the data lies: an append needs room, and so does emptying the log. */
const freeBytesMin = 2 ** 30;
/** Days after which somebody should know how old the last backup is. */
const backupDaysMax = 7;
/** How far the newest receipt time may stand before this machine's clock, in milliseconds. */
const clockAheadMax = 60_000;

/** `fault`: it will not run, or not safely. `look`: it runs, and somebody should know. */
export type Finding = { readonly is: "ok" | "look" | "fault"; readonly says: string };

/** What is seen from outside, as arguments: the tests have other disks and clocks. */
export type Seen = {
  readonly freeBytes: (folder: string) => number;
  readonly now: () => number;
};

const machine: Seen = {
  freeBytes: (folder) => {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  },
  now: () => Date.now(),
};

/** `goldseam doctor` */
export async function doctor(args: readonly string[]): Promise<number> {
  const read = readArguments(args, serveOptions);
  if (!read.ok) return refuse(`${read.error}\n\n${usage}`, 2);
  if (read.value.values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const choices = choicesOf(read.value.values, process.env);
  if (!choices.ok) return refuse(`fault  ${choices.error}\n`, 2);
  const { config, data, database } = choices.value;
  const findings = [
    reachOf(config.listen),
    appOf(appDirectory),
    ...(database === null ? dataOf(data, machine) : [databaseElsewhere]),
    ...pushOf(config, database === null ? path.join(data, "goldseam.sqlite") : null),
    await mailOf(config.mail),
  ];
  for (const { is, says } of findings) process.stdout.write(`${is.padEnd(5)}  ${says}\n`);
  return findings.some(({ is }) => is === "fault") ? 1 : 0;
}

const databaseElsewhere: Finding = {
  is: "look",
  says: "PostgreSQL is looked at when the server starts: it refuses one that could lose what it acknowledged.",
};

/** Whether browsers elsewhere can use what listens here: they need https, and the server to know its origin. */
export function reachOf(listen: { readonly host: string; readonly origins: readonly string[] }): Finding {
  const isHere = ["127.0.0.1", "::1", "localhost"].includes(listen.host);
  const https = listen.origins.filter((origin) => origin.startsWith("https://"));
  if (https.length > 0) return { is: "ok", says: `Reached at ${https.join(", ")}, by a proxy with TLS.` };
  return isHere
    ? { is: "ok", says: "Listens on this machine alone." }
    : {
        is: "look",
        says: `Listens on ${listen.host} without an https origin: browsers on other machines will refuse it. See docs/hosting.md.`,
      };
}

export const appOf = (directory: string): Finding =>
  existsSync(path.join(directory, "index.html"))
    ? { is: "ok", says: "The app is built." }
    : { is: "fault", says: "The app is not built: run npm start once, or npm run build." };

/** What can be said of the folder of an SQLite database. */
export function dataOf(data: string, { freeBytes, now }: Seen): Finding[] {
  if (!existsSync(data))
    return [{ is: "look", says: `${data} does not exist yet; the server makes it when it starts.` }];
  const findings: Finding[] = [folderOf(data)];
  const free = freeBytes(data);
  const gibibytes = (free / 2 ** 30).toFixed(1);
  findings.push(
    free >= freeBytesMin
      ? { is: "ok", says: `${gibibytes} GiB are free for it.` }
      : { is: "fault", says: `Only ${gibibytes} GiB are free for it. A full disk takes nothing more in.` },
  );
  const file = path.join(data, "goldseam.sqlite");
  if (!existsSync(file)) return [...findings, { is: "ok", says: "There is no database yet." }];
  const checked = checkSqlite(file, true);
  if (!checked.ok) {
    const says =
      checked.error.type === "Damaged"
        ? "The database is damaged. Restore a backup; see docs/hosting.md."
        : "The database is not one of this version.";
    return [...findings, { is: "fault", says }];
  }
  const { rooms, items, accounts, newestAt } = checked.value;
  findings.push({
    is: "ok",
    says: `The database is whole: ${items} items, ${rooms} rooms, ${accounts} accounts.`,
  });
  findings.push(
    newestAt <= now() + clockAheadMax
      ? { is: "ok", says: "The clock is not behind what was received." }
      : {
          is: "fault",
          says: "The clock is behind the newest entry: times would stand still until it is reached. Set the clock.",
        },
  );
  return [...findings, backupOf(backupAtOf(data), now())];
}

/** Whether a backup is known of that is young enough to be worth restoring. */
function backupOf(at: number | null, now: number): Finding {
  if (at === null) return { is: "look", says: "No backup is known of. goldseam backup makes one." };
  const days = Math.floor(Math.max(0, now - at) / dayMs);
  const says =
    days === 0 ? "The last backup is less than a day old." : `The last backup is ${days} days old.`;
  return { is: days > backupDaysMax ? "look" : "ok", says };
}

/** What can be said of notifications. `file`: the SQLite database, where there is one. */
export function pushOf(
  { push, listen }: Pick<ServerConfig, "push" | "listen">,
  file: string | null,
): Finding[] {
  const findings: Finding[] = [
    push.services.length === 0
      ? { is: "look", says: "No push service is allowed: nobody can turn notifications on." }
      : { is: "ok", says: `Notifications may go to ${push.services.join(", ")}.` },
  ];
  if (contactOf(push, listen.origins) === null)
    findings.push({
      is: "look",
      says: "Push services are named nobody to turn to, and some refuse that: give an https origin, or GOLDSEAM_PUSH_CONTACT.",
    });
  const key = file === null ? "none" : keyIn(file);
  if (key === "signs") findings.push({ is: "ok", says: "The key for notifications is there, and it signs." });
  if (key === "broken")
    findings.push({
      is: "fault",
      says: "The key for notifications in the database is none. Restore a backup.",
    });
  return findings;
}

/** A database that is damaged, or no store, is told of elsewhere. */
function keyIn(file: string): ReturnType<typeof checkPushKey> {
  return checkSqlite(file, false).ok ? checkPushKey(file) : "none";
}

const mailFaults = {
  NoSuchHost: "The mail server's name leads nowhere. Look at GOLDSEAM_MAIL.",
  NoAnswer: "The mail server does not answer. Look at its name and port, and at what this machine may reach.",
  NoTls: "The mail server offers no TLS that can be believed: look at its port and its certificate.",
  SignInRefused: "The mail server refuses the user or the password.",
  NotUnderstood: "The mail server answers something that was not understood.",
} satisfies Record<MailFault["type"], string>;

/** Whether mail would be sent: it connects and signs in, and sends none. */
export async function mailOf(mail: ServerConfig["mail"]): Promise<Finding> {
  if (mail === null)
    return { is: "ok", says: "No mail is sent, and the app says so. GOLDSEAM_MAIL names a server." };
  const fault = await checkMail(mail);
  return fault === null
    ? { is: "ok", says: "The mail server answers and lets this host in." }
    : { is: "fault", says: mailFaults[fault.type] };
}

function folderOf(data: string): Finding {
  try {
    accessSync(data, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    return { is: "fault", says: `${data} cannot be read and written by this user.` };
  }
  return (statSync(data).mode & 0o077) === 0
    ? { is: "ok", says: `${data} belongs to this user alone.` }
    : { is: "look", says: `${data} is open to other users of this machine. chmod 700 closes it.` };
}
