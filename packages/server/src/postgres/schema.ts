import type { Query } from "./connections.ts";

/**
 * Partitions of each table that grows with the rooms. Fixed for ever with the first step: an item's partition is
 * computed from it. Sixteen take 512 TB, vacuum in parallel, and cost a question that names its room nothing.
 */
const partitions = 16;

/** The partitions of `table`, in order. */
export const partitionsOf = (table: string): readonly string[] =>
  Array.from({ length: partitions }, (_, index) => `${table}_p${index}`);

const partitioned = (table: string, columns: string, storage: string): string =>
  [
    `CREATE TABLE ${table} (${columns}) PARTITION BY HASH (room);`,
    ...partitionsOf(table).map(
      (name, index) =>
        `CREATE TABLE ${name} PARTITION OF ${table}
           FOR VALUES WITH (MODULUS ${partitions}, REMAINDER ${index})${storage};`,
    ),
  ].join("\n");

/**
 * The tables, version by version. A released step is never edited: add a new one at the end.
 *
 * - Everything of a room carries the room itself, so that one partition, and in a distributed database one
 *   machine, holds all of it.
 * - `rooms` is the row that every append locks and moves. It is small, has no index beside its key and has free
 *   space in its pages, so that moving it writes neither an index nor the room's facts.
 * - `items` has one index, as in SQLite: `hash16` rides in it for two rare questions. Bodies are sealed, so they are
 *   never tried for compression.
 * - Autovacuum's usual fifth of a table is years of a partition that only grows; it is told a number of rows.
 */
