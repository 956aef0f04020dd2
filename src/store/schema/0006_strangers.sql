-- Tries to sign in with numbers that nobody has, under a digest of each.
CREATE TABLE stranger (
    stranger     TEXT PRIMARY KEY,
    failed       INTEGER NOT NULL,
    locked_until INTEGER NOT NULL,
    at           INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
