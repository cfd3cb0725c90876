/** The frozen numbers of slots. Source: docs/formats/slots.md; a number is never given to anything else. */
export const slotCount = 128;

const range = (from: number, until: number): readonly number[] =>
  Array.from({ length: until - from }, (_, index) => from + index);

/** Groups of slots: first number, and the number after the last. */
export const slotGroups = {
  topics: [0, 26],
  touch: [26, 34],
  phases: [34, 39],
  answers: [39, 48],
  houseRules: [48, 64],
  openness: [64, 80],
  listItems: [80, 112],
  showing: [112, 116],
  texts: [116, 128],
} as const satisfies Record<string, readonly [number, number]>;
export type SlotGroup = keyof typeof slotGroups;

/** The house rule whose pause takes effect at once (P03.5). */
export const contactSlot = 53;

/** Slots of a daily round, in the order of their points. */
export const dailySlots = range(0, slotCount);
/** Slots of a quick round, in the order of their points: house rules, showing lines, short texts. */
export const quickSlots = [...range(...slotGroups.houseRules), ...range(slotGroups.showing[0], slotCount)];
/** A start names one of these. */
export const startSlotsEnd = slotGroups.houseRules[0];

/** Whether `value` is the number of a slot. */
export const isSlot = (value: number): boolean => Number.isInteger(value) && value >= 0 && value < slotCount;

export const isIn = (group: SlotGroup, slot: number): boolean =>
  slot >= slotGroups[group][0] && slot < slotGroups[group][1];

/** Showing lines that only a daily round decides, though quick rounds carry a point for them (P08, P22.1). */
export const dailyShowingSlots: readonly number[] = [114, 115];

/** Whether a quick round may add this slot (OP.16). */
export const quickDecides = (slot: number): boolean =>
  quickSlots.includes(slot) && !dailyShowingSlots.includes(slot);

/** Sexual contact, openness and touch: they do not outlast 72 hours without a newer round (OP.4). */
export const hasNoGrace = (slot: number): boolean =>
  slot === contactSlot || isIn("openness", slot) || isIn("touch", slot);
