-- What is counted of an inquiry, beside the inquiry.
ALTER TABLE inquiry ADD COLUMN on_the_spot INTEGER NOT NULL DEFAULT 0;
ALTER TABLE inquiry ADD COLUMN ran_out INTEGER NOT NULL DEFAULT 0;
ALTER TABLE inquiry ADD COLUMN second_notices INTEGER NOT NULL DEFAULT 0;
ALTER TABLE inquiry ADD COLUMN escalated INTEGER NOT NULL DEFAULT 0;
ALTER TABLE inquiry ADD COLUMN rating INTEGER NOT NULL DEFAULT 0;

-- What is rare is found among a million by an index of its own.
CREATE INDEX inquiry_ran_out ON inquiry (inquiry) WHERE ran_out > 0;
CREATE INDEX inquiry_returned ON inquiry (inquiry) WHERE returns > 0;
CREATE INDEX inquiry_second ON inquiry (inquiry) WHERE second_notices > 0;
CREATE INDEX inquiry_escalated ON inquiry (inquiry) WHERE escalated > 0;
CREATE INDEX inquiry_badly ON inquiry (inquiry) WHERE rating BETWEEN 1 AND 2;

-- In whose hands it lay, one stretch after another; empty hands are the visitor's.
CREATE TABLE turn (
    inquiry    TEXT NOT NULL,
    turn       INTEGER NOT NULL,
    leg        INTEGER NOT NULL,
    holder     TEXT NOT NULL,
    department TEXT NOT NULL,
    from_at    INTEGER NOT NULL,
    until_at   INTEGER,
    PRIMARY KEY (inquiry, turn)
) STRICT, WITHOUT ROWID;
