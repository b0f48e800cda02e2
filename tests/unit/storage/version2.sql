-- A database as version 2 of the schema left it: that of version1.sql, upgraded, with an alarm, a rule and what belongs to them; written by
-- `sqlite3 FILE .dump`. Never edited: tst_upgrade opens it with today's program.
PRAGMA foreign_keys=OFF;
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
INSERT INTO "account" VALUES(1,'User A','','','cross','','','USDT','faq-2020-5x',0,'1.25','1.1','1.05',NULL);
INSERT INTO "account" VALUES(2,'User B ETH','','','isolated','ETHUSDT','ETH','USDT','faq-2020-5x',0,'1.25','1.1','1.05',NULL);
INSERT INTO "account" VALUES(3,'User B BCH','','','isolated','BCHUSDT','BCH','USDT','faq-2020-5x',0,'1.25','1.1','1.05',NULL);
INSERT INTO "account" VALUES(4,'O''Brien; "<b>" 币安','','','isolated','LTCUSDT','LTC','USDT','faq-2020-5x',0,'1.25','1.1','1.05',NULL);
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
INSERT INTO "alarm_event" VALUES(1,1621428600000,'b-bchusdt','call','',1,'normal','active','raised','1.0625','{}');
CREATE TABLE alarm_moment (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    boot TEXT NOT NULL,
    boot_ms INTEGER NOT NULL,
    wall_ms INTEGER NOT NULL
) STRICT;
INSERT INTO "alarm_moment" VALUES(1,'boot-1',50000,1621428600000);
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
INSERT INTO "alarm_outbox" VALUES(1,'b-bchusdt|call||1',0,'desktop',1621428600000,'delivered','');
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
INSERT INTO "alarm_request" VALUES(1,1621428600000,'acknowledge','*',NULL,0,1);
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
INSERT INTO "alarm_rule" VALUES(1,'r-1','b-bchusdt','price_below','180','BCHUSDT','call',1);
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
CREATE TABLE holder (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE CHECK (id <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('account', 'wallet')),
    removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
    seal TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO "holder" VALUES(1,'a-cross','account',0,'1c491b73a14797d7d519bff69b7a3a4ce7b88e76b8f5a6f960935eac82dac37d');
INSERT INTO "holder" VALUES(2,'b-ethusdt','account',0,'fa691a7b657c561633f52b16345a9e3e8ad48758171eac06fa3fc79020edb619');
INSERT INTO "holder" VALUES(3,'b-bchusdt','account',0,'270831d4703a70206bbf4d4dff3ec8b9704ecab9fa314a47f8f27d558047f005');
INSERT INTO "holder" VALUES(4,'c-ltc','account',0,'4b1063845950267df243a347ff4481d305a5e31c8572fb01828fbb9c4fd209c8');
INSERT INTO "holder" VALUES(5,'spot','wallet',0,'22f53dbad85c5a7ad4ff38f8ae9342890a90a8b8faa8cdbde9d002be30b9f3a9');
CREATE TABLE holder_asset (
    holder INTEGER NOT NULL REFERENCES holder (number),
    position INTEGER NOT NULL CHECK (position >= 0),
    asset TEXT NOT NULL CHECK (asset <> ''),
    daily_interest TEXT CHECK (daily_interest NOT GLOB '*[^0-9.]*' AND daily_interest <> ''),
    PRIMARY KEY (holder, position),
    UNIQUE (holder, asset)
) STRICT, WITHOUT ROWID;
INSERT INTO "holder_asset" VALUES(1,0,'ETH',NULL);
INSERT INTO "holder_asset" VALUES(1,1,'BCH',NULL);
INSERT INTO "holder_asset" VALUES(1,2,'USDT',NULL);
INSERT INTO "holder_asset" VALUES(2,0,'ETH',NULL);
INSERT INTO "holder_asset" VALUES(2,1,'USDT',NULL);
INSERT INTO "holder_asset" VALUES(3,0,'BCH',NULL);
INSERT INTO "holder_asset" VALUES(3,1,'USDT',NULL);
INSERT INTO "holder_asset" VALUES(4,0,'LTC',NULL);
INSERT INTO "holder_asset" VALUES(4,1,'USDT',NULL);
INSERT INTO "holder_asset" VALUES(5,0,'USDT',NULL);
INSERT INTO "holder_asset" VALUES(5,1,'BCH',NULL);
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
INSERT INTO "ledger_row" VALUES(1,1,1,'opening','ETH','free','5');
INSERT INTO "ledger_row" VALUES(2,1,1,'opening','BCH','free','5');
INSERT INTO "ledger_row" VALUES(3,1,1,'opening','USDT','borrowed','1600');
INSERT INTO "ledger_row" VALUES(4,2,2,'opening','ETH','free','5');
INSERT INTO "ledger_row" VALUES(5,2,2,'opening','USDT','borrowed','800');
INSERT INTO "ledger_row" VALUES(6,3,3,'opening','BCH','free','5');
INSERT INTO "ledger_row" VALUES(7,3,3,'opening','USDT','borrowed','800');
INSERT INTO "ledger_row" VALUES(8,5,5,'opening','USDT','free','1000');
INSERT INTO "ledger_row" VALUES(9,5,5,'opening','BCH','free','3');
INSERT INTO "ledger_row" VALUES(10,6,5,'top_up','USDT','free','-150');
INSERT INTO "ledger_row" VALUES(11,6,3,'top_up','USDT','free','150');
INSERT INTO "ledger_row" VALUES(12,7,1,'top_up','ETH','free','0.00000001');
CREATE TABLE level_history (
    account INTEGER NOT NULL REFERENCES account (number),
    resolution INTEGER NOT NULL CHECK (resolution IN (1, 60000, 3600000)),
    bucket INTEGER NOT NULL,
    time INTEGER NOT NULL,
    level INTEGER,
    status TEXT NOT NULL CHECK (status IN ('no_debt', 'normal', 'margin_call', 'liquidation', 'unknown', 'liquidated')),
    PRIMARY KEY (account, resolution, bucket)
) STRICT, WITHOUT ROWID;
INSERT INTO "level_history" VALUES(1,1,1795365722506,1795365722506,NULL,'unknown');
INSERT INTO "level_history" VALUES(1,1,1795365722509,1795365722509,115625000,'normal');
INSERT INTO "level_history" VALUES(1,60000,1795365720000,1795365722509,115625000,'normal');
INSERT INTO "level_history" VALUES(1,3600000,1795363200000,1795365722509,115625000,'normal');
INSERT INTO "level_history" VALUES(2,1,1795365722506,1795365722506,NULL,'unknown');
INSERT INTO "level_history" VALUES(2,1,1795365722509,1795365722509,125000000,'normal');
INSERT INTO "level_history" VALUES(2,60000,1795365720000,1795365722509,125000000,'normal');
INSERT INTO "level_history" VALUES(2,3600000,1795363200000,1795365722509,125000000,'normal');
INSERT INTO "level_history" VALUES(3,1,1795365722506,1795365722506,NULL,'unknown');
INSERT INTO "level_history" VALUES(3,1,1795365722509,1795365722509,125000000,'normal');
INSERT INTO "level_history" VALUES(3,60000,1795365720000,1795365722509,125000000,'normal');
INSERT INTO "level_history" VALUES(3,3600000,1795363200000,1795365722509,125000000,'normal');
INSERT INTO "level_history" VALUES(4,1,1795365722506,1795365722506,NULL,'no_debt');
INSERT INTO "level_history" VALUES(4,60000,1795365720000,1795365722506,NULL,'no_debt');
INSERT INTO "level_history" VALUES(4,3600000,1795363200000,1795365722506,NULL,'no_debt');
CREATE TABLE operation (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
    time INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('opening', 'top_up', 'transfer_out', 'borrow', 'repay', 'buy', 'sell',
        'open_position', 'close_position', 'correction', 'liquidation', 'interest', 'reversal')),
    holder INTEGER NOT NULL REFERENCES holder (number),
    note TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    contributed_before TEXT CHECK (contributed_before NOT GLOB '*[^-0-9.]*' AND contributed_before <> ''),
    contributed_after TEXT CHECK (contributed_after NOT GLOB '*[^-0-9.]*' AND contributed_after <> ''),
    hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
INSERT INTO "operation" VALUES(1,'299fcba4-f80c-4ba1-9ae3-fb133e76948b',1795365722311,'opening',1,'','',NULL,'400','478206128e15e8182ac4673ff7bd8c724b21bc53bc513ef4c5a40f065d3aeded');
INSERT INTO "operation" VALUES(2,'59551b0f-cbbc-4134-9aff-858e31fc50eb',1795365722311,'opening',2,'','',NULL,'200','c484852c644f3b1df14f0266d4ba95bec3a20151a3f7917dbbf70173936fda2b');
INSERT INTO "operation" VALUES(3,'07de4dc6-f9c6-43b4-a21f-e01587492fcb',1795365722311,'opening',3,'','',NULL,'200','9f4a93f3f7f2bfa73803f5ffeccb0b0156d8ec9ba4decc013321e643d0a70a80');
INSERT INTO "operation" VALUES(4,'c43e9a68-d83d-488e-9ecc-f54c6f87e562',1795365722311,'opening',4,'','',NULL,'0','513cc74983f2d2388cda1b417c1858157363c20426e88554614cf068156ef6ef');
INSERT INTO "operation" VALUES(5,'778b3f90-115c-49a3-8d0d-430658785140',1795365722311,'opening',5,'','',NULL,NULL,'c1a67206b751ba176eb35b1e3488de54cd327be663b2a09bf7b7ea3b10849e1a');
INSERT INTO "operation" VALUES(6,'11111111-2222-4333-8444-555555555555',1795365722332,'top_up',3,'it''s; here','top_upb-bchusdtUSDT150spot','200','350','5c75089a670507cdd65244f21413d7e645c04079deaca907e3ee28a7a1307cb2');
INSERT INTO "operation" VALUES(7,'11111111-2222-4333-8444-666666666666',1795365722350,'top_up',1,'','top_upa-crossETH0.00000001','400',NULL,'b8dc7d30ec37c459b79c9737e84060bb3fdde2e3942d9d1ec060310746b5d2b7');
CREATE TABLE price_history (
    symbol TEXT NOT NULL CHECK (symbol <> ''),
    resolution INTEGER NOT NULL CHECK (resolution IN (1, 60000, 3600000)),
    bucket INTEGER NOT NULL,
    time INTEGER NOT NULL,
    price TEXT NOT NULL CHECK (price NOT GLOB '*[^0-9.]*' AND price <> ''),
    PRIMARY KEY (symbol, resolution, bucket)
) STRICT, WITHOUT ROWID;
INSERT INTO "price_history" VALUES('BCHUSDT',1,1795365723510,1795365723510,'170');
INSERT INTO "price_history" VALUES('BCHUSDT',1,1795365724513,1795365724513,'170');
INSERT INTO "price_history" VALUES('BCHUSDT',60000,1795365720000,1795365723510,'170');
INSERT INTO "price_history" VALUES('BCHUSDT',3600000,1795363200000,1795365723510,'170');
INSERT INTO "price_history" VALUES('ETHUSDT',1,1795365723510,1795365723510,'200');
INSERT INTO "price_history" VALUES('ETHUSDT',1,1795365724513,1795365724513,'200');
INSERT INTO "price_history" VALUES('ETHUSDT',60000,1795365720000,1795365723510,'200');
INSERT INTO "price_history" VALUES('ETHUSDT',3600000,1795363200000,1795365723510,'200');
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
CREATE TABLE revision (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    value INTEGER NOT NULL
) STRICT;
INSERT INTO "revision" VALUES(1,15);
CREATE TABLE setting (
    key TEXT PRIMARY KEY CHECK (key <> ''),
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "setting" VALUES('theme','dark');
CREATE TABLE status_event (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    time INTEGER NOT NULL,
    account INTEGER NOT NULL REFERENCES account (number),
    from_status TEXT CHECK (from_status IN ('no_debt', 'normal', 'margin_call', 'liquidation', 'unknown', 'liquidated')),
    to_status TEXT NOT NULL CHECK (to_status IN ('no_debt', 'normal', 'margin_call', 'liquidation', 'unknown', 'liquidated')),
    level TEXT CHECK (level NOT GLOB '*[^-0-9.]*' AND level <> ''),
    prices TEXT NOT NULL CHECK (prices LIKE '{%}')
) STRICT;
INSERT INTO "status_event" VALUES(1,1795365722506,1,NULL,'unknown',NULL,'{}');
INSERT INTO "status_event" VALUES(2,1795365722506,2,NULL,'unknown',NULL,'{}');
INSERT INTO "status_event" VALUES(3,1795365722506,3,NULL,'unknown',NULL,'{}');
INSERT INTO "status_event" VALUES(4,1795365722506,4,NULL,'no_debt',NULL,'{}');
INSERT INTO "status_event" VALUES(5,1795365722509,1,'unknown','normal','1.15625','{"ETHUSDT":"200","BCHUSDT":"170"}');
INSERT INTO "status_event" VALUES(6,1795365722509,2,'unknown','normal','1.25','{"ETHUSDT":"200"}');
INSERT INTO "status_event" VALUES(7,1795365722509,3,'unknown','normal','1.25','{"BCHUSDT":"170"}');
CREATE TABLE watch_mark (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    time INTEGER NOT NULL,
    running INTEGER NOT NULL CHECK (running IN (0, 1))
) STRICT;
INSERT INTO "watch_mark" VALUES(1,1621428660000,0);
CREATE INDEX operation_by_holder ON operation (holder, sequence);
CREATE INDEX ledger_row_by_holder ON ledger_row (holder, sequence);
CREATE INDEX ledger_row_by_operation ON ledger_row (operation, sequence);
CREATE TRIGGER operation_is_never_changed BEFORE UPDATE ON operation
BEGIN SELECT RAISE (ABORT, 'the journal is append-only: book a reversal'); END;
CREATE TRIGGER operation_is_never_deleted BEFORE DELETE ON operation
BEGIN SELECT RAISE (ABORT, 'the journal is append-only: book a reversal'); END;
CREATE TRIGGER ledger_row_is_never_changed BEFORE UPDATE ON ledger_row
BEGIN SELECT RAISE (ABORT, 'the journal is append-only: book a reversal'); END;
CREATE TRIGGER ledger_row_is_never_deleted BEFORE DELETE ON ledger_row
BEGIN SELECT RAISE (ABORT, 'the journal is append-only: book a reversal'); END;
CREATE TRIGGER holder_is_never_deleted BEFORE DELETE ON holder
BEGIN SELECT RAISE (ABORT, 'the journal names this holder: hide it'); END;
CREATE TRIGGER revision_after_operation AFTER INSERT ON operation BEGIN UPDATE revision SET value = value + 1; END;
CREATE TRIGGER revision_after_holder AFTER UPDATE ON holder BEGIN UPDATE revision SET value = value + 1; END;
CREATE TRIGGER revision_after_account AFTER UPDATE ON account BEGIN UPDATE revision SET value = value + 1; END;
CREATE TRIGGER revision_after_asset AFTER UPDATE ON holder_asset BEGIN UPDATE revision SET value = value + 1; END;
CREATE TRIGGER revision_after_new_profile AFTER INSERT ON profile BEGIN UPDATE revision SET value = value + 1; END;
CREATE TRIGGER revision_after_profile AFTER UPDATE ON profile BEGIN UPDATE revision SET value = value + 1; END;
CREATE TRIGGER revision_after_new_setting AFTER INSERT ON setting BEGIN UPDATE revision SET value = value + 1; END;
CREATE TRIGGER revision_after_setting AFTER UPDATE ON setting BEGIN UPDATE revision SET value = value + 1; END;
CREATE INDEX status_event_by_account ON status_event (account, sequence);
CREATE INDEX alarm_event_by_account ON alarm_event (account, sequence);
CREATE INDEX alarm_event_by_time ON alarm_event (time);
CREATE TRIGGER alarm_event_is_never_changed BEFORE UPDATE ON alarm_event
BEGIN SELECT RAISE (ABORT, 'what alarms did is not changed'); END;
CREATE TRIGGER alarm_event_is_kept BEFORE DELETE ON alarm_event
WHEN OLD.time >= (SELECT max(time) FROM alarm_event) - 34560000000
BEGIN SELECT RAISE (ABORT, 'what alarms did is kept for 400 days'); END;
CREATE INDEX alarm_outbox_pending ON alarm_outbox (sequence) WHERE result = 'pending';
CREATE INDEX alarm_outbox_by_time ON alarm_outbox (time);
CREATE INDEX alarm_request_open ON alarm_request (sequence) WHERE taken = 0;
CREATE TRIGGER revision_after_alarm_request AFTER INSERT ON alarm_request BEGIN UPDATE revision SET value = value + 1; END;
CREATE TRIGGER revision_after_new_alarm_rule AFTER INSERT ON alarm_rule BEGIN UPDATE revision SET value = value + 1; END;
CREATE TRIGGER revision_after_alarm_rule AFTER UPDATE ON alarm_rule BEGIN UPDATE revision SET value = value + 1; END;
CREATE TRIGGER revision_after_gone_alarm_rule AFTER DELETE ON alarm_rule BEGIN UPDATE revision SET value = value + 1; END;
PRAGMA application_id=1349282157;
PRAGMA user_version=2;
