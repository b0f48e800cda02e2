-- Why: alarms must survive a restart: their states, what they did, whom they told and how, a person's own rules, what another process
-- asked for, and until when somebody watched. The table of events of the first step was never written to.

DROP TABLE alarm_event;

-- One life that is not at rest, or that has an occurrence number behind it, which must never be given again. `data` is the whole life,
-- one line; state and occurrence stand beside it for reading by eye.
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

-- The clocks at the newest change of alarm_state: its times are of the boot named here.
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
CREATE INDEX alarm_event_by_account ON alarm_event (account, sequence);
CREATE INDEX alarm_event_by_time ON alarm_event (time);

-- 400 days in ms, counted from the newest event: what is younger stays, whatever the clock of the computer says.
CREATE TRIGGER alarm_event_is_never_changed BEFORE UPDATE ON alarm_event
BEGIN SELECT RAISE (ABORT, 'what alarms did is not changed'); END;
CREATE TRIGGER alarm_event_is_kept BEFORE DELETE ON alarm_event
WHEN OLD.time >= (SELECT max(time) FROM alarm_event) - 34560000000
BEGIN SELECT RAISE (ABORT, 'what alarms did is kept for 400 days'); END;

-- One delivery. The triple is its identity, so that nothing is told twice.
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
CREATE INDEX alarm_outbox_pending ON alarm_outbox (sequence) WHERE result = 'pending';
CREATE INDEX alarm_outbox_by_time ON alarm_outbox (time);

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

-- What another process asks of the one that watches.
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
CREATE INDEX alarm_request_open ON alarm_request (sequence) WHERE taken = 0;

CREATE TABLE watch_mark (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    time INTEGER NOT NULL,
    running INTEGER NOT NULL CHECK (running IN (0, 1))
) STRICT;

-- The revision moves with what another process may have written, not with what the watching one records all the time.
CREATE TRIGGER revision_after_alarm_request AFTER INSERT ON alarm_request BEGIN UPDATE revision SET value = value + 1; END;
CREATE TRIGGER revision_after_new_alarm_rule AFTER INSERT ON alarm_rule BEGIN UPDATE revision SET value = value + 1; END;
CREATE TRIGGER revision_after_alarm_rule AFTER UPDATE ON alarm_rule BEGIN UPDATE revision SET value = value + 1; END;
CREATE TRIGGER revision_after_gone_alarm_rule AFTER DELETE ON alarm_rule BEGIN UPDATE revision SET value = value + 1; END;
