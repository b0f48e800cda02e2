-- Why: what to do about a margin call had to be thought of while it stood. A way out is kept under a name, for the account that it is for.

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
