import type { DatabaseSync } from "node:sqlite";
import { err, type Result } from "@goldseam/core";
import type { Full } from "../store.ts";
import { isFull } from "./database.ts";
import type { KnownRooms } from "./known-rooms.ts";

/** Stores a change, or says why not, once it has reached the disk. */
export type Write = <T, E>(change: () => Result<T, E>) => Promise<Result<T, E | Full>>;

type Job = { run(): void; refuse(error: unknown): void; answer(): void };

/** Changes after which a transaction is made even while more are being asked for. */
const groupMax = 256;

/**
 * Runs changes that are asked for together in one transaction, in the order in which they were asked.
 *
 * A group is closed by the first turn of the event loop that brings nothing more: under load those who were just
 * answered ask again within the next turns, and a lone change waits one empty turn, which is nothing beside the
 * wait for the disk.
 */
export function groupCommit(database: DatabaseSync, rooms: KnownRooms): Write {
  let waiting: Job[] = [];
  const begin = database.prepare("BEGIN IMMEDIATE");
  const commit = database.prepare("COMMIT");

  const inTransaction = (work: () => void): void => {
    begin.run();
    try {
      rooms.begun();
      work();
      commit.run();
    } catch (error) {
      // SQLite has already undone everything itself after some failures, such as a full disk.
      if (database.isTransaction) database.exec("ROLLBACK");
      rooms.forget();
      throw error;
    }
  };

  const flush = (): void => {
    const jobs = waiting;
    waiting = [];
    try {
      inTransaction(() => {
        for (const job of jobs) job.run();
      });
      for (const job of jobs) job.answer();
    } catch {
      for (const job of jobs) flushAlone(job);
    }
  };

  const flushOnceQuiet = (seen: number): void => {
    setImmediate(() => {
      const isQuiet = waiting.length === seen || waiting.length >= groupMax;
      if (isQuiet) flush();
      else flushOnceQuiet(waiting.length);
    });
  };

  const flushAlone = (job: Job): void => {
    try {
      inTransaction(job.run);
      job.answer();
    } catch (error) {
      job.refuse(error);
    }
  };

  return <T, E>(change: () => Result<T, E>) =>
    new Promise<Result<T, E | Full>>((resolve, reject) => {
      let result: Result<T, E>;
      const job: Job = {
        run: () => {
          result = change();
        },
        answer: () => resolve(result),
        refuse: (error) => (isFull(error) ? resolve(err({ type: "Full" })) : reject(error)),
      };
      waiting.push(job);
      if (waiting.length === 1) flushOnceQuiet(0);
    });
}
