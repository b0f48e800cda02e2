// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagekit.h"

#include "storage/historystore.h"
#include "storage/levelthinning.h"
#include "storage/sqlstatement.h"

#include <QtCore/QRandomGenerator>

using namespace storagekit;
using margin::Status;
using monitor::LevelPoint;
using monitor::LevelRecord;

/// History: nothing low is ever thinned away, old rows go when their time is over.
class TestHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void smallRangesComeBackWhole();
    void thinningKeepsTheLowestAndTheGaps();
    void theLowestOfARangeIsAlwaysThere_data();
    void theLowestOfARangeIsAlwaysThere();
    void retentionKeepsTheLowestOfMinutesAndHours();
    void retentionRunsWithTheHistory();
    void unknownAccountsAreDroppedOnWritingAndRefusedOnReading();
    void statusesRoundTrip();
};

namespace {

constexpr std::int64_t kMinute = 60'000;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;

LevelRecord record(std::int64_t time, std::optional<std::int64_t> level)
{
    return {"b-ethusdt", {time, level, level ? Status::Normal : Status::Unknown}};
}

std::optional<std::int64_t> lowest(const std::vector<LevelPoint> &points)
{
    std::optional<std::int64_t> low;
    for (const LevelPoint &point : points) {
        if (point.level && (!low || *point.level < *low)) {
            low = point.level;
        }
    }
    return low;
}

std::int64_t rowsOf(Home &home, const QString &table, std::int64_t resolution)
{
    home.close();
    const auto database = storage::Database::open(home.file());
    return storage::queryInteger((*database)->connection(), u"SELECT count(*) FROM "_s + table + u" WHERE resolution = ?"_s,
                                 {storage::boundInteger(resolution)});
}

} // namespace

void TestHistory::smallRangesComeBackWhole()
{
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    const std::int64_t t = home.clock.wall;
    WORKS(store.appendHistory({record(t, 110'000'000), record(t + 500, std::nullopt), record(t + 1000, 105'000'000)}, {}));

    VALUE_OF(points, store.levelHistory("b-ethusdt", t, t + 1000, 3));
    VALUE_OF(middle, store.levelHistory("b-ethusdt", t + 1, t + 999, 100));
    VALUE_OF(none, store.levelHistory("b-ethusdt", t + 1, t, 100));

    QCOMPARE(points.size(), std::size_t {3});
    QCOMPARE(points[0].level, std::optional<std::int64_t>(110'000'000));
    QVERIFY(!points[1].level);
    QVERIFY(points[1].status == Status::Unknown);
    QCOMPARE(points[2].time, t + 1000);
    QCOMPARE(middle.size(), std::size_t {1});
    QVERIFY(none.empty());
}

void TestHistory::thinningKeepsTheLowestAndTheGaps()
{
    std::vector<LevelPoint> points;
    for (std::int64_t time = 0; time < 1000; ++time) {
        const bool gap = time >= 500 && time < 700;
        points.push_back({time, gap ? std::nullopt : std::optional(time == 333 ? 1 : 100 + time % 7), Status::Normal});
    }

    const auto kept = storage::thinned(points, 0, 999, 10);

    QVERIFY(kept.size() <= 10);
    QCOMPARE(lowest(kept), std::optional<std::int64_t>(1));
    QVERIFY(std::ranges::any_of(kept, [](const LevelPoint &p) { return !p.level; }));
    QVERIFY(std::ranges::is_sorted(kept, {}, &LevelPoint::time));
}

void TestHistory::theLowestOfARangeIsAlwaysThere_data()
{
    QTest::addColumn<int>("maxPoints");
    for (const int maxPoints : {1, 2, 7, 50, 500}) {
        QTest::addRow("%d", maxPoints) << maxPoints;
    }
}

void TestHistory::theLowestOfARangeIsAlwaysThere()
{
    QFETCH(int, maxPoints);
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    const std::int64_t start = home.clock.wall + 12'345;
    std::vector<LevelRecord> all;
    for (int i = 0; i < 4000; ++i) {
        all.push_back(record(start + i * 9'000 + random.bounded(9'000), 100'000'000 + random.bounded(50'000'000)));
    }
    WORKS(store.appendHistory(all, {}));

    for (int i = 0; i < 50; ++i) {
        const std::int64_t from = start + random.bounded(20'000'000);
        const std::int64_t to = from + random.bounded(16'000'000);
        std::vector<LevelPoint> inside;
        for (const LevelRecord &r : all) {
            if (r.point.time >= from && r.point.time <= to) {
                inside.push_back(r.point);
            }
        }
        VALUE_OF(points, store.levelHistory("b-ethusdt", from, to, maxPoints));

        QVERIFY(points.size() <= static_cast<std::size_t>(maxPoints));
        QCOMPARE(lowest(points), lowest(inside));
        QVERIFY(std::ranges::is_sorted(points, {}, &LevelPoint::time));
        QVERIFY(std::ranges::all_of(points, [&](const LevelPoint &p) { return p.time >= from && p.time <= to; }));
    }
}

