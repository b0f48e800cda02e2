-- Why: when the bars of an account changed was not kept: a chart of the past could not say that other bars held then.

-- Before and after are the bars that the account is judged by, its own or those of its profile.
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

CREATE INDEX bar_change_by_account ON bar_change (account, sequence);

CREATE TRIGGER bar_change_is_never_changed BEFORE UPDATE ON bar_change
BEGIN SELECT RAISE (ABORT, 'when bars changed is kept'); END;
CREATE TRIGGER bar_change_is_never_deleted BEFORE DELETE ON bar_change
BEGIN SELECT RAISE (ABORT, 'when bars changed is kept'); END;
