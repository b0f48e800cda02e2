-- The newest schema, written by a test from the migrations; do not edit.

CREATE TABLE account (
    number INTEGER PRIMARY KEY REFERENCES holder (number),
    name TEXT NOT NULL,
    owner TEXT NOT NULL,
    note TEXT NOT NULL,
    mode TEXT NOT NULL CHECK (mode IN ('cross', 'isolated')),
    symbol TEXT NOT NULL CHECK ((mode = 'isolated') = (symbol <> '')),
    base_asset TEXT NOT NULL,
    quote_asset TEXT NOT NULL CHECK (quote_asset <> ''),
    profile TEXT NOT NULL,
    own_thresholds INTEGER NOT NULL CHECK (own_thresholds IN (0, 1)),
    initial TEXT NOT NULL CHECK (initial NOT GLOB '*[^0-9.]*' AND initial <> ''),
    margin_call TEXT NOT NULL CHECK (margin_call NOT GLOB '*[^0-9.]*' AND margin_call <> ''),
    liquidation TEXT NOT NULL CHECK (liquidation NOT GLOB '*[^0-9.]*' AND liquidation <> ''),
    liquidated_at INTEGER
) STRICT;

CREATE TABLE alarm_event (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL CHECK (id <> ''),
    time INTEGER NOT NULL,
    account TEXT NOT NULL,
    condition TEXT NOT NULL CHECK (condition <> ''),
    state TEXT NOT NULL CHECK (state <> ''),
    data TEXT NOT NULL
) STRICT;

