-- Who pressed: the clerk who was signed in, and the paired machine (`local`: the server's own PC). NULL: the house itself, or a row
-- of before. The chain covers them where they are not NULL, so older rows keep the chain they have.
ALTER TABLE journal ADD COLUMN clerk TEXT;
ALTER TABLE journal ADD COLUMN device TEXT;
