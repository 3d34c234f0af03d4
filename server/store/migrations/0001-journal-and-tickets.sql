-- The truth: one row per command that was carried out, with the facts it made. Rows are added, never changed.
CREATE TABLE journal (
  seq        INTEGER PRIMARY KEY AUTOINCREMENT,
  at         INTEGER NOT NULL,            -- ms UTC
  day        TEXT,                        -- business day in the office's time zone
  command_id TEXT NOT NULL UNIQUE,
  command    TEXT NOT NULL,
  role       TEXT NOT NULL,
  counter    INTEGER,
  input      TEXT NOT NULL,               -- JSON
  answer     TEXT NOT NULL,               -- JSON
  events     TEXT NOT NULL,               -- JSON
  chain      BLOB NOT NULL                -- HMAC of this row and the chain of the one before
) STRICT;

-- Where a day begins: the office in memory is read from there.
CREATE INDEX journal_days ON journal (seq) WHERE command = 'day:open';

-- One row a ticket, for reports. Written with the journal, and can be made again from it.
CREATE TABLE ticket (
  id              TEXT PRIMARY KEY,
  day             TEXT NOT NULL,
  number          TEXT NOT NULL,
  service         TEXT NOT NULL,          -- of the present or last errand
  priority        TEXT NOT NULL,
  state           TEXT NOT NULL,
  outcome         TEXT,
  counter         INTEGER,
  issued_at       INTEGER NOT NULL,       -- all moments ms UTC
  arrived_at      INTEGER NOT NULL,       -- of the present or last errand
  effective_at    INTEGER NOT NULL,
  first_called_at INTEGER,
  called_at       INTEGER,
  serving_since   INTEGER,
  closed_at       INTEGER,
  calls           INTEGER NOT NULL,
  services_done   INTEGER NOT NULL,
  UNIQUE (day, number)
) STRICT, WITHOUT ROWID;
