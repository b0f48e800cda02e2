// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/historystore.h"

#include "storage/sql/sqlstatement.h"
#include "storage/sql/words.h"
#include "storage/tables/barchanges.h"
#include "storage/tables/levelreader.h"
#include "storage/tables/levelresolutions.h"
#include "storage/tables/levelthinning.h"
#include "storage/tables/trackreader.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <unordered_map>
#include <utility>

namespace plimsoll::storage {

using namespace Qt::StringLiterals;
using monitor::LevelPoint;
using monitor::LevelRecord;
using monitor::PriceRecord;
using monitor::StatusRecord;

namespace {

constexpr std::int64_t kHour = 3'600'000;
constexpr std::int64_t kDay = 24 * kHour;

struct Resolution {
    std::int64_t step;
    std::int64_t keep;
};

constexpr std::array kResolutions {Resolution {1, 2 * kDay}, Resolution {60'000, 90 * kDay},
                                   Resolution {kHour, 5 * 365 * kDay}};

// All buckets of one resolution at once: a list in a CHECK costs a table of its own each time a statement runs, and a
// batch has six rows for each account. Of two samples of one moment the lower one counts (LevelTrack says the same).
constexpr QStringView kFoldLevels =
    u"INSERT INTO level_history (account, resolution, bucket, time, level, status, highest_time, highest_level, "
    u"last_time, "
    "last_level) SELECT value ->> 0, ?, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, "
    "value ->> 7, value ->> 8 FROM json_each(?) WHERE true ON CONFLICT DO UPDATE SET "
    "time = iif(@LOWER, excluded.time, time), level = iif(@LOWER, excluded.level, level), "
    "status = iif(@LOWER, excluded.status, status), "
    "highest_time = iif(@HIGHER, excluded.highest_time, highest_time), "
    "highest_level = iif(@HIGHER, excluded.highest_level, highest_level), "
    "last_time = iif(@LATER, excluded.last_time, last_time), last_level = iif(@LATER, excluded.last_level, last_level) "
    "WHERE @LOWER OR @HIGHER OR @LATER";
// The new value of a column counts where it is known and the stored one is not, or is beaten, or was as good later.
constexpr QStringView kBeats =
    u"AND excluded.@VALUE IS NOT NULL AND (level_history.@VALUE IS NULL OR excluded.@VALUE @BY "
    "level_history.@VALUE OR (excluded.@VALUE = level_history.@VALUE AND excluded.@TIE < "
    "level_history.@TIE))";
constexpr QStringView kSaveSpan = u"INSERT INTO level_span (account, begin, end, level) VALUES (?, ?, ?, ?) "
                                  "ON CONFLICT DO UPDATE SET end = max(end, excluded.end)";
constexpr QStringView kFoldPrices = u"INSERT INTO price_history (symbol, resolution, bucket, time, price) SELECT value "
                                    u"->> 0, value ->> 1, value ->> 2, "
                                    "value ->> 3, value ->> 4 FROM json_each(?) WHERE true ON CONFLICT DO NOTHING";
constexpr QStringView kSymbols = u"SELECT DISTINCT symbol FROM price_history WHERE resolution = ? ORDER BY symbol";
constexpr QStringView kKeptPrices = u"SELECT time, price FROM price_history WHERE symbol = ? AND resolution = ? AND "
                                    "bucket BETWEEN ? AND ? AND time BETWEEN ? AND ? ORDER BY bucket";
constexpr QStringView kNewestLevel =
    u"SELECT time, level, status FROM level_history WHERE account = ? AND resolution = 1 AND bucket >= ? "
    "AND level IS NOT NULL ORDER BY bucket DESC LIMIT 1";
constexpr QStringView kFindAccount =
    u"SELECT h.number FROM holder h JOIN account a ON a.number = h.number WHERE h.id = ?";
constexpr QStringView kShownAccounts =
    u"SELECT h.number, h.id FROM holder h JOIN account a ON a.number = h.number WHERE h.removed = 0";
constexpr QStringView kInsertStatus =
    u"INSERT INTO status_event (time, account, from_status, to_status, level, prices) VALUES (?, ?, ?, ?, ?, ?)";
constexpr QStringView kStatuses =
    u"SELECT e.time, h.id, e.from_status, e.to_status, e.level, e.prices FROM status_event e "
    "JOIN holder h ON h.number = e.account WHERE ? = '' OR h.id = ? ORDER BY e.sequence DESC LIMIT ?";

class AccountNumbers
{
public:
    explicit AccountNumbers(const QSqlDatabase &database)
        : m_find(database, kFindAccount)
    {
    }

    std::optional<std::int64_t> of(const std::string &id)
    {
        const auto found = m_numbers.find(id);
        if (found != m_numbers.end()) {
            return found->second;
        }
        m_find.run({boundText(id)});
        const auto number = m_find.next() ? std::optional(m_find.integer(0)) : std::nullopt;
        return m_numbers.emplace(id, number).first->second;
    }

    std::int64_t existing(const std::string &id)
    {
        const auto number = of(id);
        if (!number) {
            refuse(ErrorCode::NotFound, "account", "there is no account \"" + id + "\"");
        }
        return *number;
    }

private:
    SqlStatement m_find;
    std::unordered_map<std::string, std::optional<std::int64_t>> m_numbers;
};

/// What a batch has of one bucket, before it is folded into what is stored of it.
struct Bucket {
    LevelPoint lowest;
    std::optional<monitor::LevelBucket> known; ///< of those samples that have a level
};

void fold(Bucket &bucket, const LevelPoint &point)
{
    if (point.level && (!bucket.lowest.level || *point.level < *bucket.lowest.level)) {
        bucket.lowest = point;
    }
    if (point.level) {
        const monitor::LevelSample sample {point.time, *point.level};
        bucket.known = bucket.known.value_or(monitor::LevelBucket {sample, sample, sample});
        bucket.known->fold({sample, sample, sample});
    }
}

QString jsonOf(const QJsonArray &rows)
{
    return QString::fromUtf8(QJsonDocument(rows).toJson(QJsonDocument::Compact));
}

// Many samples of a batch lie in one minute, hour and day: they are folded here, and each bucket is written once.
class LevelWriter
{
public:
    explicit LevelWriter(std::int64_t resolution)
        : m_resolution(resolution)
    {
    }

    void add(std::int64_t account, const LevelPoint &point)
    {
        const auto [place, isNew] = m_buckets.try_emplace({account, floorTo(point.time, m_resolution)},
                                                          Bucket {point, std::nullopt});
        fold(place->second, point);
    }

    void write(const QSqlDatabase &database) const
    {
        QJsonArray rows;
        for (const auto &[key, bucket] : m_buckets) {
            rows.append(rowOf(key.first, key.second, bucket));
        }
        static const QString statement = kFoldLevels.toString()
                                             .replace(u"@LOWER"_s, beats(u"level"_s, u"<"_s, u"time"_s))
                                             .replace(u"@HIGHER"_s,
                                                      beats(u"highest_level"_s, u">"_s, u"highest_time"_s))
                                             .replace(u"@LATER"_s, beats(u"last_time"_s, u">"_s, u"last_level"_s));
        execute(database, statement, {boundInteger(m_resolution), jsonOf(rows)});
    }

private:
    static QString beats(const QString &value, const QString &by, const QString &tie)
    {
        return u"(true "_s + kBeats.toString().replace(u"@VALUE"_s, value).replace(u"@BY"_s, by).replace(u"@TIE"_s, tie)
            + u')';
    }

    [[nodiscard]] QJsonArray rowOf(std::int64_t account, WallTime begin, const Bucket &bucket) const
    {
        const auto number = [](std::int64_t value) { return QJsonValue(qint64 {value}); };
        const LevelPoint &lowest = bucket.lowest;
        QJsonArray row {number(account), number(begin.ms()), number(lowest.time.ms()),
                        lowest.level ? number(*lowest.level) : QJsonValue(),
                        wordText(margin::statusWord(lowest.status))};
        if (bucket.known && m_resolution > 1) {
            for (const monitor::LevelSample &sample : {bucket.known->highest, bucket.known->last}) {
                row.append(number(sample.time.ms()));
                row.append(number(sample.level));
            }
        }
        return row;
    }

    std::int64_t m_resolution;
    std::map<std::pair<std::int64_t, WallTime>, Bucket> m_buckets; ///< by account and beginning
};

void appendLevels(const QSqlDatabase &database, const std::vector<LevelRecord> &levels)
{
    AccountNumbers numbers(database);
    for (const std::int64_t resolution : kLevelResolutions) {
        LevelWriter writer(resolution);
        for (const auto &[account, point] : levels) {
            if (const auto number = numbers.of(account)) {
                writer.add(*number, point);
            }
        }
        writer.write(database);
    }
}

void saveSpans(const QSqlDatabase &database, const std::vector<monitor::SpanRecord> &spans)
{
    AccountNumbers numbers(database);
    SqlStatement save(database, kSaveSpan);
    for (const auto &[account, span] : spans) {
        if (const auto number = numbers.of(account)) {
            save.run(
                {boundInteger(*number), boundInteger(span.begin), boundInteger(span.end), boundInteger(span.level)});
        }
    }
}

void appendPrices(const QSqlDatabase &database, const std::vector<PriceRecord> &prices)
{
    QJsonArray rows;
    for (const PriceRecord &record : prices) {
        for (const Resolution &resolution : kResolutions) {
            rows.append(QJsonArray {QString::fromStdString(record.symbol), qint64 {resolution.step},
                                    qint64 {floorTo(record.time, resolution.step).ms()}, qint64 {record.time.ms()},
                                    boundDecimal(record.price).toString()});
        }
    }
    execute(database, kFoldPrices, {jsonOf(rows)});
}

// 90 days of minutes of ten pairs, and more than a replay is looked at with.
constexpr std::size_t kMostKeptPrices = 2'000'000;

// Of what is kept more than once the finest; none finer than `finest` ms.
std::vector<monitor::KeptPrice> keptOf(const QSqlDatabase &database, const std::string &symbol, WallTime from,
                                       WallTime to, std::int64_t finest = 1)
{
    std::vector<monitor::KeptPrice> prices;
    for (const Resolution &resolution : kResolutions) {
        if (resolution.step < finest) {
            continue;
        }
        SqlStatement rows(database, kKeptPrices,
                          {boundText(symbol), boundInteger(resolution.step),
                           boundInteger(floorTo(from, resolution.step)), boundInteger(to), boundInteger(from),
                           boundInteger(to)});
        while (rows.next()) {
            prices.push_back({rows.wallTime(0), rows.decimal(1), resolution.step});
        }
    }
    std::ranges::sort(prices, {}, [](const monitor::KeptPrice &kept) { return std::pair(kept.time, kept.step); });
    const auto doubled = std::ranges::unique(prices, {}, &monitor::KeptPrice::time);
    prices.erase(doubled.begin(), doubled.end());
    return prices;
}

// Everything that a batch stamps; of a stretch its end, which moves as it grows.
std::vector<WallTime> stampsOf(const monitor::HistoryBatch &batch)
{
    std::vector<WallTime> times;
    std::ranges::transform(batch.levels, std::back_inserter(times),
                           [](const LevelRecord &record) { return record.point.time; });
    std::ranges::transform(batch.prices, std::back_inserter(times), &PriceRecord::time);
    std::ranges::transform(batch.spans, std::back_inserter(times),
                           [](const monitor::SpanRecord &record) { return record.span.end; });
    return times;
}

// Key by key, so that each DELETE is a range of the primary key.
void erase(const QSqlDatabase &database, const QString &table, const QString &key, std::int64_t step,
           const std::vector<HourRange> &hours)
{
    QVariantList keys;
    {
        SqlStatement s(
            database,
            u"SELECT DISTINCT "_s + key + u" FROM "_s + table + u" WHERE resolution = "_s + QString::number(kHour));
        while (s.next()) {
            keys.append(key == u"account"_s ? boundInteger(s.integer(0)) : boundText(s.text(0)));
        }
    }
    SqlStatement statement(
        database,
        u"DELETE FROM "_s + table + u" WHERE "_s + key + u" = ? AND resolution = ? AND bucket >= ? AND bucket < ?"_s);
    for (const QVariant &value : keys) {
        for (const HourRange &range : hours) {
            statement.run({value, boundInteger(step), boundInteger(range.begin), boundInteger(range.end)});
        }
    }
}

void eraseSpans(const QSqlDatabase &database, const std::vector<HourRange> &hours)
{
    SqlStatement statement(database, u"DELETE FROM level_span WHERE end >= ? AND end < ?");
    for (const HourRange &range : hours) {
        statement.run({boundInteger(range.begin), boundInteger(range.end)});
    }
}

} // namespace

HistoryStore::HistoryStore(Database &database)
    : m_database(database)
{
}

Result<Done> HistoryStore::append(const monitor::HistoryBatch &batch, const BootMoment &now)
{
    return attempt([&] {
        m_database.write([&] {
            const QSqlDatabase database = m_database.connection();
            noteRecorded(database, stampsOf(batch), recordAge(database, now));
            appendLevels(database, batch.levels);
            appendPrices(database, batch.prices);
            saveSpans(database, batch.spans);
        });
    });
}

Result<WallTime> HistoryStore::newestPriceTime(const std::string &symbol) const
{
    return attempt([&] {
        return m_database.read([&] {
            SqlStatement newest(
                m_database.connection(),
                u"SELECT coalesce(max(time), 0) FROM price_history WHERE symbol = ? AND resolution = 1"_s);
            newest.run({boundText(symbol)});
            return newest.next() ? newest.wallTime(0) : WallTime();
        });
    });
}

Result<std::vector<monitor::PriceRecord>> HistoryStore::prices(const std::string &symbol, WallTime from,
                                                               WallTime to) const
{
    return attempt([&] {
        return m_database.read([&] {
            SqlStatement rows(m_database.connection(), // one sample may stand in several resolutions
                              u"SELECT DISTINCT time, price FROM price_history"
                              " WHERE symbol = ? AND time BETWEEN ? AND ? ORDER BY time"_s);
            rows.run({boundText(symbol), boundInteger(from), boundInteger(to)});
            std::vector<monitor::PriceRecord> prices;
            while (rows.next()) {
                prices.push_back({symbol, rows.wallTime(0), rows.decimal(1)});
            }
            return prices;
        });
    });
}

Result<std::vector<monitor::KeptPrices>> HistoryStore::keptPrices(WallTime from, WallTime to) const
{
    return attempt([&] {
        return m_database.read([&] {
            const QSqlDatabase database = m_database.connection();
            std::vector<monitor::KeptPrices> all;
            std::size_t count = 0;
            SqlStatement symbols(database, kSymbols, {boundInteger(kHour)});
            while (symbols.next()) {
                monitor::KeptPrices kept {symbols.utf8(0), keptOf(database, symbols.utf8(0), from, to)};
                count += kept.prices.size();
                if (count > kMostKeptPrices) {
                    refuse(
                        ErrorCode::Malformed, "period",
                        "more than " + std::to_string(kMostKeptPrices) + " prices are kept of it; take a shorter one");
                }
                if (!kept.prices.empty()) {
                    all.push_back(std::move(kept));
                }
            }
            return all;
        });
    });
}

Result<std::vector<monitor::KeptPrice>> HistoryStore::symbolPrices(const std::string &symbol, WallTime from,
                                                                   WallTime to, std::int64_t width) const
{
    return attempt([&] {
        const auto fits = [width](const Resolution &resolution) { return resolution.step <= width; };
        const auto finest = std::ranges::find_if(kResolutions.rbegin(), kResolutions.rend(), fits);
        return m_database.read([&] {
            return keptOf(m_database.connection(), symbol, from, to, finest == kResolutions.rend() ? 1 : finest->step);
        });
    });
}

Result<std::vector<LevelPoint>> HistoryStore::levels(const std::string &account, WallTime from, WallTime to,
                                                     int maxPoints) const
{
    return attempt([&] {
        return m_database.read([&] {
            const std::int64_t number = AccountNumbers(m_database.connection()).existing(account);
            if (to < from) {
                return std::vector<LevelPoint>();
            }
            return thinned(readLevels(m_database.connection(), number, from, to, maxPoints), from, to, maxPoints);
        });
    });
}

Result<std::optional<LevelPoint>> HistoryStore::newestLevel(const std::string &account, WallTime from) const
{
    return attempt([&]() -> std::optional<LevelPoint> {
        const std::int64_t number = AccountNumbers(m_database.connection()).existing(account);
        SqlStatement s(m_database.connection(), kNewestLevel, {boundInteger(number), boundInteger(from)});
        if (!s.next()) {
            return std::nullopt;
        }
        return LevelPoint {s.wallTime(0), s.optionalInteger(1), wordAt(s, 2, margin::statusFromWord, "status")};
    });
}

Result<monitor::LevelTrack> HistoryStore::track(const std::string &account, WallTime from, WallTime to,
                                                std::int64_t width) const
{
    return attempt([&] {
        return m_database.read([&] {
            const std::int64_t number = AccountNumbers(m_database.connection()).existing(account);
            return readTrack(m_database.connection(), number, from, to, width);
        });
    });
}

Result<monitor::LevelTracks> HistoryStore::tracks(WallTime from, WallTime to, std::int64_t width) const
{
    return attempt([&] {
        return m_database.read([&] {
            monitor::LevelTracks tracks;
            SqlStatement accounts(m_database.connection(), kShownAccounts);
            accounts.run({});
            while (accounts.next()) {
                tracks.emplace(accounts.utf8(1),
                               readTrack(m_database.connection(), accounts.integer(0), from, to, width));
            }
            return tracks;
        });
    });
}

Result<Done> HistoryStore::appendStatuses(const std::vector<StatusRecord> &records)
{
    return attempt([&] {
        m_database.write([&] {
            const QSqlDatabase database = m_database.connection();
            AccountNumbers numbers(database);
            SqlStatement insert(database, kInsertStatus);
            for (const StatusRecord &record : records) {
                const std::string prices = record.prices.empty() ? std::string("{}") : record.prices;
                if (!QJsonDocument::fromJson(QByteArray::fromStdString(prices))
                         .isObject()) { // SQLite's own check is off with trusted_schema
                    refuse(ErrorCode::Malformed, "prices", "the prices of a change of status are not a JSON object");
                }
                insert.run({boundInteger(record.time), boundInteger(numbers.existing(record.account)),
                            record.from ? QVariant(wordText(margin::statusWord(*record.from))) : QVariant(),
                            wordText(margin::statusWord(record.to)), boundDecimal(record.level), boundText(prices)});
            }
        });
    });
}

Result<std::vector<StatusRecord>> HistoryStore::statuses(const std::string &account, int limit) const
{
    return attempt([&] {
        std::vector<StatusRecord> records;
        SqlStatement s(m_database.connection(), kStatuses,
                       {boundText(account), boundText(account), limit > 0 ? limit : -1});
        while (s.next()) {
            records.push_back({s.wallTime(0), s.utf8(1), optionalWordAt(s, 2, margin::statusFromWord, "status"),
                               wordAt(s, 3, margin::statusFromWord, "status"), s.optionalDecimal(4), s.utf8(5)});
        }
        std::ranges::reverse(records);
        return records;
    });
}

Result<std::vector<monitor::BarChange>> HistoryStore::barChanges(const std::string &account, int limit) const
{
    return attempt([&] { return readBarChanges(m_database.connection(), account, limit); });
}

Result<Done> HistoryStore::runRetention(const BootMoment &now)
{
    return attempt([&] {
        m_database.write([&] {
            const QSqlDatabase database = m_database.connection();
            const std::int64_t age = recordAge(database, now);
            for (std::size_t i = 0; i < kResolutions.size(); ++i) { // whole hours: readLevels() counts on it
                const auto [step, keep] = kResolutions[i];
                const auto hours = hoursHolding(database, age - keep, step);
                for (const std::int64_t width : kLevelResolutions) { // a width goes with the finest kept below it
                    if (width >= step && (i + 1 == kResolutions.size() || width < kResolutions[i + 1].step)) {
                        erase(database, u"level_history"_s, u"account"_s, width, hours);
                    }
                }
                erase(database, u"price_history"_s, u"symbol"_s, step, hours);
                if (step == kHour) {
                    eraseSpans(database, hours);
                }
                noteThinned(database, age - keep, step, i + 1 < kResolutions.size() ? kResolutions[i + 1].step : 0);
            }
        });
    });
}

} // namespace plimsoll::storage
