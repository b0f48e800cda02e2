-- Why: one number for everything made a process load its accounts again after each setting, rule and request. Each kind has a number of its own.

DROP TRIGGER revision_after_account;
DROP TRIGGER revision_after_alarm_request;
DROP TRIGGER revision_after_alarm_rule;
DROP TRIGGER revision_after_asset;
DROP TRIGGER revision_after_gone_alarm_rule;
DROP TRIGGER revision_after_holder;
DROP TRIGGER revision_after_new_alarm_rule;
DROP TRIGGER revision_after_new_profile;
DROP TRIGGER revision_after_new_setting;
DROP TRIGGER revision_after_operation;
DROP TRIGGER revision_after_profile;
DROP TRIGGER revision_after_setting;
DROP TABLE revision;

CREATE TABLE revision (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    portfolio INTEGER NOT NULL, -- accounts, wallets, their money, profiles
    alarms INTEGER NOT NULL, -- a person's rules and requests, not what the watching process records
    settings INTEGER NOT NULL
) STRICT;
INSERT INTO revision (only_row, portfolio, alarms, settings) VALUES (1, 1, 1, 1);

CREATE TRIGGER revision_after_operation AFTER INSERT ON operation BEGIN UPDATE revision SET portfolio = portfolio + 1; END;
CREATE TRIGGER revision_after_holder AFTER UPDATE ON holder BEGIN UPDATE revision SET portfolio = portfolio + 1; END;
CREATE TRIGGER revision_after_account AFTER UPDATE ON account BEGIN UPDATE revision SET portfolio = portfolio + 1; END;
CREATE TRIGGER revision_after_asset AFTER UPDATE ON holder_asset BEGIN UPDATE revision SET portfolio = portfolio + 1; END;
CREATE TRIGGER revision_after_new_profile AFTER INSERT ON profile BEGIN UPDATE revision SET portfolio = portfolio + 1; END;
CREATE TRIGGER revision_after_profile AFTER UPDATE ON profile BEGIN UPDATE revision SET portfolio = portfolio + 1; END;
CREATE TRIGGER revision_after_alarm_request AFTER INSERT ON alarm_request BEGIN UPDATE revision SET alarms = alarms + 1; END;
CREATE TRIGGER revision_after_new_alarm_rule AFTER INSERT ON alarm_rule BEGIN UPDATE revision SET alarms = alarms + 1; END;
CREATE TRIGGER revision_after_alarm_rule AFTER UPDATE ON alarm_rule BEGIN UPDATE revision SET alarms = alarms + 1; END;
CREATE TRIGGER revision_after_gone_alarm_rule AFTER DELETE ON alarm_rule BEGIN UPDATE revision SET alarms = alarms + 1; END;
CREATE TRIGGER revision_after_new_setting AFTER INSERT ON setting BEGIN UPDATE revision SET settings = settings + 1; END;
CREATE TRIGGER revision_after_setting AFTER UPDATE ON setting BEGIN UPDATE revision SET settings = settings + 1; END;
