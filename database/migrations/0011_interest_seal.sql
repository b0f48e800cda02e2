-- Why: `interest_run` decides which hours are charged, and nothing noticed a row that was changed, taken away or slipped in: hours would be
-- charged twice, or never.

ALTER TABLE interest_run ADD COLUMN seal TEXT NOT NULL DEFAULT ''; -- SHA-256 over this row

ALTER TABLE holder ADD COLUMN charged INTEGER NOT NULL DEFAULT 0 CHECK (charged IN (0, 1)); -- 1: every asset that it lists has its interest_run
