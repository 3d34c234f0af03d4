-- One row that is written over when the disk has refused a turn, to find out whether it takes anything again.
CREATE TABLE probe (
  id   INTEGER PRIMARY KEY CHECK (id = 1),
  at   INTEGER NOT NULL,                  -- ms UTC
  fill BLOB NOT NULL                      -- larger than a page, so that a full disk says no
) STRICT;
