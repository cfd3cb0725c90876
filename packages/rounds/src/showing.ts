import { hourMs, type Instant, type MemberId, type RoomFacts } from "@goldseam/core";
import { roundLimits } from "./limits.ts";
import { pairingTopic, wishOf } from "./reveal.ts";
import { refKey } from "./round-ref.ts";
import { bothLines, later, pairOf, type RevealInRecord, type RoundsState } from "./state.ts";

/** How one member's part of a showing reads. Nothing here says why somebody did not arrive. */
export type Part =
  | { readonly reads: "waiting" }
  | { readonly reads: "arrived"; readonly value: string }
  /** Opened, and the words were erased since. */
  | { readonly reads: "removed" }
  | { readonly reads: "did-not-arrive" };

/** What a showing reads at a moment. `shown` is true once both opened; before that no value is in it. */
export type Showing = { readonly shown: boolean; readonly parts: ReadonlyMap<MemberId, Part> };

/** What is next for one member's client in a showing, by itself and without asking. */
export type ShowingStep = "commit" | "open" | null;

/** How the showing of `topic` reads at `now`; null where nobody committed and both did not wish it. */
export function showingOf(state: RoundsState, topic: string, room: RoomFacts, now: Instant): Showing | null {
  const pair = pairOf(room);
  const begun = begunAt(state, topic, room);
  if (pair === null || begun === null) return null;
  const reveal = state.reveals.get(topic);
  const shown = reveal?.openings.size === 2;
  const isLate = now >= begun + roundLimits.arriveWithin.value * hourMs;
  return { shown, parts: new Map(pair.map((member) => [member, partOf(member, reveal, shown, isLate)])) };
}

function partOf(member: MemberId, reveal: RevealInRecord | undefined, shown: boolean, isLate: boolean): Part {
  if (!reveal?.openings.has(member)) return { reads: isLate ? "did-not-arrive" : "waiting" };
  if (!shown) return { reads: "waiting" };
  const words = reveal.words.get(member);
  return words === undefined ? { reads: "removed" } : { reads: "arrived", value: words.value };
}

/** When both wishes were known; for pairing, when the first committed. */
function begunAt(state: RoundsState, topic: string, room: RoomFacts): Instant | null {
  if (topic === pairingTopic) {
    const committed = [...(state.reveals.get(topic)?.commitments.values() ?? [])].map(({ at }) => at);
    return committed.length > 0 ? (Math.min(...committed) as Instant) : null;
  }
  const wish = wishOf(topic);
  const lines = wish && bothLines(state.rounds.get(refKey({ kind: wish.kind, number: wish.number })), room);
  return lines && later(lines[0].at, lines[1].at);
}

/** What `member`'s client does next for `topic`: it needs no tap, since the wish was the yes. */
export function nextShowingStep(state: RoundsState, topic: string, member: MemberId): ShowingStep {
  const reveal = state.reveals.get(topic);
  if (!reveal?.commitments.has(member)) return "commit";
  return reveal.commitments.size === 2 && !reveal.openings.has(member) ? "open" : null;
}