void TestHistory::retentionKeepsTheLowestOfMinutesAndHours()
{
    Home home;
    home.openWith(smallPortfolio());
    const std::int64_t now = home.clock.wall;
    const std::int64_t old = (now - 100 * kDay) / kHour * kHour; // only its hour stays
    const std::int64_t middle = (now - 3 * kDay) / kHour * kHour; // its minutes stay
    std::vector<LevelRecord> levels;
    std::vector<monitor::PriceRecord> prices;
    for (const std::int64_t begin : {old, middle, now - kHour}) {
        for (std::int64_t i = 0; i < 120; ++i) {
            levels.push_back(record(begin + i * 10'000, 200'000'000 - (i == 61 ? 7 : 0)));
            prices.push_back({"ETHUSDT", begin + i * 10'000, amount("180.5")});
        }
    }
    WORKS(home.store->appendHistory(levels, prices));
    home.close();
    {
        VALUE_OF(database, storage::Database::open(home.file()));
        WORKS(storage::HistoryStore(*database).runRetention(now));
        WORKS(storage::HistoryStore(*database).runRetention(now)); // again: nothing more
    }

    for (const QString &table : {u"level_history"_s, u"price_history"_s}) {
        QCOMPARE(rowsOf(home, table, 1), 120);
        QVERIFY(rowsOf(home, table, kMinute) >= 40 && rowsOf(home, table, kMinute) <= 42);
        QVERIFY(rowsOf(home, table, kHour) >= 3 && rowsOf(home, table, kHour) <= 4);
    }
    VALUE_OF(oldPoints, home.open().levelHistory("b-ethusdt", old, old + kHour, 500));
    VALUE_OF(middlePoints, home.store->levelHistory("b-ethusdt", middle, middle + kHour, 500));
    VALUE_OF(newPoints, home.store->levelHistory("b-ethusdt", now - kHour, now, 500));
    QCOMPARE(oldPoints.size(), std::size_t {1});
    QCOMPARE(oldPoints[0].time, old + 610'000);
    QCOMPARE(middlePoints.size(), std::size_t {20});
    QCOMPARE(lowest(middlePoints), std::optional<std::int64_t>(199'999'993));
    QCOMPARE(newPoints.size(), std::size_t {120});
}

void TestHistory::retentionRunsWithTheHistory()
{
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    WORKS(store.appendHistory({record(home.clock.wall, 1)}, {}));
    home.clock.wall += 10 * kDay;
    home.clock.boot += kHour;

    WORKS(store.appendHistory({record(home.clock.wall, 2)}, {}));

    QCOMPARE(rowsOf(home, u"level_history"_s, 1), 1);
    QCOMPARE(rowsOf(home, u"level_history"_s, kMinute), 2);
}

void TestHistory::unknownAccountsAreDroppedOnWritingAndRefusedOnReading()
{
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    const std::int64_t t = home.clock.wall;

    WORKS(store.appendHistory({{"nobody", {t, 5, Status::Normal}}, record(t, 6)}, {}));

    VALUE_OF(points, store.levelHistory("b-ethusdt", t, t, 10));
    QCOMPARE(points.size(), std::size_t {1});
    REFUSES(store.levelHistory("nobody", t, t, 10), ErrorCode::NotFound);
    REFUSES(store.levelHistory("spot", t, t, 10), ErrorCode::NotFound);
}

void TestHistory::statusesRoundTrip()
{
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    WORKS(store.appendStatus({1, "b-ethusdt", std::nullopt, Status::Normal, amount("1.2"), "{\"ETHUSDT\":\"200\"}"}));
    WORKS(store.appendStatus({2, "b-ethusdt", Status::Normal, Status::MarginCall, amount("1.0625"), {}}));
    WORKS(store.appendStatus({3, "b-ethusdt", Status::MarginCall, Status::Unknown, std::nullopt, "{}"}));
    REFUSES(store.appendStatus({4, "nobody", std::nullopt, Status::Normal, std::nullopt, "{}"}), ErrorCode::NotFound);
    REFUSES(store.appendStatus({4, "b-ethusdt", std::nullopt, Status::Normal, std::nullopt, "{not json"}), ErrorCode::Malformed);

    VALUE_OF(all, home.open().statusHistory({}, 0));
    VALUE_OF(newest, home.store->statusHistory("b-ethusdt", 1));

    QCOMPARE(all.size(), std::size_t {3});
    QVERIFY(!all[0].from && all[0].to == Status::Normal);
    QCOMPARE(all[0].prices, std::string("{\"ETHUSDT\":\"200\"}"));
    QVERIFY(all[1].from == Status::Normal && all[1].to == Status::MarginCall);
    QCOMPARE(all[1].level, std::optional(amount("1.0625")));
    QCOMPARE(newest.size(), std::size_t {1});
    QVERIFY(newest[0].to == Status::Unknown && !newest[0].level);
}

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
