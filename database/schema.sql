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
    time INTEGER NOT NULL,
    account TEXT NOT NULL,
    condition TEXT NOT NULL CHECK (condition IN ('watch', 'call', 'critical', 'liquidation', 'custom', 'stale', 'frozen', 'incomplete',
        'not_delivered', 'thread_dead', 'clock', 'gap', 'ledger', 'mismatch')),
    detail TEXT NOT NULL,
    occurrence INTEGER NOT NULL CHECK (occurrence BETWEEN 0 AND 4294967295),
    from_state TEXT NOT NULL CHECK (from_state IN ('disarmed', 'unknown', 'normal', 'pending', 'active', 'acknowledged', 'snoozed',
        'cleared')),
    to_state TEXT NOT NULL CHECK (to_state IN ('disarmed', 'unknown', 'normal', 'pending', 'active', 'acknowledged', 'snoozed', 'cleared')),
    cause TEXT NOT NULL CHECK (cause IN ('raised', 'cleared', 'judged', 'ack_expired', 'snooze_over', 'worsened', 'worse_bar',
        'acknowledged', 'snoozed', 'handled', 'undone', 'ended', 'restored')),
    level TEXT CHECK (level NOT GLOB '*[^-0-9.]*' AND level <> ''),
    inputs TEXT NOT NULL CHECK (inputs LIKE '{%}')
) STRICT;

CREATE TABLE alarm_moment (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    boot TEXT NOT NULL,
    boot_ms INTEGER NOT NULL,
    wall_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE alarm_outbox (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    occurrence TEXT NOT NULL CHECK (occurrence <> ''),
    number INTEGER NOT NULL CHECK (number BETWEEN 0 AND 2147483647),
    channel TEXT NOT NULL CHECK (channel IN ('desktop', 'sound', 'screen', 'attention', 'mini_window', 'command', 'webhook')),
    time INTEGER NOT NULL,
    result TEXT NOT NULL CHECK (result IN ('pending', 'delivered', 'failed', 'folded')),
    detail TEXT NOT NULL,
    UNIQUE (occurrence, number, channel)
) STRICT;

CREATE TABLE alarm_request (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    time INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('acknowledge', 'snooze', 'handle')),
    account TEXT NOT NULL,
    condition TEXT CHECK (condition IN ('watch', 'call', 'critical', 'liquidation', 'custom', 'stale', 'frozen', 'incomplete',
        'not_delivered', 'thread_dead', 'clock', 'gap', 'ledger', 'mismatch')),
    span INTEGER NOT NULL CHECK (span >= 0),
    taken INTEGER NOT NULL DEFAULT 0 CHECK (taken IN (0, 1))
) STRICT;

CREATE TABLE alarm_rule (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE CHECK (id <> ''),
    account TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('level', 'distance', 'price_below', 'price_above', 'interest_hours')),
    value TEXT NOT NULL CHECK (value NOT GLOB '*[^0-9.]*' AND value <> ''),
    symbol TEXT NOT NULL CHECK ((kind IN ('price_below', 'price_above')) = (symbol <> '')),
    stage TEXT NOT NULL CHECK (stage IN ('notice', 'call', 'critical')),
    enabled INTEGER NOT NULL CHECK (enabled IN (0, 1))
) STRICT;

CREATE TABLE alarm_state (
    account TEXT NOT NULL,
    condition TEXT NOT NULL CHECK (condition IN ('watch', 'call', 'critical', 'liquidation', 'custom', 'stale', 'frozen', 'incomplete',
        'not_delivered', 'thread_dead', 'clock', 'gap', 'ledger', 'mismatch')),
    detail TEXT NOT NULL,
    occurrence INTEGER NOT NULL CHECK (occurrence BETWEEN 0 AND 4294967295),
    state TEXT NOT NULL CHECK (state IN ('disarmed', 'unknown', 'normal', 'pending', 'active', 'acknowledged', 'snoozed', 'cleared')),
    data TEXT NOT NULL CHECK (data <> ''),
    PRIMARY KEY (account, condition, detail)
) STRICT, WITHOUT ROWID;

