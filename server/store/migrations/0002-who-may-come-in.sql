-- Who may come in. Apart from the journal of the day: these rows change, and hold nothing but hashes of secrets.
CREATE TABLE device (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL,
  role       TEXT NOT NULL,
  counter    INTEGER,
  token_hash TEXT NOT NULL UNIQUE,        -- SHA-256
  paired_at  INTEGER NOT NULL             -- ms UTC
) STRICT;

CREATE TABLE clerk (
  id       TEXT PRIMARY KEY,
  name     TEXT NOT NULL UNIQUE,
  pin_hash TEXT NOT NULL                  -- scrypt
) STRICT;

CREATE TABLE session (
  token_hash TEXT PRIMARY KEY,            -- SHA-256
  kind       TEXT NOT NULL,               -- manager or clerk
  clerk      TEXT,
  counter    INTEGER,
  place      TEXT NOT NULL,               -- the machine it was begun on
  began_at   INTEGER NOT NULL             -- ms UTC
) STRICT;

CREATE TABLE secret (
  name TEXT PRIMARY KEY,
  hash TEXT NOT NULL                      -- scrypt
) STRICT;
