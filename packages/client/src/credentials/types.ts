/** Event types of a practitioner's credentials; apart, because a record is opened without the rest. */
export const credentialTypes = [
  "practitioner.introduced",
  "confirmation.given",
  "confirmation.accepted",
  "confirmation.declined",
] as const;
