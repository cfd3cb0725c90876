/** Event types of a practitioner's standing; apart, because a record is opened without the rest. */
export const standingTypes = [
  "practitioner.introduced",
  "confirmation.given",
  "confirmation.accepted",
  "confirmation.declined",
] as const;
