-- A press writes one tree, not five. The ids of commands are looked up in memory (those of this business day and of the one before),
-- the numbers of entries go up by themselves, and a ticket comes into the table for reports when it is closed.
-- The journal is written anew once, two seconds for each year that is kept: SQLite cannot take UNIQUE out of a table.
CREATE TABLE journal_of_one_tree (
  seq        INTEGER PRIMARY KEY,
  at         INTEGER NOT NULL,            -- ms UTC
  day        TEXT,                        -- business day in the office's time zone
  command_id TEXT NOT NULL,
  command    TEXT NOT NULL,
  role       TEXT NOT NULL,
  counter    INTEGER,
  input      TEXT NOT NULL,               -- JSON
  answer     TEXT NOT NULL,               -- JSON
  events     TEXT NOT NULL,               -- JSON
  chain      BLOB NOT NULL,               -- HMAC of this row and the chain of the one before
  clerk      TEXT,                        -- who pressed; NULL: the house itself, or a row of before it was kept
  device     TEXT
) STRICT;
INSERT INTO journal_of_one_tree
  SELECT seq, at, day, command_id, command, role, counter, input, answer, events, chain, clerk, device FROM journal ORDER BY seq;
DROP TABLE journal;
ALTER TABLE journal_of_one_tree RENAME TO journal;
CREATE INDEX journal_days ON journal (seq) WHERE command = 'day:open';

-- One row a ticket that is closed, for reports. Written with the journal, and can be made again from it.
CREATE TABLE closed_ticket (
  day             TEXT NOT NULL,
  id              TEXT NOT NULL,
  number          TEXT NOT NULL,
  service         TEXT NOT NULL,          -- of the last errand
  priority        TEXT NOT NULL,
  outcome         TEXT NOT NULL,
  counter         INTEGER,
  issued_at       INTEGER NOT NULL,       -- all moments ms UTC
  arrived_at      INTEGER NOT NULL,       -- of the last errand
  effective_at    INTEGER NOT NULL,
  first_called_at INTEGER,
  called_at       INTEGER,
  serving_since   INTEGER,
  closed_at       INTEGER NOT NULL,
  calls           INTEGER NOT NULL,
  services_done   INTEGER NOT NULL,
  PRIMARY KEY (day, id)
) STRICT, WITHOUT ROWID;
INSERT INTO closed_ticket
  SELECT day, id, number, service, priority, outcome, counter, issued_at, arrived_at, effective_at, first_called_at, called_at,
         serving_since, closed_at, calls, services_done
  FROM ticket WHERE state = 'closed' ORDER BY day, id;
DROP TABLE ticket;