CREATE TABLE holder (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE CHECK (id <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('account', 'wallet')),
    removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
    seal TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE holder_asset (
    holder INTEGER NOT NULL REFERENCES holder (number),
    position INTEGER NOT NULL CHECK (position >= 0),
    asset TEXT NOT NULL CHECK (asset <> ''),
    daily_interest TEXT CHECK (daily_interest NOT GLOB '*[^0-9.]*' AND daily_interest <> ''),
    PRIMARY KEY (holder, position),
    UNIQUE (holder, asset)
) STRICT, WITHOUT ROWID;

CREATE TABLE ledger_row (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    operation INTEGER NOT NULL REFERENCES operation (sequence),
    holder INTEGER NOT NULL REFERENCES holder (number),
    kind TEXT NOT NULL CHECK (kind IN ('opening', 'top_up', 'transfer_out', 'borrow', 'repay', 'buy', 'sell', 'interest',
        'liquidation', 'correction', 'reversal')),
    asset TEXT NOT NULL CHECK (asset <> ''),
    field TEXT NOT NULL CHECK (field IN ('free', 'locked', 'borrowed', 'interest')),
    change TEXT NOT NULL CHECK (change NOT GLOB '*[^-0-9.]*' AND change NOT IN ('', '0'))
) STRICT;

CREATE TABLE level_history (
    account INTEGER NOT NULL REFERENCES account (number),
    resolution INTEGER NOT NULL CHECK (resolution IN (1, 60000, 3600000)),
    bucket INTEGER NOT NULL,
    time INTEGER NOT NULL,
    level INTEGER,
    status TEXT NOT NULL CHECK (status IN ('no_debt', 'normal', 'margin_call', 'liquidation', 'unknown', 'liquidated')),
    PRIMARY KEY (account, resolution, bucket)
) STRICT, WITHOUT ROWID;

CREATE TABLE operation (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
    time INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('opening', 'top_up', 'transfer_out', 'borrow', 'repay', 'buy', 'sell',
        'open_position', 'close_position', 'correction', 'liquidation', 'interest', 'reversal')),
    holder INTEGER NOT NULL REFERENCES holder (number),
    note TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    contributed_before TEXT CHECK (contributed_before NOT GLOB '*[^-0-9.]*' AND contributed_before <> ''),
    contributed_after TEXT CHECK (contributed_after NOT GLOB '*[^-0-9.]*' AND contributed_after <> ''),
    hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;

CREATE TABLE price_history (
    symbol TEXT NOT NULL CHECK (symbol <> ''),
    resolution INTEGER NOT NULL CHECK (resolution IN (1, 60000, 3600000)),
    bucket INTEGER NOT NULL,
    time INTEGER NOT NULL,
    price TEXT NOT NULL CHECK (price NOT GLOB '*[^0-9.]*' AND price <> ''),
    PRIMARY KEY (symbol, resolution, bucket)
) STRICT, WITHOUT ROWID;

CREATE TABLE profile (
    name TEXT PRIMARY KEY CHECK (name <> ''),
    title TEXT NOT NULL,
    initial TEXT NOT NULL CHECK (initial NOT GLOB '*[^0-9.]*' AND initial <> ''),
    margin_call TEXT NOT NULL CHECK (margin_call NOT GLOB '*[^0-9.]*' AND margin_call <> ''),
    liquidation TEXT NOT NULL CHECK (liquidation NOT GLOB '*[^0-9.]*' AND liquidation <> ''),
    leverage TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    source TEXT NOT NULL,
    seal TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE revision (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    value INTEGER NOT NULL
) STRICT;

CREATE TABLE setting (
    key TEXT PRIMARY KEY CHECK (key <> ''),
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE status_event (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    time INTEGER NOT NULL,
    account INTEGER NOT NULL REFERENCES account (number),
    from_status TEXT CHECK (from_status IN ('no_debt', 'normal', 'margin_call', 'liquidation', 'unknown', 'liquidated')),
    to_status TEXT NOT NULL CHECK (to_status IN ('no_debt', 'normal', 'margin_call', 'liquidation', 'unknown', 'liquidated')),
    level TEXT CHECK (level NOT GLOB '*[^-0-9.]*' AND level <> ''),
    prices TEXT NOT NULL CHECK (prices LIKE '{%}')
) STRICT;

CREATE INDEX alarm_event_by_account ON alarm_event (account, sequence);

CREATE INDEX ledger_row_by_holder ON ledger_row (holder, sequence);

CREATE INDEX ledger_row_by_operation ON ledger_row (operation, sequence);

CREATE INDEX operation_by_holder ON operation (holder, sequence);

CREATE INDEX status_event_by_account ON status_event (account, sequence);

CREATE TRIGGER holder_is_never_deleted BEFORE DELETE ON holder
BEGIN SELECT RAISE (ABORT, 'the journal names this holder: hide it'); END;

CREATE TRIGGER ledger_row_is_never_changed BEFORE UPDATE ON ledger_row
BEGIN SELECT RAISE (ABORT, 'the journal is append-only: book a reversal'); END;

CREATE TRIGGER ledger_row_is_never_deleted BEFORE DELETE ON ledger_row
BEGIN SELECT RAISE (ABORT, 'the journal is append-only: book a reversal'); END;

CREATE TRIGGER operation_is_never_changed BEFORE UPDATE ON operation
BEGIN SELECT RAISE (ABORT, 'the journal is append-only: book a reversal'); END;

CREATE TRIGGER operation_is_never_deleted BEFORE DELETE ON operation
BEGIN SELECT RAISE (ABORT, 'the journal is append-only: book a reversal'); END;

CREATE TRIGGER revision_after_account AFTER UPDATE ON account BEGIN UPDATE revision SET value = value + 1; END;

CREATE TRIGGER revision_after_asset AFTER UPDATE ON holder_asset BEGIN UPDATE revision SET value = value + 1; END;

CREATE TRIGGER revision_after_holder AFTER UPDATE ON holder BEGIN UPDATE revision SET value = value + 1; END;

CREATE TRIGGER revision_after_new_profile AFTER INSERT ON profile BEGIN UPDATE revision SET value = value + 1; END;

CREATE TRIGGER revision_after_new_setting AFTER INSERT ON setting BEGIN UPDATE revision SET value = value + 1; END;

CREATE TRIGGER revision_after_operation AFTER INSERT ON operation BEGIN UPDATE revision SET value = value + 1; END;

CREATE TRIGGER revision_after_profile AFTER UPDATE ON profile BEGIN UPDATE revision SET value = value + 1; END;

CREATE TRIGGER revision_after_setting AFTER UPDATE ON setting BEGIN UPDATE revision SET value = value + 1; END;
