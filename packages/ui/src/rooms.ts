export type Room = "today" | "together" | "private" | "practitioner";

/** Neutral on purpose: an address says nothing to someone who reads the history. */
export const roomAddresses: Readonly<Record<Room, string>> = {
  today: "/today",
  together: "/together",
  private: "/notes",
  practitioner: "/talk",
};
