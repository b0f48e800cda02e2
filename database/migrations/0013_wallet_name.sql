-- Why: the name of a wallet was its id, by which the journal, receipts and fingerprints know it, so that it could never change.

-- Of a wallet that was given a name; the others are called by their id.
CREATE TABLE wallet_name (
    holder INTEGER PRIMARY KEY REFERENCES holder (number),
    name TEXT NOT NULL CHECK (name <> '')
) STRICT;

CREATE TRIGGER revision_after_wallet_name AFTER INSERT ON wallet_name BEGIN UPDATE revision SET portfolio = portfolio + 1; END;
CREATE TRIGGER revision_after_changed_wallet_name AFTER UPDATE ON wallet_name BEGIN UPDATE revision SET portfolio = portfolio + 1; END;
CREATE TRIGGER revision_after_gone_wallet_name AFTER DELETE ON wallet_name BEGIN UPDATE revision SET portfolio = portfolio + 1; END;
