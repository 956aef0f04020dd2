-- Accountability cases: what the lists ask for. Nobody who reported one stands here.
CREATE TABLE accounting (
    number     TEXT PRIMARY KEY,
    opened_at  INTEGER NOT NULL,
    stage      TEXT NOT NULL,
    category   TEXT NOT NULL,
    inquiry    TEXT NOT NULL,
    about      TEXT NOT NULL,
    next_at    INTEGER,
    breached   INTEGER NOT NULL,
    closed_at  INTEGER,
    version    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX accounting_next ON accounting (next_at) WHERE next_at IS NOT NULL;

-- What was decided about whom and still stands, for repetitions within a period.
CREATE TABLE answered (
    number  TEXT NOT NULL,
    staff   TEXT NOT NULL,
    at      INTEGER NOT NULL,
    PRIMARY KEY (staff, at, number)
) STRICT, WITHOUT ROWID;
