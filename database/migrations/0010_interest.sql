-- Why: interest was only what a person entered. It is booked by the hour now, and up to when a debt was charged must stand beside the
-- journal, in the same transaction as the rows, so that no hour is ever booked twice.

CREATE TABLE interest_run (
    holder INTEGER NOT NULL REFERENCES holder (number),
    asset TEXT NOT NULL CHECK (asset <> ''),
    charged_until INTEGER NOT NULL, -- every full hour up to here is charged; only moves forward
    newest_row INTEGER NOT NULL CHECK (newest_row >= 0), -- ledger_row.sequence: rows up to it are in `principal`
    principal TEXT NOT NULL CHECK (principal NOT GLOB '*[^0-9.]*' AND principal <> ''),
    daily_interest TEXT CHECK (daily_interest NOT GLOB '*[^0-9.]*' AND daily_interest <> ''), -- of the hours charged
    hours INTEGER NOT NULL CHECK (hours >= 0), -- charged on this principal at this rate
    PRIMARY KEY (holder, asset)
) STRICT, WITHOUT ROWID;
