-- What is left of a day that was kept long enough: where the journal goes on, and how the day was counted. One row a removed day.
CREATE TABLE checkpoint (
  seq    INTEGER PRIMARY KEY,             -- of the last row that was removed with the day
  chain  BLOB NOT NULL,                   -- of that row: the next one is linked to it
  day    TEXT NOT NULL UNIQUE,
  counts TEXT NOT NULL,                   -- JSON
  mac    BLOB NOT NULL                    -- HMAC of this row and the mac of the one before
) STRICT;
