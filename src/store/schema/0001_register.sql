-- The record. Nothing here is ever changed or removed; see the triggers.
CREATE TABLE event (
    seq          INTEGER PRIMARY KEY,
    at           INTEGER NOT NULL,
    recorded_at  INTEGER NOT NULL,
    actor        TEXT NOT NULL,
    on_behalf_of TEXT NOT NULL,
    window       TEXT NOT NULL,
    site         TEXT NOT NULL,
    stream       TEXT NOT NULL,
    version      INTEGER NOT NULL,
    kind         TEXT NOT NULL,
    body         TEXT NOT NULL,
    prev         BLOB NOT NULL,
    hash         BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX event_by_stream ON event (stream, version);

CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER event_is_never_removed BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER event_is_never_replaced BEFORE INSERT ON event
WHEN EXISTS (SELECT 1 FROM event WHERE seq = NEW.seq)
  OR EXISTS (SELECT 1 FROM event WHERE stream = NEW.stream AND version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;

-- What people said and are. The record keeps a salted commitment to each row.
CREATE TABLE private (
    id   INTEGER PRIMARY KEY,
    body TEXT,
    salt BLOB
) STRICT;

-- Commands that carried an id of the sender's own.
CREATE TABLE request (
    id        TEXT PRIMARY KEY,
    first_seq INTEGER NOT NULL,
    last_seq  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Views of the record from here on: each can be thrown away and made again.
CREATE TABLE inquiry (
    inquiry     TEXT PRIMARY KEY,
    received_at INTEGER NOT NULL,
    entered_at  INTEGER NOT NULL,
    back_entry  INTEGER NOT NULL,
    first       TEXT NOT NULL,
    department  TEXT NOT NULL,
    channel     TEXT NOT NULL,
    name        TEXT,
    phone       TEXT,
    unit        TEXT,
    words       TEXT,
    matter      TEXT NOT NULL,
    matter_name TEXT NOT NULL,
    urgency     TEXT NOT NULL,
    green       INTEGER NOT NULL,
    rulebook    TEXT NOT NULL,
    stage       TEXT NOT NULL,
    resolution  TEXT NOT NULL,
    holder      TEXT NOT NULL,
    returns     INTEGER NOT NULL,
    breaches    INTEGER NOT NULL,
    closed_at   INTEGER,
    next_at     INTEGER,
    version     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX inquiry_next ON inquiry (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX inquiry_phone ON inquiry (phone, matter, entered_at) WHERE phone <> '';

CREATE INDEX inquiry_matter ON inquiry (matter, inquiry) WHERE matter <> '';

CREATE TABLE leg (
    inquiry    TEXT NOT NULL,
    leg        INTEGER NOT NULL,
    slip       TEXT NOT NULL,
    sender     TEXT NOT NULL,
    keeper     TEXT NOT NULL,
    department TEXT NOT NULL,
    holder     TEXT NOT NULL,
    sent_at    INTEGER NOT NULL,
    signed_at  INTEGER,
    ended      TEXT NOT NULL,
    ended_at   INTEGER,
    PRIMARY KEY (inquiry, leg)
) STRICT, WITHOUT ROWID;

CREATE TABLE clock (
    inquiry     TEXT NOT NULL,
    run         INTEGER NOT NULL,
    leg         INTEGER NOT NULL,
    clock       TEXT NOT NULL,
    counted_from INTEGER NOT NULL,
    due         INTEGER NOT NULL,
    soon        INTEGER NOT NULL,
    provisional INTEGER NOT NULL,
    extended    INTEGER NOT NULL,
    stopped     TEXT NOT NULL,
    stopped_at  INTEGER,
    breached    TEXT NOT NULL,
    stands_still INTEGER NOT NULL,
    PRIMARY KEY (inquiry, run)
) STRICT, WITHOUT ROWID;

-- What is open, and nothing else: its size is the work in hand, not the years behind.
CREATE TABLE pending (
    inquiry     TEXT NOT NULL,
    leg         INTEGER NOT NULL,
    clock       TEXT NOT NULL,
    clock_limit TEXT NOT NULL,
    due         INTEGER NOT NULL,
    soon        INTEGER NOT NULL,
    provisional INTEGER NOT NULL,
    internal    INTEGER NOT NULL,
    stage       TEXT NOT NULL,
    holder      TEXT NOT NULL,
    department  TEXT NOT NULL,
    first       TEXT NOT NULL,
    keeper      TEXT NOT NULL,
    answerable  TEXT NOT NULL,
    name        TEXT,
    phone       TEXT,
    matter_name TEXT NOT NULL,
    matter_name_en TEXT NOT NULL,
    words       TEXT,
    urgency     TEXT NOT NULL,
    green       INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    returns     INTEGER NOT NULL,
    waits       TEXT NOT NULL,
    custodians  TEXT NOT NULL,
    urged       INTEGER NOT NULL,
    run         INTEGER NOT NULL,
    PRIMARY KEY (inquiry, leg, clock, run)
) STRICT, WITHOUT ROWID;
CREATE INDEX pending_due ON pending (due, inquiry);
CREATE INDEX pending_holder ON pending (holder, due);
CREATE INDEX pending_first ON pending (first, due);

CREATE TABLE notice (
    inquiry  TEXT NOT NULL,
    notice   TEXT NOT NULL,
    at       INTEGER NOT NULL,
    matter   TEXT NOT NULL,
    complete INTEGER NOT NULL,
    second   INTEGER NOT NULL,
    PRIMARY KEY (inquiry, notice)
) STRICT, WITHOUT ROWID;

CREATE TABLE search_key (
    key     TEXT NOT NULL,
    inquiry TEXT NOT NULL,
    PRIMARY KEY (key, inquiry)
) STRICT, WITHOUT ROWID;
CREATE INDEX search_key_inquiry ON search_key (inquiry);

CREATE TABLE handover (
    handover  TEXT PRIMARY KEY,
    leaves    TEXT NOT NULL,
    comes     TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    items     INTEGER NOT NULL,
    open_items INTEGER NOT NULL,
    signed    INTEGER NOT NULL,
    done_at   INTEGER,
    version   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX handover_open ON handover (leaves) WHERE done_at IS NULL;

CREATE TABLE staff (
    staff      TEXT PRIMARY KEY,
    name       TEXT NOT NULL,
    department TEXT NOT NULL,
    body       TEXT NOT NULL,
    version    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Who is away: gone again with the return.
CREATE TABLE presence (
    staff      TEXT PRIMARY KEY,
    since      INTEGER NOT NULL,
    until      INTEGER NOT NULL,
    substitute TEXT NOT NULL,
    reason     TEXT
) STRICT, WITHOUT ROWID;

-- The last number given, by series.
CREATE TABLE serial (
    series TEXT PRIMARY KEY,
    last   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Reference data and settings.
CREATE TABLE office (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE rulebook (
    hash TEXT PRIMARY KEY,
    id   TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE matter (
    matter     TEXT PRIMARY KEY,
    place      INTEGER NOT NULL,
    name       TEXT NOT NULL,
    name_en    TEXT NOT NULL,
    department TEXT NOT NULL,
    body       TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE circumstance (
    circumstance TEXT PRIMARY KEY,
    body         TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Sign-in. The hash alone is worth little: a pepper stands outside this file.
CREATE TABLE credential (
    staff        TEXT PRIMARY KEY,
    phc          TEXT NOT NULL,
    one_time     INTEGER NOT NULL,
    failed       INTEGER NOT NULL,
    locked_until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
