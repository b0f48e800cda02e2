-- Why: a balance was summed from all rows of its account, so that each booking cost more as the journal grew. The sums are kept beside the
-- journal with the newest row in them. The journal stays the truth; this table is filled from it by the program, which can compute exactly.

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
