-- Why: bars that the exchange announced for a date could be looked at, but not kept, and nobody put them in force when the date came.

-- Bars ahead of an account. A row goes in the transaction that makes them the account's own and notes that in bar_change.
CREATE TABLE announced_bars (
    account INTEGER NOT NULL REFERENCES account (number),
    valid_from INTEGER NOT NULL CHECK (valid_from >= 0), -- ms since 1970 UTC
    initial TEXT NOT NULL CHECK (initial NOT GLOB '*[^0-9.]*' AND initial <> ''),
    margin_call TEXT NOT NULL CHECK (margin_call NOT GLOB '*[^0-9.]*' AND margin_call <> ''),
    liquidation TEXT NOT NULL CHECK (liquidation NOT GLOB '*[^0-9.]*' AND liquidation <> ''),
    PRIMARY KEY (account, valid_from)
) STRICT;

CREATE TRIGGER revision_after_announced_bars AFTER INSERT ON announced_bars BEGIN UPDATE revision SET portfolio = portfolio + 1; END;
CREATE TRIGGER revision_after_gone_announced_bars AFTER DELETE ON announced_bars BEGIN UPDATE revision SET portfolio = portfolio + 1; END;
