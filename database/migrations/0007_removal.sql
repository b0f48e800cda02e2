-- Why: removing an account left no trace in the journal and could not be taken back. It becomes an operation, and a CHECK list can only be
-- extended by making its table anew: the same rows, numbers and hashes, and what was counted about rows that are gone.

CREATE TEMP TABLE kept_operation AS SELECT * FROM operation;
CREATE TEMP TABLE kept_sequence AS SELECT seq FROM sqlite_sequence WHERE name = 'operation';
PRAGMA defer_foreign_keys=ON;
DROP TABLE operation;
CREATE TABLE operation (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
    time INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('opening', 'top_up', 'transfer_out', 'borrow', 'repay', 'buy', 'sell',
        'open_position', 'close_position', 'correction', 'liquidation', 'interest', 'reversal', 'removal')),
    holder INTEGER NOT NULL REFERENCES holder (number),
    note TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    contributed_before TEXT CHECK (contributed_before NOT GLOB '*[^-0-9.]*' AND contributed_before <> ''),
    contributed_after TEXT CHECK (contributed_after NOT GLOB '*[^-0-9.]*' AND contributed_after <> ''),
    hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
INSERT INTO operation SELECT * FROM kept_operation ORDER BY sequence;
UPDATE sqlite_sequence SET seq = (SELECT seq FROM kept_sequence) WHERE name = 'operation';
DROP TABLE kept_operation;
DROP TABLE kept_sequence;

CREATE INDEX operation_by_holder ON operation (holder, sequence);
CREATE TRIGGER operation_is_never_changed BEFORE UPDATE ON operation
BEGIN SELECT RAISE (ABORT, 'the journal is append-only: book a reversal'); END;
CREATE TRIGGER operation_is_never_deleted BEFORE DELETE ON operation
BEGIN SELECT RAISE (ABORT, 'the journal is append-only: book a reversal'); END;
CREATE TRIGGER revision_after_operation AFTER INSERT ON operation BEGIN UPDATE revision SET portfolio = portfolio + 1; END;
