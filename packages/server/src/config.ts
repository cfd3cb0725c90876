import { type Bytes, minuteMs } from "@goldseam/core";
import { limits } from "@goldseam/sync";
import { type MetricsConfig, metricsRefusal } from "./metrics/listener.ts";
import type { BucketSize } from "./rate-limits.ts";
import { type MailConfig, mailRefusal } from "./reminders/mail.ts";
import { type PushConfig, pushRefusal } from "./reminders/push.ts";

/** Everything a host may choose about the relay, in one place. Read once, at start. */
export type ServerConfig = {
  readonly listen: {
    /** Address to listen on. Default `127.0.0.1`: plain http is for this machine alone. */
    readonly host: string;
    /** TCP port; 0 takes any free one. Default 7424. */
    readonly port: number;
    /**
     * Origins that may use the server besides one whose host is the request's own `Host`, for example
     * `https://goldseam.example`. Default none. Needed where a proxy changes `Host`.
     */
    readonly origins: readonly string[];
    /** Whether `X-Forwarded-For` is believed. Default false: anyone may write it, unless a proxy overwrites it. */
    readonly trustProxy: boolean;
  };
  readonly app: {
    /** Folder of the built app; null serves none. Default null. */
    readonly directory: string | null;
    /** Where `/leave` goes: a page that says nothing about who looks at it. Default the BBC's weather. */
    readonly leaveTo: string;
  };
  readonly host: {
    /** The public key by which this host signs what it confirms of practitioners. Default null: it confirms nobody. */
    readonly key: Bytes | null;
  };
  readonly rooms: {
    /** Rooms whose state is kept in memory, about 4 kB each. Default 10,000: one file read more beyond it. */
    readonly cachedMax: number;
    /** Newest heads kept for each cached room, 32 bytes each. Default 64: older ones cost one read. */
    readonly headsKeptMax: number;
    /** Rooms that one account may found or be in. Default 200: a caseload with room to spare. */
    readonly perAccountMax: number;
    /** Invites that one room may hold. Default 50: each is one row that strangers may ask about. */
    readonly invitesMax: number;
  };
  readonly accounts: {
    /** Links of one account log. Default 1,000: far above any person's devices, and the whole log is one answer. */
    readonly logLinksMax: number;
    /** Sessions kept in memory. Default 20,000, about 200 bytes each. */
    readonly sessionsCachedMax: number;
    /**
     * Milliseconds for which a session is believed without asking the store. Default 10 s: how long a session
     * that another process ended may live on here. One ended here ends at once.
     */
    readonly sessionTrustedMs: number;
  };
  readonly live: {
    /** Bytes waiting on one line above which it is fed from the store, at the reader's pace. Default 262,144. */
    readonly waitingBytesMax: number;
    /** Lines of one account. Default 16: a few devices with a few tabs. */
    readonly linesPerAccountMax: number;
    /** Milliseconds between pings; a line silent for two is closed. Default 30 s: below usual proxy limits. */
    readonly pingMs: number;
  };
  /** Token buckets: how many at once, and how many a second after that. Addresses are held in memory alone. */
  readonly pace: {
    /** Requests without a session, by address. Default 60, then 1 a second: guessing costs time. */
    readonly strangerRequests: BucketSize;
    /** Accounts made, by address. Default 10, then one in ten minutes. */
    readonly accountsMade: BucketSize;
    /** Wrong openings of one slot from one address. Default 10, then one in five minutes: a password is not guessed online. */
    readonly slotOpenings: BucketSize;
    /**
     * Wrong openings of one slot from everywhere together, beyond which only addresses that were never wrong there are
     * looked at. Default 60, then one a minute.
     */
    readonly slotGuesses: BucketSize;
    /** Requests with a session, by account. Default 1,200, then 20 a second. */
    readonly accountRequests: BucketSize;
    /** Items appended, by account. Default 5,000, then 20 a second: an outbox of months goes in one go. */
    readonly accountItems: BucketSize;
    /** Bytes appended, by account. Default 32 MiB, then 64 KiB a second: a disk is not filled in an afternoon. */
    readonly accountBytes: BucketSize;
    /** Mails with a number that confirms an address, by the whole host. Default 60, then one a minute: nobody is mailed in bulk. */
    readonly numbersSent: BucketSize;
    /** The same, to one address whoever asks. Default 3, then one in eight hours: strangers cannot fill a mailbox. */
    readonly numbersToOne: BucketSize;
    /** Keys that each bucket remembers. Default 50,000, about 100 bytes each. */
    readonly keysMax: number;
  };
  /** Push notifications, which need nothing more than to be allowed out. */
  readonly push: PushConfig;
  /** How mail is sent. Default null: none is, and the app says so. */
  readonly mail: MailConfig | null;
  /** Where metrics are shown. Default null: nowhere. */
  readonly metrics: MetricsConfig | null;
  readonly time: {
    /** Milliseconds within which a request must have arrived. Default 30 s: slow senders hold a socket. */
    readonly requestMs: number;
    /** Milliseconds within which a request's head must have arrived. Default 10 s: it is a kilobyte. */
    readonly headMs: number;
    /** Milliseconds between two looks for requests that take too long. Default 5 s. */
    readonly lookMs: number;
    /** Milliseconds for which an idle connection stays open. Default 65 s: above usual proxies' 60 s. */
    readonly keepAliveMs: number;
    /** Milliseconds between two looks for reminders that are due. Default 20 s: they stand on whole five minutes. */
    readonly remindMs: number;
    /** Milliseconds between two sweeps of what has expired. Default 10 minutes. */
    readonly sweepMs: number;
  };
};

