// SPDX-License-Identifier: GPL-3.0-or-later
#include "historykit.h"

#include "engine/historybuffer.h"
#include "storage/tables/levelthinning.h"
#include "storage/tables/recordage.h"
#include "testlib/testprogram.h"

#include <QtCore/QRandomGenerator>

#include <set>

using plimsoll::BootTime;
using plimsoll::WallTime;

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
    void unknownAccountsAreDroppedOnWritingAndRefusedOnReading();
    void statusesRoundTrip();
    void memoryAndDatabaseDrawTheSame_data();
    void memoryAndDatabaseDrawTheSame();
    void aLineBreaksWhereTheProgramWasKilled();
    void oneAnswerHoldsTheWholeBook();
    void everyWidthKeepsTheLowestAndTheHighest_data();
    void everyWidthKeepsTheLowestAndTheHighest();
    void anyPartOfThePastIsReadAsFineAsItIsKept();
    void pricesOfASymbolAreReadAsFinelyAsAsked_data();
    void pricesOfASymbolAreReadAsFinelyAsAsked();
};

void TestHistory::smallRangesComeBackWhole()
{
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    const WallTime t = home.clock.wall;
    WORKS(store.appendHistory(
        {{record(t, 110'000'000), record(t + 500, std::nullopt), record(t + 1000, 105'000'000)}, {}, {}}));

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
    for (int time = 0; time < 1000; ++time) {
        const bool gap = time >= 500 && time < 700;
        points.push_back({WallTime::ofMs(time), gap ? std::nullopt : std::optional(time == 333 ? 1 : 100 + time % 7),
                          Status::Normal});
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
    const WallTime start = home.clock.wall + 12'345;
    std::vector<LevelRecord> all;
    for (int i = 0; i < 4000; ++i) {
        all.push_back(record(start + i * 9'000 + random.bounded(9'000), 100'000'000 + random.bounded(50'000'000)));
    }
    WORKS(store.appendHistory({all, {}, {}}));

    for (int i = 0; i < 50; ++i) {
        const WallTime from = start + random.bounded(20'000'000);
        const WallTime to = from + random.bounded(16'000'000);
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

void TestHistory::unknownAccountsAreDroppedOnWritingAndRefusedOnReading()
{
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    const WallTime t = home.clock.wall;

    WORKS(store.appendHistory({{{"nobody", {t, 5, Status::Normal}}, record(t, 6)}, {}, {}}));

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
    REFUSES(store.appendStatus({4, "b-ethusdt", std::nullopt, Status::Normal, std::nullopt, "{not json"}),
            ErrorCode::Malformed);

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

namespace {

using monitor::HistoryBuffer;
using monitor::LevelSample;
using monitor::LevelTrack;

/// A made-up alarm of one account: prices come, stay away, go bad; the computer sleeps; the program is stopped and
/// killed. It knows what was true at every moment, and feeds the history as the engine does.
class Alarm
{
public:
    Alarm(Storage &store, WallTime start, QRandomGenerator &random)
        : m_store(store)
        , m_random(random)
        , m_now(start)
    {
        m_account->id = "b-ethusdt";
    }

    void live(int steps)
    {
        for (int i = 0; i < steps; ++i) {
            const int what = m_random.bounded(100);
            if (what < 90) {
                price();
            } else if (what < 94) {
                goUnknown();
            } else if (what < 97) {
                suspend();
            } else {
                restart(what == 98);
            }
        }
        flush();
    }

    [[nodiscard]] WallTime now() const { return m_now; }
    [[nodiscard]] const LevelTrack &memory() const { return m_memory; }
    [[nodiscard]] const std::set<std::int64_t> &levels() const { return m_levels; }
    [[nodiscard]] const std::vector<std::pair<WallTime, WallTime>> &unknown() const { return m_unknown; }
    [[nodiscard]] const std::vector<LevelSample> &written() const { return m_written; }

private:
    void price()
    {
        m_now += 500 + m_random.bounded(m_random.bounded(20) == 0 ? 25'000 : 6'000);
        if (m_known && m_random.bounded(3) == 0) { // the same price again: nothing is judged
            m_confirmed = m_now;
        } else {
            m_level = 1000 + m_random.bounded(900);
            note(margin::Status::Normal, !m_known);
            m_confirmed = m_now;
            m_known = true;
        }
        tick();
    }

    void goUnknown()
    {
        const WallTime from = m_now + 1;
        m_now += 2 + m_random.bounded(60'000);
        note(Status::Unknown, true);
        m_known = false;
        m_now += 1'000 + m_random.bounded(m_random.bounded(2) == 0 ? 20'000 : 7'200'000);
        tick();
        m_unknown.emplace_back(from, m_now - 1);
    }

    void suspend()
    {
        tick();
        const WallTime from = m_now + 1;
        m_now += 20'000 + m_random.bounded(3'600'000);
        m_buffer.interrupt(m_now);
        tick();
        m_unknown.emplace_back(from, m_now);
    }

    void restart(bool isKill)
    {
        if (!isKill) {
            flush();
        }
        m_buffer = HistoryBuffer();
        m_pending.clear();
        m_flushedAt = m_now;
        m_known = false;
        const WallTime from = m_now + 1;
        m_now += 1'000 + m_random.bounded(40'000'000);
        m_unknown.emplace_back(from, m_now - 1);
    }

    void note(Status status, bool changed)
    {
        margin::Verdict verdict;
        verdict.account = m_account;
        verdict.status = status;
        verdict.exactLevel = {margin::Wide::product(Decimal::fromInteger(m_level), Decimal::fromInteger(1)),
                              margin::Wide::product(Decimal::fromInteger(1000), Decimal::fromInteger(1))};
        m_buffer.note(verdict, m_now, changed);
        if (status == Status::Normal) {
            m_levels.insert(m_level * 100'000);
            m_pending.push_back({m_now, m_level * 100'000});
        }
    }

    void tick()
    {
        if (m_now - m_flushedAt >= HistoryBuffer::kPeriodMs) {
            flush();
        }
    }

    void flush()
    {
        if (m_known) {
            m_buffer.confirm(m_account->id, m_confirmed);
        }
        const auto batch = m_buffer.take(BootTime::ofMs(m_now.ms()));
        m_flushedAt = m_now;
        m_written.insert(m_written.end(), m_pending.begin(), m_pending.end());
        m_pending.clear();
        WORKS(m_store.appendHistory(batch));
        for (const auto &[account, point] : batch.levels) {
            if (point.level) {
                m_memory.add(LevelSample {point.time, *point.level});
            }
        }
        for (const auto &[account, span] : batch.spans) {
            m_memory.add(span);
        }
    }

    Storage &m_store;
    QRandomGenerator &m_random;
    WallTime m_now;
    WallTime m_flushedAt;
    WallTime m_confirmed;
    std::int64_t m_level = 1500;
    bool m_known = false;
    std::shared_ptr<margin::Account> m_account = std::make_shared<margin::Account>();
    HistoryBuffer m_buffer;
    LevelTrack m_memory;
    std::set<std::int64_t> m_levels;
    std::vector<std::pair<WallTime, WallTime>> m_unknown; ///< first and last ms
    std::vector<LevelSample> m_pending;
    std::vector<LevelSample> m_written; ///< samples that no kill has taken
};

bool touches(const std::vector<LevelSample> &stretch, const std::pair<WallTime, WallTime> &gap)
{
    return stretch.front().time <= gap.second && stretch.back().time >= gap.first;
}

} // namespace

void TestHistory::memoryAndDatabaseDrawTheSame_data()
{
    QTest::addColumn<int>("steps");
    for (const int steps : {20, 300, 1500}) {
        QTest::addRow("%d steps", steps) << steps;
    }
}

// Whatever happened: one picture from memory and after a restart; no line where the level was not known; every dip in
// it.
void TestHistory::memoryAndDatabaseDrawTheSame()
{
    QFETCH(int, steps);
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    Home home;
    Alarm alarm(home.openWith(smallPortfolio()), home.clock.wall, random);
    alarm.live(steps);
    home.open();

    for (const std::int64_t range : {kHour, kDay, 7 * kDay, 400 * kDay}) {
        const WallTime from = range > 30 * kDay ? 0 : alarm.now() - range;
        VALUE_OF(stored, home.store->levelTrack("b-ethusdt", from, alarm.now()));
        LevelTrack memory = alarm.memory();
        memory.coarsen(stored.width());
        const auto picture = stored.stretches(from, alarm.now());
        QVERIFY(picture == memory.stretches(from, alarm.now()));
        std::optional<std::int64_t> lowestDrawn;
        for (const auto &stretch : picture) {
            QVERIFY(std::ranges::none_of(alarm.unknown(), [&](const auto &gap) { return touches(stretch, gap); }));
            for (std::size_t i = 0; i < stretch.size(); ++i) {
                QVERIFY(alarm.levels().contains(stretch[i].level));
                const bool isStep = i == 0 || stretch[i].time == stretch[i - 1].time
                    || stretch[i].level == stretch[i - 1].level;
                QVERIFY2(isStep, "a slope");
                lowestDrawn = std::min(lowestDrawn.value_or(INT64_MAX), stretch[i].level);
            }
        }
        std::optional<std::int64_t> lowestKept;
        for (const LevelSample &sample : alarm.written()) {
            if (sample.time >= from) {
                lowestKept = std::min(lowestKept.value_or(INT64_MAX), sample.level);
            }
        }
        QVERIFY(!lowestKept || (lowestDrawn && *lowestDrawn <= *lowestKept));
    }
}

void TestHistory::aLineBreaksWhereTheProgramWasKilled()
{
    Home home;
    home.openWith(smallPortfolio());
    const WallTime t = home.clock.wall;
    WORKS(home.store->appendHistory({{record(t, 150'000'000)}, {}, {{"b-ethusdt", {t, t + 4'000, 150'000'000}}}}));
    WORKS(home.store->appendHistory({{}, {}, {{"b-ethusdt", {t, t + 9'000, 150'000'000}}}})); // grows
    WORKS(home.store->appendHistory(
        {{record(t + kHour, 120'000'000)}, {}, {{"b-ethusdt", {t + kHour, t + kHour, 120'000'000}}}}));

    VALUE_OF(track, home.open().levelTrack("b-ethusdt", t - kDay, t + kHour));
    const auto picture = track.stretches(t - kDay, t + kHour);

    const std::vector<std::vector<LevelSample>> expected {{{t, 150'000'000}, {t + 9'000, 150'000'000}},
                                                          {{t + kHour, 120'000'000}}};
    QVERIFY(picture == expected);
    REFUSES(home.store->levelTrack("nobody", t, t), ErrorCode::NotFound);
}

void TestHistory::oneAnswerHoldsTheWholeBook()
{
    Home home;
    margin::Portfolio portfolio = smallPortfolio();
    for (const auto &[id, base] :
         {std::pair("b-other", "BCH"), std::pair("b-gone", "SOL"), std::pair("b-silent", "BNB")}) {
        portfolio.accounts.push_back(isolatedAccount(id, base));
    }
    Storage &store = home.openWith(portfolio);
    const WallTime t = home.clock.wall;
    for (const char *id : {"b-ethusdt", "b-other", "b-gone"}) {
        const WallTime begin = t - (id[2] == 'o' ? 30 : 20) * kHour;
        WORKS(store.appendHistory(
            {{{id, {begin, 150'000'000, Status::Normal}}, {id, {t - 3 * kHour, 120'000'000 + id[2], Status::Normal}}},
             {},
             {{id, {begin, t, 150'000'000}}}}));
    }
    WORKS(store.book(removal("b-gone")));

    VALUE_OF(tracks, store.levelTracks(t - kDay, t, 10 * kMinute));

    QCOMPARE(tracks.size(), std::size_t {3});
    QVERIFY(tracks.at("b-silent").isEmpty());
    for (const char *id : {"b-ethusdt", "b-other"}) {
        VALUE_OF(one, store.levelTrack(id, t - kDay, t, 10 * kMinute));
        QVERIFY(!one.isEmpty());
        QVERIFY(tracks.at(id).stretches(t - kDay, t) == one.stretches(t - kDay, t));
    }
}

void TestHistory::everyWidthKeepsTheLowestAndTheHighest_data()
{
    QTest::addColumn<std::int64_t>("width");
    for (const std::int64_t width :
         {std::int64_t {1}, std::int64_t {5'000}, kMinute, 10 * kMinute, kHour, 6 * kHour, kDay}) {
        QTest::addRow("%lld ms", static_cast<long long>(width)) << width;
    }
}

// Ten days of samples with one dip and one peak: whatever the width, they are drawn when they happened, and so is the
// lowest and the highest of every other part.
void TestHistory::everyWidthKeepsTheLowestAndTheHighest()
{
    QFETCH(std::int64_t, width);
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    const WallTime start = home.clock.wall;
    std::vector<LevelRecord> all;
    for (WallTime time = start; time < start + 10 * kDay; time += 20'000 + random.bounded(80'000)) {
        all.push_back(record(time, 120'000'000 + random.bounded(10'000'000)));
    }
    const auto dip = static_cast<std::size_t>(random.bounded(static_cast<int>(all.size())));
    const std::size_t peak = (dip + all.size() / 2) % all.size();
    all[dip].point.level = 90'000'000;
    all[peak].point.level = 180'000'000;
    const WallTime end = all.back().point.time;
    const monitor::LevelSpan span {start, end, *all.front().point.level};
    for (std::size_t i = 0; i < all.size(); i += 500) { // as it comes: in many transactions
        const auto first = all.begin() + static_cast<std::ptrdiff_t>(i);
        WORKS(store.appendHistory(
            {{first, first + std::min<std::ptrdiff_t>(500, all.end() - first)}, {}, {{"b-ethusdt", span}}}));
    }

    VALUE_OF(track, store.levelTrack("b-ethusdt", start, end, width));
    QCOMPARE(track.width(), width);
    const auto picture = track.stretches(start, end);
    QCOMPARE(picture.size(), std::size_t {1});
    const auto has = [&](const LevelPoint &point) {
        return std::ranges::find(picture.front(), monitor::LevelSample {point.time, *point.level})
            != picture.front().end();
    };
    QVERIFY(has(all[dip].point));
    QVERIFY(has(all[peak].point));
    for (int i = 0; i < 20; ++i) { // whole buckets of the width
        const WallTime from = floorTo(start + random.bounded(9) * kDay, width) + width;
        const WallTime to = from + width * (1 + random.bounded(5)) - 1;
        std::int64_t low = INT64_MAX;
        std::int64_t high = 0;
        for (const LevelRecord &r : all) {
            if (r.point.time >= from && r.point.time <= to) {
                low = std::min(low, *r.point.level);
                high = std::max(high, *r.point.level);
            }
        }
        std::int64_t drawnLow = INT64_MAX;
        std::int64_t drawnHigh = 0;
        for (const monitor::LevelSample &corner : picture.front()) {
            if (corner.time >= from && corner.time <= to) {
                drawnLow = std::min(drawnLow, corner.level);
                drawnHigh = std::max(drawnHigh, corner.level);
            }
        }
        QVERIFY(low == INT64_MAX || (drawnLow <= low && drawnHigh >= high));
    }
}

// Samples go after two days and minutes after ninety: what is left of an old hour is still drawn, as low and as high.
void TestHistory::anyPartOfThePastIsReadAsFineAsItIsKept()
{
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    const WallTime start = floorTo(home.clock.wall, kDay);
    const monitor::LevelSpan span {start, start + kHour, 150'000'000};
    WORKS(store.appendHistory({{record(start, 150'000'000), record(start + 100'000, 110'000'000),
                                record(start + 105'000, 190'000'000), record(start + 130'000, 140'000'000)},
                               {},
                               {{"b-ethusdt", span}}}));
    for (const std::int64_t passed : {3 * kDay, 100 * kDay}) {
        home.clock.boot += passed;
        home.clock.wall += passed;
        WORKS(store.appendHistory({{record(home.clock.wall, 150'000'000)}, {}, {}}));
        for (const std::int64_t width : {std::int64_t {1}, kMinute, 10 * kMinute, kHour}) {
            VALUE_OF(track, store.levelTrack("b-ethusdt", start, start + kHour, width));
            const auto picture = track.stretches(start, start + kHour);
            QCOMPARE(picture.size(), std::size_t {1});
            const auto has = [&](WallTime time, std::int64_t level) {
                return std::ranges::find(picture.front(), monitor::LevelSample {time, level}) != picture.front().end();
            };
            QVERIFY(has(start + 100'000, 110'000'000));
            QVERIFY(has(start + 105'000, 190'000'000));
            QCOMPARE(picture.front().back().level, std::int64_t {140'000'000});
        }
    }
}

void TestHistory::pricesOfASymbolAreReadAsFinelyAsAsked_data()
{
    QTest::addColumn<qint64>("width");
    QTest::addColumn<qint64>("step");
    QTest::newRow("every sample") << qint64 {1} << qint64 {1};
    QTest::newRow("finer than minutes") << qint64 {kMinute - 1} << qint64 {1};
    QTest::newRow("minutes") << qint64 {kMinute} << qint64 {kMinute};
    QTest::newRow("ten minutes") << qint64 {10 * kMinute} << qint64 {kMinute};
    QTest::newRow("hours") << qint64 {kHour} << qint64 {kHour};
    QTest::newRow("days") << qint64 {kDay} << qint64 {kHour};
}

// Three hours, a price every 20 s that says when it was; those of the first hour come again later, of another symbol.
void TestHistory::pricesOfASymbolAreReadAsFinelyAsAsked()
{
    QFETCH(qint64, width);
    QFETCH(qint64, step);
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    const WallTime start = floorTo(home.clock.wall, kHour);
    monitor::HistoryBatch batch;
    std::vector<WallTime> expected;
    for (WallTime time = start; time < start + 3 * kHour; time += 20'000) {
        batch.prices.push_back({"ETHUSDT", time, Decimal::fromInteger((time - start) / 1000 + 1)});
        batch.prices.push_back({"BCHUSDT", time, amount("7")});
        if (time >= start + kHour && time <= start + 2 * kHour && time.ms() % step == 0) {
            expected.push_back(time);
        }
    }
    WORKS(store.appendHistory(batch));

    VALUE_OF(prices, store.symbolPrices("ETHUSDT", start + kHour, start + 2 * kHour, width));
    VALUE_OF(none, store.symbolPrices("NOTHING", start, start + kHour, width));

    QCOMPARE(prices.size(), expected.size());
    for (std::size_t i = 0; i < prices.size(); ++i) {
        QCOMPARE(prices[i].time, expected[i]);
        QCOMPARE(prices[i].price, Decimal::fromInteger((expected[i] - start) / 1000 + 1));
        QCOMPARE(prices[i].step, step);
    }
    QVERIFY(none.empty());
}

PLIMSOLL_TEST(TestHistory)
#include "tst_history.moc"
