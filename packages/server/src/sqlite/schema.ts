import type { DatabaseSync } from "node:sqlite";

/**
 * The tables, version by version. A released step is never edited: add a new one at the end.
 *
 * - `items.room_key` and `items.device_key` are short numbers for 32 and 16 bytes, and `hash16` holds the first
 *   half of an item's hash: an entry of 300 characters must not rest in more than three times its length.
 *   For the same reason `item` leaves out the room and device of a header; a link is whole.
 * - `items` has one index. A second one by hash would make every commit write a page more for each item, for the
 *   sake of two rare questions (was this sent before; which entry is erased): they read the room's part of
 *   this index instead, newest first. `room_devices.seq` only grows, which keeps each device's numbers unique.
 * - `items` keeps bodies in the row, and rows in the order of arrival: an append touches the end of one table.
 */
export const schemaSteps: readonly string[] = [
  `
  CREATE TABLE secrets (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE rooms (
    room_key INTEGER PRIMARY KEY,
    room BLOB NOT NULL UNIQUE CHECK (length(room) = 32),
    facts BLOB NOT NULL
  ) STRICT;
  CREATE TABLE room_members (
    room_key INTEGER NOT NULL REFERENCES rooms,
    identity BLOB NOT NULL CHECK (length(identity) = 32),
    until_n INTEGER,
    PRIMARY KEY (room_key, identity)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX room_members_by_identity ON room_members (identity);
  CREATE TABLE room_devices (
    device_key INTEGER PRIMARY KEY,
    room_key INTEGER NOT NULL REFERENCES rooms,
    device BLOB NOT NULL CHECK (length(device) = 16),
    seq INTEGER NOT NULL DEFAULT 0,
    newest_item INTEGER,
    UNIQUE (room_key, device)
  ) STRICT;
  CREATE TABLE items (
    item_key INTEGER PRIMARY KEY,
    room_key INTEGER NOT NULL REFERENCES rooms,
    n INTEGER NOT NULL,
    t INTEGER NOT NULL,
    device_key INTEGER REFERENCES room_devices,
    head BLOB NOT NULL,
    hash16 BLOB NOT NULL,
    item BLOB NOT NULL,
    body BLOB
  ) STRICT;
  CREATE UNIQUE INDEX items_by_place ON items (room_key, n, hash16);

  CREATE TABLE accounts (
    account_key INTEGER PRIMARY KEY,
    identity BLOB NOT NULL UNIQUE CHECK (length(identity) = 32)
  ) STRICT;
  CREATE TABLE account_log (
    account_key INTEGER NOT NULL REFERENCES accounts,
    number INTEGER NOT NULL,
    link BLOB NOT NULL,
    PRIMARY KEY (account_key, number)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE account_devices (
    device BLOB PRIMARY KEY CHECK (length(device) = 16),
    account_key INTEGER NOT NULL REFERENCES accounts,
    device_key BLOB NOT NULL CHECK (length(device_key) = 32),
    ended INTEGER NOT NULL DEFAULT 0
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE slots (
    account_key INTEGER NOT NULL REFERENCES accounts,
    kind TEXT NOT NULL,
    locator BLOB NOT NULL,
    login_hash BLOB NOT NULL,
    wrapped BLOB NOT NULL,
    PRIMARY KEY (account_key, kind),
    UNIQUE (kind, locator)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE sessions (
    token_hash BLOB PRIMARY KEY,
    account_key INTEGER NOT NULL REFERENCES accounts,
    device BLOB NOT NULL,
    expires INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX sessions_by_device ON sessions (device);
  CREATE INDEX sessions_by_expiry ON sessions (expires);
  CREATE TABLE spent_challenges (
    challenge BLOB PRIMARY KEY,
    until INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE invites (
    invite_key INTEGER PRIMARY KEY,
    invite BLOB NOT NULL UNIQUE CHECK (length(invite) = 16),
    room BLOB NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'answered', 'used', 'cancelled')),
    expires INTEGER NOT NULL,
    preview BLOB NOT NULL,
    answer BLOB,
    answered_by BLOB
  ) STRICT;
  CREATE INDEX invites_by_room ON invites (room);
  `,
  // When a device was added, by the server's clock, and until when what is private is kept back from it; meetings.
  `
  ALTER TABLE account_log ADD COLUMN t INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE account_devices ADD COLUMN waits_until INTEGER NOT NULL DEFAULT 0;
  CREATE TABLE meetings (
    account_key INTEGER PRIMARY KEY REFERENCES accounts,
    meeting BLOB NOT NULL UNIQUE CHECK (length(meeting) = 16),
    expires INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE meeting_messages (
    account_key INTEGER NOT NULL REFERENCES accounts,
    place INTEGER NOT NULL,
    message BLOB NOT NULL,
    PRIMARY KEY (account_key, place)
  ) STRICT, WITHOUT ROWID;
  `,
  // Reminders: where to, and when. A wake-up without a device is the mailbox's.
  `
  CREATE TABLE push_subscriptions (
    device BLOB PRIMARY KEY CHECK (length(device) = 16),
    account_key INTEGER NOT NULL REFERENCES accounts,
    endpoint TEXT NOT NULL,
    p256dh BLOB NOT NULL CHECK (length(p256dh) = 65),
    auth BLOB NOT NULL CHECK (length(auth) = 16)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX push_subscriptions_by_endpoint ON push_subscriptions (endpoint);
  CREATE TABLE mail_addresses (
    account_key INTEGER PRIMARY KEY REFERENCES accounts,
    address TEXT NOT NULL
  ) STRICT;
  CREATE TABLE mail_confirmations (
    account_key INTEGER PRIMARY KEY REFERENCES accounts,
    address TEXT,
    number TEXT,
    tries INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    sent INTEGER NOT NULL,
    sent_since INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE wake_ups (
    account_key INTEGER NOT NULL REFERENCES accounts,
    device BLOB NOT NULL CHECK (length(device) IN (0, 16)),
    at INTEGER NOT NULL,
    PRIMARY KEY (account_key, device, at)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX wake_ups_by_time ON wake_ups (at);
  `,
];

/**
 * Brings the database to the newest schema, one transaction a step.
 *
 * Throws when a newer program has written it: an older one would not know what it must keep.
 */
export function applySchema(database: DatabaseSync): void {
  database.exec("CREATE TABLE IF NOT EXISTS schema_steps (step INTEGER PRIMARY KEY) STRICT");
  const row = database.prepare("SELECT coalesce(max(step), 0) AS done FROM schema_steps").get();
  const done = Number(row?.done);
  if (done > schemaSteps.length) throw new Error("this database was written by a newer version of goldseam");
  for (const [index, step] of schemaSteps.entries()) {
    if (index < done) continue;
    database.exec(`BEGIN IMMEDIATE; ${step} INSERT INTO schema_steps VALUES (${index + 1}); COMMIT`);
  }
}
