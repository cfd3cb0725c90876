import type { Client, NotWritten, Room } from "@goldseam/client";
import type { EventId, Result, RoomEvent } from "@goldseam/core";
import {
  answerDiary,
  answerItem,
  type CheckAnswer,
  type CheckId,
  type DiaryId,
  draftsToErase,
  finishMeasure,
  keepCheck,
  type Making,
  type MeasureId,
  type MeasureJournal,
  measureJournal,
  measureOf,
  openSitting,
  type Responses,
  type Sitting,
  startMeasure,
  type WordingRef,
} from "@goldseam/measures";
import { today } from "../person.svelte.ts";
import { sentenceOf } from "../trouble/sentence.ts";

/** What this person answered, as their own room holds it now. */
export const journalOf = (room: Room): MeasureJournal => room.foldWith(measureJournal);

/** Writes answers into a person's own room: one act after the other, each on what the one before left. */
export class OwnAnswers {
  /** Why the last act was not kept; undefined when it was. */
  trouble = $state<string | undefined>();
  readonly #room: Room;
  readonly #client: Client;
  #turn: Promise<void> = Promise.resolve();

  constructor(room: Room, client: Client) {
    this.#room = room;
    this.#client = client;
  }

  /** Saves one answer as it is given; the first one begins the sitting. `slot` names the words of a practitioner's form. */
  answer(id: MeasureId, item: number, value: number | null, slot?: WordingRef): void {
    this.#act((journal, making) => {
      const { sitting, begun } = this.#sitting(journal, id, making, slot);
      return [...begun, ...answerItem(measureOf(id)!, sitting, { item, value }, making)];
    });
  }

  /** Ends a sitting; its drafts are then erased, here and on the server. */
  finish(id: MeasureId, answered: { responses: Responses; unscored: Responses }, slot?: WordingRef): void {
    this.#act((journal, making) => {
      const { sitting, begun } = this.#sitting(journal, id, making, slot);
      return [...begun, ...finishMeasure(sitting, { ...answered, on: today() }, making)];
    });
    this.eraseDrafts();
  }

  diary(id: DiaryId, value: number | string | null): void {
    this.#act((_, making) => answerDiary(id, { value, on: today() }, making));
  }

  /** Keeps a check of our own; gives a sentence when it could not. */
  async keep(check: CheckId, answers: readonly CheckAnswer[]): Promise<string | undefined> {
    this.#act((_, making) => keepCheck(check, { answers, on: today() }, making));
    await this.settled();
    return this.trouble;
  }

  /** Takes the words of drafts that are over, or too old, out of every copy. Nothing when there are none. */
  eraseDrafts(): void {
    this.#inTurn(async () => {
      const hashes = draftsToErase(journalOf(this.#room), this.#room.now());
      if (hashes.length > 0) this.#note(await this.#client.redact(this.#room, hashes));
    });
  }

  /** Resolves when everything so far is kept, or was refused. */
  settled(): Promise<void> {
    return this.#turn;
  }

  #act(make: (journal: MeasureJournal, making: Making) => readonly RoomEvent[]): void {
    this.#inTurn(async () => {
      const newId = (): EventId => this.#client.stamp().id as EventId;
      const events = make(journalOf(this.#room), { now: this.#room.now(), newId });
      this.#note(await this.#client.write(this.#room, events));
    });
  }

  #sitting(journal: MeasureJournal, id: MeasureId, making: Making, slot?: WordingRef) {
    const open = openSitting(journal, id, making.now);
    // Half answered in other words: that sitting is left as it is, and another begins.
    if (open && (slot === undefined || open.wording.version === slot.version))
      return { sitting: open, begun: [] };
    const begun = startMeasure(measureOf(id)!, making, slot);
    const wording = measureOf(id)!.wording ?? slot;
    const sitting: Sitting = {
      sittingId: begun[0]!.id,
      measure: id,
      wording: { version: wording?.version ?? "", language: wording?.language ?? "" },
      begun: making.now,
      answers: new Map(),
      drafts: [],
      flags: new Set(),
      status: "open",
    };
    return { sitting, begun };
  }

  #note(written: Result<void, NotWritten | { readonly type: string }>): void {
    this.trouble = written.ok ? undefined : sentenceOf(written.error);
  }

  #inTurn(act: () => Promise<void>): void {
    const turn = this.#turn.then(act);
    // The next act goes on; what is no expected refusal is a bug and is reported as one.
    this.#turn = turn.catch(reportError);
  }
}