CREATE TABLE announced_bars (
    account INTEGER NOT NULL REFERENCES account (number),
    valid_from INTEGER NOT NULL CHECK (valid_from >= 0), -- ms since 1970 UTC
    initial TEXT NOT NULL CHECK (initial NOT GLOB '*[^0-9.]*' AND initial <> ''),
    margin_call TEXT NOT NULL CHECK (margin_call NOT GLOB '*[^0-9.]*' AND margin_call <> ''),
    liquidation TEXT NOT NULL CHECK (liquidation NOT GLOB '*[^0-9.]*' AND liquidation <> ''),
    PRIMARY KEY (account, valid_from)
) STRICT;

CREATE TABLE balance (
    holder INTEGER NOT NULL REFERENCES holder (number),
    asset TEXT NOT NULL CHECK (asset <> ''),
    free TEXT NOT NULL CHECK (free GLOB '[0-9]*' AND free NOT GLOB '*[^0-9.]*' AND free NOT GLOB '0[0-9]*'
        AND free NOT GLOB '*.*.*' AND free NOT GLOB '*.' AND free NOT GLOB '*.*0'),
    locked TEXT NOT NULL CHECK (locked GLOB '[0-9]*' AND locked NOT GLOB '*[^0-9.]*' AND locked NOT GLOB '0[0-9]*'
        AND locked NOT GLOB '*.*.*' AND locked NOT GLOB '*.' AND locked NOT GLOB '*.*0'),
    borrowed TEXT NOT NULL CHECK (borrowed GLOB '[0-9]*' AND borrowed NOT GLOB '*[^0-9.]*' AND borrowed NOT GLOB '0[0-9]*'
        AND borrowed NOT GLOB '*.*.*' AND borrowed NOT GLOB '*.' AND borrowed NOT GLOB '*.*0'),
    interest TEXT NOT NULL CHECK (interest GLOB '[0-9]*' AND interest NOT GLOB '*[^0-9.]*' AND interest NOT GLOB '0[0-9]*'
        AND interest NOT GLOB '*.*.*' AND interest NOT GLOB '*.' AND interest NOT GLOB '*.*0'),
    newest_row INTEGER NOT NULL CHECK (newest_row >= 0), -- ledger_row.sequence; 0 where the journal has none of this asset
    seal TEXT NOT NULL CHECK (length(seal) = 64), -- SHA-256 over this row
    PRIMARY KEY (holder, asset)
) STRICT, WITHOUT ROWID;

CREATE TABLE balance_repair (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    operation INTEGER NOT NULL CHECK (operation >= 0), -- the newest one when it was found
    cause TEXT NOT NULL CHECK (cause IN ('missing', 'changed', 'outgrown', 'differs')),
    holder INTEGER NOT NULL REFERENCES holder (number),
    asset TEXT NOT NULL CHECK (asset <> ''),
    field TEXT NOT NULL CHECK (field IN ('free', 'locked', 'borrowed', 'interest')),
    kept TEXT, -- whatever stood there, NULL where nothing did
    summed TEXT NOT NULL CHECK (summed NOT GLOB '*[^0-9.]*' AND summed <> '')
) STRICT;

CREATE TABLE bar_change (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    time INTEGER NOT NULL,
    account INTEGER NOT NULL REFERENCES account (number),
    initial_before TEXT NOT NULL CHECK (initial_before NOT GLOB '*[^0-9.]*' AND initial_before <> ''),
    margin_call_before TEXT NOT NULL CHECK (margin_call_before NOT GLOB '*[^0-9.]*' AND margin_call_before <> ''),
    liquidation_before TEXT NOT NULL CHECK (liquidation_before NOT GLOB '*[^0-9.]*' AND liquidation_before <> ''),
    initial_after TEXT NOT NULL CHECK (initial_after NOT GLOB '*[^0-9.]*' AND initial_after <> ''),
    margin_call_after TEXT NOT NULL CHECK (margin_call_after NOT GLOB '*[^0-9.]*' AND margin_call_after <> ''),
    liquidation_after TEXT NOT NULL CHECK (liquidation_after NOT GLOB '*[^0-9.]*' AND liquidation_after <> '')
) STRICT;

CREATE TABLE holder (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE CHECK (id <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('account', 'wallet')),
    removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
    seal TEXT NOT NULL DEFAULT ''
, charged INTEGER NOT NULL DEFAULT 0 CHECK (charged IN (0, 1))) STRICT;

CREATE TABLE holder_asset (
    holder INTEGER NOT NULL REFERENCES holder (number),
    position INTEGER NOT NULL CHECK (position >= 0),
    asset TEXT NOT NULL CHECK (asset <> ''),
    daily_interest TEXT CHECK (daily_interest NOT GLOB '*[^0-9.]*' AND daily_interest <> ''),
    PRIMARY KEY (holder, position),
    UNIQUE (holder, asset)
) STRICT, WITHOUT ROWID;

