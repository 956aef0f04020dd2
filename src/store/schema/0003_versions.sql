-- A handover can be called off.
ALTER TABLE handover ADD COLUMN cancelled_at INTEGER;
DROP INDEX handover_open;
CREATE INDEX handover_open ON handover (leaves)
    WHERE done_at IS NULL AND cancelled_at IS NULL;

-- One row a version of a matter; days as 2026-10-01, empty where none is set.
CREATE TABLE matter_version (
    matter     TEXT NOT NULL,
    effective  TEXT NOT NULL,
    cancelled  TEXT NOT NULL,
    place      INTEGER NOT NULL,
    name       TEXT NOT NULL,
    name_en    TEXT NOT NULL,
    department TEXT NOT NULL,
    body       TEXT NOT NULL,
    PRIMARY KEY (matter, effective)
) STRICT, WITHOUT ROWID;
INSERT INTO matter_version
    SELECT matter, '', '', place, name, name_en, department, body FROM matter;
DROP TABLE matter;
ALTER TABLE matter_version RENAME TO matter;
