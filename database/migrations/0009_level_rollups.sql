-- Why: a chart of a year read 8,760 rows of each account, and of a week 10,080, and knew of a minute only how low it went. Levels are also kept
-- per 10 minutes, 6 hours and a day, each with its highest sample, so that no view reads more than 2,000 rows and none hides a peak.

ALTER TABLE level_history RENAME TO level_history_before;

-- Of a sample: `time` and `level` are its own. Of a bucket they are those of its lowest sample.
CREATE TABLE level_history (
    account INTEGER NOT NULL REFERENCES account (number),
    resolution INTEGER NOT NULL CHECK (resolution IN (1, 60000, 600000, 3600000, 21600000, 86400000)),
    bucket INTEGER NOT NULL,
    time INTEGER NOT NULL,
    level INTEGER,
    status TEXT NOT NULL CHECK (status IN ('no_debt', 'normal', 'margin_call', 'liquidation', 'unknown', 'liquidated')),
    highest_time INTEGER,
    highest_level INTEGER,
    last_time INTEGER,
    last_level INTEGER,
    PRIMARY KEY (account, resolution, bucket)
) STRICT, WITHOUT ROWID;

-- How high a minute or an hour went was not recorded; the higher one of its two samples is.
INSERT INTO level_history (account, resolution, bucket, time, level, status, highest_time, highest_level, last_time, last_level)
SELECT account, resolution, bucket, time, level, status,
    CASE WHEN resolution = 1 OR level IS NULL THEN NULL WHEN last_level > level THEN last_time ELSE time END,
    CASE WHEN resolution = 1 OR level IS NULL THEN NULL WHEN last_level > level THEN last_level ELSE level END,
    last_time, last_level
FROM level_history_before;
DROP TABLE level_history_before;

-- Ten minutes from minutes, six hours and days from hours: those go at the same times. min() takes the other columns from its own row.
INSERT INTO level_history (account, resolution, bucket, time, level, status)
SELECT account, 600000, bucket - ((bucket % 600000) + 600000) % 600000, time, min(level), status
FROM level_history WHERE resolution = 60000 GROUP BY 1, 3;
INSERT INTO level_history (account, resolution, bucket, time, level, status)
SELECT account, 21600000, bucket - ((bucket % 21600000) + 21600000) % 21600000, time, min(level), status
FROM level_history WHERE resolution = 3600000 GROUP BY 1, 3;
INSERT INTO level_history (account, resolution, bucket, time, level, status)
SELECT account, 86400000, bucket - ((bucket % 86400000) + 86400000) % 86400000, time, min(level), status
FROM level_history WHERE resolution = 3600000 GROUP BY 1, 3;

UPDATE level_history SET (highest_time, highest_level) = (
    SELECT f.highest_time, max(f.highest_level) FROM level_history f
    WHERE f.account = level_history.account AND f.resolution = CASE level_history.resolution WHEN 600000 THEN 60000 ELSE 3600000 END
    AND f.bucket >= level_history.bucket AND f.bucket < level_history.bucket + level_history.resolution)
WHERE resolution IN (600000, 21600000, 86400000) AND level IS NOT NULL;
UPDATE level_history SET (last_time, last_level) = (
    SELECT coalesce(f.last_time, f.time), coalesce(f.last_level, f.level) FROM level_history f
    WHERE f.account = level_history.account AND f.resolution = CASE level_history.resolution WHEN 600000 THEN 60000 ELSE 3600000 END
    AND f.bucket >= level_history.bucket AND f.bucket < level_history.bucket + level_history.resolution AND f.level IS NOT NULL
    ORDER BY f.bucket DESC LIMIT 1)
WHERE resolution IN (600000, 21600000, 86400000) AND level IS NOT NULL;
