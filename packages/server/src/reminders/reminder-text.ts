import words from "./words/en.json" with { type: "json" };

/** The one sentence of every push, every subject and every mail (docs/safety.md, DV.1). */
export const reminderText: string = words.reminder;
