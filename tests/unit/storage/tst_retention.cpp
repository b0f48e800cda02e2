// SPDX-License-Identifier: GPL-3.0-or-later
#include "historykit.h"

#include "storage/sql/sqlstatement.h"
#include "storage/tables/recordage.h"
#include "testlib/testprogram.h"

#include <QtCore/QRandomGenerator>

#include <array>

using plimsoll::BootTime;
using plimsoll::WallTime;

using namespace storagekit;
using margin::Status;
using monitor::LevelPoint;
using monitor::LevelRecord;

/// Retention: what has had its time goes, and nothing goes before, whatever the wall clock says.
class TestRetention : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheLowestOfMinutesAndHours();
    void runsWithTheHistory();
    void stretchesGoWithTheirTime();
    void aClockYearsAheadForAnHourDeletesNothing();
    void noClockDeletesWhatAnHonestOneWouldKeep_data();
    void noClockDeletesWhatAnHonestOneWouldKeep();
};

namespace {

std::int64_t rowsOf(Home &home, const QString &table, std::int64_t resolution)
{
    home.close();
    const auto database = storage::Database::open(home.file());
    return storage::queryInteger((*database)->connection(),
                                 u"SELECT count(*) FROM "_s + table + u" WHERE resolution = ?"_s,
                                 {storage::boundInteger(resolution)});
}

} // namespace

