-- Why: a chart must draw a level only where it was known and somebody watched, and the same line from memory and from here. That takes
-- the stretches of known level, and of each minute and hour the last level beside the lowest.

-- `level` is that at `begin`; `end` is as far as prices confirmed it, written again as it grows.
CREATE TABLE level_span (
    account INTEGER NOT NULL REFERENCES account (number),
    begin INTEGER NOT NULL,
    end INTEGER NOT NULL CHECK (end >= begin),
    level INTEGER NOT NULL,
    PRIMARY KEY (account, begin)
) STRICT, WITHOUT ROWID;

-- The last sample of a minute or hour; of a row of resolution 1 it is the row's own.
ALTER TABLE level_history ADD COLUMN last_time INTEGER;
ALTER TABLE level_history ADD COLUMN last_level INTEGER;

-- What earlier versions recorded says nothing of spans: minutes with a level that follow each other without a change of status to or
-- from "no level known" count as one.
CREATE INDEX status_event_by_time ON status_event (account, time);
INSERT INTO level_span (account, begin, end, level)
WITH minutes AS (
    SELECT account, time, level, lag(time) OVER by_time AS before, lag(bucket) OVER by_time AS bucket_before, bucket
    FROM level_history WHERE resolution = 60000 AND level IS NOT NULL
    WINDOW by_time AS (PARTITION BY account ORDER BY bucket)
), parts AS (
    SELECT account, time, level,
        before IS NULL OR bucket - bucket_before > 60000 OR EXISTS (
            SELECT 1 FROM status_event e WHERE e.account = minutes.account AND e.time > before AND e.time <= minutes.time
            AND (e.from_status IS NULL OR e.from_status IN ('no_debt', 'unknown', 'liquidated')
                OR e.to_status IN ('no_debt', 'unknown', 'liquidated'))) AS is_first
    FROM minutes
), numbered AS (
    SELECT account, time, level, is_first, sum(is_first) OVER (PARTITION BY account ORDER BY time) AS part FROM parts
)
SELECT account, min(time), max(time), max(CASE WHEN is_first THEN level END) FROM numbered GROUP BY account, part;
DROP INDEX status_event_by_time;
