type Place = { readonly start: number; readonly end: number };
export type Piece = { readonly text: string; readonly marks: readonly number[] };

/**
 * Where a place of `before` stands in `after`, or null when its own words were changed.
 *
 * - Source: one edit lies between the longest common beginning and the longest common end.
 */
export function movedPlace(place: Place, before: string, after: string): Place | null {
  if (before === after) return place;
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail])
    tail += 1;
  if (place.end <= head) return place;
  const shift = after.length - before.length;
  if (place.start >= before.length - tail) return { start: place.start + shift, end: place.end + shift };
  return null;
}

/** A text cut where marks begin and end; together the pieces are the text. `marks` are indices of `places`. */
export function piecesOf(text: string, places: readonly (Place | null)[]): Piece[] {
  const cuts = new Set([0, text.length]);
  for (const place of places) {
    if (place === null) continue;
    cuts.add(Math.min(place.start, text.length));
    cuts.add(Math.min(place.end, text.length));
  }
  const sorted = [...cuts].sort((one, other) => one - other);
  return sorted.slice(0, -1).map((start, index) => ({
    text: text.slice(start, sorted[index + 1]),
    marks: places.flatMap((place, mark) =>
      place !== null && place.start <= start && place.end > start ? [mark] : [],
    ),
  }));
}
