-- A display may be for a part of the hall.
ALTER TABLE device ADD COLUMN zone TEXT;