void TestRetention::keepsTheLowestOfMinutesAndHours()
{
    Home home;
    const WallTime now = floorTo(home.clock.wall, kHour);
    const WallTime old = now - 100 * kDay; // only its hour stays
    const WallTime middle = now - 3 * kDay; // its minutes stay
    home.clock.wall = old;
    home.openWith(smallPortfolio());
    for (const WallTime begin : {old, middle, now}) {
        home.clock.boot += begin - home.clock.wall;
        home.clock.wall = begin;
        std::vector<LevelRecord> levels;
        std::vector<monitor::PriceRecord> prices;
        for (std::int64_t i = 0; i < 120; ++i) {
            levels.push_back(record(begin + i * 10'000, 200'000'000 - (i == 61 ? 7 : 0)));
            prices.push_back({"ETHUSDT", begin + i * 10'000, amount("180.5")});
        }
        WORKS(home.store->appendHistory({levels, prices, {}}));
    }
    home.clock.boot += kHour;
    WORKS(home.store->appendHistory({})); // again: nothing more

    for (const QString &table : {u"level_history"_s, u"price_history"_s}) {
        QCOMPARE(rowsOf(home, table, 1), 120);
        QCOMPARE(rowsOf(home, table, kMinute), 40);
        QCOMPARE(rowsOf(home, table, kHour), 3);
    }
    VALUE_OF(oldPoints, home.open().levelHistory("b-ethusdt", old, old + kHour, 500));
    VALUE_OF(middlePoints, home.store->levelHistory("b-ethusdt", middle, middle + kHour, 500));
    VALUE_OF(newPoints, home.store->levelHistory("b-ethusdt", now, now + kHour, 500));
    QCOMPARE(oldPoints.size(), std::size_t {1});
    QCOMPARE(oldPoints[0].time, old + 610'000);
    QCOMPARE(middlePoints.size(), std::size_t {20});
    QCOMPARE(lowest(middlePoints), std::optional<std::int64_t>(199'999'993));
    QCOMPARE(newPoints.size(), std::size_t {120});

    // Prices too, each as finely as it is kept.
    VALUE_OF(kept, home.store->keptPrices(0, INT64_MAX / 2));
    QCOMPARE(kept.size(), std::size_t {1});
    QCOMPARE(kept[0].symbol, std::string("ETHUSDT"));
    QCOMPARE(kept[0].prices.size(), std::size_t {141});
    QCOMPARE(kept[0].prices[0], (monitor::KeptPrice {old, amount("180.5"), kHour}));
    QCOMPARE(kept[0].prices[1], (monitor::KeptPrice {middle, amount("180.5"), kMinute}));
    QCOMPARE(kept[0].prices[20].time, middle + 19 * kMinute);
    QCOMPARE(kept[0].prices[21], (monitor::KeptPrice {now, amount("180.5"), 1}));
    VALUE_OF(part, home.store->keptPrices(now + 15'000, now + 45'000));
    QCOMPARE(part[0].prices.size(), std::size_t {3});
    VALUE_OF(none, home.store->keptPrices(now + kDay, now + 2 * kDay));
    QVERIFY(none.empty());
}

void TestRetention::runsWithTheHistory()
{
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    WORKS(store.appendHistory({{record(home.clock.wall, 1)}, {}, {}}));
    home.clock.wall += 10 * kDay;
    home.clock.boot += 10 * kDay;

    WORKS(store.appendHistory({{record(home.clock.wall, 2)}, {}, {}}));

    QCOMPARE(rowsOf(home, u"level_history"_s, 1), 1);
    QCOMPARE(rowsOf(home, u"level_history"_s, kMinute), 2);
}

void TestRetention::aClockYearsAheadForAnHourDeletesNothing()
{
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    const WallTime t = home.clock.wall;
    WORKS(store.appendHistory({{record(t, 1)}, {{"ETHUSDT", t, amount("180")}}, {}}));
    home.clock.wall = t + 20 * 365 * kDay;
    for (int i = 0; i < 4; ++i) {
        home.clock.boot += kHour;
        home.clock.wall += kHour;
        WORKS(store.appendHistory({{record(home.clock.wall, 2)}, {}, {}}));
    }
    home.clock.wall = t + 4 * kHour;
    home.clock.boot += kHour;
    WORKS(store.appendHistory({{record(home.clock.wall, 3)}, {}, {}}));

    VALUE_OF(points, store.levelHistory("b-ethusdt", t, t + 5 * kHour, 100));

    QCOMPARE(points.size(), std::size_t {2});
    QCOMPARE(rowsOf(home, u"price_history"_s, 1), 1);
}

void TestRetention::noClockDeletesWhatAnHonestOneWouldKeep_data()
{
    QTest::addColumn<quint32>("seed");
    for (int i = 0; i < 4; ++i) {
        const quint32 seed = QRandomGenerator::global()->generate();
        QTest::addRow("%u", seed) << seed;
    }
}

// The wall clock jumps about, the computer is off and starts again; real time is known to the test alone.
void TestRetention::noClockDeletesWhatAnHonestOneWouldKeep()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    const auto between = [&random](std::int64_t low, std::int64_t high) {
        return low + static_cast<std::int64_t>(random.bounded(static_cast<double>(high - low)));
    };
    struct Written {
        WallTime stamp;
        WallTime real;
    };
    constexpr std::array<std::pair<std::int64_t, std::int64_t>, 3> kKept {
        {{1, 2 * kDay}, {kMinute, 90 * kDay}, {kHour, 5 * 365 * kDay}}};
    Home home;
    home.openWith(smallPortfolio());
    WallTime real = home.clock.wall;
    std::vector<Written> all;
    for (int step = 0; step < 150; ++step) {
        const std::int64_t passed = random.bounded(10) == 0 ? between(kHour, 200 * kDay) : between(kMinute, 6 * kHour);
        real += passed;
        home.clock.wall += passed;
        home.clock.boot += passed;
        switch (random.bounded(12)) {
        case 0: home.clock.wall += between(-20 * 365 * kDay, 20 * 365 * kDay); break;
        case 1: home.clock.wall = real; break;
        case 2: // off for a while
            real += between(0, 400 * kDay);
            home.clock.wall = random.bounded(2) == 0 ? real : home.clock.wall;
            home.clock.boot = BootTime::ofMs(between(0, kDay));
            home.clock.id = "boot " + std::to_string(step);
            home.open();
            break;
        default: break;
        }
        WORKS(home.store->appendHistory(
            {{record(home.clock.wall, 100 + step)}, {{"ETHUSDT", home.clock.wall, amount("1")}}, {}}));
        all.push_back({home.clock.wall, real});
        const storage::SqlConnection look(home.file(), storage::Access::ReadOnly);
        for (const auto &[resolution, keep] : kKept) {
            for (const Written &written : all) {
                if (real - written.real >= keep) {
                    continue;
                }
                for (const QString &table : {u"level_history"_s, u"price_history"_s}) {
                    const QString sql = u"SELECT count(*) FROM "_s + table + u" WHERE resolution = ? AND bucket = ?"_s;
                    const auto rows = storage::queryInteger(
                        look.database(), sql,
                        {storage::boundInteger(resolution), storage::boundInteger(floorTo(written.stamp, resolution))});
                    QVERIFY2(rows == 1,
                             qPrintable(u"step %1: a sample of %2 ms ago is gone at %3"_s.arg(step)
                                            .arg(real - written.real)
                                            .arg(resolution)));
                }
            }
        }
    }
    const std::int64_t samples = static_cast<std::int64_t>(all.size());
    for (int hour = 0; hour < 3; ++hour) { // and what has had its time does go
        home.clock.boot += 3 * kDay;
        WORKS(home.store->appendHistory({}));
    }
    QCOMPARE(rowsOf(home, u"level_history"_s, 1), 0);
    QVERIFY(samples > 0);
}

void TestRetention::stretchesGoWithTheirTime()
{
    Home home;
    home.openWith(smallPortfolio());
    const WallTime now = home.clock.wall;
    WORKS(home.store->appendHistory({{}, {}, {{"b-ethusdt", {1, 2, 150'000'000}}}}));
    home.clock.boot += 5 * 365 * kDay + 1;
    WORKS(home.store->appendHistory({{}, {}, {{"b-ethusdt", {now, now, 150'000'000}}}}));

    VALUE_OF(track, home.store->levelTrack("b-ethusdt", 0, now));

    QCOMPARE(track.first(), now);
}

PLIMSOLL_TEST(TestRetention)
#include "tst_retention.moc"