CREATE TABLE interest_run (
    holder INTEGER NOT NULL REFERENCES holder (number),
    asset TEXT NOT NULL CHECK (asset <> ''),
    charged_until INTEGER NOT NULL, -- every full hour up to here is charged; only moves forward
    newest_row INTEGER NOT NULL CHECK (newest_row >= 0), -- ledger_row.sequence: rows up to it are in `principal`
    principal TEXT NOT NULL CHECK (principal NOT GLOB '*[^0-9.]*' AND principal <> ''),
    daily_interest TEXT CHECK (daily_interest NOT GLOB '*[^0-9.]*' AND daily_interest <> ''), -- of the hours charged
    hours INTEGER NOT NULL CHECK (hours >= 0), seal TEXT NOT NULL DEFAULT '', -- charged on this principal at this rate
    PRIMARY KEY (holder, asset)
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
    resolution INTEGER NOT NULL CHECK (resolution IN (1, 60000, 600000, 3600000, 21600000, 86400000)),
    bucket INTEGER NOT NULL,
    time INTEGER NOT NULL,
    level INTEGER,
    status TEXT NOT NULL CHECK (status IN ('no_debt', 'normal', 'margin_call', 'liquidation', 'unknown', 'liquidated')),
    highest_time INTEGER,
    highest_level INTEGER,
    last_time INTEGER,
    last_level INTEGER,
    PRIMARY KEY (account, resolution, bucket)
) STRICT, WITHOUT ROWID;

