-- How content visitors were: counts of answers that are alike, and no row an answer, so that not even their order tells who gave which.
CREATE TABLE rating (
  day       TEXT NOT NULL,                -- business day
  hour      INTEGER NOT NULL,             -- on the office's wall clock
  counter   INTEGER NOT NULL,
  service   TEXT NOT NULL,
  face      INTEGER NOT NULL,             -- 1 to 5
  reasons   TEXT NOT NULL,                -- JSON, sorted
  complaint INTEGER NOT NULL,             -- 1: one of the reasons is a complaint
  count     INTEGER NOT NULL,
  PRIMARY KEY (day, hour, counter, service, face, reasons)
) STRICT, WITHOUT ROWID;
