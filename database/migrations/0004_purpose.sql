-- Why: the database of an example or a replay must never be taken for a person's own, nor the other way round. It says what it is.

-- Written once, by whoever creates or upgrades the file. A database from before this step has no row until it is opened.
CREATE TABLE purpose (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    word TEXT NOT NULL CHECK (word IN ('real', 'example', 'replay'))
) STRICT;

CREATE TRIGGER purpose_is_never_changed BEFORE UPDATE ON purpose
BEGIN SELECT RAISE (ABORT, 'what a database is for does not change'); END;
CREATE TRIGGER purpose_is_never_deleted BEFORE DELETE ON purpose
BEGIN SELECT RAISE (ABORT, 'what a database is for does not change'); END;