CREATE TABLE level_span (
    account INTEGER NOT NULL REFERENCES account (number),
    begin INTEGER NOT NULL,
    end INTEGER NOT NULL CHECK (end >= begin),
    level INTEGER NOT NULL,
    PRIMARY KEY (account, begin)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE prepared_plan (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE CHECK (id <> ''),
    account TEXT NOT NULL CHECK (account <> ''),
    name TEXT NOT NULL CHECK (name <> ''),
    way TEXT NOT NULL CHECK (way IN ('deposit', 'repay', 'sell_and_repay', 'move')),
    asset TEXT NOT NULL CHECK (asset <> ''),
    amount TEXT NOT NULL CHECK (amount NOT GLOB '*[^0-9.]*' AND amount <> ''), -- in units of the asset
    source TEXT NOT NULL, -- a wallet, '' = outside; of a move the giving account
    UNIQUE (account, name),
    CHECK (CASE way WHEN 'sell_and_repay' THEN source = '' WHEN 'move' THEN source <> '' ELSE 1 END)
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

CREATE TABLE purpose (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    word TEXT NOT NULL CHECK (word IN ('real', 'example', 'replay'))
) STRICT;

CREATE TABLE record_clock (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    age INTEGER NOT NULL CHECK (age >= 0),
    boot TEXT NOT NULL,
    boot_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE record_hour (
    hour INTEGER PRIMARY KEY,
    age INTEGER NOT NULL,
    held INTEGER NOT NULL CHECK (held IN (1, 60000, 3600000)),
    whole INTEGER NOT NULL CHECK (whole IN (1, 60000, 3600000))
) STRICT;

CREATE TABLE revision (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    portfolio INTEGER NOT NULL, -- accounts, wallets, their money, profiles
    alarms INTEGER NOT NULL, -- a person's rules and requests, not what the watching process records
    settings INTEGER NOT NULL
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

CREATE TABLE wallet_name (
    holder INTEGER PRIMARY KEY REFERENCES holder (number),
    name TEXT NOT NULL CHECK (name <> '')
) STRICT;

CREATE TABLE watch_mark (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    time INTEGER NOT NULL,
    running INTEGER NOT NULL CHECK (running IN (0, 1))
) STRICT;

CREATE INDEX alarm_event_by_account ON alarm_event (account, sequence);

CREATE INDEX alarm_event_by_time ON alarm_event (time);

CREATE INDEX alarm_outbox_by_time ON alarm_outbox (time);

CREATE INDEX alarm_outbox_pending ON alarm_outbox (sequence) WHERE result = 'pending';

CREATE INDEX alarm_request_open ON alarm_request (sequence) WHERE taken = 0;

CREATE INDEX bar_change_by_account ON bar_change (account, sequence);

CREATE INDEX ledger_row_by_holder ON ledger_row (holder, sequence);

CREATE INDEX ledger_row_by_operation ON ledger_row (operation, sequence);

CREATE INDEX operation_by_holder ON operation (holder, sequence);

CREATE INDEX status_event_by_account ON status_event (account, sequence);

CREATE TRIGGER alarm_event_is_kept BEFORE DELETE ON alarm_event
WHEN NOT EXISTS (SELECT 1 FROM record_hour WHERE hour = OLD.time - ((OLD.time % 3600000) + 3600000) % 3600000
                 AND age < (SELECT age FROM record_clock) - 34560000000)
BEGIN SELECT RAISE (ABORT, 'what alarms did is kept for 400 days'); END;

CREATE TRIGGER alarm_event_is_never_changed BEFORE UPDATE ON alarm_event
BEGIN SELECT RAISE (ABORT, 'what alarms did is not changed'); END;

CREATE TRIGGER bar_change_is_never_changed BEFORE UPDATE ON bar_change
BEGIN SELECT RAISE (ABORT, 'when bars changed is kept'); END;

CREATE TRIGGER bar_change_is_never_deleted BEFORE DELETE ON bar_change
BEGIN SELECT RAISE (ABORT, 'when bars changed is kept'); END;

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

CREATE TRIGGER purpose_is_never_changed BEFORE UPDATE ON purpose
BEGIN SELECT RAISE (ABORT, 'what a database is for does not change'); END;

CREATE TRIGGER purpose_is_never_deleted BEFORE DELETE ON purpose
BEGIN SELECT RAISE (ABORT, 'what a database is for does not change'); END;

CREATE TRIGGER revision_after_account AFTER UPDATE ON account BEGIN UPDATE revision SET portfolio = portfolio + 1; END;

CREATE TRIGGER revision_after_alarm_request AFTER INSERT ON alarm_request BEGIN UPDATE revision SET alarms = alarms + 1; END;

CREATE TRIGGER revision_after_alarm_rule AFTER UPDATE ON alarm_rule BEGIN UPDATE revision SET alarms = alarms + 1; END;

CREATE TRIGGER revision_after_announced_bars AFTER INSERT ON announced_bars BEGIN UPDATE revision SET portfolio = portfolio + 1; END;

CREATE TRIGGER revision_after_asset AFTER UPDATE ON holder_asset BEGIN UPDATE revision SET portfolio = portfolio + 1; END;

CREATE TRIGGER revision_after_changed_wallet_name AFTER UPDATE ON wallet_name BEGIN UPDATE revision SET portfolio = portfolio + 1; END;

CREATE TRIGGER revision_after_gone_alarm_rule AFTER DELETE ON alarm_rule BEGIN UPDATE revision SET alarms = alarms + 1; END;

CREATE TRIGGER revision_after_gone_announced_bars AFTER DELETE ON announced_bars BEGIN UPDATE revision SET portfolio = portfolio + 1; END;

CREATE TRIGGER revision_after_gone_wallet_name AFTER DELETE ON wallet_name BEGIN UPDATE revision SET portfolio = portfolio + 1; END;

CREATE TRIGGER revision_after_holder AFTER UPDATE ON holder BEGIN UPDATE revision SET portfolio = portfolio + 1; END;

CREATE TRIGGER revision_after_new_alarm_rule AFTER INSERT ON alarm_rule BEGIN UPDATE revision SET alarms = alarms + 1; END;

CREATE TRIGGER revision_after_new_profile AFTER INSERT ON profile BEGIN UPDATE revision SET portfolio = portfolio + 1; END;

CREATE TRIGGER revision_after_new_setting AFTER INSERT ON setting BEGIN UPDATE revision SET settings = settings + 1; END;

CREATE TRIGGER revision_after_operation AFTER INSERT ON operation BEGIN UPDATE revision SET portfolio = portfolio + 1; END;

CREATE TRIGGER revision_after_profile AFTER UPDATE ON profile BEGIN UPDATE revision SET portfolio = portfolio + 1; END;

CREATE TRIGGER revision_after_setting AFTER UPDATE ON setting BEGIN UPDATE revision SET settings = settings + 1; END;

CREATE TRIGGER revision_after_wallet_name AFTER INSERT ON wallet_name BEGIN UPDATE revision SET portfolio = portfolio + 1; END;
