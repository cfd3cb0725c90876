import type { SeamDrawing } from "./seam.ts";
import * as words from "./words.gen/words.ts";

/** How far the gold reaches, in words. */
export function goldWords(share: number): string {
  if (share === 0) return words.goldNone();
  if (share < 0.16) return words.goldFirst();
  if (share < 0.36) return words.goldLittle();
  if (share < 0.6) return words.goldHalf();
  if (share < 0.85) return words.goldMost();
  return words.goldNearly();
}

/** The drawing in a sentence: for those who do not see it, and beside it for all. */
export function seamWords(drawing: SeamDrawing, names: readonly (string | undefined)[] = []): string {
  if (drawing.unnamed) return words.seamUnnamed();
  const [only, ...others] = drawing.cracks;
  if (only && others.length === 0) return words.seamOne({ gold: goldWords(only.share) });
  const cracks = drawing.cracks.map((crack, index) => {
    const gold = goldWords(crack.share);
    const name = names[index];
    const place = index + 1;
    return name ? words.seamCrackNamed({ place, name, gold }) : words.seamCrack({ place, gold });
  });
  return words.seamSeveral({ count: cracks.length, cracks: cracks.join("; ") });
}
