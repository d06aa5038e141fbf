/**
 * SQL steps from an empty file to the present shape; `PRAGMA user_version` counts those done.
 * Steps are only ever added. The log is append-only by trigger, so that no code path can rewrite history.
 */
export const MIGRATIONS = [
  `
  CREATE TABLE transactions (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    identity TEXT NOT NULL
  ) STRICT;
  CREATE TABLE changes (
    seq INTEGER NOT NULL REFERENCES transactions (seq),
    position INTEGER NOT NULL,
    document_id TEXT NOT NULL,
    mutations TEXT NOT NULL,
    after TEXT,
    PRIMARY KEY (seq, position)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX changes_by_document ON changes (document_id, seq);
  CREATE TABLE documents (
    id TEXT PRIMARY KEY,
    body TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TRIGGER transactions_stay BEFORE UPDATE ON transactions
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
  CREATE TRIGGER transactions_kept BEFORE DELETE ON transactions
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
  CREATE TRIGGER changes_stay BEFORE UPDATE ON changes
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
  CREATE TRIGGER changes_kept BEFORE DELETE ON changes
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END
  `,
  // Where a document came and went, without reading its edits in between.
  `CREATE INDEX deletions_by_document ON changes (document_id, seq) WHERE after IS NULL`,
  // What the Studio remembers for each person: settings, not content, so they are no part of the log.
  `CREATE TABLE key_values (
    identity TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (identity, key)
  ) STRICT, WITHOUT ROWID`,
  // From which session or token a transaction came; unknown for those before.
  'ALTER TABLE transactions ADD COLUMN session TEXT',
] as const