export const schemaSteps: readonly string[] = [
  [
    "CREATE TABLE secrets (name text PRIMARY KEY, value bytea NOT NULL);",
    // Numbers of server processes, so that each knows its own word among what is told.
    "CREATE SEQUENCE process_numbers;",
    partitioned(
      "rooms",
      `room bytea PRIMARY KEY CHECK (octet_length(room) = 32),
       n integer NOT NULL, t bigint NOT NULL, head bytea NOT NULL`,
      " WITH (fillfactor = 60)",
    ),
    partitioned("room_facts", "room bytea PRIMARY KEY, facts bytea NOT NULL", " WITH (fillfactor = 80)"),
    partitioned(
      "room_members",
      `room bytea, identity bytea CHECK (octet_length(identity) = 32), until_n integer,
       PRIMARY KEY (room, identity)`,
      "",
    ),
    "CREATE INDEX room_members_by_identity ON room_members (identity);",
    partitioned(
      "room_devices",
      `room bytea, device bytea CHECK (octet_length(device) = 16), seq bigint NOT NULL, newest_n integer NOT NULL,
       PRIMARY KEY (room, device)`,
      " WITH (fillfactor = 60)",
    ),
    partitioned(
      "items",
      `room bytea NOT NULL, n integer NOT NULL, t bigint NOT NULL, device bytea, head bytea NOT NULL,
       hash16 bytea NOT NULL, item bytea NOT NULL, body bytea, PRIMARY KEY (room, n) INCLUDE (hash16)`,
      " WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000)",
    ),
    ...["items", ...partitionsOf("items")].map(
      (table) =>
        `ALTER TABLE ${table} ALTER COLUMN item SET STORAGE EXTERNAL, ALTER COLUMN body SET STORAGE EXTERNAL;`,
    ),
    `
    CREATE TABLE accounts (identity bytea PRIMARY KEY CHECK (octet_length(identity) = 32));
    CREATE TABLE account_log (
      identity bytea REFERENCES accounts, number integer, link bytea NOT NULL, PRIMARY KEY (identity, number)
    );
    CREATE TABLE account_devices (
      device bytea PRIMARY KEY CHECK (octet_length(device) = 16),
      identity bytea NOT NULL REFERENCES accounts,
      device_key bytea NOT NULL CHECK (octet_length(device_key) = 32),
      ended boolean NOT NULL DEFAULT false
    );
    CREATE TABLE slots (
      identity bytea REFERENCES accounts, kind text, locator bytea NOT NULL, login_hash bytea NOT NULL,
      wrapped bytea NOT NULL, PRIMARY KEY (identity, kind), CONSTRAINT one_locator_one_account UNIQUE (kind, locator)
    );
    CREATE TABLE sessions (
      token_hash bytea PRIMARY KEY, identity bytea NOT NULL REFERENCES accounts, device bytea NOT NULL,
      expires bigint NOT NULL
    );
    CREATE INDEX sessions_by_device ON sessions (device);
    CREATE INDEX sessions_by_expiry ON sessions (expires);
    CREATE TABLE spent_challenges (challenge bytea PRIMARY KEY, until bigint NOT NULL);
    CREATE INDEX spent_challenges_by_end ON spent_challenges (until);
    CREATE TABLE invites (
      invite bytea PRIMARY KEY CHECK (octet_length(invite) = 16),
      place bigint GENERATED ALWAYS AS IDENTITY,
      room bytea NOT NULL,
      state text NOT NULL CHECK (state IN ('open', 'answered', 'used', 'cancelled')),
      expires bigint NOT NULL,
      preview bytea NOT NULL,
      answer bytea,
      answered_by bytea
    );
    CREATE INDEX invites_by_room ON invites (room);
    CREATE INDEX open_invites_by_expiry ON invites (expires) WHERE state = 'open';
    `,
  ].join("\n"),
  // When a device was added, by the server's clock, and until when what is private is kept back from it; meetings.
  `
  ALTER TABLE account_log ADD COLUMN t bigint NOT NULL DEFAULT 0;
  ALTER TABLE account_devices ADD COLUMN waits_until bigint NOT NULL DEFAULT 0;
  CREATE TABLE meetings (
    identity bytea PRIMARY KEY REFERENCES accounts,
    meeting bytea NOT NULL CHECK (octet_length(meeting) = 16),
    expires bigint NOT NULL,
    CONSTRAINT one_meeting_one_account UNIQUE (meeting)
  );
  CREATE TABLE meeting_messages (
    identity bytea REFERENCES meetings ON DELETE CASCADE, place integer, message bytea NOT NULL,
    PRIMARY KEY (identity, place)
  );
  `,
  // Reminders: where to, and when. A wake-up without a device is the mailbox's.
  `
  CREATE TABLE push_subscriptions (
    device bytea PRIMARY KEY CHECK (octet_length(device) = 16),
    identity bytea NOT NULL REFERENCES accounts,
    endpoint text NOT NULL,
    p256dh bytea NOT NULL CHECK (octet_length(p256dh) = 65),
    auth bytea NOT NULL CHECK (octet_length(auth) = 16)
  );
  CREATE INDEX push_subscriptions_by_identity ON push_subscriptions (identity);
  CREATE INDEX push_subscriptions_by_endpoint ON push_subscriptions (endpoint);
  CREATE TABLE mail_addresses (identity bytea PRIMARY KEY REFERENCES accounts, address text NOT NULL);
  CREATE TABLE mail_confirmations (
    identity bytea PRIMARY KEY REFERENCES accounts,
    address text,
    number text,
    tries integer NOT NULL,
    expires bigint NOT NULL,
    sent integer NOT NULL,
    sent_since bigint NOT NULL
  );
  CREATE TABLE wake_ups (
    identity bytea REFERENCES accounts,
    device bytea CHECK (octet_length(device) IN (0, 16)),
    at bigint,
    PRIMARY KEY (identity, device, at)
  );
  CREATE INDEX wake_ups_by_time ON wake_ups (at);
  `,
];

/** One lock for all programs that bring a schema up at the same moment. The number says nothing. */
const schemaLock = 7_424_001;

/**
 * Brings the database to the newest schema, in one transaction; of several processes that start, one does it.
 *
 * Throws when a newer program has written it: an older one would not know what it must keep.
 */
export async function applySchema(inTransaction: (work: (query: Query) => Promise<void>) => Promise<void>) {
  await inTransaction(async (query) => {
    await query(`SELECT pg_advisory_xact_lock(${schemaLock})`);
    await query("CREATE TABLE IF NOT EXISTS schema_steps (step integer PRIMARY KEY)");
    const { rows } = await query("SELECT coalesce(max(step), 0) AS done FROM schema_steps");
    const done = rows[0]!.done as number;
    if (done > schemaSteps.length)
      throw new Error("this database was written by a newer version of goldseam");
    for (const [index, step] of schemaSteps.entries()) {
      if (index < done) continue;
      await query(step);
      await query("INSERT INTO schema_steps VALUES ($1)", [index + 1]);
    }
  });
}
