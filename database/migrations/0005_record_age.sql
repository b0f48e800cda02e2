-- Why: a wall clock that was years ahead for an hour made everything look old enough to be deleted. How old a record is, is from here on counted
-- in time that the boot-time clock confirmed, whatever its time stamp says.

-- `age`: ms that were seen to pass, first by this step, on the boot-time clock of one boot after another. The time between two boots does not
-- count, so it is never more than what really passed.
CREATE TABLE record_clock (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    age INTEGER NOT NULL CHECK (age >= 0),
    boot TEXT NOT NULL,
    boot_ms INTEGER NOT NULL
) STRICT;
INSERT INTO record_clock (only_row, age, boot, boot_ms) VALUES (1, 0, '', 0);

-- One hour of time stamps (its first millisecond): the age at which something with such a stamp was recorded last; the finest resolution of the
-- history that may still stand there; and the finest that is whole. What was there before this step counts as recorded now.
CREATE TABLE record_hour (
    hour INTEGER PRIMARY KEY,
    age INTEGER NOT NULL,
    held INTEGER NOT NULL CHECK (held IN (1, 60000, 3600000)),
    whole INTEGER NOT NULL CHECK (whole IN (1, 60000, 3600000))
) STRICT;

INSERT INTO record_hour (hour, age, held, whole)
SELECT bucket, 0, min(step), max(step) FROM (
    SELECT h.bucket AS bucket,
        CASE WHEN EXISTS (SELECT 1 FROM level_history f WHERE f.account = h.account AND f.resolution = 1
                          AND f.bucket >= h.bucket AND f.bucket < h.bucket + 3600000) THEN 1
             WHEN EXISTS (SELECT 1 FROM level_history f WHERE f.account = h.account AND f.resolution = 60000
                          AND f.bucket >= h.bucket AND f.bucket < h.bucket + 3600000) THEN 60000
             ELSE 3600000 END AS step
    FROM level_history h WHERE h.resolution = 3600000)
GROUP BY bucket;
INSERT OR IGNORE INTO record_hour (hour, age, held, whole) SELECT DISTINCT bucket, 0, 1, 1 FROM price_history WHERE resolution = 3600000;
INSERT OR IGNORE INTO record_hour (hour, age, held, whole)
SELECT DISTINCT time - ((time % 3600000) + 3600000) % 3600000, 0, 1, 1 FROM (
    SELECT end AS time FROM level_span UNION SELECT time FROM alarm_event UNION SELECT time FROM alarm_outbox UNION SELECT time FROM alarm_request);

-- 400 days in ms, in confirmed time.
DROP TRIGGER alarm_event_is_kept;
CREATE TRIGGER alarm_event_is_kept BEFORE DELETE ON alarm_event
WHEN NOT EXISTS (SELECT 1 FROM record_hour WHERE hour = OLD.time - ((OLD.time % 3600000) + 3600000) % 3600000
                 AND age < (SELECT age FROM record_clock) - 34560000000)
BEGIN SELECT RAISE (ABORT, 'what alarms did is kept for 400 days'); END;