export const defaultConfig: ServerConfig = {
  listen: { host: "127.0.0.1", port: 7424, origins: [], trustProxy: false },
  app: { directory: null, leaveTo: "https://www.bbc.com/weather" },
  host: { key: null },
  rooms: { cachedMax: 10_000, headsKeptMax: 64, perAccountMax: 200, invitesMax: 50 },
  accounts: { logLinksMax: 1_000, sessionsCachedMax: 20_000, sessionTrustedMs: 10_000 },
  live: { waitingBytesMax: 262_144, linesPerAccountMax: 16, pingMs: 30_000 },
  pace: {
    strangerRequests: { atOnce: 60, perSecond: 1 },
    accountsMade: { atOnce: 10, perSecond: 1 / 600 },
    slotOpenings: { atOnce: 10, perSecond: 1 / 300 },
    slotGuesses: { atOnce: 60, perSecond: 1 / 60 },
    accountRequests: { atOnce: 1_200, perSecond: 20 },
    accountItems: { atOnce: 5_000, perSecond: 20 },
    accountBytes: { atOnce: 32 * limits.appendBytesMax, perSecond: 65_536 },
    numbersSent: { atOnce: 60, perSecond: 1 / 60 },
    numbersToOne: { atOnce: 3, perSecond: 1 / (8 * 3_600) },
    keysMax: 50_000,
  },
  push: {
    services: [
      "fcm.googleapis.com",
      "*.push.services.mozilla.com",
      "*.notify.windows.com",
      "*.push.apple.com",
    ],
    contact: null,
  },
  mail: null,
  metrics: null,
  time: {
    requestMs: 30_000,
    headMs: 10_000,
    lookMs: 5_000,
    keepAliveMs: 65_000,
    remindMs: 20_000,
    sweepMs: 10 * minuteMs,
  },
};

/** What a host wrote down: any field of any group. */
export type ConfigChoices = {
  readonly [Group in keyof Omit<ServerConfig, "metrics" | "mail">]?: Partial<ServerConfig[Group]>;
} & { readonly metrics?: MetricsConfig | null; readonly mail?: MailConfig | null };

/**
 * The defaults with `choices` in place of them.
 *
 * Throws on an origin or an address that is none, on metrics that others could read, and on mail in clear: a host's typo.
 */
export function configFrom({ metrics = null, mail = null, ...choices }: ConfigChoices): ServerConfig {
  const groups = Object.entries(defaultConfig).map(([name, group]) => [
    name,
    { ...group, ...choices[name as keyof typeof choices] },
  ]);
  const config = { ...Object.fromEntries(groups), metrics, mail } as ServerConfig;
  const refusal =
    (metrics && metricsRefusal(metrics)) ?? (mail && mailRefusal(mail)) ?? pushRefusal(config.push);
  if (refusal !== null) throw new Error(refusal);
  for (const origin of config.listen.origins) {
    if (new URL(origin).origin !== origin) throw new Error(`not an origin: ${origin}`);
  }
  new URL(config.app.leaveTo);
  return config;
}
