-- A database as version 7 of the schema left it: what an import, top-ups from a wallet and from outside book; written by `sqlite3 FILE .dump`.
-- Never edited: tst_upgrade opens it with today's program.
PRAGMA foreign_keys=OFF;
CREATE TABLE holder (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE CHECK (id <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('account', 'wallet')),
    removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
    seal TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO holder VALUES(1,'a-cross','account',0,'24ebb45d89c9aa96da8f3d5528f5ed6b835f5ddd5d5660ee9a8efc0ac3d0c5f8');
INSERT INTO holder VALUES(2,'b-ethusdt','account',0,'d8ad5277bc13c48d5bfcd7cadb45eb40fb6b377f74e9dfb2a2a7f93b2ce6c654');
INSERT INTO holder VALUES(3,'c-gone','account',0,'e31017a9ad01bbd5c731650a3ad1abf81a19079379234334f7d8669f9f8cfa48');
INSERT INTO holder VALUES(4,'spot','wallet',0,'7497d283c8da5e085766d7d6c48775931fb04d9de7b18150003907404dec4079');
INSERT INTO holder VALUES(5,'empty','wallet',0,'91f1ea7904f56de5e23d3ccac638a490215319e364635c660b0654ec2e531ebc');
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
INSERT INTO account VALUES(1,'User A','','','cross','','','USDT','cross-3x',0,'1.5','1.3','1.1',NULL);
INSERT INTO account VALUES(2,'User B ETH','','','isolated','ETHUSDT','ETH','USDT','faq-2020-5x',0,'1.25','1.1','1.05',NULL);
INSERT INTO account VALUES(3,'removed','x','','isolated','BNBUSDT','BNB','USDT','faq-2020-5x',0,'1.25','1.1','1.05',NULL);
CREATE TABLE holder_asset (
    holder INTEGER NOT NULL REFERENCES holder (number),
    position INTEGER NOT NULL CHECK (position >= 0),
    asset TEXT NOT NULL CHECK (asset <> ''),
    daily_interest TEXT CHECK (daily_interest NOT GLOB '*[^0-9.]*' AND daily_interest <> ''),
    PRIMARY KEY (holder, position),
    UNIQUE (holder, asset)
) STRICT, WITHOUT ROWID;
INSERT INTO holder_asset VALUES(1,0,'ETH',NULL);
INSERT INTO holder_asset VALUES(1,1,'BTC',NULL);
INSERT INTO holder_asset VALUES(1,2,'USDT',NULL);
INSERT INTO holder_asset VALUES(2,0,'ETH',NULL);
INSERT INTO holder_asset VALUES(2,1,'USDT','0.0003');
INSERT INTO holder_asset VALUES(3,0,'BNB',NULL);
INSERT INTO holder_asset VALUES(3,1,'USDT',NULL);
INSERT INTO holder_asset VALUES(4,0,'USDT',NULL);
INSERT INTO holder_asset VALUES(4,1,'BNB',NULL);
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
INSERT INTO ledger_row VALUES(1,1,1,'opening','ETH','free','5.00000001');
INSERT INTO ledger_row VALUES(2,1,1,'opening','ETH','locked','0.5');
INSERT INTO ledger_row VALUES(3,1,1,'opening','BTC','free','0.000000000000000001');
INSERT INTO ledger_row VALUES(4,1,1,'opening','USDT','free','999999999999999');
INSERT INTO ledger_row VALUES(5,1,1,'opening','USDT','borrowed','1600');
INSERT INTO ledger_row VALUES(6,1,1,'opening','USDT','interest','0.25');
INSERT INTO ledger_row VALUES(7,2,2,'opening','ETH','free','5');
INSERT INTO ledger_row VALUES(8,2,2,'opening','USDT','borrowed','800');
INSERT INTO ledger_row VALUES(9,3,3,'opening','BNB','free','7');
INSERT INTO ledger_row VALUES(10,3,3,'opening','USDT','borrowed','1');
INSERT INTO ledger_row VALUES(11,4,4,'opening','USDT','free','1000');
INSERT INTO ledger_row VALUES(12,6,4,'top_up','USDT','free','-10.25000001');
INSERT INTO ledger_row VALUES(13,6,2,'top_up','USDT','free','10.25000001');
INSERT INTO ledger_row VALUES(14,7,4,'top_up','USDT','free','-10.25000002');
INSERT INTO ledger_row VALUES(15,7,2,'top_up','USDT','free','10.25000002');
INSERT INTO ledger_row VALUES(16,8,4,'top_up','USDT','free','-10.25000003');
INSERT INTO ledger_row VALUES(17,8,2,'top_up','USDT','free','10.25000003');
INSERT INTO ledger_row VALUES(18,9,1,'top_up','ETH','free','0.000000000000000001');
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
CREATE TABLE setting (
    key TEXT PRIMARY KEY CHECK (key <> ''),
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE level_history (
    account INTEGER NOT NULL REFERENCES account (number),
    resolution INTEGER NOT NULL CHECK (resolution IN (1, 60000, 3600000)),
    bucket INTEGER NOT NULL,
    time INTEGER NOT NULL,
    level INTEGER,
    status TEXT NOT NULL CHECK (status IN ('no_debt', 'normal', 'margin_call', 'liquidation', 'unknown', 'liquidated')), last_time INTEGER, last_level INTEGER,
    PRIMARY KEY (account, resolution, bucket)
) STRICT, WITHOUT ROWID;
CREATE TABLE price_history (
    symbol TEXT NOT NULL CHECK (symbol <> ''),
    resolution INTEGER NOT NULL CHECK (resolution IN (1, 60000, 3600000)),
    bucket INTEGER NOT NULL,
    time INTEGER NOT NULL,
    price TEXT NOT NULL CHECK (price NOT GLOB '*[^0-9.]*' AND price <> ''),
    PRIMARY KEY (symbol, resolution, bucket)
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
CREATE TABLE alarm_moment (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    boot TEXT NOT NULL,
    boot_ms INTEGER NOT NULL,
    wall_ms INTEGER NOT NULL
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
CREATE TABLE watch_mark (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    time INTEGER NOT NULL,
    running INTEGER NOT NULL CHECK (running IN (0, 1))
) STRICT;
CREATE TABLE level_span (
    account INTEGER NOT NULL REFERENCES account (number),
    begin INTEGER NOT NULL,
    end INTEGER NOT NULL CHECK (end >= begin),
    level INTEGER NOT NULL,
    PRIMARY KEY (account, begin)
) STRICT, WITHOUT ROWID;
CREATE TABLE purpose (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    word TEXT NOT NULL CHECK (word IN ('real', 'example', 'replay'))
) STRICT;
INSERT INTO purpose VALUES(1,'real');
CREATE TABLE record_clock (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    age INTEGER NOT NULL CHECK (age >= 0),
    boot TEXT NOT NULL,
    boot_ms INTEGER NOT NULL
) STRICT;
INSERT INTO record_clock VALUES(1,0,'',0);
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
INSERT INTO revision VALUES(1,15,1,1);
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
INSERT INTO operation VALUES(1,'fe888454-1461-434d-bcb6-db29b417af23',1795854615917,'opening',1,'','',NULL,'1000','016481eb5db97e5af57e7ce8d764b90dc63099d905d15d9e09022981021842cf');
INSERT INTO operation VALUES(2,'a906e804-fa12-4526-bc90-309709ef4427',1795854615917,'opening',2,'','',NULL,'200','59a5ec5317b227a44885d3886a08e6766253ac971592edc72f0f98a3fe2db909');
INSERT INTO operation VALUES(3,'1a1ee84f-380b-438b-994d-cb992cc6eca6',1795854615917,'opening',3,'','',NULL,'200','773e4ef217acfcf6352e405c670d7ca2d82b2a6dfc920b386d2112f6dcafe43f');
INSERT INTO operation VALUES(4,'01000a7c-0cf0-4e9e-8bc3-d74d0af108bb',1795854615917,'opening',4,'','',NULL,NULL,'a34c8e136150acf42e783117ff3fe8280f9a1b984a299ffc6975550bdedfbb20');
INSERT INTO operation VALUES(5,'d608310f-8286-4abb-81f0-8127fceecd45',1795854615917,'opening',5,'','',NULL,NULL,'7de1afa0d2bed57b87d7b3c89fc047fbbae6d3b30c3d720270c6e020a3e70e1b');
INSERT INTO operation VALUES(6,'412d64db-ffe2-4b86-98a0-4537d5026c5e',1795854615993,'top_up',2,'','top_upb-ethusdtUSDT10.25000001spot','200','210.25000001','0fe2079765546409887b8e09eae42c1439823e40943b1b8d87924dda5a1c1779');
INSERT INTO operation VALUES(7,'6a54b2a9-a0fc-4db0-849b-8c8ddc7ac919',1795854616075,'top_up',2,'','top_upb-ethusdtUSDT10.25000002spot','210.25000001','220.50000003','ddb2ed7eb7f48592236747d58f7d269b7f90613ac361ad547ff0217d64b71e4a');
INSERT INTO operation VALUES(8,'5d844380-bc9c-4150-a163-d8e29e7a6a7d',1795854616142,'top_up',2,'','top_upb-ethusdtUSDT10.25000003spot','220.50000003','230.75000006','b8e27d5fea434f8e00475fb5ac891df1c1f5f63db51edbaef4c3f282f747f56d');
INSERT INTO operation VALUES(9,'22222222-2222-4333-8444-555555555555',1795854616227,'top_up',1,'','top_upa-crossETH0.000000000000000001','1000',NULL,'872e52341dad921d7f5a91154cedfdf40a43cc576e05c1162fe879c8722e02ce');
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('operation',9);
INSERT INTO sqlite_sequence VALUES('holder',5);
INSERT INTO sqlite_sequence VALUES('ledger_row',18);
CREATE INDEX ledger_row_by_holder ON ledger_row (holder, sequence);
CREATE INDEX ledger_row_by_operation ON ledger_row (operation, sequence);
CREATE TRIGGER ledger_row_is_never_changed BEFORE UPDATE ON ledger_row
BEGIN SELECT RAISE (ABORT, 'the journal is append-only: book a reversal'); END;
CREATE TRIGGER ledger_row_is_never_deleted BEFORE DELETE ON ledger_row
BEGIN SELECT RAISE (ABORT, 'the journal is append-only: book a reversal'); END;
CREATE TRIGGER holder_is_never_deleted BEFORE DELETE ON holder
BEGIN SELECT RAISE (ABORT, 'the journal names this holder: hide it'); END;
CREATE INDEX status_event_by_account ON status_event (account, sequence);
CREATE INDEX alarm_event_by_account ON alarm_event (account, sequence);
CREATE INDEX alarm_event_by_time ON alarm_event (time);
CREATE TRIGGER alarm_event_is_never_changed BEFORE UPDATE ON alarm_event
BEGIN SELECT RAISE (ABORT, 'what alarms did is not changed'); END;
CREATE INDEX alarm_outbox_pending ON alarm_outbox (sequence) WHERE result = 'pending';
CREATE INDEX alarm_outbox_by_time ON alarm_outbox (time);
CREATE INDEX alarm_request_open ON alarm_request (sequence) WHERE taken = 0;
CREATE TRIGGER purpose_is_never_changed BEFORE UPDATE ON purpose
BEGIN SELECT RAISE (ABORT, 'what a database is for does not change'); END;
CREATE TRIGGER purpose_is_never_deleted BEFORE DELETE ON purpose
BEGIN SELECT RAISE (ABORT, 'what a database is for does not change'); END;
CREATE TRIGGER alarm_event_is_kept BEFORE DELETE ON alarm_event
WHEN NOT EXISTS (SELECT 1 FROM record_hour WHERE hour = OLD.time - ((OLD.time % 3600000) + 3600000) % 3600000
                 AND age < (SELECT age FROM record_clock) - 34560000000)
BEGIN SELECT RAISE (ABORT, 'what alarms did is kept for 400 days'); END;
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
CREATE INDEX operation_by_holder ON operation (holder, sequence);
CREATE TRIGGER operation_is_never_changed BEFORE UPDATE ON operation
BEGIN SELECT RAISE (ABORT, 'the journal is append-only: book a reversal'); END;
CREATE TRIGGER operation_is_never_deleted BEFORE DELETE ON operation
BEGIN SELECT RAISE (ABORT, 'the journal is append-only: book a reversal'); END;
CREATE TRIGGER revision_after_operation AFTER INSERT ON operation BEGIN UPDATE revision SET portfolio = portfolio + 1; END;
PRAGMA application_id=1349282157;
PRAGMA user_version=7;
