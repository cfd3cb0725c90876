import { monitorEventLoopDelay } from "node:perf_hooks";
import type { ApiError } from "@goldseam/sync";
import { type ReminderCount, reminderEnds, reminderKinds } from "../reminders/sender.ts";
import type { Store } from "../store.ts";
import { Counter, Histogram, type Metric, reading, textOf } from "./exposition.ts";

/** An answered request as the metrics see it: nothing of who asked, about what, or with which words. */
export type Answered = {
  /** The pattern of the address, never the address. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
  readonly refused?: ApiError["type"] | undefined;
};

/** What the running server is asked for at each scrape. */
export type MetricsSources = {
  readonly store: Pick<Store, "bytes">;
  readonly live: () => { readonly lines: number; readonly waitingBytes: number; readonly rooms: number };
  readonly now: () => number;
  /** When the last backup was finished, in milliseconds; null when nobody knows. */
  readonly lastBackupAt: () => number | null;
};

/** Seconds: from an append in memory to a request that somebody gave up on. */
const secondsBounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
const lagResolutionMs = 20;

/**
 * Counts what the relay does, for whoever looks after it.
 *
 * Sums over everyone: no account, room, member, device or address is a label, and no text that anyone sent. What
 * is asked of the store is its size alone.
 */
export class RelayMetrics {
  readonly #sources: MetricsSources;
  readonly #requests = new Counter({
    name: "goldseam_requests_total",
    help: "Requests answered, by pattern of the address and class of the status.",
  });
  readonly #refusals = new Counter({
    name: "goldseam_refusals_total",
    help: "Requests refused, by type of the error.",
  });
  readonly #seconds = new Histogram({
    name: "goldseam_request_seconds",
    help: "Seconds from a request's head to its answer, by pattern of the address.",
    label: "route",
    bounds: secondsBounds,
  });
  readonly #appends = new Counter({
    name: "goldseam_appends_total",
    help: "Batches stored by this process.",
  });
  readonly #items = new Counter({ name: "goldseam_items_total", help: "Items stored by this process." });
  readonly #reminders = new Counter({
    name: "goldseam_reminders_total",
    help: "Pushes, mails and mailed numbers, by how they ended.",
  });
  readonly #lag = monitorEventLoopDelay({ resolution: lagResolutionMs });
  readonly #metrics: readonly Metric[];
  #storeBytes: number | null = null;

  constructor(sources: MetricsSources) {
    this.#sources = sources;
    this.#lag.enable();
    const { live, now, lastBackupAt } = sources;
    // Counted from nothing, so that the first one shows as a rise.
    this.#appends.add(0);
    this.#items.add(0);
    for (const kind of reminderKinds)
      for (const ended of reminderEnds) this.#reminders.add(0, { kind, ended });
    this.#metrics = [
      this.#requests,
      this.#refusals,
      this.#seconds,
      this.#appends,
      this.#items,
      this.#reminders,
      reading({ name: "goldseam_lines", help: "Live lines open at this process." }, () => live().lines),
      reading(
        { name: "goldseam_lines_waiting_bytes", help: "Bytes that wait on live lines." },
        () => live().waitingBytes,
      ),
      reading(
        { name: "goldseam_rooms_followed", help: "Rooms that at least one line here follows." },
        () => live().rooms,
      ),
      reading(
        { name: "goldseam_store_bytes", help: "Bytes of the database; absent when it does not answer." },
        () => this.#storeBytes,
      ),
      reading(
        { name: "goldseam_backup_age_seconds", help: "Since the last backup; absent when none is known of." },
        () => {
          const at = lastBackupAt();
          return at === null ? null : Math.max(0, now() - at) / 1_000;
        },
      ),
      reading(
        {
          name: "goldseam_event_loop_lag_seconds",
          help: "How much later than asked the process got its turn, since the last scrape.",
        },
        () => this.#takeLag(),
      ),
      reading({ name: "process_resident_memory_bytes", help: "Memory of this process." }, () =>
        process.memoryUsage.rss(),
      ),
      reading(
        {
          name: "process_cpu_seconds_total",
          help: "Processor time of this process since its start.",
          type: "counter",
        },
        () => {
          const { user, system } = process.cpuUsage();
          return (user + system) / 1e6;
        },
      ),
    ];
  }

  answered({ route, status, ms, refused }: Answered): void {
    this.#requests.add(1, { route, status: `${Math.floor(status / 100)}xx` });
    this.#seconds.observe(route, ms / 1_000);
    if (refused !== undefined) this.#refusals.add(1, { type: refused });
  }

  appended(items: number): void {
    this.#appends.add();
    this.#items.add(items);
  }

  reminded(count: ReminderCount, by: number): void {
    this.#reminders.add(by, count);
  }

  /** The text of a scrape. A store that does not answer leaves its size out, and everything else in. */
  async text(): Promise<string> {
    this.#storeBytes = await this.#sources.store.bytes().catch(() => null);
    return textOf(this.#metrics);
  }

  close(): void {
    this.#lag.disable();
  }

  #takeLag() {
    const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e9 - lagResolutionMs / 1_000);
    const lag = this.#lag;
    if (lag.count === 0) return null;
    const samples = [0.5, 0.99].map((quantile) => ({
      labels: { quantile: String(quantile) },
      value: late(lag.percentile(quantile * 100)),
    }));
    const most = { labels: { quantile: "1" }, value: late(lag.max) };
    lag.reset();
    return [...samples, most];
  }
}
