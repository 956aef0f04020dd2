-- The ledger: every inquiry, newest first, found from any side of it.
CREATE INDEX inquiry_first ON inquiry (first, inquiry);
CREATE INDEX inquiry_channel ON inquiry (channel, inquiry);
CREATE INDEX inquiry_unclosed ON inquiry (stage, inquiry) WHERE stage <> 'closed';
CREATE INDEX leg_holder ON leg (holder, inquiry);
CREATE INDEX leg_department ON leg (department, inquiry);

-- What ran late or was broken: one row each, for good.
CREATE TABLE breach (
    inquiry    TEXT NOT NULL,
    breach     INTEGER NOT NULL,
    rule       TEXT NOT NULL,
    leg        INTEGER NOT NULL,
    department TEXT NOT NULL,
    hands      TEXT NOT NULL,
    at         INTEGER NOT NULL,
    due        INTEGER,
    excused    INTEGER NOT NULL,
    own_fault  INTEGER,
    PRIMARY KEY (inquiry, breach)
) STRICT, WITHOUT ROWID;
CREATE INDEX breach_rule ON breach (rule, inquiry);

-- Words of the visitor, each pair of neighbouring hanzi a term. The texts stand
-- elsewhere; this keeps only where each term occurs.
CREATE VIRTUAL TABLE said USING fts5(terms, content='', contentless_delete=1, detail='none');
