-- A database as version 1 of the schema left it, with a portfolio, bookings, history and a setting; written by `sqlite3 FILE .dump`.
-- Never edited: tst_upgrade opens it with today's program.
PRAGMA foreign_keys=OFF;
CREATE TABLE holder (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE CHECK (id <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('account', 'wallet')),
    removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
    seal TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO holder VALUES(1,'a-cross','account',0,'1c491b73a14797d7d519bff69b7a3a4ce7b88e76b8f5a6f960935eac82dac37d');
INSERT INTO holder VALUES(2,'b-ethusdt','account',0,'fa691a7b657c561633f52b16345a9e3e8ad48758171eac06fa3fc79020edb619');
INSERT INTO holder VALUES(3,'b-bchusdt','account',0,'270831d4703a70206bbf4d4dff3ec8b9704ecab9fa314a47f8f27d558047f005');
INSERT INTO holder VALUES(4,'c-ltc','account',0,'4b1063845950267df243a347ff4481d305a5e31c8572fb01828fbb9c4fd209c8');
INSERT INTO holder VALUES(5,'spot','wallet',0,'22f53dbad85c5a7ad4ff38f8ae9342890a90a8b8faa8cdbde9d002be30b9f3a9');
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
INSERT INTO account VALUES(1,'User A','','','cross','','','USDT','faq-2020-5x',0,'1.25','1.1','1.05',NULL);
INSERT INTO account VALUES(2,'User B ETH','','','isolated','ETHUSDT','ETH','USDT','faq-2020-5x',0,'1.25','1.1','1.05',NULL);
INSERT INTO account VALUES(3,'User B BCH','','','isolated','BCHUSDT','BCH','USDT','faq-2020-5x',0,'1.25','1.1','1.05',NULL);
INSERT INTO account VALUES(4,'O''Brien; "<b>" 币安','','','isolated','LTCUSDT','LTC','USDT','faq-2020-5x',0,'1.25','1.1','1.05',NULL);
CREATE TABLE holder_asset (
    holder INTEGER NOT NULL REFERENCES holder (number),
    position INTEGER NOT NULL CHECK (position >= 0),
    asset TEXT NOT NULL CHECK (asset <> ''),
    daily_interest TEXT CHECK (daily_interest NOT GLOB '*[^0-9.]*' AND daily_interest <> ''),
    PRIMARY KEY (holder, position),
    UNIQUE (holder, asset)
) STRICT, WITHOUT ROWID;
INSERT INTO holder_asset VALUES(1,0,'ETH',NULL);
INSERT INTO holder_asset VALUES(1,1,'BCH',NULL);
INSERT INTO holder_asset VALUES(1,2,'USDT',NULL);
INSERT INTO holder_asset VALUES(2,0,'ETH',NULL);
INSERT INTO holder_asset VALUES(2,1,'USDT',NULL);
INSERT INTO holder_asset VALUES(3,0,'BCH',NULL);
INSERT INTO holder_asset VALUES(3,1,'USDT',NULL);
INSERT INTO holder_asset VALUES(4,0,'LTC',NULL);
INSERT INTO holder_asset VALUES(4,1,'USDT',NULL);
INSERT INTO holder_asset VALUES(5,0,'USDT',NULL);
INSERT INTO holder_asset VALUES(5,1,'BCH',NULL);
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
INSERT INTO operation VALUES(1,'299fcba4-f80c-4ba1-9ae3-fb133e76948b',1795365722311,'opening',1,'','',NULL,'400','478206128e15e8182ac4673ff7bd8c724b21bc53bc513ef4c5a40f065d3aeded');
INSERT INTO operation VALUES(2,'59551b0f-cbbc-4134-9aff-858e31fc50eb',1795365722311,'opening',2,'','',NULL,'200','c484852c644f3b1df14f0266d4ba95bec3a20151a3f7917dbbf70173936fda2b');
INSERT INTO operation VALUES(3,'07de4dc6-f9c6-43b4-a21f-e01587492fcb',1795365722311,'opening',3,'','',NULL,'200','9f4a93f3f7f2bfa73803f5ffeccb0b0156d8ec9ba4decc013321e643d0a70a80');
INSERT INTO operation VALUES(4,'c43e9a68-d83d-488e-9ecc-f54c6f87e562',1795365722311,'opening',4,'','',NULL,'0','513cc74983f2d2388cda1b417c1858157363c20426e88554614cf068156ef6ef');
INSERT INTO operation VALUES(5,'778b3f90-115c-49a3-8d0d-430658785140',1795365722311,'opening',5,'','',NULL,NULL,'c1a67206b751ba176eb35b1e3488de54cd327be663b2a09bf7b7ea3b10849e1a');
INSERT INTO operation VALUES(6,'11111111-2222-4333-8444-555555555555',1795365722332,'top_up',3,'it''s; here','top_upb-bchusdtUSDT150spot','200','350','5c75089a670507cdd65244f21413d7e645c04079deaca907e3ee28a7a1307cb2');
INSERT INTO operation VALUES(7,'11111111-2222-4333-8444-666666666666',1795365722350,'top_up',1,'','top_upa-crossETH0.00000001','400',NULL,'b8dc7d30ec37c459b79c9737e84060bb3fdde2e3942d9d1ec060310746b5d2b7');
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
INSERT INTO ledger_row VALUES(1,1,1,'opening','ETH','free','5');
INSERT INTO ledger_row VALUES(2,1,1,'opening','BCH','free','5');
INSERT INTO ledger_row VALUES(3,1,1,'opening','USDT','borrowed','1600');
INSERT INTO ledger_row VALUES(4,2,2,'opening','ETH','free','5');
INSERT INTO ledger_row VALUES(5,2,2,'opening','USDT','borrowed','800');
INSERT INTO ledger_row VALUES(6,3,3,'opening','BCH','free','5');
INSERT INTO ledger_row VALUES(7,3,3,'opening','USDT','borrowed','800');
INSERT INTO ledger_row VALUES(8,5,5,'opening','USDT','free','1000');
INSERT INTO ledger_row VALUES(9,5,5,'opening','BCH','free','3');
INSERT INTO ledger_row VALUES(10,6,5,'top_up','USDT','free','-150');
INSERT INTO ledger_row VALUES(11,6,3,'top_up','USDT','free','150');
INSERT INTO ledger_row VALUES(12,7,1,'top_up','ETH','free','0.00000001');
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
INSERT INTO setting VALUES('theme','dark');
CREATE TABLE revision (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    value INTEGER NOT NULL
) STRICT;
INSERT INTO revision VALUES(1,13);
CREATE TABLE level_history (
    account INTEGER NOT NULL REFERENCES account (number),
    resolution INTEGER NOT NULL CHECK (resolution IN (1, 60000, 3600000)),
    bucket INTEGER NOT NULL,
    time INTEGER NOT NULL,
    level INTEGER,
    status TEXT NOT NULL CHECK (status IN ('no_debt', 'normal', 'margin_call', 'liquidation', 'unknown', 'liquidated')),
    PRIMARY KEY (account, resolution, bucket)
) STRICT, WITHOUT ROWID;
INSERT INTO level_history VALUES(1,1,1795365722506,1795365722506,NULL,'unknown');
INSERT INTO level_history VALUES(1,1,1795365722509,1795365722509,115625000,'normal');
INSERT INTO level_history VALUES(1,60000,1795365720000,1795365722509,115625000,'normal');
INSERT INTO level_history VALUES(1,3600000,1795363200000,1795365722509,115625000,'normal');
INSERT INTO level_history VALUES(2,1,1795365722506,1795365722506,NULL,'unknown');
INSERT INTO level_history VALUES(2,1,1795365722509,1795365722509,125000000,'normal');
INSERT INTO level_history VALUES(2,60000,1795365720000,1795365722509,125000000,'normal');
INSERT INTO level_history VALUES(2,3600000,1795363200000,1795365722509,125000000,'normal');
INSERT INTO level_history VALUES(3,1,1795365722506,1795365722506,NULL,'unknown');
INSERT INTO level_history VALUES(3,1,1795365722509,1795365722509,125000000,'normal');
INSERT INTO level_history VALUES(3,60000,1795365720000,1795365722509,125000000,'normal');
INSERT INTO level_history VALUES(3,3600000,1795363200000,1795365722509,125000000,'normal');
INSERT INTO level_history VALUES(4,1,1795365722506,1795365722506,NULL,'no_debt');
INSERT INTO level_history VALUES(4,60000,1795365720000,1795365722506,NULL,'no_debt');
INSERT INTO level_history VALUES(4,3600000,1795363200000,1795365722506,NULL,'no_debt');
CREATE TABLE price_history (
    symbol TEXT NOT NULL CHECK (symbol <> ''),
    resolution INTEGER NOT NULL CHECK (resolution IN (1, 60000, 3600000)),
    bucket INTEGER NOT NULL,
    time INTEGER NOT NULL,
    price TEXT NOT NULL CHECK (price NOT GLOB '*[^0-9.]*' AND price <> ''),
    PRIMARY KEY (symbol, resolution, bucket)
) STRICT, WITHOUT ROWID;
INSERT INTO price_history VALUES('BCHUSDT',1,1795365723510,1795365723510,'170');
INSERT INTO price_history VALUES('BCHUSDT',1,1795365724513,1795365724513,'170');
INSERT INTO price_history VALUES('BCHUSDT',60000,1795365720000,1795365723510,'170');
INSERT INTO price_history VALUES('BCHUSDT',3600000,1795363200000,1795365723510,'170');
INSERT INTO price_history VALUES('ETHUSDT',1,1795365723510,1795365723510,'200');
INSERT INTO price_history VALUES('ETHUSDT',1,1795365724513,1795365724513,'200');
INSERT INTO price_history VALUES('ETHUSDT',60000,1795365720000,1795365723510,'200');
INSERT INTO price_history VALUES('ETHUSDT',3600000,1795363200000,1795365723510,'200');
CREATE TABLE status_event (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    time INTEGER NOT NULL,
    account INTEGER NOT NULL REFERENCES account (number),
    from_status TEXT CHECK (from_status IN ('no_debt', 'normal', 'margin_call', 'liquidation', 'unknown', 'liquidated')),
    to_status TEXT NOT NULL CHECK (to_status IN ('no_debt', 'normal', 'margin_call', 'liquidation', 'unknown', 'liquidated')),
    level TEXT CHECK (level NOT GLOB '*[^-0-9.]*' AND level <> ''),
    prices TEXT NOT NULL CHECK (prices LIKE '{%}')
) STRICT;
INSERT INTO status_event VALUES(1,1795365722506,1,NULL,'unknown',NULL,'{}');
INSERT INTO status_event VALUES(2,1795365722506,2,NULL,'unknown',NULL,'{}');
INSERT INTO status_event VALUES(3,1795365722506,3,NULL,'unknown',NULL,'{}');
INSERT INTO status_event VALUES(4,1795365722506,4,NULL,'no_debt',NULL,'{}');
INSERT INTO status_event VALUES(5,1795365722509,1,'unknown','normal','1.15625','{"ETHUSDT":"200","BCHUSDT":"170"}');
INSERT INTO status_event VALUES(6,1795365722509,2,'unknown','normal','1.25','{"ETHUSDT":"200"}');
INSERT INTO status_event VALUES(7,1795365722509,3,'unknown','normal','1.25','{"BCHUSDT":"170"}');
CREATE TABLE alarm_event (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL CHECK (id <> ''),
    time INTEGER NOT NULL,
    account TEXT NOT NULL,
    condition TEXT NOT NULL CHECK (condition <> ''),
    state TEXT NOT NULL CHECK (state <> ''),
    data TEXT NOT NULL
) STRICT;
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
PRAGMA application_id=1349282157;
PRAGMA user_version=1;
